import type { AppealFile } from '../../domain/appeal.js';
import { COUNTED_STATUSES } from '../../domain/delivery.js';
import type { Locale } from '../../domain/locale.js';
import type { Consent } from '../../domain/subscriber.js';
import { localClock, localDay } from '../../lib/city-time.js';
import { fullDay } from '../dialogue/dates.js';
import { MESSENGER_NAMES } from '../dialogue/messenger-names.js';
import { type Say, speaker } from '../dialogue/texts.js';
import type { DataCopy } from './copy.js';

type AppealCopy = DataCopy['appeals'][number];
type MailingConsent = Pick<Consent, 'at' | 'version'> | undefined;

/** The copy as a person reads it: plain text, a paragraph for each thing. */
export function copyWords(copy: DataCopy, locale: Locale, timeZone: string): string {
  const say = speaker(locale);
  const moment = (at: Date) => `${fullDay({ locale }, localDay(at, timeZone))}, ${localClock(at, timeZone)}`;
  const { profile, mailing, consents, unfinished, appeals, callBacks, deliveries } = copy;
  const consent = (given: MailingConsent) =>
    given ? say('copy.consent', { date: moment(given.at), version: given.version }) : say('myData.noName');
  const applicant = profile.applicant;
  return [
    say('copy.title', { number: copy.number, date: moment(copy.at) }),
    [
      say('copy.messenger', { channel: MESSENGER_NAMES[profile.messenger], address: profile.address }),
      say('copy.name', { name: profile.name ?? say('myData.noName') }),
      say('copy.since', { date: moment(profile.since), source: profile.source ?? say('myData.noName') }),
      say('copy.applicant', {
        applicant:
          [applicant?.fullName, applicant?.residence].filter(Boolean).join(', ') || say('myData.noName'),
      }),
    ].join('\n'),
    [
      say('copy.topics', {
        topics: mailing.topics.map(({ name }) => name).join(', ') || say('myData.noTopics'),
      }),
      say('copy.mailingConsent', { consent: consent(consents.mailing) }),
      say('copy.appealConsent', { consent: consent(consents.appeals) }),
    ].join('\n'),
    say('copy.deliveries', {
      counts:
        COUNTED_STATUSES.flatMap((status) => {
          const count = deliveries.byStatus[status];
          return count ? `${say(`copy.delivery.${status}`)} – ${count}` : [];
        }).join(', ') || '0',
    }),
    say('copy.kept', { messages: copy.keptMessages, updates: copy.keptUpdates }),
    ...callBacks.map(({ phone, askedAt }) => say('copy.callBack', { phone, date: moment(askedAt) })),
    ...unfinished.map(({ texts, files, savedAt }) =>
      [say('copy.unfinished', { date: moment(new Date(savedAt)) }), ...texts, ...fileLines(files, say)].join(
        '\n',
      ),
    ),
    ...appeals.map((appeal) => appealWords(appeal, say, moment)),
    ...(appeals.length === 0 ? [say('copy.noAppeals')] : []),
  ].join('\n\n');
}

function appealWords(appeal: AppealCopy, say: Say, moment: (at: Date) => string): string {
  const { number, receivedAt, status, applicant, place, messages } = appeal;
  const where = place?.address ?? (place?.point ? `${place.point.latitude}, ${place.point.longitude}` : '');
  return [
    say('copy.appeal', { number, date: moment(receivedAt), status: say(`status.${status}`) }),
    ...(applicant
      ? [
          say('copy.applicant', {
            applicant: [applicant.fullName, applicant.residence].filter(Boolean).join(', '),
          }),
        ]
      : []),
    ...(where ? [say('copy.place', { place: where })] : []),
    ...messages.map(({ from, at, text, files }) =>
      [`${say(`copy.${from}`)}, ${moment(at)}:`, ...(text ? [text] : []), ...fileLines(files, say)].join(
        '\n',
      ),
    ),
  ].join('\n');
}

function fileLines(
  files: readonly Pick<AppealFile, 'name' | 'contentType' | 'sizeBytes'>[],
  say: Say,
): string[] {
  return files.map(({ name, contentType, sizeBytes }) =>
    say('copy.file', { name: name || contentType, kilobytes: Math.ceil(sizeBytes / 1024) }),
  );
}
