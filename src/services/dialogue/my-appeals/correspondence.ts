import { clock, shortDate } from '../dates.js';
import { cut } from '../excerpt.js';
import type { AppealView } from '../ports.js';
import { appealOf, type Scene, sayAbout } from '../scene.js';
import { choice, menuChoice, type ScreenDefinition } from '../screen.js';
import { showCard } from './card.js';

const SHOWN_MESSAGES = 20;
const SHOWN_TEXT_LENGTH = 1500;

/** P2 «Усе листування»: the last messages in order. */
export const correspondence: ScreenDefinition<'correspondence'> = {
  card: true,
  ask(scene) {
    const { number } = scene.screen;
    const messages = (appealOf(scene, number)?.correspondence ?? []).slice(-SHOWN_MESSAGES);
    const heading = sayAbout(scene, number, 'correspondence.heading');
    return {
      text: [heading, ...messages.map((message) => messageText(scene, message))].join('\n\n'),
      choices: [choice('back', scene.say('common.back'), () => showCard(scene, number)), menuChoice(scene)],
    };
  },
};

function messageText(scene: Scene, message: AppealView['correspondence'][number]): string {
  const { from, at, text, fileCount } = message;
  const heading = scene.say(`correspondence.${from}`, { date: shortDate(scene, at), time: clock(scene, at) });
  const files = fileCount > 0 ? scene.say('files.count', { count: fileCount }) : '';
  return [heading, cut(text, SHOWN_TEXT_LENGTH), files].filter(Boolean).join('\n');
}
