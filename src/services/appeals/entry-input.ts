import { z } from 'zod';
import { APPEAL_CATEGORIES, APPEAL_NATURES } from '../../domain/appeal.js';
import { DESK_CHANNELS } from '../../domain/appeal-channel.js';
import { typedPhone } from '../../domain/phone.js';
import { plainText } from '../plain-text.js';
import { APPEAL_TEXT_MAX, fileInput, OUTGOING_NUMBER_MAX } from './input.js';

/** Longest name, and longest address, in characters. */
export const NAME_MAX = 200;
export const RESIDENCE_MAX = 300;
/** More people than sign one letter; their list goes with the scan. */
export const CO_APPLICANTS_MAX = 500;

const name = plainText(NAME_MAX).min(1);
const residence = plainText(RESIDENCE_MAX).default('');

const phone = z
  .string()
  .max(40)
  .refine((text) => typedPhone(text) !== undefined, 'must be a telephone number')
  .overwrite((text) => typedPhone(text) ?? text);

/** An appeal that staff enter, without its files. */
export const entryFields = z.strictObject({
  channel: z.enum(DESK_CHANNELS).describe('How it came: on paper, by phone, at a personal reception'),
  nature: z.enum(APPEAL_NATURES).describe('What the law calls it (Law 393/96-ВР, article 3)'),
  applicant: z.strictObject({ fullName: name, residence, phone: phone.optional() }),
  coApplicants: z
    .array(z.strictObject({ fullName: name, residence }))
    .max(CO_APPLICANTS_MAX)
    .default([])
    .describe('Who else signed a collective one'),
  category: z.enum(APPEAL_CATEGORIES),
  place: plainText(RESIDENCE_MAX).min(1).optional(),
  text: plainText(APPEAL_TEXT_MAX).min(1),
  receivedAt: z.iso
    .datetime({ offset: true })
    .transform((text) => new Date(text))
    .optional()
    .describe('Not in the future, within a year; left out: now'),
  incomingNumber: plainText(OUTGOING_NUMBER_MAX)
    .min(1)
    .optional()
    .describe('The office’s own number, «1457»'),
});

/** The same with the scan. */
export const entryInput = entryFields.extend({ files: fileInput });
