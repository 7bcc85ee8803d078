import { Refusal } from '../../domain/refusal.js';
import { can } from '../../domain/role.js';
import { offeredTopics, type TopicInfo } from '../../domain/topic.js';
import type { Audit } from '../audit/audit.js';
import { type Topics, topicComplaint } from '../topics/topics.js';
import type { SubscriberStore } from './store.js';
import type { ImportedSubscriber, ImportLine, ImportResult, Subscriptions } from './subscriptions.js';

/** People written with one bulk. */
const BATCH = 1_000;
/** Rejected lines listed in the answer; the rest are only counted in the last entry. */
const REJECTED_MAX = 10_000;

export interface SubscriptionsDeps {
  readonly store: Pick<SubscriberStore, 'importBatch' | 'list' | 'stats'>;
  readonly topics: Topics;
  readonly audit: Audit;
  readonly real: () => Date;
}

/** Subscribers as staff and integrations see them. */
export function createSubscriptions({ store, topics, audit, real }: SubscriptionsDeps): Subscriptions {
  return {
    async importAll(lines, actor) {
      if (!can(actor, 'subscribers.import'))
        throw new Refusal('forbidden', 'role', 'Імпортувати підписників може лише адміністратор.');
      const known = await topics.list();
      const all = offeredTopics(known).map(({ id }) => id);
      let created = 0;
      let updated = 0;
      const rejected: { line: number; reason: string }[] = [];
      let unlisted = 0;
      let batch = new Map<string, ImportedSubscriber>();
      const write = async () => {
        if (batch.size === 0) return;
        const result = await store.importBatch([...batch.values()], real(), all);
        created += result.created;
        updated += result.updated;
        batch = new Map();
      };
      for await (const given of lines) {
        const line = withKnownTopics(given, known);
        if ('reason' in line) {
          if (rejected.length < REJECTED_MAX) rejected.push({ line: line.line, reason: line.reason });
          else unlisted += 1;
          continue;
        }
        const key = `${line.subscriber.channel} ${line.subscriber.address}`;
        // One bulk is unordered: the same person twice must not be two operations of one.
        if (batch.has(key) || batch.size >= BATCH) await write();
        batch.set(key, line.subscriber);
      }
      await write();
      const rejectedCount = rejected.length + unlisted;
      const last = rejected.at(-1);
      if (last && unlisted > 0) rejected.push({ line: last.line, reason: `and ${unlisted} lines after it` });
      const result: ImportResult = { created, updated, rejected };
      await audit.record({
        actor,
        action: 'subscribers.import',
        subject: 'subscribers',
        after: { created, updated, rejected: rejectedCount },
      });
      return result;
    },
    async list(request) {
      await topics.assertKnown(request.topic === undefined ? [] : [request.topic]);
      return store.list(request);
    },
    stats: () => store.stats(),
  };
}

/** The line, or why it is rejected: the city has not all of its topics. */
function withKnownTopics(given: ImportLine, known: readonly TopicInfo[]): ImportLine {
  if ('reason' in given) return given;
  const reason = topicComplaint(given.subscriber.topics ?? [], known);
  return reason === undefined ? given : { line: given.line, reason };
}
