import type { FC } from 'hono/jsx';
import { DayChart } from './day-chart.js';
import type { DaySeries } from './day-series.js';
import { topOf } from './scale.js';

/** How something stood from day to day: one line for each series, told apart by its dashes as well as its colour. */
export const DayLines: FC<{ chart: DaySeries }> = ({ chart }) => {
  const top = topOf(chart.series.flatMap(({ values }) => values));
  return (
    <DayChart chart={chart} top={top} kind="line">
      {chart.series.map(({ values }, index) => (
        <path class={`line line-${index + 1}`} d={linePath(values, top)} />
      ))}
    </DayChart>
  );
};

/**
 * A line through the middle of each day, in a picture that is one wide for each day and 100 high.
 *
 * @returns for a single day a line as wide as that day: a point alone is not seen
 */
export function linePath(values: readonly number[], top: number): string {
  const heights = values.map((value) => round(100 - (value / top) * 100));
  const [only] = heights;
  if (heights.length === 1) return `M0 ${only}H1`;
  return heights.map((height, day) => `${day === 0 ? 'M' : 'L'}${day + 0.5} ${height}`).join('');
}

const round = (units: number): number => Math.round(units * 100) / 100;
