import { describe, expect, it } from 'vitest';
import { readServerEvents } from '../../../../src/sandbox/phones/read-server-events.js';

async function read(...chunks: string[]) {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(Buffer.from(chunk, 'latin1'));
      controller.close();
    },
  });
  const events = [];
  for await (const event of readServerEvents(body)) events.push(event);
  return events;
}

describe('a stream of server events', () => {
  it('reads events however the network cuts them, and skips comments', async () => {
    const chunks = ['event: pho', 'ne\ndata: {"a":1}\n', '\n: ping\n\nda', 'ta: b\n\n'];
    expect(await read(...chunks)).toEqual([
      { event: 'phone', data: '{"a":1}' },
      { event: 'message', data: 'b' },
    ]);
  });

  it('keeps letters that were cut in the middle of their bytes', async () => {
    const bytes = Buffer.from('data: ї\n\n').toString('latin1');
    expect(await read(bytes.slice(0, 7), bytes.slice(7))).toEqual([{ event: 'message', data: 'ї' }]);
  });

  it('leaves an event that was not ended unread', async () => {
    expect(await read('data: a\n')).toEqual([]);
  });
});
