import { kindOfNumber } from '../../../domain/appeal-number.js';
import { atTime, fullDate, shortDate } from '../dates.js';
import { showCard } from '../my-appeals/card.js';
import type { AppealView } from '../ports.js';
import { type Scene, sayAbout } from '../scene.js';
import { type Choice, choice, menuChoice, type ScreenDefinition } from '../screen.js';
import { startForm } from './open.js';
import { lateCommentNote } from './purpose.js';

/** K1–K3: the appeal is stored and has its number; K4 when there is none. */
export const accepted: ScreenDefinition<'accepted'> = {
  ask(scene) {
    const { submitted, say } = scene;
    if (!submitted) {
      return {
        text: say('accepted.notStored', { phone: scene.context.organisation.phone }),
        choices: [menuChoice(scene)],
      };
    }
    return {
      text: acknowledgement(scene, submitted),
      choices: [
        choice('mine', sayAbout(scene, submitted.number, 'accepted.mine'), () =>
          showCard(scene, submitted.number),
        ),
        ...nearbyChoice(scene),
        menuChoice(scene),
      ],
    };
  },
};

/** Another one of the same street: what has no place has none nearby. */
function nearbyChoice(scene: Scene<'accepted'>): Choice[] {
  const { place, purpose } = scene.screen;
  if (purpose) return [];
  return [choice('nearby', scene.say('accepted.nearby'), () => startForm(scene, { place }))];
}

function acknowledgement(scene: Scene<'accepted'>, appeal: AppealView): string {
  const { number, receivedAt, registeredAt, dueAt } = appeal;
  const received = fullDate(scene, receivedAt);
  if (appeal.isLookedAt)
    return scene.say('accepted.received', { date: received, time: atTime(scene, receivedAt), number });
  const kind = kindOfNumber(number);
  if (kind === 'draft-comment')
    return [
      scene.say('accepted.comment', { date: received, number }),
      ...lateCommentNote(scene, scene.screen.purpose),
    ].join('\n\n');
  if (!dueAt) return scene.say('accepted.anonymous', { date: received, number });
  const isRequest = kind === 'information-request';
  const due = fullDate(scene, dueAt);
  if (!appeal.registeredLater) {
    return scene.say(isRequest ? 'accepted.nowRequest' : 'accepted.now', {
      number,
      date: fullDate(scene, registeredAt),
      due,
    });
  }
  const registered = shortDate(scene, registeredAt);
  return scene.say(isRequest ? 'accepted.laterRequest' : 'accepted.later', {
    date: received,
    time: atTime(scene, receivedAt),
    number,
    registered,
    due,
  });
}
