import type { Run } from '../../domain/shown-message.js';

/**
 * Words in styles as Telegram HTML.
 * @see https://core.telegram.org/bots/api#html-style
 */
export function telegramHtml(runs: readonly Run[]): string {
  return runs.map(marked).join('');
}

function marked({ text, bold, italic, url }: Run): string {
  let html = escapeHtml(text);
  if (italic) html = `<i>${html}</i>`;
  if (bold) html = `<b>${html}</b>`;
  return url === undefined ? html : `<a href="${escapeHtml(url)}">${html}</a>`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
