import { describe, expect, it } from 'vitest';
import { anApi } from './an-api.js';

const LETTER = {
  channel: 'paper',
  nature: 'statement',
  applicant: { fullName: 'Коваль Ірина Петрівна' },
  category: 'roads',
  text: 'Яма на дорозі',
};

describe('POST /api/v1/appeals', () => {
  it('enters what came over the desk, with the scan, and knows a repeated request', async () => {
    const { ask, journal } = anApi();
    const files = [{ name: 'лист.pdf', contentType: 'application/pdf', content: btoa('%PDF-1.7') }];
    const body = {
      ...LETTER,
      applicant: { fullName: ' Коваль ', residence: 'вул. Гоголя, 3', phone: '067 123-45-67' },
      coApplicants: [{ fullName: 'Шевчук Богдан' }],
      receivedAt: '2026-11-20T10:00:00+02:00',
      files,
    };
    const headers = { 'idempotency-key': 'letter-1' };
    expect((await ask('POST', '/api/v1/appeals', { body, headers })).status).toBe(201);
    expect((await ask('POST', '/api/v1/appeals', { body, headers })).status).toBe(201);
    expect(journal).toEqual([
      [
        'enter',
        expect.objectContaining({
          applicant: { fullName: 'Коваль', residence: 'вул. Гоголя, 3', phone: '+380671234567' },
          coApplicants: [{ fullName: 'Шевчук Богдан', residence: '' }],
          receivedAt: new Date('2026-11-20T08:00:00Z'),
          files: [expect.objectContaining({ name: 'лист.pdf' })],
          requestId: expect.stringMatching(/^[0-9a-f]{32}$/),
        }),
      ],
    ]);
  });

  it.each([
    ['a messenger', { channel: 'telegram' }],
    ['no applicant', { applicant: undefined }],
    ['a nameless applicant', { applicant: { fullName: ' ' } }],
    ['a phone that is none', { applicant: { fullName: 'Коваль', phone: 'немає' } }],
    ['a kind the law does not know', { nature: 'petition' }],
    ['a field of its own', { status: 'answered' }],
    ['no text', { text: ' ' }],
  ])('refuses %s', async (_, change) => {
    const { ask, journal } = anApi();
    expect((await ask('POST', '/api/v1/appeals', { body: { ...LETTER, ...change } })).status).toBe(422);
    expect(journal).toEqual([]);
  });

  it('is not for those who only read', async () => {
    const { ask, tokenWith } = anApi();
    const headers = { authorization: `Bearer ${await tokenWith('viewer')}` };
    expect((await ask('POST', '/api/v1/appeals', { body: LETTER, headers })).status).toBe(403);
  });
});
