import type { FC } from 'hono/jsx';
import { WaitingList } from '../components/waiting-list.js';
import type { AbsenceModel } from './absence-model.js';

/** Nothing on an ordinary day. */
export const AbsenceSection: FC<{ absence: AbsenceModel }> = ({ absence: { substituted, returned } }) => (
  <>
    {substituted.length === 0 ? null : (
      <p class="notice notice-ok">
        Ви заміщуєте: {substituted.join(', ')}. Їхні звернення – серед ваших.{' '}
        <a href="/absences">Відсутності</a>
      </p>
    )}
    {returned === undefined ? null : (
      <section class="stack" aria-labelledby="returned-title">
        <h2 id="returned-title">Поки вас не було</h2>
        <p>{returned.words}</p>
        {returned.answered.length === 0 ? null : <WaitingList items={returned.answered} />}
      </section>
    )}
  </>
);
