/** A piece of HTML as a lenient reader sees it. */
export type HtmlToken =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'open'; readonly name: string; readonly attributes: string }
  | { readonly kind: 'close'; readonly name: string };

/** What is between these is not for people. */
const HIDDEN = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'iframe',
  'object',
  'svg',
  'math',
  'head',
  'title',
  'textarea',
  'select',
]);

/** Quotes may hold `>`. */
const TAG = /<(\/?)([a-zA-Z][\w:-]{0,30})((?:[^<>"']|"[^"<]*"|'[^'<]*')*)>/y;
/** A quote is never closed: the tag ends at the first `>`. */
const BROKEN_TAG = /<(\/?)([a-zA-Z][\w:-]{0,30})([^<>]*)>/y;
/** The text was cut in the middle of a tag. */
const CUT_TAG = /<\/?[a-zA-Z][^<>]*$/y;

/**
 * Reads HTML the way a browser would, without ever failing: a `<` that begins no tag is text, what scripts and styles
 * hold is dropped, and a comment or a script that never ends takes the rest with it. Takes time proportional to the
 * text.
 */
export function* htmlTokens(html: string): Generator<HtmlToken> {
  let place = 0;
  while (place < html.length) {
    const next = html.indexOf('<', place);
    const end = next === -1 ? html.length : next;
    if (end > place) yield { kind: 'text', text: html.slice(place, end) };
    if (next === -1) return;
    if (html[next + 1] === '!' || html[next + 1] === '?') {
      place = afterDeclaration(html, next);
      continue;
    }
    const tag = matchAt(TAG, html, next) ?? matchAt(BROKEN_TAG, html, next);
    if (!tag) {
      if (matchAt(CUT_TAG, html, next)) return;
      yield { kind: 'text', text: '<' };
      place = next + 1;
      continue;
    }
    const [whole, slash, written = '', attributes = ''] = tag;
    const name = written.toLowerCase();
    place = next + whole.length;
    if (slash === '' && HIDDEN.has(name)) place = afterHidden(html, name, place, attributes);
    else yield slash === '' ? { kind: 'open', name, attributes } : { kind: 'close', name };
  }
}

function matchAt(pattern: RegExp, text: string, place: number): RegExpExecArray | undefined {
  pattern.lastIndex = place;
  return pattern.exec(text) ?? undefined;
}

/** Behind a comment, `<!DOCTYPE …>`, `<![CDATA[…]]>` or `<?…>`; at the end of the text when it never ends. */
function afterDeclaration(html: string, from: number): number {
  const ending = html.startsWith('<!--', from) ? '-->' : html.startsWith('<![CDATA[', from) ? ']]>' : '>';
  const end = html.indexOf(ending, from + 2);
  return end === -1 ? html.length : end + ending.length;
}

function afterHidden(html: string, name: string, from: number, attributes: string): number {
  if (attributes.endsWith('/')) return from;
  const end = new RegExp(`</${name}[^<>]*>`, 'gi');
  end.lastIndex = from;
  return end.exec(html) ? end.lastIndex : html.length;
}

/** Value of an attribute as it was written, with its entities; undefined when the tag has none of that name. */
export function attributeOf(attributes: string, name: string): string | undefined {
  const match = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(
    attributes,
  );
  return match?.[1] ?? match?.[2] ?? match?.[3];
}
