import { MAIN_TOPICS, TOPICS, type Topic } from '../../domain/topic.js';
import { consentEffect } from './consent.js';
import { deliveryPromise, openDeliveryMode } from './delivery-mode.js';
import type { DialogueEffect } from './ports.js';
import type { Scene } from './scene.js';
import { choice, menuChoice, type ScreenDefinition } from './screen.js';
import { askConsent, stopReceiving } from './stopped.js';
import { topicList } from './topic-list.js';
import { goTo, type Turn } from './turn.js';

/** T1: the short question. */
export const topics: ScreenDefinition<'topics'> = {
  choiceOnly: true,
  ask(scene) {
    const { preselected } = scene.screen;
    const main = TOPICS.filter((topic) => MAIN_TOPICS.includes(topic) || preselected.includes(topic));
    return {
      text: scene.say('topics.question'),
      choices: [
        choice('main', scene.say('topics.main'), () => saveTopics(scene, main)),
        choice('all', scene.say('topics.all'), () => saveTopics(scene, TOPICS)),
        choice('choose', scene.say('topics.choose'), () =>
          goTo(scene, { id: 'topic-choice', chosen: preselected }),
        ),
      ],
    };
  },
};

/** T2: each topic switched on or off, until «Готово». */
export const topicChoice: ScreenDefinition<'topic-choice'> = {
  choiceOnly: true,
  ask(scene) {
    const { chosen } = scene.screen;
    return {
      text: scene.say('topics.toggle', { count: chosen.length, topics: topicList(scene, chosen) }),
      choices: TOPICS.map((topic) =>
        choice(topic, topicLabel(scene, topic, chosen), () => toggle(scene, topic, chosen)),
      ),
      service: [
        choice('ready', scene.say('topics.ready'), () => saveTopics(scene, chosen)),
        choice('cancel', scene.say('common.cancel'), () => goTo(scene, { id: 'menu' })),
      ],
    };
  },
};

/** T3: what was chosen, and when it comes. */
export const topicsChosen: ScreenDefinition<'topics-chosen'> = {
  ask(scene) {
    const { chosen } = scene.screen;
    const done = scene.say('topics.done', { count: chosen.length, topics: topicList(scene, chosen) });
    return {
      text: `${done}\n${deliveryPromise(scene)}`,
      choices: [
        choice('time', scene.say('topics.changeTime'), () => openDeliveryMode(scene)),
        menuChoice(scene),
      ],
    };
  },
};

/** «Мої теми»: who has not agreed to mailings is asked for that first. */
export function openTopics(scene: Scene): Turn {
  const { person } = scene.context;
  if (person.status !== 'active') return askConsent(scene);
  return goTo(scene, { id: 'topic-choice', chosen: person.topics });
}

function topicLabel({ say }: Scene, topic: Topic, chosen: readonly Topic[]): string {
  const label = say(`topic.${topic}`);
  return chosen.includes(topic) ? `✓ ${label}` : label;
}

function toggle(scene: Scene, topic: Topic, chosen: readonly Topic[]): Turn {
  const next = TOPICS.filter((known) => (known === topic) !== chosen.includes(known));
  return goTo(scene, { id: 'topic-choice', chosen: next });
}

/** Choosing topics is agreeing again, where the person had stopped the mailings. */
function saveTopics(scene: Scene, chosen: readonly Topic[]): Turn {
  if (chosen.length === 0) return stopReceiving(scene);
  const { person, organisation } = scene.context;
  const effects: readonly DialogueEffect[] = [
    ...(person.status === 'active' ? [] : [consentEffect(organisation, scene.locale)]),
    { kind: 'setTopics', topics: chosen },
  ];
  return goTo(scene, { id: 'topics-chosen', chosen }, { effects });
}
