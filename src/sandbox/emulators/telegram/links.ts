const PROTOCOLS_WITHOUT_HOST = new Set(['tg:', 'ton:', 'tonsite:']);

/**
 * Why Telegram would not take an address in a button or a link, in the server's words; undefined when
 * it would. A host needs a dot, so `http://localhost` is refused and `http://127.0.0.1` is not.
 *
 * @see https://github.com/tdlib/td/blob/master/td/telegram/LinkManager.cpp check_link_impl
 */
export function linkProblem(address: string): string | undefined {
  if (address === '') return 'URL host is empty';
  const protocol = /^([a-zA-Z][a-zA-Z0-9+.-]*:)/.exec(address)?.[1]?.toLowerCase();
  if (protocol !== undefined && PROTOCOLS_WITHOUT_HOST.has(protocol)) return undefined;
  const hasProtocol = /^[a-zA-Z][a-zA-Z0-9+.-]*:\/\//.test(address);
  if (hasProtocol && protocol !== 'http:' && protocol !== 'https:') return 'Unsupported URL protocol';
  const url = hasProtocol ? address : `http://${address}`;
  if (!URL.canParse(url) || /\s/.test(address)) return 'Wrong HTTP URL';
  const { hostname } = new URL(url);
  return hostname.includes('.') || hostname.startsWith('[') ? undefined : 'Wrong HTTP URL';
}
