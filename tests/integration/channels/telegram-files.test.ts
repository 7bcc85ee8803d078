import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTelegramChannel } from '../../../src/channels/telegram/channel.js';
import type { OutgoingContent } from '../../../src/domain/content.js';
import type { MessageEvent, RemoteFile } from '../../../src/domain/inbound-event.js';
import { type Emulators, startEmulators } from '../../../src/sandbox/emulators/start.js';
import type { SendReceipt } from '../../../src/services/outbox/channel.js';
import { ONE_PIXEL } from '../../contract/channels/one-pixel.js';

describe('files in Telegram', () => {
  let emulators: Emulators;
  let channel: ReturnType<typeof createTelegramChannel>;
  beforeAll(async () => {
    emulators = await startEmulators({ limits: { telegram: false } });
    channel = createTelegramChannel(emulators.telegram);
  });
  afterAll(() => emulators.close());

  const signal = () => AbortSignal.timeout(5_000);

  /** Sends all parts, remembering references as the outbox does. */
  async function say(content: Partial<OutgoingContent>, references: Map<string, string>, reads: string[]) {
    const { id } = emulators.telegram.addPerson({ status: 'active' });
    const receipts: SendReceipt[] = [];
    const uploads = {
      read: async (fileId: string) => {
        reads.push(fileId);
        return { bytes: ONE_PIXEL, contentType: 'image/png' };
      },
      reference: (fileId: string) => references.get(fileId),
    };
    for (const part of channel.render({ format: 'plain', text: '', ...content }).parts) {
      const receipt = await channel.send({ addresses: [id], part, uploads }, signal());
      for (const [fileId, reference] of receipt.references) references.set(fileId, reference);
      receipts.push(receipt);
    }
    return { receipts, messages: emulators.telegram.phone(id).messages() };
  }

  const pictures = ['a', 'b', 'c'].map((fileId) => ({ fileId, publicName: `${fileId}.png`, alt: 'Площа' }));

  it('go up once and are named by their reference afterwards', async () => {
    const references = new Map<string, string>();
    const reads: string[] = [];
    await say({ text: 'Свято', pictures: pictures.slice(0, 1) }, references, reads);
    const again = await say({ text: 'Свято', pictures: pictures.slice(0, 1) }, references, reads);
    expect(reads).toEqual(['a']);
    expect(again.receipts[0]?.references.size).toBe(0);
    expect(again.messages.map(({ kind, text }) => ({ kind, text }))).toEqual([
      { kind: 'photo', text: 'Свято' },
    ]);
  });

  it('of an album go up together, each with an id and a reference of its own', async () => {
    const references = new Map<string, string>();
    const { receipts, messages } = await say({ text: 'Свято', pictures }, references, []);
    expect(receipts[0]?.messageIds).toEqual(messages.map(({ id }) => id));
    expect([...references.keys()]).toEqual(['a', 'b', 'c']);
    expect(messages.map(({ kind, text }) => ({ kind, text }))).toEqual([
      { kind: 'photo', text: 'Свято' },
      { kind: 'photo', text: '' },
      { kind: 'photo', text: '' },
    ]);
  });

  it('keep their name, with its spaces, letters and quotes', async () => {
    const files = [
      { fileId: 'd', publicName: 'd.pdf', name: 'Відповідь "на" звернення; 12.pdf', sizeBytes: 9 },
    ];
    const { messages } = await say({ text: 'Відповідь', files }, new Map(), []);
    expect(messages[1]?.media?.fileName).toBe('Відповідь _на_ звернення; 12.pdf');
  });

  it('that cannot be read are tried again, for nothing was sent', async () => {
    const part = channel.render({ format: 'plain', text: 'Свято', pictures: pictures.slice(0, 1) }).parts[0];
    const uploads = { read: () => Promise.reject(new Error('ENOENT')), reference: () => undefined };
    const sending = part && channel.send({ addresses: ['1'], part, uploads }, signal());
    await expect(sending).rejects.toMatchObject({ code: 'file.unreadable', failure: { kind: 'retry' } });
  });

  it('of a resident come down as they were sent', async () => {
    const file = sentByResident((phone) => phone.sendPhoto({ bytes: ONE_PIXEL, caption: 'Ось тут' }));
    expect(await channel.fetchFile(file, signal())).toEqual({ bytes: ONE_PIXEL, contentType: undefined });
  });

  it('over 20 MB are too large, unknown ones are gone', async () => {
    const large = sentByResident((phone) =>
      phone.sendDocument({ bytes: Buffer.alloc(21 << 20), fileName: 'a.mov' }),
    );
    await expect(channel.fetchFile(large, signal())).rejects.toMatchObject({ reason: 'tooLarge' });
    await expect(channel.fetchFile({ ...large, ref: 'nothing' }, signal())).rejects.toMatchObject({
      reason: 'gone',
    });
  });

  it('may be asked for again when Telegram does not answer', async () => {
    const file = sentByResident((phone) => phone.sendPhoto({ bytes: ONE_PIXEL }));
    emulators.telegram.faults.add({ answer: { kind: 'html', httpStatus: 502 }, times: 1, method: 'getFile' });
    await expect(channel.fetchFile(file, signal())).rejects.toMatchObject({ reason: 'failed' });
  });

  it('and pressed buttons: a mark that cannot be stopped is no error', async () => {
    await expect(channel.acknowledge('12345', signal())).resolves.toBeUndefined();
  });

  function sentByResident(act: (phone: ReturnType<Emulators['telegram']['phone']>) => void): RemoteFile {
    const { telegram } = emulators;
    const { id } = telegram.addPerson();
    act(telegram.phone(id));
    const update = [...telegram.state.updates.pending()].at(-1);
    const event = channel.parse(JSON.stringify(update?.update), new Date()) as MessageEvent;
    const [file] = event.files;
    if (!file) throw new Error('the update holds no file');
    return file;
  }
});
