import type { Act, Publication } from '../../domain/publication.js';
import { Refusal } from '../../domain/refusal.js';
import type { Actor } from '../../domain/role.js';
import { toChange, toPhoto } from './content.js';
import { PHOTOS_MAX } from './input.js';
import type { Publications } from './publications.js';
import { createRegistration } from './registration.js';
import { allowPublications, audited, type PublicationsDeps } from './steps.js';
import type { PublicationStore } from './store.js';
import { warningsOf } from './warnings.js';

/** The register of publications. */
export function createPublications(deps: PublicationsDeps): Publications {
  const { store, topics, audit, now, nudge } = deps;

  return {
    ...createRegistration(deps),

    async change(id, changes, actor) {
      allowPublications(actor);
      await topics.assertKnown(changes.topic === undefined ? [] : [changes.topic]);
      const before = await found(id);
      return keep(before, toChange(before, changes), 'change', actor);
    },

    async publish(id, at, actor) {
      allowPublications(actor);
      const before = await found(id);
      if (before.status === 'published') return before;
      return keep(before, { status: 'published', publishedAt: at ?? now() }, 'publish', actor);
    },

    async addPhotos(id, photos, actor) {
      allowPublications(actor);
      const before = await found(id);
      const all = [...before.photos, ...photos.map(toPhoto)];
      if (all.length > PHOTOS_MAX)
        throw new Refusal('invalid', 'publication.photos', `Фото забагато: щонайбільше ${PHOTOS_MAX}.`);
      return keep(before, { photos: all }, 'add-photos', actor);
    },

    async removePhoto(id, place, actor) {
      allowPublications(actor);
      const before = await found(id);
      const photos = before.photos.filter((_photo, at) => at !== place);
      return keep(before, { photos }, 'remove-photo', actor);
    },

    async remove(id, actor) {
      allowPublications(actor);
      const before = await store.remove(id, now());
      if (!before) throw unknown();
      await audit.record({ actor, action: 'publication.remove', subject: id, before: audited(before) });
    },

    get: found,

    async warnings(publication) {
      const { act, id } = publication;
      const others = act?.number ? await store.sameNumber(act) : [];
      const isNumberTaken = others.some((other) => other.id !== id && isSameYear(other, act));
      return warningsOf(publication, { now: now(), timeZone: deps.timeZone, isNumberTaken });
    },

    async list(request) {
      await topics.assertKnown(request.topic === undefined ? [] : [request.topic]);
      return store.list(request);
    },
    async count(filter) {
      const ids = (await topics.list()).map(({ id }) => id);
      return store.count(filter, ids);
    },
    markSent: (id, channel, at) => store.markSent(id, channel, at),
  };

  async function found(id: string): Promise<Publication> {
    const publication = await store.get(id);
    if (!publication || publication.status === 'deleted') throw unknown();
    return publication;
  }

  async function keep(
    before: Publication,
    change: Parameters<PublicationStore['change']>[1],
    action: string,
    actor: Actor,
  ): Promise<Publication> {
    const after = await store.change(before.id, change, now());
    if (after === 'taken')
      throw new Refusal('conflict', 'publication.same-url', 'Публікація з цією адресою вже є в реєстрі.');
    if (!after) throw unknown();
    await audit.record({
      actor,
      action: `publication.${action}`,
      subject: before.id,
      before: audited(before),
      after: audited(after),
    });
    if (after.photos.some(({ status }) => status === 'waiting')) nudge();
    return after;
  }
}

/** Numbers begin anew each year. */
function isSameYear(other: Publication, act: Act | undefined): boolean {
  return other.act?.date.slice(0, 4) === act?.date.slice(0, 4);
}

function unknown(): Refusal {
  return new Refusal('notFound', 'publication.unknown', 'Такої публікації немає.');
}
