/** Where the page asks for files of the chats; the rest is their path on the emulators' server. */
const MEDIA_PREFIX = '/sandbox/media';

/** Pictures of broadcasts that the service itself serves: Viber is given their full address. */
const PUBLIC_MEDIA = /^\/media\/[\w.-]+$/;

/**
 * Address of a chat's file for the page, which may load from its own origin only.
 *
 * @param url a path on the emulators' server, or the full address that the bot gave to Viber
 * @returns undefined for what is not on this machine
 */
export function shownMediaPath(url: string): string | undefined {
  if (url.startsWith('/') && !url.startsWith('//')) return MEDIA_PREFIX + url;
  if (!URL.canParse(url)) return undefined;
  const { pathname } = new URL(url);
  return PUBLIC_MEDIA.test(pathname) ? pathname : undefined;
}
