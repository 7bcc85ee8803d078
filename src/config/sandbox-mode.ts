import ipaddr from 'ipaddr.js';
import type { SettingProblem } from './secrets.js';

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
  readonly problems: readonly SettingProblem[];
} {
  const dangers = [
    ...real.map((name) => `${name} is set`),
    ...(isLoopback(host) ? [] : ['HOST is not this machine only']),
  ];
  if (asked === undefined) return { sandbox: dangers.length === 0 && !holdsRealData, problems: [] };
  if (!asked || dangers.length === 0) return { sandbox: asked, problems: [] };
  const problem = `cannot be true while ${dangers.join(' and ')}; remove SANDBOX to run for real, or remove what is named here to try the sandbox`;
  return { sandbox: false, problems: [{ name: 'SANDBOX', problem }] };
}

/** Whether a server on this host can be reached from this machine only. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || (ipaddr.isValid(host) && ipaddr.process(host).range() === 'loopback');
}
