import { createHash } from 'node:crypto';
import type { BroadcastContent } from '../../domain/broadcast.js';

/**
 * Hash of everything an approver approves: content, audience and time. Any change gives another hash, so an
 * approval never covers what nobody saw.
 * @returns SHA-256, hex
 */
export function contentHash(content: BroadcastContent): string {
  const { kind, title, text, link, pictures, buttons, audience, sendAt, delivery, ignoreQuietHours } =
    content;
  const canonical = [
    kind,
    title,
    text,
    link ? [link.url, link.label] : null,
    pictures.map(({ fileId, alt, sourceUrl }) => [fileId, alt, sourceUrl]),
    buttons.map(({ url, label }) => [url, label]),
    [...(audience.channels ?? [])].sort(),
    [...(audience.topics ?? [])].sort(),
    ...(audience.missed ? [[audience.missed.broadcastId, audience.missed.includeUnknown]] : []),
    sendAt?.toISOString() ?? null,
    delivery,
    ignoreQuietHours,
  ];
  return createHash('sha256').update(JSON.stringify(canonical)).digest('hex');
}
