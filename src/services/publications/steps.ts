import type { Publication } from '../../domain/publication.js';
import { type Actor, can } from '../../domain/role.js';
import type { Audit } from '../audit/audit.js';
import { refuseRole } from '../broadcasts/steps.js';
import type { Topics } from '../topics/topics.js';
import type { PublicationStore } from './store.js';

export interface PublicationsDeps {
  readonly store: PublicationStore;
  readonly audit: Audit;
  readonly topics: Topics;
  /** The city's calendar */
  readonly now: () => Date;
  readonly timeZone: string;
  /** Photos wait to be fetched */
  readonly nudge: () => void;
}

/** @throws {Refusal} forbidden, unless it is the service itself or somebody who may */
export function allowPublications(actor: Actor): void {
  if (actor.kind !== 'system' && !can(actor, 'publications.write')) throw refuseRole();
}

/** What the book of changes keeps of a publication. */
export function audited({ kind, title, url, status, publishedAt, act }: Publication) {
  return { kind, title, url: url ?? null, status, publishedAt: publishedAt ?? null, act: act ?? null };
}
