import type { ComposeDraft, ComposeDrafts } from '../../src/services/compose-drafts/compose-drafts.js';
import { NOW } from './console/builders.js';

/** Unsaved forms of broadcasts in memory. */
export function memoryComposeDrafts(): ComposeDrafts {
  const kept = new Map<string, ComposeDraft>();
  const keyOf = (place: string, staffId: string) => `${place}:${staffId}`;
  return {
    get: async (place, staffId) => kept.get(keyOf(place, staffId)),
    keep: async (place, staffId, fields, seen) => {
      const key = keyOf(place, staffId);
      if ((kept.get(key)?.version ?? 0) !== seen) return undefined;
      const draft = { fields, version: seen + 1, savedAt: NOW };
      kept.set(key, draft);
      return draft;
    },
    remove: async (place, staffId) => void kept.delete(keyOf(place, staffId)),
  };
}
