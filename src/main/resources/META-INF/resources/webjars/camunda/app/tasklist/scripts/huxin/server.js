// Where our own server is, seen from the web apps, and how it is talked to.

const appRoot = document.querySelector('base').getAttribute('app-root');

/** The web apps' root, such as "/camunda". */
export const camunda = appRoot;

/** Our own pages' root: "" unless the product runs under a context path. */
export const root = appRoot.replace(/\/camunda$/, '');

export function cookie(name) {
  return document.cookie.split('; ').find((one) => one.startsWith(`${name}=`))?.slice(name.length + 1);
}

/** Calls one of our own routes; resolves with the response whatever its status, rejects when there is no line. */
export function call(method, path, body, options = {}) {
  const headers = { 'X-HUXIN-XSRF': decodeURIComponent(cookie('HUXIN-XSRF') ?? ''), Accept: 'application/json' };
  if (body !== undefined) {
    headers['Content-Type'] = 'application/json';
  }
  return fetch(root + path, { method, headers, body, credentials: 'same-origin', redirect: 'manual', ...options });
}
