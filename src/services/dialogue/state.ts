import { z } from 'zod';
import { APPEAL_CATEGORIES, APPEAL_DOORS, RATINGS } from '../../domain/appeal.js';
import { ACT_ISSUERS } from '../../domain/publication.js';
import { topicSchema } from '../topics/input.js';

/** Steps of writing an appeal, in the order of the questions. */
export const FORM_STEPS = [
  'describe',
  'danger',
  'category',
  'place',
  'address',
  'street-found',
  'place-outside',
  'files',
  'faq',
  'door',
  'known-applicant',
  'applicant-name',
  'no-patronymic',
  'residence',
  'review',
  'correct',
] as const;
export type FormStep = (typeof FORM_STEPS)[number];

const PLAIN_SCREENS = [
  ...FORM_STEPS,
  'welcome-back',
  'menu',
  'offer-appeal',
  'keep-form',
  'stopped',
  'settings',
  'delivery-mode',
  'language',
  'my-data',
  'erase-data',
  'help',
  'call-back',
  'data-copy',
  'which-consent',
  'edit-data',
  'edit-applicant-name',
  'edit-residence',
  'edit-profile-name',
] as const;

const topics = z.array(topicSchema).readonly();
const number = z.string();
const page = z.int().nonnegative();

/** A draft act under discussion, as it was when the person came to it */
const draftActSchema = z.object({
  /** Of its publication */
  id: z.string(),
  title: z.string(),
  issuer: z.enum(ACT_ISSUERS),
  /** Last calendar day on which comments are taken, `YYYY-MM-DD` */
  discussionUntil: z.string(),
  url: z.string().optional(),
});

/** What a form is for when it is no appeal */
const purposeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('information-request') }),
  z.object({ kind: z.literal('draft-comment'), draft: draftActSchema }),
]);

/** What a deep link asked for, until consent is answered */
const intent = {
  topic: topicSchema.optional(),
  thenAppeal: z.boolean().optional(),
  draft: draftActSchema.optional(),
};

const placeSchema = z.object({
  address: z.string().optional(),
  point: z.object({ latitude: z.number(), longitude: z.number() }).optional(),
});

/** The question that is open, with what it needs to be asked again. */
const screenSchema = z.discriminatedUnion('id', [
  z.object({ id: z.enum(PLAIN_SCREENS) }),
  z.object({ id: z.enum(['welcome', 'data-details']), ...intent }),
  z.object({ id: z.literal('topics'), preselected: topics }),
  z.object({ id: z.literal('less'), topic: topicSchema.optional() }),
  z.object({ id: z.literal('topic-choice'), chosen: topics, page: page.optional() }),
  z.object({ id: z.literal('topics-chosen'), chosen: topics }),
  z.object({
    id: z.enum(['offer-addition', 'addition', 'appeal-card', 'correspondence', 'withdraw', 'rate']),
    number,
  }),
  z.object({ id: z.enum(['what-remains', 'change-rating']), number, rating: z.enum(RATINGS) }),
  z.object({ id: z.enum(['my-appeals', 'which-appeal', 'news']), page }),
  z.object({ id: z.literal('accepted'), place: placeSchema.optional(), purpose: purposeSchema.optional() }),
  z.object({ id: z.literal('unfinished'), wanted: purposeSchema.optional() }),
  z.object({ id: z.literal('draft'), draft: draftActSchema }),
]);

const fileSchema = z.object({
  fileId: z.string(),
  kind: z.enum(['photo', 'voice', 'audio', 'video', 'document']),
  name: z.string(),
  contentType: z.string(),
  sizeBytes: z.number(),
  durationSeconds: z.number().optional(),
});

const time = z.iso.datetime();

const formSchema = z.object({
  /** Stands in the data of its buttons, so that a button of an earlier form is recognised as old */
  id: z.string(),
  startedAt: time,
  /** Time of the last step: a form is kept for 7 days after it */
  savedAt: time,
  /** The question to go on from */
  step: z.enum(FORM_STEPS),
  /** Questions passed on the way, for `Назад` */
  path: z.array(z.enum(FORM_STEPS)).readonly(),
  purpose: purposeSchema.optional(),
  texts: z.array(z.object({ messageId: z.string(), text: z.string() })).readonly(),
  files: z.array(z.object({ messageId: z.string(), file: fileSchema })).readonly(),
  category: z.enum(APPEAL_CATEGORIES).optional(),
  place: placeSchema.optional(),
  door: z.enum(APPEAL_DOORS).optional(),
  fullName: z.string().optional(),
  residence: z.string().optional(),
  /** Questions answered with "nothing": not asked again */
  answered: z.array(z.enum(['danger', 'place', 'place-outside', 'street', 'files', 'faq'])).readonly(),
  /** The next piece of this kind replaces those before it: the person came to correct them */
  rewriting: z.enum(['text', 'files']).optional(),
});

const stateSchema = z.object({
  version: z.literal(1),
  screen: screenSchema,
  /** The question whose keyboard still lies at the bottom (Telegram) while a card with its own buttons is shown */
  below: screenSchema.optional(),
  /** A form was left open for a side trip (rating an answer): its question is asked again afterwards */
  formInterrupted: z.boolean(),
  /** The unfinished appeal */
  form: formSchema.optional(),
  /** What came outside a form, until the person says what to do with it */
  kept: formSchema.optional(),
  /** The label that was pressed or typed last, to tell a double press */
  pressed: z.object({ label: z.string(), at: time }).optional(),
  /** Answers that were none of the choices, in a row */
  misses: z.number(),
  /** The current minute of counting pieces */
  flood: z.object({ since: time, count: z.number(), told: z.boolean() }).optional(),
  /** The album whose pieces are arriving, and the appeal they are added to (else the form) */
  album: z.object({ id: z.string(), number: z.string().optional() }).optional(),
  /** Messages that became part of an appeal, for later edits; newest last. No number: the appeal of that moment */
  sent: z.array(z.object({ messageId: z.string(), at: time, number: z.string().optional() })).readonly(),
});

/** Where one person stands in the dialogue: plain JSON, kept between events. */
export type DialogueState = z.infer<typeof stateSchema>;
export type Screen = z.infer<typeof screenSchema>;
export type ScreenId = Screen['id'];
export type ScreenOf<Id extends ScreenId> = Screen & { id: Id };
export type AppealForm = z.infer<typeof formSchema>;
export type DraftAct = z.infer<typeof draftActSchema>;
export type FormPurpose = z.infer<typeof purposeSchema>;

/** The state of somebody who has just opened the chat. */
export const initialState: DialogueState = {
  version: 1,
  screen: { id: 'welcome' },
  formInterrupted: false,
  misses: 0,
  sent: [],
};

/** Reads a stored state; what is absent, broken or of an older version begins anew. */
export function parseState(stored: unknown): DialogueState {
  const result = stateSchema.safeParse(stored);
  return result.success ? result.data : initialState;
}

/** Whether the screen is a question of the appeal form. */
export function isFormStep(id: ScreenId): id is FormStep {
  return (FORM_STEPS as readonly string[]).includes(id);
}
