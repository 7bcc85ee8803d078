import { escalationModel } from '../appeals/escalation-model.js';
import { type QueueCardModel, queueCardModel } from '../appeals/queue/queue-model.js';
import type { FormSecretsModel } from '../components/form-secrets.js';
import type { WaitingModel } from '../components/waiting-list.js';
import type { CityDates } from '../words/dates.js';
import { type AbsenceModel, absenceModel } from './absence-model.js';
import { askedCall, type CallModel, lostCall } from './call-model.js';
import { DUE_MAX, type TodayFacts } from './today-facts.js';

export interface TodayModel {
  readonly absence: AbsenceModel;
  readonly escalated: readonly WaitingModel[];
  readonly calls: readonly CallModel[];
  readonly due: readonly QueueCardModel[];
  /** There may be more than the page shows */
  readonly isCut: boolean;
  readonly secrets: FormSecretsModel;
}

/** A colleague's day, ready to print. */
export function todayModel(
  { due, asked, lost, escalated, absence }: TodayFacts,
  dates: CityDates,
  secrets: FormSecretsModel,
): TodayModel {
  return {
    absence: absenceModel(absence),
    escalated: escalated.map((page) => escalationModel(page, dates)),
    calls: [...asked.map((call) => askedCall(call, dates)), ...lost.map(lostCall)],
    due: due.map((page) => queueCardModel(page, dates)),
    isCut: due.length >= DUE_MAX,
    secrets,
  };
}
