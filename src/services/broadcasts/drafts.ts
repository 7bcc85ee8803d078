import type { BroadcastContent } from '../../domain/broadcast.js';
import type { Picture } from '../../domain/content.js';
import type { Pictures } from '../files/pictures.js';
import type { BroadcastInput, Broadcasts } from './broadcasts.js';
import { contentHash } from './hash.js';
import { allow, notNow, type Steps } from './steps.js';
import type { BroadcastStore } from './store.js';
import type { ViewOf } from './view.js';

export interface DraftsDeps {
  readonly store: Pick<BroadcastStore, 'insert' | 'changeContent' | 'removeDraft'>;
  readonly pictures: Pictures;
  readonly now: () => Date;
  readonly steps: Steps;
  readonly viewOf: ViewOf;
}

/** Writing a broadcast, until it leaves: what is changed after its approval is a draft again. */
export function createDrafts(deps: DraftsDeps): Pick<Broadcasts, 'create' | 'update' | 'remove'> {
  const { store, steps, viewOf } = deps;

  return {
    async create(input, actor) {
      allow(actor, 'broadcasts.write');
      const content = await toContent(input);
      const broadcast = await store.insert({
        ...content,
        status: 'draft',
        hash: contentHash(content),
        createdBy: actor.id,
        createdAt: deps.now(),
        editedBy: actor.id,
        approvals: [],
        undoUntil: undefined,
        pauseReason: undefined,
        startedAt: undefined,
        finishedAt: undefined,
      });
      await steps.record(actor, 'create', broadcast);
      return viewOf(broadcast);
    },

    async update(id, changes, actor) {
      allow(actor, 'broadcasts.write');
      const { media, ...rest } = changes;
      const before = await steps.found(id);
      const pictures = media ? await fetchPictures(media) : before.pictures;
      const { delivery = before.delivery, ...fields } = rest;
      const content: BroadcastContent = { ...contentOnly(before), ...fields, delivery, pictures };
      const editedBy = actor.kind === 'staff' ? actor.id : before.editedBy;
      const changed = await store.changeContent(id, content, contentHash(content), editedBy);
      if (!changed) throw notNow(before, 'Змінити можна лише те, що ще не надсилається.');
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

  async function toContent({ media, delivery, ...input }: BroadcastInput): Promise<BroadcastContent> {
    const atOnce = input.kind === 'announcement' || input.kind === 'alert';
    return {
      ...input,
      delivery: delivery ?? (atOnce ? 'instant' : 'digest'),
      pictures: await fetchPictures(media),
    };
  }

  /** At once: ten slow sites take no longer than one. */
  function fetchPictures(media: BroadcastInput['media']): Promise<Picture[]> {
    return Promise.all(media.map((source) => deps.pictures.fetch(source)));
  }
}

function contentOnly(content: BroadcastContent): BroadcastContent {
  const { kind, title, text, link, pictures, buttons, audience, sendAt, delivery, ignoreQuietHours } =
    content;
  return { kind, title, text, link, pictures, buttons, audience, sendAt, delivery, ignoreQuietHours };
}
