import { type FaqCard, isStaleCard } from '../../domain/faq.js';
import { Refusal } from '../../domain/refusal.js';
import { type Actor, can } from '../../domain/role.js';
import { localDay } from '../../lib/city-time.js';
import type { Audit } from '../audit/audit.js';
import type { Accounts } from '../staff/accounts.js';
import { FAQ_CARDS_MAX, type Faq, type FaqStore } from './faq.js';

export interface FaqDeps {
  readonly store: FaqStore;
  readonly accounts: Pick<Accounts, 'get'>;
  readonly audit: Audit;
  /** The city's calendar */
  readonly now: () => Date;
  readonly timeZone: string;
}

/** The use cases of ready answers. */
export function createFaq({ store, accounts, audit, now, timeZone }: FaqDeps): Faq {
  return {
    list: async () => Promise.all((await store.list()).map(counted)),
    get: found,

    async save(id, content, actor) {
      assertMay(actor);
      await assertOwner(content.ownerId);
      const before = id === undefined ? undefined : await found(id);
      if (!before && (await store.list()).length >= FAQ_CARDS_MAX) throw tooMany();
      const after = before ? await store.change(before.id, content) : await store.insert(content);
      if (!after) throw unknown();
      await audit.record({
        actor,
        action: before ? 'faq.change' : 'faq.add',
        subject: after.id,
        ...(before && { before }),
        after,
      });
      return after;
    },

    async remove(id, actor) {
      assertMay(actor);
      const before = await found(id);
      await store.remove(id);
      await audit.record({ actor, action: 'faq.remove', subject: id, before });
    },

    async staleOf(ownerId) {
      const today = localDay(now(), timeZone);
      return (await store.list()).filter((card) => card.ownerId === ownerId && isStaleCard(card, today));
    },
  };

  async function counted(card: FaqCard) {
    const [helped, submitted] = await Promise.all([
      store.counted(card.id, 'helped'),
      store.counted(card.id, 'submitted'),
    ]);
    return { ...card, counts: { helped, submitted } };
  }

  async function found(id: string): Promise<FaqCard> {
    const card = await store.get(id);
    if (!card) throw unknown();
    return card;
  }

  async function assertOwner(id: string): Promise<void> {
    if ((await accounts.get(id))?.active) return;
    throw new Refusal('invalid', 'faq.owner', 'Відповідального з таким записом немає. Оберіть зі списку.');
  }
}

function assertMay(actor: Actor): void {
  if (!can(actor, 'settings.write'))
    throw new Refusal('forbidden', 'role', 'Картки з відповідями змінюють керівник та адміністратор.');
}

function unknown(): Refusal {
  return new Refusal('notFound', 'faq.unknown', 'Такої картки немає.');
}

function tooMany(): Refusal {
  return new Refusal(
    'conflict',
    'faq.too-many',
    `Карток може бути не більше ніж ${FAQ_CARDS_MAX}. Видаліть зайві.`,
  );
}
