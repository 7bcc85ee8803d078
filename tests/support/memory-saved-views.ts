import type { SavedView, SavedViewStore } from '../../src/services/saved-views/saved-views.js';

/** Saved views in memory. */
export function memorySavedViews(): SavedViewStore {
  const kept: (SavedView & { readonly staffId: string })[] = [];
  const indexOf = (isIt: (view: (typeof kept)[number]) => boolean) => kept.findIndex(isIt);
  return {
    listOf: async (staffId, limit) => kept.filter((view) => view.staffId === staffId).slice(0, limit),
    save: async (staffId, { name, query }) => {
      const at = indexOf((view) => view.staffId === staffId && view.name === name);
      const id = kept[at]?.id ?? `view-${kept.length + 1}`;
      kept.splice(at < 0 ? kept.length : at, at < 0 ? 0 : 1, { id, staffId, name, query });
    },
    remove: async (staffId, id) => {
      const at = indexOf((view) => view.staffId === staffId && view.id === id);
      if (at >= 0) kept.splice(at, 1);
      return at >= 0;
    },
  };
}
