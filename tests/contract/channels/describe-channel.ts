import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OutgoingContent } from '../../../src/domain/content.js';
import type { Fault, FaultPlan } from '../../../src/sandbox/emulators/http/faults.js';
import type { PhoneMessage } from '../../../src/sandbox/emulators/phone-message.js';
import {
  type Channel,
  SendError,
  type SendReceipt,
  type UploadSource,
} from '../../../src/services/outbox/channel.js';
import { ONE_PIXEL } from './one-pixel.js';

/** A channel, and the emulated messenger behind it. */
export interface ChannelUnderTest {
  readonly channel: Channel;
  /** The same channel with a token the messenger does not know */
  readonly withWrongToken: Channel;
  /** The same channel where nobody listens */
  readonly withoutServer: Channel;
  readonly secrets: readonly string[];
  readonly faults: FaultPlan;
  /** @returns the address of somebody who may be written to */
  addPerson(): string;
  leave(address: string): void;
  /** An address nobody has */
  readonly nobody: string;
  /** What the bot said, oldest first */
  received(address: string): readonly PhoneMessage[];
  close(): Promise<void>;
}

const DEADLINE_MS = 400;
const uploads: UploadSource = {
  read: async () => ({ bytes: ONE_PIXEL, contentType: 'image/png' }),
  reference: () => undefined,
};
const plain = (text: string): OutgoingContent => ({ format: 'plain', text });

/** What the outbox may rely on in every messenger. */
export function describeChannel(name: string, start: () => Promise<ChannelUnderTest>): void {
  describe(`the channel of ${name}`, () => {
    let under: ChannelUnderTest;
    beforeAll(async () => {
      under = await start();
    });
    afterAll(() => under.close());

    /** Sends all parts to one person. */
    async function say(
      content: OutgoingContent,
      address: string,
      channel = under.channel,
    ): Promise<SendReceipt[]> {
      const receipts: SendReceipt[] = [];
      for (const part of channel.render(content).parts) {
        const request = deepFrozen({ addresses: [address], part, uploads });
        receipts.push(await channel.send(request, AbortSignal.timeout(DEADLINE_MS)));
      }
      return receipts;
    }

    async function failure(address: string, channel = under.channel): Promise<SendError> {
      const error = await say(plain('Таємне слово'), address, channel).catch((refusal: unknown) => refusal);
      expect(error).toBeInstanceOf(SendError);
      return error as SendError;
    }

    async function failureWith(answer: Fault['answer'], accepted = false): Promise<SendError> {
      under.faults.clear();
      under.faults.add({ answer, times: 1, accepted });
      return failure(under.addPerson());
    }

    it('gives the exact id under which the person sees the message', async () => {
      const address = under.addPerson();
      const receipts = await say(plain('Доброго дня!'), address);
      expect(receipts.flatMap(({ messageIds }) => messageIds)).toEqual(
        under.received(address).map(({ id }) => id),
      );
    });

    it('shows every letter of a text that looks like markup', async () => {
      const address = under.addPerson();
      const text = '<b>1 & 2</b> &nbsp; **3** _4_ "5" \'6\' \\n [7](https://nizhyn.ua) {8} «9» 💡';
      await say(plain(text), address);
      expect(under.received(address).map((message) => message.text)).toEqual([text]);
    });

    it('brings a long text whole, in pieces the messenger takes', async () => {
      const address = under.addPerson();
      const text = 'Шановні мешканці громади 👩‍👧‍👦! '.repeat(600).trim();
      const receipts = await say({ format: 'markup', text: `**${text}**` }, address);
      expect(receipts.length).toBeGreaterThan(1);
      expect(
        under
          .received(address)
          .map((message) => message.text)
          .join(' '),
      ).toBe(text);
    });

    it('shows a picture with its words and the buttons', async () => {
      const address = under.addPerson();
      await say(
        {
          format: 'markup',
          title: 'День міста',
          text: 'Запрошуємо на **площу**.',
          pictures: [{ fileId: 'a1', publicName: 'a1.png', alt: 'Площа' }],
          keyboard: {
            placement: 'message',
            rows: [[{ label: 'Докладніше', action: { kind: 'url', url: 'https://nizhyn.ua/n/1' } }]],
          },
        },
        address,
      );
      expect(under.received(address)).toMatchObject([
        { kind: 'photo', text: expect.stringContaining('День міста\n\nЗапрошуємо на площу.') },
      ]);
    });

    it('asks a question with a keyboard that offers a place', async () => {
      const address = under.addPerson();
      const keyboard = {
        placement: 'question',
        rows: [
          [{ label: 'Надіслати моє місце', action: { kind: 'request-location' } }],
          [{ label: 'Назад', action: { kind: 'command', data: 'back' } }],
        ],
      } as const;
      await say({ ...plain('Де це?'), keyboard }, address);
      expect(under.received(address)).toHaveLength(1);
    });

    it('knows a person who left, and one who never was', async () => {
      const address = under.addPerson();
      under.leave(address);
      expect((await failure(address)).failure).toMatchObject({ kind: 'unreachable' });
      expect((await failure(under.nobody)).failure).toMatchObject({ kind: 'unreachable' });
    });

    it('asks the whole sender to wait when the messenger does', async () => {
      const { failure: asked } = await failureWith({ kind: 'throttle', retryAfterSeconds: 10 });
      expect(asked).toMatchObject({ kind: 'throttled', retryAfterMs: 10_000 });
    });

    it('may repeat what the messenger refused for a reason of its own', async () => {
      const { failure: refused } = await failureWith({ kind: 'refuse', code: 500 });
      expect(refused).toEqual({ kind: 'retry' });
    });

    it.each<Fault['answer']>([
      { kind: 'html', httpStatus: 502 },
      { kind: 'garbage' },
      { kind: 'empty', httpStatus: 500 },
      { kind: 'empty', httpStatus: 200 },
      { kind: 'never' },
      { kind: 'stall' },
      { kind: 'reset' },
    ])('settles within the deadline and claims nothing after an answer of %j', async (answer) => {
      const startedAt = performance.now();
      const error = await failureWith(answer, true);
      expect(error.failure).toEqual({ kind: 'unknown' });
      expect(performance.now() - startedAt).toBeLessThan(DEADLINE_MS + 1_000);
    });

    it('sends again after any of that as if nothing had happened', async () => {
      under.faults.clear();
      const address = under.addPerson();
      await say(plain('Працює'), address);
      expect(under.received(address).map(({ text }) => text)).toEqual(['Працює']);
    });

    it('pauses the bot when its token is not accepted', async () => {
      expect((await failure(under.addPerson(), under.withWrongToken)).failure).toEqual({ kind: 'account' });
    });

    it('may repeat what never left, because nobody listens', async () => {
      const { code, failure: unsent } = await failure(under.addPerson(), under.withoutServer);
      expect({ code, ...unsent }).toEqual({ code: 'network.refused', kind: 'retry' });
    });

    it('puts neither the token nor the text nor the address into an error', async () => {
      const address = under.addPerson();
      const errors = [
        await failure(address, under.withWrongToken),
        await failure(address, under.withoutServer),
        await failureWith({ kind: 'never' }),
        await failureWith({ kind: 'refuse', code: 400, description: 'Bad Request: Таємне слово' }),
      ];
      for (const error of errors) {
        const everything = `${error.stack} ${JSON.stringify(error)} ${JSON.stringify(error.cause)}`;
        for (const secret of [...under.secrets, address, 'Таємне слово'])
          expect(everything).not.toContain(secret);
      }
    });
  });
}

/** A channel that changes what it was given fails loudly. */
function deepFrozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const child of Object.values(value)) deepFrozen(child);
  return value;
}
