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

/** Ids of the departments whose appeals one works with; none: all of them. */
const departments = z.array(z.string().min(1).max(100)).max(500);

/** A new member of staff. */
export const staffInput = z.strictObject({
  email: emailSchema,
  name: personName,
  position: position.optional(),
  roles,
  departments: departments.optional(),
});
export type StaffInput = z.output<typeof staffInput>;

/** What may change of somebody; the e-mail is who they are. */
export const staffChange = z.strictObject({ name: personName, position, roles, departments }).partial();
export type StaffChange = z.output<typeof staffChange>;

/** A new token for an integration. */
export const apiTokenInput = z.strictObject({
  name: personName,
  roles,
  departments: departments.optional(),
});
export type ApiTokenInput = z.output<typeof apiTokenInput>;
