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

// Tasklist keeps its place behind the #, which no server sees: the log-in hands it on, and the browser carries it back.
const logIn = document.querySelector<HTMLFormElement>('form[data-keeps-place]');
if (logIn && location.hash) {
  logIn.action += location.hash;
}

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
  if (form.querySelector('[data-keep]')) {
    event.preventDefault();
    void sendWhenLoggedIn(form);
  }
  else {
    renewToken(form);
  }
});

/** What was typed at length is sent only when it will arrive; else it stays in the page, and the page says what to do. */
async function sendWhenLoggedIn(form: HTMLFormElement): Promise<void> {
  let trouble = '';
  try {
    const answer = await fetch(location.pathname + location.search, { method: 'HEAD', redirect: 'manual', cache: 'no-store' });
    trouble = answer.type === 'opaqueredirect' ? 'logged-out' : '';
  }
  catch {
    trouble = 'offline';
  }
  form.querySelectorAll<HTMLElement>('[data-trouble]').forEach((notice) => {
    notice.hidden = notice.dataset['trouble'] !== trouble;
    if (!notice.hidden) {
      notice.focus();
    }
  });
  if (trouble) {
    sendable(form);
  }
  else {
    typed = false;
    renewToken(form);
    form.submit();
  }
}

/** Logging in again in another window changes the token that this page was made with. */
function renewToken(form: HTMLFormElement): void {
  const token = document.cookie.split('; ').find((cookie) => cookie.startsWith('HUXIN-XSRF='))?.slice('HUXIN-XSRF='.length);
  const field = form.querySelector<HTMLInputElement>('input[name=_csrf]');
  if (token && field) {
    field.value = token;
  }
}

function sendable(form: HTMLFormElement): void {
  delete form.dataset['sent'];
  form.querySelectorAll('[aria-busy]').forEach((button) => button.removeAttribute('aria-busy'));
}

// Coming back with the browser's button must find a living form.
window.addEventListener('pageshow', (event) => {
  if (event.persisted) {
    document.querySelectorAll<HTMLFormElement>('form[data-sent]').forEach(sendable);
  }
});

// A long text is lost neither by a closed tab nor by a slip of the hand: the browser asks.
let typed = false;
document.addEventListener('input', (event) => {
  typed = typed || (event.target as HTMLElement).matches('[data-keep]');
});
window.addEventListener('beforeunload', (event) => {
  if (typed) {
    event.preventDefault();
  }
});
