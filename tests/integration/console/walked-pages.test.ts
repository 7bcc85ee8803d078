import { expect, it } from 'vitest';
import { createConsole } from '../../../src/console/create-console.js';
import { DOORSTEP, PAGES } from '../../e2e/pages.js';
import { consoleApp } from '../../support/console/console-app.js';

/** What is fetched and not read. */
const NO_PAGES = /^\/events$|\.(?:csv|ndjson|xlsx|docx)$|\/files\/:fileId$/;

it('every page of the console is walked in Chromium', () => {
  const { parts, stop } = consoleApp();
  const walked = [...DOORSTEP, ...PAGES].map((path) => path.split('?')[0] ?? '');
  const patterns = createConsole(parts)
    .routes.filter(({ method, path }) => method === 'GET' && !NO_PAGES.test(path))
    .map(({ path }) => path);
  const fixed = new Set(patterns.filter((pattern) => !pattern.includes(':')));
  const isWalked = (pattern: string) =>
    fixed.has(pattern)
      ? walked.includes(pattern)
      : walked.some((path) => !fixed.has(path) && pathFits(pattern).test(path));
  expect(patterns.filter((pattern) => !isWalked(pattern))).toEqual([]);
  expect(fixed.size).toBeGreaterThan(40);
  stop();
});

function pathFits(pattern: string): RegExp {
  return new RegExp(`^${pattern.replace(/:\w+/g, '[^/]+')}$`);
}
