/** Roles of staff accounts. One person may hold several. */
export const ROLES = ['administrator', 'head', 'editor', 'approver', 'moderator', 'viewer'] as const;
export type Role = (typeof ROLES)[number];

const PERMISSIONS = [
  'read',
  'broadcasts.write',
  'broadcasts.approve',
  'publications.write',
  'reports.sign',
  'appeals.write',
  'subscribers.import',
  'staff.manage',
  'settings.write',
  'audit.read',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

const GRANTS: Readonly<Record<Role, readonly Permission[]>> = {
  administrator: PERMISSIONS,
  head: [
    'read',
    'broadcasts.write',
    'broadcasts.approve',
    'publications.write',
    'reports.sign',
    'appeals.write',
    'settings.write',
    'audit.read',
  ],
  editor: ['read', 'broadcasts.write', 'publications.write'],
  approver: ['read', 'broadcasts.approve'],
  moderator: ['read', 'appeals.write'],
  viewer: ['read'],
};

/** Rights that a stolen password alone must not give. */
const DECISIVE: readonly Permission[] = ['broadcasts.approve', 'staff.manage'];

/** Who acts: a staff account, an API token, or the service itself. `id` goes to the audit. */
export interface Actor {
  readonly kind: 'staff' | 'token' | 'system';
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** Whose appeals the actor sees and works with; absent: every department's */
  readonly departmentIds?: readonly string[] | undefined;
}

/** The service itself, where nobody asked it to do something. */
export const SERVICE: Actor = { kind: 'system', id: 'system', name: 'Вісник', roles: [] };

/**
 * Whether somebody with these roles decides what residents receive or who may act: such a person signs in with a
 * second factor.
 */
export function needsSecondFactor(roles: readonly Role[]): boolean {
  return roles.some((role) => GRANTS[role].some((permission) => DECISIVE.includes(permission)));
}

/** Whether any role of the actor grants the permission. */
export function can(actor: Actor, permission: Permission): boolean {
  return actor.roles.some((role) => GRANTS[role].includes(permission));
}

/** Whether appeals of this department are the actor's business at all. */
export function isConcernedWith({ departmentIds }: Actor, departmentId: string): boolean {
  return departmentIds === undefined || departmentIds.includes(departmentId);
}

/** Nobody named is everybody: how the limit is kept and how it acts. */
export function departmentLimit(departmentIds: readonly string[]): Pick<Actor, 'departmentIds'> {
  return departmentIds.length === 0 ? {} : { departmentIds };
}
