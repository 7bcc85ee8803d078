/** Longest address that is kept; browsers and messengers cut longer ones. */
const URL_MAX = 2_048;

/**
 * An address of a feed as a whole one.
 *
 * @param base where the feed was found, or what it says its links are relative to
 * @returns undefined for what leads to no page of the web (`javascript:`, `mailto:`, a lone `#`, nothing)
 */
export function resolveUrl(written: string, base: string): string | undefined {
  const text = written.trim();
  if (text === '' || text.startsWith('#') || !URL.canParse(text, base)) return undefined;
  const url = new URL(text, base);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
  if (url.username !== '' || url.password !== '') return undefined;
  return url.href.length > URL_MAX ? undefined : url.href;
}
