import type { CannedReply } from '../../domain/canned-reply.js';
import type { AnswerDraft } from '../../services/answer-drafts/answer-drafts.js';
import type { AnswerModel } from './answer-section.js';
import type { AppealModel } from './appeal-model.js';

interface AnswerBeginnings {
  readonly typed: Readonly<Record<string, string>>;
  readonly draft: AnswerDraft | undefined;
  readonly appeal: AppealModel;
  readonly confirm: { readonly newIds: readonly string[] } | undefined;
  readonly canned: readonly CannedReply[];
  readonly needsSignature: boolean;
  readonly clock: (date: Date) => string;
}

/** The answer's form as its writer left it: what was just typed, else the draft. */
export function answerModel({
  typed,
  draft,
  appeal,
  confirm,
  canned,
  needsSignature,
  clock,
}: AnswerBeginnings): AnswerModel {
  const news = appeal.messages.filter(({ id }) => confirm?.newIds.includes(id));
  return {
    text: typed.answer ?? draft?.text ?? '',
    outgoingNumber: typed.outgoingNumber ?? '',
    files: (draft?.files ?? []).map(({ fileId, name }) => ({ value: fileId, label: name || 'Файл' })),
    savedAt: draft && clock(draft.savedAt),
    cannedReplies: canned.map(({ id, title }) => ({ value: id, label: title })),
    toAll: typed.toAll === 'yes',
    needsSignature,
    confirm: confirm && {
      news: news.map(({ author, when, text }) => ({ who: `${author}, ${when}`, text })),
    },
  };
}
