import type { DeliveryMode } from '../../domain/subscriber.js';
import { atHour, hour } from './dates.js';
import { lowerFirst } from './lower-first.js';
import type { Scene } from './scene.js';
import { choice, type ScreenDefinition } from './screen.js';
import { askConsent } from './stopped.js';
import { goTo, type Turn } from './turn.js';

/** When a digest can come; the morning's is after the minute of silence. */
const DIGEST_HOURS = [
  { id: 'evening', digestAt: '18:00' },
  { id: 'morning', digestAt: '09:15' },
] as const;

/** G2: once a day in one message, or at once. */
export const deliveryMode: ScreenDefinition<'delivery-mode'> = {
  choiceOnly: true,
  ask(scene) {
    const answer = (id: string, label: string, mode: DeliveryMode, digestAt: string) =>
      choice(id, label, () => saveMode(scene, label, mode, digestAt));
    const daily = DIGEST_HOURS.map(({ id, digestAt }) =>
      answer(id, scene.say('delivery.daily', { time: atHour(scene, digestAt) }), 'digest', digestAt),
    );
    const { digestAt } = scene.context.person;
    return {
      text: scene.say('delivery.question'),
      choices: [...daily, answer('instant', scene.say('delivery.instant'), 'instant', digestAt)],
      service: [choice('back', scene.say('common.back'), () => goTo(scene, { id: 'settings' }))],
    };
  },
};

/** «Час і частота»: who has not agreed to mailings is asked for that first. */
export function openDeliveryMode(scene: Scene): Turn {
  return scene.context.person.status === 'active' ? goTo(scene, { id: 'delivery-mode' }) : askConsent(scene);
}

/** What the person can count on, by their own choice and the organisation's quiet hours: T3's second line. */
export function deliveryPromise(scene: Scene): string {
  const { say, context } = scene;
  const { deliveryMode: mode, digestAt } = context.person;
  const quiet = quietHours(scene);
  const sentences =
    mode === 'digest'
      ? [
          say('promise.daily', { time: atHour(scene, digestAt) }),
          quiet ? say('promise.importantButQuiet', quiet) : say('promise.important'),
        ]
      : [quiet ? say('promise.instantButQuiet', quiet) : say('promise.instant')];
  return [...sentences, say('promise.danger')].join(' ');
}

function saveMode(scene: Scene, label: string, mode: DeliveryMode, digestAt: string): Turn {
  const { say } = scene;
  const quiet = quietHours(scene);
  const done = say('delivery.done', { choice: lowerFirst(label) });
  const note = quiet ? `${done} ${say('delivery.quietHours', quiet)}` : done;
  const effects = [{ kind: 'setDeliveryMode', mode, digestAt }] as const;
  return goTo(scene, { id: 'menu' }, { notes: [note], effects });
}

function quietHours({ context }: Scene): { readonly from: string; readonly to: string } | undefined {
  const window = context.quietHours;
  return window ? { from: hour(window.from), to: hour(window.to) } : undefined;
}
