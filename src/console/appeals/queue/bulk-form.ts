import { z } from 'zod';
import { Refusal } from '../../../domain/refusal.js';
import type { BulkWork } from '../../../services/appeals/bulk.js';
import { assignInput, closeInput, forwardInput, noteInput } from '../../../services/appeals/input.js';
import { formText } from '../../forms.js';

/** What the buttons of the queue's bar do, in their order. */
export const BULK_KINDS = ['take', 'assign', 'forward', 'note', 'close'] as const;
const kindSchema = z.enum(BULK_KINDS);

/**
 * Reads which work the pressed button asks for.
 *
 * @throws {Refusal} invalid: nothing is chosen or written in the button's field
 */
export function readBulkWork(form: FormData): BulkWork {
  const kind = kindSchema.safeParse(form.get('work')).data;
  switch (kind) {
    case 'take':
      return { kind };
    case 'assign': {
      const parsed = assignInput.safeParse({ assignee: formText(form, 'assignee') });
      return { kind, assigneeId: given(parsed, 'Оберіть, кому призначити.').assignee };
    }
    case 'forward': {
      const parsed = forwardInput.safeParse({ department: formText(form, 'forward-to') });
      return { kind, departmentId: given(parsed, 'Оберіть підрозділ, якому передати.').department };
    }
    case 'note': {
      const parsed = noteInput.safeParse({ text: formText(form, 'note') });
      return { kind, text: given(parsed, 'Напишіть нотатку, до 10 000 знаків.').text };
    }
    case 'close': {
      const parsed = closeInput.safeParse({ resolution: formText(form, 'resolution') });
      return { kind, resolution: given(parsed, 'Оберіть, чим завершено розгляд.').resolution };
    }
    default:
      throw new Refusal('invalid', 'appeals.work', 'Натисніть одну з кнопок під списком.');
  }
}

function given<T>(parsed: { readonly data?: T | undefined }, complaint: string): T {
  if (parsed.data === undefined) throw new Refusal('invalid', 'appeals.bulk', complaint);
  return parsed.data;
}
