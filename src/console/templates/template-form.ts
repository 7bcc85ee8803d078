import type { BroadcastSchemas } from '../../services/broadcasts/input.js';
import { TEMPLATE_NAME_MAX, type Template } from '../../services/templates/templates.js';
import { parseCompose } from '../broadcasts/compose-form.js';
import {
  type ComposeValues,
  composeValuesOf,
  EMPTY_COMPOSE,
  readCompose,
} from '../broadcasts/compose-values.js';
import { type FieldErrors, formText } from '../forms.js';

/** What the form of a template holds, as typed: the words of a broadcast under a name. */
export interface TemplateValues extends ComposeValues {
  readonly name: string;
}

export const EMPTY_TEMPLATE: TemplateValues = { ...EMPTY_COMPOSE, name: '' };

export function readTemplate(form: FormData): TemplateValues {
  return { ...readCompose(form), name: formText(form, 'name') };
}

/** A template as the form shows it. */
export function typedTemplate(template: Template): TemplateValues {
  const shown = composeValuesOf({ ...template, pictures: [], sendAt: undefined, delivery: 'digest' }, 'UTC');
  return { ...shown, delivery: template.delivery ?? '', name: template.name };
}

export type TemplateResult =
  | { readonly ok: true; readonly input: Omit<Template, 'id'> }
  | { readonly ok: false; readonly errors: FieldErrors };

/** Turns what was typed into a template, or says field by field what is wrong. */
export function parseTemplate(values: TemplateValues, schema: BroadcastSchemas['input']): TemplateResult {
  const { name } = values;
  const parsed = parseCompose(values, schema, 'UTC');
  const errors: FieldErrors = {
    ...(name === '' ? { name: 'Дайте шаблону назву.' } : {}),
    ...(name.length > TEMPLATE_NAME_MAX ? { name: `Не довше ніж ${TEMPLATE_NAME_MAX} знаків.` } : {}),
    ...(parsed.ok ? {} : parsed.errors),
  };
  if (!parsed.ok || Object.keys(errors).length > 0) return { ok: false, errors };
  const { kind, title, text, link, buttons, audience, delivery, ignoreQuietHours } = parsed.input;
  return {
    ok: true,
    input: { name, kind, title, text, link, buttons, audience, delivery, ignoreQuietHours },
  };
}
