// Settings of Tasklist. Loaded before everything else of the page, so what must be true from the first moment starts here.
import './huxin/quiet-storage.js';
import './huxin/second-try.js';
import { freshWords } from './huxin/fresh-words.js';
import { root } from './huxin/server.js';
import { english, say } from './huxin/words.js';

document.title = say('brand');
document.querySelector('link[rel="icon"]').href = `${root}/assets/mark.svg`;
document.documentElement.lang = english ? 'en' : 'zh-CN';

await freshWords('tasklist');

export default {
  app: { vendor: english ? 'Huxin' : '护心', name: english ? 'Tasks' : '任务列表' },
  // The zone of the browser is shown by no one: every school of ours lives on Beijing time.
  dateFormat: { normal: 'LLL', long: 'LLLL' },
  // There are zh.json and en.json. Which one was decided above: left with both, the web app would ask the browser only.
  locales: english ? { availableLocales: ['en'], fallbackLocale: 'en' } : { availableLocales: ['zh'], fallbackLocale: 'zh' },
  customScripts: ['scripts/huxin/tasklist'],
  disableWelcomeMessage: true
  // No shortcuts: those of the vendor start, claim and filter in ways that we removed.
};
