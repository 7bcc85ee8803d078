import type { Office, TimeOfDay } from '../../domain/terms/office.js';
import type { SettingsValues } from '../settings/input.js';

/** The office as settings describe it. */
export function officeOf(
  {
    organisation: { officeHours },
    office: { exceptions, martialLawUntil },
  }: Pick<SettingsValues, 'organisation' | 'office'>,
  timeZone: string,
): Office {
  const [opens = '', closes = ''] = officeHours.split('–');
  return {
    timeZone,
    opens: timeOf(opens),
    closes: timeOf(closes),
    martialLawUntil: martialLawUntil ?? undefined,
    overrides: new Map(exceptions.map(({ day, isWorking }) => [day, isWorking])),
  };
}

function timeOf(clock: string): TimeOfDay {
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  return { hour, minute };
}
