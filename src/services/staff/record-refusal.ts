import { SERVICE } from '../../domain/role.js';
import type { Audit } from '../audit/audit.js';

/** Whose account it was, when there is no such one: what was typed may be anybody's address, or a password. */
const NOBODY = 'unknown';

/**
 * Notes in the audit that somebody was not let in. How often that can be is bounded by `Guesses`.
 *
 * @param staffId undefined: the e-mail is nobody's
 */
export function recordRefusal(
  audit: Audit,
  staffId: string | undefined,
  reason: 'password' | 'code',
): Promise<void> {
  return audit.record({
    actor: SERVICE,
    action: 'session.refuse',
    subject: staffId ?? NOBODY,
    after: { reason },
  });
}
