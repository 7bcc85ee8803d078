import { type Appeal, type AppealMessage, OPEN_APPEAL_STATUSES } from '../../../src/domain/appeal.js';
import { Refusal } from '../../../src/domain/refusal.js';
import type { AppealFilter, AppealPage, Appeals } from '../../../src/services/appeals/appeals.js';
import type { Block } from '../../../src/services/appeals/blocks.js';
import { lostAnswer } from '../../../src/services/appeals/lost-answer.js';
import { DEPARTMENTS, NOW, pageOf } from './builders.js';

/** Appeals in memory, with a journal of what was asked. */
export interface FakeAppeals extends Appeals {
  readonly journal: string[];
  put(appeal: Appeal): void;
  setDelivery(
    messageId: string,
    state: { status: 'sent' | 'delivered' | 'failed'; code: string | null },
  ): void;
  /** The next change is refused with this */
  refuseNext(refusal: Refusal): void;
}

export function fakeAppeals(initial: readonly Appeal[]): FakeAppeals {
  const kept = new Map(initial.map((appeal) => [appeal.number, appeal]));
  const states = new Map<string, { status: 'sent' | 'delivered' | 'failed'; code: string | null }>();
  const journal: string[] = [];
  let refusal: Refusal | undefined;

  const found = (number: string): Appeal => {
    const appeal = kept.get(number);
    if (!appeal) throw new Refusal('notFound', 'appeal.unknown', 'Такого звернення немає.');
    return appeal;
  };
  const change = (
    number: string,
    words: string,
    changes: (appeal: Appeal) => Partial<Appeal>,
  ): AppealPage => {
    const appeal = found(number);
    const refused = refusal;
    refusal = undefined;
    if (refused) throw refused;
    journal.push(`${words} ${number}`);
    const changed = { ...appeal, ...changes(appeal) };
    kept.set(number, changed);
    return pageOf(changed, states);
  };
  const matching = (filter: AppealFilter): Appeal[] =>
    [...kept.values()].filter((appeal) => matches(appeal, filter));

  let block: Block | undefined;
  return {
    journal,
    put: (appeal) => void kept.set(appeal.number, appeal),
    setDelivery: (messageId, state) => void states.set(messageId, state),
    refuseNext: (next) => {
      refusal = next;
    },
    list: async ({ limit, cursor, ...filter }) => {
      const from = Number(cursor ?? 0);
      const all = matching(filter);
      const nextCursor = from + limit < all.length ? String(from + limit) : null;
      return { items: all.slice(from, from + limit).map((appeal) => pageOf(appeal, states)), nextCursor };
    },
    count: async (filter) => matching(filter).length,
    countUpTo: async (filter, max) => Math.min(max, matching(filter).length),
    get: async (number) => pageOf(found(number), states),
    ofNumbers: async (numbers) =>
      numbers.flatMap((number) => {
        const appeal = kept.get(number);
        return appeal ? [pageOf(appeal, states)] : [];
      }),
    register: async (number, { incomingNumber, registeredAt = NOW }) =>
      change(number, `register ${incomingNumber ?? ''}`, () => ({ incomingNumber, registeredAt })),
    enter: async () => Promise.reject(new Error('no entry was expected')),
    release: async (number, actor) =>
      change(number, `${actor.id} releases`, () => ({ quarantine: undefined })),
    markSpam: async (number, actor) => change(number, `${actor.id} marks spam`, () => ({ status: 'closed' })),
    block: async (number, { reason, days }, actor) => {
      const { subscriberId = '' } = found(number);
      journal.push(`${actor.id} blocks for ${days} days «${reason}» ${number}`);
      const until = new Date(NOW.getTime() + days * 24 * 3600 * 1000);
      block = { subscriberId, number, reason, until, at: NOW, by: actor.id };
    },
    unblock: async (number, actor) => {
      journal.push(`${actor.id} unblocks ${number}`);
      block = undefined;
    },
    blockOf: async () => block,
    take: async (number, actor) =>
      change(number, `${actor.id} takes`, () => ({ assigneeId: actor.id, status: 'in-progress' })),
    assign: async (number, assigneeId) => change(number, `assign ${assigneeId}`, () => ({ assigneeId })),
    reply: async (number, { text, files, requestId = '' }, actor) =>
      change(number, `${actor.id} replies «${text}»`, ({ messages }) => {
        const message: AppealMessage = {
          id: requestId,
          from: 'staff',
          authorId: actor.id,
          text,
          files,
          at: NOW,
        };
        return { messages: [...messages, message], status: 'answered' };
      }),
    note: async (number, text, actor) =>
      change(number, `${actor.id} notes «${text}»`, ({ notes }) => ({
        notes: [...notes, { id: `note-${notes.length}`, authorId: actor.id, text, at: NOW }],
      })),
    classify: async (number, { category, nature }, actor) =>
      change(number, `${actor.id} classifies as ${category} ${nature}`, (appeal) => ({
        category: category ?? appeal.category,
        nature: nature ?? appeal.nature,
      })),
    forward: async (number, departmentId, actor) =>
      change(number, `${actor.id} forwards to ${departmentId}`, () => ({ departmentId })),
    close: async (number, resolution, actor) =>
      change(number, `${actor.id} closes as ${resolution}`, () => ({ status: 'closed' })),
    beside: async () => ({ ofCitizen: [], joined: [] }),
    submitForSignature: async (number, { text, files }, actor) =>
      change(number, `${actor.id} submits «${text}»`, () => ({
        status: 'awaiting-signature',
        toSign: { text, files, authorId: actor.id, at: NOW },
      })),
    sign: async (number, _, actor) =>
      change(number, `${actor.id} signs`, () => ({ status: 'answered', toSign: undefined })),
    sendBack: async (number, remark, actor) =>
      change(number, `${actor.id} sends back «${remark}»`, () => ({
        status: 'in-progress',
        toSign: undefined,
      })),
    lostAnswers: async () =>
      [...kept.values()].flatMap((appeal) => {
        const page = pageOf(appeal, states);
        const messageId = lostAnswer(appeal, page.deliveryStates);
        return messageId === undefined ? [] : [{ page, messageId }];
      }),
    recordCall: async (number, { messageId, note }, actor) =>
      change(number, `${actor.id} calls about ${messageId} «${note}»`, ({ calls = [] }) => ({
        calls: [...calls, { messageId, authorId: actor.id, at: NOW }],
      })),
    ask: async (number, { question }, actor) =>
      change(number, `${actor.id} asks «${question}»`, () => ({ status: 'needs-details' })),
    extend: async (number, { reason }, actor) =>
      change(number, `${actor.id} extends «${reason}»`, () => ({ status: 'extended' })),
    reject: async (number, { as, reason }, actor) =>
      change(number, `${actor.id} rejects as ${as} «${reason}»`, () => ({ status: as })),
    forwardOutside: async (number, { addressee, letterNumber, letterDay }, actor) =>
      change(number, `${actor.id} sends to «${addressee}» by ${letterNumber} of ${letterDay}`, () => ({
        status: 'forwarded',
      })),
    requestDetails: async (number, { missing }, actor) =>
      change(number, `${actor.id} misses ${missing.join('+')}`, () => ({ status: 'needs-details' })),
    review: async (number, { decision, reason }, actor) =>
      change(number, `${actor.id} decides ${decision} «${reason}»`, () => ({ review: undefined })),
    escalated: async (viewer) =>
      [...kept.values()]
        .filter(({ escalation }) => escalation?.to.includes(viewer.id))
        .map((one) => pageOf(one, states)),
    underReview: async () =>
      [...kept.values()].filter(({ review }) => review).map((one) => pageOf(one, states)),
    merge: async (number, into, actor) =>
      change(number, `${actor.id} merges into ${into}`, () => ({ mergedInto: into })),
    gather: async (number, others, actor) =>
      change(number, `${actor.id} gathers ${others.join(' and ')} to`, () => ({})),
    similar: async () => [],
    consider: async (number, { verdict, reason }, actor) =>
      change(number, `${actor.id} considers ${verdict} «${reason}»`, () => ({})),
    commentsOn: async (publicationId) =>
      [...kept.values()]
        .filter(({ commentsOn }) => commentsOn === publicationId)
        .map((one) => pageOf(one, states)),
    takeComments: async (publicationId) =>
      [...kept.values()]
        .filter(({ commentsOn }) => commentsOn === publicationId)
        .map((one) => pageOf(one, states)),
    limitAccess: async (number, reason, actor) =>
      change(number, `${actor.id} limits «${reason}»`, () => ({
        accessLimit: { signs: [], reason, by: actor.id, at: NOW },
      })),
    openAccess: async (number, actor) =>
      change(number, `${actor.id} opens`, () => ({ accessLimit: undefined })),
    shareAnswers: async () => undefined,
    separate: async (number, actor) =>
      change(number, `${actor.id} separates`, () => ({ mergedInto: undefined })),
    reopen: async (number, reason, actor) =>
      change(number, `${actor.id} reopens «${reason}»`, () => ({ status: 'in-progress' })),
    departments: async () => DEPARTMENTS,
  };
}

function matches(appeal: Appeal, filter: AppealFilter): boolean {
  const {
    open,
    overdue,
    dueUntil,
    assigneeId,
    workOf,
    departmentId,
    channel,
    category,
    status,
    q,
    quarantined,
  } = filter;
  return (
    (quarantined === undefined || quarantined === (appeal.quarantine !== undefined)) &&
    (open === undefined || open === OPEN_APPEAL_STATUSES.includes(appeal.status)) &&
    (overdue === undefined || overdue === pageOf(appeal).overdue) &&
    (assigneeId === undefined || (assigneeId ?? undefined) === appeal.assigneeId) &&
    (workOf === undefined || workOf === appeal.assigneeId) &&
    (departmentId === undefined || departmentId === appeal.departmentId) &&
    (dueUntil === undefined || (appeal.dueAt !== undefined && appeal.dueAt <= dueUntil)) &&
    (category === undefined || category === appeal.category) &&
    (channel === undefined || channel === appeal.channel) &&
    (status === undefined || status === appeal.status) &&
    (q === undefined || appeal.subject.includes(q) || appeal.number.includes(q))
  );
}
