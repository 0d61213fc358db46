// What people type about a student never stays in the browser (security.md). Tasklist would write whole forms into
// localStorage on "Save" and when a session ends; only the web app's own settings may be stored.

const SETTINGS = new Set(['camunda', 'camunda-web']);

const store = Storage.prototype.setItem;
Storage.prototype.setItem = function (key, value) {
  if (SETTINGS.has(String(key))) {
    store.call(this, key, value);
  }
};

for (const storage of [localStorage, sessionStorage]) {
  for (const key of Object.keys(storage)) {
    if (!SETTINGS.has(key)) {
      storage.removeItem(key);
    }
  }
}
