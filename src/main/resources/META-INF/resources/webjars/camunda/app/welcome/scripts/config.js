// Settings of the welcome page; the parts it shares with Tasklist lie there.
import '../../tasklist/scripts/huxin/quiet-storage.js';
import { freshWords } from '../../tasklist/scripts/huxin/fresh-words.js';
import { root } from '../../tasklist/scripts/huxin/server.js';
import { english, say } from '../../tasklist/scripts/huxin/words.js';

document.title = say('brandName');
document.querySelector('link[rel="icon"]').href = `${root}/assets/mark.svg`;
document.documentElement.lang = english ? 'en' : 'zh-CN';

await freshWords('welcome');

export default {
  app: { vendor: english ? 'Huxin' : '护心', name: english ? 'Start' : '首页' },
  // There are zh.json and en.json. Which one was decided above: left with both, the web app would ask the browser only.
  locales: english ? { availableLocales: ['en'], fallbackLocale: 'en' } : { availableLocales: ['zh'], fallbackLocale: 'zh' },
  customScripts: ['scripts/huxin'],
  disableWelcomeMessage: true,
  links: []
};
