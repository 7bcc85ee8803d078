import { createHash } from 'node:crypto';

/** Requests kept for looking at; older ones are only counted. */
const REQUESTS_KEPT = 5_000;
/** Person-and-content pairs remembered to find repeats; about 100 bytes each. */
const RECEIPTS_KEPT = 500_000;

/** One request of the bot, as it came and as it was answered. */
export interface JournalRequest {
  readonly at: Date;
  readonly method: string;
  readonly personIds: readonly string[];
  /** Parameters, without the bytes of files */
  readonly parameters: Readonly<Record<string, unknown>>;
  /** `ok`, the refusal's description, or the injected fault */
  readonly outcome: string;
}

/** A content that reached one person more than once. */
export interface Repeat {
  readonly personId: string;
  readonly text: string;
  readonly count: number;
}

/** Whose phones a text came to. */
export interface Reach {
  readonly people: readonly string[];
  /** Of them those who got it more than once */
  readonly doubled: number;
}

/** What the bot did, for assertions. */
export interface Journal {
  recordRequest(request: JournalRequest): void;
  recordReceipt(personId: string, text: string, content: string): void;
  /** The latest requests, oldest first, at most 5,000 */
  requests(method?: string): readonly JournalRequest[];
  /** Requests since the start, by method */
  requestCount(method: string): number;
  /** Messages that reached this person since the start */
  receivedCount(personId: string): number;
  /** Messages that reached anybody since the start */
  totalReceivedCount(): number;
  /** Who got a message that begins with these words (within 100 characters), and how many more than once */
  reached(words: string): Reach;
  /** Everything that reached somebody more than once */
  repeats(): readonly Repeat[];
  clear(): void;
  /** After each request. @returns the function that stops listening */
  listen(listener: () => void): () => void;
}

/** An empty journal. */
export function createJournal(): Journal {
  const listeners = new Set<() => void>();
  const requests: JournalRequest[] = [];
  const requestCounts = new Map<string, number>();
  const receivedCounts = new Map<string, number>();
  const receipts = new Map<string, Repeat>();
  let total = 0;
  return {
    recordRequest(request) {
      requests.push(request);
      if (requests.length > REQUESTS_KEPT) requests.shift();
      increment(requestCounts, request.method);
      for (const listener of listeners) listener();
    },
    recordReceipt(personId, text, content) {
      total += 1;
      increment(receivedCounts, personId);
      const key = `${personId} ${createHash('sha1').update(content).digest('base64')}`;
      const seen = receipts.get(key);
      receipts.set(key, { personId, text: text.slice(0, 100), count: (seen?.count ?? 0) + 1 });
      if (receipts.size > RECEIPTS_KEPT) dropOldest(receipts);
    },
    requests: (method) => requests.filter((request) => method === undefined || request.method === method),
    requestCount: (method) => requestCounts.get(method) ?? 0,
    receivedCount: (personId) => receivedCounts.get(personId) ?? 0,
    totalReceivedCount: () => total,
    reached(words) {
      const counts = new Map<string, number>();
      for (const { personId, text, count } of receipts.values())
        if (text.includes(words)) counts.set(personId, (counts.get(personId) ?? 0) + count);
      return {
        people: [...counts.keys()],
        doubled: [...counts.values()].filter((count) => count > 1).length,
      };
    },
    repeats: () => [...receipts.values()].filter((receipt) => receipt.count > 1),
    clear() {
      requests.length = 0;
      for (const map of [requestCounts, receivedCounts, receipts]) map.clear();
      total = 0;
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function increment(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function dropOldest(map: Map<string, unknown>): void {
  const oldest = map.keys().next();
  if (!oldest.done) map.delete(oldest.value);
}
