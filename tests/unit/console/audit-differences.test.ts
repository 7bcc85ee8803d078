import { expect, it } from 'vitest';
import { differencesOf } from '../../../src/console/audit/differences.js';

it('names only what differs, in plain words', () => {
  const before = { status: 'draft', quiet: { from: '21:00', to: '08:00' }, kinds: ['news'], on: true };
  const after = { status: 'approved', quiet: { from: '21:00', to: '07:00' }, kinds: [], on: null, by: 'a1' };
  expect(differencesOf(JSON.stringify(before), JSON.stringify(after))).toEqual([
    { path: 'status', before: 'draft', after: 'approved' },
    { path: 'quiet.to', before: '08:00', after: '07:00' },
    { path: 'kinds', before: 'news', after: '' },
    { path: 'on', before: 'так', after: 'немає' },
    { path: 'by', before: undefined, after: 'a1' },
  ]);
});

it('shows what was there before, where nothing came after', () => {
  expect(differencesOf('{"name":"Сайт"}', null)).toEqual([
    { path: 'name', before: 'Сайт', after: undefined },
  ]);
  expect(differencesOf(null, null)).toEqual([]);
});
