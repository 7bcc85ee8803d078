import { createSecret, hashSecret } from './secrets.js';
import type { LinkPurpose, LinkStore } from './store.js';

/** One-time links: how somebody without a password gets one. */
export interface Links {
  /** Makes older links of this purpose void. @returns the whole address, shown once and kept only as a hash */
  create(purpose: LinkPurpose): Promise<string>;
  /** What the link is for while it is valid; looking does not use it up (mail scanners look). */
  find(token: string): Promise<LinkPurpose | undefined>;
  /** Uses the link up. @returns undefined when it is no longer valid or somebody was faster */
  take(token: string): Promise<LinkPurpose | undefined>;
}

const LINK_VALID_MS = 60 * 60_000;

/**
 * @param real the real clock
 * @param address where a token is opened, e.g. `https://visnyk.example.ua/link/<token>`
 */
export function createLinks(deps: {
  readonly links: LinkStore;
  readonly real: () => Date;
  readonly address: (token: string) => string;
}): Links {
  const { links, real, address } = deps;

  async function findValid(token: string) {
    const link = await links.get(hashSecret(token));
    return link && link.expiresAt > real() ? link : undefined;
  }

  return {
    async create(purpose) {
      const token = createSecret();
      const expiresAt = new Date(real().getTime() + LINK_VALID_MS);
      await links.replace({ id: hashSecret(token), purpose, expiresAt });
      return address(token);
    },
    find: async (token) => (await findValid(token))?.purpose,
    async take(token) {
      const link = await findValid(token);
      return link && (await links.take(link.id)) ? link.purpose : undefined;
    },
  };
}
