import { describe, expect, it } from 'vitest';
import type { AppealFile } from '../../../src/domain/appeal.js';
import { anAppeal } from '../../support/console/builders.js';
import { consoleApp } from '../../support/console/console-app.js';
import { fakeAppeals } from '../../support/console/fake-appeals.js';
import { fakeFiles } from '../../support/console/fake-files.js';
import { cookieOf } from '../../support/console/fake-staff.js';

const MINE = 'Н-2026-000001';
const OTHER = 'Н-2026-000002';
const BYTES = new TextEncoder().encode('0123456789');

function appWith(...files: readonly Partial<AppealFile>[]) {
  const given = files.map((file) => ({
    fileId: 'f1',
    kind: 'document' as const,
    name: 'файл.bin',
    contentType: 'application/octet-stream',
    sizeBytes: BYTES.byteLength,
    ...file,
  }));
  const message = { id: 'm', from: 'citizen', text: '', files: given, at: new Date() } as const;
  return consoleApp({
    appeals: fakeAppeals([anAppeal({ number: MINE, messages: [message] }), anAppeal({ number: OTHER })]),
    files: fakeFiles(BYTES),
  }).app;
}

const fetchFile = (app: ReturnType<typeof appWith>, number: string, fileId: string, headers = {}) =>
  app.request(`/appeals/${encodeURIComponent(number)}/files/${fileId}`, {
    headers: { cookie: cookieOf('viewer'), ...headers },
  });

describe('/appeals/{number}/files/{fileId}', () => {
  it('shows a photo as what it is, to its own page only', async () => {
    const response = await fetchFile(appWith({ kind: 'photo', contentType: 'image/jpeg' }), MINE, 'f1');
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'x-content-type-options': 'nosniff',
      'content-disposition': "inline; filename*=UTF-8''%D1%84%D0%B0%D0%B9%D0%BB.bin",
      'cache-control': 'private, no-cache',
      etag: '"f1"',
    });
  });

  it('is not sent again while the session may see it', async () => {
    const app = appWith({});
    expect((await fetchFile(app, MINE, 'f1', { 'if-none-match': '"f1"' })).status).toBe(304);
    expect((await fetchFile(app, OTHER, 'f1', { 'if-none-match': '"f1"' })).status).toBe(404);
  });

  it('does not find a file of another appeal, though it exists', async () => {
    const app = appWith({});
    expect((await fetchFile(app, OTHER, 'f1')).status).toBe(404);
    expect((await fetchFile(app, MINE, 'f2')).status).toBe(404);
    expect((await fetchFile(app, 'unknown', 'f1')).status).toBe(404);
  });

  it.each(['text/html', 'image/svg+xml', 'application/pdf', 'text/html; charset=utf-8', 'IMAGE/SVG+XML', ''])(
    'downloads %s and never shows it',
    async (contentType) => {
      const { headers } = await fetchFile(appWith({ contentType }), MINE, 'f1');
      expect(headers.get('content-type')).toBe('application/octet-stream');
      expect(headers.get('content-disposition')).toMatch(/^attachment;/);
      expect(headers.get('content-security-policy')).toContain('sandbox');
    },
  );

  it.each(['"; filename="evil.html', 'рядок\r\nX-Evil: 1', '\uD83D', "it's (1)*.pdf", ''])(
    'keeps the name %j inside its header',
    async (name) => {
      const { headers } = await fetchFile(appWith({ name }), MINE, 'f1');
      expect(headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''[\w%.!~-]+$/);
    },
  );

  it('gives a player the part it asks for', async () => {
    const app = appWith({ kind: 'voice', contentType: 'audio/ogg; codecs=opus' });
    const response = await fetchFile(app, MINE, 'f1', { range: 'bytes=2-4' });
    expect([response.status, response.headers.get('content-range')]).toEqual([206, 'bytes 2-4/10']);
    expect(response.headers.get('content-type')).toBe('audio/ogg');
    expect(await response.text()).toBe('234');
  });
});
