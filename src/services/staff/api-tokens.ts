import { timingSafeEqual } from 'node:crypto';
import { Refusal } from '../../domain/refusal.js';
import { type Actor, departmentLimit, ROLES } from '../../domain/role.js';
import type { Clocks } from '../../lib/clocks.js';
import type { Page, PageRequest } from '../../lib/page.js';
import type { Audit } from '../audit/audit.js';
import type { CheckDepartments } from './check-departments.js';
import type { ApiTokenInput } from './input.js';
import { createSecret, hashSecret } from './secrets.js';
import type { ApiTokenStore, StoredApiToken } from './store.js';

/** A token as it may be shown: without the secret. */
export type ApiTokenView = Omit<StoredApiToken, 'tokenHash'>;

/** Tokens of the city's site and other integrations. */
export interface ApiTokens {
  /** Whose token this is. The one of the configuration has every right. */
  authenticate(token: string): Promise<Actor | undefined>;
  /** @returns the secret too, this once */
  create(input: ApiTokenInput, actor: Actor): Promise<ApiTokenView & { readonly token: string }>;
  list(request: PageRequest): Promise<Page<ApiTokenView>>;
  /** @throws {Refusal} notFound */
  remove(id: string, actor: Actor): Promise<void>;
}

/** Being used is written down at most this often. */
const TOUCH_MS = 60_000;

/** `ADMIN_API_TOKEN` as the one who acts. It never counts as a second person. */
const CONFIGURED_ACTOR: Actor = {
  kind: 'token',
  id: 'admin-api-token',
  name: 'Токен адміністратора',
  roles: ROLES,
};

/** @param adminApiToken the configured one, if any */
export function createApiTokens(deps: {
  readonly tokens: ApiTokenStore;
  readonly checkDepartments: CheckDepartments;
  readonly audit: Audit;
  readonly clocks: Clocks;
  readonly adminApiToken: string | undefined;
}): ApiTokens {
  const { tokens, checkDepartments, audit } = deps;
  const { now, real } = deps.clocks;
  const configuredHash = deps.adminApiToken === undefined ? undefined : hashSecret(deps.adminApiToken);

  return {
    async authenticate(token) {
      const tokenHash = hashSecret(token);
      if (configuredHash !== undefined && isSame(tokenHash, configuredHash)) return CONFIGURED_ACTOR;
      const known = await tokens.findByHash(tokenHash);
      if (!known) return undefined;
      await noteUse(known);
      const { id, name, roles, departmentIds } = known;
      return { kind: 'token', id, name, roles, ...departmentLimit(departmentIds) };
    },

    async create({ name, roles, departments: departmentIds = [] }, actor) {
      await checkDepartments(departmentIds);
      const token = createSecret();
      const rights = { name, roles, departmentIds };
      const stored = await tokens.insert({
        ...rights,
        tokenHash: hashSecret(token),
        createdAt: now(),
        lastUsedAt: undefined,
      });
      await audit.record({ actor, action: 'token.create', subject: stored.id, after: rights });
      return { ...toView(stored), token };
    },

    async list(request) {
      const { items, nextCursor } = await tokens.list(request);
      return { items: items.map(toView), nextCursor };
    },

    async remove(id, actor) {
      if (!(await tokens.remove(id))) throw new Refusal('notFound', 'token.unknown', 'Такого токена немає.');
      await audit.record({ actor, action: 'token.remove', subject: id });
    },
  };

  async function noteUse({ id, lastUsedAt }: StoredApiToken): Promise<void> {
    const at = real();
    if (lastUsedAt === undefined || at.getTime() - lastUsedAt.getTime() >= TOUCH_MS)
      await tokens.touch(id, at);
  }
}

function toView({ tokenHash: _secret, ...view }: StoredApiToken): ApiTokenView {
  return view;
}

function isSame(hash: string, expected: string): boolean {
  return timingSafeEqual(Buffer.from(hash), Buffer.from(expected));
}
