import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { aResident, type Resident } from '../../support/resident.js';
import { aService } from '../../support/service.js';
import { aWorld, reaching, type World } from '../../support/world.js';

const NUMBER = /Н-\d{4}-(\d{6})/;
const AT_ONCE = 5;
/** Exporting and talking at once takes its time on a busy machine. */
const PATIENCE_MS = 30_000;

let world: World;
let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'visnyk-drill-'));
  world = await aWorld({ emulators: { limits: { telegram: false, viber: false } } });
});
afterEach(async () => {
  await world.close();
  await rm(directory, { recursive: true });
});

/** A command of `package.json`, as built. */
async function run(name: string, dataDir: string, ...args: string[]) {
  const script = new URL(`../../../dist/commands/${name}.js`, import.meta.url).pathname;
  const env = { PATH: process.env.PATH, DATA_DIR: dataDir, SANDBOX: 'false', LOG_LEVEL: 'error' };
  const child = spawn(process.execPath, [script, ...args], { env });
  const [exit, output, errors] = await Promise.all([
    once(child, 'exit'),
    text(child.stdout),
    text(child.stderr),
  ]);
  return { code: exit[0], output, errors };
}

async function writes(resident: Resident, problem: string): Promise<string> {
  await resident.sees('Вітаємо!');
  await resident.press('Ні, лише звернення');
  await resident.sees('Опишіть своїми словами');
  resident.say(problem);
  await resident.sees('Записали');
  await resident.press('Далі');
  await resident.sees('Де це?');
  await resident.press('Місце не потрібне');
  await resident.sees('Додайте фото');
  await resident.press('Без фото');
  await resident.sees('Як подати?');
  await resident.press('Офіційно');
  await resident.sees('Напишіть прізвище');
  resident.say('Іваненко Марія Петрівна');
  await resident.sees('Напишіть місце проживання');
  resident.say('м. Ніжин, вул. Шевченка, 12, кв. 3');
  await resident.sees('Перевірте, будь ласка');
  await resident.press('Надіслати');
  const { text: accepted } = await resident.sees('Звернення отримано');
  return NUMBER.exec(accepted ?? '')?.[0] ?? '';
}

describe('the drill: copy while at work, lose the machine, restore', { timeout: 120_000 }, () => {
  it('brings every appeal back, under its number, and goes on counting', async () => {
    await world.start();
    const maria = aResident(world.emulators, 'telegram', 'Марія', PATIENCE_MS);
    const number = await writes(maria, 'Не горить ліхтар');
    const crowd = Array.from({ length: AT_ONCE }, (_, n) =>
      aResident(world.emulators, 'telegram', `Сусід ${n}`, PATIENCE_MS),
    );
    const copying = run('db-export', world.dataDir, join(directory, 'copy'));
    await Promise.all(crowd.map((resident) => writes(resident, 'У нас теж не горить ліхтар')));
    const copied = await copying;
    expect(copied.errors).toContain('appeals: ');
    expect(copied).toMatchObject({ code: 0, output: expect.stringContaining('Копія готова') });
    expect(await run('db-import', world.dataDir, join(directory, 'copy'))).toMatchObject({
      code: 1,
      errors: expect.stringContaining('зупиніть його'),
    });
    await world.kill();

    const restored = join(directory, 'new');
    const taken = await run('db-import', restored, join(directory, 'copy'));
    expect(taken).toMatchObject({ code: 0, output: expect.stringContaining('взято') });
    await assertWholeReferences(join(directory, 'copy'));

    const service = await aService({ DATA_DIR: restored, ...reaching(world.emulators) });
    await service.start();
    try {
      const { body } = await service.api<{ subject: string }>(
        'GET',
        `/appeals/${encodeURIComponent(number)}`,
      );
      expect(body.subject).toBe('Не горить ліхтар');
      const later = await writes(
        aResident(world.emulators, 'telegram', 'Олег', PATIENCE_MS),
        'Не світить ліхтар',
      );
      const kept = await appealNumbers(join(directory, 'copy'));
      expect(kept).toContain(number);
      expect(later > (kept.sort().at(-1) ?? '')).toBe(true);
    } finally {
      await service.kill();
    }
  });
});

async function rowsOf(copy: string, name: string): Promise<Record<string, unknown>[]> {
  const lines = (await readFile(join(copy, 'collections', `${name}.ndjson`), 'utf8')).split('\n');
  return lines.filter(Boolean).map((line) => JSON.parse(line));
}

async function appealNumbers(copy: string): Promise<string[]> {
  return (await rowsOf(copy, 'appeals')).map(({ number }) => String(number));
}

/** Whatever an appeal points at is in the copy too, though people wrote while it was made. */
async function assertWholeReferences(copy: string): Promise<void> {
  const people = (await rowsOf(copy, 'subscribers')).map(
    ({ _id }) => z.object({ $oid: z.string() }).parse(_id).$oid,
  );
  for (const { subscriberId } of await rowsOf(copy, 'appeals')) expect(people).toContain(subscriberId);
}
