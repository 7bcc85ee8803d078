import type { FC } from 'hono/jsx';
import { upperFirst } from '../../lib/upper-first.js';
import type { MonthState } from '../../services/reports/reports.js';
import { Badge } from '../components/badge.js';
import type { CityDates } from '../words/dates.js';
import { monthName } from '../words/report-words.js';

interface MonthsViewProps {
  readonly states: readonly MonthState[];
  /** Years that may be chosen, newest first */
  readonly years: readonly number[];
  /** Undefined: the last twelve months */
  readonly year: number | undefined;
  readonly dates: CityDates;
}

/** The reports, month by month, each with where it stands. */
export const MonthsView: FC<MonthsViewProps> = ({ states, years, year, dates }) => (
  <>
    <h1>Звіти</h1>
    <p class="muted">
      Звіт складається сам із того, що оприлюднено й на що відповіли. Кожне число відкриває свій список.
    </p>
    <nav class="tabs" aria-label="Роки">
      <a href="/reports" aria-current={year === undefined ? 'page' : undefined}>
        Останні 12 місяців
      </a>
      {years.map((one) => (
        <a href={`/reports?year=${one}`} aria-current={one === year ? 'page' : undefined}>
          {one}
        </a>
      ))}
    </nav>
    <ul class="months">
      {states.map((state) => (
        <li>
          <a href={`/reports/${state.month}`}>{upperFirst(monthName(state.month))}</a>
          <span>
            <Standing state={state} dates={dates} />
          </span>
        </li>
      ))}
    </ul>
  </>
);

const Standing: FC<{ readonly state: MonthState; readonly dates: CityDates }> = ({ state, dates }) => {
  const { signature, isOver } = state;
  if (signature)
    return (
      <>
        <Badge tone="ok" text="Підписано" />
        <span class="small muted">
          {dates.day(signature.at)}, {signature.name}
        </span>
      </>
    );
  return isOver ? <Badge tone="warn" text="Не підписано" /> : <Badge text="Місяць ще триває" />;
};
