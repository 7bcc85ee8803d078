import type { FoundStreet } from '../../../domain/streets.js';
import type { Scene } from '../scene.js';
import { choice, type ScreenDefinition } from '../screen.js';
import type { AppealForm } from '../state.js';
import { answered, streetOf } from './form.js';
import { advance, formOf, formService, goToStep } from './progress.js';

/** A3a, the address is of a street in the register: is it this one, by its name of today? */
export const streetFound: ScreenDefinition<'street-found'> = {
  choiceOnly: true,
  ask(scene) {
    const { say } = scene;
    const form = formOf(scene);
    const found = streetOf(form, scene.context);
    return {
      text: found ? question(scene, found) : say('place.address'),
      choices: [
        choice('yes', say('common.yes'), () => advance(scene, withAddress(form, found?.address))),
        choice('rewrite', say('place.rewrite'), () =>
          goToStep(scene, { ...form, place: { ...form.place, address: undefined } }, 'address'),
        ),
        choice('keep', say('place.asWritten'), () => advance(scene, answered(form, 'street'))),
      ],
      service: formService(scene),
    };
  },
};

function question({ say }: Scene, { address, formerName }: FoundStreet): string {
  return formerName === undefined
    ? say('place.found', { address })
    : say('place.foundRenamed', { address, formerName });
}

function withAddress(form: AppealForm, address: string | undefined): AppealForm {
  const known = answered(form, 'street');
  return address === undefined ? known : { ...known, place: { ...form.place, address } };
}
