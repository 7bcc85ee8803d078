import type { z } from 'zod';
import { Refusal } from '../../domain/refusal.js';
import type { Actor, Permission } from '../../domain/role.js';
import { correctionInput, REASON_MAX, recallInput } from '../../services/broadcasts/input.js';
import { formText } from '../forms.js';
import type { ConsoleParts } from '../parts.js';

/** What the buttons of a broadcast's page do. */
export const BROADCAST_ACTIONS = [
  'approve',
  'undo',
  'pause',
  'resume',
  'cancel',
  'correct',
  'propose',
  'recall',
  'remove',
] as const;
export type BroadcastAction = (typeof BROADCAST_ACTIONS)[number];

/** `approve`, `undo` and `correct`: the service knows who may, roles alone do not. */
export const ACTION_PERMISSIONS: Readonly<Record<BroadcastAction, Permission>> = {
  approve: 'read',
  undo: 'read',
  pause: 'broadcasts.approve',
  resume: 'broadcasts.approve',
  cancel: 'broadcasts.approve',
  correct: 'read',
  propose: 'read',
  recall: 'broadcasts.approve',
  remove: 'broadcasts.write',
};

/** What the page says once it is done. */
export const DONE_WORDS: Readonly<Record<Exclude<BroadcastAction, 'remove'> | 'save', string>> = {
  save: 'Чернетку збережено. Перевірте, як її побачать люди.',
  undo: 'Затвердження забрано. Це знову чернетка, нікому нічого не надіслано.',
  approve: 'Затверджено. Хід розсилки видно на цій сторінці.',
  pause: 'Розсилку призупинено.',
  resume: 'Розсилку продовжено.',
  cancel: 'Розсилку скасовано. Хто ще не отримав, уже не отримає.',
  correct: 'Виправлення надсилається. Його хід видно на цій сторінці.',
  propose: 'Виправлення чекає на другу людину: вона побачить його на цій сторінці.',
  recall: 'Повідомлення відкликано. Хід видалення видно на цій сторінці.',
};

/** @throws {Refusal} */
export async function perform(
  { broadcasts, settings }: Pick<ConsoleParts, 'broadcasts' | 'settings'>,
  action: BroadcastAction,
  id: string,
  form: FormData,
  actor: Actor,
): Promise<unknown> {
  if (action === 'correct') return broadcasts.correct(id, checked(correctionInput, form), actor);
  if (action === 'propose')
    return broadcasts.proposeCorrection(id, checked(correctionInput, form).text, actor);
  if (action === 'recall') return broadcasts.recall(id, checked(recallInput, form).reason, actor);
  if (action !== 'approve') return broadcasts[action](id, actor);
  const { undoSeconds } = (await settings.get()).broadcasts;
  const reason = formText(form, 'emergencyReason').slice(0, REASON_MAX);
  return broadcasts.approve(
    id,
    { hash: formText(form, 'hash'), undoSeconds, emergencyReason: reason || undefined },
    actor,
  );
}

/** @throws {Refusal} invalid */
function checked<T>(schema: z.ZodType<T>, form: FormData): T {
  const given = ['text', 'reason', 'emergencyReason'].flatMap((name) =>
    formText(form, name) ? [[name, formText(form, name)]] : [],
  );
  const parsed = schema.safeParse(Object.fromEntries(given));
  if (parsed.success) return parsed.data;
  throw new Refusal('invalid', 'broadcast.amendment', 'Напишіть текст: не порожній і не задовгий.');
}
