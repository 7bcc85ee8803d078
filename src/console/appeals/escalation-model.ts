import type { AppealPage } from '../../services/appeals/appeals.js';
import type { WaitingModel } from '../components/waiting-list.js';
import { ESCALATION_WORDS, subjectWords } from '../words/appeal-words.js';
import type { CityDates } from '../words/dates.js';
import { appealHref, assigneeWords } from './queue/queue-model.js';

/** An appeal of whose term the viewer was told: why, when, and whose it is. */
export function escalationModel(page: AppealPage, dates: CityDates): WaitingModel {
  const { number, subject, dueAt, escalation } = page.appeal;
  const details = [
    number,
    escalation && ESCALATION_WORDS[escalation.stage],
    dueAt && `строк до ${dates.day(dueAt)}`,
    escalation && `нагадано ${dates.moment(escalation.at)}`,
    assigneeWords(page) ?? 'нікому не призначено',
  ];
  return {
    href: appealHref(number),
    title: subjectWords(subject),
    details: details.filter(Boolean).join(' · '),
  };
}
