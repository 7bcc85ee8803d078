import type { AppealMessage, MissingDetail, OutsideLetter, ReviewDecision } from '../../domain/appeal.js';
import { asciiAppealNumber, kindOfNumber } from '../../domain/appeal-number.js';
import { withoutFinalDot } from '../../domain/appeal-subject.js';
import type { OutgoingContent } from '../../domain/content.js';
import { fullDate, fullDay } from './dates.js';
import { askAddition } from './my-appeals/addition.js';
import { showCard } from './my-appeals/card.js';
import { type Outsider, outsiderScene } from './outsider.js';
import { type Scene, sayAbout } from './scene.js';
import { keyboardOf, lastingChoice, menuChoice } from './screen.js';

/** What the citizen is told of an appeal, unasked. */
export type Notice =
  | {
      readonly kind: 'registered';
      readonly registeredAt: Date;
      readonly incomingNumber: string | undefined;
      readonly dueAt: Date;
    }
  | ({ readonly kind: 'forwarded' } & OutsideLetter)
  | { readonly kind: 'details'; readonly missing: readonly MissingDetail[]; readonly until: Date }
  | { readonly kind: 'reviewed'; readonly decision: ReviewDecision; readonly reason: string }
  | { readonly kind: 'question'; readonly question: string }
  | {
      readonly kind: 'extended';
      readonly until: Date;
      readonly reason: string;
      /** «Посада, Ім’я ПРІЗВИЩЕ»; a program has none */
      readonly signer: string | undefined;
    }
  /** @property others appeals of other residents about the same */
  | { readonly kind: 'joined'; readonly others: number; readonly dueAt: Date | undefined }
  | {
      readonly kind: 'returned';
      readonly reason: string;
      readonly article: number;
      /** «Що можна зробити» */
      readonly advice: string;
    };

/** S1, S4–S7: the words of a notice, as they are kept in the conversation and sent. */
export function noticeText(number: string, notice: Notice, reader: Outsider): string {
  const scene = outsiderScene(reader, { id: 'menu' });
  const { say } = scene;
  const isRequest = kindOfNumber(number) === 'information-request';
  switch (notice.kind) {
    case 'registered': {
      const { incomingNumber: incoming } = notice;
      const values = {
        number,
        date: fullDate(scene, notice.registeredAt),
        due: fullDate(scene, notice.dueAt),
      };
      return incoming === undefined
        ? say(isRequest ? 'notice.requestRegistered' : 'notice.registered', values)
        : say(isRequest ? 'notice.requestRegisteredAs' : 'notice.registeredAs', { ...values, incoming });
    }
    case 'forwarded': {
      const { addressee, letterNumber: letter, phone } = notice;
      const values = { number, addressee, letter, date: fullDay(scene, notice.letterDay) };
      const told = say(isRequest ? 'notice.requestForwarded' : 'notice.forwarded', values);
      return [told, ...(phone ? [say('notice.forwardedPhone', { phone })] : [])].join(' ');
    }
    case 'details': {
      const missing = notice.missing.map((detail) => say(`details.${detail}`)).join(', ');
      const values = { number, missing, until: fullDate(scene, notice.until) };
      return sayAbout(scene, number, 'notice.details', values);
    }
    case 'reviewed': {
      const key = notice.decision === 'upheld' ? 'notice.reviewUpheld' : 'notice.reviewReopened';
      return say(key, { number, reason: asSentence(notice.reason) });
    }
    case 'question':
      return sayAbout(scene, number, 'notice.question', { question: asSentence(notice.question) });
    case 'extended': {
      const until = fullDate(scene, notice.until);
      const reason = asSentence(notice.reason);
      const decided = notice.signer ? [say('notice.decidedBy', { signer: notice.signer })] : [];
      const told = say(isRequest ? 'notice.requestExtended' : 'notice.extended', { number, until, reason });
      return [told, ...decided].join(' ');
    }
    case 'joined':
      return joinedText(scene, number, notice);
    case 'returned': {
      const { article, advice } = notice;
      const reason = withoutFinalDot(notice.reason);
      return say('notice.returned', { number, reason, article, advice: asSentence(advice) });
    }
  }
}

function joinedText(scene: Scene, number: string, notice: Extract<Notice, { kind: 'joined' }>): string {
  const values = { number, count: notice.others };
  return notice.dueAt
    ? scene.say('notice.joined', { ...values, due: fullDate(scene, notice.dueAt) })
    : scene.say('notice.joinedWithoutTerm', values);
}

/** A notice as it is sent: under it the appeal's card and the menu. */
export function noticeContent(
  number: string,
  { text, notice }: Pick<AppealMessage, 'text' | 'notice'>,
  reader: Outsider,
): OutgoingContent {
  const scene = outsiderScene(reader, { id: 'menu' });
  const mine = lastingChoice(
    'card',
    asciiAppealNumber(number),
    sayAbout(scene, number, 'accepted.mine'),
    () => showCard(scene, number),
  );
  const now = notice === 'details' ? [writeNow(scene, number)] : [];
  const keyboard = keyboardOf(scene, { text, choices: [...now, mine, menuChoice(scene)] }, 'message');
  return { format: 'plain', text, keyboard };
}

function writeNow(scene: Scene, number: string) {
  const ascii = asciiAppealNumber(number);
  return lastingChoice('write-more', ascii, scene.say('notice.writeNow'), () => askAddition(scene, number));
}

/** Words that end as a sentence does. */
function asSentence(text: string): string {
  const trimmed = text.trim();
  return /[.!?…]$/u.test(trimmed) ? trimmed : `${withoutFinalDot(trimmed)}.`;
}
