import type { Appeal, AppealStatus } from '../../domain/appeal.js';
import type { Subscriber } from '../../domain/subscriber.js';
import type { Office } from '../../domain/terms/office.js';
import { reviewDayOf } from '../../domain/terms/review.js';
import { endOfLocalDay } from '../../lib/city-time.js';
import { limitBySigns } from '../appeals/limiting.js';
import { citizenMessage, type RegisterDeps, registerAppeal } from '../appeals/register.js';
import type { AppealChange, AppealStore } from '../appeals/store.js';
import type { CallBackStore } from '../call-backs/call-backs.js';
import type { CopyGiven, DialogueEffect } from '../dialogue/ports.js';
import type { FaqStore } from '../faq/faq.js';
import type { Copying } from '../my-data/copying.js';
import type { Erasing } from '../my-data/erasing.js';
import type { SubscriberStore } from '../subscriptions/store.js';
import type { InboxRow } from './store.js';

export interface EffectDeps {
  readonly subscribers: SubscriberStore;
  readonly appeals: AppealStore;
  readonly register: RegisterDeps;
  readonly callBacks: Pick<CallBackStore, 'add'>;
  readonly faq: Pick<FaqStore, 'count'>;
  readonly erasing: Erasing;
  readonly copying: Pick<Copying, 'give'>;
}

/** What came of the effects. */
export interface CarriedOut {
  /** The appeal just stored */
  readonly submitted?: Appeal | undefined;
  readonly copy?: CopyGiven | undefined;
}

/**
 * Carries out what a dialogue step wants. Every effect may be repeated after a crash: it either sets a value, or
 * is keyed by the inbox row.
 * @returns what the replies tell of
 */
export async function carryOut(
  effects: readonly DialogueEffect[],
  person: Subscriber,
  row: InboxRow,
  deps: EffectDeps,
): Promise<CarriedOut> {
  let results: CarriedOut = {};
  for (const effect of effects) results = { ...results, ...(await one(effect, person, row, deps)) };
  return results;
}

async function one(
  effect: DialogueEffect,
  person: Subscriber,
  row: InboxRow,
  deps: EffectDeps,
): Promise<CarriedOut> {
  const { subscribers } = deps;
  const at = row.receivedAt;
  switch (effect.kind) {
    case 'consent': {
      const { version, textHash } = effect;
      const consent = { source: 'dialogue', version, textHash, at } as const;
      await subscribers.change(person.id, { status: 'active', consent });
      return {};
    }
    case 'setTopics':
      await subscribers.change(person.id, { topics: effect.topics });
      return {};
    case 'setDeliveryMode':
      await subscribers.change(person.id, { deliveryMode: effect.mode, digestAt: effect.digestAt });
      return {};
    case 'setLocale':
      await subscribers.change(person.id, { locale: effect.locale });
      return {};
    case 'rememberSource':
      await subscribers.change(person.id, { source: effect.source });
      return {};
    case 'stop':
      await subscribers.change(person.id, { status: 'stopped' });
      return {};
    case 'erase':
      await deps.erasing.erase(person, effect.receipt, at);
      return {};
    case 'becomeUnreachable':
      await subscribers.markUnreachable([person.id]);
      return {};
    case 'becomeReachable':
      await subscribers.markReachable(person.id);
      return {};
    case 'setApplicant': {
      const { fullName, residence } = effect;
      await subscribers.change(person.id, { applicant: { fullName, residence, at } });
      return {};
    }
    case 'setName':
      await subscribers.change(person.id, { ownName: effect.name });
      return {};
    case 'appealConsent': {
      const { version, textHash } = effect;
      await subscribers.change(person.id, { appealConsent: { version, textHash, at } });
      return {};
    }
    case 'withdrawAppealConsent':
      await subscribers.withdrawAppealConsent(person.id, at);
      return {};
    case 'copyData':
      return { copy: await deps.copying.give(person, row) };
    case 'countFaq':
      await deps.faq.count(row.id, effect.cardId, effect.outcome);
      return {};
    case 'requestCall':
      await deps.callBacks.add(row.id, { subscriberId: person.id, phone: effect.phone, askedAt: at });
      return {};
    case 'submitAppeal': {
      const from = { person, inboxId: row.id, receivedAt: at };
      return { submitted: await registerAppeal(deps.register, effect.appeal, from) };
    }
    default:
      await changeAppeal(effect, row, deps);
      return {};
  }
}

type AppealEffect = Extract<DialogueEffect, { readonly number: string }>;

async function changeAppeal(
  effect: AppealEffect,
  row: InboxRow,
  { appeals, register }: EffectDeps,
): Promise<void> {
  const at = row.receivedAt;
  const known = await appeals.get(effect.number);
  const { status, review, quarantine, rating: given } = known ?? {};
  const closed = isClosed(status);
  // What a person took for spam does not come back by itself.
  const reopens = quarantine === undefined;
  switch (effect.kind) {
    case 'addToAppeal': {
      const message = citizenMessage(row.id, effect.text, effect.files, at);
      // Whoever explains why the answer did not help has its review ahead.
      const resumes = reopens && ((closed && !review) || status === 'needs-details');
      const accessLimit = known?.accessLimit ? undefined : limitBySigns(effect.text, at);
      await appeals.change(effect.number, { message, accessLimit, ...(resumes ? reopenedBy(at) : {}) });
      return;
    }
    case 'withdrawAppeal':
      if (closed) return;
      await appeals.change(effect.number, {
        status: 'withdrawn',
        ...(reopens ? {} : { quarantine: 'kept' }),
        history: { status: 'withdrawn', at, by: 'citizen' },
      });
      return;
    case 'rateAppeal': {
      const { rating, comment } = effect;
      const message = comment ? { message: citizenMessage(row.id, comment, [], at) } : {};
      // The press is one event and the explanation another: what follows happens once.
      const isRepeat = given === rating;
      const follows = rating === 'solved' ? closedBy(at) : reviewAskedBy(at, status, await register.office());
      await appeals.change(effect.number, { rating, ...message, ...(isRepeat ? {} : follows) });
    }
  }
}

function closedBy(at: Date): AppealChange {
  return { status: 'closed', review: null, history: { status: 'closed', at, by: 'citizen' } };
}

/** The controller looks at the answer; neither status nor term changes by the rating alone. */
function reviewAskedBy(at: Date, status: AppealStatus = 'answered', office: Office): AppealChange {
  const until = endOfLocalDay(reviewDayOf(at, office), office.timeZone);
  const history = { status, at, by: 'citizen', review: 'asked', until } as const;
  return { review: { askedAt: at, until }, history };
}

function reopenedBy(at: Date): AppealChange {
  return { status: 'in-progress', history: { status: 'in-progress', at, by: 'citizen' } };
}

/** Nobody owes an answer: what comes now opens it again. */
const CLOSED: readonly AppealStatus[] = [
  'answered',
  'explained',
  'refused',
  'returned',
  'forwarded',
  'withdrawn',
  'closed',
];

function isClosed(status: AppealStatus | undefined): boolean {
  return status !== undefined && CLOSED.includes(status);
}
