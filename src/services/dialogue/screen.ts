import type { Attachment } from '../../domain/content.js';
import type { Button, ButtonAction, Keyboard } from '../../domain/keyboard.js';
import type { Piece } from './piece.js';
import type { Scene } from './scene.js';
import { isFormStep, type ScreenId } from './state.js';
import { goTo, type Turn } from './turn.js';

/** One answer that a question offers: pressed, or typed as its label. */
export interface Choice {
  /** Within the screen; ASCII */
  readonly id: string;
  /** At most 32 characters */
  readonly label: string;
  readonly lead: () => Turn;
  /** Button data of its own, that `press.ts` knows: the button works after the dialogue has moved on */
  readonly lastingData?: string | undefined;
  /** The messenger itself asks for the place, or for the telephone number */
  readonly asks?: 'location' | 'phone' | undefined;
  /** The button opens this page */
  readonly url?: string | undefined;
}

/** A question as it is asked now. */
export interface Question {
  readonly text: string;
  /** Sent with the text */
  readonly files?: readonly Attachment[] | undefined;
  /** One per row */
  readonly choices: readonly Choice[];
  /** Together in the last row: `Назад` · `Скасувати` */
  readonly service?: readonly Choice[] | undefined;
}

/** One screen of the dialogue. */
export interface ScreenDefinition<Id extends ScreenId = ScreenId> {
  /** The question and where each answer leads. Pure, and asked again whenever it must be shown or matched. */
  ask(scene: Scene<Id>): Question;
  /** Takes anything that is not one of the choices; a screen without it offers to make an appeal of it. */
  write?(scene: Scene<Id>, piece: Piece): Turn;
  /** Only its choices make sense here: a stray word is answered with "choose one of the buttons" */
  readonly choiceOnly?: boolean;
  /** A message that lives on in the chat, with buttons of its own (`placement: 'message'`) */
  readonly card?: boolean;
}

/** A choice of the question. */
export function choice(id: string, label: string, lead: () => Turn): Choice {
  return { id, label, lead };
}

/** A choice whose button works at any time later: `press.ts` knows the verb. */
export function lastingChoice(verb: string, argument: string, label: string, lead: () => Turn): Choice {
  const data = argument ? `${verb}:${argument}` : verb;
  return { id: data, label, lead, lastingData: data };
}

/** `Меню`, the last button of every screen that is not part of the form. */
export function menuChoice(scene: Scene): Choice {
  return lastingChoice('menu', '', scene.say('common.menu'), () => goTo(scene, { id: 'menu' }));
}

/** All choices in the order they are shown. */
export function choicesOf(question: Question): readonly Choice[] {
  return [...question.choices, ...(question.service ?? [])];
}

/** Button data of a choice: ASCII, at most 64 bytes; in a form it carries the form's id, so that it ages. */
export function dataOf(scene: Scene, { id, lastingData }: Choice): string {
  if (lastingData !== undefined) return lastingData;
  const { form } = scene.state;
  const ages = form && (isFormStep(scene.screen.id) || scene.screen.id === 'keep-form');
  return ages ? `${scene.screen.id}:${id}:${form.id}` : `${scene.screen.id}:${id}`;
}

/** The keyboard of a question: choices one per row, then the service row. */
export function keyboardOf(scene: Scene, question: Question, placement: Keyboard['placement']): Keyboard {
  const button = (offered: Choice): Button => ({ label: offered.label, action: actionOf(scene, offered) });
  const rows = question.choices.map((offered) => [button(offered)]);
  return { placement, rows: question.service ? [...rows, question.service.map(button)] : rows };
}

function actionOf(scene: Scene, offered: Choice): ButtonAction {
  if (offered.url !== undefined) return { kind: 'url', url: offered.url };
  if (offered.asks !== undefined) return { kind: `request-${offered.asks}` };
  return { kind: 'command', data: dataOf(scene, offered) };
}
