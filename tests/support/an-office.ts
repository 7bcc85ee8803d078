import type { Office } from '#built/domain/terms/office.js';

/** Monday to Friday, eight to five, by Kyiv's clock. */
export function anOffice(overrides: Office['overrides'] = new Map()): Office {
  return {
    timeZone: 'Europe/Kyiv',
    opens: { hour: 8, minute: 0 },
    closes: { hour: 17, minute: 0 },
    overrides,
  };
}
