import type { Template, TemplateStore } from '../../src/services/templates/templates.js';

/** Templates in memory. */
export function memoryTemplates(): TemplateStore {
  const kept = new Map<string, Template>();
  const put = (template: Template) => {
    const isTaken = [...kept.values()].some(({ id, name }) => name === template.name && id !== template.id);
    if (isTaken) return undefined;
    kept.set(template.id, template);
    return template;
  };
  return {
    list: async () => [...kept.values()],
    get: async (id) => kept.get(id),
    insert: async (template) => put({ ...template, id: `t${kept.size + 1}` }),
    replace: async (template) => put(template),
    remove: async (id) => void kept.delete(id),
  };
}
