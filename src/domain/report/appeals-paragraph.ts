import { pluralForm } from '../plural.js';
import { topicKey } from './appeal-lists.js';
import { APPEAL_TOPICS, OTHER_TOPIC } from './appeal-topics.js';
import { APPEALS_AND_MESSAGES, OF_APPEALS, OF_CONSIDERED } from './nouns.js';
import type { Material, ParagraphRule } from './paragraph.js';
import { counted, dashed, list, type Piece, say } from './pieces.js';

type Parts = readonly (readonly [key: string, words: string])[];

/** What became of official appeals. */
export const OUTCOMES: Parts = [
  ['appeals.answered', 'надано відповідь'],
  ['appeals.forwarded', 'надіслано за належністю'],
  ['appeals.returned', 'повернуто'],
  ['appeals.withdrawn', 'відкликано'],
  ['appeals.open', 'на розгляді'],
];
/** What residents said of the answers. */
export const RATING_WORDS: Parts = [
  ['ratings.solved', 'питання вирішено'],
  ['ratings.partly', 'частково'],
  ['ratings.unsolved', 'не вирішено'],
];

/** «Робота зі зверненнями мешканців у месенджерах», for months in which the service worked. */
export const appeals: ParagraphRule = {
  key: 'appeals',
  compose: (material) => {
    const sentences = [received, outcomes, terms, topics, ratings, audience]
      .map((sentence) => sentence(material))
      .filter((pieces) => pieces.length > 0);
    if (sentences.length === 0) return undefined;
    return {
      kind: 'data',
      heading: 'Робота зі зверненнями мешканців у месенджерах.',
      pieces: list(sentences, ' '),
    };
  },
};

function received(material: Material): Piece[] {
  if (material.count('appeals') === 0) return [];
  const total = counted(material.figure('appeals'), APPEALS_AND_MESSAGES);
  const parts = present(material, [
    ['appeals.official', 'офіційних звернень'],
    ['appeals.anonymous', 'анонімних повідомлень'],
  ]);
  return say`Отримано ${total}, з них ${parts}.`;
}

function outcomes(material: Material): Piece[] {
  const official = material.figure('appeals.official');
  if (official.count === 0) return [];
  const noun = pluralForm('uk', OF_APPEALS, official.count);
  return say`Із ${official} ${noun}: ${present(material, OUTCOMES)}.`;
}

/** Met and missed; an open appeal whose day has passed is late, too. */
function terms({ figure }: Material): Piece[] {
  const considered = figure('appeals.considered');
  const late = figure('appeals.late');
  if (considered.count === 0) return late.count === 0 ? [] : say`Прострочено – ${late}.`;
  const met = say`Строки дотримано щодо ${figure('appeals.in-time')} з ${counted(considered, OF_CONSIDERED)}`;
  return late.count === 0 ? say`${met}.` : say`${met}; прострочено – ${late}.`;
}

function topics(material: Material): Piece[] {
  if (material.count('appeals') === 0) return [];
  const named = [...APPEAL_TOPICS].sort(
    (a, b) => material.count(topicKey(b.id)) - material.count(topicKey(a.id)),
  );
  const parts = [...named, { id: OTHER_TOPIC, words: 'інше' }].map(
    ({ id, words }) => [topicKey(id), words] as const,
  );
  return say`Найчастіші питання: ${present(material, parts)}.`;
}

function ratings(material: Material): Piece[] {
  const { count, figure } = material;
  if (count('ratings') === 0) return [];
  return say`Оцінили відповідь – ${figure('ratings')}: ${present(material, RATING_WORDS)}.`;
}

/** Subscribers at the end, and broadcasts; what the messengers delivered is never added up. */
function audience(material: Material): Piece[] {
  const { count, figure } = material;
  const channels = present(material, [
    ['subscribers.telegram', 'Telegram'],
    ['subscribers.viber', 'Viber'],
  ]);
  const people = say`На кінець місяця підписників – ${figure('subscribers')} (${channels})`;
  const sent = figure('broadcasts');
  if (count('subscribers') === 0) return sent.count === 0 ? [] : say`Проведено розсилок – ${sent}.`;
  return sent.count === 0 ? say`${people}.` : say`${people}; проведено розсилок – ${sent}.`;
}

/** Parts that have rows: «надано відповідь – 52, на розгляді – 5». */
function present({ count, figure }: Material, parts: Parts): Piece[] {
  return list(parts.filter(([key]) => count(key) > 0).map(([key, words]) => dashed(words, figure(key))));
}
