const LOOPBACK_HOSTS = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** True for a plain http(s) address of this machine: the only place the emulators ever connect to. */
export function isLoopbackUrl(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  return /^https?:$/.test(url.protocol) && LOOPBACK_HOSTS.has(url.hostname);
}
