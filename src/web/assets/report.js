// The report's page: copies the paper's text and prints it. Without this script one selects the text at the foot.

import { announce } from './live-regions.js';

const SAID_MS = 3_000;

for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}

for (const link of document.querySelectorAll('[data-copy]')) {
  const source = document.getElementById(link.dataset.copy);
  const words = link.textContent;
  link.addEventListener('click', async (event) => {
    event.preventDefault();
    const copied = await copy(source);
    const said = copied ? 'Скопійовано' : 'Натисніть Ctrl+C';
    link.textContent = said;
    announce(said);
    setTimeout(() => {
      link.textContent = words;
    }, SAID_MS);
  });
}

/** Browsers give the clipboard to https pages only; elsewhere the selection is copied as by hand. */
async function copy(source) {
  try {
    await navigator.clipboard.writeText(source.value);
    return true;
  } catch {
    source.focus();
    source.select();
    return document.execCommand('copy');
  }
}
