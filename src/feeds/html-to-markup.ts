import { decodeEntities } from './entities.js';
import { attributeOf, htmlTokens } from './html-tokens.js';
import { resolveUrl } from './resolve-url.js';

/** Tags that end a paragraph on both sides. */
const BLOCKS = new Set(
  'address article aside blockquote body center dd details div dl dt fieldset figure figcaption footer form h1 h2 h3 h4 h5 h6 header hr html main nav p pre section table tbody tfoot thead tr'.split(
    ' ',
  ),
);
const BOLD = new Set(['b', 'strong']);

/** A stretch of words with one look. */
interface Run {
  readonly text: string;
  readonly bold: boolean;
  readonly url: string | undefined;
}

/**
 * A description in HTML as our small safe markup: paragraphs, line breaks, lists, bold and links that lead to an http
 * or https page. Everything else is its words alone; scripts and styles are not even that. Never throws.
 *
 * @param base what relative links are relative to
 */
export function htmlToMarkup(html: string, base: string): string {
  const lines: string[] = [];
  let runs: Run[] = [];
  let bold = 0;
  let url: string | undefined;
  let marker = '';
  let isInItem = false;
  const endLine = (isParagraph: boolean) => {
    const words = runs.map(markup).join('').replaceAll(/ {2,}/g, ' ').trim();
    runs = [];
    if (words !== '') {
      lines.push(`${marker}${words}`);
      marker = '';
    }
    if (isParagraph && !isInItem && lines.length > 0 && lines.at(-1) !== '') lines.push('');
  };

  for (const token of htmlTokens(html)) {
    if (token.kind === 'text') {
      const text = decodeEntities(token.text).replaceAll(/\s+/g, ' ');
      const last = runs.at(-1);
      if (last && last.bold === bold > 0 && last.url === url)
        runs[runs.length - 1] = { ...last, text: last.text + text };
      else runs.push({ text, bold: bold > 0, url });
      continue;
    }
    const isOpening = token.kind === 'open';
    if (token.name === 'ul' || token.name === 'ol') {
      isInItem = false;
      endLine(true);
    } else if (BLOCKS.has(token.name)) endLine(true);
    else if (token.name === 'br') endLine(false);
    else if (token.name === 'td' || token.name === 'th')
      runs.push({ text: ' ', bold: false, url: undefined });
    else if (BOLD.has(token.name)) bold = Math.max(0, bold + (isOpening ? 1 : -1));
    else if (token.name === 'a')
      url = isOpening
        ? resolveUrl(decodeEntities(attributeOf(token.attributes, 'href') ?? ''), base)
        : undefined;
    else if (token.name === 'li') {
      endLine(false);
      isInItem = isOpening;
      marker = isOpening ? '- ' : '';
    }
  }
  endLine(true);
  return lines.join('\n').trim();
}

/** The words alone, in one line: for titles. */
export function htmlToLine(html: string): string {
  let line = '';
  for (const token of htmlTokens(html)) line += token.kind === 'text' ? decodeEntities(token.text) : '';
  return line.replaceAll(/\s+/g, ' ').trim();
}

/** Marks stand close to the words, with the spaces outside; where a mark would not be understood, words alone. */
function markup({ text, bold, url }: Run): string {
  const words = text.trim();
  if (words === '') return text;
  const around = (marked: string) => text.replace(words, () => marked);
  if (url !== undefined && !/[[\]]/.test(words) && words !== url)
    return around(`[${words}](${withoutBrackets(url)})`);
  return bold && !words.includes('*') ? around(`**${words}**`) : text;
}

/** Round brackets would end a link in our markup. */
function withoutBrackets(url: string): string {
  return url.replaceAll('(', '%28').replaceAll(')', '%29');
}
