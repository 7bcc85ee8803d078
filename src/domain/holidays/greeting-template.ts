import type { Holiday } from './holiday.js';
import type { NameForms } from './name-forms.js';

/** Titles and texts from which greetings are made; staff change them. */
export interface GreetingTemplates {
  readonly title: string;
  readonly text: string;
  /** The same for memorial days: nobody is congratulated */
  readonly memorialTitle: string;
  readonly memorialText: string;
}

/** What a template may hold, and which case of the names stands there. */
const PLACEHOLDERS: Readonly<Record<string, keyof NameForms>> = {
  '{назва}': 'nominative',
  '{родовий}': 'genitive',
  '{орудний}': 'instrumental',
};
const CONGRATULATION = /віта[йєюєн]|віншу|свят[аокуі]|радіс|(?<!не)щаст|\p{Extended_Pictographic}/iu;

/** What is wrong with a template, in words; undefined: nothing. */
export function templateComplaint(template: string): string | undefined {
  const unknown = template.match(/\{[^{}]*\}|[{}]/g)?.find((part) => !(part in PLACEHOLDERS));
  if (unknown !== undefined)
    return `«${unknown}» не заповниться. Можна: ${Object.keys(PLACEHOLDERS).join(', ')}.`;
  if (!Object.keys(PLACEHOLDERS).some((part) => template.includes(part)))
    return `Назвіть свято: ${Object.keys(PLACEHOLDERS).join(', ')}.`;
  return undefined;
}

/** The same of a template for memorial days: neither congratulations nor emoji. */
export function memorialComplaint(template: string): string | undefined {
  const found = CONGRATULATION.exec(template);
  if (found) return 'У дні пам’яті не вітають: приберіть вітальні слова й емодзі.';
  return templateComplaint(template);
}

/**
 * Title and text of one greeting for all these holidays.
 *
 * @param holidays either all memorial or none
 */
export function composeGreeting(
  holidays: readonly Holiday[],
  templates: GreetingTemplates,
): { readonly title: string; readonly text: string } {
  const isMemorial = holidays.every((holiday) => holiday.isMemorial);
  const [title, text] = isMemorial
    ? [templates.memorialTitle, templates.memorialText]
    : [templates.title, templates.text];
  return {
    title: fill(
      title,
      holidays.map(({ shortName }) => shortName),
    ),
    text: fill(
      text,
      holidays.map(({ name }) => name),
    ),
  };
}

function fill(template: string, names: readonly NameForms[]): string {
  return Object.entries(PLACEHOLDERS).reduce(
    (filled, [part, form]) => filled.replaceAll(part, () => enumerate(names.map((name) => name[form]))),
    template,
  );
}

/** «А», «А та Б», «А, Б та В». */
function enumerate(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} та ${last}`;
}

/** Those of a day's holidays that its draft is for at first: where somebody is mourned, nobody is congratulated. */
export function proposedHolidays(holidays: readonly Holiday[]): readonly Holiday[] {
  const memorial = holidays.filter(({ isMemorial }) => isMemorial);
  return memorial.length > 0 ? memorial : holidays;
}

/** Whether one text can be for all of them: congratulations and memory do not go together. */
export function fitTogether(holidays: readonly Holiday[]): boolean {
  return new Set(holidays.map(({ isMemorial }) => isMemorial)).size === 1;
}
