import { Refusal } from '../../domain/refusal.js';
import { fieldsIn, fillFields } from '../../domain/template-fields.js';
import type { BroadcastInput } from '../broadcasts/broadcasts.js';
import { broadcastSchemas } from '../broadcasts/input.js';
import type { TemplateContent } from './templates.js';

/** Names of what is asked for when the template is used. */
export function templateFields({ title, text, link, buttons }: TemplateContent): readonly string[] {
  const links = [...(link ? [link] : []), ...buttons];
  return fieldsIn([title, text, ...links.flatMap(({ url, label }) => [label, url])]);
}

/**
 * A broadcast made of a template.
 *
 * @param values of every field
 * @throws {Refusal} invalid: the filled texts are too long, or an address is none
 */
export function fillTemplate(
  { kind, title, text, link, buttons, audience, delivery, ignoreQuietHours }: TemplateContent,
  values: ReadonlyMap<string, string>,
): BroadcastInput {
  const fill = (words: string) => fillFields(words, values);
  const filled = (of: { readonly url: string; readonly label: string }) => ({
    url: fill(of.url),
    label: fill(of.label),
  });
  const parsed = broadcastSchemas(false).input.safeParse({
    ...{ kind, audience, delivery, ignoreQuietHours },
    title: fill(title),
    text: fill(text),
    link: link ? filled(link) : null,
    buttons: buttons.map(filled),
  });
  if (parsed.success) return parsed.data;
  throw new Refusal(
    'invalid',
    'template.filled',
    'Так заповнений шаблон задовгий або має хибну адресу. Скоротіть слова й перевірте адреси.',
  );
}
