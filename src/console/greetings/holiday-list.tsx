import type { FC } from 'hono/jsx';
import { Badge } from '../components/badge.js';
import type { HolidayRowModel } from './holiday-row.js';

/** Holidays one under the other, each with its greeting. */
export const HolidayList: FC<{ rows: readonly HolidayRowModel[] }> = ({ rows }) => (
  <ul class="holidays">
    {rows.map(({ href, when, name, kind, state }) => (
      <li>
        <span class="muted">{when}</span>
        <span>
          <a href={href}>{name}</a> <span class="muted small">{kind}</span>
        </span>
        {state === undefined ? null : <Badge {...state} />}
      </li>
    ))}
  </ul>
);
