import type { Appeal, AppealCategory, AppealFile, AppealNature, Applicant } from '../../domain/appeal.js';
import type { DeskChannel } from '../../domain/appeal-channel.js';
import { appealSubject } from '../../domain/appeal-subject.js';
import type { Actor } from '../../domain/role.js';
import { answerClocksOf } from '../../domain/terms/answer-clock.js';
import { dueOf } from '../../domain/terms/due.js';
import { registrationOf } from '../../domain/terms/office.js';
import type { RegistrationMode } from '../settings/input.js';
import type { AppealPage, Appeals } from './appeals.js';
import type { Desk, DeskDeps } from './desk.js';
import { limitBySigns } from './limiting.js';
import { openingOf } from './opening.js';
import { invalid, mustBeAllowed } from './refusals.js';
import { citizenMessage, nextAppealNumber } from './register.js';
import { departmentOf } from './routing.js';

/** What came over the office's desk, as staff enter it. */
export interface AppealEntry {
  readonly channel: DeskChannel;
  readonly nature: AppealNature;
  readonly applicant: Applicant;
  /** Who else signed a collective one; none otherwise */
  readonly coApplicants: readonly Applicant[];
  readonly category: AppealCategory;
  /** Where it is about, in words */
  readonly place?: string | undefined;
  readonly text: string;
  /** The scan */
  readonly files: readonly AppealFile[];
  /** Now by default */
  readonly receivedAt?: Date | undefined;
  /** «1457», of the office's own register */
  readonly incomingNumber?: string | undefined;
  /** The same id again enters nothing twice */
  readonly requestId?: string | undefined;
}

/** Older ones are a slip of the pen: a letter that was lost for a year is registered the day it is found. */
const ENTERED_WITHIN_MS = 366 * 86_400_000;

type EnteringDeps = Pick<
  DeskDeps,
  'store' | 'clocks' | 'office' | 'registrationMode' | 'routing' | 'audit' | 'randomId'
>;

/** Appeals on paper, by phone and at a reception: in the same register, with the same terms. */
export function enteringAppeals(deps: EnteringDeps, { one }: Desk): Pick<Appeals, 'enter'> {
  const { store, clocks, office, audit } = deps;
  return { enter };

  async function enter(entry: AppealEntry, actor: Actor): Promise<AppealPage> {
    mustBeAllowed(actor);
    const source = `entry:${entry.requestId ?? deps.randomId()}`;
    const stored = await store.bySource(source);
    if (stored) return one(stored);
    const now = clocks.now();
    const { receivedAt = now } = entry;
    if (receivedAt > now || now.getTime() - receivedAt.getTime() > ENTERED_WITHIN_MS)
      throw invalid('received-at', 'Звернення надійшло не пізніше за сьогодні й не раніше ніж рік тому.');
    const appeal = await drawUp(entry, receivedAt, actor);
    const kept = (await store.insert(appeal, source)) ?? (await store.bySource(source));
    if (!kept) throw new Error(`entered appeal ${source} neither inserted nor found`);
    const { number, status, channel, departmentId, dueAt } = kept;
    const after = { status, channel, departmentId, dueAt };
    await audit.record({ actor, action: 'appeal.enter', subject: number, before: undefined, after });
    return one(kept);
  }

  async function drawUp(entry: AppealEntry, receivedAt: Date, actor: Actor): Promise<Appeal> {
    const { channel, nature, applicant, coApplicants, category, place, incomingNumber, text, files } = entry;
    const hours = await office();
    const { registeredAt } = registrationOf(receivedAt, hours);
    const clock = answerClocksOf('appeal')?.ordinary;
    const departmentId = await departmentOf({ category, text }, store, await deps.routing());
    const number = await nextAppealNumber(store, 'appeal', receivedAt, hours.timeZone);
    return {
      number,
      channel,
      door: 'official',
      nature,
      applicant,
      ...(coApplicants.length > 0 ? { coApplicants } : {}),
      category,
      departmentId,
      place: place === undefined ? undefined : { address: place },
      ...opening({ receivedAt, registeredAt }, await modeOf(incomingNumber), actor),
      accessLimit: limitBySigns(text, receivedAt),
      assigneeId: undefined,
      receivedAt,
      registeredAt,
      incomingNumber,
      dueAt: clock && dueOf(clock, registeredAt, hours)?.dueAt,
      subject: appealSubject(text),
      messages: [citizenMessage(`entry:${number}`, text, files, receivedAt)],
      notes: [],
      rating: undefined,
    };
  }

  /** The office's number is given when it is registered: whoever names it has done that. */
  async function modeOf(incomingNumber: string | undefined): Promise<RegistrationMode> {
    return incomingNumber === undefined ? deps.registrationMode() : 'automatic';
  }

  function opening(
    times: Pick<Appeal, 'receivedAt' | 'registeredAt'>,
    mode: RegistrationMode,
    actor: Actor,
  ): Pick<Appeal, 'status' | 'history'> {
    const { status, history } = openingOf({ door: 'official', ...times }, clocks.now(), mode);
    return { status, history: history.map((entry) => ({ ...entry, by: actor.id })) };
  }
}
