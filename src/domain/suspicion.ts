import { fold } from './search/fold.js';

/** Why a message waits for a person before it becomes an appeal: what it says, or who sent it. */
export const QUARANTINE_REASONS = ['invitation', 'easy-job', 'blocked'] as const;
export type QuarantineReason = (typeof QUARANTINE_REASONS)[number];

/**
 * Addresses that lead into other chats, or hide where they lead. Any other link is let through: residents point at
 * maps, photographs and decisions.
 */
const INVITATION =
  /(?<![\w.])(?:t\.me|telegram\.(?:me|dog)|wa\.me|chat\.whatsapp\.com|(?:invite|chats)\.viber\.com|viber\.click|bit\.ly|cutt\.ly|tinyurl\.com|is\.gd|clck\.ru|goo\.su)\/\S/iu;

/** Any link, and `@name` of a chat */
const CONTACT = /https?:\/\/|www\.|(?<![\w.])@\w{4,}/iu;

/** Beginnings of words as `fold` leaves them, in both languages such offers are written in. */
const JOB = ['підробіт', 'заробіт', 'заробля', 'робот', 'ваканс', 'подработ', 'заработ', 'доход', 'дохід'];
const LURES = [
  'легк',
  'без досвід',
  'без опыт',
  'швидкі гроші',
  'быстрые деньги',
  'щоденн. (?:оплат|виплат)',
  'ежедневн.. (?:оплат|выплат)',
  'гнучкий графік',
  'гибкий график',
  'для підлітків',
  'для подростков',
  '(?:грн|гривень|\\$|долар\\S*) (?:на|в|за) (?:день|годину|тиждень|час|неделю)',
  'пиш\\S+ (?:в|у|на|мені|мне) ?(?:особист|приват|директ|дірект|личк|лс|тг|телеграм|\\+)',
];
const JOB_WORD = beginning(JOB);
const LURE_WORDS = LURES.map((lure) => beginning([lure]));

/**
 * What about a text suggests that it is no appeal but the mass «easy job» and «join our chat» of local groups. A
 * person decides: nothing is deleted for it.
 */
export function suspicionOf(text: string): QuarantineReason | undefined {
  if (INVITATION.test(text)) return 'invitation';
  return offersEasyJob(text) ? 'easy-job' : undefined;
}

/** A job alone, or one tempting word, is what residents write about too. */
function offersEasyJob(text: string): boolean {
  const folded = fold(text);
  if (!JOB_WORD.test(folded)) return false;
  const lures = LURE_WORDS.filter((lure) => lure.test(folded)).length;
  return lures > 1 || (lures === 1 && CONTACT.test(text));
}

function beginning(words: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|')})`, 'u');
}
