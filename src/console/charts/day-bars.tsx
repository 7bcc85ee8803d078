import type { FC } from 'hono/jsx';
import { DayChart } from './day-chart.js';
import type { DaySeries, Series } from './day-series.js';
import { topOf } from './scale.js';

/** How many there were on each day: one bar a day, its parts on top of each other. The second part is hatched. */
export const DayBars: FC<{ chart: DaySeries }> = ({ chart }) => {
  const top = topOf(chart.days.map((_, day) => sumOf(chart.series, day)));
  return (
    <DayChart chart={chart} top={top} kind="bar">
      {barsOf(chart, top).map(({ part, day, y, height }) => (
        <>
          <rect class={`part part-${part}`} x={day + 0.12} y={y} width="0.76" height={height} />
          {part === 2 ? (
            <rect x={day + 0.12} y={y} width="0.76" height={height} fill={`url(#${chart.id}-hatch)`} />
          ) : null}
        </>
      ))}
    </DayChart>
  );
};

interface Bar {
  /** From 1 */
  readonly part: number;
  readonly day: number;
  readonly y: number;
  readonly height: number;
}

/** Bars of a picture that is one wide for each day and 100 high; an empty part has none. */
export function barsOf({ days, series }: Pick<DaySeries, 'days' | 'series'>, top: number): readonly Bar[] {
  return days.flatMap((_, day) => {
    let y = 100;
    return series.flatMap(({ values }, index) => {
      const height = round(((values[day] ?? 0) / top) * 100);
      if (height === 0) return [];
      y = round(y - height);
      return [{ part: index + 1, day, y, height }];
    });
  });
}

function sumOf(series: readonly Series[], day: number): number {
  return series.reduce((sum, { values }) => sum + (values[day] ?? 0), 0);
}

const round = (units: number): number => Math.round(units * 100) / 100;
