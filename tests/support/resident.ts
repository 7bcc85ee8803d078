import type { PhoneMessage } from '../../src/sandbox/emulators/phone-message.js';
import type { Emulators } from '../../src/sandbox/emulators/start.js';
import { until } from './until.js';

/** A resident with a phone: says, presses labels, and waits for words of the bot. */
export interface Resident {
  readonly id: string;
  say(text: string): void;
  /** Presses a button by its label, of the keyboard below, else under the last message that has it */
  press(label: string): Promise<void>;
  /** Waits for a message of the bot that came after the last one seen and holds these words */
  sees(words: string): Promise<PhoneMessage>;
  /** Everything the bot said so far, newest last */
  texts(): readonly string[];
  /** Names of the files the bot sent */
  files(): readonly string[];
}

/** A new person who opens the chat. @param patienceMs for each word and button of the bot */
export function aResident(
  emulators: Emulators,
  messenger: 'telegram' | 'viber',
  name: string,
  patienceMs?: number,
): Resident {
  const emulator = emulators[messenger];
  const { id } = emulator.addPerson({ name });
  const phone = () => emulator.phone(id);
  let seen = 0;
  if (messenger === 'telegram') emulators.telegram.phone(id).start();
  else emulators.viber.phone(id).open();

  const fromBot = () =>
    phone()
      .messages()
      .filter(({ from }) => from === 'bot');

  return {
    id,
    say: (text) => phone().say(text),
    async press(label) {
      const place = await until(`a button «${label}» for ${name}`, () => find(label), patienceMs);
      if (place.messageId === undefined) phone().pressKey(place);
      else phone().press(place.messageId, place);
    },
    async sees(words) {
      const message = await until(
        `«${words}» for ${name}; has seen: ${fromBot().at(-1)?.text}`,
        () =>
          fromBot()
            .slice(seen)
            .find(({ text }) => text?.includes(words)),
        patienceMs,
      );
      seen = fromBot().indexOf(message) + 1;
      return message;
    },
    texts: () => fromBot().map(({ text }) => text ?? ''),
    files: () => fromBot().flatMap(({ media }) => media?.fileName ?? []),
  };

  function find(label: string) {
    const key = placeOf(phone().keyboard()?.rows, label);
    if (key) return { ...key, messageId: undefined };
    for (const message of [...phone().messages()].reverse()) {
      const place = placeOf(message.buttons, label);
      if (place) return { ...place, messageId: message.id };
    }
    return undefined;
  }
}

function placeOf(rows: readonly (readonly { readonly label: string }[])[] | undefined, label: string) {
  for (const [row, buttons] of (rows ?? []).entries()) {
    const column = buttons.findIndex((button) => button.label.replace(/<[^>]+>/g, '') === label);
    if (column >= 0) return { row, column };
  }
  return undefined;
}
