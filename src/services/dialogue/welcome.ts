import { MAIN_TOPICS, type Topic } from '../../domain/topic.js';
import { openAppealForm } from './appeal-form/open.js';
import { consentEffect, consentText } from './consent.js';
import { MESSENGER_NAMES } from './messenger-names.js';
import type { DialogueContext, DialogueEffect } from './ports.js';
import type { Scene } from './scene.js';
import { choice, lastingChoice, type ScreenDefinition } from './screen.js';
import type { DraftAct } from './state.js';
import { topicList } from './topic-list.js';
import { goTo, type Turn } from './turn.js';

/** W1: the first words and the question of consent. */
export const welcome: ScreenDefinition<'welcome'> = {
  ask: (scene) => ({
    text: consentText(scene.context.organisation, scene.locale),
    choices: [
      ...answers(scene),
      lastingChoice('welcome', 'details', scene.say('welcome.details'), () => showDetails(scene)),
    ],
  }),
};

/** W2: what is kept, how long, and where the data goes. */
export const dataDetails: ScreenDefinition<'data-details'> = {
  ask: (scene) => ({
    text: scene.say('welcome.detailsText', {
      dataOwner: scene.context.organisation.dataOwner,
      messenger: MESSENGER_NAMES[scene.context.person.channel],
    }),
    choices: answers(scene),
  }),
};

/** W3: came back after unsubscribing or blocking; the topics are still there. */
export const welcomeBack: ScreenDefinition<'welcome-back'> = {
  choiceOnly: true,
  ask(scene) {
    const { person, organisation } = scene.context;
    return {
      text: scene.say('welcomeBack.question', { topics: topicList(scene, person.topics) }),
      choices: [
        choice('yes', scene.say('welcomeBack.yes'), () =>
          goTo(
            scene,
            { id: 'topics-chosen', chosen: person.topics },
            { effects: [consentEffect(organisation, scene.locale)] },
          ),
        ),
        choice('change', scene.say('welcomeBack.change'), () =>
          goTo(scene, { id: 'topic-choice', chosen: person.topics }),
        ),
        choice('no', scene.say('common.no'), () => declineReturn(scene)),
      ],
    };
  },
};

function answers(scene: Scene) {
  return [
    lastingChoice('welcome', 'yes', scene.say('welcome.yes'), () => agree(scene)),
    lastingChoice('welcome', 'appeal', scene.say('welcome.appealOnly'), () => writeWithoutNews(scene)),
  ];
}

/** W1's buttons pressed later: Viber may show its welcome whenever the chat is opened. */
export function pressWelcome(scene: Scene, answer: string): Turn | undefined {
  if (answer === 'yes') return agree(scene);
  if (answer === 'appeal') return writeWithoutNews(scene);
  return answer === 'details' ? showDetails(scene) : undefined;
}

/** Who never answers T1 gets «Головне»: they asked for news. */
function agree(scene: Scene): Turn {
  const { person, organisation } = scene.context;
  const { thenAppeal, topic, draft } = openIntent(scene);
  const consent = consentEffect(organisation, scene.locale);
  const firstTopics: readonly DialogueEffect[] =
    person.topics.length > 0 ? [] : [{ kind: 'setTopics', topics: MAIN_TOPICS }];
  const effects = [consent, ...firstTopics];
  if (thenAppeal) return { ...openAppealForm(scene), effects };
  if (draft) return goTo(scene, { id: 'draft', draft }, { effects });
  return goTo(scene, { id: 'topics', preselected: topic ? [topic] : [] }, { effects });
}

/** What the deep link named is opened all the same. */
function writeWithoutNews(scene: Scene): Turn {
  const { draft } = openIntent(scene);
  return draft ? goTo(scene, { id: 'draft', draft }) : openAppealForm(scene);
}

function showDetails(scene: Scene): Turn {
  return goTo(scene, { id: 'data-details', ...openIntent(scene) });
}

function openIntent({ state: { screen } }: Scene): Intent {
  if (screen.id !== 'welcome' && screen.id !== 'data-details') return {};
  return { topic: screen.topic, thenAppeal: screen.thenAppeal, draft: screen.draft };
}

function declineReturn(scene: Scene): Turn {
  const effects: readonly DialogueEffect[] =
    scene.context.person.status === 'active' ? [{ kind: 'stop' }] : [];
  return goTo(scene, { id: 'menu' }, { effects });
}

/** What a deep link asks for: `appeal`, `topic-<id>`, `draft-<id>`, or nothing that is known here. */
export interface Intent {
  readonly thenAppeal?: boolean | undefined;
  readonly topic?: Topic | undefined;
  /** The draft act of the link's id, once it is looked up */
  readonly draft?: DraftAct | undefined;
}

/**
 * Reads a deep-link payload.
 *
 * @param context with the draft act that `draft-<id>` stands for, where that could be looked up
 */
export function intentOf(
  payload: string | undefined,
  { draft, topics }: Pick<DialogueContext, 'draft' | 'topics'>,
): Intent {
  if (payload === 'appeal') return { thenAppeal: true };
  if (draft && payload === `draft-${draft.id}`) return { draft };
  const topic = topics.find(({ id }) => payload === `topic-${id}`);
  return topic ? { topic: topic.id } : {};
}
