import { z } from 'zod';
import { APPEAL_CATEGORIES } from '../../domain/appeal.js';
import { plainText } from '../plain-text.js';

const optionalLine = plainText(200);
const line = optionalLine.min(1);

/** What staff write down about a department. */
export const departmentInput = z.strictObject({
  name: line,
  /** As it stands after «до»: «управління освіти» */
  nameGenitive: line,
  phone: optionalLine,
  headName: optionalLine,
  /** «начальник управління» */
  headPosition: optionalLine,
  /** What it answers for; a category is one department's only */
  categories: z.array(z.enum(APPEAL_CATEGORIES)).max(APPEAL_CATEGORIES.length).readonly(),
});
export type DepartmentInput = z.infer<typeof departmentInput>;
