import { typedPhone } from '../../domain/phone.js';
import { offerPiece } from './offers.js';
import { isTextOnly, type Piece } from './piece.js';
import type { Scene } from './scene.js';
import { choice, type ScreenDefinition } from './screen.js';
import { goTo, stay, type Turn } from './turn.js';

const MISTYPED_WORDS = 2;

/** H1 «Подзвоніть мені»: the number, by a button of the messenger or in digits. */
export const callBack: ScreenDefinition<'call-back'> = {
  ask(scene) {
    const { say } = scene;
    const { officeHours } = scene.context.organisation;
    return {
      text: say('call.question', { officeHours }),
      choices: [{ ...choice('share', say('call.share'), () => askDigits(scene)), asks: 'phone' }],
      service: [choice('back', say('common.back'), () => goTo(scene, { id: 'help' }))],
    };
  },
  write: takePhone,
};

function takePhone(scene: Scene, piece: Piece): Turn {
  const phone = typedPhone(piece.text);
  if (phone === undefined) return isMistyped(piece) ? askDigits(scene) : offerPiece(scene, piece);
  const { officeHours } = scene.context.organisation;
  return goTo(
    scene,
    { id: 'menu' },
    {
      notes: [scene.say('call.done', { phone, officeHours })],
      effects: [{ kind: 'requestCall', phone }],
    },
  );
}

/** A word or two in place of a number; a longer text is something the person wants to tell. */
function isMistyped(piece: Piece): boolean {
  return isTextOnly(piece) && piece.text.split(/\s+/u).length <= MISTYPED_WORDS;
}

/** Also where a computer, which cannot share a number, ends up. */
function askDigits(scene: Scene): Turn {
  return stay(scene, { notes: [scene.say('call.digits')] });
}
