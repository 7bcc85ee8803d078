// Keeps the sandbox page live: sends the phones' forms without leaving the page, and on each word from the server
// reads the page again and puts in place only what differs. Without this script every form still works by itself.

import { oneAtATime, updateRegions } from './live-regions.js';

const RESTART_MS = 1_500;
const TOAST_MS = 4_000;
const SCRIPT_HEADER = { 'x-sandbox-script': '1' };

document.documentElement.classList.add('scripted');
const restarting = document.getElementById('restarting');
const refresh = oneAtATime(refreshPage);
let source = listen();
for (const chat of document.querySelectorAll('.chat')) scrollDown(chat);

document.addEventListener('submit', (event) => {
  if (!event.target.matches('[data-live-form]')) return;
  event.preventDefault();
  void send(event.target, event.submitter);
});
document.addEventListener('change', (event) => {
  if (event.target.matches('[data-send-on-choice]')) event.target.form.requestSubmit();
  if (event.target.closest('[data-switch]')) void switchResident(event.target.form);
});
document.addEventListener('click', closeMenus);
document.addEventListener(
  'load',
  (event) => {
    // A picture that arrives late pushes the newest words out of sight.
    const chat = event.target.closest?.('.chat');
    if (chat) scrollDown(chat);
  },
  true,
);
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') closeMenus(event, true);
});
document.addEventListener('visibilitychange', () => {
  if (!document.hidden) void refresh();
});

/* --- Sending -------------------------------------------------------------------------------------- */

async function send(form, submitter) {
  if (form.getAttribute('aria-busy') === 'true') return;
  const body = new FormData(form, submitter);
  const action = submitter?.getAttribute('formaction') ?? form.getAttribute('action');
  form.setAttribute('aria-busy', 'true');
  const response = await fetch(action, { method: 'POST', headers: SCRIPT_HEADER, body }).catch(
    () => undefined,
  );
  form.removeAttribute('aria-busy');
  if (response === undefined)
    return toast(form.closest('.phone'), 'Не надіслано: сервіс перезапускається. Спробуйте за мить.');
  if (response.ok) {
    form.reset();
    const menu = form.closest('details');
    if (menu !== null) {
      menu.open = false;
      menu.querySelector('summary').focus();
    }
  } else toast(form.closest('.phone'), 'Не вийшло: цієї кнопки вже немає або файл не підходить.');
  void refresh();
}

function toast(phone, text) {
  const line = phone?.querySelector('.phone-toast') ?? document.getElementById('live-status');
  line.textContent = text;
  setTimeout(() => {
    if (line.textContent === text) line.textContent = '';
  }, TOAST_MS);
}

function closeMenus(event, always = false) {
  for (const menu of document.querySelectorAll('details.popup[open]')) {
    if (always || !menu.contains(event.target)) menu.open = false;
  }
}

/* --- Listening ------------------------------------------------------------------------------------ */

function listen() {
  const events = new EventSource(document.body.dataset.events);
  events.addEventListener('open', () => {
    restarting.hidden = true;
  });
  events.addEventListener('changed', () => {
    if (!document.hidden) void refresh();
  });
  events.addEventListener('notice', (event) => {
    const { messenger, text } = JSON.parse(event.data);
    if (text) toast(document.getElementById(`phone-${messenger}`), text);
  });
  events.addEventListener('error', () => {
    setTimeout(() => {
      if (source === events && events.readyState !== EventSource.OPEN) restarting.hidden = false;
    }, 500);
    if (events.readyState !== EventSource.CLOSED) return;
    setTimeout(() => {
      if (source === events) source = listen();
    }, RESTART_MS);
  });
  return events;
}

async function switchResident(form) {
  const query = new URLSearchParams(new FormData(form));
  history.replaceState(null, '', `/sandbox?${query}`);
  source.close();
  await refreshPage({ wholePhones: true });
  source = listen();
}

/* --- Drawing -------------------------------------------------------------------------------------- */

async function refreshPage({ wholePhones = false } = {}) {
  const response = await fetch(location.href).catch(() => undefined);
  if (!response?.ok) return;
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html');
  document.body.dataset.events = fresh.body.dataset.events;
  if (wholePhones) replacePhones(fresh);
  updateRegions(fresh, (region, focusLost) => {
    const phone = region.closest('.phone');
    if (focusLost) phone?.querySelector('.composer-text')?.focus();
    // The keyboard under the chat changes its height: the newest message stays in sight.
    const chat = phone?.querySelector('.chat');
    if (chat) scrollDown(chat);
  });
}

function replacePhones(fresh) {
  const focusedId = document.activeElement?.id;
  for (const phone of document.querySelectorAll('.phone')) {
    const freshPhone = fresh.getElementById(phone.id);
    phone.replaceWith(freshPhone);
    scrollDown(freshPhone.querySelector('.chat'));
  }
  if (focusedId) document.getElementById(focusedId)?.focus();
}

function scrollDown(chat) {
  chat.scrollTop = chat.scrollHeight;
}
