import type { FC } from 'hono/jsx';
import type { ClockState } from '../clock.js';
import { countDays, fullDay } from './words.js';

interface ClockPanelProps {
  readonly now: Date;
  readonly state: ClockState;
  readonly timeZone: string;
}

/** The city's calendar and the buttons that move it. */
export const ClockPanel: FC<ClockPanelProps> = ({ now, state: { offsetDays }, timeZone }) => (
  <section class="clock" id="clock" aria-label="Календар міста">
    <p class="clock-now" id="clock-now" data-live role="status">
      <span class="soft">У місті </span>
      <b>{fullDay(now, timeZone)}</b>
      {offsetDays !== 0 && (
        <span class="clock-offset">
          {offsetDays > 0 ? 'на ' : 'раніше на '}
          {countDays(Math.abs(offsetDays))}
          {offsetDays > 0 && ' уперед'}
        </span>
      )}
    </p>
    <form class="clock-buttons" method="post" action="/sandbox/clock" data-live-form>
      <button class="quiet-button" name="move" value="1" type="submit">
        +1 день
      </button>
      <button class="quiet-button" name="move" value="15" type="submit">
        +15 днів
      </button>
      <button class="quiet-button" name="move" value="today" type="submit">
        Повернути сьогодні
      </button>
    </form>
  </section>
);
