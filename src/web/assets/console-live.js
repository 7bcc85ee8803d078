// Keeps the regions marked `data-live` as fresh as the server's own page. On each word from the server the
// page is read again and only what differs is put in place. Without this script the page works by reloading.

const FOCUSABLE = 'a[href], button, input, select, textarea, summary, audio, [tabindex]';
/** Between tries when the server cannot be reached at all; while it can, the browser reconnects by itself. */
const RETRY_MS = 30_000;

const eventsHref = document.querySelector('[data-events]')?.dataset.events;
if (eventsHref !== undefined) listen(eventsHref);

setInterval(countDown, 1_000);

/** Seconds that run out; whatever happens then, the server says. */
function countDown() {
  for (const seconds of document.querySelectorAll('[data-countdown]'))
    seconds.textContent = String(Math.max(0, Number(seconds.textContent) - 1));
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

/** A call during another one makes it run once more, never twice at a time. */
function oneAtATime(work) {
  let isRunning = false;
  let isWanted = false;
  return async () => {
    isWanted = true;
    if (isRunning) return;
    isRunning = true;
    while (isWanted) {
      isWanted = false;
      await work();
    }
    isRunning = false;
  };
}

async function refreshPage(source) {
  const response = await fetch(location.href).catch(() => undefined);
  if (response === undefined) return;
  if (response.redirected || !response.ok) {
    source.close();
    announce('Сторінка більше не оновлюється сама. Оновіть її.');
    return;
  }
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html');
  for (const region of document.querySelectorAll('[data-live]')) {
    const freshRegion = fresh.getElementById(region.id);
    if (freshRegion !== null) updateRegion(region, freshRegion);
  }
}

function updateRegion(region, fresh) {
  if (region.innerHTML === fresh.innerHTML) return;
  const focusedIndex = [...region.querySelectorAll(FOCUSABLE)].indexOf(document.activeElement);
  if (region.querySelector(':scope > [data-key]') || fresh.querySelector(':scope > [data-key]')) {
    updateList(region, fresh);
  } else {
    region.replaceChildren(...fresh.childNodes);
  }
  const focusLost = focusedIndex >= 0 && !region.contains(document.activeElement);
  if (focusLost) region.querySelectorAll(FOCUSABLE)[focusedIndex]?.focus();
}

/** Items are told apart by `data-key`; one that did not change stays the same element, its sound playing on. */
function updateList(list, fresh) {
  const known = new Map([...list.children].map((item) => [item.dataset.key, item]));
  const items = [...fresh.children].map((item) => {
    const same = known.get(item.dataset.key);
    known.delete(item.dataset.key);
    if (same === undefined) return arrive(item);
    same.classList.remove('is-new');
    if (same.outerHTML === item.outerHTML) return same;
    same.replaceWith(item);
    return item;
  });
  for (const gone of known.values()) gone.remove();
  items.forEach((item, index) => {
    if (list.children[index] !== item) list.insertBefore(item, list.children[index] ?? null);
  });
}

function arrive(item) {
  item.classList.add('is-new');
  item.addEventListener('animationend', () => item.classList.remove('is-new'), { once: true });
  if (item.dataset.announce !== undefined) announce(item.dataset.announce);
  return item;
}

function announce(text) {
  const status = document.getElementById('live-status');
  if (status !== null) status.textContent = text;
}
