import type { Connection } from 'mongoose';
import { sandboxModel } from './sandbox-model.js';

interface ClockState {
  readonly offsetDays: number;
  readonly moved: boolean;
}

/** Keeps how far the sandbox's calendar was moved. */
export function createSandboxClockStore(connection: Connection) {
  const Mark = sandboxModel(connection);
  return {
    async load(): Promise<ClockState | undefined> {
      const mark = await Mark.findById('clock').lean();
      return mark ? (mark.value as ClockState) : undefined; // written below only
    },
    async save(state: ClockState): Promise<void> {
      await Mark.updateOne({ _id: 'clock' }, { $set: { value: state } }, { upsert: true });
    },
  };
}
