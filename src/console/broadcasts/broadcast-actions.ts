import { Refusal } from '../../domain/refusal.js';
import type { Actor, Permission } from '../../domain/role.js';
import type { Broadcasts } from '../../services/broadcasts/broadcasts.js';
import { formText } from '../forms.js';

/** What the buttons of a broadcast's page do. */
export const BROADCAST_ACTIONS = ['approve', 'pause', 'resume', 'cancel', 'remove'] as const;
export type BroadcastAction = (typeof BROADCAST_ACTIONS)[number];

export const ACTION_PERMISSIONS: Readonly<Record<BroadcastAction, Permission>> = {
  approve: 'broadcasts.approve',
  pause: 'broadcasts.approve',
  resume: 'broadcasts.approve',
  cancel: 'broadcasts.approve',
  remove: 'broadcasts.write',
};

/** What the page says once it is done. */
export const DONE_WORDS: Readonly<Record<Exclude<BroadcastAction, 'remove'> | 'save', string>> = {
  save: 'Чернетку збережено. Перевірте, як її побачать люди.',
  approve: 'Затверджено. Хід розсилки видно на цій сторінці.',
  pause: 'Розсилку призупинено.',
  resume: 'Розсилку продовжено.',
  cancel: 'Розсилку скасовано. Хто ще не отримав, уже не отримає.',
};

/** @throws {Refusal} */
export async function perform(
  broadcasts: Broadcasts,
  action: BroadcastAction,
  id: string,
  form: FormData,
  actor: Actor,
): Promise<unknown> {
  if (action !== 'approve') return broadcasts[action](id, actor);
  const hash = formText(form, 'hash');
  if (hash === '')
    throw new Refusal('invalid', 'broadcast.no-hash', 'Відкрийте розсилку й затвердьте ще раз.');
  return broadcasts.approve(id, { hash }, actor);
}
