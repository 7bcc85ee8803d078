import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROLES, type Role } from '../../src/domain/role.js';
import { type SandboxService, startSandboxService } from './sandbox-service.js';

/** Pages of one kind (an appeal, a day's filter) that are opened: the others are made by the same code. */
const OF_ONE_KIND = 3;
const ANSWER_MS = 20_000;

interface Found {
  readonly status: number;
  readonly type: string;
  readonly html: string;
}

let service: SandboxService;

beforeAll(async () => {
  service = await startSandboxService();
}, 120_000);

afterAll(() => service.stop());

async function get(path: string, cookie: string): Promise<Found> {
  const answer = await fetch(new URL(path, service.url), {
    headers: { cookie },
    signal: AbortSignal.timeout(ANSWER_MS),
  });
  const type = answer.headers.get('content-type') ?? '';
  return { status: answer.status, type, html: await answer.text() };
}

/** @returns the cookie of somebody who pressed the role's button */
async function signIn(role: Role): Promise<string> {
  const answer = await fetch(new URL('/login', service.url), {
    method: 'POST',
    body: new URLSearchParams({ role }),
    headers: { origin: service.url },
    redirect: 'manual',
  });
  return answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
}

/** Where a page leads: its links, its pictures, and its forms that only look something up, as they are filled in. */
function leadsTo(html: string): string[] {
  const links = [...html.matchAll(/<(?:a|img|link|script)\b[^>]*?\s(?:href|src)="([^"]*)"/g)].map(
    ([, to]) => to ?? '',
  );
  const forms = [...html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)]
    .filter(([, attributes]) => !/method="post"/.test(attributes ?? ''))
    .map(([, attributes = '', inside = '']) => {
      const action = /action="([^"]*)"/.exec(attributes)?.[1] ?? '';
      const fields = [...inside.matchAll(/<input\b[^>]*>/g)].flatMap(([input]) => {
        const name = /\bname="([^"]*)"/.exec(input)?.[1];
        if (name === undefined || /type="(?:checkbox|radio)"(?![^>]*\bchecked)/.test(input)) return [];
        return [[name, unescaped(/\bvalue="([^"]*)"/.exec(input)?.[1] ?? '')]];
      });
      return `${action}?${new URLSearchParams(fields)}`;
    });
  return [...links, ...forms].map(unescaped);
}

function unescaped(text: string): string {
  return text.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#39;', "'");
}

/** What pages of one kind have in common: the address without numbers, days and values. */
function kindOf({ pathname, searchParams }: URL): string {
  const path = pathname.replace(/[0-9a-f]{24}|%D0%9D[^/]*|\d{4}-\d{2}(?:-\d{2})?/g, ':');
  return `${path}?${[...new Set(searchParams.keys())].sort().join('&')}`;
}

describe.each(ROLES)('everything that a page shows to %s as a link', (role) => {
  it('opens, and has the place that the link names', async () => {
    const cookie = await signIn(role);
    const opened = new Map<string, Found>();
    const kinds = new Map<string, number>();
    const broken: string[] = [];
    const waiting: { readonly to: string; readonly from: string }[] = [{ to: '/', from: 'the start' }];
    for (const { to, from } of waiting) {
      const url = new URL(to, new URL(from === 'the start' ? '/' : from, service.url));
      if (url.origin !== service.url || !/^https?:/.test(url.protocol)) continue;
      const path = `${url.pathname}${url.search}`;
      const kind = kindOf(url);
      const known = opened.get(path);
      if (!known && (kinds.get(kind) ?? 0) >= OF_ONE_KIND) continue;
      const found = known ?? (await get(path, cookie));
      if (!known) {
        opened.set(path, found);
        kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
        if (found.type.startsWith('text/html'))
          waiting.push(...leadsTo(found.html).map((next) => ({ to: next, from: path })));
      }
      if (found.status >= 400) broken.push(`${from} → ${path}: ${found.status}`);
      else if (url.hash.length > 1 && !found.html.includes(`id="${decodeURIComponent(url.hash.slice(1))}"`))
        broken.push(`${from} → ${path}${url.hash}: no such place`);
    }
    expect(broken).toEqual([]);
    expect(opened.size).toBeGreaterThan(40);
  }, 300_000);
});
