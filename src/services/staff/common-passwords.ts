/**
 * What people type when twelve characters are asked for: the long ones of public leak lists (SecLists,
 * 10-million-password-list-top-100000), keyboard walks, and what a Ukrainian council would think of.
 */
const COMMON = new Set(
  `
  password1234 password12345 password123456 passwordpassword mypassword123 adminadmin12 adminadminadmin
  administrator administrator1 administrator123 administrator1234 qwertyuiop12 qwertyuiop123 qwertyuiop1234
  qwertyuiopasdfghjkl qwertyuiopasdfghjklzxcvbnm qwerty123456 qwertyqwerty qwerty1234567 qwertyuiop[] 1qaz2wsx3edc
  1qaz2wsx3edc4rfv 1q2w3e4r5t6y 1q2w3e4r5t6y7u8i q1w2e3r4t5y6 zaq12wsxcde3 asdfghjkl123 asdfghjklzxc zxcvbnm12345
  iloveyou1234 iloveyouforever letmein12345 welcome12345 welcome123456 changeme1234 changemeplease computer1234
  unknown12345 football1234 baseball1234 superman1234 sunshine1234 princess1234 dragon123456 monkey123456
  abc123456789 abcd12345678 abcdefghijkl abcdefgh1234 a1b2c3d4e5f6 123456abcdef 123qweasdzxc 123qwe123qwe
  qweasdzxc123 qwe123qwe123 123456qwerty 147258369147 741852963741 159753159753 123456789abc 0123456789ab
  1234567890qwe 1234567890qwerty 12345qwerty67 test12345678 testtesttest secret123456 ukraine12345 ukraine123456
  slavaukraini slavaukraini1 slava_ukraini nizhyn123456 nizhyn2020202 київ12345678 україна12345 україна123456
  славаукраїні пароль123456 парольпароль йцукенгшщзхї йцукенгшщзхїфівапролджє йцукен123456
  адміністратор адміністратор1 міськарада123 миколаїв12345 visnyk123456 вісник123456
  `
    .trim()
    .split(/\s+/)
    .concat('слава україні'),
);

/** Words that a guesser dresses up with digits, signs and look-alikes: `P@ssw0rd2026!`, `Nizhyn-2026-2026`. */
const DRESSED_UP = new Set(
  `
  password passwort admin administrator root user login welcome qwerty letmein changeme secret master dragon monkey
  sunshine princess football iloveyou superman ukraine ukraina slavaukraini kyiv kiev nizhyn nizhin mykolaiv miskrada
  visnyk пароль парольпароль адмін адміністратор користувач вхід привіт україна славаукраїні київ ніжин миколаїв
  міськрада міськарада рада вісник йцукен
  `
    .trim()
    .split(/\s+/),
);

const LOOK_ALIKES: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
};

/** Rows of both keyboards: a walk along one is the first thing tried. */
const KEYBOARD_ROWS = ['qwertyuiopasdfghjklzxcvbnm', 'йцукенгшщзхїфівапролджєячсмитьбю'] as const;

/**
 * Whether guessing would begin with it: a known one, a known word dressed up, one piece repeated, a walk along the
 * keyboard, digits only, or a run such as 123456789012.
 */
export function isCommonPassword(password: string): boolean {
  const lower = password.toLowerCase();
  return COMMON.has(lower) || isDressedUp(lower) || isRepeated(lower) || isRun(lower);
}

/** Dates, telephones and keyboard walks too: nothing is left of them that would have to be guessed. */
function isDressedUp(lower: string): boolean {
  const bare = lettersOf(lower);
  // Look-alikes stand inside a word; digits at its ends are a year.
  const core = lower.replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  const read = lettersOf(core.replaceAll(/[013457@$]/g, (sign) => LOOK_ALIKES[sign] ?? sign));
  return DRESSED_UP.has(bare) || DRESSED_UP.has(read) || KEYBOARD_ROWS.some((row) => row.includes(bare));
}

function lettersOf(text: string): string {
  return text.replaceAll(/[^\p{L}]/gu, '');
}

/** `aaaaaaaaaaaa`, `abcabcabcabc`: at most four characters over and over. */
function isRepeated(text: string): boolean {
  return /^(.{1,4}?)\1+$/u.test(text);
}

/** `123456789012`, `abcdefghijkl`, `987654321098`: every character follows the one before. */
function isRun(text: string): boolean {
  const steps = [...text].slice(1).map((character, index) => step(text[index] ?? '', character));
  return steps.every((by) => by === 1) || steps.every((by) => by === -1);
}

function step(from: string, to: string): number {
  if (/\d/.test(from) && /\d/.test(to)) return wrap(Number(to) - Number(from));
  return to.charCodeAt(0) - from.charCodeAt(0);
}

/** After 9 comes 0. */
function wrap(by: number): number {
  return by === -9 ? 1 : by === 9 ? -1 : by;
}
