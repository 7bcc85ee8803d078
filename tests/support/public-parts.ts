import type { PublicParts } from '../../src/public/parts.js';
import { DEFAULT_SETTINGS } from '../../src/services/settings/defaults.js';

/** What public pages are given where nothing was ever sent, and nothing kept, unless the test says otherwise. */
export function publicParts(parts: Partial<PublicParts> = {}): PublicParts {
  return {
    archive: async () => ({ items: [], nextCursor: null }),
    topics: async () => DEFAULT_SETTINGS.topics.items,
    organisation: async () => DEFAULT_SETTINGS.organisation,
    origin: () => 'https://visnyk.example',
    findSent: async () => undefined,
    openMedia: async () => undefined,
    follow: async () => undefined,
    copies: { look: async () => undefined, take: async () => undefined },
    timeZone: 'Europe/Kyiv',
    ...parts,
  };
}
