import type { Actor } from '../../domain/role.js';

/** One change, as the use case tells it. Never a person's name, address or text: ids and field names only. */
export interface AuditEvent {
  readonly actor: Actor;
  /** `broadcast.approve`, `appeal.reply`, … */
  readonly action: string;
  /** Id or number of what was changed */
  readonly subject: string;
  readonly before?: Readonly<Record<string, unknown>> | undefined;
  readonly after?: Readonly<Record<string, unknown>> | undefined;
}

/** Append-only journal of who changed what, when. */
export interface Audit {
  record(event: AuditEvent): Promise<void>;
}
