import type { SettingsStore } from '../../src/services/settings/settings.js';

/** Settings in memory, all of them as they come. */
export function memorySettings(): SettingsStore {
  const values = new Map<string, unknown>();
  return {
    get: async () => Object.fromEntries(values),
    set: async (key, value) => void values.set(key, value),
  };
}
