import { createHash } from 'node:crypto';
import type { Locale } from '../../domain/locale.js';
import type { DialogueEffect, Organisation } from './ports.js';
import { speaker } from './texts.js';

/** Edition of the consent text: raise it whenever `welcome.question` changes in meaning. */
const CONSENT_VERSION = 1;

/** The text a person agrees to by «Так, погоджуюся» (Law 2297-VI: a documented act of an informed person). */
export function consentText(organisation: Organisation, locale: Locale): string {
  return speaker(locale)('welcome.question', { councilGenitive: organisation.councilNameGenitive });
}

/** The effect that records the consent: which edition, and the SHA-256 of the words shown. */
export function consentEffect(organisation: Organisation, locale: Locale): DialogueEffect {
  const textHash = createHash('sha256').update(consentText(organisation, locale)).digest('hex');
  return { kind: 'consent', version: CONSENT_VERSION, textHash };
}
