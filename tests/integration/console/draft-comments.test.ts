import { describe, expect, it } from 'vitest';
import { anAppeal, NOW } from '../../support/console/builders.js';
import { consoleApp } from '../../support/console/console-app.js';
import {
  DRAFT_ACT,
  PHOTO_REPORT,
  registerDemoPublications,
} from '../../support/console/demo-publications.js';
import { fakeAppeals } from '../../support/console/fake-appeals.js';
import { cookieOf } from '../../support/console/fake-staff.js';
import { open, submit } from '../../support/console/request-as.js';
import { openWord } from '../../support/word-file.js';

const NUMBER = 'П-2026-000003';
const COMMENT = `/appeals/${encodeURIComponent(NUMBER)}`;

async function world() {
  const appeals = fakeAppeals([
    anAppeal({
      number: NUMBER,
      commentsOn: DRAFT_ACT.split('/').at(-1),
      consideration: { verdict: 'partly', reason: 'Лише пункт 2', by: 'moderator', at: NOW },
    }),
  ]);
  const { app, parts } = consoleApp({ appeals });
  await registerDemoPublications(parts.publications);
  return { app, appeals };
}

describe('comments on a draft act', () => {
  it('stand on the draft’s page, and on no other', async () => {
    const { app } = await world();
    const { html } = await open(app, DRAFT_ACT, 'moderator');
    expect(html).toContain('Усього – 1: враховано частково – 1.');
    expect(html).toContain(`href="${COMMENT}"`);
    expect((await open(app, DRAFT_ACT, 'viewer')).html).not.toContain('Зауваження до проєкту');
    expect((await open(app, PHOTO_REPORT, 'moderator')).html).not.toContain('Зауваження до проєкту');
  });

  it('are a table for Word, for those who work with appeals', async () => {
    const { app } = await world();
    const answer = await app.request(`${DRAFT_ACT}/comments.docx`, {
      headers: { cookie: cookieOf('moderator') },
    });
    expect(answer.headers.get('content-disposition')).toContain('zauvazhennia.docx');
    const { paragraphs } = await openWord(new Uint8Array(await answer.arrayBuffer()));
    expect(paragraphs.map(({ text }) => text)).toContain('Враховано частково');
    expect(
      (await app.request(`${DRAFT_ACT}/comments.docx`, { headers: { cookie: cookieOf('viewer') } })).status,
    ).toBe(403);
  });

  it('are decided about on their own page', async () => {
    const { app, appeals } = await world();
    const { html } = await open(app, COMMENT, 'moderator');
    expect(html).toContain(`href="${DRAFT_ACT}"`);
    expect(html).toContain('value="partly" checked');
    const typed = { verdict: 'taken', considerReason: '' };
    expect((await submit(app, `${COMMENT}/consider`, typed, 'moderator')).status).toBe(303);
    expect((await submit(app, `${COMMENT}/consider`, {}, 'moderator')).status).toBe(422);
    expect(appeals.journal).toEqual([`moderator considers taken «» ${NUMBER}`]);
  });
});
