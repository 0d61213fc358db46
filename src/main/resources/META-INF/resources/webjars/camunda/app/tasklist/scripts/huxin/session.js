// A session that ends while somebody types. Calls that meet a 401 wait here, the person logs in again in another tab,
// and the same calls go on: nothing typed is lost and nothing typed is stored in the browser.
import { camunda, root } from './server.js';
import { say } from './words.js';

const LOOK_EVERY = 500;

let person;
let waiting;
const typing = new Set();

/** Tells who works on this page. */
export function worksAs(name) {
  person = name ?? person;
}

/** Registers somebody who knows of typed text: `{ typed(): boolean, save(): Promise }`. Returns how to leave again. */
export function mind(keeper) {
  typing.add(keeper);
  return () => typing.delete(keeper);
}

/** Saves what is typed anywhere on this page, as far as the server takes it. */
export function saveAll() {
  return Promise.allSettled([...typing].map((keeper) => keeper.save()));
}

/** Leaves for our login page, which says why: "expired" or "logout". */
export function toLogin(why) {
  window.location.assign(`${root}/login${why ? `?${why}` : ''}`);
}

/** Answers once the same person is logged in again. A page without typed text goes to the login instead. */
export function loggedInAgain() {
  if (![...typing].some((keeper) => keeper.typed())) {
    toLogin('expired');
    return new Promise(() => {});
  }
  waiting ??= askToLogIn().finally(() => {
    waiting = undefined;
  });
  return waiting;
}

/** Whether calls had better wait, because the person is just logging in again. */
export function isWaiting() {
  return waiting !== undefined;
}

/** Whether a refusal means that nobody is logged in any more: the web apps' own token ends with the session, as a 403. */
export async function isSessionOver(status) {
  return status === 401 || (status === 403 && !(await whoIsLoggedIn()));
}

async function whoIsLoggedIn() {
  const ask = (path) => fetch(`${camunda}/api/${path}`, { headers: { Accept: 'application/json' } });
  try {
    // The web apps take over a new login with a call to the engine only; before, they know nobody.
    if (!(await ask('engine/engine/default/filter/count?resourceType=Task&itemCount=false')).ok) {
      return undefined;
    }
    const response = await ask('admin/auth/user/default');
    return response.ok ? (await response.json()).userId : undefined;
  } catch {
    return undefined;
  }
}

function askToLogIn() {
  const dialog = document.createElement('dialog');
  dialog.className = 'huxin-session';
  dialog.setAttribute('aria-labelledby', 'huxin-session-title');
  dialog.append(element('h2', say('sessionOver'), { id: 'huxin-session-title' }));
  const hint = element('p', say('sessionHow'), { role: 'status' });
  const giveUp = element('button', say('giveUp'), { type: 'button', className: 'btn btn-link' });
  const logIn = element('button', say('logInAgain'), { type: 'button', className: 'btn btn-primary' });
  const buttons = element('div', '', { className: 'huxin-session-buttons' });
  buttons.append(giveUp, logIn);
  dialog.append(hint, buttons);
  // Escape must not leave the page half alive.
  dialog.addEventListener('cancel', (event) => event.preventDefault());
  document.body.append(dialog);
  dialog.showModal();
  logIn.focus();

  let tab;
  logIn.addEventListener('click', () => {
    tab = window.open(`${root}/login`, 'huxin-login');
  });
  giveUp.addEventListener('click', () => toLogin());

  return new Promise((resolve) => {
    const ask = async () => {
      const name = await whoIsLoggedIn();
      if (!dialog.open || !name) {
        return;
      }
      if (person && name !== person) {
        hint.textContent = say('sessionOther', person);
        return;
      }
      clearInterval(timer);
      window.removeEventListener('focus', ask);
      dialog.close();
      dialog.remove();
      tab?.close();
      resolve();
    };
    // Only looks at the other tab and asks the server once that has left the login: a question that crosses a login
    // could bring back the cookie of nobody's session.
    const timer = setInterval(() => hasLeftLogin(tab) && ask(), LOOK_EVERY);
    window.addEventListener('focus', ask);
  });
}

function hasLeftLogin(tab) {
  try {
    return Boolean(tab) && !tab.closed && tab.document.readyState === 'complete'
      && tab.location.protocol.startsWith('http') && tab.location.pathname !== `${root}/login`;
  } catch {
    return false;
  }
}

function element(name, text, properties) {
  const made = Object.assign(document.createElement(name), properties);
  if (properties.role) {
    made.setAttribute('role', properties.role);
  }
  made.textContent = text;
  return made;
}
