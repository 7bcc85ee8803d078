import type { Topic } from '../../domain/topic.js';
import type { Scene } from './scene.js';
import { choice, type ScreenDefinition } from './screen.js';
import { stopReceiving } from './stopped.js';
import { topicName } from './topic-list.js';
import { goTo, type Turn } from './turn.js';

/** U1: less of what was just sent. */
export const less: ScreenDefinition<'less'> = {
  choiceOnly: true,
  ask(scene) {
    const { topic } = scene.screen;
    const { person } = scene.context;
    const off = topic && person.topics.includes(topic) ? [turnOffChoice(scene, topic)] : [];
    const isInstant = person.status === 'active' && person.deliveryMode === 'instant';
    const daily = choice('daily', scene.say('less.daily'), () => goTo(scene, { id: 'delivery-mode' }));
    return {
      text: scene.say('less.question'),
      choices: [
        ...off,
        ...(isInstant ? [daily] : []),
        choice('stop', scene.say('less.stopAll'), () => stopReceiving(scene)),
        choice('nothing', scene.say('less.nothing'), () => goTo(scene, { id: 'menu' })),
      ],
    };
  },
};

/** «Менше таких» under a broadcast: `less`, or `less:<topic>` when it went to one topic. */
export function pressLess(scene: Scene, topic: string): Turn {
  const known = scene.context.topics.find(({ id }) => id === topic);
  return goTo(scene, { id: 'less', topic: known?.id });
}

function turnOffChoice(scene: Scene, topic: Topic) {
  return choice('topic', scene.say('less.turnOff', { topic: topicName(scene, topic) }), () =>
    turnOff(scene, topic),
  );
}

function turnOff(scene: Scene, topic: Topic): Turn {
  const left = scene.context.person.topics.filter((kept) => kept !== topic);
  if (left.length === 0) return stopReceiving(scene);
  const note = scene.say('less.turnedOff', { topic: topicName(scene, topic), count: left.length });
  return goTo(scene, { id: 'menu' }, { notes: [note], effects: [{ kind: 'setTopics', topics: left }] });
}
