import type { FC, PropsWithChildren } from 'hono/jsx';
import { TableFrame } from '../components/table-frame.js';
import { formatNumber } from '../words/plural.js';
import type { DaySeries } from './day-series.js';

interface DayChartProps {
  readonly chart: DaySeries;
  /** What the upper edge of the picture stands for */
  readonly top: number;
  readonly kind: 'line' | 'bar';
}

/**
 * The frame of a chart of days. Words stand beside the picture, not in it: the picture is stretched to its place, and
 * words keep the size that the reader has chosen. Behind it is the table it was drawn from.
 */
export const DayChart: FC<PropsWithChildren<DayChartProps>> = ({ chart, top, kind, children }) => (
  <section class="chart card" aria-labelledby={`${chart.id}-title`}>
    <h3 id={`${chart.id}-title`}>{chart.title}</h3>
    {chart.days.length === 0 ? (
      <p class="muted">Ще немає що показати: підраховуємо кожні 15 хвилин.</p>
    ) : (
      <>
        <Legend chart={chart} kind={kind} />
        <div class="chart-plot">
          <div class="chart-scale" aria-hidden="true">
            {[top, top / 2, 0].map((value) => (
              <span>{formatNumber(value)}</span>
            ))}
          </div>
          <svg
            viewBox={`0 0 ${chart.days.length} 100`}
            preserveAspectRatio="none"
            role="img"
            aria-labelledby={`${chart.id}-svg-title ${chart.id}-svg-desc`}
          >
            <title id={`${chart.id}-svg-title`}>{chart.title}</title>
            <desc id={`${chart.id}-svg-desc`}>{chart.description}</desc>
            <Hatch id={`${chart.id}-hatch`} />
            <path
              class="grid"
              d={`M0 0H${chart.days.length}M0 50H${chart.days.length}M0 100H${chart.days.length}`}
            />
            {children}
          </svg>
          <div class="chart-days" aria-hidden="true">
            <span>{chart.days[0]}</span>
            {chart.days.length > 1 ? <span>{chart.days.at(-1)}</span> : null}
          </div>
        </div>
        <Behind chart={chart} />
      </>
    )}
  </section>
);

/** Stripes that tell one part of a bar from another without colour. */
const Hatch: FC<{ id: string }> = ({ id }) => (
  <pattern id={id} width="1" height="6" patternUnits="userSpaceOnUse">
    <rect class="hatch" width="1" height="2" />
  </pattern>
);

const Legend: FC<Pick<DayChartProps, 'chart' | 'kind'>> = ({ chart, kind }) => (
  <ul class="chart-legend">
    {chart.series.map(({ name, values }, index) => (
      <li>
        <svg viewBox="0 0 1 100" preserveAspectRatio="none" aria-hidden="true">
          {kind === 'line' ? (
            <path class={`line line-${index + 1}`} d="M0 50H1" />
          ) : (
            <>
              <rect class={`part part-${index + 1}`} y="20" width="1" height="60" />
              {index === 1 ? <rect y="20" width="1" height="60" fill={`url(#${chart.id}-hatch)`} /> : null}
            </>
          )}
        </svg>
        {name}:{' '}
        <strong class="digits">{formatNumber(kind === 'line' ? (values.at(-1) ?? 0) : sum(values))}</strong>
      </li>
    ))}
  </ul>
);

/** The numbers themselves, the newest first. */
const Behind: FC<{ chart: DaySeries }> = ({ chart: { title, days, series } }) => (
  <details>
    <summary>
      Таблиця<span class="visually-hidden">: {title}</span>
    </summary>
    <TableFrame label={title}>
      <table class="table-numbers">
        <thead>
          <tr>
            <th scope="col">День</th>
            {series.map(({ name }) => (
              <th scope="col" class="number">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days
            .map((day, index) => (
              <tr>
                <th scope="row">{day}</th>
                {series.map(({ values }) => (
                  <td class="number">{formatNumber(values[index] ?? 0)}</td>
                ))}
              </tr>
            ))
            .reverse()}
        </tbody>
      </table>
    </TableFrame>
  </details>
);

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
