/** A draft that the calendar has opened for a day. */
export interface Greeting {
  /** Its day, `YYYY-MM-DD`: there is one greeting a day */
  readonly day: string;
  /** For whom it was made, or whom staff chose since */
  readonly holidayIds: readonly string[];
  readonly publicationId: string;
  readonly broadcastId: string;
  readonly openedAt: Date;
}

export interface GreetingStore {
  get(day: string): Promise<Greeting | undefined>;
  /** Those of the days from one to another, both included, by day. */
  between(from: string, to: string): Promise<readonly Greeting[]>;
  /** Keeps the first one of a day; a repeat changes nothing. */
  keep(greeting: Greeting): Promise<void>;
  choose(day: string, holidayIds: readonly string[]): Promise<void>;
  /** Whether any greeting is for this holiday. */
  hasHoliday(holidayId: string): Promise<boolean>;
}
