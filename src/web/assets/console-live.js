// Keeps a page of the console fresh: on each word from the server the page is read again. Without this script it works
// by reloading.

import { announce, oneAtATime, updateRegions } from './live-regions.js';

/** Between tries when the server cannot be reached at all; while it can, the browser reconnects by itself. */
const RETRY_MS = 30_000;

const eventsHref = document.querySelector('[data-events]')?.dataset.events;
if (eventsHref !== undefined) listen(eventsHref);

setInterval(countDown, 1_000);

/** Seconds that run out; whatever happens then, the server says. */
function countDown() {
  for (const seconds of document.querySelectorAll('[data-countdown]'))
    seconds.textContent = String(Math.max(0, Number(seconds.textContent) - 1));
  for (const bar of document.querySelectorAll('[data-countdown-bar]')) bar.value -= 1;
}

function listen(href) {
  const source = new EventSource(href);
  const refresh = oneAtATime(() => refreshPage(source));
  source.addEventListener('changed', () => {
    if (!document.hidden) void refresh();
  });
  source.addEventListener('error', () => {
    if (source.readyState === EventSource.CLOSED) setTimeout(() => listen(href), RETRY_MS);
  });
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) void refresh();
  });
}

async function refreshPage(source) {
  const response = await fetch(location.href).catch(() => undefined);
  if (response === undefined) return;
  if (!response.ok || new URL(response.url).pathname === '/login') {
    source.close();
    announce('Сторінка більше не оновлюється сама. Оновіть її.');
    return;
  }
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html');
  updateRegions(fresh);
}
