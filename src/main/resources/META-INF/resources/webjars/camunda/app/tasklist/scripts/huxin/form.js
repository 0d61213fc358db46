// The open form: drafts, refusals at the form, and no "Save" into the browser.
import { refusalOfSubmission } from './calls.js';
import { Draft } from './drafts.js';
import { say } from './words.js';

// Both screens of Tasklist take this message as "say nothing": we say it ourselves, at the form.
const SAID_ALREADY = { message: 'camForm submission prevented' };

/** Decorates the directive that shows a form-js form, for tasks and for starting. */
export function attentiveForm($delegate, $injector) {
  const [directive] = $delegate;
  const tellDone = () => $injector.get('Notifications').addMessage({ status: say('submitted'), duration: 4000 });
  const link = directive.link;
  directive.compile = () => function ($scope, $element, attributes, formController) {
    const companion = new Companion($scope, $element[0], formController, tellDone);
    link.call(this, $scope, $element, attributes, companion.controller);
  };
  return $delegate;
}

/** Takes Tasklist's "Save" button out of the form's template. */
export function formWithoutSave($delegate) {
  const [directive] = $delegate;
  const template = document.createElement('template');
  template.innerHTML = directive.template;
  template.content.querySelectorAll('[ng-click^="save("]').forEach((button) => button.remove());
  directive.template = template.innerHTML;
  return $delegate;
}

/**
 * Leaving a field may redraw the form, and the button under the finger moves away before the click is made. So a press
 * leaves no field.
 */
export function keepButtonsInPlace() {
  document.addEventListener('mousedown', (event) => {
    if (event.target.closest('button.btn-primary')) {
      event.preventDefault();
    }
  });
}

// form-js takes over the last letters when a field is left.
function takeOver(element) {
  if (element.contains(document.activeElement)) {
    document.activeElement.blur();
  }
}

/** Stands between Tasklist's form controller and the form that it shows. */
class Companion {
  #scope;
  #element;
  #tellDone;
  #draft;
  #saved;
  #refusal;

  constructor($scope, element, formController, tellDone) {
    this.#scope = $scope;
    this.#element = element;
    // Tasklist itself says it of a started process only.
    this.#tellDone = formController.getParams().taskId ? tellDone : () => {};
    this.controller = Object.create(formController, {
      registerSaveHandler: { value: () => {} },
      // The button of an open form stays usable: pressing it leads to the first field that needs attention.
      notifyFormValidated: { value: (invalid) => formController.notifyFormValidated(invalid && !this.#draft) },
      notifyFormInitialized: { value: () => {
        this.#shown(formController);
        formController.notifyFormInitialized();
      } },
      registerCompletionHandler: { value: (complete) => formController.registerCompletionHandler(
        (tell) => this.#submit(complete, tell)) }
    });
    this.#saved = this.#line('huxin-draft', 'status');
    this.#refusal = this.#line('huxin-refusal', 'alert');
    $scope.$on('$destroy', () => this.#draft?.close());
  }

  #line(className, role) {
    const line = document.createElement('div');
    line.className = className;
    line.setAttribute('role', role);
    line.tabIndex = -1;
    return line;
  }

  #shown(formController) {
    const container = this.#element.querySelector('.fjs-container');
    const form = container && formIn(container);
    this.#element.append(this.#saved, this.#refusal);
    if (!form) {
      return;
    }
    this.#scope.$watch('options.disableForm', (closed) => form.setProperty('readOnly', Boolean(closed)));
    const { taskId, processDefinitionKey } = formController.getParams();
    this.#draft = new Draft(form, taskId ? `/drafts/task/${taskId}` : `/drafts/start/${processDefinitionKey}`,
      this.#saved);
    // Escape closes a calendar or a list, not the whole window around the form.
    container.addEventListener('keydown', (event) => event.key === 'Escape' && event.stopPropagation());
    container.addEventListener('focusout', () => this.#draft.save());
    container.addEventListener('input', ({ target }) => tellLength(form, target));
    const whenHidden = () => document.visibilityState === 'hidden' && this.#draft.save();
    const whenLeft = () => takeOver(container);
    document.addEventListener('visibilitychange', whenHidden);
    window.addEventListener('pagehide', whenLeft);
    this.#scope.$on('$destroy', () => {
      document.removeEventListener('visibilitychange', whenHidden);
      window.removeEventListener('pagehide', whenLeft);
    });
  }

  async #submit(complete, tell) {
    this.#refusal.textContent = '';
    // The field that was typed in last is left now, not when the button was pressed: see keepButtonsInPlace.
    takeOver(this.#element);
    await this.#draft?.pause();
    complete((error, result) => {
      // This is told outside of AngularJS's own round, which alone would let the button free again.
      this.#scope.$evalAsync(() => {
        if (!error) {
          tell(null, result);
          this.#tellDone();
          return;
        }
        this.#draft?.resume();
        this.#refuse(error);
        tell(SAID_ALREADY);
      });
    });
  }

  #refuse(error) {
    const isFields = !(error instanceof Error) && error.status === undefined;
    this.#refusal.textContent = isFields ? say('fieldsLeft', Object.keys(error).length) : refusalOfSubmission(error);
    const first = isFields && this.#element.querySelector('.fjs-has-errors input, .fjs-has-errors textarea, .fjs-has-errors [tabindex]');
    if (first) {
      first.focus();
      first.scrollIntoView({ block: 'center' });
    } else {
      this.#refusal.focus();
      this.#refusal.scrollIntoView({ block: 'center' });
    }
  }
}

/** Says how long a text is, from the moment when that begins to matter. */
function tellLength(form, input) {
  const field = form.get('formFieldRegistry').getAll().find(({ id }) => input.id.endsWith(`-${id}`));
  const most = field?.validate?.maxLength;
  const around = input.closest('.fjs-form-field');
  if (most && input.value.length > 0.8 * most) {
    around.dataset.huxinLength = say('length', input.value.length, most);
  } else if (around) {
    delete around.dataset.huxinLength;
  }
}

/** Tasklist hands its form-js instance to nobody; form-js's own components carry the way to it. */
function formIn(container) {
  const open = [container.__k];
  while (open.length > 0) {
    const node = open.pop();
    const getService = node?.props?.value?.getService;
    if (getService) {
      return getService('form', false) ?? undefined;
    }
    open.push(...(node?.__k ?? []));
  }
  return undefined;
}
