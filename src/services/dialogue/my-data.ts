import { parseAppealNumber } from '../../domain/appeal-number.js';
import { localClock, localDay } from '../../lib/city-time.js';
import { fullDate } from './dates.js';
import { MESSENGER_NAMES } from './messenger-names.js';
import type { AppealView, DialogueContext } from './ports.js';
import { type Scene, subjectOf } from './scene.js';
import { choice, type ScreenDefinition } from './screen.js';
import { initialState } from './state.js';
import { stopReceiving } from './stopped.js';
import { topicList } from './topic-list.js';
import { goTo, type Turn } from './turn.js';

/** Numbers of a receipt; the others are counted. */
const NUMBERS_SHOWN = 20;

/** D1: what is kept about the person. */
export const myData: ScreenDefinition<'my-data'> = {
  ask: (scene) => ({
    text: scene.say('myData.text', { ...profileOf(scene), count: scene.context.appeals.length }),
    choices: [
      choice('copy', scene.say('myData.copy'), () =>
        goTo(scene, { id: 'data-copy' }, { effects: [{ kind: 'copyData' }] }),
      ),
      choice('edit', scene.say('myData.edit'), () => goTo(scene, { id: 'edit-data' })),
      choice('erase', scene.say('myData.erase'), () => goTo(scene, { id: 'erase-data' })),
      choice('withdraw', scene.say('myData.withdrawConsent'), () => withdrawConsent(scene)),
      choice('back', scene.say('common.back'), () => goTo(scene, { id: 'settings' })),
    ],
  }),
};

/** D3: the profile goes, official appeals stay in the records: the law wants them kept. */
export const eraseData: ScreenDefinition<'erase-data'> = {
  choiceOnly: true,
  ask: (scene) => ({
    text: scene.say('eraseData.question', { count: officialAppeals(scene).length }),
    choices: [
      choice('yes', scene.say('eraseData.yes'), () => erase(scene)),
      choice('no', scene.say('common.no'), () => openMyData(scene)),
    ],
  }),
};

/** «Мої дані» */
export function openMyData(scene: Scene): Turn {
  return goTo(scene, { id: 'my-data' });
}

/** The dialogue begins anew: the unfinished form goes too. */
function erase(scene: Scene): Turn {
  const { say, context } = scene;
  const date = fullDate(scene, context.now);
  const receipt = receiptNumber(context);
  return {
    state: initialState,
    effects: [{ kind: 'erase', receipt }],
    notes: [say('eraseData.done', { date, number: receipt }), say('eraseData.erased'), keptWords(scene)],
    shows: 'buttons',
  };
}

/** Under which law, and how long, what stays is kept. */
function keptWords(scene: Scene): string {
  const { say, context } = scene;
  const numbers = officialAppeals(scene).map(({ number }) => number);
  if (numbers.length === 0) return say('eraseData.nothingKept');
  const more = numbers.length - NUMBERS_SHOWN;
  return say('eraseData.kept', {
    count: context.appealYears,
    numbers: [
      ...numbers.slice(0, NUMBERS_SHOWN),
      ...(more > 0 ? [say('eraseData.more', { count: more })] : []),
    ].join(', '),
  });
}

/** `ВД-20261123-1405-E5F60718`: when it was, and the end of the id of the row that is left. */
function receiptNumber({ now, timeZone, person }: DialogueContext): string {
  const day = localDay(now, timeZone).replaceAll('-', '');
  const time = localClock(now, timeZone).replace(':', '').padStart(4, '0');
  return `ВД-${day}-${time}-${person.id.slice(-8).toUpperCase()}`;
}

/** An anonymous message is no appeal by law, and what was taken for spam is in no register. */
function officialAppeals({ context: { appeals } }: Scene): readonly AppealView[] {
  return appeals.filter(({ number, isLookedAt }) => !isLookedAt && parseAppealNumber(number)?.series !== 'С');
}

/** Who gave one consent alone withdraws that one. */
function withdrawConsent(scene: Scene): Turn {
  const { appealConsent } = scene.context.person;
  return appealConsent ? goTo(scene, { id: 'which-consent' }) : stopReceiving(scene);
}

/** The copy as a message, where no file can be given: its heads. */
export function copyInChat(scene: Scene): string {
  const { say, context } = scene;
  const { person, knownApplicant, appeals, now } = context;
  const lines = appeals.map((appeal) =>
    say('myData.copyAppeal', {
      number: appeal.number,
      date: fullDate(scene, appeal.receivedAt),
      subject: subjectOf(scene, appeal),
    }),
  );
  return say('myData.copyText', {
    ...profileOf(scene),
    date: fullDate(scene, now),
    address: person.address,
    since: fullDate(scene, person.createdAt),
    applicant: knownApplicant
      ? `${knownApplicant.fullName}, ${knownApplicant.residence}`
      : say('myData.noName'),
    appeals: lines.length > 0 ? lines.join('\n') : say('myData.noAppeals'),
  });
}

function profileOf(scene: Scene) {
  const { say } = scene;
  const { person } = scene.context;
  const { consent } = person;
  return {
    channel: MESSENGER_NAMES[person.channel],
    name: person.name ?? say('myData.noName'),
    topics: person.topics.length > 0 ? topicList(scene, person.topics) : say('myData.noTopics'),
    consent: consent
      ? say('myData.consent', { date: fullDate(scene, consent.at), version: consent.version })
      : say('myData.noConsent'),
  };
}
