import type { ChannelId } from '#built/domain/channel-id.js';
import { startEmulators } from '#built/sandbox/emulators/start.js';

/**
 * The emulated messengers in a process of their own, so that they cost the measured one nothing. Answers one
 * question after the other over IPC; `LIMITS=off` lets the bot be as fast as it likes.
 */
const emulators = await startEmulators(
  process.env.LIMITS === 'off' ? { limits: { telegram: false, viber: false } } : {},
);
const { telegram, viber } = emulators;

const answers = {
  apiRoot: (channel: ChannelId) => emulators[channel].apiRoot,
  token: (channel: ChannelId) => emulators[channel].token,

  /** Subscribers who only count what they get. @returns their addresses */
  crowd: ({ channel, count }: { readonly channel: ChannelId; readonly count: number }) =>
    Array.from({ length: count }, () => emulators[channel].addPerson({ status: 'active', crowd: true }).id),

  latency(ms: number) {
    telegram.faults.latencyMs = ms;
  },

  forget() {
    telegram.journal.clear();
    viber.journal.clear();
  },

  /** What the bot did since `forget`. */
  tally() {
    const sends = telegram.journal.requests('sendMessage');
    const sentMs = sends.filter(({ outcome }) => outcome === 'ok').map(({ at }) => at.getTime());
    return {
      received: telegram.journal.totalReceivedCount(),
      repeated: telegram.journal.repeats().length,
      throttled: sends.filter(({ outcome }) => /too many/i.test(outcome)).length,
      firstMs: sentMs.at(0) ?? 0,
      lastMs: sentMs.at(-1) ?? 0,
    };
  },

  /** Where callbacks to a public address really go. */
  route({ host, origin }: { readonly host: string; readonly origin: string }) {
    viber.webhookRoutes.add(host, origin);
  },

  /** Viber's phones are not at hand: their receipts would come hours later, not while the broadcast goes out. */
  phonesOff() {
    const { callbacks } = viber.state;
    const webhook = callbacks.webhook();
    if (!webhook) throw new Error('the service has registered no webhook yet');
    callbacks.setWebhook({ ...webhook, eventTypes: [] });
  },

  viberReceived: () => viber.journal.totalReceivedCount(),

  /** What came by Viber since `forget`. */
  viberTally: () => ({
    received: viber.journal.totalReceivedCount(),
    requests: viber.journal.requestCount('broadcast_message'),
    repeated: viber.journal.repeats().length,
  }),

  /**
   * New residents open the chat, one every `everyMs`.
   * @returns how long each waited for the first answer, in milliseconds
   */
  async residents({ count, everyMs }: { readonly count: number; readonly everyMs: number }) {
    const waits: Promise<number>[] = [];
    for (let i = 0; i < count; i += 1) {
      const { id } = telegram.addPerson({ name: `Мешканець ${i}` });
      const askedMs = Date.now();
      telegram.phone(id).start();
      const seen = emulators.seen('telegram', id, ({ from }) => from === 'bot', 10_000);
      waits.push(seen.then(() => Date.now() - askedMs));
      await new Promise((resolve) => setTimeout(resolve, everyMs));
    }
    return Promise.all(waits);
  },
};

export type MessengerAnswers = typeof answers;

interface Question {
  readonly name: keyof MessengerAnswers;
  readonly argument: unknown;
}

process.on('message', async ({ name, argument }: Question) => {
  // Asked only through askMessengers, whose types pair each name with its argument.
  const answer = answers[name] as (given: unknown) => unknown;
  process.send?.({ answer: await answer(argument) });
});
process.once('disconnect', () => process.exit(0));
process.send?.('ready');
