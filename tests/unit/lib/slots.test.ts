import { describe, expect, it } from 'vitest';
import { Slots } from '../../../src/lib/slots.js';

function aGate() {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

describe('Slots', () => {
  it('lets the next in line begin when one ends, failed or not', async () => {
    const slots = new Slots(1);
    const journal: string[] = [];
    const failing = slots.hold(async () => {
      journal.push('first');
      throw new Error('no luck');
    });
    const others = ['second', 'third'].map((name) => slots.hold(async () => journal.push(name)));
    await expect(failing).rejects.toThrow('no luck');
    await Promise.all(others);
    expect(journal).toEqual(['first', 'second', 'third']);
  });

  it('gives a slot up while its holder steps aside, and waits for one to go on', async () => {
    const slots = new Slots(1);
    const [outside, other] = [aGate(), aGate()];
    const journal: string[] = [];
    const waiting = slots.hold(async (stepAside) => {
      await stepAside(() => outside.opened);
      journal.push('back');
    });
    const second = slots.hold(async () => {
      outside.open();
      await other.opened;
      journal.push('second done');
    });
    await outside.opened;
    other.open();
    await Promise.all([waiting, second]);
    expect(journal).toEqual(['second done', 'back']);
  });
});
