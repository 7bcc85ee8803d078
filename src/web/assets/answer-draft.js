// Keeps what is typed in the answer's form as a draft on the server, a moment after the last key. Without this script
// the button «Зберегти чернетку» does it.

/** After the last key, in milliseconds. */
const PAUSE_MS = 1_500;

const form = document.querySelector('[data-draft]');
const state = form?.querySelector('[data-draft-state]');
const text = form?.querySelector('textarea');
let timer;
let saved = text?.defaultValue;
let isSending = false;

text?.addEventListener('input', saveSoon);
// On a slow line somebody types before this script is there.
if (text?.value !== saved) saveSoon();
form?.addEventListener('submit', () => {
  isSending = true;
  clearTimeout(timer);
});
// A tab that is closed in the middle of a word.
document.addEventListener('visibilitychange', () => {
  if (document.hidden) void save();
});

function saveSoon() {
  clearTimeout(timer);
  timer = setTimeout(save, PAUSE_MS);
}

async function save() {
  clearTimeout(timer);
  if (isSending || text.value === saved) return;
  const typed = text.value;
  const body = new FormData(form);
  body.delete('files');
  const response = await fetch(form.dataset.draft, {
    method: 'POST',
    body,
    headers: { accept: 'application/json' },
    keepalive: true,
  }).catch(() => undefined);
  if (isSending) return;
  if (response?.status !== 204) {
    state.textContent = 'Чернетку не збережено: немає зв’язку із сервером.';
    return;
  }
  saved = typed;
  const clock = new Date().toLocaleTimeString('uk', { hour: '2-digit', minute: '2-digit' });
  state.textContent = `Чернетку збережено о ${clock}.`;
}
