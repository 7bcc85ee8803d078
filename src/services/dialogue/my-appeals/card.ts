import { asciiAppealNumber } from '../../../domain/appeal-number.js';
import { daysBetween, localDay } from '../../../lib/city-time.js';
import { fullDate, shortDate } from '../dates.js';
import { excerpt } from '../excerpt.js';
import { lowerFirst } from '../lower-first.js';
import type { AppealView } from '../ports.js';
import { appealOf, type Scene, sayAbout } from '../scene.js';
import { choice, lastingChoice, menuChoice, type ScreenDefinition } from '../screen.js';
import { goTo, type Turn } from '../turn.js';
import { askAddition } from './addition.js';

const SHOWN_TEXT_LENGTH = 200;

/** P2: one appeal: its state, its term, what happened to it. */
export const appealCard: ScreenDefinition<'appeal-card'> = {
  card: true,
  ask(scene) {
    const { number } = scene.screen;
    const appeal = appealOf(scene, number);
    const list = choice('back', scene.say('common.back'), () => goTo(scene, { id: 'my-appeals', page: 0 }));
    if (!appeal) {
      return { text: scene.say('error.numberNotFound', { number }), choices: [list, menuChoice(scene)] };
    }
    const ascii = asciiAppealNumber(number);
    const { say } = scene;
    return {
      text: cardText(scene, appeal),
      choices: [
        lastingChoice('card-add', ascii, say('card.add'), () => askAddition(scene, number)),
        lastingChoice('card-talk', ascii, say('card.correspondence'), () =>
          showCorrespondence(scene, number),
        ),
        ...(appeal.open
          ? [lastingChoice('card-withdraw', ascii, say('card.withdraw'), () => askWithdrawal(scene, number))]
          : []),
        list,
        menuChoice(scene),
      ],
    };
  },
};

/** Opens the card of an appeal. */
export function showCard(scene: Scene, number: string): Turn {
  return goTo(scene, { id: 'appeal-card', number });
}

/** Opens all its messages. */
export function showCorrespondence(scene: Scene, number: string): Turn {
  return goTo(scene, { id: 'correspondence', number });
}

/** Asks whether to withdraw it. */
export function askWithdrawal(scene: Scene, number: string): Turn {
  return goTo(scene, { id: 'withdraw', number });
}

function cardText(scene: Scene, appeal: AppealView): string {
  const { number, receivedAt, text } = appeal;
  const heading = sayAbout(scene, number, 'card.heading', {
    date: fullDate(scene, receivedAt),
    text: excerpt(text, SHOWN_TEXT_LENGTH) || scene.say('appeal.noText'),
  });
  const events = shownHistory(scene, appeal)
    .map((event) => historyEvent(scene, event))
    .join('; ');
  return [...overdueLine(scene, appeal), heading, stateLine(scene, appeal), events && `${events}.`]
    .filter(Boolean)
    .join('\n');
}

function isOverdue({ context }: Scene, { open, dueAt }: AppealView): boolean {
  return open && dueAt !== undefined && dueAt < context.now;
}

function overdueLine(scene: Scene, appeal: AppealView): readonly string[] {
  if (!isOverdue(scene, appeal) || !appeal.dueAt) return [];
  const { phone } = scene.context.organisation;
  return [scene.say('card.overdue', { due: shortDate(scene, appeal.dueAt), phone })];
}

function stateLine(scene: Scene, appeal: AppealView): string {
  const status = scene.say(`status.${appeal.status}`);
  const department = lowerFirst(appeal.departmentName);
  if (!appeal.open || !appeal.dueAt || isOverdue(scene, appeal)) {
    return scene.say('card.withoutTerm', { status, department });
  }
  const { now, timeZone } = scene.context;
  const due = shortDate(scene, appeal.dueAt);
  const count = daysBetween(localDay(now, timeZone), localDay(appeal.dueAt, timeZone));
  return scene.say(count === 0 ? 'card.lastDay' : 'card.open', { status, department, due, count });
}

/** Received and registered on one day is told as registered. */
function shownHistory({ context }: Scene, { history }: AppealView): AppealView['history'] {
  const [first, second] = history;
  const sameDay =
    first?.status === 'received' &&
    second?.status === 'registered' &&
    localDay(first.at, context.timeZone) === localDay(second.at, context.timeZone);
  return sameDay ? history.slice(1) : history;
}

function historyEvent(scene: Scene, { status, at, passedTo }: AppealView['history'][number]): string {
  const date = shortDate(scene, at);
  if (!passedTo) return scene.say('card.event', { date, status: scene.say(`status.${status}`) });
  const department = scene.locale === 'uk' ? passedTo.nameGenitive : passedTo.name;
  return scene.say('card.passedTo', { date, department });
}
