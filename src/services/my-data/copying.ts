import { createHmac } from 'node:crypto';
import type { Attachment } from '../../domain/content.js';
import type { Subscriber } from '../../domain/subscriber.js';
import type { TopicInfo } from '../../domain/topic.js';
import { localDay } from '../../lib/city-time.js';
import type { AppealStore } from '../appeals/store.js';
import { keyedHash } from '../audit/keyed-hash.js';
import type { CopyGiven } from '../dialogue/ports.js';
import type { Files } from '../files/files.js';
import type { InboxRow } from '../intake/store.js';
import type { SubscriberStore } from '../subscriptions/store.js';
import { copyOf, type DataCopy } from './copy.js';
import { copyWords } from './copy-words.js';
import type { CopyPart, DataCopyStore, KeptCopy, PersonReading } from './ports.js';

/** How long a copy can be fetched, by the real clock; then its files are removed. */
const KEPT_MS = 24 * 3_600_000;
/** Copies of one person while those before are still kept. */
const COPIES_MAX = 3;
const NUMBER_LENGTH = 12;

export interface CopyingDeps {
  readonly subscribers: Pick<SubscriberStore, 'known'>;
  readonly appeals: Pick<AppealStore, 'ofSubscriber' | 'departments'>;
  readonly reading: PersonReading;
  readonly copies: DataCopyStore;
  readonly files: Pick<Files, 'put' | 'read' | 'remove'>;
  readonly topics: () => Promise<readonly TopicInfo[]>;
  /** The page of a copy as its person reaches it; undefined while nobody outside can */
  readonly address: (token: string) => string | undefined;
  readonly timeZone: string;
  /** The service's own secret */
  readonly key: string;
  readonly real: () => Date;
}

/** A file of a copy, handed out once. */
export interface CopyFile {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** «Отримати копію», and the link by which it is fetched where a messenger takes no file from us. */
export interface Copying {
  /** The same inbox row again gives the same copy. */
  give(person: Subscriber, row: Pick<InboxRow, 'id' | 'receivedAt'>): Promise<CopyGiven>;
  /** Which parts are still there to take; undefined for every other token, and when its time is over. */
  look(token: string): Promise<{ readonly parts: readonly CopyPart[]; readonly until: Date } | undefined>;
  /** Hands a part out, once. */
  take(token: string, part: CopyPart): Promise<CopyFile | undefined>;
  /** Removes what can no longer be fetched. */
  removeExpired(): Promise<void>;
}

const CONTENT_TYPES: Readonly<Record<CopyPart, string>> = {
  text: 'text/plain; charset=utf-8',
  json: 'application/json',
};
const EXTENSIONS: Readonly<Record<CopyPart, string>> = { text: 'txt', json: 'json' };

/** Copies of what is kept about a person. */
export function createCopying(deps: CopyingDeps): Copying {
  const { copies, files, real, key } = deps;

  return {
    async give(person, row) {
      const token = tokenOf(row.id);
      const copy = (await copies.get(keyedHash(token, key))) ?? (await make(person, row, token));
      if (copy === undefined) return { kind: 'too-often' };
      if (person.channel === 'telegram') return { kind: 'files', files: copy.files.map(toAttachment) };
      const url = deps.address(token);
      return url === undefined ? { kind: 'no-way' } : { kind: 'link', url };
    },

    async look(token) {
      const copy = await current(token);
      return copy && { parts: copy.files.map(({ part }) => part), until: copy.until };
    },

    async take(token, part) {
      const copy = await current(token);
      const file = copy?.files.find((one) => one.part === part);
      if (!copy || !file || !(await copies.takePart(copy.id, part))) return undefined;
      const bytes = await files.read(file.fileId);
      await files.remove([file.fileId]);
      return { name: file.name, contentType: CONTENT_TYPES[part], bytes };
    },

    async removeExpired() {
      for (const { id, files: left } of await copies.expired(real())) {
        await files.remove(left.map(({ fileId }) => fileId));
        await copies.remove(id);
      }
    },
  };

  async function current(token: string): Promise<KeptCopy | undefined> {
    const copy = await copies.get(keyedHash(token, key));
    return copy && copy.until > real() ? copy : undefined;
  }

  async function make(
    person: Subscriber,
    { receivedAt }: Pick<InboxRow, 'receivedAt'>,
    token: string,
  ): Promise<KeptCopy | undefined> {
    if ((await copies.ofPerson(person.id)).length >= COPIES_MAX) return undefined;
    const id = keyedHash(token, key);
    // Its own number makes its bytes unlike those of any other copy, so that they are removed with it.
    const copy = await read(person, { number: id.slice(0, NUMBER_LENGTH).toUpperCase(), at: receivedAt });
    const day = localDay(receivedAt, deps.timeZone);
    const words = copyWords(copy, person.locale, deps.timeZone);
    const kept: KeptCopy = {
      id,
      subscriberId: person.id,
      until: new Date(real().getTime() + KEPT_MS),
      files: [await keep('text', day, words), await keep('json', day, JSON.stringify(copy, null, 2))],
    };
    await copies.add(kept);
    return kept;
  }

  async function read(person: Subscriber, head: Parameters<typeof copyOf>[1]): Promise<DataCopy> {
    const [known, appeals, departments, calls, counts, topics] = await Promise.all([
      deps.subscribers.known(person.id),
      deps.appeals.ofSubscriber(person.id),
      deps.appeals.departments(),
      deps.reading.callsOf(person.id),
      deps.reading.countsOf(person),
      deps.topics(),
    ]);
    const departmentNames = new Map(departments.map(({ id, name }) => [id, name]));
    const topicNames = new Map(topics.map(({ id, names }) => [id, names[person.locale]]));
    return copyOf(
      { person, dialogueState: known?.dialogueState, appeals, calls, counts, departmentNames, topicNames },
      head,
    );
  }

  async function keep(part: CopyPart, day: string, text: string): Promise<KeptCopy['files'][number]> {
    const bytes = new TextEncoder().encode(text);
    const { id, sizeBytes } = await files.put(bytes, CONTENT_TYPES[part]);
    return { part, fileId: id, sizeBytes, name: `мої-дані-${day}.${EXTENSIONS[part]}` };
  }

  /** Nobody guesses it without the key, and a row that is processed again leads to the same link. */
  function tokenOf(inboxId: string): string {
    return createHmac('sha256', key).update(`data-copy:${inboxId}`).digest('base64url');
  }
}

function toAttachment({ fileId, name, sizeBytes }: KeptCopy['files'][number]): Attachment {
  return { fileId, publicName: undefined, name, sizeBytes };
}
