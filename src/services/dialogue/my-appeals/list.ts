import { asciiAppealNumber, isSameNumber, parseAppealNumber } from '../../../domain/appeal-number.js';
import { openAppealForm } from '../appeal-form/open.js';
import { shortDate } from '../dates.js';
import { cut } from '../excerpt.js';
import type { AppealView } from '../ports.js';
import { type Scene, subjectOf } from '../scene.js';
import { choice, lastingChoice, menuChoice, type ScreenDefinition } from '../screen.js';
import { goTo, type Turn } from '../turn.js';
import { showCard } from './card.js';

const APPEALS_PER_PAGE = 5;
const TYPED_NUMBER_LENGTH = 40;

/** P1: the person's appeals, five at a time, newest first. */
export const myAppeals: ScreenDefinition<'my-appeals'> = {
  ask(scene) {
    const { say, context, screen } = scene;
    if (context.appeals.length === 0) {
      return {
        text: say('myAppeals.none'),
        choices: [choice('write', say('menu.appeal'), () => openAppealForm(scene)), menuChoice(scene)],
      };
    }
    const from = screen.page * APPEALS_PER_PAGE;
    const shown = context.appeals.slice(from, from + APPEALS_PER_PAGE);
    const open = context.appeals.filter((appeal) => appeal.open).length;
    const summary = say('myAppeals.summary', { count: context.appeals.length, open });
    const more = choice('more', say('common.more'), () =>
      goTo(scene, { id: 'my-appeals', page: screen.page + 1 }),
    );
    return {
      text: [summary, ...shown.map((appeal) => line(scene, appeal))].join('\n'),
      choices: [
        ...shown.map(({ number }) =>
          lastingChoice('card', asciiAppealNumber(number), number, () => showCard(scene, number)),
        ),
        ...(context.appeals.length > from + APPEALS_PER_PAGE ? [more] : []),
        menuChoice(scene),
      ],
    };
  },
};

/** «Мої звернення» */
export function openMyAppeals(scene: Scene): Turn {
  return goTo(scene, { id: 'my-appeals', page: 0 });
}

/** Opens the appeal whose number was typed; bare digits count as one only where numbers are shown. */
export function openTypedNumber(scene: Scene, text: string): Turn | undefined {
  const typed = parseAppealNumber(text);
  if (!typed || (!typed.series && scene.screen.id !== 'my-appeals')) return undefined;
  const found = scene.context.appeals.find(({ number }) => isSameNumber(typed, number));
  return found ? showCard(scene, found.number) : numberNotFound(scene, text);
}

/** E11 */
export function numberNotFound(scene: Scene, number: string): Turn {
  const note = scene.say('error.numberNotFound', { number: cut(number, TYPED_NUMBER_LENGTH) });
  return goTo(scene, { id: 'my-appeals', page: 0 }, { notes: [note] });
}

function line(scene: Scene, appeal: AppealView): string {
  const { number, dueAt, answeredAt, history } = appeal;
  const subject = subjectOf(scene, appeal);
  const status = scene.say(`status.${appeal.status}`);
  if (!appeal.open) {
    const at = answeredAt ?? history.at(-1)?.at ?? appeal.receivedAt;
    return scene.say('myAppeals.closed', { number, subject, status, date: shortDate(scene, at) });
  }
  return dueAt
    ? scene.say('myAppeals.open', { number, subject, status, due: shortDate(scene, dueAt) })
    : scene.say('myAppeals.openWithoutTerm', { number, subject, status });
}
