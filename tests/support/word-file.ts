import JSZip from 'jszip';

/** A paragraph of a Word file: the id of its style and what is read. */
export interface WordParagraph {
  readonly style: string | undefined;
  readonly text: string;
}

/** Opens a Word file and reads its parts. */
export async function openWord(bytes: Uint8Array) {
  const zip = await JSZip.loadAsync(bytes);
  const part = async (path: string): Promise<string> => (await zip.file(path)?.async('string')) ?? '';
  const document = await part('word/document.xml');
  return {
    part,
    document,
    paths: Object.keys(zip.files),
    styles: await part('word/styles.xml'),
    core: await part('docProps/core.xml'),
    paragraphs: paragraphsOf(document),
  };
}

/** Paragraphs in order; a tab is `\t`. */
export function paragraphsOf(xml: string): WordParagraph[] {
  return [...xml.matchAll(/<w:p>.*?<\/w:p>/gs)].map(([paragraph]) => ({
    style: /<w:pStyle w:val="([^"]+)"/.exec(paragraph)?.[1],
    text: [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:tab\/>/g)]
      .map(([tag, text]) => (tag === '<w:tab/>' ? '\t' : unescaped(text ?? '')))
      .join(''),
  }));
}

/** What a style says, as XML. */
export function styleOf(styles: string, id: string): string {
  return new RegExp(`<w:style [^>]*w:styleId="${id}".*?</w:style>`, 's').exec(styles)?.[0] ?? '';
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}
