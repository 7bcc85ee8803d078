import type { AppealCategory } from '../../domain/appeal.js';
import type { ChannelId } from '../../domain/channel-id.js';

/** One calendar day of the city. */
export interface DayBounds {
  readonly from: Date;
  /** Midnight after it */
  readonly until: Date;
}

export interface AppealCount {
  readonly departmentId: string;
  readonly category: AppealCategory;
  readonly count: number;
}

/** What messengers did with the messages of broadcasts. */
export interface DeliveryResult {
  /** Taken by the messenger: sent, delivered or seen */
  readonly accepted: number;
  /** Failed, unreachable, unknown or skipped */
  readonly missed: number;
}

/** How one day of the city went. */
export interface DayCounts {
  /** `YYYY-MM-DD` in the city's time */
  readonly day: string;
  /** Who received broadcasts at the day's end; of today, by now */
  readonly subscribers: Readonly<Record<ChannelId, number>>;
  /** Of the broadcasts that began on that day, whenever their messages left */
  readonly deliveries: DeliveryResult;
  /** Received on that day */
  readonly appeals: readonly AppealCount[];
  readonly countedAt: Date;
}

/** Days that were counted. */
export interface DailyCountStore {
  /** Both ends included, oldest first. */
  between(firstDay: string, lastDay: string): Promise<readonly DayCounts[]>;
  /** Instead of what was kept of this day. */
  keep(counts: DayCounts): Promise<void>;
}

/** Counts a day from what is stored. */
export interface DayFacts {
  /** People who had agreed before that moment and had not left by then, as the monthly report counts them. */
  subscribersAt(channel: ChannelId, moment: Date): Promise<number>;
  deliveriesOf(bounds: DayBounds): Promise<DeliveryResult>;
  appealsOf(bounds: DayBounds): Promise<readonly AppealCount[]>;
}
