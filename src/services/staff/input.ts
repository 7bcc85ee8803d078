import { z } from 'zod';
import { ROLES } from '../../domain/role.js';
import { plainText } from '../plain-text.js';

/** People type their e-mail with capitals and spaces; there is one account for all of these. */
export const emailSchema = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .pipe(z.email({ error: 'має бути адресою електронної пошти' }));

const personName = plainText(120).min(1);
const roles = z
  .array(z.enum(ROLES))
  .min(1)
  .max(ROLES.length)
  .transform((given) => ROLES.filter((role) => given.includes(role)));

/** «головний спеціаліст»; stands under the person's answers to citizens. */
const position = plainText(120);

/** A new member of staff. */
export const staffInput = z.strictObject({
  email: emailSchema,
  name: personName,
  position: position.optional(),
  roles,
});
export type StaffInput = z.output<typeof staffInput>;

/** A new token for an integration. */
export const apiTokenInput = z.strictObject({ name: personName, roles });
export type ApiTokenInput = z.output<typeof apiTokenInput>;
