import type { OnProgress } from '../storage/transfer/progress.js';

/** Cells of the bar. */
const WIDTH = 24;
/** Drawn no oftener. */
const DRAW_EVERY_MS = 100;

/** Shows on standard error how far things are: a bar in a terminal, a line for each thing that is done elsewhere. */
export function progressBar(out: NodeJS.WriteStream = process.stderr): OnProgress {
  let drawnAtMs = 0;
  return ({ what, done, total }) => {
    const isDone = done >= total;
    const nowMs = performance.now();
    if (!out.isTTY) {
      if (isDone) out.write(`${what}: ${done}\n`);
      return;
    }
    if (!isDone && nowMs - drawnAtMs < DRAW_EVERY_MS) return;
    drawnAtMs = nowMs;
    const filled = total === 0 ? WIDTH : Math.min(WIDTH, Math.round((done / total) * WIDTH));
    out.write(
      `\r\x1b[K${what.padEnd(16)} ${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${done} / ${total}`,
    );
    if (isDone) out.write('\n');
  };
}
