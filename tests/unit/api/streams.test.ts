import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Line, readLines } from '../../../src/api/lines.js';
import { csvCell } from '../../../src/lib/csv.js';
import { anApi, KNOWN_ID, UNKNOWN_ID } from './an-api.js';

describe('the import', () => {
  it('takes every right line and rejects each wrong one with its number', async () => {
    const { ask, journal } = anApi();
    const body = [
      '{"channel":"telegram","address":"42","name":"Олена 🌻","locale":"uk","topics":["news","news"]}',
      '',
      '{"channel":"sms","address":"42"}',
      'not json',
      '{"channel":"viber","address":"v1=="}',
      '{"channel":"viber","address":42}',
      '{"channel":"viber","address":"a b"}',
      '{"channel":"viber","address":"v2","phone":"+380"}',
      `{"channel":"viber","address":"v3","name":"${'я'.repeat(20_000)}"}`,
      '{"channel":"telegram","address":"-1001234567890"}',
      '{"channel":"telegram","address":"@nizhyn"}',
    ].join('\n');
    const headers = { 'content-type': 'application/x-ndjson; charset=utf-8' };
    const answer = await ask('POST', '/api/v1/subscribers/import', { body, headers });
    expect(await answer.json()).toEqual({
      created: 2,
      updated: 0,
      rejected: [
        { line: 3, reason: expect.stringMatching(/^channel: /) },
        { line: 4, reason: 'not JSON' },
        { line: 6, reason: expect.stringMatching(/^address: /) },
        { line: 7, reason: expect.stringMatching(/^address: /) },
        { line: 8, reason: 'phone: Unknown field' },
        { line: 9, reason: 'not UTF-8, or longer than 16384 bytes' },
        { line: 10, reason: 'address: must be a person, not a group or a channel' },
        { line: 11, reason: 'address: must be a person, not a group or a channel' },
      ],
    });
    expect(journal).toEqual([
      [
        'importAll',
        [
          { channel: 'telegram', address: '42', name: 'Олена 🌻', locale: 'uk', topics: ['news'] },
          { channel: 'viber', address: 'v1==' },
        ],
      ],
    ]);
  });

  it('gives a short reason also for a line with thousands of wrong fields', async () => {
    const { ask } = anApi();
    const fields = Object.fromEntries(Array.from({ length: 1_000 }, (_, index) => [`field${index}`, 1]));
    const body = JSON.stringify(fields);
    const headers = { 'content-type': 'application/x-ndjson' };
    const answer = await ask('POST', '/api/v1/subscribers/import', { body, headers });
    expect((await answer.text()).length).toBeLessThan(500);
  });

  it('answers an empty one too', async () => {
    const { ask } = anApi();
    const headers = { 'content-type': 'application/x-ndjson' };
    const answer = await ask('POST', '/api/v1/subscribers/import', { headers });
    expect(await answer.json()).toEqual({ created: 0, updated: 0, rejected: [] });
  });
});

describe('readLines', () => {
  it('gives the same lines wherever the network cuts the stream', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.string({ unit: 'grapheme', maxLength: 20 }).map((text) => text.replaceAll(/[\r\n\ufeff]/g, ' ')),
        ),
        fc.integer({ min: 1, max: 7 }),
        async (texts, size) => {
          const bytes = new TextEncoder().encode(texts.map((text) => `${text}\n`).join(''));
          const lines = await collect(readLines(inPieces(bytes, size), 1_000));
          expect(lines).toEqual(texts.map((text, index) => ({ number: index + 1, text })));
        },
      ),
    );
  });

  it('drops the byte order mark, carriage returns and the text of broken lines', async () => {
    const bytes = Buffer.concat([
      Buffer.from('\ufeffa\r\nb'),
      Buffer.from([0xff, 0x0a]),
      Buffer.from('long line\nd'),
    ]);
    expect(await collect(readLines(inPieces(bytes, 3), 5))).toEqual([
      { number: 1, text: 'a' },
      { number: 2, text: undefined },
      { number: 3, text: undefined },
      { number: 4, text: 'd' },
    ]);
  });
});

describe('deliveries as CSV', () => {
  it('opens in a spreadsheet: byte order mark, header, no cell that runs', async () => {
    const { ask, journal } = anApi();
    const path = `/api/v1/broadcasts/${KNOWN_ID}/deliveries?status=failed`;
    const answer = await ask('GET', path, { headers: { accept: 'text/csv' } });
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(Buffer.from(await answer.arrayBuffer()).toString()).toBe(
      [
        '\ufeffsubscriberId,channel,address,status,code,at',
        `${KNOWN_ID},telegram,'-42,failed,"'=cmd|""x"",1",2026-11-23T08:00:00.000Z`,
        `${KNOWN_ID},viber,'+abc=,queued,,`,
        '',
      ].join('\r\n'),
    );
    expect(journal.at(-1)).toEqual(['allDeliveries', KNOWN_ID, { status: 'failed', channel: undefined }]);
  });

  it('is JSON by pages otherwise, and 404 for an unknown broadcast in both', async () => {
    const { ask } = anApi();
    expect(await (await ask('GET', `/api/v1/broadcasts/${KNOWN_ID}/deliveries`)).json()).toEqual({
      items: [
        {
          subscriberId: KNOWN_ID,
          channel: 'telegram',
          address: '-42',
          status: 'failed',
          code: '=cmd|"x",1',
          at: '2026-11-23T08:00:00.000Z',
        },
      ],
      nextCursor: null,
    });
    for (const accept of ['text/csv', 'application/json']) {
      const answer = await ask('GET', `/api/v1/broadcasts/${UNKNOWN_ID}/deliveries`, { headers: { accept } });
      expect(answer.status).toBe(404);
    }
  });

  it('never lets a cell begin like a formula', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(csvCell(text).replace(/^"/, '')).not.toMatch(/^[=+\-@\t\r]/);
      }),
    );
  });
});

async function collect(lines: AsyncIterable<Line>): Promise<Line[]> {
  const all: Line[] = [];
  for await (const line of lines) all.push(line);
  return all;
}

function inPieces(bytes: Uint8Array, size: number): ReadableStream<Uint8Array> {
  const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
    bytes.subarray(index * size, (index + 1) * size),
  );
  return new ReadableStream({
    start(controller) {
      for (const piece of pieces) controller.enqueue(piece);
      controller.close();
    },
  });
}
