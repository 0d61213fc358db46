// The web app takes its words from a cache in the browser that outlives our releases, and on the very first visit it
// draws before they have come. So they are fetched anew before it starts.
import { camunda } from './server.js';
import { english } from './words.js';

/** Puts the words of a web app ("tasklist", "welcome") where it looks for them first. */
export async function freshWords(app) {
  const language = english ? 'en' : 'zh';
  const folder = `${camunda}/app/${app}/locales/`;
  try {
    const response = await fetch(`${folder}${language}.json`, { cache: 'no-cache' });
    const settings = JSON.parse(localStorage.getItem('camunda-web') ?? '{}');
    settings[`${folder}_locales_data_${language}_${window.bust}`] = JSON.stringify(await response.json());
    localStorage.setItem('camunda-web', JSON.stringify(settings));
  } catch {
    // The web app fetches them once more by itself.
  }
}
