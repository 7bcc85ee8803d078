import type { TextRange } from '../../lib/split-text.js';
import type { Run } from '../styled-text.js';

/**
 * Telegram HTML of a stretch of the visible text: marks that reach over its edges are closed and opened again.
 *
 * @param range in UTF-16 units of all the runs' texts joined
 * @see https://core.telegram.org/bots/api#html-style
 */
export function telegramHtml(runs: readonly Run[], range: TextRange): string {
  let offset = 0;
  let html = '';
  for (const run of runs) {
    const text = run.text.slice(Math.max(0, range.start - offset), Math.max(0, range.end - offset));
    if (text !== '') html += marked({ ...run, text });
    offset += run.text.length;
  }
  return html;
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
