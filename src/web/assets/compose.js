// Shows a broadcast as it will be while it is typed, has what is typed kept by the way, and takes pictures by drag and paste. Without this script the
// buttons of the form do the same by reloading.

import { announce, oneAtATime, updateRegions } from './live-regions.js';

/** A pause in typing. */
const PAUSE_MS = 400;

const form = document.querySelector('[data-compose]');
let isSaved = true;
let changes = 0;
let timer;

const look = oneAtATime(async () => {
  const before = changes;
  const fresh = await ask('look');
  if (fresh === undefined) return;
  updateRegions(fresh);
  if (changes === before) isSaved = fresh.querySelector('[data-is-kept]') !== null;
});

form.addEventListener('input', (event) => {
  isSaved = false;
  changes += 1;
  if (event.target.type === 'file') return;
  clearTimeout(timer);
  timer = setTimeout(look, PAUSE_MS);
});
form.addEventListener('change', (event) => {
  if (event.target.type === 'file') void changePictures('show');
});
form.addEventListener('submit', (event) => {
  const act = event.submitter?.value ?? 'save';
  if (act === 'save') {
    isSaved = true;
    clearTimeout(timer);
    return;
  }
  event.preventDefault();
  if (act !== 'show' || form.elements.pictureUrl?.value) void changePictures(act);
  else void look();
});
addEventListener('beforeunload', (event) => {
  if (!isSaved) event.preventDefault();
});

form.addEventListener('dragover', (event) => {
  if (event.dataTransfer.types.includes('Files')) event.preventDefault();
});
form.addEventListener('drop', (event) => take(event, event.dataTransfer.files));
document.addEventListener('paste', (event) => take(event, event.clipboardData.files));

function take(event, files) {
  const input = form.elements.photos;
  if (files.length === 0 || input === undefined) return;
  event.preventDefault();
  input.files = files;
  isSaved = false;
  void changePictures('show');
}

/** Sends what is chosen or pressed; the server keeps the pictures and draws their part of the form. */
async function changePictures(act) {
  announce('Картинки готуються…');
  const fresh = await ask(act, true);
  const pictures = fresh?.getElementById('compose-pictures');
  if (!pictures) {
    announce('Не вдалося. Спробуйте ще раз.');
    return;
  }
  document.getElementById('compose-pictures').replaceWith(pictures);
  updateRegions(fresh);
  announce('Готово.');
  const field = [...pictures.querySelectorAll('[name="alt"]')].find(({ value }) => value === '');
  (field ?? pictures.querySelector('input:not([type="hidden"])'))?.focus();
}

async function ask(act, withFiles = false) {
  const typed = new FormData(form);
  typed.set('act', act);
  if (!withFiles) typed.delete('photos');
  const response = await fetch(form.action, { method: 'POST', body: typed }).catch(() => undefined);
  // 422: a picture could not be taken, and the page says why.
  if (response === undefined || !(response.ok || response.status === 422) || response.redirected)
    return undefined;
  return new DOMParser().parseFromString(await response.text(), 'text/html');
}
