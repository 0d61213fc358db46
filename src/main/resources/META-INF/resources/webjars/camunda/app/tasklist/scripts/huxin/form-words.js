// form-js 1.8.7 speaks English only. Its few own words are changed where they appear: in error lines, placeholders,
// drop-downs and the calendar. What people typed is never touched: it stands in no text node and no such attribute.
import { english } from './words.js';

const EXACT = new Map(Object.entries({
  'Field is required.': '这一项还没有填。',
  'Date and time must both be entered.': '日期和时间都要填。',
  'Value is not a number.': '请填写数字。',
  'Field must be a valid email.': '邮箱地址不对，请检查。',
  'Field must be a valid  international phone number. (e.g. +4930664040900)': '电话号码不对，请检查。',
  Search: '输入文字查找',
  Select: '请选择',
  'No results': '没有找到',
  'All values selected': '都已选上',
  'Skip to search': '跳到查找',
  'Remove tag': '移除',
  'Add new': '再加一项',
  'Nothing to show.': '这里还没有内容。',
  'Previous page': '上一页',
  'Next page': '下一页',
  Increment: '加一',
  Decrement: '减一',
  'hh:mm': '时:分',
  'hh:mm ?m': '时:分',
  Month: '月',
  Year: '年',
  Hour: '时',
  Minute: '分',
  'Powered by bpmn.io': '由 bpmn.io 提供支持',
  'zoom in': '放大',
  'zoom out': '缩小',
  'reset zoom': '恢复大小'
}));

const PATTERNS = [
  [/^Field must match pattern .*\.$/s, '格式不对，请检查。'],
  [/^Field must have minimum length of (.+)\.$/, '至少写 $1 个字。'],
  [/^Field must have maximum length of (.+)\.$/, '最多 $1 个字，请缩短一些。'],
  [/^Field must have minimum value of (.+)\.$/, '不能小于 $1。'],
  [/^Field must have maximum value of (.+)\.$/, '不能大于 $1。'],
  [/^Value is expected to be an integer\.$/, '请填写整数。'],
  [/^Value is expected to have at most (\d+) decimal digits?\.$/, '最多 $1 位小数。'],
  [/^Please select a valid value, the two nearest valid values are (.+) and (.+)\.$/, '请填写 $1 或 $2。'],
  [/^Remove list item (\d+)$/, '移除第 $1 项'],
  [/^[mdy]+([/.-])[mdy]+\1[mdy]+\.?$/i, '年/月/日']
];

const CALENDAR = {
  weekdays: { shorthand: ['日', '一', '二', '三', '四', '五', '六'],
    longhand: ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'] },
  months: { shorthand: months(), longhand: months() },
  firstDayOfWeek: 1,
  rangeSeparator: ' 至 ',
  weekAbbreviation: '周',
  scrollTitle: '滚动切换',
  toggleTitle: '点击切换',
  yearAriaLabel: '年',
  monthAriaLabel: '月',
  hourAriaLabel: '时',
  minuteAriaLabel: '分',
  ordinal: () => '日',
  time_24hr: true
};

const ATTRIBUTES = ['placeholder', 'title', 'aria-label'];

function months() {
  return Array.from({ length: 12 }, (_, index) => `${index + 1}月`);
}

/** The Chinese words for one of form-js's own, or the text as it is. */
export function translated(text) {
  if (english) {
    return text;
  }
  const known = EXACT.get(text);
  if (known !== undefined) {
    return known;
  }
  const pattern = PATTERNS.find(([shape]) => shape.test(text));
  return pattern ? text.replace(pattern[0], pattern[1]) : text;
}

/** Keeps the words under an element Chinese for as long as it lives. */
export function keepChinese(container) {
  if (english) {
    return;
  }
  translateAll(container);
  const observer = new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === 'childList') {
        change.addedNodes.forEach(translateAll);
      } else {
        translate(change.target, change.attributeName);
      }
    }
    container.querySelectorAll?.('.fjs-datepicker input').forEach(chineseCalendar);
  });
  observer.observe(container, { childList: true, subtree: true, characterData: true, attributeFilter: ATTRIBUTES });
}

function translateAll(node) {
  if (node.nodeType === Node.TEXT_NODE) {
    translate(node);
  } else if (node.nodeType === Node.ELEMENT_NODE) {
    ATTRIBUTES.forEach((name) => translate(node, name));
    node.childNodes.forEach(translateAll);
  }
}

function translate(node, attribute) {
  if (node.nodeType === Node.TEXT_NODE) {
    // Form texts are written by the school; only form-js's own words are changed.
    if (!node.parentElement?.closest('.fjs-form-field-text, textarea, .djs-container')) {
      change(node.data, (text) => {
        node.data = text;
      });
    }
  } else if (attribute && node.hasAttribute?.(attribute)) {
    change(node.getAttribute(attribute), (text) => node.setAttribute(attribute, text));
  }
}

function change(text, set) {
  const chinese = translated(text);
  if (chinese !== text) {
    set(chinese);
  }
}

/** What people type for a day: 2026/11/5, 2026-11-05, 20261105, 2026年11月5日, and 11月5日 of this year. */
function dateOf(text) {
  const [, year = new Date().getFullYear(), month, day] = /^\s*(?:(\d{4})\D+)?(\d{1,2})\D+(\d{1,2})\D*$/.exec(text)
    ?? /^\s*(\d{4})(\d\d)(\d\d)\s*$/.exec(text) ?? [];
  const date = new Date(Number(year), Number(month) - 1, Number(day));
  return date.getDate() === Number(day) && date.getMonth() === Number(month) - 1 ? date : undefined;
}

function chineseCalendar(input) {
  const calendar = input._flatpickr;
  if (calendar && calendar.l10n.firstDayOfWeek !== CALENDAR.firstDayOfWeek) {
    calendar.set('locale', CALENDAR);
    calendar.set('dateFormat', 'Y/m/d');
    calendar.set('parseDate', dateOf);
    if (calendar.selectedDates.length > 0) {
      calendar.setDate(calendar.selectedDates, false);
    }
  }
}

/** Fits a form's schema to its readers before it is shown: the clock has 24 hours, a time that was told is shown to the
    minute. */
export function adaptForm(schema) {
  const adapt = (component) => ({
    ...component,
    ...(component.type === 'datetime' ? { use24h: true } : {}),
    ...(component.type === 'datetime' && (component.readonly || component.disabled) ? { timeInterval: 1 } : {}),
    ...(component.components ? { components: component.components.map(adapt) } : {})
  });
  return adapt(schema);
}
