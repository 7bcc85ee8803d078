import type { AppealFile, AppealMessage } from '../../domain/appeal.js';
import { chatOf } from '../../domain/appeal-channel.js';
import type { AppealPage } from '../../services/appeals/appeals.js';
import { isLost } from '../../services/outbox/messages.js';
import type { BadgeTone } from '../components/badge.js';
import { FILE_KIND_WORDS, NOTICE_WORDS } from '../words/appeal-words.js';
import type { CityDates } from '../words/dates.js';
import { ANSWER_WORDS } from '../words/delivery-words.js';
import { formatNumber } from '../words/plural.js';
import { appealHref } from './queue/queue-model.js';

export interface FileModel {
  readonly href: string;
  readonly shownAs: 'picture' | 'sound' | 'video' | 'link';
  /** «Фото 1», «Голосове повідомлення, 0:42», «лист.pdf, 120 КБ» */
  readonly label: string;
}

/** One message of the conversation. */
export interface MessageModel {
  readonly id: string;
  readonly from: 'citizen' | 'staff';
  readonly author: string;
  readonly when: string;
  readonly text: string;
  readonly files: readonly FileModel[];
  /** «Запитання», «Продовження строку»; undefined: an answer, or the citizen's words */
  readonly notice: string | undefined;
  /** Who signed it and by which number, where there is something to say */
  readonly signature: string | undefined;
  /** Whether an answer of ours has reached the citizen */
  readonly delivery: { readonly words: string; readonly tone: BadgeTone } | undefined;
}

export function messageModel(message: AppealMessage, page: AppealPage, dates: CityDates): MessageModel {
  const { from, authorId = '' } = message;
  return {
    id: message.id,
    from,
    author: from === 'citizen' ? 'Заявник' : (page.staffNames.get(authorId) ?? 'Працівник'),
    when: dates.moment(message.at),
    text: message.text,
    notice: message.notice && NOTICE_WORDS[message.notice],
    signature: signature(message, page),
    files: message.files.map((file, index) => fileModel(page.appeal.number, file, index + 1)),
    delivery: from === 'citizen' ? undefined : deliveryModel(page, message.id),
  };
}

function signature(
  { signedById, outgoingNumber, sharedFrom }: AppealMessage,
  page: AppealPage,
): string | undefined {
  const shared = sharedFrom && `спільна відповідь зі зверненням ${sharedFrom}`;
  const signer = signedById && `Підпис: ${page.staffNames.get(signedById) ?? 'працівник'}`;
  const number = outgoingNumber && `вих. № ${outgoingNumber}`;
  return [signer, number, shared].filter(Boolean).join(', ') || undefined;
}

/** How far a message of ours came. */
export function deliveryModel(page: AppealPage, messageId: string): NonNullable<MessageModel['delivery']> {
  if (!chatOf(page.appeal)) return { words: 'паперова відповідь', tone: 'quiet' };
  const status = page.deliveryStates.get(messageId)?.status ?? 'queued';
  const isGood = status === 'delivered' || status === 'seen';
  return { words: ANSWER_WORDS[status], tone: isLost({ status }) ? 'bad' : isGood ? 'ok' : 'quiet' };
}

function fileModel(number: string, file: AppealFile, position: number): FileModel {
  const href = `${appealHref(number)}/files/${encodeURIComponent(file.fileId)}`;
  const kind = FILE_KIND_WORDS[file.kind];
  if (file.kind === 'photo') return { href, shownAs: 'picture', label: `${kind} ${position}` };
  const length = file.durationSeconds === undefined ? '' : `, ${minutes(file.durationSeconds)}`;
  if (file.kind === 'voice' || file.kind === 'audio') {
    return { href, shownAs: 'sound', label: `${kind}${length}` };
  }
  if (file.kind === 'video') return { href, shownAs: 'video', label: `${kind}${length}` };
  return { href, shownAs: 'link', label: `${file.name || kind}${length}, ${size(file.sizeBytes)}` };
}

/** `0:42` */
function minutes(seconds: number): string {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** «120 КБ», «3,4 МБ» */
function size(bytes: number): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1024));
  return kilobytes < 1024
    ? `${kilobytes} КБ`
    : `${formatNumber(Math.round((kilobytes / 1024) * 10) / 10)} МБ`;
}
