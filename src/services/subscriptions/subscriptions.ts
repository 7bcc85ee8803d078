import type { ChannelId } from '../../domain/channel-id.js';
import type { Locale } from '../../domain/locale.js';
import type { Actor } from '../../domain/role.js';
import type { Subscriber, SubscriberStatus } from '../../domain/subscriber.js';
import type { Topic } from '../../domain/topic.js';
import type { Page, PageRequest } from '../../lib/page.js';

/** One line of an import. `topics` omitted means all. */
export interface ImportedSubscriber {
  readonly channel: ChannelId;
  readonly address: string;
  readonly name?: string | undefined;
  readonly locale?: Locale | undefined;
  readonly topics?: readonly Topic[] | undefined;
}

export type ImportLine =
  | { readonly line: number; readonly subscriber: ImportedSubscriber }
  | { readonly line: number; readonly reason: string };

export interface ImportResult {
  readonly created: number;
  readonly updated: number;
  readonly rejected: readonly { readonly line: number; readonly reason: string }[];
}

export type SubscriberStats = Readonly<
  Record<ChannelId, { readonly active: number; readonly stopped: number; readonly unreachable: number }>
>;

/** Use cases around subscribers that staff and integrations call. */
export interface Subscriptions {
  /** Streams the lines in batches; memory stays flat. A person who stopped or was erased stays so. */
  importAll(lines: AsyncIterable<ImportLine>, actor: Actor): Promise<ImportResult>;
  list(
    request: PageRequest & {
      readonly channel?: ChannelId | undefined;
      readonly status?: SubscriberStatus | undefined;
      readonly topic?: Topic | undefined;
    },
  ): Promise<Page<Subscriber>>;
  stats(): Promise<SubscriberStats>;
}
