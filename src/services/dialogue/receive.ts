import { RATINGS } from '../../domain/appeal.js';
import { continueAlbum, rememberAlbum } from './album.js';
import { keepBeside } from './appeal-form/keep-beside.js';
import { labelTurn } from './double-press.js';
import { isEditing } from './edit-data.js';
import { normalLabel, typedChoice } from './labels.js';
import { addPieceToAppeal, answerQuestion } from './my-appeals/addition.js';
import { openTypedNumber } from './my-appeals/list.js';
import { offerPiece } from './offers.js';
import { isEmptyPiece, isTextOnly, type Piece } from './piece.js';
import { pressRating } from './rating.js';
import type { Scene } from './scene.js';
import { definitionOf } from './screens.js';
import { isFormStep, type ScreenId } from './state.js';
import { goHome, stay, type Turn, withNotes } from './turn.js';
import { looksLikeCommand, runCommandWord, runSlashCommand } from './typed-commands.js';

const THANKS = new Set(
  'дякую,дякуємо,щиро дякую,дуже дякую,спасибі,ок,окей,добре,гаразд,зрозуміло,thanks,thank you,ok,👍,🙏'.split(
    ',',
  ),
);

/** Screens that ask nothing: here thanks are thanks, elsewhere they might be meant as a yes. */
const AT_REST: ReadonlySet<ScreenId> = new Set([
  'menu',
  'accepted',
  'topics-chosen',
  'stopped',
  'help',
  'news',
  'my-data',
  'my-appeals',
  'appeal-card',
  'correspondence',
]);

/** More words than this are taken for content even where a choice was expected. */
const STRAY_WORDS = 2;

/** A message: a command, an answer typed as its label, or something to keep. */
export function receive(scene: Scene, piece: Piece, failures: readonly string[]): Turn {
  if (isEmptyPiece(piece)) return stay(scene, { notes: failures });
  const spoken = isTextOnly(piece) ? spokenTurn(scene, piece.text) : undefined;
  const turn = spoken ?? continueAlbum(scene, piece) ?? rememberAlbum(contentTurn(scene, piece), piece);
  return withNotes(turn, failures);
}

/** Whether the message is an instruction to us rather than something to keep. */
export function isInstruction(scene: Scene, piece: Piece): boolean {
  return isTextOnly(piece) && (looksLikeCommand(piece.text) || typedChoice(scene, piece.text) !== undefined);
}

/** Words that are an instruction to us. Where the person is writing, only that screen's own labels are. */
function spokenTurn(scene: Scene, text: string): Turn | undefined {
  const command = runSlashCommand(scene, text) ?? labelTurn(scene, text);
  if (command) return command;
  const thanks = isThanks(text);
  if (thanks && (scene.context.repliedAppealNumber || AT_REST.has(scene.screen.id))) {
    return goHome(scene, { notes: [scene.say('error.thanks')] });
  }
  if (isWriting(scene)) return undefined;
  if (thanks) return miss(scene);
  if (looksLikeCommand(text)) return miss(scene);
  return runCommandWord(scene, text) ?? openTypedNumber(scene, text) ?? typedRating(scene, text);
}

function contentTurn(scene: Scene, piece: Piece): Turn {
  const { id } = scene.screen;
  const definition = definitionOf(scene);
  const number = scene.context.repliedAppealNumber;
  if (number && id !== 'addition' && id !== 'what-remains') return addPieceToAppeal(scene, number, piece);
  const asked = isFormStep(id) ? undefined : askedAbout(scene);
  if (asked && (!definition.write || id === 'offer-addition')) return answerQuestion(scene, asked, piece);
  if (definition.write) return definition.write(scene, piece);
  if (definition.choiceOnly && isTextOnly(piece) && isStray(scene, piece.text)) return miss(scene);
  return isFormStep(id) ? keepBeside(scene, piece) : offerPiece(scene, piece);
}

/** S6: the one appeal whose question of staff waits for an answer; of several the person is asked which. */
function askedAbout({ context }: Scene): string | undefined {
  const [asked, ...others] = context.appeals.filter(({ status }) => status === 'needs-details');
  return others.length === 0 ? asked?.number : undefined;
}

function isWriting({ screen: { id } }: Scene): boolean {
  return isFormStep(id) || id === 'keep-form' || id === 'addition' || id === 'what-remains' || isEditing(id);
}

function isStray({ screen: { id } }: Scene, text: string): boolean {
  return isFormStep(id) || text.split(/\s+/u).length <= STRAY_WORDS;
}

function isThanks(text: string): boolean {
  return THANKS.has(normalLabel(text).replace(/!+$/u, ''));
}

/** «Так» typed under an answer that has not been rated. */
function typedRating(scene: Scene, text: string): Turn | undefined {
  const rating = RATINGS.find((known) => normalLabel(scene.say(`rating.${known}`)) === normalLabel(text));
  const { appeals, repliedAppealNumber } = scene.context;
  // «Так» may be what staff asked for.
  if (!repliedAppealNumber && askedAbout(scene)) return undefined;
  const number = repliedAppealNumber ?? appeals.find((appeal) => appeal.answeredAt && !appeal.rating)?.number;
  return rating && number ? pressRating(scene, rating, number) : undefined;
}

/** E9: a choice was expected; the second time the phone is given. */
function miss(scene: Scene): Turn {
  const { misses } = scene.state;
  const { phone } = scene.context.organisation;
  const note = misses === 0 ? scene.say('error.choose') : scene.say('error.chooseAgain', { phone });
  return stay(scene, { notes: [note], state: { misses: misses + 1 } });
}
