import { afterAll, beforeAll, expect, it } from 'vitest';
import { createComposeDrafts } from '../../../src/storage/broadcasts/compose-draft-store.js';
import { aDatabase, type TestDatabase } from '../../support/database.js';

const MONDAY = new Date('2026-11-23T09:00:00Z');

let database: TestDatabase;

beforeAll(async () => {
  database = await aDatabase();
});
afterAll(() => database.close());

it('keeps one unsaved form for each broadcast and colleague, and never writes over a newer one', async () => {
  const drafts = createComposeDrafts(database.connection, () => MONDAY);
  const fields = (value: string) => [{ name: 'title', value }];
  const first = { fields: fields('Вода'), version: 1, savedAt: MONDAY };
  expect(await drafts.keep('new', 'editor', fields('Вода'), 0)).toEqual(first);
  expect(await drafts.keep('new', 'editor', fields('Світло'), 0)).toBeUndefined();
  expect(await drafts.keep('new', 'editor', fields('Світло'), 7)).toBeUndefined();
  expect(await drafts.get('new', 'editor')).toEqual(first);
  expect(await drafts.get('new', 'head')).toBeUndefined();

  const second = { fields: fields('Газ'), version: 2, savedAt: MONDAY };
  expect(await drafts.keep('new', 'editor', fields('Газ'), 1)).toEqual(second);
  expect(await drafts.get('new', 'editor')).toEqual(second);
  await drafts.remove('new', 'editor');
  expect(await drafts.keep('new', 'editor', fields('Газ'), 2)).toBeUndefined();
  expect(await drafts.get('new', 'editor')).toBeUndefined();
});
