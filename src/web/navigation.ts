import type { Permission } from '../domain/role.js';

/** Parts of the main menu: every day's work, what comes now and then, and what is set up once. */
export const NAVIGATION_GROUPS = ['daily', 'monthly', 'setup'] as const;

/** One place in the console's main menu. */
export interface NavigationItem {
  readonly group: (typeof NAVIGATION_GROUPS)[number];
  readonly href: string;
  readonly label: string;
  readonly permission: Permission;
}

/** The main menu, in the order of a working day. */
export const NAVIGATION: readonly NavigationItem[] = [
  { group: 'daily', href: '/', label: 'Сьогодні', permission: 'read' },
  { group: 'daily', href: '/today', label: 'Мій день', permission: 'appeals.write' },
  { group: 'daily', href: '/appeals', label: 'Звернення', permission: 'read' },
  { group: 'daily', href: '/broadcasts', label: 'Розсилки', permission: 'read' },
  { group: 'daily', href: '/publications', label: 'Публікації', permission: 'read' },
  { group: 'monthly', href: '/reports', label: 'Звіти', permission: 'read' },
  { group: 'monthly', href: '/greetings', label: 'Свята', permission: 'read' },
  { group: 'monthly', href: '/subscribers', label: 'Підписники', permission: 'read' },
  { group: 'setup', href: '/feeds', label: 'Стрічки', permission: 'publications.write' },
  { group: 'setup', href: '/staff', label: 'Працівники', permission: 'staff.manage' },
  { group: 'setup', href: '/settings', label: 'Налаштування', permission: 'settings.write' },
  { group: 'setup', href: '/help', label: 'Довідка', permission: 'read' },
];
