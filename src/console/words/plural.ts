const RULES = new Intl.PluralRules('uk');

/** Forms of a noun after a number: 1 день, 2 дні, 5 днів. */
export interface Forms {
  readonly one: string;
  readonly few: string;
  readonly many: string;
}

/** The form alone: `form(22, …)` is «дні». */
export function form(count: number, forms: Forms): string {
  const category = RULES.select(count);
  return category === 'one' || category === 'few' ? forms[category] : forms.many;
}

/** Number with its noun, thousands apart: «1 500 підписників». */
export function plural(count: number, forms: Forms): string {
  return `${formatNumber(count)} ${form(count, forms)}`;
}

const NUMBER = new Intl.NumberFormat('uk');

/** `12 345` with a no-break space, as Ukrainian writes it. */
export function formatNumber(count: number): string {
  return NUMBER.format(count);
}

export const DAYS: Forms = { one: 'день', few: 'дні', many: 'днів' };
export const APPEALS: Forms = { one: 'звернення', few: 'звернення', many: 'звернень' };
export const SUBSCRIBERS: Forms = { one: 'підписник', few: 'підписники', many: 'підписників' };
