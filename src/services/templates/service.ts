import { Refusal } from '../../domain/refusal.js';
import type { Actor } from '../../domain/role.js';
import type { Audit } from '../audit/audit.js';
import { allow } from '../broadcasts/steps.js';
import type { Topics } from '../topics/topics.js';
import { TEMPLATES_MAX, type Template, type TemplateStore, type Templates } from './templates.js';

export interface TemplatesDeps {
  readonly store: TemplateStore;
  readonly topics: Pick<Topics, 'assertKnown'>;
  readonly audit: Audit;
}

/** Templates are kept by whoever writes broadcasts. */
export function createTemplates({ store, topics, audit }: TemplatesDeps): Templates {
  return {
    list: () => store.list(),
    get: found,

    async add(input, actor) {
      allow(actor, 'broadcasts.write');
      await topics.assertKnown(input.audience.topics ?? []);
      if ((await store.list()).length >= TEMPLATES_MAX)
        throw new Refusal(
          'conflict',
          'template.too-many',
          `Шаблонів може бути не більше ніж ${TEMPLATES_MAX}.`,
        );
      const added = await store.insert(input);
      if (!added) throw nameTaken();
      await record('add', added.id, actor, undefined, added);
      return added;
    },

    async change(id, input, actor) {
      allow(actor, 'broadcasts.write');
      await topics.assertKnown(input.audience.topics ?? []);
      const before = await found(id);
      const changed = await store.replace({ ...input, id });
      if (!changed) throw nameTaken();
      await record('change', id, actor, before, changed);
      return changed;
    },

    async remove(id, actor) {
      allow(actor, 'broadcasts.write');
      const before = await found(id);
      await store.remove(id);
      await record('remove', id, actor, before, undefined);
    },
  };

  async function found(id: string): Promise<Template> {
    const template = await store.get(id);
    if (!template) throw new Refusal('notFound', 'template.unknown', 'Такого шаблону немає.');
    return template;
  }

  function record(
    action: string,
    subject: string,
    actor: Actor,
    before: Template | undefined,
    after: Template | undefined,
  ): Promise<void> {
    return audit.record({
      actor,
      action: `template.${action}`,
      subject,
      ...(before && { before: audited(before) }),
      ...(after && { after: audited(after) }),
    });
  }
}

function audited({ name, title, text }: Template) {
  return { name, title, text };
}

function nameTaken(): Refusal {
  return new Refusal('conflict', 'template.name-taken', 'Шаблон із такою назвою вже є. Дайте іншу назву.');
}
