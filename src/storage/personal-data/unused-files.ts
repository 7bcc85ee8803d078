import type { Connection, Model } from 'mongoose';
import type { Files } from '../../services/files/files.js';
import type { UnusedFiles } from '../../services/retention/ports.js';
import { answerDraftModel } from '../appeals/answer-draft-store.js';
import { appealModel } from '../appeals/appeal-model.js';
import { cannedReplyModel } from '../appeals/canned-reply-model.js';
import { broadcastModel } from '../broadcasts/broadcast-model.js';
import { composeDraftModel } from '../broadcasts/compose-draft-store.js';
import { publicationModel } from '../publications/publication-model.js';
import { subscriberModel } from '../subscribers/subscriber-model.js';
import { dataCopyModel } from './data-copy-store.js';

/** Documents of one answer of the database. */
const BATCH = 500;
/** A model, where file ids stand in it, and which documents may have any */
type Reference = readonly [model: Model<object>, paths: readonly string[], filter?: object];

/** A SHA-256, as file ids are: nothing else in a document looks so. */
const FILE_IDS = /[0-9a-f]{64}/g;

/**
 * Finds files that nothing refers to, by reading every reference once: no index of files has to be kept for what is
 * done once a night.
 */
export function createUnusedFiles(connection: Connection, files: Pick<Files, 'removeUnused'>): UnusedFiles {
  const references = [
    [appealModel(connection), ['messages.files.fileId', 'toSign.files.fileId']],
    [
      subscriberModel(connection),
      ['dialogue.state.form.files.file.fileId', 'dialogue.state.kept.files.file.fileId'],
      {
        $or: [{ 'dialogue.state.form.savedAt': { $gt: '' } }, { 'dialogue.state.kept.savedAt': { $gt: '' } }],
      },
    ],
    [answerDraftModel(connection), ['files.fileId']],
    [cannedReplyModel(connection), ['files.fileId']],
    [broadcastModel(connection), ['pictures.fileId']],
    [composeDraftModel(connection), ['fields.value']],
    [publicationModel(connection), ['photos.picture.fileId']],
    [dataCopyModel(connection), ['files.fileId']],
    // Each is read for its file ids alone, whatever else it holds.
  ] as unknown as readonly Reference[];

  return {
    async sweep(before, signal) {
      const used = new Set<string>();
      for (const [model, paths, filter = {}] of references) {
        const projection = Object.fromEntries(paths.map((path) => [path, 1]));
        for await (const document of model.find(filter, projection).lean().cursor({ batchSize: BATCH })) {
          if (signal.aborted) return 0;
          collect(document, used);
        }
      }
      return files.removeUnused((id) => used.has(id), before, signal);
    },
  };
}

function collect(value: unknown, into: Set<string>): void {
  if (typeof value === 'string') {
    for (const [id] of value.matchAll(FILE_IDS)) into.add(id);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  for (const part of Array.isArray(value) ? value : Object.values(value)) collect(part, into);
}
