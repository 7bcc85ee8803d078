import { extname } from 'node:path';
import type { AppealFile } from '../../domain/appeal.js';
import type { RemoteFile } from '../../domain/inbound-event.js';
import type { Logger } from '../../lib/log.js';
import type { Slots } from '../../lib/slots.js';
import type { ReceivedFile } from '../dialogue/ports.js';
import type { Files } from '../files/files.js';
import { FetchFileError, type InboundChannel } from './ports.js';

/** A bot may download no more: https://core.telegram.org/bots/api#getfile */
const MAX_BYTES = 20 * 1024 * 1024;
/** All tries of one download and the wait for its turn: while they last, this person's later messages wait. */
const DEADLINE_MS = 30_000;
const TRIES = 3;
/** Characters of a file's name. */
const NAME_MAX = 120;
/** Programs and scripts: nobody needs them in an appeal, and somebody would open them. */
const FORBIDDEN =
  /^\.(exe|msi|bat|cmd|com|scr|pif|cpl|js|jse|vbs|vbe|wsf|wsh|ps1|apk|ipa|jar|dll|sys|lnk|url|reg|hta|chm|msc|scf|sh|app|dmg|iso|img|vhd)$/i;

const DEFAULT_TYPES: Readonly<Record<RemoteFile['kind'], string>> = {
  photo: 'image/jpeg',
  voice: 'audio/ogg',
  audio: 'audio/mpeg',
  video: 'video/mp4',
  document: 'application/octet-stream',
};

export interface ReceiveFilesDeps {
  readonly channel: InboundChannel;
  readonly files: Files;
  /** Downloads at once */
  readonly downloads: Slots;
  readonly log: Logger;
}

/**
 * Brings a resident's files into our store while the messenger still has them.
 *
 * @throws when `signal` aborts: the files can be fetched again later, and nobody is told that they are lost
 */
export async function receiveFiles(
  remote: readonly RemoteFile[],
  deps: ReceiveFilesDeps,
  signal: AbortSignal,
): Promise<ReceivedFile[]> {
  const received: ReceivedFile[] = [];
  for (const file of remote) received.push(await receive(file, deps, signal));
  return received;
}

async function receive(
  remote: RemoteFile,
  { channel, files, downloads, log }: ReceiveFilesDeps,
  signal: AbortSignal,
): Promise<ReceivedFile> {
  const name = safeName(remote.name);
  const failure = (reason: 'tooLarge' | 'forbiddenType' | 'failed') =>
    ({ ok: false, reason, name, sizeBytes: remote.sizeBytes }) as const;
  if (FORBIDDEN.test(extname(name))) return failure('forbiddenType');
  if (remote.sizeBytes !== undefined && remote.sizeBytes > MAX_BYTES) return failure('tooLarge');
  const deadline = AbortSignal.any([signal, AbortSignal.timeout(DEADLINE_MS)]);
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    try {
      return await downloads.hold(async () => {
        const { bytes, contentType } = await channel.fetchFile(remote, deadline);
        if (bytes.byteLength > MAX_BYTES) return failure('tooLarge');
        const type = remote.contentType ?? contentType ?? DEFAULT_TYPES[remote.kind];
        const stored = await files.put(bytes, type);
        return { ok: true, file: toAppealFile({ ...remote, name }, stored.id, type, stored.sizeBytes) };
      });
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof FetchFileError)) throw error;
      if (error.reason === 'tooLarge') return failure('tooLarge');
      log.warn({ channel: channel.id, reason: error.reason, attempt }, 'intake: file not fetched');
      if (error.reason === 'gone' || deadline.aborted) break;
    }
  }
  return failure('failed');
}

/**
 * A file's name as staff may see and save it: no marks that turn its letters around, and nothing at its end that
 * Windows leaves out (`program.exe.` is saved as `program.exe`). Too long, it keeps its end.
 */
function safeName(name = ''): string {
  return name
    .replace(/[\p{Cc}\p{Cf}\p{Cs}/\\]/gu, '')
    .replace(/[\s.]+$/, '')
    .slice(-NAME_MAX)
    .replace(/^\p{Cs}/u, '');
}

function toAppealFile(
  remote: RemoteFile,
  fileId: string,
  contentType: string,
  sizeBytes: number,
): AppealFile {
  return {
    fileId,
    kind: remote.kind,
    name: remote.name ?? '',
    contentType,
    sizeBytes,
    ...(remote.durationSeconds === undefined ? {} : { durationSeconds: remote.durationSeconds }),
  };
}
