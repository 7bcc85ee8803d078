// Shared by the pages that keep themselves fresh: the parts marked `data-live` are read again from the server's own page,
// and only what differs is put in place, so that focus, open menus and a playing sound survive.

const FOCUSABLE = 'a[href], button, input, select, textarea, summary, audio, [tabindex]';

/** A call during another one makes it run once more, never twice at a time. */
export function oneAtATime(work) {
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

/** @param changed called with each part that was drawn anew, and whether the focus was in it and is lost */
export function updateRegions(fresh, changed = () => {}) {
  for (const region of document.querySelectorAll('[data-live]')) {
    const freshRegion = fresh.getElementById(region.id);
    if (freshRegion !== null && region.innerHTML !== freshRegion.innerHTML)
      changed(region, updateRegion(region, freshRegion));
  }
}

export function announce(text) {
  const status = document.getElementById('live-status');
  if (status !== null) status.textContent = text;
}

function updateRegion(region, fresh) {
  const focusedIndex = [...region.querySelectorAll(FOCUSABLE)].indexOf(document.activeElement);
  const isList = [region, fresh].some((part) => part.querySelector(':scope > [data-key]'));
  if (isList) updateList(region, fresh);
  else region.replaceChildren(...fresh.childNodes);
  if (focusedIndex < 0 || region.contains(document.activeElement)) return false;
  const next = region.querySelectorAll(FOCUSABLE)[focusedIndex] ?? region.querySelector(FOCUSABLE);
  next?.focus();
  return next === null;
}

/** Items are told apart by `data-key`; one that did not change stays the same element. */
function updateList(list, fresh) {
  const known = new Map([...list.children].map((item) => [item.dataset.key, item]));
  const items = [...fresh.children].map((item) => {
    const same = known.get(item.dataset.key);
    known.delete(item.dataset.key);
    if (same === undefined) return arrive(item);
    if (withoutArrival(same) === item.outerHTML) return same;
    replaceItem(same, item);
    return item;
  });
  for (const gone of known.values()) gone.remove();
  items.forEach((item, index) => {
    if (list.children[index] !== item) list.insertBefore(item, list.children[index] ?? null);
  });
}

/** What somebody has ticked, and where their focus is, outlives the news. */
function replaceItem(same, item) {
  for (const box of same.querySelectorAll('input[type="checkbox"]')) {
    const fresh = item.querySelector(`input[type="checkbox"][name="${box.name}"]`);
    if (fresh !== null) fresh.checked = box.checked;
  }
  const focusedIndex = [...same.querySelectorAll(FOCUSABLE)].indexOf(document.activeElement);
  same.replaceWith(item);
  item.querySelectorAll(FOCUSABLE)[focusedIndex]?.focus();
}

function withoutArrival(item) {
  return item.outerHTML.replace(/^(<[^>]*class="[^"]*?) is-new(?=[ "])/, '$1');
}

function arrive(item) {
  item.classList.add('is-new');
  item.addEventListener('animationend', () => item.classList.remove('is-new'), { once: true });
  if (item.dataset.announce !== undefined) announce(item.dataset.announce);
  return item;
}
