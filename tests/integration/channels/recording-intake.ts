import type { Intake, RawUpdate } from '../../../src/services/intake/ports.js';

/** An intake in memory that knows repeats, and fails while told to. */
export interface RecordingIntake extends Intake {
  readonly updates: RawUpdate[];
  failing: boolean;
  /** Calls of `accept`, failed ones included */
  tries: number;
}

export function recordingIntake(): RecordingIntake {
  const updates: RawUpdate[] = [];
  return {
    updates,
    failing: false,
    tries: 0,
    async accept(given) {
      this.tries += 1;
      if (this.failing) throw new Error('the disk is full');
      return given.map((update) => {
        const repeated = updates.some(({ key }) => key === update.key);
        if (!repeated) updates.push(update);
        return { repeated };
      });
    },
  };
}
