/** What a started service tells of itself. */
export interface Started {
  readonly port: number;
  /** Where the console is, e.g. http://127.0.0.1:3000 */
  readonly url: string;
  readonly sandbox: boolean;
  /** What switched it off */
  readonly sandboxOffBecause: string | undefined;
  readonly database: 'embedded' | 'MongoDB';
  readonly channels: readonly string[];
  /** One-time link for the first account, while there is none */
  readonly firstAccountLink: string | undefined;
}

/** The last thing `npm start` prints: where to click. */
export function addressBlock(started: Started): string {
  const { url, sandbox, sandboxOffBecause, database, channels, firstAccountLink } = started;
  const rows: [string, string][] = [
    ...(sandbox ? [['Sandbox', `${url}/sandbox   ← start here`] as [string, string]] : []),
    ['Console', url],
    ['API', `${url}/api/docs`],
    ['Database', database],
    ['Messengers', channels.length > 0 ? channels.join(', ') : 'none: set a token to connect one'],
    ...(firstAccountLink
      ? [['First account', `${firstAccountLink}   (one use, 60 minutes)`] as [string, string]]
      : []),
    ...(sandboxOffBecause ? [['Sandbox', `off: ${sandboxOffBecause}`] as [string, string]] : []),
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  const lines = rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`);
  return `\nVisnyk is running${sandbox ? ' (sandbox: demonstration data, emulated messengers)' : ''}\n${lines.join('\n')}\n\n`;
}
