/** Names of parameters that only tell who sent the reader, lower case; those that begin with `utm_` too. */
const TRACKING_PARAMETERS: ReadonlySet<string> = new Set([
  '_ga',
  '_gl',
  '_openstat',
  'dclid',
  'fbclid',
  'gbraid',
  'gclid',
  'gclsrc',
  'igsh',
  'igshid',
  'mc_cid',
  'mc_eid',
  'msclkid',
  'srsltid',
  'ttclid',
  'twclid',
  'wbraid',
  'yclid',
]);

/** Names under which one machine serves the same site: `mail.` is what shared hosting adds beside `www.`. */
const SAME_SITE = /^(?:www|mail)\.(?=[^.]+\.)/;

/**
 * The address that two spellings of one page share: without case and final dot of the host, `www.`, final slashes of
 * the path, parameters that only track the reader, and fragment; http and https are the same page. Applied to its own
 * result it changes nothing.
 *
 * @returns undefined for what is no http or https address
 */
export function canonicalUrl(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const { protocol, hostname, port, pathname, search } = new URL(text);
  if (protocol !== 'http:' && protocol !== 'https:') return undefined;
  const host = canonicalHost(hostname);
  if (host === '') return undefined;
  const path = spelledOnce(pathname).replace(/\/+$/, '');
  const query = canonicalQuery(search);
  return `https://${host}${port === '' || port === '80' || port === '443' ? '' : `:${port}`}${path}${query}`;
}

function canonicalHost(hostname: string): string {
  const host = hostname.replace(/\.+$/, '');
  const shorter = host.replace(SAME_SITE, '');
  return shorter === host ? host : canonicalHost(shorter);
}

function canonicalQuery(search: string): string {
  const kept = search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '' && !isTracking(pair));
  return kept.length === 0 ? '' : `?${spelledOnce(kept.join('&'))}`;
}

function isTracking(pair: string): boolean {
  const name = spelledOnce(pair.split('=', 1)[0] ?? '').toLowerCase();
  return name.startsWith('utm_') || TRACKING_PARAMETERS.has(name);
}

/** `%7e` and `~` are the same letter, `%d0` and `%D0` the same byte. @see https://www.rfc-editor.org/rfc/rfc3986#section-6.2.2 */
function spelledOnce(text: string): string {
  return text.replaceAll(/%[0-9a-f]{2}/gi, (byte) => {
    const letter = String.fromCharCode(Number.parseInt(byte.slice(1), 16));
    return /[A-Za-z0-9\-._~]/.test(letter) ? letter : byte.toUpperCase();
  });
}
