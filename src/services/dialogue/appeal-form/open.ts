import type { AppealPlace } from '../../../domain/appeal.js';
import type { Scene } from '../scene.js';
import type { FormPurpose } from '../state.js';
import { goTo, type Turn } from '../turn.js';
import { hasContent, newForm } from './form.js';
import { advance } from './progress.js';

/**
 * «Написати до міськради», a request for information or a comment on a draft: an unfinished form is offered first.
 *
 * @param wanted what is to be written when it is no appeal
 */
export function openAppealForm(scene: Scene, wanted?: FormPurpose): Turn {
  const { form, kept } = scene.state;
  if (hasContent(form)) return goTo(scene, { id: 'unfinished', wanted });
  if (hasContent(kept))
    return goTo(scene, { id: 'unfinished', wanted }, { state: { form: kept, kept: undefined } });
  return startForm(scene, { purpose: wanted });
}

/** An empty form, perhaps with the place of the appeal before it («Ще одне поруч»). */
export function startForm(
  scene: Scene,
  begun: { readonly place?: AppealPlace | undefined; readonly purpose?: FormPurpose | undefined } = {},
): Turn {
  const form = { ...newForm(scene.context.now), ...begun };
  return goTo(scene, { id: 'describe' }, { state: { form } });
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
