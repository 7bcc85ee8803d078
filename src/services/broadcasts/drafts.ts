import {
  type Broadcast,
  type BroadcastContent,
  CHANGEABLE_STATUSES,
  type MissedRule,
} from '../../domain/broadcast.js';
import type { Picture } from '../../domain/content.js';
import type { Publication } from '../../domain/publication.js';
import { Refusal } from '../../domain/refusal.js';
import type { Actor } from '../../domain/role.js';
import type { Pictures } from '../files/pictures.js';
import type { Topics } from '../topics/topics.js';
import type { Audience } from './audience.js';
import {
  type BroadcastInput,
  type Broadcasts,
  type BroadcastView,
  CHANGED_MEANWHILE,
  type SeenBroadcast,
} from './broadcasts.js';
import { contentHash } from './hash.js';
import { withNewestText } from './newest.js';
import { allow, notNow, type Steps } from './steps.js';
import type { BroadcastStore } from './store.js';
import type { ViewOf } from './view.js';

export interface DraftsDeps {
  readonly store: Pick<BroadcastStore, 'get' | 'insert' | 'changeContent' | 'removeDraft' | 'amendmentsOf'>;
  readonly audience: Pick<Audience, 'tally'>;
  readonly pictures: Pictures;
  readonly topics: Pick<Topics, 'assertKnown'>;
  readonly publications: { readonly get: (id: string) => Promise<Publication | undefined> };
  readonly now: () => Date;
  readonly steps: Steps;
  readonly viewOf: ViewOf;
}

/** Stands in for the id of what is not saved: as long as any, so that the addresses made of it are, too. */
const UNSAVED_ID = '0'.repeat(24);

/** What a broadcast is before anything has happened to it. */
const UNTOUCHED = {
  status: 'draft',
  approvals: [],
  undoUntil: undefined,
  pauseReason: undefined,
  startedAt: undefined,
  finishedAt: undefined,
} as const satisfies Partial<Broadcast>;

/** The publication that a broadcast brings to people, for good. */
type Origin = Pick<Broadcast, 'publicationId' | 'discussion'>;

/** Writing a broadcast, until it leaves: what is changed after its approval is a draft again. */
export function createDrafts(
  deps: DraftsDeps,
): Pick<Broadcasts, 'create' | 'createForMissed' | 'duplicate' | 'look' | 'update' | 'remove'> {
  const { store, steps, viewOf } = deps;

  return {
    async create(input, actor, id) {
      allow(actor, 'broadcasts.write');
      await deps.topics.assertKnown(input.audience.topics ?? []);
      const origin = await originOf(input.publicationId);
      return insert(await toContent(input), origin, actor, id);
    },

    async createForMissed(missed, actor) {
      allow(actor, 'broadcasts.write');
      const first = await steps.found(missed.broadcastId);
      if (first.amends || first.recalledAt)
        throw new Refusal('conflict', 'broadcast.recalled', 'Цього повідомлення вже не надсилають.');
      const { text } = withNewestText(first, await store.amendmentsOf([first.id]));
      const audience = { ...first.audience, missed };
      const content = { ...contentOnly(first), text, sendAt: undefined, audience };
      const { publicationId, discussion } = first;
      return insert(content, { publicationId, discussion }, actor);
    },

    async duplicate(id, actor) {
      allow(actor, 'broadcasts.write');
      const first = await steps.found(id);
      const { missed: _itsOwn, ...audience } = first.audience;
      return insert({ ...contentOnly(first), sendAt: undefined, audience }, {}, actor);
    },

    async look(input, actor, id) {
      allow(actor, 'broadcasts.write');
      const before = id === undefined ? undefined : await steps.found(id);
      const content = await toContent(input);
      const audience = { ...content.audience, missed: before?.audience.missed };
      const author = { createdBy: actor.id, createdAt: deps.now(), editedBy: actor.id };
      const unsaved = { id: UNSAVED_ID, hash: '', ...author, ...before, ...UNTOUCHED, ...content, audience };
      const [view, tally] = await Promise.all([viewOf(unsaved), deps.audience.tally(audience)]);
      return { ...view, tally };
    },

    async update(id, changes, actor, seen) {
      allow(actor, 'broadcasts.write');
      await deps.topics.assertKnown(changes.audience?.topics ?? []);
      const { media, publicationId: _forGood, ...rest } = changes;
      const before = await steps.found(id);
      const pictures = media ? await fetchPictures(media) : (changes.pictures ?? before.pictures);
      const { delivery = before.delivery, ...fields } = rest;
      const { missed } = before.audience;
      const audience = { ...(fields.audience ?? before.audience), missed };
      const content: BroadcastContent = { ...contentOnly(before), ...fields, audience, delivery, pictures };
      const by = actor.kind === 'staff' ? actor.id : before.editedBy;
      const edit = { by, at: deps.now(), seen };
      const changed = await store.changeContent(id, content, contentHash(content), edit);
      if (!changed) throw tooLate(await steps.found(id), seen);
      await steps.record(actor, 'update', changed, before);
      return viewOf(changed);
    },

    async remove(id, actor) {
      allow(actor, 'broadcasts.write');
      const before = await steps.found(id);
      if (!(await store.removeDraft(id))) throw notNow(before, 'Видалити можна лише чернетку.');
      await steps.record(actor, 'remove', before);
    },
  };

  async function insert(
    content: BroadcastContent,
    origin: Origin,
    actor: Actor,
    id?: string,
  ): Promise<BroadcastView> {
    await assertEnded(content.audience.missed);
    const broadcast = await store.insert({
      ...(id === undefined ? {} : { id }),
      ...content,
      ...UNTOUCHED,
      hash: contentHash(content),
      createdBy: actor.id,
      createdAt: deps.now(),
      editedBy: actor.id,
      ...origin,
    });
    await steps.record(actor, 'create', broadcast);
    return viewOf(broadcast);
  }

  /** Before the end nobody knows whom a broadcast misses. */
  async function assertEnded(missed: MissedRule | undefined): Promise<void> {
    if (!missed) return;
    const first = await store.get(missed.broadcastId);
    if (!first) throw new Refusal('invalid', 'broadcast.of-unknown', 'Розсилки, названої в `of`, немає.');
    if (first.status !== 'finished' && first.status !== 'cancelled')
      throw notNow(first, 'Дочекайтеся завершення першої розсилки: тоді буде відомо, хто її не отримав.');
  }

  async function originOf(id: string | undefined): Promise<Origin> {
    if (id === undefined) return {};
    const publication = await deps.publications.get(id);
    if (!publication || publication.status === 'deleted')
      throw new Refusal('invalid', 'broadcast.publication-unknown', 'Такої публікації в реєстрі немає.');
    const until = publication.act?.stage === 'draft' ? publication.act.discussionUntil : undefined;
    return { publicationId: id, discussion: until === undefined ? undefined : { publicationId: id, until } };
  }

  async function toContent(input: BroadcastInput): Promise<BroadcastContent> {
    const { media, pictures = [], delivery, publicationId: _besideContent, ...content } = input;
    const atOnce = input.kind === 'announcement' || input.kind === 'alert';
    return {
      ...content,
      delivery: delivery ?? (atOnce ? 'instant' : 'digest'),
      pictures: [...pictures, ...(await fetchPictures(media))],
    };
  }

  /** At once: ten slow sites take no longer than one. */
  function fetchPictures(media: BroadcastInput['media']): Promise<Picture[]> {
    return Promise.all(media.map((source) => deps.pictures.fetch(source)));
  }
}

/** Why what was typed could not be kept. */
function tooLate(now: Broadcast, seen: SeenBroadcast | undefined): Refusal {
  if (seen && CHANGEABLE_STATUSES.includes(now.status))
    return new Refusal('conflict', CHANGED_MEANWHILE, 'Поки ви писали, цю розсилку змінили.');
  return notNow(now, 'Змінити можна лише те, що ще не надсилається.');
}

/** What an approver approves, without the course of it. */
export function contentOnly(content: BroadcastContent): BroadcastContent {
  const { kind, title, text, link, pictures, buttons, audience, sendAt, delivery, ignoreQuietHours } =
    content;
  return { kind, title, text, link, pictures, buttons, audience, sendAt, delivery, ignoreQuietHours };
}
