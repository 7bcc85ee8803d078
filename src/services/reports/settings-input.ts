import { z } from 'zod';
import { PUBLICATION_KINDS } from '../../domain/publication.js';
import { plainText } from '../plain-text.js';

const line = plainText(300).min(1);

/** Names of the report from a day on, see `ReportNames`. */
const names = z.strictObject({
  validFrom: z.iso.date(),
  departmentGenitive: line,
  organGenitive: line,
  councilName: line,
  councilNameGenitive: line,
  cityLocative: line,
  addresseeGenitive: line,
  videoSource: line,
  signerPost: line,
  signerName: plainText(300),
});

/** How the monthly report counts, and what it calls things. */
export const reportSettings = z.strictObject({
  /** Each true from its own day on, until the next */
  names: z
    .array(names)
    .min(1)
    .max(50)
    .refine(
      (all) => new Set(all.map(({ validFrom }) => validFrom)).size === all.length,
      'кожна редакція назв має свій перший день',
    ),
  /** Kinds counted as materials; acts have their own number */
  materialKinds: z
    .array(z.enum(PUBLICATION_KINDS).exclude(['act']))
    .min(1)
    .max(100)
    .transform((kinds) => [...new Set(kinds)]),
  /** A paragraph with nothing behind it says «протягом місяця не проводилося» instead of being left out */
  saysWhenEmpty: z.boolean(),
});
