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

/** Edition of the words under which name and residence are given: raise it whenever `applicant.name` changes in meaning. */
const APPEAL_CONSENT_VERSION = 1;

/** The effect that records on which words a person was named as the applicant: a consent apart from that to mailings. */
export function appealConsentEffect(locale: Locale): DialogueEffect {
  const say = speaker(locale);
  const text = `${say('applicant.name')}\n${say('applicant.residence')}`;
  return { kind: 'appealConsent', version: APPEAL_CONSENT_VERSION, textHash: hashOf(text) };
}

/** The effect that records the consent: which edition, and the SHA-256 of the words shown. */
export function consentEffect(organisation: Organisation, locale: Locale): DialogueEffect {
  const textHash = hashOf(consentText(organisation, locale));
  return { kind: 'consent', version: CONSENT_VERSION, textHash };
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
