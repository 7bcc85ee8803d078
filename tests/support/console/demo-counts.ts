import { counts } from './builders.js';

const telegram = counts({ queued: 210, sending: 12, sent: 660, failed: 2, unreachable: 16 });
const viber = counts({ queued: 300, sent: 90, delivered: 150, seen: 55, unknown: 1, skipped: 4 });

/** A broadcast half-way through 1,500 people. */
export const SENDING_COUNTS = {
  channels: { telegram, viber },
  counts: counts({
    queued: 510,
    sending: 12,
    sent: 750,
    delivered: 150,
    seen: 55,
    failed: 2,
    unreachable: 16,
    unknown: 1,
    skipped: 4,
  }),
};
