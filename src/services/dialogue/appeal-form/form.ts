import type { AppealCategory, Applicant } from '../../../domain/appeal.js';
import { withoutFinalDot } from '../../../domain/appeal-subject.js';
import { type FaqCard, faqFor } from '../../../domain/faq.js';
import { FORM_DAYS } from '../../../domain/retention.js';
import { type FoundStreet, findStreet } from '../../../domain/streets.js';
import { excerpt } from '../excerpt.js';
import type { Piece } from '../piece.js';
import type { AppealDraft, DialogueContext } from '../ports.js';
import type { Scene } from '../scene.js';
import type { AppealForm } from '../state.js';
import type { Say } from '../texts.js';
import { recogniseCategory } from './recognise.js';

const MAX_FILES = 10;
/** From here on the person is told that the whole text was taken: Viber's longest message */
const LONG_TEXT_LENGTH = 7000;
/** A form is one stored document: more than anybody writes by hand, far below the database's 16 MB */
const MAX_TEXT_LENGTH = 200_000;
const SUBJECT_LENGTH = 60;

/** An empty form. Its id is the time it was begun, so it needs no randomness. */
export function newForm(now: Date): AppealForm {
  const time = now.toISOString();
  return {
    id: now.getTime().toString(36),
    startedAt: time,
    savedAt: time,
    step: 'describe',
    path: [],
    texts: [],
    files: [],
    answered: [],
  };
}

/** Whether the person has put anything into it that would be a pity to lose. */
export function hasContent(form: AppealForm | undefined): form is AppealForm {
  return form !== undefined && (form.texts.length > 0 || form.files.length > 0);
}

/** Whether it was kept longer than promised. */
export function isExpired(form: AppealForm, now: Date): boolean {
  return now.getTime() - Date.parse(form.savedAt) > FORM_DAYS * 24 * 3_600_000;
}

/** The whole text, its pieces as paragraphs. */
export function formText(form: AppealForm): string {
  return form.texts.map(({ text }) => text).join('\n');
}

/** The first words; of a form without words, how many files it has. */
export function formSubject(form: AppealForm, say: Say): string {
  return (
    withoutFinalDot(excerpt(formText(form), SUBJECT_LENGTH)) ||
    say('files.count', { count: form.files.length })
  );
}

/** What the form is about: as chosen, else as the words tell for certain. */
export function formCategory(form: AppealForm): AppealCategory | undefined {
  return form.category ?? recogniseCategory(formText(form));
}

/** The street of the form's address, if the register has it. */
export function streetOf(
  { place }: AppealForm,
  { streets }: Pick<DialogueContext, 'streets'>,
): FoundStreet | undefined {
  return place?.address === undefined ? undefined : findStreet(place.address, streets);
}

/** The ready answer to what the form says, if there is one. */
export function faqOf(form: AppealForm, { faq }: Pick<DialogueContext, 'faq'>): FaqCard | undefined {
  return faqFor(formText(form), faq);
}

/** The form with the question marked as answered, though with nothing. */
export function answered(form: AppealForm, question: AppealForm['answered'][number]): AppealForm {
  return { ...form, answered: [...new Set([...form.answered, question])] };
}

/**
 * Adds a piece. Nothing of it is dropped without a note: files over ten and text over the limit are told.
 *
 * @returns the form and what must be said about the piece, if anything
 */
export function addPiece(
  form: AppealForm,
  piece: Piece,
  { say, context }: Pick<Scene, 'say' | 'context'>,
): { readonly form: AppealForm; readonly notes: readonly string[] } {
  const withText = addText(form, piece, say);
  const withFiles = addFiles(withText.form, piece, say);
  const place = piece.place ? { ...form.place, point: piece.place } : form.place;
  const savedAt = context.now.toISOString();
  return { form: { ...withFiles.form, place, savedAt }, notes: [...withText.notes, ...withFiles.notes] };
}

function addText(form: AppealForm, { messageId, text }: Piece, say: Say) {
  if (text === '') return { form, notes: [] };
  const texts = [...(form.rewriting === 'text' ? [] : form.texts), { messageId, text }];
  const before = form.rewriting === 'text' ? 0 : formText(form).length;
  const next: AppealForm = { ...form, texts, rewriting: undefined };
  const length = formText(next).length;
  if (length > MAX_TEXT_LENGTH) return { form, notes: [say('appeal.full', { count: before })] };
  const becameLong = before <= LONG_TEXT_LENGTH && length > LONG_TEXT_LENGTH;
  return { form: next, notes: becameLong ? [say('error.longText', { count: length })] : [] };
}

function addFiles(form: AppealForm, { messageId, files }: Piece, say: Say) {
  if (files.length === 0) return { form, notes: [] };
  const before = form.rewriting === 'files' ? [] : form.files;
  const all = [...before, ...files.map((file) => ({ messageId, file }))];
  const notes = all.length > MAX_FILES ? [say('error.tooManyFiles')] : [];
  return { form: { ...form, files: all.slice(0, MAX_FILES), rewriting: undefined }, notes };
}

/** The form with an edited message's new text; undefined when the message is not in the form. */
export function replaceText(form: AppealForm, messageId: string, text: string): AppealForm | undefined {
  const edited = { messageId, text };
  if (form.texts.some((piece) => piece.messageId === messageId)) {
    return { ...form, texts: form.texts.map((piece) => (piece.messageId === messageId ? edited : piece)) };
  }
  const hadOnlyFiles = form.files.some((piece) => piece.messageId === messageId);
  return hadOnlyFiles ? { ...form, texts: [...form.texts, edited] } : undefined;
}

/** The first form with the content of the second added. */
export function mergeForms(form: AppealForm, later: AppealForm): AppealForm {
  return {
    ...form,
    texts: [...form.texts, ...later.texts],
    files: [...form.files, ...later.files].slice(0, MAX_FILES),
    place: form.place ?? later.place,
  };
}

/** What is handed in. Behind the anonymous door nobody is named, even if they were asked before. */
export function draftOf(form: AppealForm): AppealDraft {
  const { purpose } = form;
  const door = purpose ? 'official' : (form.door ?? 'anonymous');
  return {
    kind: purpose?.kind ?? (door === 'anonymous' ? 'signal' : 'appeal'),
    commentsOn: purpose?.kind === 'draft-comment' ? purpose.draft.id : undefined,
    text: formText(form),
    files: form.files.map(({ file }) => file),
    category: formCategory(form) ?? 'other',
    place: form.place,
    door,
    applicant: door === 'anonymous' ? undefined : applicantOf(form),
  };
}

/** A comment on a draft is signed by name alone. */
function applicantOf({ fullName, residence, purpose }: AppealForm): Applicant | undefined {
  if (purpose?.kind === 'draft-comment' && fullName !== undefined) return { fullName, residence: '' };
  return fullName !== undefined && residence !== undefined ? { fullName, residence } : undefined;
}
