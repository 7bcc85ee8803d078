import type { AppealCategory } from '../../../domain/appeal.js';
import { isWithin } from '../../../domain/territory.js';
import type { DialogueContext, Organisation } from '../ports.js';
import type { Scene } from '../scene.js';
import { type Choice, choice } from '../screen.js';
import { type AppealForm, type FormPurpose, type FormStep, isFormStep } from '../state.js';
import { goTo, type Turn } from '../turn.js';
import { faqOf, formCategory, formText, hasContent, newForm, streetOf } from './form.js';
import { isDangerous } from './recognise.js';

const CATEGORIES_WITH_PLACE: readonly AppealCategory[] = ['roads', 'lighting', 'utilities', 'yards'];

/** Questions that `Назад` does not lead to. */
const PASSED_ONCE: readonly FormStep[] = ['danger', 'place-outside', 'street-found', 'faq', 'correct'];

/** The first question that the form still needs: known answers are never asked for again. */
function nextStep(form: AppealForm, context: DialogueContext): FormStep {
  const { knownApplicant, organisation } = context;
  if (!hasContent(form)) return 'describe';
  if (isDangerous(formText(form)) && !form.answered.includes('danger')) return 'danger';
  if (form.purpose) return nextStepOfPurpose(form, form.purpose, knownApplicant);
  const category = formCategory(form);
  if (!category) return 'category';
  if (isOutside(form, organisation) && !form.answered.includes('place-outside')) return 'place-outside';
  if (streetOf(form, context) && !form.answered.includes('street')) return 'street-found';
  if (CATEGORIES_WITH_PLACE.includes(category) && !form.place && !form.answered.includes('place'))
    return 'place';
  if (!form.answered.includes('files')) return 'files';
  if (faqOf(form, context) && !form.door && !form.answered.includes('faq')) return 'faq';
  if (!form.door) return 'door';
  if (form.door === 'anonymous') return 'review';
  if (!form.fullName) return knownApplicant ? 'known-applicant' : 'applicant-name';
  return form.residence ? 'review' : 'residence';
}

/** A request and a comment have one door, no place, and no topic of the town's. */
function nextStepOfPurpose(
  form: AppealForm,
  { kind }: FormPurpose,
  knownApplicant: DialogueContext['knownApplicant'],
): FormStep {
  if (!form.answered.includes('files')) return 'files';
  if (!form.fullName) return knownApplicant ? 'known-applicant' : 'applicant-name';
  return kind === 'draft-comment' || form.residence ? 'review' : 'residence';
}

function isOutside({ place }: AppealForm, { territory }: Organisation): boolean {
  return place?.point !== undefined && !isWithin(place.point, territory);
}

/** The form being written. */
export function formOf(scene: Scene): AppealForm {
  return scene.state.form ?? newForm(scene.context.now);
}

/** Goes on with the changed form: to the next question that is missing, at last to the review. */
export function advance(scene: Scene, form: AppealForm): Turn {
  return goToStep(scene, form, nextStep(form, scene.context));
}

/** Goes to a certain question of the form; `Назад` leads back here. */
export function goToStep(scene: Scene, form: AppealForm, step: FormStep): Turn {
  const here = scene.screen.id;
  const remembered = isFormStep(here) && !PASSED_ONCE.includes(here);
  const path = remembered ? [...form.path.filter((passed) => passed !== here), here] : form.path;
  return goTo(scene, { id: step }, { state: { form: { ...form, path } } });
}

/** `Назад` · `Скасувати` */
export function formService(scene: Scene): readonly Choice[] {
  return [choice('back', scene.say('common.back'), () => goBack(scene)), cancelChoice(scene)];
}

/** `Скасувати`: asks whether to keep what was typed, if anything was. */
export function cancelChoice(scene: Scene): Choice {
  return choice('cancel', scene.say('common.cancel'), () => cancel(scene));
}

/** Leaves the form, keeping or deleting it as the person says. */
export function cancel(scene: Scene): Turn {
  if (hasContent(scene.state.form)) return goTo(scene, { id: 'keep-form' });
  return goTo(scene, { id: 'menu' }, { state: { form: undefined } });
}

function goBack(scene: Scene): Turn {
  const form = formOf(scene);
  const path = form.path.filter((step) => step !== scene.screen.id);
  return goTo(
    scene,
    { id: path.at(-1) ?? 'describe' },
    { state: { form: { ...form, path: path.slice(0, -1) } } },
  );
}
