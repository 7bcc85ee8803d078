import type { Locale } from '../../domain/locale.js';
import type { AppealView, DialogueContext } from './ports.js';
import type { DialogueState, ScreenId, ScreenOf } from './state.js';
import { type Say, speaker } from './texts.js';

/** What a screen sees: its own parameters, the person's state, everything read for this step, and a voice. */
export interface Scene<Id extends ScreenId = ScreenId> {
  readonly screen: ScreenOf<Id>;
  readonly state: DialogueState;
  readonly context: DialogueContext;
  readonly locale: Locale;
  readonly say: Say;
  /** The appeal just stored; on repeating the acknowledgement, the person's newest */
  readonly submitted: AppealView | undefined;
}

/** Sets the scene for the state's open question. */
export function sceneOf(
  state: DialogueState,
  context: DialogueContext,
  options: { readonly locale?: Locale | undefined; readonly submitted?: AppealView | undefined } = {},
): Scene {
  const locale = options.locale ?? context.person.locale;
  return { screen: state.screen, state, context, locale, say: speaker(locale), submitted: options.submitted };
}

/** The same scene in another language: to recognise labels typed from an older keyboard. */
export function inLocale(scene: Scene, locale: Locale): Scene {
  return { ...scene, locale, say: speaker(locale) };
}

/** The person's appeal by its number. */
export function appealOf(scene: Scene, number: string): AppealView | undefined {
  return scene.context.appeals.find((appeal) => appeal.number === number);
}
