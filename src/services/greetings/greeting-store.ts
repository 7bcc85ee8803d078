import type { BroadcastStatus } from '../../domain/broadcast.js';

/** The greeting of a day: a publication and the broadcast that brings it to people. There is one a day. */
export interface Greeting {
  /** `YYYY-MM-DD` */
  readonly day: string;
  /** Whom it was made for, or what staff chose since */
  readonly holidayIds: readonly string[];
  /** Known before either of the two exists, so that a repeat after a crash makes no other */
  readonly publicationId: string;
  readonly broadcastId: string;
  readonly openedAt: Date;
  /** Both exist, or have been deleted by staff since: never opened again */
  readonly isOpen: boolean;
}

export interface GreetingStore {
  get(day: string): Promise<Greeting | undefined>;
  /** Those of the days from one to another, both included, by day. */
  between(from: string, to: string): Promise<readonly Greeting[]>;
  /** Keeps the day with new ids for its publication and broadcast. @returns the one that was kept first */
  begin(greeting: Pick<Greeting, 'day' | 'holidayIds' | 'openedAt'>): Promise<Greeting>;
  finish(day: string): Promise<void>;
  choose(day: string, holidayIds: readonly string[]): Promise<void>;
  /** Whether any greeting is for this holiday. */
  hasHoliday(holidayId: string): Promise<boolean>;
  /** How far these broadcasts are; deleted ones are left out. */
  statusesOf(broadcastIds: readonly string[]): Promise<ReadonlyMap<string, BroadcastStatus>>;
}
