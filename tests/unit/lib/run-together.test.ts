import { describe, expect, it } from 'vitest';
import { runTogether } from '../../../src/lib/run-together.js';

const untilAborted = (signal: AbortSignal) =>
  new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));

describe('runTogether', () => {
  it('ends the others when one fails, and throws its error after all have ended', async () => {
    let ended = false;
    const other = async (signal: AbortSignal) => {
      await untilAborted(signal);
      ended = true;
    };
    const failing = () => Promise.reject(new Error('broken'));
    await expect(runTogether(new AbortController().signal, [other, failing])).rejects.toThrow('broken');
    expect(ended).toBe(true);
  });

  it('ends when the signal does', async () => {
    const controller = new AbortController();
    const running = runTogether(controller.signal, [untilAborted, untilAborted]);
    controller.abort();
    await expect(running).resolves.toBeUndefined();
  });
});
