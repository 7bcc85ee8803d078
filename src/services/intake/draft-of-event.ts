import type { ResidentEvent } from '../../domain/inbound-event.js';
import type { Publication } from '../../domain/publication.js';
import type { DraftAct } from '../dialogue/state.js';

/** The publication that an event names: a deep link `draft-<id>`, or a pressed `comment:<id>`. */
export function draftIdOf(event: ResidentEvent | undefined): string | undefined {
  if (event?.kind === 'subscribed') return /^draft-([0-9a-f]{24})$/u.exec(event.context ?? '')?.[1];
  if (event?.kind === 'button') return /^comment:([0-9a-f]{24})$/u.exec(event.data)?.[1];
  return undefined;
}

/** A published draft act whose discussion has, or had, an end; anything else cannot be commented on. */
export function toDraftAct(publication: Publication | undefined): DraftAct | undefined {
  const { act } = publication ?? {};
  if (publication?.status !== 'published' || act?.stage !== 'draft' || !act.discussionUntil) return undefined;
  const { id, title, url } = publication;
  return {
    id,
    title,
    issuer: act.issuer,
    discussionUntil: act.discussionUntil,
    ...(url === undefined ? {} : { url }),
  };
}
