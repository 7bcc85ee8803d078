import { describe, expect, it } from 'vitest';
import type { OutgoingContent } from '../../../../src/domain/content.js';
import { LOCALES } from '../../../../src/domain/locale.js';
import { everyScreen, residentAt } from './every-screen.js';
import { aPhoto, type Resident } from './resident.js';

/** Everything a messenger can bring. */
const EVENTS: Readonly<Record<string, (resident: Resident) => void>> = {
  'a word': (resident) => resident.say('абракадабра'),
  'a long text': (resident) => resident.say('Прошу відремонтувати дорогу на вулиці. '.repeat(200)),
  'a label in capitals with a dot': (resident) => resident.say('МЕНЮ.'),
  thanks: (resident) => resident.say('Дякую!'),
  'a number': (resident) => resident.say('н 123'),
  'a strange number': (resident) => resident.say('Н-2026-999999'),
  'an old button': (resident) => resident.pressData('door:official:old1'),
  'a foreign button': (resident) => resident.pressData('__proto__:constructor'),
  'an empty button': (resident) => resident.pressData(''),
  'a rating': (resident) => resident.pressData('rate-solved:N-2026-000123'),
  'a rating of somebody else’s appeal': (resident) => resident.pressData('rate-solved:N-2026-777777'),
  '«less of this»': (resident) => resident.pressData('less:news'),
  'a sticker': (resident) => resident.message({ unreadable: 'sticker' }),
  'a contact or poll': (resident) => resident.message({ unreadable: 'other' }),
  'an empty message': (resident) => resident.message({}),
  'a photo': (resident) => resident.message({ files: [aPhoto()] }),
  'eleven files': (resident) => resident.message({ files: Array.from({ length: 11 }, () => aPhoto()) }),
  'a photo with words': (resident) => resident.message({ text: 'Ось яма', files: [aPhoto()] }),
  'a voice message': (resident) =>
    resident.message({ files: [aPhoto({ kind: 'voice', name: 'v.ogg', durationSeconds: 42 })] }),
  'a place': (resident) => resident.message({ place: { latitude: 51.04, longitude: 31.88 } }),
  'a file too large': (resident) =>
    resident.message({
      files: [{ ok: false, reason: 'tooLarge', name: 'a.mov', sizeBytes: 34 * 1024 * 1024 }],
    }),
  'a forbidden file': (resident) =>
    resident.message({ files: [{ ok: false, reason: 'forbiddenType', name: 'a.exe', sizeBytes: 1 }] }),
  'a lost file': (resident) =>
    resident.message({ files: [{ ok: false, reason: 'failed', name: '', sizeBytes: undefined }] }),
  'an album’s first piece': (resident) => resident.message({ files: [aPhoto()], albumId: 'g1' }),
  'an unknown command': (resident) => resident.say('/whatever'),
  '/start with a payload': (resident) => resident.start('poster-7'),
};
for (const command of ['start', 'appeal', 'my', 'news', 'topics', 'data', 'stop', 'help']) {
  Object.assign(EVENTS, { [`/${command}`]: (resident: Resident) => resident.say(`/${command}@visnyk_bot`) });
}

function expectProperReply(reply: OutgoingContent | undefined): void {
  expect(reply?.text).toMatch(/\S/u);
  expect(reply?.text).not.toMatch(/undefined|\{\w+\}|NaN/u);
  const buttons = (reply?.keyboard?.rows ?? []).flat();
  expect(buttons.length).toBeGreaterThan(0);
  expect(new Set(buttons.map(({ label }) => label)).size).toBe(buttons.length);
  for (const { label, action } of buttons) {
    expect([...label].length, label).toBeLessThanOrEqual(32);
    if (action.kind === 'command') expect(action.data).toMatch(/^[ -~]{1,64}$/u);
  }
}

describe('every screen', () => {
  describe.each(everyScreen.map((screen) => [screen.id, screen] as const))('%s', (_, screen) => {
    it.each(Object.keys(EVENTS))('answers %s', (name) => {
      for (const locale of LOCALES) {
        const resident = residentAt(screen, locale);
        EVENTS[name]?.(resident);
        expect(resident.replies).toHaveLength(1);
        expectProperReply(resident.replies[0]);
      }
    });

    it('understands each of its labels typed in another case, as if it were pressed', () => {
      const shown = residentAt(screen);
      shown.message({ unreadable: 'sticker' });
      for (const row of shown.replies[0]?.keyboard?.rows ?? []) {
        for (const { label, action } of row) {
          const typed = residentAt(screen).say(`${label.toUpperCase().replace('’', "'")}.`);
          if (action.kind !== 'command') continue;
          const pressed = residentAt(screen).pressData(action.data);
          expect({ label, screen: typed.state.screen, text: typed.text }).toEqual({
            label,
            screen: pressed.state.screen,
            text: pressed.text,
          });
        }
      }
    });

    it('is left alone by an edit of something that was never kept, and by silent arrivals', () => {
      const resident = residentAt(screen).say('інше', { messageId: 'unknown', edited: true });
      expect(resident.replies).toEqual([]);
      const event = { person: resident.person, at: resident.now } as const;
      resident.take({ kind: 'unsubscribed', ...event });
      expect(resident.effects).toEqual([{ kind: 'becomeUnreachable' }]);
      resident.take({ kind: 'subscribed', ...event, greet: false, context: undefined });
      expect(resident.effects).toEqual([{ kind: 'becomeReachable' }]);
      expect(resident.replies).toEqual([]);
    });
  });
});
