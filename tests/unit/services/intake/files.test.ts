import { describe, expect, it } from 'vitest';
import type { RemoteFile } from '../../../../src/domain/inbound-event.js';
import { Slots } from '../../../../src/lib/slots.js';
import type { Files } from '../../../../src/services/files/files.js';
import { receiveFiles } from '../../../../src/services/intake/files.js';
import { FetchFileError, type InboundChannel } from '../../../../src/services/intake/ports.js';
import { silentLogger } from '../../../support/silent-logger.js';

const VOICE: RemoteFile = {
  kind: 'voice',
  ref: 'voice',
  name: undefined,
  contentType: 'audio/ogg',
  sizeBytes: 10,
  durationSeconds: 3,
};

const noStore: Files = {
  put: () => Promise.reject(new Error('nothing to keep')),
  publish: () => Promise.reject(new Error('nothing to publish')),
  get: async () => undefined,
  findPublic: async () => undefined,
  read: () => Promise.reject(new Error('nothing here')),
  reference: async () => undefined,
  remember: async () => undefined,
  remove: async () => undefined,
  removeUnused: async () => 0,
};

function depsWith(fetchFile: InboundChannel['fetchFile']) {
  const channel = { id: 'telegram', parse: () => undefined, acknowledge: async () => {}, fetchFile } as const;
  return { channel, files: noStore, downloads: new Slots(2), log: silentLogger };
}

describe('receiveFiles', () => {
  it('gives all tries of a download one deadline, so that a silent server holds a person up once', async () => {
    const deadlines: AbortSignal[] = [];
    const deps = depsWith((_file, deadline) => {
      deadlines.push(deadline);
      return Promise.reject(new FetchFileError('failed'));
    });
    const received = await receiveFiles([VOICE], deps, new AbortController().signal);
    expect(received).toMatchObject([{ ok: false, reason: 'failed' }]);
    expect(deadlines).toHaveLength(3);
    expect(new Set(deadlines).size).toBe(1);
  });

  it.each([
    ['setup.exe', 'setup.exe'],
    ['setup.EXE. .', 'setup.EXE'],
    ['photo\u202egpj.exe', 'photogpj.exe'],
    ['setup.exe\u200b', 'setup.exe'],
    [`${'a'.repeat(200)}.exe`, `${'a'.repeat(116)}.exe`],
  ])('takes no program, however its name %j is written', async (name, shown) => {
    const deps = depsWith(() => Promise.reject(new Error('fetched')));
    const received = await receiveFiles([{ ...VOICE, name }], deps, new AbortController().signal);
    expect(received).toMatchObject([{ ok: false, reason: 'forbiddenType', name: shown }]);
  });

  it('leaves a download that the end of the service cut off to the next start', async () => {
    const stopping = new AbortController();
    const deps = depsWith((_file, deadline) => {
      stopping.abort();
      return Promise.reject(new FetchFileError(deadline.aborted ? 'failed' : 'gone'));
    });
    await expect(receiveFiles([VOICE], deps, stopping.signal)).rejects.toThrow();
  });

  it('fetches no more files at once than it has room for', async () => {
    let underWay = 0;
    let most = 0;
    const deps = depsWith(async () => {
      underWay += 1;
      most = Math.max(most, underWay);
      await new Promise(setImmediate);
      underWay -= 1;
      throw new FetchFileError('gone');
    });
    const { signal } = new AbortController();
    await Promise.all(Array.from({ length: 5 }, () => receiveFiles([VOICE], deps, signal)));
    expect(most).toBe(2);
  });
});
