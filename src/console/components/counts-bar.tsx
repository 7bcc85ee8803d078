import type { FC } from 'hono/jsx';
import { COUNTED_STATUSES, type CountedStatus, type DeliveryCounts } from '../../domain/delivery.js';
import { COUNT_WORDS } from '../words/delivery-words.js';
import { formatNumber } from '../words/plural.js';

/** Finished work first, so that the bar grows from its left edge. */
const ORDER: readonly CountedStatus[] = [
  'seen',
  'delivered',
  'sent',
  'failed',
  'unreachable',
  'unknown',
  'skipped',
  'sending',
  'queued',
];

/**
 * The counts of a broadcast as one bar. Widths are attributes of an SVG: the content security policy lets no
 * inline style through.
 */
export const CountsBar: FC<{ counts: DeliveryCounts }> = ({ counts }) => (
  <svg
    class="bar"
    viewBox={`0 0 ${Math.max(counts.total, 1)} 1`}
    preserveAspectRatio="none"
    role="img"
    aria-label={describeCounts(counts)}
  >
    {segments(counts).map(({ status, from, count }) => (
      <rect class={status} x={from} y="0" width={count} height="1" />
    ))}
  </svg>
);

/** «Усього 1 500: У черзі – 3, Надіслано – 1 497», without the empty ones. */
function describeCounts(counts: DeliveryCounts): string {
  const present = COUNTED_STATUSES.filter((status) => counts[status] > 0);
  const words = present.map((status) => `${COUNT_WORDS[status]} – ${formatNumber(counts[status])}`);
  return [`Усього ${formatNumber(counts.total)}`, words.join(', ')].filter(Boolean).join(': ');
}

function segments(counts: DeliveryCounts) {
  let from = 0;
  return ORDER.filter((status) => counts[status] > 0).map((status) => {
    const segment = { status, from, count: counts[status] };
    from += counts[status];
    return segment;
  });
}
