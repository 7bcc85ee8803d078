import type { FC } from 'hono/jsx';
import type { AmendmentModel } from './amendment-model.js';
import { ApprovedAlone } from './approved-alone.js';
import { Progress } from './progress.js';

/** Corrections and the recall of a broadcast, each with its own progress. */
export const Amendments: FC<{ amendments: readonly AmendmentModel[] }> = ({ amendments }) => (
  <section class="card" aria-labelledby="amendments-title">
    <h2 id="amendments-title">Після надсилання</h2>
    {amendments.map(({ title, when, status, href, reason, isApprovedAlone, notes, progress }) => (
      <div class="stack-small">
        <p>
          <a href={href}>
            {title}, {when}
          </a>{' '}
          <span class="muted">{status}</span> {isApprovedAlone ? <ApprovedAlone /> : null}
        </p>
        {reason === undefined ? null : <p>Причина: {reason}</p>}
        {progress.map((channel) => (
          <Progress {...channel} />
        ))}
        {notes.map((note) => (
          <p class="muted small">{note}</p>
        ))}
      </div>
    ))}
  </section>
);
