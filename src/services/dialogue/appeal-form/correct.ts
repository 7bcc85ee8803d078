import type { Scene } from '../scene.js';
import { type Choice, choice, type ScreenDefinition } from '../screen.js';
import type { AppealForm, FormStep } from '../state.js';
import { formOf, formService, goToStep } from './progress.js';

/** A9: what to correct. New text and new photos take the place of the old; each question returns to the review. */
export const correct: ScreenDefinition<'correct'> = {
  choiceOnly: true,
  ask(scene) {
    const { say } = scene;
    const { purpose, door } = formOf(scene);
    const named = door !== 'anonymous';
    return {
      text: say('correct.question'),
      choices: [
        correcting(scene, 'describe', say('correct.text'), { rewriting: 'text' }),
        ...(purpose ? [] : [correcting(scene, 'category', say('correct.category'))]),
        ...(purpose ? [] : [correcting(scene, 'place', say('correct.place'))]),
        correcting(scene, 'files', say('correct.files'), { rewriting: 'files' }),
        ...(purpose ? [] : [correcting(scene, 'door', say('correct.door'))]),
        ...(named ? [correcting(scene, 'applicant-name', say('correct.applicant'))] : []),
      ],
      service: formService(scene),
    };
  },
};

function correcting(scene: Scene, step: FormStep, label: string, change: Partial<AppealForm> = {}): Choice {
  return choice(step, label, () => goToStep(scene, { ...formOf(scene), ...change }, step));
}
