// The web app's calls: a 401 waits for the login, a refused form says why in words that people understand.
import { cookie } from './server.js';
import { isSessionOver, isWaiting, loggedInAgain } from './session.js';
import { noteNow } from './time-left.js';
import { nameOfStart, readable, say } from './words.js';

const METHODS = ['post', 'get', 'load', 'put', 'del', 'options', 'head'];

/** Decorates `camAPIHttpClient`, through which Tasklist calls the engine. */
export function patientHttpClient($delegate, $rootScope) {
  return class PatientHttpClient extends $delegate {
    constructor(config) {
      super(config);
      const wire = this._wrapped;
      for (const method of METHODS.filter((name) => wire[name])) {
        const send = wire[method].bind(wire);
        wire[method] = (path, options = {}) => patient(send, path, options, $rootScope);
      }
    }
  };
}

function patient(send, path, options, $rootScope) {
  const heard = options.done ?? (() => {});
  return new Promise((resolve, reject) => {
    const settle = (error, result, headers) => {
      noteNow(headers?.['x-huxin-now']);
      if (options.data?.startableInTasklist && Array.isArray(result)) {
        result.forEach((one) => {
          one.name = nameOfStart(one.key) ?? one.name;
        });
      }
      if (/\/(form|startForm)$/.test(path ?? '')) {
        $rootScope.huxinRefusal = error ? refusalOfForm(error.status, error.message) : null;
      }
      heard(error, result, headers);
      if (error) {
        reject(error);
      } else {
        resolve(result);
      }
    };
    const attempt = () => {
      if (isWaiting()) {
        loggedInAgain().then(attempt);
        return;
      }
      const sent = send(path, {
        ...options,
        headers: { ...options.headers, 'X-XSRF-TOKEN': cookie('XSRF-TOKEN') ?? '' },
        async done(error, result, headers) {
          if (error && await isSessionOver(error.status)) {
            loggedInAgain().then(attempt);
            return;
          }
          settle(error, result, headers);
        }
      });
      // The outcome is told through `done`; the inner promise only repeats it.
      Promise.resolve(sent).catch(() => {});
    };
    attempt();
  });
}

/** Tasklist fetches the deployed form by itself; it gets patience, our reasons and forms that suit a Chinese reader. */
export function teachFetch(adaptForm) {
  const plain = window.fetch.bind(window);
  window.fetch = async (resource, options) => {
    const address = String(resource?.url ?? resource);
    if (!/\/deployed-(start-)?form(\?|$)/.test(address)) {
      return plain(resource, options);
    }
    let response = await plain(resource, options);
    while (response.status === 401) {
      await loggedInAgain();
      response = await plain(resource, options);
    }
    if (!response.ok) {
      const told = await response.json().catch(() => ({}));
      throw new Error(refusalOfForm(response.status, told.message));
    }
    return new Response(JSON.stringify(adaptForm(await response.json())), { status: 200 });
  };
}

function refusalOfForm(status, message) {
  if (readable(message)) {
    return message;
  }
  return say(status === 403 || status === 404 ? 'formClosed' : 'formTrouble');
}

/** What to say when a submission was refused. */
export function refusalOfSubmission(error) {
  if (readable(error.message)) {
    return error.message;
  }
  switch (error.status) {
    case 404:
    case 409:
      return say('taskGone');
    case 403:
      return say('notYours');
    case undefined:
    case 0:
      return say('lineLost');
    default:
      return say(error.status >= 500 ? 'serverTrouble' : 'refused');
  }
}
