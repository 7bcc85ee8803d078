import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import fc from 'fast-check';
import { mongo } from 'mongoose';
import { describe, expect, it } from 'vitest';
import { socketPath, useEmbedded } from './embedded-under-test.js';

const { BSON } = mongo;

describe('the wire', () => {
  const server = useEmbedded();
  const isAlive = async () => (await server().client.db().command({ ping: 1 })).ok === 1;

  it('answers or closes, whatever the bytes', { timeout: 60_000 }, async () => {
    const valid = [
      { find: 'c', filter: { a: { $gt: [1, 'x'] } }, sort: { a: -1 } },
      { insert: 'c', documents: [{ _id: 1, a: [1.5, null, { b: new Date() }] }] },
      {
        update: 'c',
        updates: [{ q: { a: 1 }, u: { $push: { a: { $each: [2], $slice: -3 } } }, upsert: true }],
      },
      { aggregate: 'c', pipeline: [{ $unwind: '$a' }, { $project: { x: { $range: [0, 9] } } }], cursor: {} },
    ].map((command) => message({ ...command, $db: 'fuzz' }));
    const change = fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 }));
    const mutated = fc
      .tuple(fc.constantFrom(...valid), fc.array(change, { minLength: 1, maxLength: 6 }))
      .map(([message, changes]) => {
        const bytes = Buffer.from(message);
        for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
        return bytes;
      });
    const noise = fc.uint8Array({ minLength: 1, maxLength: 200 }).map((bytes) => Buffer.from(bytes));
    await fc.assert(
      fc.asyncProperty(fc.oneof(mutated, noise), async (bytes) => {
        await sendAndHangUp(bytes);
        expect(await isAlive()).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('closes on a message longer than MongoDB takes', async () => {
    const socket = await open();
    const header = Buffer.alloc(16);
    header.writeInt32LE(48_000_001, 0);
    socket.write(header);
    await once(socket, 'close');
    expect(await isAlive()).toBe(true);
  });

  it('tells what is wrong with a message it can read', async () => {
    const socket = await open();
    const broken = message({ ping: 1, $db: 'x' });
    broken[25] = 0x7a;
    socket.write(broken);
    const [reply] = (await once(socket, 'data')) as [Buffer];
    expect(BSON.deserialize(reply.subarray(21))).toMatchObject({ ok: 0, code: 22 });
    socket.destroy();
  });

  it('answers messages that come in pieces and several at once', async () => {
    const socket = await open();
    const two = Buffer.concat([message({ ping: 1, $db: 'x' }, 1), message({ ping: 1, $db: 'x' }, 2)]);
    for (const byte of two) socket.write(Buffer.from([byte]));
    const replies: number[] = [];
    let received = Buffer.alloc(0);
    while (replies.length < 2) {
      const [chunk] = (await once(socket, 'data')) as [Buffer];
      received = Buffer.concat([received, chunk]);
      while (received.length >= 16 && received.length >= received.readInt32LE(0)) {
        replies.push(received.readInt32LE(8));
        received = received.subarray(received.readInt32LE(0));
      }
    }
    expect(replies).toEqual([1, 2]);
    socket.destroy();
  });

  it('refuses documents over 16 MB and takes the largest', async () => {
    const collection = server().client.db('wire').collection('large');
    const tooLarge = { insert: 'large', documents: [{ _id: 1, a: Buffer.alloc(16 * 1024 * 1024) }] };
    const error = await server()
      .client.db('wire')
      .command(tooLarge)
      .catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(Error);
    await collection.insertOne({ a: Buffer.alloc(15 * 1024 * 1024) });
    const grow = collection.updateOne({}, { $set: { b: Buffer.alloc(2 * 1024 * 1024) } });
    await expect(grow).rejects.toMatchObject({ code: 10334 });
    expect(await collection.countDocuments({ b: { $exists: true } })).toBe(0);
  });

  it('refuses documents nested deeper than MongoDB takes', async () => {
    let deep: object = {};
    for (let i = 0; i < 300; i += 1) deep = { a: deep };
    const insert = server().client.db('wire').collection('deep').insertOne(deep);
    await expect(insert).rejects.toMatchObject({ code: 15 });
  });

  async function open(): Promise<Socket> {
    const socket = connect(socketPath(server().database.uri));
    socket.on('error', () => undefined);
    await once(socket, 'connect');
    return socket;
  }

  /** Resolves once the server has answered, closed, or seen our end of the stream. */
  async function sendAndHangUp(bytes: Buffer): Promise<void> {
    const socket = await open();
    socket.resume();
    socket.end(bytes);
    await once(socket, 'close');
  }
});

function message(body: mongo.Document, requestId = 7): Buffer {
  const bytes = BSON.serialize(body);
  const head = Buffer.alloc(21);
  head.writeInt32LE(head.length + bytes.length, 0);
  head.writeInt32LE(requestId, 4);
  head.writeInt32LE(2013, 12);
  return Buffer.concat([head, bytes]);
}
