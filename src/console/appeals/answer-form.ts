import type { AppealFile } from '../../domain/appeal.js';
import { fillVariables } from '../../domain/canned-reply.js';
import { assertAnswerFiles, keepAnswerFiles } from '../../services/appeals/answer-files.js';
import { APPEAL_TEXT_MAX } from '../../services/appeals/input.js';
import { formText, list } from '../forms.js';
import type { ConsoleParts } from '../parts.js';
import { CATEGORY_WORDS } from '../words/appeal-words.js';
import { createCityDates } from '../words/dates.js';
import { readAnswerFiles } from './answer-form-files.js';
import { type Submission, written } from './submission.js';

/**
 * The answer as it stands in its form. It is kept as a draft first: whatever is refused then, its text and files are
 * still there.
 *
 * @throws {Refusal} invalid
 */
export async function typedAnswer(parts: ConsoleParts, submission: Submission) {
  const draft = await saveDraft(parts, submission);
  return { ...draft, text: written(submission.form, 'answer', APPEAL_TEXT_MAX) };
}

/** Files that were chosen in a form, kept. @throws {Refusal} invalid */
export async function chosenFiles({ files }: ConsoleParts, form: FormData): Promise<AppealFile[]> {
  return keepAnswerFiles(files, await readAnswerFiles(form));
}

/**
 * Keeps what is typed. Files of the earlier draft stay while their boxes are ticked; no other file can be named.
 *
 * @throws {Refusal} invalid: a file that is not sent, or too many
 */
export async function saveDraft(parts: ConsoleParts, { number, form, actor }: Submission) {
  await parts.appeals.get(number, actor);
  const earlier = await parts.answerDrafts.get(number, actor.id);
  const ticked = list(form, 'keep');
  const text = formText(form, 'answer').slice(0, APPEAL_TEXT_MAX);
  const left = (earlier?.files ?? []).filter(({ fileId }) => ticked.includes(fileId));
  await parts.answerDrafts.save(number, actor.id, { text, files: left });
  const files = [...left, ...(await chosenFiles(parts, form))];
  assertAnswerFiles(files);
  await parts.answerDrafts.save(number, actor.id, { text, files });
  return { text, files };
}

/** Adds a canned reply, filled with what this appeal has, to what is typed. @throws {Refusal} */
export async function insertCannedReply(parts: ConsoleParts, submission: Submission): Promise<void> {
  const { number, form, actor } = submission;
  const draft = await saveDraft(parts, submission);
  const reply = await parts.cannedReplies.get(formText(form, 'canned'));
  const { appeal, departmentName } = await parts.appeals.get(number, actor);
  const dates = createCityDates(parts.timeZone, parts.clocks.now);
  const filled = fillVariables(reply.text, {
    ПІБ: appeal.applicant?.fullName,
    Номер: number,
    Дата: dates.fullDay(appeal.receivedAt),
    Строк: appeal.dueAt && dates.fullDay(appeal.dueAt),
    Підрозділ: departmentName,
    Тема: CATEGORY_WORDS[appeal.category],
  });
  const text = [draft.text, filled].filter(Boolean).join('\n\n').slice(0, APPEAL_TEXT_MAX);
  const added = reply.files.filter(({ fileId }) => draft.files.every((file) => file.fileId !== fileId));
  await parts.answerDrafts.save(number, actor.id, { text, files: [...draft.files, ...added] });
}
