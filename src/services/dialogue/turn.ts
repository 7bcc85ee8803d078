import type { Locale } from '../../domain/locale.js';
import type { DialogueEffect } from './ports.js';
import type { Scene } from './scene.js';
import { type AppealForm, type DialogueState, isFormStep, type Screen } from './state.js';

/** What one event leads to, before it is put into words: the next state, effects, notes to say. */
export interface Turn {
  readonly state: DialogueState;
  readonly effects: readonly DialogueEffect[];
  /** Said first, a paragraph each */
  readonly notes: readonly string[];
  /** After the notes: the open question, only its buttons, or (then no notes either) nothing at all */
  readonly shows: 'question' | 'buttons' | 'nothing';
  /** The language from now on, when it changes */
  readonly locale?: Locale | undefined;
}

interface TurnDetails {
  readonly notes?: readonly string[];
  readonly effects?: readonly DialogueEffect[];
  readonly state?: Partial<DialogueState>;
}

/** Opens a screen. Notes before the menu stand alone: its buttons say the rest. */
export function goTo(scene: Scene, screen: Screen, details: TurnDetails = {}): Turn {
  const state: DialogueState = { ...scene.state, ...details.state, screen, misses: 0 };
  const interrupted =
    !isFormStep(screen.id) &&
    screen.id !== 'menu' &&
    (isFormStep(scene.state.screen.id) || scene.state.formInterrupted);
  return {
    state: { ...state, formInterrupted: interrupted, form: formAt(state.form, screen, scene.context.now) },
    effects: details.effects ?? [],
    notes: details.notes ?? [],
    shows: details.notes?.length && screen.id === 'menu' ? 'buttons' : 'question',
  };
}

/** Stays where we are: says the notes above the same buttons, or asks the question again when there are none. */
export function stay(scene: Scene, details: TurnDetails = {}): Turn {
  return {
    state: { ...scene.state, ...details.state },
    effects: details.effects ?? [],
    notes: details.notes ?? [],
    shows: details.notes?.length ? 'buttons' : 'question',
  };
}

/** Takes note and says nothing: only for what the person does not wait on (an album's later pieces, a flood). */
export function silently(scene: Scene, details: Omit<TurnDetails, 'notes'> = {}): Turn {
  return { ...stay(scene, details), shows: 'nothing' };
}

/** Ends a side trip: back to the open form's question, else to the menu. */
export function goHome(scene: Scene, details: TurnDetails = {}): Turn {
  const { form, formInterrupted, screen } = scene.state;
  const inForm = formInterrupted || isFormStep(screen.id);
  return goTo(scene, { id: form && inForm ? form.step : 'menu' }, details);
}

/** The turn with further notes said before its own. */
export function withNotes(turn: Turn, notes: readonly string[]): Turn {
  if (notes.length === 0) return turn;
  return {
    ...turn,
    notes: [...notes, ...turn.notes],
    shows: turn.shows === 'nothing' ? 'buttons' : turn.shows,
  };
}

function formAt(form: AppealForm | undefined, screen: Screen, now: Date): AppealForm | undefined {
  if (!form || !isFormStep(screen.id)) return form;
  return { ...form, step: screen.id, savedAt: now.toISOString() };
}
