import type { Appeal, AppealStatus } from '../../domain/appeal.js';
import type { Subscriber } from '../../domain/subscriber.js';
import type { Office } from '../../domain/terms/office.js';
import { reviewDayOf } from '../../domain/terms/review.js';
import { endOfLocalDay } from '../../lib/city-time.js';
import { citizenMessage, type RegisterDeps, registerAppeal } from '../appeals/register.js';
import type { AppealChange, AppealStore } from '../appeals/store.js';
import type { CallBackStore } from '../call-backs/call-backs.js';
import type { DialogueEffect } from '../dialogue/ports.js';
import type { FaqStore } from '../faq/faq.js';
import type { SubscriberStore } from '../subscriptions/store.js';
import type { InboxRow } from './store.js';

export interface EffectDeps {
  readonly subscribers: SubscriberStore;
  readonly appeals: AppealStore;
  readonly register: RegisterDeps;
  readonly callBacks: Pick<CallBackStore, 'add'>;
  readonly faq: Pick<FaqStore, 'count'>;
}

/**
 * Carries out what a dialogue step wants. Every effect may be repeated after a crash: it either sets a value, or
 * is keyed by the inbox row.
 * @returns the appeal that was submitted, if any
 */
export async function carryOut(
  effects: readonly DialogueEffect[],
  person: Subscriber,
  row: InboxRow,
  deps: EffectDeps,
): Promise<Appeal | undefined> {
  let submitted: Appeal | undefined;
  for (const effect of effects) submitted = (await one(effect, person, row, deps)) ?? submitted;
  return submitted;
}

async function one(
  effect: DialogueEffect,
  person: Subscriber,
  row: InboxRow,
  deps: EffectDeps,
): Promise<Appeal | undefined> {
  const { subscribers } = deps;
  const at = row.receivedAt;
  switch (effect.kind) {
    case 'consent': {
      const { version, textHash } = effect;
      const consent = { source: 'dialogue', version, textHash, at } as const;
      await subscribers.change(person.id, { status: 'active', consent });
      return undefined;
    }
    case 'setTopics':
      await subscribers.change(person.id, { topics: effect.topics });
      return undefined;
    case 'setDeliveryMode':
      await subscribers.change(person.id, { deliveryMode: effect.mode, digestAt: effect.digestAt });
      return undefined;
    case 'setLocale':
      await subscribers.change(person.id, { locale: effect.locale });
      return undefined;
    case 'rememberSource':
      await subscribers.change(person.id, { source: effect.source });
      return undefined;
    case 'stop':
      await subscribers.change(person.id, { status: 'stopped' });
      return undefined;
    case 'erase':
      await subscribers.erase(person.id);
      return undefined;
    case 'becomeUnreachable':
      await subscribers.markUnreachable([person.id]);
      return undefined;
    case 'becomeReachable':
      await subscribers.markReachable(person.id);
      return undefined;
    case 'setApplicant': {
      const { fullName, residence } = effect;
      await subscribers.change(person.id, { applicant: { fullName, residence, at } });
      return undefined;
    }
    case 'setName':
      await subscribers.change(person.id, { ownName: effect.name });
      return undefined;
    case 'countFaq':
      await deps.faq.count(row.id, effect.cardId, effect.outcome);
      return undefined;
    case 'requestCall':
      await deps.callBacks.add(row.id, { subscriberId: person.id, phone: effect.phone, askedAt: at });
      return undefined;
    case 'submitAppeal': {
      const from = { person, inboxId: row.id, receivedAt: at };
      return registerAppeal(deps.register, effect.appeal, from);
    }
    default:
      await changeAppeal(effect, row, deps);
      return undefined;
  }
}

type AppealEffect = Extract<DialogueEffect, { readonly number: string }>;

async function changeAppeal(
  effect: AppealEffect,
  row: InboxRow,
  { appeals, register }: EffectDeps,
): Promise<void> {
  const at = row.receivedAt;
  const { status, review, quarantine, rating: given } = (await appeals.get(effect.number)) ?? {};
  const closed = isClosed(status);
  // What a person took for spam does not come back by itself.
  const reopens = quarantine === undefined;
  switch (effect.kind) {
    case 'addToAppeal': {
      const message = citizenMessage(row.id, effect.text, effect.files, at);
      // Whoever explains why the answer did not help has its review ahead.
      const resumes = reopens && ((closed && !review) || status === 'needs-details');
      await appeals.change(effect.number, { message, ...(resumes ? reopenedBy(at) : {}) });
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
