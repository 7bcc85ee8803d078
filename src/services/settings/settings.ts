import type { Actor } from '../../domain/role.js';
import type { Audit } from '../audit/audit.js';
import type { SettingsInput, SettingsValues } from './input.js';

/** What staff can change without a developer. */
export interface Settings {
  get(): Promise<SettingsValues>;
  /** Changes only what is given. @returns everything as it stands then */
  change(input: SettingsInput, actor: Actor): Promise<SettingsValues>;
}

export type SettingsKey = keyof SettingsValues;

export interface SettingsStore {
  get(): Promise<{ readonly [K in SettingsKey]?: Partial<SettingsValues[K]> }>;
  set<K extends SettingsKey>(key: K, value: SettingsValues[K]): Promise<void>;
}

/** Nizhyn, the first user; another hromada writes its own. The phone is the government's line, true anywhere. */
export const DEFAULT_SETTINGS: SettingsValues = {
  organisation: {
    councilName: 'Ніжинська міська рада',
    councilNameGenitive: 'Ніжинської міської ради',
    dataOwner: 'виконавчий комітет Ніжинської міської ради',
    cityName: 'Ніжин',
    address: 'Площа ім. Івана Франка, 1',
    phone: '1545 (урядова гаряча лінія)',
    officeHours: '8:00–17:00',
    lunchBreak: '13:00–14:00',
    territory: { latitude: 51.048, longitude: 31.886, radiusKm: 20 },
    territoryNameGenitive: 'Ніжинської громади',
  },
};

/** What staff can change without a developer; every change goes to the audit. */
export function createSettings(deps: { readonly store: SettingsStore; readonly audit: Audit }): Settings {
  const { store, audit } = deps;

  async function current(): Promise<SettingsValues> {
    const stored = await store.get();
    return { organisation: { ...DEFAULT_SETTINGS.organisation, ...stored.organisation } };
  }

  return {
    get: current,
    async change({ organisation }, actor) {
      const before = await current();
      if (!organisation) return before;
      const given = Object.fromEntries(
        Object.entries(organisation).filter(([, value]) => value !== undefined),
      );
      const after = { organisation: { ...before.organisation, ...given } };
      await store.set('organisation', after.organisation);
      await audit.record({
        actor,
        action: 'settings.change',
        subject: 'organisation',
        before: before.organisation,
        after: after.organisation,
      });
      return after;
    },
  };
}
