import { createHash } from 'node:crypto';
import { pollTelegram } from '../channels/telegram/poll.js';
import type { Config } from '../config.js';
import type { ChannelId } from '../domain/channel-id.js';
import { sessionsSince } from '../domain/viber-session.js';
import type { Clocks } from '../lib/clocks.js';
import type { Logger } from '../lib/log.js';
import { Slots } from '../lib/slots.js';
import { isBlocked } from '../services/appeals/blocks.js';
import { createSelfPause } from '../services/broadcasts/self-pause.js';
import { parseState } from '../services/dialogue/state.js';
import { step } from '../services/dialogue/step.js';
import { apologise } from '../services/intake/apologise.js';
import type { Intake } from '../services/intake/ports.js';
import { type ProcessDeps, processRow } from '../services/intake/process.js';
import { ReceiptWorker } from '../services/intake/receipt-worker.js';
import { IntakeWorker } from '../services/intake/worker.js';
import type { LeaseDeps } from '../services/leases/leases.js';
import type { Pace } from '../services/outbox/budget.js';
import type { FuseDeps } from '../services/outbox/fuse.js';
import { Sender } from '../services/outbox/sender.js';
import { Uploads } from '../services/outbox/uploads.js';
import { type Bot, startBot } from './bot.js';
import type { ConnectedChannel } from './channels.js';
import type { Nudges } from './nudges.js';
import type { Services } from './services.js';
import type { Stores } from './stores.js';

/** 400 in 10 s, well below Viber's limit of 500 requests: https://developers.viber.com/docs/api/rest-bot-api/#broadcast-message */
const VIBER_REQUESTS_PER_SECOND = 40;
/** Messages in an hour to somebody who does not answer: https://developers.viber.com/docs/api/rest-bot-api/#send-message */
const VIBER_UNANSWERED_PER_HOUR = 100;
/** Telegram asks for no more than one message a second to one chat (https://core.telegram.org/bots/faq); a little more for clocks that differ. */
const TELEGRAM_PER_CHAT_MS = 1_020;

/** Residents' files fetched at once by one bot: 20 MB each at most, 320 MB of memory. */
const DOWNLOADS_AT_ONCE = 16;

export interface BotsDeps {
  readonly config: Config;
  readonly channels: readonly ConnectedChannel[];
  readonly stores: Stores;
  readonly services: Services;
  readonly intake: Intake;
  readonly leases: LeaseDeps;
  readonly clocks: Clocks;
  readonly nudges: Nudges;
  readonly log: Logger;
}

/** Starts the bot of every messenger that is set up. */
export function startBots(deps: BotsDeps): Map<ChannelId, Bot> {
  return new Map(deps.channels.map((connected) => [connected.channel.id, start(connected, deps)]));
}

function start({ channel, token, apiRoot }: ConnectedChannel, deps: BotsDeps): Bot {
  const { config, stores, services, clocks, log, intake } = deps;
  const { real } = clocks;
  const sender = new Sender({
    channel,
    store: stores.outbox,
    pace: paceOf(channel.id, config),
    uploads: new Uploads(botKey(channel.id, token), stores.files),
    sendable: () => services.sendable(channel.id),
    held: services.held,
    content: async (id, locale) => {
      const broadcast = await stores.broadcasts.get(id);
      return broadcast && services.contentIn(broadcast, channel.id, locale);
    },
    change: services.change,
    onUnreachable: (rows) => stores.subscribers.markUnreachable(rows.map(({ subscriberId }) => subscriberId)),
    price: channel.id === 'viber' ? viberFuse(deps) : undefined,
    pauseBroadcast: createSelfPause({
      store: stores.broadcasts,
      audit: services.audit,
      nudge: deps.nudges.broadcasts,
    }),
    real,
    random: Math.random,
    log,
  });
  const polls = channel.id === 'telegram' && config.publicUrl === undefined;
  const poll = (signal: AbortSignal) => pollTelegram({ token, apiRoot, intake, log, signal });
  return startBot({
    channel: channel.id,
    sender,
    worker: createWorker(channel, sender, deps),
    receipts: new ReceiptWorker({
      channel,
      store: stores.inbox,
      outbox: stores.outbox,
      now: clocks.now,
      real,
      log,
    }),
    poll: polls ? poll : undefined,
    leases: deps.leases,
    log,
  });
}

function viberFuse({ stores, services, clocks: { real } }: BotsDeps): FuseDeps {
  return {
    terms: services.viberPrice.terms,
    inSession: (ids) => stores.subscribers.heardAmong(ids, sessionsSince(real())),
    chargesIn: stores.charges.ofMonth,
    real,
  };
}

/** Names a bot for good without its token. */
function botKey(channel: ChannelId, token: string): string {
  return `${channel}:${createHash('sha256').update(token).digest('hex').slice(0, 16)}`;
}

function createWorker(
  channel: ConnectedChannel['channel'],
  sender: Pick<Sender, 'heardFrom'>,
  deps: BotsDeps,
): IntakeWorker {
  const { stores, services, clocks, log } = deps;
  const process: ProcessDeps = {
    channel,
    subscribers: stores.subscribers,
    erasing: services.erasing,
    copying: services.copying,
    inbox: stores.inbox,
    appeals: stores.appeals,
    register: {
      store: stores.appeals,
      office: services.office,
      mode: services.registrationMode,
      routing: async () => (await services.settings.get()).routing.rules,
      isBlocked: (subscriberId, at) => isBlocked(stores.blocks, subscriberId, at),
    },
    callBacks: stores.callBacks,
    faq: stores.faq,
    files: stores.files,
    downloads: new Slots(DOWNLOADS_AT_ONCE),
    messages: services.messages,
    onHeard: (address) => sender.heardFrom(address),
    dialogue: { parseState, step },
    ...services.context,
    log,
  };
  return new IntakeWorker({
    channel: channel.id,
    store: stores.inbox,
    process: (row, work) => processRow(row, process, work),
    apologise: async (row) => apologise(row, { ...process, organisation: services.organisation }),
    real: clocks.real,
    log,
  });
}

function paceOf(channel: ChannelId, config: Config): Pace {
  return channel === 'telegram'
    ? { perSecond: config.telegram.messagesPerSecond, perAddressMs: TELEGRAM_PER_CHAT_MS }
    : {
        perSecond: VIBER_REQUESTS_PER_SECOND,
        perAddressMs: 0,
        unansweredPerHour: VIBER_UNANSWERED_PER_HOUR,
      };
}
