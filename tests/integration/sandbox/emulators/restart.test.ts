import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Api, InputFile } from 'grammy';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Emulators, startEmulators } from '../../../../src/sandbox/emulators/start.js';
import { pngPicture } from './png-picture.js';

let directory: string;
let emulators: Emulators | undefined;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'emulators-'));
});
afterEach(async () => {
  await emulators?.close();
  emulators = undefined;
  rmSync(directory, { recursive: true });
});

async function start(stateFile?: string) {
  await emulators?.close();
  emulators = await startEmulators({ stateFile });
  const { telegram, viber } = emulators;
  return { telegram, viber, api: new Api(telegram.token, { apiRoot: telegram.apiRoot }) };
}

it('shows the old chats, takes old file_ids and delivers waiting updates after a restart', async () => {
  const stateFile = join(directory, 'phones.json');
  const before = await start(stateFile);
  const { id } = before.telegram.addPerson({ name: 'Олена', status: 'active' });
  const sent = await before.api.sendPhoto(id, new InputFile(pngPicture(8, 8)), { caption: 'Парк' });
  before.telegram.phone(id).say('Дякую');

  const after = await start(stateFile);
  expect(after.telegram.phone(id).messages()).toMatchObject([{ text: 'Парк' }, { text: 'Дякую' }]);
  const [update] = await after.api.getUpdates();
  expect(update?.message?.text).toBe('Дякую');
  const again = await after.api.sendPhoto(id, sent.photo.at(-1)?.file_id ?? '');
  expect(again.message_id).toBeGreaterThan(sent.message_id);
});

it('starts empty from a broken state file', async () => {
  const stateFile = join(directory, 'phones.json');
  writeFileSync(stateFile, '{"version":1,"tele');
  const { telegram } = await start(stateFile);
  expect(telegram.people()).toEqual([]);
});

it('never repeats an update id, with a state file or without', async () => {
  const ids: (number | undefined)[] = [];
  for (let round = 0; round < 3; round += 1) {
    const { telegram, api } = await start();
    const { id } = telegram.addPerson();
    telegram.phone(id).say('Так');
    const [update] = await api.getUpdates();
    ids.push(update?.update_id);
  }
  expect(new Set(ids).size).toBe(3);
});
