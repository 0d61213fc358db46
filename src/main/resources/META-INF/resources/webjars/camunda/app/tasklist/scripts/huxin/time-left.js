// How much time is left, in words. The server's business clock counts, not the clock of this computer.
import { english, say } from './words.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

let ahead = 0;

/** Takes over the business time that the server sent along (`X-HUXIN-NOW`, ISO instant), if it did. */
export function noteNow(instant) {
  const server = Date.parse(instant ?? '');
  if (!Number.isNaN(server)) {
    ahead = server - Date.now();
  }
}

function instantOf(text) {
  return new Date(String(text).replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
}

function span(length) {
  if (length < MINUTE) {
    return say('moment');
  }
  if (length < HOUR) {
    return say('minutes', Math.floor(length / MINUTE));
  }
  if (length < 2 * DAY) {
    return say('hours', Math.floor(length / HOUR));
  }
  return say('days', Math.floor(length / DAY));
}

/** AngularJS directive `huxin-due="task.due"`: 还剩 3 小时 / 已逾期 2 小时, the exact time on hover. */
export function dueDirective($interval) {
  return {
    restrict: 'A',
    scope: { huxinDue: '=' },
    link(scope, element) {
      const show = () => {
        element.text('');
        if (!scope.huxinDue) {
          return;
        }
        const due = instantOf(scope.huxinDue);
        const left = due.getTime() - Date.now() - ahead;
        element.text(left < 0 ? say('late', span(-left)) : say('timeLeft', span(left)));
        element.toggleClass('huxin-late', left < 0);
        element.attr('title', say('dueAt', due.toLocaleString(english ? 'en-GB' : 'zh-CN',
          { dateStyle: 'long', timeStyle: 'short', timeZone: 'Asia/Shanghai' })));
      };
      scope.$watch('huxinDue', show);
      const timer = $interval(show, MINUTE, 0, false);
      scope.$on('$destroy', () => $interval.cancel(timer));
    }
  };
}
