// Keys of the moderation queue, and how many appeals are ticked. Keys are told by their place on the keyboard, so that
// they work in the Ukrainian layout too; each person may switch them off in the account.

const list = document.querySelector('[data-shortcuts]');
const count = document.querySelector('[data-bulk-count]');
const unticked = count?.textContent;

const ACTIONS = {
  KeyJ: () => step(1),
  KeyK: () => step(-1),
  KeyX: tick,
  Slash: () => document.getElementById('q')?.focus(),
  Help: toggleHelp,
};

if (list !== null) document.addEventListener('keydown', press);
if (count !== null) document.addEventListener('change', tell);

function press(event) {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || isTyping(event.target)) return;
  const isHelp = event.key === '?' || (event.code === 'Slash' && event.shiftKey);
  const action = ACTIONS[isHelp ? 'Help' : event.code];
  if (action === undefined || (event.shiftKey && !isHelp)) return;
  event.preventDefault();
  action();
}

function isTyping(target) {
  return target.closest('input:not([type="checkbox"]), textarea, select, [contenteditable]') !== null;
}

function cards() {
  return [...document.querySelectorAll('#queue > [data-key]')];
}

function current() {
  return cards().findIndex((card) => card.contains(document.activeElement));
}

function step(by) {
  const all = cards();
  const at = current();
  const next = at < 0 ? 0 : Math.min(Math.max(at + by, 0), all.length - 1);
  all[next]?.querySelector('.queue-subject a').focus();
}

function tick() {
  cards()[current()]?.querySelector('input[type="checkbox"]')?.click();
}

function toggleHelp() {
  const help = document.getElementById('shortcuts');
  if (help === null) return;
  help.open = !help.open;
  if (help.open) help.querySelector('summary').focus();
}

function tell() {
  const ticked = document.querySelectorAll('#queue input[name="number"]:checked').length;
  count.textContent = ticked === 0 ? unticked : `Позначено: ${ticked}.`;
}
