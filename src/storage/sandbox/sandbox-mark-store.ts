import type { Connection } from 'mongoose';
import { type SandboxDocument, sandboxModel } from './sandbox-model.js';

/** Keeps one thing that the sandbox remembers about itself over a restart. */
export function createSandboxMarkStore<Value>(connection: Connection, name: SandboxDocument['_id']) {
  const Mark = sandboxModel(connection);
  return {
    async load(): Promise<Value | undefined> {
      const mark = await Mark.findById(name).lean();
      return mark ? (mark.value as Value) : undefined; // written below only
    },
    async save(value: Value): Promise<void> {
      await Mark.updateOne({ _id: name }, { $set: { value } }, { upsert: true });
    },
  };
}
