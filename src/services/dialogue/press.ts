import { RATINGS } from '../../domain/appeal.js';
import { isSameNumber, parseAppealNumber } from '../../domain/appeal-number.js';
import { pressComment } from './draft.js';
import { pressLess } from './less.js';
import { pressMenu } from './menu.js';
import { askAddition } from './my-appeals/addition.js';
import { askWithdrawal, showCard, showCorrespondence } from './my-appeals/card.js';
import { numberNotFound } from './my-appeals/list.js';
import { pressRating } from './rating.js';
import type { Scene } from './scene.js';
import { choicesOf, dataOf } from './screen.js';
import { ask } from './screens.js';
import { stay, type Turn, withNotes } from './turn.js';
import { pressWelcome } from './welcome.js';

type AppealAction = (scene: Scene, number: string) => Turn;

/** Buttons of messages that live on in the chat: they work however far the dialogue has moved. */
const APPEAL_ACTIONS: Readonly<Record<string, AppealAction>> = {
  card: showCard,
  'card-add': askAddition,
  'card-talk': showCorrespondence,
  'card-withdraw': askWithdrawal,
  'write-more': askAddition,
  ...Object.fromEntries(
    RATINGS.map((rating): [string, AppealAction] => [
      `rate-${rating}`,
      (scene, number) => pressRating(scene, rating, number),
    ]),
  ),
};

/** A pressed button. One that belongs to an earlier question is answered with the question that is open now (E8). */
export function press(scene: Scene, data: string): Turn {
  const { below } = scene.state;
  return (
    offeredTurn(scene, data) ??
    (below && offeredTurn({ ...scene, screen: below }, data)) ??
    lastingTurn(scene, data) ??
    withNotes(stay(scene), [scene.say('error.oldButton')])
  );
}

function offeredTurn(scene: Scene, data: string): Turn | undefined {
  return choicesOf(ask(scene))
    .find((offered) => dataOf(scene, offered) === data)
    ?.lead();
}

function lastingTurn(scene: Scene, data: string): Turn | undefined {
  const [verb = '', argument = ''] = data.split(':');
  if (verb === 'menu') return pressMenu(scene, argument);
  if (verb === 'comment') return pressComment(scene);
  if (verb === 'less') return pressLess(scene, argument);
  if (verb === 'welcome') return pressWelcome(scene, argument);
  const act = Object.hasOwn(APPEAL_ACTIONS, verb) ? APPEAL_ACTIONS[verb] : undefined;
  return act && aboutAppeal(scene, argument, act);
}

/** The number comes from outside: only an appeal of this person is acted on. */
function aboutAppeal(scene: Scene, argument: string, act: AppealAction): Turn {
  const typed = parseAppealNumber(argument);
  const appeal = typed && scene.context.appeals.find(({ number }) => isSameNumber(typed, number));
  return appeal ? act(scene, appeal.number) : numberNotFound(scene, argument);
}
