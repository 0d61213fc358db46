// Small conveniences on pages that work without them.
import htmx from 'htmx.org';

// Our pages forbid inline styles and eval; htmx must not try either.
htmx.config.includeIndicatorStyles = false;
htmx.config.allowEval = false;
htmx.config.allowScriptTags = false;
htmx.config.historyCacheSize = 0; // a page of a case must not stay in the browser's storage
htmx.config.selfRequestsOnly = true;

// The summary of errors takes the focus, so that a screen reader begins there.
document.querySelector<HTMLElement>('[data-takes-focus]')?.focus();

// A form is sent once, also by an impatient thumb.
document.addEventListener('submit', (event) => {
  const form = event.target as HTMLFormElement;
  if (form.method.toLowerCase() !== 'post' || event.defaultPrevented) {
    return;
  }
  if (form.dataset['sent']) {
    event.preventDefault();
    return;
  }
  form.dataset['sent'] = 'true';
  form.querySelectorAll<HTMLButtonElement>('button[type=submit]').forEach((button) => button.setAttribute('aria-busy', 'true'));
});

// Coming back with the browser's button must find a living form.
window.addEventListener('pageshow', (event) => {
  if (event.persisted) {
    document.querySelectorAll<HTMLFormElement>('form[data-sent]').forEach((form) => {
      delete form.dataset['sent'];
      form.querySelectorAll('[aria-busy]').forEach((button) => button.removeAttribute('aria-busy'));
    });
  }
});

// A long text is lost neither by a closed tab nor by a slip of the hand: the browser asks.
let typed = false;
document.addEventListener('input', (event) => {
  typed = typed || (event.target as HTMLElement).matches('[data-keep]');
});
document.addEventListener('submit', () => {
  typed = false;
});
window.addEventListener('beforeunload', (event) => {
  if (typed) {
    event.preventDefault();
  }
});
