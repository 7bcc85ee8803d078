import type { CannedReply } from '../../src/domain/canned-reply.js';
import type { CannedReplyStore } from '../../src/services/canned-replies/canned-replies.js';

/** Prepared answers in memory; ids are r1, r2 … */
export function memoryCannedReplies(kept: readonly CannedReply[] = []): CannedReplyStore {
  const replies = new Map(kept.map((reply) => [reply.id, reply]));
  const isTaken = (title: string, id?: string) =>
    [...replies.values()].some((reply) => reply.title === title && reply.id !== id);
  const put = (reply: CannedReply) => {
    replies.set(reply.id, reply);
    return reply;
  };
  return {
    list: async () => [...replies.values()],
    get: async (id) => replies.get(id),
    insert: async (reply) => (isTaken(reply.title) ? 'taken' : put({ ...reply, id: `r${replies.size + 1}` })),
    async change(id, reply) {
      if (isTaken(reply.title, id)) return 'taken';
      return replies.has(id) ? put({ ...reply, id }) : undefined;
    },
    remove: async (id) => void replies.delete(id),
  };
}
