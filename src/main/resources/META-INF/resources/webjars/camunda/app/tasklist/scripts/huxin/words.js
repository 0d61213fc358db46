// The words that the web app's own locale files have no key for: [Chinese, English].
import { cookie } from './server.js';

const WORDS = {
  brand: ['护心 任务列表', 'Huxin Tasks'],
  brandName: ['护心', 'Huxin'],
  emergency: ['情况紧急，先救人：急救 120 · 报警 110 · 心理援助热线 12356（24 小时）',
    'In an emergency act first: ambulance 120 · police 110 · psychological aid 12356 (24 hours)'],
  timeLeft: ['还剩 {0}', '{0} left'],
  late: ['已逾期 {0}', '{0} late'],
  days: ['{0} 天', '{0} days'],
  hours: ['{0} 小时', '{0} hours'],
  minutes: ['{0} 分钟', '{0} minutes'],
  moment: ['不到 1 分钟', 'less than a minute'],
  dueAt: ['期限：{0}', 'Due: {0}'],
  length: ['{0} / {1} 字', '{0} / {1} characters'],
  draftSaved: ['已自动保存 {0}', 'Saved automatically {0}'],
  draftWaits: ['暂时没能自动保存，稍后会再试', 'Could not save automatically, trying again soon'],
  claimFirst: ['想要办理，请先点「我来处理」，再填写。', 'Please claim this task above before filling in the form.'],
  takenByOther: ['这件待办正由别的老师处理，您不用做什么。', 'Someone else works on this task; there is nothing for you to do.'],
  fieldsLeft: ['还有 {0} 处需要填写或修改，已为您标出。', '{0} fields still need your attention; they are marked.'],
  submitted: ['已提交，内容已安全保存。', 'Submitted; what you wrote is safely stored.'],
  taskGone: ['这件待办刚刚由别的老师办完了，所以这次没有提交。您填写的内容还在这一页，需要的话请先复制下来，再打开别的待办。',
    'Someone else finished this task a moment ago, so nothing was submitted. What you typed is still on this page; copy what you need.'],
  notYours: ['这件待办现在不由您办理，所以这次没有提交。您填写的内容还在这一页，请联系负责的心理老师。',
    'This task is not yours at the moment, so nothing was submitted. What you typed is still on this page.'],
  refused: ['这次没有提交成功。您填写的内容还在，请检查后再点「提交」。',
    'This was not submitted. What you typed is still here; please check it and submit again.'],
  serverTrouble: ['系统出错了，不是您的问题，这次没有提交成功。您填写的内容还在，请过一会儿再点「提交」。',
    'The server failed, not you; this was not submitted. What you typed is still here; please submit again in a moment.'],
  lineLost: ['网络断开了，这次没有提交成功。您填写的内容还在，网络恢复后请再点「提交」。',
    'The connection is lost; this was not submitted. What you typed is still here; submit again when you are back online.'],
  formClosed: ['这份表单现在不对您开放。如果您认为应该由您办理，请联系本校管理员。',
    'This form is not open to you at the moment. If you think it should be, please ask your administrator.'],
  formTrouble: ['表单没能打开，请刷新页面再试。', 'The form could not be opened. Please reload the page.'],
  actionFailed: ['这项操作没有成功，请刷新页面后再试。', 'This did not work. Please reload the page and try again.'],
  sessionOver: ['登录已过期，您填写的内容还在。请重新登录。', 'Your session has ended. What you typed is still here. Please log in again.'],
  sessionHow: ['登录页面会在新标签页里打开。登录后回到这里，就可以接着填写。', 'The login opens in a new tab. Log in there and come back here to go on.'],
  sessionOther: ['现在登录的是另一个账号。请用「{0}」登录，才能接着填写。', 'Somebody else is logged in now. Please log in as "{0}" to go on.'],
  logInAgain: ['重新登录', 'Log in again'],
  giveUp: ['放弃这里填写的内容', 'Give up what I typed here'],
  sessionBack: ['已重新登录，可以接着填写。', 'You are logged in again and can go on.'],
  backToList: ['返回列表', 'Back to the list'],
  home: ['回到首页', 'Home']
};

/** Whether the person chose English on our own pages or, without a choice, whose browser asks for it first. All others
    get Chinese. */
export const english = (cookie('huxin-language') ?? navigator.languages?.[0] ?? navigator.language ?? '')
  .toLowerCase().startsWith('en');

/** The words for a key in the person's language, with {0}, {1}… filled in. */
export function say(key, ...values) {
  return WORDS[key][english ? 1 : 0].replace(/\{(\d)\}/g, (_, index) => values[index]);
}

// Who starts something looks for what he does, not for the name of the whole process.
const STARTS = { CrisisCase: ['发现上报', 'Report a concern'] };

/** The name of a start in the start list, where it differs from the process's own. */
export function nameOfStart(process) {
  return STARTS[process]?.[english ? 1 : 0];
}

/** Whether a text may be shown to this person as it is: a Chinese reader gets Chinese only. */
export function readable(text) {
  return Boolean(text) && (english || /[\u4e00-\u9fff]/.test(text));
}
