import type { Appeal, AppealMessage, AppealNotice } from '../../domain/appeal.js';
import { chatOf } from '../../domain/appeal-channel.js';
import { Refusal } from '../../domain/refusal.js';
import type { Actor } from '../../domain/role.js';
import type { RoutingRule } from '../../domain/routing.js';
import type { Street } from '../../domain/streets.js';
import type { Office } from '../../domain/terms/office.js';
import type { Clocks } from '../../lib/clocks.js';
import type { Logger } from '../../lib/log.js';
import type { Audit } from '../audit/audit.js';
import type { Notice } from '../dialogue/notices.js';
import type { Messages } from '../outbox/messages.js';
import type { RegistrationMode } from '../settings/input.js';
import { type Answers, answerKey } from './answers.js';
import { type AppealPagesDeps, createAppealPages } from './appeal-pages.js';
import type { AppealPage } from './appeals.js';
import type { BlockStore } from './blocks.js';
import type { AnswerPolicy } from './policy.js';
import {
  alreadyRegistered,
  mustBeAllowed,
  mustNotBeQuarantined,
  StaleConversation,
  takenByOther,
} from './refusals.js';
import type { AppealChange, AppealStore, ChangeGuard } from './store.js';
import { isVisibleTo } from './visibility.js';

export interface DeskDeps extends AppealPagesDeps {
  readonly store: AppealStore;
  readonly messages: Pick<Messages, 'states' | 'lost'>;
  readonly answers: Pick<Answers, 'queue'>;
  readonly policy: () => Promise<AnswerPolicy>;
  readonly blocks: BlockStore;
  /** How what is received or entered gets into the office's register */
  readonly registrationMode: () => Promise<RegistrationMode>;
  /** Words of a notice in the citizen's language */
  readonly noticeText: (appeal: Appeal, notice: Notice) => Promise<string>;
  /** «Посада, Ім’я ПРІЗВИЩЕ» by account; a program has none */
  readonly signerOf: (id: string) => Promise<string | undefined>;
  /** Whoever an appeal may be given to; undefined: nobody who works here */
  readonly colleague: (id: string) => Promise<Actor | undefined>;
  /** The city's street register, with former names */
  readonly streets: () => Promise<readonly Street[]>;
  readonly audit: Audit;
  readonly log: Logger;
  readonly clocks: Clocks;
  /** Its days and hours: terms are counted by them */
  readonly office: () => Promise<Office>;
  /** Words by which departments are found */
  readonly routing: () => Promise<readonly RoutingRule[]>;
  readonly randomId: () => string;
}

/** A message of staff before it is stored. */
export type NewMessage = Pick<AppealMessage, 'id' | 'text' | 'authorId'> &
  Partial<
    Pick<AppealMessage, 'files' | 'notice' | 'signedById' | 'outgoingNumber' | 'refusal' | 'sharedFrom'>
  >;

/** What every action on an appeal begins and ends with. */
export interface Desk extends ReturnType<typeof createAppealPages> {
  /** @throws {Refusal} notFound, also for an appeal that is not the viewer's business */
  found(number: string, viewer: Actor): Promise<Appeal>;
  /** One of the register. @throws {Refusal} forbidden, notFound, conflict: it is in quarantine */
  writable(number: string, actor: Actor): Promise<Appeal>;
  /** The same, in quarantine or not. @throws {Refusal} forbidden, notFound */
  workable(number: string, actor: Actor): Promise<Appeal>;
  /**
   * Writes a change and its line of the audit.
   *
   * @param action what the audit calls it, after `appeal.`
   * @throws {Refusal} conflict when the guard does not hold
   */
  apply(
    before: Appeal,
    actor: Actor,
    action: string,
    change: AppealChange,
    guard?: ChangeGuard,
  ): Promise<AppealPage>;
  /**
   * Writes a change with a word to the citizen and sends that; without a chat it is a letter that staff send.
   *
   * @throws {Refusal} as `apply`
   */
  send(
    before: Appeal,
    actor: Actor,
    action: string,
    message: NewMessage,
    change: AppealChange,
    guard?: ChangeGuard,
  ): Promise<AppealPage>;
  /** The same for a notice, whose words are the dialogue's. */
  notify(
    before: Appeal,
    actor: Actor,
    action: string,
    notice: Notice & { readonly kind: AppealNotice; readonly requestId?: string | undefined },
    change: AppealChange,
    guard?: ChangeGuard,
  ): Promise<AppealPage>;
  /**
   * The appeal when this very message is in it already. The first try may have died between storing and queueing;
   * queueing twice sends once.
   */
  repeated(appeal: Appeal, messageId: string | undefined): Promise<AppealPage | undefined>;
}

/** The desk that the use cases of appeals share. */
export function createDesk(deps: DeskDeps): Desk {
  const { store, audit, answers, clocks } = deps;
  const pages = createAppealPages(deps);
  const desk: Desk = { ...pages, found, writable, workable, apply, send, notify, repeated };
  return desk;

  async function found(number: string, viewer: Actor): Promise<Appeal> {
    const appeal = await store.get(number);
    if (!appeal || !isVisibleTo(viewer, appeal)) throw unknownAppeal();
    return appeal;
  }

  async function writable(number: string, actor: Actor): Promise<Appeal> {
    const appeal = await workable(number, actor);
    mustNotBeQuarantined(appeal);
    return appeal;
  }

  async function workable(number: string, actor: Actor): Promise<Appeal> {
    mustBeAllowed(actor);
    return found(number, actor);
  }

  async function apply(
    before: Appeal,
    actor: Actor,
    action: string,
    change: AppealChange,
    guard: ChangeGuard = {},
  ): Promise<AppealPage> {
    const after = await store.change(before.number, change, guard);
    if (!after) throw unknownAppeal();
    checkGuard(after, change, guard);
    await audit.record({
      actor,
      action: `appeal.${action}`,
      subject: before.number,
      before: auditedState(before),
      after: auditedState(after),
    });
    return pages.one(after);
  }

  async function send(
    before: Appeal,
    actor: Actor,
    action: string,
    { files = [], ...message }: NewMessage,
    change: AppealChange,
    guard?: ChangeGuard,
  ): Promise<AppealPage> {
    const word = { ...message, from: 'staff', files, at: clocks.now() } as const;
    if (!chatOf(before)) return apply(before, actor, action, { ...change, message: word }, guard);
    const sent = { ...word, outboxKey: answerKey(before.number, message.id) };
    const { appeal } = await apply(before, actor, action, { ...change, message: sent }, guard);
    await answers.queue(appeal, sent);
    return pages.one((await store.get(before.number)) ?? appeal);
  }

  async function notify(
    ...[before, actor, action, { requestId, ...notice }, change, guard]: Parameters<Desk['notify']>
  ) {
    const id = requestId ?? deps.randomId();
    const text = await deps.noticeText(before, notice);
    return send(before, actor, action, { id, text, notice: notice.kind, authorId: actor.id }, change, guard);
  }

  async function repeated(appeal: Appeal, messageId: string | undefined): Promise<AppealPage | undefined> {
    const message = appeal.messages.find(({ id }) => id === messageId);
    if (!message) return undefined;
    if (message.outboxKey !== undefined) await answers.queue(appeal, message);
    return pages.one(appeal);
  }
}

/** A change that its guard kept back left the appeal as it was. */
function checkGuard(after: Appeal, { message, registeredAt }: AppealChange, guard: ChangeGuard): void {
  const { whenFreeFor, whenMessages, whenUnregistered } = guard;
  if (whenFreeFor !== undefined && after.assigneeId !== whenFreeFor) throw takenByOther();
  if (whenUnregistered && after.registeredAt.getTime() !== registeredAt?.getTime()) throw alreadyRegistered();
  if (whenMessages === undefined || after.messages.some(({ id }) => id === message?.id)) return;
  throw new StaleConversation(after.messages.slice(whenMessages));
}

function auditedState(appeal: Appeal) {
  const { status, category, nature, assigneeId, departmentId } = appeal;
  const { registeredAt, incomingNumber, dueAt, mergedInto } = appeal;
  const access = appeal.accessLimit === undefined ? undefined : 'limited';
  const verdict = appeal.consideration?.verdict;
  return {
    ...{ status, category, nature, assigneeId, departmentId },
    ...{ registeredAt, incomingNumber, dueAt, mergedInto, access, verdict },
  };
}

function unknownAppeal(): Refusal {
  return new Refusal('notFound', 'appeal.unknown', 'Такого звернення немає.');
}
