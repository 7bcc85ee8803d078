import { RATINGS, type Rating } from '../../domain/appeal.js';
import { asciiAppealNumber } from '../../domain/appeal-number.js';
import { reviewDayOf } from '../../domain/terms/review.js';
import { shortDay } from './dates.js';
import { lowerFirst } from './lower-first.js';
import { askAddition, textWithPoint } from './my-appeals/addition.js';
import type { Piece } from './piece.js';
import type { DialogueEffect } from './ports.js';
import { appealOf, type Scene, sayAbout } from './scene.js';
import { type Choice, choice, lastingChoice, menuChoice, type ScreenDefinition } from './screen.js';
import { goHome, goTo, type Turn } from './turn.js';

/** «Так» · «Частково» · «Ні» · «Написати ще»: the buttons of an answer, which work whenever they are pressed. */
export function ratingChoices(scene: Scene, number: string): readonly Choice[] {
  const ascii = asciiAppealNumber(number);
  return [
    ...RATINGS.map((rating) =>
      lastingChoice(`rate-${rating}`, ascii, scene.say(`rating.${rating}`), () =>
        pressRating(scene, rating, number),
      ),
    ),
    lastingChoice('write-more', ascii, scene.say('rating.writeMore'), () => askAddition(scene, number)),
    menuChoice(scene),
  ];
}

/** A rating was pressed; the second time it is asked whether to change it. */
export function pressRating(scene: Scene, rating: Rating, number: string): Turn {
  const given = appealOf(scene, number)?.rating;
  return given === undefined
    ? rate(scene, rating, number)
    : goTo(scene, { id: 'change-rating', number, rating: given });
}

/** R5: it was rated before. */
export const changeRating: ScreenDefinition<'change-rating'> = {
  choiceOnly: true,
  ask(scene) {
    const { number, rating } = scene.screen;
    return {
      text: scene.say('rating.change', { rating: scene.say(`rating.${rating}`) }),
      choices: [
        choice('yes', scene.say('common.yes'), () => goTo(scene, { id: 'rate', number })),
        choice('no', scene.say('common.no'), () => goHome(scene)),
      ],
    };
  },
};

/** R1's buttons once more, to change the rating. */
export const rateAgain: ScreenDefinition<'rate'> = {
  choiceOnly: true,
  ask(scene) {
    const { number } = scene.screen;
    return {
      text: scene.say('rating.question'),
      choices: [
        ...RATINGS.map((rating) =>
          choice(rating, scene.say(`rating.${rating}`), () => rate(scene, rating, number)),
        ),
        menuChoice(scene),
      ],
    };
  },
};

/** R3: what is left to do. */
export const whatRemains: ScreenDefinition<'what-remains'> = {
  ask: (scene) => ({
    text: scene.say('rating.whatRemains'),
    choices: [choice('none', scene.say('rating.noComment'), () => passOn(scene, scene.screen.number))],
  }),
  write(scene, piece) {
    const { number, rating } = scene.screen;
    return { ...passOn(scene, number), effects: [commentEffect(scene, number, rating, piece)] };
  },
};

/** A comment with files is added as a message: the rating itself is stored already. */
function commentEffect(scene: Scene, number: string, rating: Rating, piece: Piece): DialogueEffect {
  const text = textWithPoint(scene, piece.text, piece.place);
  return piece.files.length > 0
    ? { kind: 'addToAppeal', number, text, files: piece.files }
    : { kind: 'rateAppeal', number, rating, comment: text };
}

/** The rating is stored at once; for what did not help, the comment may follow. */
function rate(scene: Scene, rating: Rating, number: string): Turn {
  const effects = [{ kind: 'rateAppeal', number, rating, comment: undefined }] as const;
  return rating === 'solved'
    ? goHome(scene, { notes: [sayAbout(scene, number, 'rating.thanks')], effects })
    : goTo(scene, { id: 'what-remains', number, rating }, { effects });
}

/** R4 */
function passOn(scene: Scene, number: string): Turn {
  const day = reviewDayOf(scene.context.now, scene.context.office);
  const department = lowerFirst(
    appealOf(scene, number)?.departmentName ?? scene.context.organisation.councilName,
  );
  return goHome(scene, { notes: [scene.say('rating.passedOn', { department, date: shortDay(scene, day) })] });
}
