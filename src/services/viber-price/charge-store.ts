import type { Charges } from '../../domain/viber-price.js';

/** What Viber billed, counted from the rows that were sent. */
export interface ChargeStore {
  /** Broadcasts, digests and answers of a month by UTC, `YYYY-MM`. */
  ofMonth(month: string): Promise<Charges>;
  /** Its own rows until a moment, without those that went in a digest. */
  ofBroadcast(broadcastId: string, until: Date): Promise<Charges>;
}
