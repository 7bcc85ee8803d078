import type { AppealPlace } from '../../../domain/appeal.js';
import type { Scene } from '../scene.js';
import { goTo, type Turn } from '../turn.js';
import { hasContent, newForm } from './form.js';
import { advance } from './progress.js';

/** «Написати до міськради»: an unfinished appeal is offered first. */
export function openAppealForm(scene: Scene): Turn {
  const { form, kept } = scene.state;
  if (hasContent(form)) return goTo(scene, { id: 'unfinished' });
  if (hasContent(kept)) return goTo(scene, { id: 'unfinished' }, { state: { form: kept, kept: undefined } });
  return startForm(scene);
}

/** An empty form, perhaps with the place of the appeal before it («Ще одне поруч»). */
export function startForm(scene: Scene, place?: AppealPlace): Turn {
  return goTo(scene, { id: 'describe' }, { state: { form: { ...newForm(scene.context.now), place } } });
}

/** Makes an appeal of what came outside a form. An older unfinished one is never overwritten: it is asked about. */
export function adoptKept(scene: Scene, then: 'nextQuestion' | 'describe'): Turn {
  const { form, kept } = scene.state;
  if (!kept || hasContent(form)) return openAppealForm(scene);
  const adopted = { ...kept, path: ['describe' as const] };
  const state = { ...scene.state, form: adopted, kept: undefined };
  if (then === 'describe') return goTo(scene, { id: 'describe' }, { state });
  return advance({ ...scene, state }, adopted);
}
