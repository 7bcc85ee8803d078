import { parseAppealNumber } from '../../domain/appeal-number.js';
import { fullDate } from './dates.js';
import { MESSENGER_NAMES } from './messenger-names.js';
import { type Scene, subjectOf } from './scene.js';
import { choice, type ScreenDefinition } from './screen.js';
import { initialState } from './state.js';
import { stopReceiving } from './stopped.js';
import { topicList } from './topic-list.js';
import { goTo, stay, type Turn } from './turn.js';

/** D1: what is kept about the person. */
export const myData: ScreenDefinition<'my-data'> = {
  ask: (scene) => ({
    text: scene.say('myData.text', { ...profileOf(scene), count: scene.context.appeals.length }),
    choices: [
      choice('copy', scene.say('myData.copy'), () => stay(scene, { notes: [copyOf(scene)] })),
      choice('edit', scene.say('myData.edit'), () => goTo(scene, { id: 'edit-data' })),
      choice('erase', scene.say('myData.erase'), () => goTo(scene, { id: 'erase-data' })),
      choice('withdraw', scene.say('myData.withdrawConsent'), () => stopReceiving(scene)),
      choice('back', scene.say('common.back'), () => goTo(scene, { id: 'settings' })),
    ],
  }),
};

/** D3: the profile goes, official appeals stay in the records: the law wants them kept. */
export const eraseData: ScreenDefinition<'erase-data'> = {
  choiceOnly: true,
  ask: (scene) => ({
    text: scene.say('eraseData.question', { count: officialCount(scene) }),
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
  const date = fullDate(scene, scene.context.now);
  const number = confirmationNumber(scene.context.person.id);
  return {
    state: initialState,
    effects: [{ kind: 'erase' }],
    notes: [scene.say('eraseData.done', { date, number })],
    shows: 'buttons',
  };
}

/** By it staff find the row that is left of the person: the end of its id. */
function confirmationNumber(subscriberId: string): string {
  return subscriberId.slice(-8).toUpperCase();
}

function officialCount({ context: { appeals } }: Scene): number {
  return appeals.filter(({ number }) => parseAppealNumber(number)?.series !== 'С').length;
}

function copyOf(scene: Scene): string {
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
