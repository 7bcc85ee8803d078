import type { Role } from '../../domain/role.js';

export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  administrator: 'Адміністратор',
  head: 'Керівник',
  editor: 'Редактор',
  approver: 'Затверджувач',
  moderator: 'Модератор',
  viewer: 'Спостерігач',
};

/** What a role may do, told where a role is given. */
export const ROLE_HINTS: Readonly<Record<Role, string>> = {
  administrator: 'усе, разом з обліковими записами',
  head: 'розсилки, звернення, налаштування',
  editor: 'готує розсилки',
  approver: 'затверджує розсилки',
  moderator: 'відповідає на звернення',
  viewer: 'лише переглядає',
};
