import { Refusal } from '../../../src/domain/refusal.js';
import type { CallBacks, OpenCallBack } from '../../../src/services/call-backs/call-backs.js';
import { NOW } from './builders.js';

/** One resident who asked to be called, in memory, with a journal of calls made. */
export function fakeCallBacks(): CallBacks & { readonly journal: string[] } {
  const journal: string[] = [];
  let open: OpenCallBack[] = [
    { id: 'c1', subscriberId: 's1', phone: '+380671234567', askedAt: NOW, name: 'Марія' },
  ];
  return {
    journal,
    open: async () => open,
    countOpen: async () => open.length,
    async finish(id, note, actor) {
      const before = open.length;
      open = open.filter((call) => call.id !== id);
      if (open.length === before)
        throw new Refusal('notFound', 'call-back.unknown', 'Цей дзвінок уже позначено зробленим.');
      journal.push(`${actor.id} called ${id} «${note}»`);
    },
  };
}
