import { openAppealForm } from './appeal-form/open.js';
import { choice, menuChoice, type ScreenDefinition } from './screen.js';
import { goTo, stay } from './turn.js';

/** H1: address, hours, phone, how to write or ask, emergency services, a call back. */
export const help: ScreenDefinition<'help'> = {
  ask(scene) {
    const { say } = scene;
    const { address, officeHours, lunchBreak, phone } = scene.context.organisation;
    return {
      text: say('help.text', { address, officeHours, lunchBreak, phone }),
      choices: [
        choice('how', say('help.howToApply'), () => stay(scene, { notes: [say('help.howToApplyText')] })),
        choice('request', say('help.request'), () => openAppealForm(scene, { kind: 'information-request' })),
        choice('emergency', say('help.emergency'), () => stay(scene, { notes: [say('help.emergencyText')] })),
        choice('call', say('help.callMe'), () => goTo(scene, { id: 'call-back' })),
        menuChoice(scene),
      ],
    };
  },
};
