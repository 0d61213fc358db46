// Where the case stands: the deployed model, with what is under way marked by shape, colour and a word.
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

interface Canvas {
  addMarker(element: string, marker: string): void;
  zoom(newScale?: number | 'fit-viewport', center?: 'auto'): number;
  viewbox(box?: Box): Box & { outer: { width: number; height: number } };
}

interface Overlays {
  add(element: string, overlay: { position: { top: number; left: number }; html: HTMLElement }): string;
}

interface ElementRegistry {
  get(id: string): Box | undefined;
}

/** Below this scale nobody reads the labels: then the step under way is shown, not the whole. */
const LEGIBLE = 0.8;

const box = document.querySelector<HTMLElement>('[data-diagram]');
if (box) {
  const viewer = new NavigatedViewer({ container: box });
  const words = (list: string | undefined) => (list ?? '').split(' ').filter(Boolean);

  const show = async (choice: HTMLElement) => {
    const answer = await fetch(choice.dataset['model'] ?? '', { headers: { Accept: 'application/xml' }, credentials: 'same-origin' });
    if (!answer.ok) {
      throw new Error(String(answer.status));
    }
    await viewer.importXML(await answer.text());
    const canvas = viewer.get<Canvas>('canvas');
    const overlays = viewer.get<Overlays>('overlays');
    const registry = viewer.get<ElementRegistry>('elementRegistry');
    const late = words(choice.dataset['late']);
    words(choice.dataset['done']).filter((id) => registry.get(id)).forEach((id) => canvas.addMarker(id, 'has-been'));
    words(choice.dataset['active']).filter((id) => registry.get(id)).forEach((id) => {
      canvas.addMarker(id, 'under-way');
      const word = document.createElement('div');
      word.className = 'under-way-word';
      word.textContent = box.dataset['word'] ?? '';
      if (late.includes(id)) {
        canvas.addMarker(id, 'late');
        word.classList.add('late');
        word.textContent = box.dataset['lateWord'] ?? '';
      }
      overlays.add(id, { position: { top: -4, left: 0 }, html: word });
    });
    // The smallest of what is under way is the step itself, the others are the frames around it.
    const [here] = words(choice.dataset['active']).map((id) => registry.get(id)).filter((element) => element !== undefined)
      .sort((one, other) => one.width * one.height - other.width * other.height);
    if (canvas.zoom('fit-viewport', 'auto') < LEGIBLE && here) {
      const { outer } = canvas.viewbox();
      const width = outer.width / LEGIBLE;
      const height = outer.height / LEGIBLE;
      canvas.viewbox({ x: here.x + here.width / 2 - width / 2, y: here.y + here.height / 2 - height / 2, width, height });
    }
    document.querySelectorAll('[data-model]').forEach((other) => other.setAttribute('aria-pressed', String(other === choice)));
  };

  const open = (choice: HTMLElement) => show(choice).catch(() => {
    const trouble = document.querySelector<HTMLElement>('[data-diagram-trouble]');
    if (trouble) {
      trouble.hidden = false;
      box.hidden = true;
    }
  });

  const choices = [...document.querySelectorAll<HTMLElement>('[data-model]')];
  choices.forEach((choice) => choice.addEventListener('click', () => open(choice)));
  document.querySelectorAll<HTMLElement>('[data-zoom]').forEach((button) => button.addEventListener('click', () => {
    const canvas = viewer.get<Canvas>('canvas');
    const step = Number(button.dataset['zoom']);
    if (step) {
      canvas.zoom(Math.min(4, Math.max(0.2, canvas.zoom() * step)));
    }
    else {
      canvas.zoom('fit-viewport', 'auto');
    }
  }));

  // A phone on a bus loads the model only when the reader comes to it.
  const first = choices[0];
  if (first) {
    new IntersectionObserver((entries, observer) => {
      if (entries.some((entry) => entry.isIntersecting)) {
        observer.disconnect();
        void open(first);
      }
    }).observe(box);
  }
}
