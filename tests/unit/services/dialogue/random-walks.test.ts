import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import en from '../../../../locales/en.json' with { type: 'json' };
import uk from '../../../../locales/uk.json' with { type: 'json' };
import { parseState } from '../../../../src/services/dialogue/state.js';
import { aPhoto, Resident } from './resident.js';

/** Buttons by which a person throws away or replaces what was written, on purpose. */
const DISCARDING: ReadonlySet<string> = new Set(
  [uk, en].flatMap((texts) => [
    texts['keep.delete'],
    texts['unfinished.startNew'],
    texts['offer.no'],
    texts['correct.text'],
    texts['correct.files'],
    texts['eraseData.yes'],
  ]),
);

type Act = { readonly kind: string; readonly pick: number };

const acts: fc.Arbitrary<readonly Act[]> = fc.array(
  fc.record({
    kind: fc.constantFrom(
      'text',
      'text',
      'label',
      'label',
      'label',
      'press',
      'photo',
      'place',
      'command',
      'odd',
    ),
    pick: fc.nat(40),
  }),
  { maxLength: 60 },
);

const COMMANDS = ['/start', '/appeal', '/my', '/news', '/topics', '/data', '/stop', '/help', 'ок', 'н 123'];
const ODD = [
  'door:official:old',
  'menu',
  'menu:appeal',
  'rate-partly:N-2026-000123',
  'card-add:N-2026-000123',
  '%',
];

function pieces({ state }: Resident): string[] {
  return [...(state.form?.texts ?? []), ...(state.kept?.texts ?? [])].map(({ text }) => text);
}

/** Everything the resident has said that is in the form, kept beside it, an answer in it, or handed on. */
function known(resident: Resident): string {
  const { form, kept } = resident.state;
  return JSON.stringify([form, kept, resident.effects]);
}

function act(resident: Resident, { kind, pick }: Act, index: number): { text?: string; label?: string } {
  const label = resident.labels[pick % Math.max(1, resident.labels.length)] ?? 'Меню';
  const text = `на вулиці номер ${index} лежить гілка`;
  switch (kind) {
    case 'text':
      resident.say(text);
      return { text };
    case 'label':
      resident.say(label);
      return { label };
    case 'press':
      resident.pressData(ODD[pick % ODD.length] ?? '');
      return {};
    case 'photo':
      resident.message({ files: [aPhoto()], albumId: pick % 3 === 0 ? 'album' : undefined });
      return {};
    case 'place':
      resident.message({ place: { latitude: 51, longitude: 31 } });
      return {};
    case 'command':
      resident.say(COMMANDS[pick % COMMANDS.length] ?? '');
      return {};
    default:
      resident.message({ unreadable: pick % 2 === 0 ? 'sticker' : 'other' });
      return {};
  }
}

describe('any conversation', () => {
  it('never loses what was written, never falls silent, and can always be stored', () => {
    fc.assert(
      fc.property(acts, (sequence) => {
        const resident = new Resident().start();
        for (const [index, next] of sequence.entries()) {
          const before = pieces(resident);
          const { rewriting } = resident.state.form ?? {};
          const album = resident.state.album;
          const done = act(resident, next, index);

          expect(parseState(resident.state)).toEqual(resident.state);
          const laterPiece = next.kind === 'photo' && album !== undefined;
          if (!laterPiece) expect(resident.replies).toHaveLength(1);
          if (!rewriting && !DISCARDING.has(done.label ?? '')) {
            for (const text of before) expect(known(resident)).toContain(text);
          }
          const refused = resident.text.startsWith('Оберіть') || resident.text.startsWith('Не вдається');
          if (done.text && !refused) expect(known(resident)).toContain(done.text);
        }
      }),
      { numRuns: 400 },
    );
  });
});
