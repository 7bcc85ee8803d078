import type { CannedReply } from '../../domain/canned-reply.js';
import { Refusal } from '../../domain/refusal.js';
import { type Actor, can } from '../../domain/role.js';
import { assertAnswerFiles } from '../appeals/answer-files.js';
import type { Audit } from '../audit/audit.js';
import { CANNED_REPLIES_MAX, type CannedReplies, type CannedReplyStore } from './canned-replies.js';

export interface CannedRepliesDeps {
  readonly store: CannedReplyStore;
  /** The council's, as appeals know them */
  readonly departments: () => Promise<readonly { readonly id: string }[]>;
  readonly audit: Audit;
}

/** The database sorts by code, where «І» and «Є» come before «А». */
const UKRAINIAN = new Intl.Collator('uk');

/** The use cases of prepared answers. */
export function createCannedReplies({ store, departments, audit }: CannedRepliesDeps): CannedReplies {
  return {
    list: async () => [...(await store.list())].sort((a, b) => UKRAINIAN.compare(a.title, b.title)),
    get: found,

    async save(id, content, actor) {
      assertMay(actor);
      assertAnswerFiles(content.files);
      await assertDepartment(content.departmentId);
      const before = id === undefined ? undefined : await found(id);
      if (!before && (await store.list()).length >= CANNED_REPLIES_MAX)
        throw new Refusal(
          'conflict',
          'canned-reply.too-many',
          `Готових відповідей може бути не більше ніж ${CANNED_REPLIES_MAX}. Видаліть зайві.`,
        );
      const reply = { ...content, departmentId: content.departmentId };
      const after = before ? await store.change(before.id, reply) : await store.insert(reply);
      if (after === undefined) throw unknown();
      if (after === 'taken')
        throw new Refusal(
          'conflict',
          'canned-reply.title',
          'Відповідь із такою назвою вже є. Дайте цій іншу назву.',
        );
      await audit.record({
        actor,
        action: before ? 'canned-reply.change' : 'canned-reply.add',
        subject: after.id,
        ...(before && { before: audited(before) }),
        after: audited(after),
      });
      return after;
    },

    async remove(id, actor) {
      assertMay(actor);
      const before = await found(id);
      await store.remove(id);
      await audit.record({ actor, action: 'canned-reply.remove', subject: id, before: audited(before) });
    },
  };

  async function found(id: string): Promise<CannedReply> {
    const reply = await store.get(id);
    if (!reply) throw unknown();
    return reply;
  }

  async function assertDepartment(id: string | undefined): Promise<void> {
    if (id === undefined || (await departments()).some((department) => department.id === id)) return;
    throw new Refusal('invalid', 'canned-reply.department', 'Такого підрозділу немає. Оберіть зі списку.');
  }
}

function assertMay(actor: Actor): void {
  if (!can(actor, 'settings.write'))
    throw new Refusal('forbidden', 'role', 'Готові відповіді змінюють керівник та адміністратор.');
}

function unknown(): Refusal {
  return new Refusal('notFound', 'canned-reply.unknown', 'Такої готової відповіді немає.');
}

function audited({ title, text, departmentId, files }: CannedReply) {
  return { title, text, departmentId, files: files.map(({ name }) => name) };
}
