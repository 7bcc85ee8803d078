import fc from 'fast-check';
import { expect, it } from 'vitest';
import { EMPTY_COMPOSE } from '../../../../src/console/broadcasts/compose-values.js';
import {
  beginningOf,
  mergeMeanwhile,
  readBeginning,
  seenFields,
} from '../../../../src/console/broadcasts/meanwhile.js';

const BEGAN = { ...EMPTY_COMPOSE, title: 'Вода', text: 'Завтра не буде води.' };
const beginning = beginningOf({ hash: 'h1', status: 'draft' }, BEGAN);

it('takes what only the other has changed, and keeps what the writer has', () => {
  const mine = { ...BEGAN, text: 'Завтра до обіду не буде води.' };
  const theirs = { ...BEGAN, text: 'Води не буде.', topics: ['utilities'], sendAt: '2026-11-24T10:00' };
  expect(mergeMeanwhile(beginning, mine, theirs)).toEqual({
    values: { ...mine, topics: ['utilities'], sendAt: '2026-11-24T10:00' },
    changes: [
      { part: 'text', isContested: true },
      { part: 'topics', isContested: false },
      { part: 'sendAt', isContested: false },
    ],
  });
});

it('finds nothing to decide where both have done the same', () => {
  const both = { ...BEGAN, title: 'Вода й світло' };
  expect(mergeMeanwhile(beginning, both, both)).toEqual({ values: both, changes: [] });
});

it('comes back from the form as it went into it', () => {
  const form = new FormData();
  for (const [name, value] of Object.entries(seenFields(beginning))) form.append(name, value);
  expect(readBeginning(form)).toEqual(beginning);
  expect(readBeginning(new FormData())).toBeUndefined();
});

it('never loses a word that only one of the two has written', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (title, text) => {
      const { values } = mergeMeanwhile(beginning, { ...BEGAN, title }, { ...BEGAN, text });
      expect([values.title, values.text]).toEqual([title, text]);
    }),
  );
});
