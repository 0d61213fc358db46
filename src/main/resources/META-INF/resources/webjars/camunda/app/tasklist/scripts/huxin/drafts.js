// Drafts: what is typed goes to our server, where it is kept sealed, while the person types. The server puts it back
// into the form when it is opened again and forgets it with the submission.
import { call } from './server.js';
import { loggedInAgain, mind } from './session.js';
import { say } from './words.js';

const AFTER_TYPING = 1500;
const AFTER_FAILURE = 15_000;

// Browsers finish a request of a closed page up to 64 KB; a Chinese character takes three bytes.
const KEPT_ALIVE = 20_000;

/** Keeps the draft of one open form. */
export class Draft {
  #form;
  #path;
  #line;
  #opened;
  #saved;
  #timer;
  #sending;
  #quiet = false;
  #leave;

  /**
   * @param form the form-js instance
   * @param path where the draft lives, such as "/drafts/task/4711"
   * @param line the element that says quietly when it was saved
   */
  constructor(form, path, line) {
    this.#form = form;
    this.#path = path;
    this.#line = line;
    this.#opened = values(form);
    this.#saved = JSON.stringify(this.#draft());
    this.#leave = mind(this);
    form.on('changed', () => this.#later(AFTER_TYPING));
  }

  /** Whether this page holds typed text: something differs from what was opened, or from what the server has. */
  typed() {
    const draft = this.#draft();
    return JSON.stringify(draft) !== this.#saved
      || Object.keys(draft).some((key) => !same(draft[key], this.#opened[key]));
  }

  /** Sends what is typed, unless the server has it already. One request at a time, the last state wins. */
  save() {
    clearTimeout(this.#timer);
    if (this.#quiet) {
      return Promise.resolve();
    }
    this.#sending ??= this.#send().finally(() => {
      this.#sending = undefined;
    });
    return this.#sending;
  }

  /** Stops before a submission and waits for a save that is under way, so that no draft arrives after it. */
  async pause() {
    clearTimeout(this.#timer);
    this.#quiet = true;
    await this.#sending;
  }

  /** Goes on after a refused submission. */
  resume() {
    this.#quiet = false;
    this.#later(AFTER_TYPING);
  }

  /** The form is closed: what is not yet saved is sent a last time. */
  close() {
    this.save();
    this.#quiet = true;
    this.#leave();
  }

  #later(delay) {
    clearTimeout(this.#timer);
    if (!this.#quiet) {
      this.#timer = setTimeout(() => this.save(), delay);
    }
  }

  // Every value that is not empty, and null for those that were emptied since the form was opened.
  #draft() {
    const now = values(this.#form);
    return Object.fromEntries(Object.entries(now)
      .filter(([key, value]) => !empty(value) || !empty(this.#opened[key]))
      .map(([key, value]) => [key, empty(value) ? null : value]));
  }

  async #send() {
    let state = JSON.stringify(this.#draft());
    while (state !== this.#saved) {
      let status;
      try {
        status = (await call('PUT', this.#path, state, { keepalive: state.length < KEPT_ALIVE })).status;
      } catch {
        status = 0;
      }
      if (status === 401) {
        await loggedInAgain();
        continue;
      }
      if (status === 404) {
        // This task or process takes no drafts any more.
        this.#quiet = true;
        return;
      }
      if (status < 200 || status > 299) {
        this.#line.textContent = say('draftWaits');
        this.#later(AFTER_FAILURE);
        return;
      }
      this.#saved = state;
      this.#line.textContent = say('draftSaved', new Date().toLocaleTimeString('zh-CN',
        { hour: '2-digit', minute: '2-digit', hour12: false }));
      state = JSON.stringify(this.#draft());
    }
  }
}

/** The values of the fields that the person may change, by key. */
function values(form) {
  const { data } = form._getState();
  const found = {};
  for (const field of form.get('formFieldRegistry').getAll()) {
    if (field.key && !field.disabled && !field.readonly) {
      found[field.key] = data[field.key] ?? null;
    }
  }
  return found;
}

function empty(value) {
  return value === null || value === undefined || value === '' || value === false
    || (Array.isArray(value) && value.length === 0);
}

function same(one, other) {
  return JSON.stringify(one) === JSON.stringify(other) || (empty(one) && empty(other));
}
