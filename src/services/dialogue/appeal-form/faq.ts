import type { FaqCard } from '../../../domain/faq.js';
import type { Scene } from '../scene.js';
import { choice, type ScreenDefinition } from '../screen.js';
import { goTo, type Turn } from '../turn.js';
import { answered, faqOf } from './form.js';
import { advance, cancelChoice, formOf } from './progress.js';

/** Before A5: a ready answer that may make the appeal unnecessary. */
export const faq: ScreenDefinition<'faq'> = {
  choiceOnly: true,
  ask(scene) {
    const { say } = scene;
    const card = faqOf(formOf(scene), scene.context);
    return {
      text: say('faq.question', { title: card?.title ?? '', text: card?.text ?? '' }),
      choices: [
        choice('helped', say('faq.helped'), () => closeHelped(scene, card)),
        choice('submit', say('faq.submit'), () => goOn(scene, card)),
      ],
      service: [cancelChoice(scene)],
    };
  },
};

/** Nothing is sent: the person says that it is not needed any more. */
function closeHelped(scene: Scene, card: FaqCard | undefined): Turn {
  return goTo(
    scene,
    { id: 'menu' },
    {
      notes: [scene.say('faq.done')],
      state: { form: undefined },
      effects: card ? [{ kind: 'countFaq', cardId: card.id, outcome: 'helped' }] : [],
    },
  );
}

function goOn(scene: Scene, card: FaqCard | undefined): Turn {
  const turn = advance(scene, answered(formOf(scene), 'faq'));
  return card ? { ...turn, effects: [{ kind: 'countFaq', cardId: card.id, outcome: 'submitted' }] } : turn;
}
