import type { FC } from 'hono/jsx';
import { encode } from 'uqr';

/** Modules of white around the code; scanners need four (ISO/IEC 18004). */
const QUIET_ZONE = 4;

/** A QR code of black squares on white, also on a dark page: not every app reads it the other way round. */
export const QrCode: FC<{ text: string; label: string }> = ({ text, label }) => {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET_ZONE });
  const squares = data.flatMap((row, y) =>
    row.flatMap((isBlack, x) => (isBlack ? `M${x} ${y}h1v1h-1z` : [])),
  );
  return (
    <svg class="qr-code" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <rect width={size} height={size} fill="#ffffff" />
      <path d={squares.join('')} fill="#000000" shape-rendering="crispEdges" />
    </svg>
  );
};
