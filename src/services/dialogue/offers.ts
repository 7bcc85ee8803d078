import { addPiece, answered, formText, newForm } from './appeal-form/form.js';
import { adoptKept } from './appeal-form/open.js';
import { isDangerous } from './appeal-form/recognise.js';
import { addToAppeal, textWithPoint } from './my-appeals/addition.js';
import type { Piece } from './piece.js';
import { pieceNotes } from './piece-notes.js';
import { appealOf, type Scene, sayAbout, subjectOf } from './scene.js';
import { choice, type Question, type ScreenDefinition } from './screen.js';
import { goTo, type Turn } from './turn.js';

/** F0: what came outside a form is kept; is it an appeal? */
export const offerAppeal: ScreenDefinition<'offer-appeal'> = {
  ask: (scene) => ({
    text: scene.say('offer.question'),
    choices: [
      choice('yes', scene.say('offer.yes'), () => adoptKept(scene, 'nextQuestion')),
      choice('more', scene.say('offer.addMore'), () => adoptKept(scene, 'describe')),
      choice('no', scene.say('offer.no'), () => decline(scene)),
    ],
  }),
  write: offerPiece,
};

/** F1: the same for a person with open appeals. */
export const offerAddition: ScreenDefinition<'offer-addition'> = {
  ask(scene) {
    const { number } = scene.screen;
    const others = scene.context.appeals.length > 1;
    return {
      text: sayAbout(scene, number, 'addition.offer', { subject: subjectOf(scene, appealOf(scene, number)) }),
      choices: [
        choice('yes', scene.say('addition.yes'), () => addKept(scene, number)),
        ...(others
          ? [choice('other', scene.say('addition.other'), () => goTo(scene, { id: 'which-appeal', page: 0 }))]
          : []),
        choice('new', scene.say('addition.new'), () => adoptKept(scene, 'nextQuestion')),
        choice('no', scene.say('offer.no'), () => decline(scene)),
      ],
    };
  },
  write: offerPiece,
};

const NUMBERS_PER_PAGE = 5;

/** F1 «Інше моє звернення»: which one. */
export const whichAppeal: ScreenDefinition<'which-appeal'> = {
  choiceOnly: true,
  ask(scene): Question {
    const { page } = scene.screen;
    const { appeals } = scene.context;
    const from = page * NUMBERS_PER_PAGE;
    const shown = appeals.slice(from, from + NUMBERS_PER_PAGE);
    const more = appeals.length > from + NUMBERS_PER_PAGE;
    return {
      text: [
        scene.say('addition.which'),
        ...shown.map((appeal) => `${appeal.number} · ${subjectOf(scene, appeal)}`),
      ].join('\n'),
      choices: shown.map(({ number }, index) =>
        choice(`${from + index}`, number, () => addKept(scene, number)),
      ),
      service: [
        ...(more
          ? [
              choice('more', scene.say('common.more'), () =>
                goTo(scene, { id: 'which-appeal', page: page + 1 }),
              ),
            ]
          : []),
        choice('no', scene.say('offer.no'), () => decline(scene)),
      ],
    };
  },
};

/** Keeps the piece and asks what to make of it. Emergency numbers come before any question. */
export function offerPiece(scene: Scene, piece: Piece): Turn {
  const { say, state, context } = scene;
  const added = addPiece(state.kept ?? newForm(context.now), piece, scene);
  const danger = isDangerous(formText(added.form)) && !added.form.answered.includes('danger');
  const kept = danger ? answered(added.form, 'danger') : added.form;
  const open = context.appeals.find((appeal) => appeal.open);
  return goTo(scene, open ? { id: 'offer-addition', number: open.number } : { id: 'offer-appeal' }, {
    notes: [...(danger ? [say('danger.warning')] : []), ...pieceNotes(piece, added.notes, say)],
    state: { kept },
  });
}

function addKept(scene: Scene, number: string): Turn {
  const kept = scene.state.kept ?? newForm(scene.context.now);
  const withoutKept = { ...scene, state: { ...scene.state, kept: undefined } };
  return addToAppeal(withoutKept, number, {
    text: textWithPoint(scene, formText(kept), kept.place?.point),
    files: kept.files.map(({ file }) => file),
    messageIds: [...kept.texts, ...kept.files].map(({ messageId }) => messageId),
  });
}

function decline(scene: Scene): Turn {
  return goTo(scene, { id: 'menu' }, { notes: [scene.say('offer.declined')], state: { kept: undefined } });
}
