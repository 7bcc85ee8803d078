import type { AppealKind } from '../../domain/appeal.js';
import { kindOfNumber } from '../../domain/appeal-number.js';
import { withoutFinalDot } from '../../domain/appeal-subject.js';
import type { Locale } from '../../domain/locale.js';
import { excerpt } from './excerpt.js';
import type { AppealView, CopyGiven, DialogueContext } from './ports.js';
import type { DialogueState, ScreenId, ScreenOf } from './state.js';
import { type Say, speaker, type TextKey, type TextValues } from './texts.js';

const SUBJECT_LENGTH = 60;

/** What a screen sees: its own parameters, the person's state, everything read for this step, and a voice. */
export interface Scene<Id extends ScreenId = ScreenId> {
  readonly screen: ScreenOf<Id>;
  readonly state: DialogueState;
  readonly context: DialogueContext;
  readonly locale: Locale;
  readonly say: Say;
  /** The appeal just stored; on repeating the acknowledgement, the person's newest */
  readonly submitted: AppealView | undefined;
  /** How the copy of their data was just given */
  readonly copy: CopyGiven | undefined;
}

/** Sets the scene for the state's open question. */
export function sceneOf(
  state: DialogueState,
  context: DialogueContext,
  options: {
    readonly locale?: Locale | undefined;
    readonly submitted?: AppealView | undefined;
    readonly copy?: CopyGiven | undefined;
  } = {},
): Scene {
  const locale = options.locale ?? context.person.locale;
  const { submitted, copy } = options;
  return { screen: state.screen, state, context, locale, say: speaker(locale), submitted, copy };
}

/** The same scene in another language: to recognise labels typed from an older keyboard. */
export function inLocale(scene: Scene, locale: Locale): Scene {
  return { ...scene, locale, say: speaker(locale) };
}

/** The person's appeal by its number. */
export function appealOf(scene: Scene, number: string): AppealView | undefined {
  return scene.context.appeals.find((appeal) => appeal.number === number);
}

const WORDINGS = {
  appeal: '',
  signal: 'Signal',
  'information-request': 'Request',
  'draft-comment': 'Comment',
} as const satisfies Record<AppealKind, string>;
type Wording = (typeof WORDINGS)[AppealKind];

/** A text with a wording for each kind: by law an anonymous message, a request and a comment are no «звернення». */
type KindKey = { [Key in TextKey]: [`${Key}${Wording}`] extends [TextKey] ? Key : never }[TextKey];

/** Says a text about one appeal, or whatever else its number belongs to. */
export function sayAbout({ say }: Pick<Scene, 'say'>, number: string, key: KindKey, values: TextValues = {}) {
  return say(`${key}${WORDINGS[kindOfNumber(number)]}`, { number, ...values });
}

/** The first words of an appeal, as they stand in lists and brackets. */
export function subjectOf({ say }: Pick<Scene, 'say'>, appeal: Pick<AppealView, 'subject'> | undefined) {
  return withoutFinalDot(excerpt(appeal?.subject ?? '', SUBJECT_LENGTH)) || say('appeal.noText');
}
