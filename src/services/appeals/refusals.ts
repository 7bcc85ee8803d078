import type { StandIn } from '../../domain/absence.js';
import { type Appeal, type AppealMessage, OPEN_APPEAL_STATUSES } from '../../domain/appeal.js';
import { kindOfNumber } from '../../domain/appeal-number.js';
import { Refusal } from '../../domain/refusal.js';
import { type Actor, can } from '../../domain/role.js';
import { dayAndMonth } from '../../domain/ukrainian-date.js';

/** @throws {Refusal} forbidden: the actor only reads appeals */
export function mustBeAllowed(actor: Actor): void {
  if (!can(actor, 'appeals.write'))
    throw new Refusal('forbidden', 'role', 'Ваша роль не дозволяє працювати зі зверненнями.');
}

/** The appeal is not in a state for this. @param code stable, after `appeal.` */
export function conflict(code: string, message: string): Refusal {
  return new Refusal('conflict', `appeal.${code}`, message);
}

/** What was given makes no sense. @param code stable, after `appeal.` */
export function invalid(code: string, message: string): Refusal {
  return new Refusal('invalid', `appeal.${code}`, message);
}

/** A colleague has taken it. */
export function takenByOther(): Refusal {
  return conflict('taken', 'Це звернення вже взяв інший працівник. Попросіть передати його вам.');
}

/** The conversation went on while somebody was writing: they read what is new, then decide. */
export class StaleConversation extends Refusal {
  /** @param newMessages what they had not seen */
  constructor(readonly newMessages: readonly AppealMessage[]) {
    super(
      'conflict',
      'appeal.new-messages',
      'Поки ви писали, у листуванні з’явилося нове. Прочитайте його й підтвердьте, що відповідь усе одно треба надіслати.',
    );
  }
}

/** Whoever is to get the appeal is away: it goes to the one who stands in, or is given all the same. */
export class AssigneeAway extends Refusal {
  constructor(
    name: string,
    readonly standIn: StandIn,
  ) {
    const until = dayAndMonth(standIn.until);
    super(
      'conflict',
      'appeal.assignee-away',
      `${name} не працює до ${until} включно, заміщує ${standIn.name}. Призначте звернення тому, хто заміщує, або підтвердьте вибір.`,
    );
  }
}

/** @throws {Refusal} conflict: the citizen has taken the appeal back */
export function mustNotBeWithdrawn({ status }: Appeal): void {
  if (status === 'withdrawn') throw conflict('withdrawn', 'Заявник відкликав це звернення.');
}

/** @throws {Refusal} conflict: a person has yet to say that it is an appeal */
export function mustNotBeQuarantined({ quarantine }: Appeal): void {
  if (quarantine !== undefined)
    throw conflict('quarantined', 'Звернення в карантині. Спершу позначте, що це звернення, а не спам.');
}

/** @throws {Refusal} conflict: nobody owes an answer any more */
export function mustBeOpen(appeal: Appeal): void {
  mustNotBeWithdrawn(appeal);
  if (!OPEN_APPEAL_STATUSES.includes(appeal.status))
    throw conflict('finished', 'Розгляд завершено. Спершу поверніть звернення в роботу.');
}

/** @throws {Refusal} conflict: an anonymous message is no appeal by law, so this cannot be done with it */
export function mustBeOfficial({ door }: Appeal, message: string): void {
  if (door === 'anonymous') throw conflict('anonymous', message);
}

/** @throws {Refusal} conflict: it is considered with its draft, under no term and by no law of its own */
export function mustNotBeComment({ number }: Appeal): void {
  if (kindOfNumber(number) === 'draft-comment')
    throw conflict(
      'draft-comment',
      'Зауваження розглядають разом із проєктом: його не продовжують, не пересилають і не відхиляють окремо. Надішліть відповідь або закрийте його.',
    );
}

export function alreadyRegistered(): Refusal {
  return conflict('registered', 'Звернення вже зареєстровано.');
}
