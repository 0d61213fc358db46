// Settings of the welcome page; the parts it shares with Tasklist lie there.
import '../../tasklist/scripts/huxin/quiet-storage.js';
import { freshWords } from '../../tasklist/scripts/huxin/fresh-words.js';
import { english, say } from '../../tasklist/scripts/huxin/words.js';

document.title = say('brandName');
document.documentElement.lang = english ? 'en' : 'zh-CN';

await freshWords('welcome');

export default {
  app: { vendor: english ? 'Huxin' : '护心', name: english ? 'Start' : '首页' },
  locales: { availableLocales: ['zh', 'en'], fallbackLocale: english ? 'en' : 'zh' },
  customScripts: ['scripts/huxin'],
  disableWelcomeMessage: true,
  links: []
};
