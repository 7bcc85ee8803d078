import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** Written last: a directory without it is no whole export. */
export const MANIFEST_FILE = 'manifest.json';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().min(0);
// Names become paths below the export: nothing may lead out of it.
const collectionName = z.string().regex(/^[A-Za-z][A-Za-z0-9]{0,99}$/);

const manifestSchema = z.strictObject({
  format: z.literal('visnyk-export'),
  version: z.literal(1),
  id: z.uuid(),
  createdAt: z.iso.datetime(),
  wasRunning: z.boolean(),
  collections: z.array(z.strictObject({ name: collectionName, documents: count, sha256 })).max(1_000),
  files: z.array(z.strictObject({ id: sha256, bytes: count })).max(10_000_000),
});

/** What an export holds, so that a copy of it can be proved whole. */
export type Manifest = z.infer<typeof manifestSchema>;

/** An export, or the place it is to go to, is not as it must be; the message says what to do. */
export class TransferError extends Error {}

/** @throws {TransferError} when the directory holds no whole export of a version that is understood */
export async function readManifest(directory: string): Promise<Manifest> {
  const text = await readFile(join(directory, MANIFEST_FILE), 'utf8').catch(() => {
    throw new TransferError(
      `у «${directory}» немає ${MANIFEST_FILE}: це не експорт Вісника, або його не завершено. Зробіть його ще раз: npm run db:export`,
    );
  });
  const parsed = manifestSchema.safeParse(jsonOf(text));
  if (parsed.success) return parsed.data;
  throw new TransferError(
    `${MANIFEST_FILE} пошкоджено, або його написала новіша версія Вісника (${parsed.error.issues[0]?.path.join('.') || 'не JSON'})`,
  );
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
