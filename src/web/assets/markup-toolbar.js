// Buttons above the text of a broadcast that write its marks for whoever does not want to know them.

const BUTTONS = [
  { words: 'Жирний', key: 'b', apply: (text) => around(text, '**') },
  { words: 'Курсив', key: 'i', apply: (text) => around(text, '_') },
  { words: 'Посилання', key: 'k', apply: link },
  { words: 'Список', apply: list },
];

const area = document.getElementById('text');
if (area !== null) area.before(toolbar(area));

function toolbar(text) {
  const bar = document.createElement('div');
  bar.className = 'markup-toolbar';
  bar.setAttribute('role', 'group');
  bar.setAttribute('aria-label', 'Оформлення тексту');
  bar.append(...BUTTONS.map((button) => toButton(button, text)));
  text.addEventListener('keydown', (event) => {
    const chosen = BUTTONS.find(({ key }) => key !== undefined && key === letterOf(event));
    if (chosen === undefined || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    event.preventDefault();
    chosen.apply(text);
  });
  return bar;
}

function toButton({ words, key, apply }, text) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button button-secondary button-small';
  button.textContent = words;
  if (key !== undefined) button.title = `Ctrl+${key.toUpperCase()}`;
  button.addEventListener('click', () => apply(text));
  return button;
}

/** The key by its place: on a Ukrainian keyboard Ctrl+B gives «и». */
function letterOf({ code }) {
  return code.startsWith('Key') ? code.slice(3).toLowerCase() : undefined;
}

/** Marks what is chosen, without the spaces around it: the mark would not count there. */
function around(text, mark) {
  const [, before, words, after] = /^(\s*)(.*?)(\s*)$/s.exec(chosenIn(text));
  insert(text, `${before}${mark}${words}${mark}${after}`);
  if (words === '') moveBack(text, mark.length);
}

function link(text) {
  const words = chosenIn(text).trim();
  const address = prompt('Адреса сторінки', 'https://');
  if (address === null || !/^https?:\/\/\S+\.\S+/.test(address.trim())) {
    text.focus();
    return;
  }
  insert(text, `[${words || 'слова посилання'}](${address.trim()})`);
}

/** Every line that is chosen, or the one with the cursor, becomes an item. */
function list(text) {
  const start = text.value.lastIndexOf('\n', text.selectionStart - 1) + 1;
  const next = text.value.indexOf('\n', text.selectionEnd);
  text.setSelectionRange(start, next < 0 ? text.value.length : next);
  insert(text, chosenIn(text).replace(/^(?!- )/gm, '- '));
}

function chosenIn({ value, selectionStart, selectionEnd }) {
  return value.slice(selectionStart, selectionEnd);
}

/** As if typed, so that Ctrl+Z takes it back; no browser has another way to do that. */
function insert(text, words) {
  text.focus();
  if (!document.execCommand('insertText', false, words))
    text.setRangeText(words, text.selectionStart, text.selectionEnd, 'end');
  text.dispatchEvent(new Event('input', { bubbles: true }));
}

function moveBack(text, units) {
  const at = text.selectionEnd - units;
  text.setSelectionRange(at, at);
}
