import { choice, menuChoice, type ScreenDefinition } from './screen.js';
import { stay } from './turn.js';

/** H1: address, hours, phone, how to write, emergency services. */
export const help: ScreenDefinition<'help'> = {
  ask(scene) {
    const { say } = scene;
    const { address, officeHours, lunchBreak, phone } = scene.context.organisation;
    return {
      text: say('help.text', { address, officeHours, lunchBreak, phone }),
      choices: [
        choice('how', say('help.howToApply'), () => stay(scene, { notes: [say('help.howToApplyText')] })),
        choice('emergency', say('help.emergency'), () => stay(scene, { notes: [say('help.emergencyText')] })),
        menuChoice(scene),
      ],
    };
  },
};
