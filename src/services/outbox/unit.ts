import type { Lane } from '../../domain/delivery.js';
import type { RenderedPart } from './channel.js';
import type { OutboxRow } from './row.js';

/** One request to come: a single row, or the rows of a Viber batch, with the part they all get. */
export interface Unit {
  readonly lane: Lane;
  readonly rows: readonly OutboxRow[];
  readonly part: RenderedPart;
  /** Parts of the same message still to come after this one */
  readonly rest: readonly RenderedPart[];
  /** What the messenger is to say of its price, if anything is known of that */
  readonly foreseenBilling?: number | undefined;
  /** Waits for another try until then; absent when it never failed */
  readonly notBeforeMs?: number | undefined;
}

export function addressesOf({ rows }: Unit): string[] {
  return rows.map(({ address }) => address);
}

/** Messages that people still get by it: its part and those that follow. */
export function messagesOf({ rows, rest }: Unit): number {
  return rows.length * (1 + rest.length);
}
