import type { Publication } from '../../domain/publication.js';
import { Refusal } from '../../domain/refusal.js';
import { toNew } from './content.js';
import type { Bringer, FirstPublicationInput, Publications } from './publications.js';
import { allowPublications, audited, type PublicationsDeps } from './steps.js';
import type { NewPublication } from './store.js';

/** Bringing publications in: one canonical address is one publication. */
export function createRegistration({
  store,
  topics,
  audit,
  now,
  nudge,
}: PublicationsDeps): Pick<Publications, 'register' | 'registerMany'> {
  return {
    async register(input, by) {
      allowPublications(by.actor);
      const [outcome] = await bring([input], by);
      if (!outcome) throw new Error('one publication was given and none came back');
      const { publication, isNew } = outcome;
      if (isNew)
        await audit.record({
          actor: by.actor,
          action: 'publication.register',
          subject: publication.id,
          after: audited(publication),
        });
      return outcome;
    },

    async registerMany(inputs, by) {
      allowPublications(by.actor);
      const outcomes = await bring(inputs, by);
      const of = (isNew: boolean) =>
        outcomes.filter((one) => one.isNew === isNew).map(({ publication }) => publication);
      const created = of(true);
      if (created.length > 0)
        await audit.record({
          actor: by.actor,
          action: 'publication.register-many',
          subject: by.source,
          after: { created: created.length },
        });
      return { created, kept: of(false) };
    },
  };

  /** @returns what became of each, in the order given */
  async function bring(
    inputs: readonly FirstPublicationInput[],
    by: Bringer,
  ): Promise<{ readonly publication: Publication; readonly isNew: boolean }[]> {
    await topics.assertKnown(inputs.map(({ topic }) => topic));
    const at = now();
    const rows = inputs.map((input) => toNew(input, by, at));
    const known = await keptOf(rows, by);
    const isFirst = firstOfItsUrl(rows);
    const fresh = rows.filter((row, place) => isFirst[place] && !known.has(row.canonicalUrl ?? ''));
    const written = new Map(
      (await store.insert(fresh)).map((publication, place) => [fresh[place], publication]),
    );
    if (fresh.some(({ photos }) => photos.length > 0)) nudge();
    // Found again: what stood there twice, and what somebody else brought in at the same moment.
    const kept = new Map([
      ...known,
      ...(await keptOf(
        rows.filter((row) => !written.get(row)),
        by,
      )),
    ]);
    return rows.map((row) => {
      const publication = written.get(row);
      if (publication) return { publication, isNew: true };
      const earlier = kept.get(row.canonicalUrl ?? '');
      // Its address was taken a moment ago and is free again: somebody deletes what we bring in.
      if (!earlier)
        throw new Refusal('conflict', 'publication.busy', 'Публікацію щойно змінили. Спробуйте ще раз.');
      return { publication: earlier, isNew: false };
    });
  }

  /** What a person deleted stays so when a feed brings it again. */
  function keptOf(rows: readonly NewPublication[], { source }: Bringer) {
    const urls = rows.flatMap(({ canonicalUrl }) => canonicalUrl ?? []);
    return store.byCanonicalUrl([...new Set(urls)], source === 'feed');
  }
}

/** Of each row whether it is the first with its address; what has no address is always its own. */
function firstOfItsUrl(rows: readonly NewPublication[]): boolean[] {
  const seen = new Set<string>();
  return rows.map(({ canonicalUrl }) => {
    if (canonicalUrl === undefined) return true;
    const isFirst = !seen.has(canonicalUrl);
    seen.add(canonicalUrl);
    return isFirst;
  });
}
