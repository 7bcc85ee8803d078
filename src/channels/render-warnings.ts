import type { OutgoingContent } from '../domain/content.js';
import { pluralForm } from '../domain/plural.js';
import type { RenderedPart, RenderWarning } from '../services/outbox/channel.js';

const MESSAGES = { one: 'повідомлення', few: 'повідомлення', other: 'повідомлень' };

/** Tells that one text becomes several messages, or does not stand under its picture. */
export function lengthWarnings(messenger: string, parts: readonly RenderedPart[]): RenderWarning[] {
  const messages = parts.map(({ shown }) => shown);
  const texts = messages.filter(({ words, pictures }) => words.length > 0 && pictures.length === 0);
  const warnings: RenderWarning[] = [];
  if (texts.length > 0 && messages.some(({ pictures }) => pictures.length > 0))
    warnings.push({
      code: 'text.after-pictures',
      message: `У ${messenger} текст піде окремим повідомленням після зображення, а не підписом до нього.`,
    });
  if (texts.length > 1)
    warnings.push({
      code: 'text.split',
      message: `Текст задовгий для одного повідомлення у ${messenger}: його буде поділено на ${texts.length} ${pluralForm('uk', MESSAGES, texts.length)}.`,
    });
  return warnings;
}

/** Tells that a picture stands still: what messengers call an animation is a video without sound. */
export function animationWarnings({ pictures = [] }: OutgoingContent): RenderWarning[] {
  if (!pictures.some(({ wasAnimated }) => wasAnimated)) return [];
  return [
    {
      code: 'pictures.still',
      message: 'Анімоване зображення буде нерухомим: надсилається лише його перший кадр.',
    },
  ];
}
