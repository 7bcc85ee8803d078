import type { Appeal } from '../../domain/appeal.js';
import type { ChannelId } from '../../domain/channel-id.js';
import type { Subscriber } from '../../domain/subscriber.js';
import type { CallBack } from '../call-backs/call-backs.js';
import type { TraceCounts } from './copy.js';

/** Somebody's own place in a messenger. */
export type PersonInChat = Pick<Subscriber, 'channel' | 'address'>;

/** What was written down of a person beside the profile. Every change may be repeated. */
export interface Traces {
  /** Their appeals: those no law wants kept (anonymous messages, spam), and all others. */
  appealsOf(
    subscriberId: string,
  ): Promise<{ readonly wiped: readonly Appeal[]; readonly kept: readonly Appeal[] }>;
  /** Takes the person and every word out of these, and ends those still worked on as withdrawn. */
  wipe(appeals: readonly Appeal[], at: Date): Promise<void>;
  /** Unties these from the person's chat: at once where nobody owes an answer, else when that is given. */
  letGo(appeals: readonly Appeal[]): Promise<void>;
  /** Numbers to telephone. */
  forgetCalls(subscriberId: string): Promise<void>;
  /** Words and addresses of what was sent outside broadcasts; answers still on their way go out. */
  forgetMessages(person: PersonInChat): Promise<void>;
  /** Addresses of rows of broadcasts; the rows stay and are counted. */
  forgetDeliveries(subscriberId: string): Promise<void>;
  /** Bodies of processed updates; the rows stay a while, so that a repeated one is known. */
  forgetUpdates(person: PersonInChat): Promise<void>;
}

/** What a copy tells beside the profile and the appeals. */
export interface PersonReading {
  /** Newest first, at most 50. */
  callsOf(subscriberId: string): Promise<readonly CallBack[]>;
  countsOf(person: Pick<Subscriber, 'id' | 'channel' | 'address'>): Promise<TraceCounts>;
}

/** A copy comes as a file to read and a file for programs. */
export const COPY_PARTS = ['text', 'json'] as const;
export type CopyPart = (typeof COPY_PARTS)[number];

/** A copy that can be fetched for a while. */
export interface KeptCopy {
  /** Keyed hash of its token: the database gives no link away */
  readonly id: string;
  readonly subscriberId: string;
  /** By the real clock */
  readonly until: Date;
  /** Those not taken yet */
  readonly files: readonly {
    readonly part: CopyPart;
    readonly fileId: string;
    readonly name: string;
    readonly sizeBytes: number;
  }[];
}

export interface DataCopyStore {
  /** Once: a copy that is there stays. */
  add(copy: KeptCopy): Promise<void>;
  get(id: string): Promise<KeptCopy | undefined>;
  ofPerson(subscriberId: string): Promise<readonly KeptCopy[]>;
  /** @returns false when somebody else was faster */
  takePart(id: string, part: CopyPart): Promise<boolean>;
  /** At most 200. */
  expired(now: Date): Promise<readonly KeptCopy[]>;
  remove(id: string): Promise<void>;
}

/** The receipt of one erasure, as the council keeps it: numbers only. */
export interface Erasure {
  /** `ВД-20261123-1405-E5F60718` */
  readonly number: string;
  readonly subscriberId: string;
  readonly channel: ChannelId;
  readonly at: Date;
  /** Numbers of the messages taken out, and of the appeals that stay as the law says */
  readonly wiped: readonly string[];
  readonly kept: readonly string[];
}

export interface ErasureStore {
  has(number: string): Promise<boolean>;
  /** Once: a receipt that is there stays as it is. */
  begin(erasure: Erasure): Promise<void>;
  /** Newest first. */
  latest(limit: number): Promise<readonly Erasure[]>;
}
