import type { OutgoingContent } from '../../domain/content.js';
import { isExpired } from './appeal-form/form.js';
import { arrive } from './arrival.js';
import { takeEdited } from './edited.js';
import { countPiece, isFlooding, keepThroughFlood } from './flood.js';
import { pieceOf } from './piece.js';
import type { DialogueContext, DialogueEffect, DialogueEvent, DialogueStep, EffectResults } from './ports.js';
import { press } from './press.js';
import { isInstruction, receive } from './receive.js';
import { type Scene, sceneOf } from './scene.js';
import { definitionOf, questionContent } from './screens.js';
import { type DialogueState, isFormStep } from './state.js';
import { silently, stay, type Turn } from './turn.js';

type MessageEvent = Extract<DialogueEvent, { kind: 'message' }>;
type ButtonEvent = Extract<DialogueEvent, { kind: 'button' }>;

/**
 * One step of the dialogue, the same for every messenger. Pure: the same event, state and context always give
 * the same effects, replies and state, so a repeated step repeats nothing in the world.
 */
export function step(event: DialogueEvent, state: DialogueState, context: DialogueContext): DialogueStep {
  const current = withoutExpired(state, context.now);
  const scene = sceneOf(current, context, { submitted: context.appeals[0] });
  const turn = turnOf(event, scene);
  const next = { ...turn, effects: [...returnEffects(event, context), ...turn.effects] };
  return {
    effects: next.effects,
    state: withoutUndefined({ ...next.state, below: keyboardBelow(scene, next) }),
    replies: (results) => repliesOf(next, context, results),
  };
}

/** The open question again, as content: for whoever interrupted it with another message. */
export function openQuestion(state: DialogueState, context: DialogueContext): OutgoingContent {
  return questionContent(sceneOf(state, context, { submitted: context.appeals[0] }));
}

function turnOf(event: DialogueEvent, scene: Scene): Turn {
  switch (event.kind) {
    case 'unsubscribed':
      return silently(scene, { effects: [{ kind: 'becomeUnreachable' }] });
    case 'subscribed':
      return arrive(scene, event);
    case 'button':
    case 'message':
      return pacedTurn(event, withCountedPiece(scene));
  }
}

function pacedTurn(event: ButtonEvent | MessageEvent, scene: Scene): Turn {
  if (event.kind === 'message') return messageTurn(withSharedPhone(event, scene), scene);
  return isFlooding(scene.state, scene.context)
    ? keepThroughFlood(scene, undefined)
    : press(scene, event.data);
}

function messageTurn(event: MessageEvent, scene: Scene): Turn {
  const { piece, failures } = pieceOf(event, scene.say);
  if (event.edited) return quietInFlood(takeEdited(scene, piece.messageId, piece.text), scene.context);
  if (isFlooding(scene.state, scene.context))
    return keepThroughFlood(scene, isInstruction(scene, piece) ? undefined : piece);
  const unreadable = event.unreadable === 'sticker' ? 'error.sticker' : 'error.unreadable';
  const silentPiece = piece.text === '' && !piece.place && event.files.length === 0;
  return silentPiece ? stay(scene, { notes: [scene.say(unreadable)] }) : receive(scene, piece, failures);
}

/** A shared contact is an answer only where the number is asked for. */
function withSharedPhone(event: MessageEvent, { screen }: Scene): MessageEvent {
  const isAsked = event.phone !== undefined && screen.id === 'call-back';
  return isAsked ? { ...event, text: event.phone, unreadable: undefined } : event;
}

function quietInFlood(turn: Turn, context: DialogueContext): Turn {
  return isFlooding(turn.state, context) ? { ...turn, notes: [], shows: 'nothing' } : turn;
}

function withCountedPiece(scene: Scene): Scene {
  return { ...scene, state: countPiece(scene.state, scene.context.now) };
}

/** Whoever writes to us can be reached again. */
function returnEffects(event: DialogueEvent, { person }: DialogueContext): readonly DialogueEffect[] {
  const back = person.status === 'unreachable' && event.kind !== 'unsubscribed';
  return back ? [{ kind: 'becomeReachable' }] : [];
}

/** A card leaves the bottom keyboard of the question before it on the phone (Telegram). */
function keyboardBelow(before: Scene, turn: Turn): DialogueState['below'] {
  const isCard = (screen: DialogueState['screen']) => definitionOf({ ...before, screen }).card === true;
  if (!isCard(turn.state.screen)) return undefined;
  return isCard(before.screen) ? before.state.below : before.screen;
}

/** Plain JSON: a database would bring `undefined` back as null. */
function withoutUndefined(state: DialogueState): DialogueState {
  return JSON.parse(JSON.stringify(state));
}

/** Unfinished appeals are kept for 7 days after the last step. */
function withoutExpired(state: DialogueState, now: Date): DialogueState {
  const form = state.form && isExpired(state.form, now) ? undefined : state.form;
  const kept = state.kept && isExpired(state.kept, now) ? undefined : state.kept;
  const { id } = state.screen;
  const lostForm = !form && (isFormStep(id) || id === 'keep-form' || id === 'unfinished');
  const lostKept = !kept && (id === 'offer-appeal' || id === 'offer-addition' || id === 'which-appeal');
  return { ...state, form, kept, screen: lostForm || lostKept ? { id: 'menu' } : state.screen };
}

function repliesOf(
  turn: Turn,
  context: DialogueContext,
  { submitted, copy }: EffectResults,
): readonly OutgoingContent[] {
  if (turn.shows === 'nothing') return [];
  const submitting = turn.effects.some((effect) => effect.kind === 'submitAppeal');
  return [contentOf(turn, context, { submitted: submitting ? submitted : context.appeals[0], copy })];
}

function contentOf(turn: Turn, context: DialogueContext, results: EffectResults): OutgoingContent {
  const scene = sceneOf(turn.state, context, { locale: turn.locale, ...results });
  return questionContent(scene, (question) =>
    [...turn.notes, ...(turn.shows === 'question' ? [question] : [])].join('\n\n'),
  );
}
