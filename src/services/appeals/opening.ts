import type { Appeal, AppealHistoryEntry, AppealStatus } from '../../domain/appeal.js';
import type { RegistrationMode } from '../settings/input.js';

/**
 * How an appeal's life begins: it is received, and in office hours registered at once, unless a person does that. An
 * anonymous message is only received: by law it is no appeal and no register holds it (Law 393/96-ВР, article 8). So
 * is one in quarantine, until a person has looked at it.
 *
 * @param now the city's calendar
 */
export function openingOf(
  {
    door,
    receivedAt,
    registeredAt,
    quarantine,
  }: Pick<Appeal, 'door' | 'receivedAt' | 'registeredAt' | 'quarantine'>,
  now: Date,
  mode: RegistrationMode = 'automatic',
): { readonly status: AppealStatus; readonly history: readonly AppealHistoryEntry[] } {
  const received = { status: 'received', at: receivedAt, by: 'system' } as const;
  if (quarantine !== undefined || door === 'anonymous' || registeredAt > now || mode === 'by-person')
    return { status: 'received', history: [received] };
  return { status: 'registered', history: [received, registeredEntry(registeredAt)] };
}

/** What the history says when the office registers an appeal. */
export function registeredEntry(at: Date): AppealHistoryEntry {
  return { status: 'registered', at, by: 'system' };
}

/** Whether the office has yet to register it. */
export function awaitsRegistration({ door, history }: Pick<Appeal, 'door' | 'history'>): boolean {
  return door !== 'anonymous' && history.every(({ status }) => status !== 'registered');
}
