import type { Attachment, OutgoingContent } from '../../domain/content.js';
import { fullDate } from './dates.js';
import { type Outsider, outsiderScene } from './outsider.js';
import { ratingChoices } from './rating.js';
import { sayAbout } from './scene.js';
import { keyboardOf } from './screen.js';

/** What the staff wrote, with what stands around it. */
export interface Answer {
  readonly number: string;
  readonly receivedAt: Date;
  readonly text: string;
  /** «Посада, Ім’я ПРІЗВИЩЕ» */
  readonly signer: string | undefined;
  readonly answeredAt: Date;
  readonly files: readonly Attachment[];
}

/**
 * R1: the answer to an appeal. It asks «Чи вирішено ваше питання?» itself, so the rating costs no second
 * message; question and buttons stand at the end, where a channel that must split a long text leaves them.
 */
export function answerMessage(answer: Answer, reader: Outsider): OutgoingContent {
  const scene = outsiderScene(reader, { id: 'menu' });
  const { say } = scene;
  const { number, signer, files } = answer;
  const date = fullDate(scene, answer.answeredAt);
  const question = { text: say('rating.question'), choices: ratingChoices(scene, number) };
  const signature = signer ? say('answer.signature', { signer, date }) : say('answer.unsigned', { date });
  const attachments =
    files.length > 0 ? say('answer.attachments', { names: files.map(({ name }) => name).join(', ') }) : '';
  const paragraphs = [
    sayAbout(scene, number, 'answer.heading', { date: fullDate(scene, answer.receivedAt) }),
    answer.text,
    [signature, attachments].filter(Boolean).join(' '),
    question.text,
  ];
  return {
    format: 'plain',
    text: paragraphs.join('\n\n'),
    files,
    keyboard: keyboardOf(scene, question, 'message'),
  };
}
