import type { SubscribedEvent } from '../../domain/inbound-event.js';
import { openAppealForm } from './appeal-form/open.js';
import type { DialogueEffect } from './ports.js';
import type { Scene } from './scene.js';
import { goTo, silently, type Turn } from './turn.js';
import { type Intent, intentOf } from './welcome.js';

/** The chat was opened, perhaps by a deep link. Announced silently, it changes what is open only before the first word. */
export function arrive(scene: Scene, event: SubscribedEvent): Turn {
  if (event.greet) return greet(scene, event.context);
  const effects = sourceEffects(scene, event.context);
  if (scene.screen.id !== 'welcome') return silently(scene, { effects });
  const next =
    scene.context.person.status === 'active' ? ({ id: 'menu' } as const) : firstScreen(scene, event.context);
  return silently(scene, { effects, state: { screen: next } });
}

/** /start: W1 for a stranger, W3 for one who comes back, the menu for a subscriber; a deep link goes straight on. */
export function greet(scene: Scene, payload: string | undefined): Turn {
  const turn = greeting(scene, intentOf(payload, scene.context), payload);
  return { ...turn, effects: [...sourceEffects(scene, payload), ...turn.effects] };
}

function greeting(scene: Scene, intent: Intent, payload: string | undefined): Turn {
  const { person } = scene.context;
  if (!person.consent || person.status === 'pending' || person.status === 'erased') {
    return goTo(scene, firstScreen(scene, payload));
  }
  if (intent.thenAppeal) return openAppealForm(scene);
  if (intent.draft) return goTo(scene, { id: 'draft', draft: intent.draft });
  if (intent.topic) {
    const chosen = [...new Set([...person.topics, intent.topic])];
    return goTo(scene, { id: 'topic-choice', chosen });
  }
  return goTo(scene, { id: person.status === 'active' ? 'menu' : 'welcome-back' });
}

function firstScreen({ context }: Scene, payload: string | undefined) {
  return { id: 'welcome', ...intentOf(payload, context) } as const;
}

function sourceEffects(scene: Scene, source: string | undefined): readonly DialogueEffect[] {
  return source && !scene.context.person.source ? [{ kind: 'rememberSource', source }] : [];
}
