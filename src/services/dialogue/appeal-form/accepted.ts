import { atTime, fullDate, shortDate } from '../dates.js';
import { showCard } from '../my-appeals/card.js';
import type { AppealView } from '../ports.js';
import type { Scene } from '../scene.js';
import { choice, menuChoice, type ScreenDefinition } from '../screen.js';
import { startForm } from './open.js';

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
        choice('mine', say('accepted.mine'), () => showCard(scene, submitted.number)),
        choice('nearby', say('accepted.nearby'), () => startForm(scene, scene.screen.place)),
        menuChoice(scene),
      ],
    };
  },
};

function acknowledgement(scene: Scene, appeal: AppealView): string {
  const { number, receivedAt, registeredAt, dueAt } = appeal;
  const received = fullDate(scene, receivedAt);
  if (!dueAt) return scene.say('accepted.anonymous', { date: received, number });
  const due = fullDate(scene, dueAt);
  if (!appeal.registeredLater) {
    return scene.say('accepted.now', { number, date: fullDate(scene, registeredAt), due });
  }
  const registered = shortDate(scene, registeredAt);
  return scene.say('accepted.later', {
    date: received,
    time: atTime(scene, receivedAt),
    number,
    registered,
    due,
  });
}
