import ipaddr from 'ipaddr.js';
import type { SettingProblem } from './secrets.js';

const REAL_DATA = 'DATA_DIR holds real data; to try it beside them: SANDBOX=true npm start';

interface SandboxChoice {
  readonly asked: boolean | undefined;
  readonly host: string;
  /** Names of set variables that mean a real installation */
  readonly real: readonly string[];
  readonly holdsRealData: boolean;
}

/**
 * Whether this is the sandbox: by default only where nothing real can be touched; when asked for, never
 * beside a real token or address (design: the sandbox is a world of its own).
 */
export function chooseSandbox({ asked, host, real, holdsRealData }: SandboxChoice): {
  readonly sandbox: boolean;
  /** What switched it off, for whoever expected it */
  readonly offBecause: string | undefined;
  readonly problems: readonly SettingProblem[];
} {
  const dangers = [
    ...real.map((name) => `${name} is set`),
    ...(isLoopback(host) ? [] : ['HOST is not this machine only']),
  ];
  if (asked === false) return { sandbox: false, offBecause: 'SANDBOX is false', problems: [] };
  if (asked === undefined) {
    const offBecause = dangers.length > 0 ? dangers.join(', ') : holdsRealData ? REAL_DATA : undefined;
    return { sandbox: offBecause === undefined, offBecause, problems: [] };
  }
  if (dangers.length === 0) return { sandbox: true, offBecause: undefined, problems: [] };
  const problem = `cannot be true while ${dangers.join(' and ')}; remove SANDBOX to run for real, or remove what is named here to try the sandbox`;
  return { sandbox: false, offBecause: undefined, problems: [{ name: 'SANDBOX', problem }] };
}

/** Whether a server on this host can be reached from this machine only. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || (ipaddr.isValid(host) && ipaddr.process(host).range() === 'loopback');
}
