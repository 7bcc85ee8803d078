import { describe, expect, it } from 'vitest';
import { LANES, type Lane } from '../../../../src/domain/delivery.js';
import { Buffer } from '../../../../src/services/outbox/buffer.js';
import type { Unit } from '../../../../src/services/outbox/unit.js';
import { aUnit } from './a-row.js';

function reply(id: string, address: string): Unit {
  return aUnit('reply', { id, address });
}

function news(broadcastId: string, id: string, lane: Lane = 'ordinary'): Unit {
  return aUnit(lane, { id, address: id, source: 'delivery', broadcastId });
}

function drain(buffer: Buffer, readyAtMs = (_unit: Unit) => 0): (string | undefined)[] {
  const taken: (string | undefined)[] = [];
  for (;;) {
    const unit = buffer.first(LANES, 100, readyAtMs);
    if (!unit) return taken;
    buffer.take(unit);
    taken.push(unit.rows[0]?.id);
  }
}

describe('Buffer', () => {
  it('gives danger first, then answers to people, then the rest', () => {
    const buffer = new Buffer();
    buffer.push(news('n', 'news'));
    buffer.push(reply('answer', 'b'));
    buffer.push(news('d', 'danger', 'alert'));
    expect(drain(buffer)).toEqual(['danger', 'answer', 'news']);
  });

  it('lets broadcasts take turns, one message each', () => {
    const buffer = new Buffer();
    for (const id of ['a1', 'a2', 'a3', 'a4']) buffer.push(news('a', id));
    for (const id of ['b1', 'b2']) buffer.push(news('b', id));
    expect(drain(buffer)).toEqual(['a1', 'b1', 'a2', 'b2', 'a3', 'a4']);
  });

  it('keeps the later messages of a person behind the earlier one', () => {
    const buffer = new Buffer();
    buffer.push(reply('first to a', 'a'));
    buffer.push(reply('second to a', 'a'));
    buffer.push(reply('to b', 'b'));
    const firstWaits = ({ rows }: Unit) => (rows[0]?.id === 'first to a' ? 200 : 0);
    expect(buffer.earliestMs(LANES, firstWaits)).toBe(0);
    expect(drain(buffer, firstWaits)).toEqual(['to b']);
    expect(buffer.earliestMs(LANES, firstWaits)).toBe(200);
    expect(drain(buffer)).toEqual(['first to a', 'second to a']);
  });

  it('sends the editions of a digest in the order they were rendered, whatever news they correct', () => {
    const edition = (broadcastId: string, id: string) =>
      aUnit('ordinary', { id, address: 'a', source: 'delivery', broadcastId, editsDigest: 'digest' });
    const buffer = new Buffer();
    buffer.push(news('a', 'a to somebody else'));
    buffer.push(edition('a', 'first edition'));
    buffer.push(edition('b', 'second edition'));
    expect(drain(buffer)).toEqual(['a to somebody else', 'first edition', 'second edition']);
  });

  it('takes out what must not be sent any more', () => {
    const buffer = new Buffer();
    buffer.push(news('keep', 'k'));
    buffer.push(news('drop', 'd'));
    const removed = buffer.remove(({ rows }) => rows[0]?.broadcastId === 'drop');
    expect(removed.map(({ rows }) => rows[0]?.id)).toEqual(['d']);
    expect(drain(buffer)).toEqual(['k']);
  });

  it('says how many answers wait for each person', () => {
    const buffer = new Buffer();
    buffer.push(reply('1', 'a'));
    buffer.push(reply('2', 'a'));
    buffer.push(reply('3', 'b'));
    buffer.push(news('n', 'a'));
    expect([...buffer.repliesByAddress()]).toEqual([
      ['a', 2],
      ['b', 1],
    ]);
  });
});
