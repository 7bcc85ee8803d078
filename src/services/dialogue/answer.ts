import type { Attachment, OutgoingContent } from '../../domain/content.js';
import { fullDate } from './dates.js';
import { type Outsider, outsiderScene } from './outsider.js';
import { ratingChoices } from './rating.js';
import { type Scene, sayAbout } from './scene.js';
import { keyboardOf } from './screen.js';

/** What the staff wrote, with what stands around it. */
export interface Answer {
  readonly number: string;
  readonly receivedAt: Date;
  readonly text: string;
  /** «Посада, Ім’я ПРІЗВИЩЕ» */
  readonly signer: string | undefined;
  readonly answeredAt: Date;
  /** «01-12/345» */
  readonly outgoingNumber?: string | undefined;
  /** A refusal: where it can be appealed against, as it stands after «до» */
  readonly complaintTo?: string | undefined;
  readonly files: readonly Attachment[];
}

/**
 * R1: the answer to an appeal. It asks «Чи вирішено ваше питання?» itself, so the rating costs no second
 * message; question and buttons stand at the end, where a channel that must split a long text leaves them.
 */
export function answerMessage(answer: Answer, reader: Outsider): OutgoingContent {
  const scene = outsiderScene(reader, { id: 'menu' });
  const { say } = scene;
  const { number, files, complaintTo } = answer;
  const question = { text: say('rating.question'), choices: ratingChoices(scene, number) };
  const attachments =
    files.length > 0 ? say('answer.attachments', { names: files.map(({ name }) => name).join(', ') }) : '';
  const paragraphs = [
    sayAbout(scene, number, 'answer.heading', { date: fullDate(scene, answer.receivedAt) }),
    answer.text,
    [signature(scene, answer), attachments].filter(Boolean).join(' '),
    ...(complaintTo ? [say('answer.complaint', { body: complaintTo })] : []),
    question.text,
  ];
  return {
    format: 'plain',
    text: paragraphs.join('\n\n'),
    files,
    keyboard: keyboardOf(scene, question, 'message'),
  };
}

/** «Посада, Ім’я ПРІЗВИЩЕ, 8 грудня 2026 року № 01-12/345.» */
function signature(scene: Scene, { signer, answeredAt, outgoingNumber: outgoing }: Answer): string {
  const date = fullDate(scene, answeredAt);
  if (outgoing === undefined)
    return signer ? scene.say('answer.signature', { signer, date }) : scene.say('answer.unsigned', { date });
  return signer
    ? scene.say('answer.signatureNumbered', { signer, date, outgoing })
    : scene.say('answer.unsignedNumbered', { date, outgoing });
}
