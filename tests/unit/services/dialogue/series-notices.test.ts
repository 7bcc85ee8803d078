import { describe, expect, it } from 'vitest';
import { type Notice, noticeContent, noticeText } from '../../../../src/services/dialogue/notices.js';
import { nizhyn } from './resident.js';

const READER = {
  organisation: nizhyn,
  locale: 'uk',
  channel: 'telegram',
  timeZone: 'Europe/Kyiv',
  now: new Date('2026-11-23T09:00:00Z'),
} as const;
const UNTIL = new Date('2026-12-21T21:59:59Z');
const REQUEST = 'З-2026-000005';
const COMMENT = 'П-2026-000007';

/** Every notice that a request for information may bring its author. */
const OF_REQUEST: readonly Notice[] = [
  { kind: 'registered', registeredAt: READER.now, incomingNumber: '1457', dueAt: UNTIL },
  { kind: 'registered', registeredAt: READER.now, incomingNumber: undefined, dueAt: UNTIL },
  { kind: 'forwarded', addressee: 'Служба доріг', letterNumber: '7', letterDay: '2026-11-23' },
  { kind: 'details', missing: ['substance'], until: UNTIL },
  { kind: 'question', question: 'За який рік?' },
  { kind: 'extended', until: UNTIL, reason: 'великий обсяг', signer: undefined },
  { kind: 'reviewed', decision: 'upheld', reason: 'усе надано' },
  { kind: 'reviewed', decision: 'reopened', reason: 'надамо ще' },
];
/** And a comment on a draft act. */
const OF_COMMENT: readonly Notice[] = [
  { kind: 'details', missing: ['substance'], until: UNTIL },
  { kind: 'question', question: 'Який пункт?' },
  { kind: 'reviewed', decision: 'upheld', reason: 'враховано' },
];

describe('a notice about a request for information', () => {
  it.each(OF_REQUEST)('never calls it an appeal: $kind', (notice) => {
    const text = noticeText(REQUEST, notice, READER);
    expect(text).not.toMatch(/звернен/i);
    expect(text).toContain(REQUEST);
  });

  it('of a longer term says what was extended', () => {
    const notice = { kind: 'extended', until: UNTIL, reason: 'великий обсяг', signer: undefined } as const;
    expect(noticeText(REQUEST, notice, READER)).toBe(
      `Розгляд запиту ${REQUEST} продовжено до 21 грудня 2026 року. Причина: великий обсяг.`,
    );
  });

  it('leads to «Мій запит»', () => {
    const { keyboard } = noticeContent(REQUEST, { text: '…', notice: 'extended' }, READER);
    expect(JSON.stringify(keyboard)).toContain('Мій запит');
  });
});

describe('a notice about a comment on a draft', () => {
  it.each(OF_COMMENT)('never calls it an appeal: $kind', (notice) => {
    expect(noticeText(COMMENT, notice, READER)).not.toMatch(/звернен/i);
  });
});
