import type { Permission } from '../domain/role.js';

/** One place in the console's main menu. */
export interface NavigationItem {
  readonly href: string;
  readonly label: string;
  readonly permission: Permission;
}

/** The main menu, in the order of a working day. */
export const NAVIGATION: readonly NavigationItem[] = [
  { href: '/appeals', label: 'Звернення', permission: 'read' },
  { href: '/broadcasts', label: 'Розсилки', permission: 'read' },
  { href: '/publications', label: 'Публікації', permission: 'read' },
  { href: '/reports', label: 'Звіти', permission: 'read' },
  { href: '/greetings', label: 'Свята', permission: 'read' },
  { href: '/feeds', label: 'Стрічки', permission: 'publications.write' },
  { href: '/subscribers', label: 'Підписники', permission: 'read' },
  { href: '/staff', label: 'Працівники', permission: 'staff.manage' },
  { href: '/settings', label: 'Налаштування', permission: 'settings.write' },
];
