import { MAIN_TOPICS, offeredTopics, type Topic } from '../../domain/topic.js';
import { consentEffect } from './consent.js';
import { deliveryPromise, openDeliveryMode } from './delivery-mode.js';
import type { DialogueEffect } from './ports.js';
import type { Scene } from './scene.js';
import { type Choice, choice, menuChoice, type ScreenDefinition } from './screen.js';
import { askConsent, stopReceiving } from './stopped.js';
import { topicList, topicName } from './topic-list.js';
import { goTo, type Turn } from './turn.js';

/** At most six big buttons of topics at a time. */
const TOPICS_PER_PAGE = 6;

/** T1: the short question. */
export const topics: ScreenDefinition<'topics'> = {
  choiceOnly: true,
  ask(scene) {
    const { preselected } = scene.screen;
    const offered = offeredIds(scene, [...scene.context.person.topics, ...preselected]);
    const main = offered.filter((topic) => MAIN_TOPICS.includes(topic) || preselected.includes(topic));
    return {
      text: scene.say('topics.question'),
      choices: [
        choice('main', scene.say('topics.main'), () => saveTopics(scene, main)),
        choice('all', scene.say('topics.all'), () => saveTopics(scene, offered)),
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
    const { chosen, page = 0 } = scene.screen;
    const offered = offeredIds(scene, [...scene.context.person.topics, ...chosen]);
    const pages = Math.ceil(offered.length / TOPICS_PER_PAGE);
    const shown = offered.slice(page * TOPICS_PER_PAGE, (page + 1) * TOPICS_PER_PAGE);
    return {
      text: scene.say('topics.toggle', { count: chosen.length, topics: topicList(scene, chosen) }),
      choices: shown.map((topic) =>
        choice(topic, topicLabel(scene, topic, chosen), () => toggle(scene, topic)),
      ),
      service: [
        ...(pages > 1 ? [otherTopics(scene, (page + 1) % pages)] : []),
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

/** What the city offers, in its order, and what somebody has of what it offers no longer. */
function offeredIds({ context }: Scene, chosen: readonly Topic[]): readonly Topic[] {
  return offeredTopics(context.topics, chosen).map(({ id }) => id);
}

function topicLabel(scene: Scene, topic: Topic, chosen: readonly Topic[]): string {
  const label = topicName(scene, topic);
  return chosen.includes(topic) ? `✓ ${label}` : label;
}

function toggle(scene: Scene<'topic-choice'>, topic: Topic): Turn {
  const { chosen, page } = scene.screen;
  const next = scene.context.topics
    .map(({ id }) => id)
    .filter((known) => (known === topic) !== chosen.includes(known));
  return goTo(scene, { id: 'topic-choice', chosen: next, page });
}

function otherTopics(scene: Scene<'topic-choice'>, page: number): Choice {
  const { chosen } = scene.screen;
  return choice('other', scene.say('topics.other'), () => goTo(scene, { id: 'topic-choice', chosen, page }));
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
