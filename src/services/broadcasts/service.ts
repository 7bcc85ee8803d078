import type { Broadcast, BroadcastContent, BroadcastStatus } from '../../domain/broadcast.js';
import { CHANNEL_IDS, type ChannelId } from '../../domain/channel-id.js';
import type { OutgoingContent } from '../../domain/content.js';
import type { Locale } from '../../domain/locale.js';
import { Refusal } from '../../domain/refusal.js';
import { type Actor, can, type Permission } from '../../domain/role.js';
import type { Clocks } from '../../lib/clocks.js';
import type { Audit } from '../audit/audit.js';
import type { Pictures } from '../files/pictures.js';
import type { Channel } from '../outbox/channel.js';
import type { Messages } from '../outbox/messages.js';
import type { SubscriberStore } from '../subscriptions/store.js';
import type { BroadcastInput, Broadcasts, BroadcastView } from './broadcasts.js';
import { createCounts } from './counts.js';
import { contentHash } from './hash.js';
import type { BroadcastStore } from './store.js';

/** Rows of one page when all are read. */
const EXPORT_PAGE = 1_000;
/** Statuses in which rows exist, or are about to. */
const PLANNED: readonly BroadcastStatus[] = ['sending', 'paused', 'finished', 'cancelled'];

export interface BroadcastsDeps {
  readonly store: BroadcastStore;
  readonly subscribers: SubscriberStore;
  readonly pictures: Pictures;
  readonly messages: Messages;
  readonly channels: readonly Channel[];
  readonly contentOf: (broadcast: Broadcast, locale: Locale) => OutgoingContent;
  readonly audit: Audit;
  readonly clocks: Clocks;
  readonly randomId: () => string;
  /** A status changed: the driver and the senders should look */
  readonly nudge: () => void;
}

/** The use cases of a broadcast. */
export function createBroadcasts(deps: BroadcastsDeps): Broadcasts {
  const { store, subscribers, clocks } = deps;
  const counts = createCounts(store, clocks.real);

  return {
    async create(input, actor) {
      allow(actor, 'broadcasts.write');
      const content = await toContent(input);
      const broadcast = await store.insert({
        ...content,
        status: 'draft',
        hash: contentHash(content),
        createdBy: actor.id,
        createdAt: clocks.now(),
        approvals: [],
        undoUntil: undefined,
        pauseReason: undefined,
        startedAt: undefined,
        finishedAt: undefined,
      });
      await audit(actor, 'create', broadcast);
      return view(broadcast);
    },

    async update(id, changes, actor) {
      allow(actor, 'broadcasts.write');
      const { media, ...rest } = changes;
      const before = await found(id);
      const pictures = media ? await fetchPictures(media) : before.pictures;
      const { delivery = before.delivery, ...fields } = rest;
      const content: BroadcastContent = { ...contentOnly(before), ...fields, delivery, pictures };
      const changed = await store.changeDraft(id, content, contentHash(content));
      if (!changed) throw notNow(before, 'Змінити можна лише чернетку.');
      await audit(actor, 'update', changed, before);
      return view(changed);
    },

    async remove(id, actor) {
      allow(actor, 'broadcasts.write');
      const before = await found(id);
      if (!(await store.removeDraft(id))) throw notNow(before, 'Видалити можна лише чернетку.');
      await audit(actor, 'remove', before);
    },

    async approve(id, { hash, undoSeconds = 0 }, actor) {
      allow(actor, 'broadcasts.approve');
      const before = await found(id);
      if (before.status !== 'draft') throw notNow(before, 'Цю розсилку вже затверджено.');
      if (hash !== undefined && hash !== before.hash) throw stale();
      const approved = await store.move(
        id,
        ['draft'],
        'approved',
        {
          approval: { by: actor.id, hash: before.hash, at: clocks.now() },
          undoUntil: new Date(clocks.real().getTime() + undoSeconds * 1_000),
        },
        before.hash,
      );
      if (!approved) throw stale();
      return moved(actor, 'approve', approved);
    },

    async pause(id, actor) {
      allow(actor, 'broadcasts.approve');
      return change(id, actor, 'pause', ['sending'], 'paused', 'Призупинити можна лише те, що надсилається.');
    },

    async resume(id, actor) {
      allow(actor, 'broadcasts.approve');
      return change(
        id,
        actor,
        'resume',
        ['paused'],
        'sending',
        'Продовжити можна лише призупинену розсилку.',
      );
    },

    async cancel(id, actor) {
      allow(actor, 'broadcasts.approve');
      const from: BroadcastStatus[] = ['approved', 'scheduled', 'sending', 'paused'];
      await change(
        id,
        actor,
        'cancel',
        from,
        'cancelled',
        'Скасувати можна лише розсилку, яку ще не завершено.',
      );
      await store.skipWaiting(id, clocks.real());
      counts.forget(id);
      return view(await found(id));
    },

    async test(id, to, actor) {
      allow(actor, 'broadcasts.write');
      const broadcast = await found(id);
      const people = await Promise.all(to.map(({ channel, address }) => subscribers.find(channel, address)));
      const known = people.filter((person) => person !== undefined);
      if (known.length < to.length)
        throw new Refusal(
          'invalid',
          'broadcast.test-address',
          'Серед адрес є невідомі: людина має спершу написати боту.',
        );
      await deps.messages.enqueue(
        known.map(({ id: subscriberId, channel, address, locale }) => ({
          key: `test:${id}:${subscriberId}:${deps.randomId()}`,
          channel,
          subscriberId,
          address,
          locale,
          content: deps.contentOf(broadcast, locale),
        })),
      );
    },

    get: async (id) => view(await found(id)),

    async list(request) {
      const page = await store.list(request);
      return { items: await Promise.all(page.items.map(view)), nextCursor: page.nextCursor };
    },

    async deliveries(id, request) {
      await found(id);
      return store.deliveries(id, request);
    },

    async *allDeliveries(id, filter) {
      let cursor: string | undefined;
      do {
        const page = await store.deliveries(id, { ...filter, cursor, limit: EXPORT_PAGE });
        yield* page.items;
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
    },
  };

  async function found(id: string): Promise<Broadcast> {
    const broadcast = await store.get(id);
    if (!broadcast) throw new Refusal('notFound', 'broadcast.unknown', 'Такої розсилки немає.');
    return broadcast;
  }

  async function change(
    id: string,
    actor: Actor,
    action: string,
    from: readonly BroadcastStatus[],
    to: BroadcastStatus,
    otherwise: string,
  ): Promise<BroadcastView> {
    const before = await found(id);
    const after = await store.move(id, from, to, {});
    if (!after) throw notNow(before, otherwise);
    return moved(actor, action, after);
  }

  async function moved(actor: Actor, action: string, broadcast: Broadcast): Promise<BroadcastView> {
    await audit(actor, action, broadcast);
    deps.nudge();
    return view(broadcast);
  }

  function audit(actor: Actor, action: string, after: Broadcast, before?: Broadcast): Promise<void> {
    const state = ({ status, hash, title }: Broadcast) => ({ status, hash, title });
    return deps.audit.record({
      actor,
      action: `broadcast.${action}`,
      subject: after.id,
      ...(before ? { before: state(before) } : {}),
      after: state(after),
    });
  }

  async function view(broadcast: Broadcast): Promise<BroadcastView> {
    const planned = PLANNED.includes(broadcast.status);
    const [tallied, audience] = await Promise.all([
      counts.of(broadcast),
      planned ? undefined : subscribers.countAudience(broadcast.audience),
    ]);
    const size = audience ?? {
      telegram: tallied.channels.telegram.total,
      viber: tallied.channels.viber.total,
    };
    return {
      ...broadcast,
      audienceSize: { total: size.telegram + size.viber, ...size },
      warnings: warningsOf(broadcast),
      ...tallied,
    };
  }

  function warningsOf(broadcast: Broadcast): BroadcastView['warnings'] {
    const content = deps.contentOf(broadcast, 'uk');
    return deps.channels
      .filter(({ id }) => isAddressed(broadcast, id))
      .flatMap((channel) =>
        channel.render(content).warnings.map((warning) => ({ channel: channel.id, ...warning })),
      );
  }

  async function toContent({ media, delivery, ...input }: BroadcastInput): Promise<BroadcastContent> {
    const atOnce = input.kind === 'announcement' || input.kind === 'alert';
    return {
      ...input,
      delivery: delivery ?? (atOnce ? 'instant' : 'digest'),
      pictures: await fetchPictures(media),
    };
  }

  async function fetchPictures(media: BroadcastInput['media']) {
    const pictures = [];
    for (const source of media) pictures.push(await deps.pictures.fetch(source));
    return pictures;
  }
}

function isAddressed({ audience }: Broadcast, channel: ChannelId): boolean {
  return (audience.channels?.length ? audience.channels : CHANNEL_IDS).includes(channel);
}

function contentOnly(broadcast: Broadcast): BroadcastContent {
  const { kind, title, text, link, pictures, buttons, audience, sendAt, delivery, ignoreQuietHours } =
    broadcast;
  return { kind, title, text, link, pictures, buttons, audience, sendAt, delivery, ignoreQuietHours };
}

function allow(actor: Actor, permission: Permission): void {
  if (!can(actor, permission))
    throw new Refusal('forbidden', 'role', 'Ваша роль не дозволяє цього. Зверніться до адміністратора.');
}

function notNow({ status }: Broadcast, message: string): Refusal {
  return new Refusal('conflict', `broadcast.is-${status}`, message);
}

function stale(): Refusal {
  return new Refusal(
    'conflict',
    'broadcast.stale-hash',
    'Розсилку змінили після того, як ви її відкрили. Перегляньте нову редакцію й затвердьте її.',
  );
}
