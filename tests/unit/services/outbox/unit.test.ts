import { describe, expect, it } from 'vitest';
import type { Lane } from '../../../../src/domain/delivery.js';
import { LANES } from '../../../../src/domain/delivery.js';
import { Buffer, type Unit } from '../../../../src/services/outbox/unit.js';
import { NOTHING_SHOWN } from '../../../support/shown-message.js';

function unit(lane: Lane, id: string, address: string): Unit {
  const row = {
    id,
    source: 'message',
    subscriberId: 's',
    address,
    locale: 'uk',
    attempt: 0,
    part: 0,
  } as const;
  return { lane, rows: [row], part: { payload: {}, cost: 1, uploads: [], shown: NOTHING_SHOWN }, rest: [] };
}

const READY = { addressReady: (_address: string) => true, uploadsReady: () => true };

function drain(buffer: Buffer, ready = READY): (string | undefined)[] {
  const taken: (string | undefined)[] = [];
  for (let next = buffer.takeFirst(LANES, ready); next; next = buffer.takeFirst(LANES, ready))
    taken.push(next.rows[0]?.id);
  return taken;
}

describe('Buffer', () => {
  it('sends danger first, then answers to people, then the rest', () => {
    const buffer = new Buffer();
    buffer.push(unit('ordinary', 'news', 'a'));
    buffer.push(unit('reply', 'answer', 'b'));
    buffer.push(unit('alert', 'danger', 'c'));
    expect(drain(buffer)).toEqual(['danger', 'answer', 'news']);
  });

  it('keeps the later messages of a person behind the earlier one', () => {
    const buffer = new Buffer();
    buffer.push(unit('reply', 'first to a', 'a'));
    buffer.push(unit('reply', 'second to a', 'a'));
    buffer.push(unit('reply', 'to b', 'b'));
    const busy = { ...READY, addressReady: (address: string) => address !== 'a' };
    expect(drain(buffer, busy)).toEqual(['to b']);
    expect(drain(buffer)).toEqual(['first to a', 'second to a']);
  });

  it('takes out what must not be sent any more', () => {
    const buffer = new Buffer();
    buffer.push(unit('ordinary', 'keep', 'a'));
    buffer.push(unit('ordinary', 'drop', 'b'));
    const removed = buffer.remove(({ rows }) => rows[0]?.id === 'drop');
    expect(removed.map(({ rows }) => rows[0]?.id)).toEqual(['drop']);
    expect(drain(buffer)).toEqual(['keep']);
  });
});
