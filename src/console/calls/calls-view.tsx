import type { FC } from 'hono/jsx';
import { FormSecrets, type FormSecretsModel } from '../components/form-secrets.js';
import { Notice, type NoticeModel } from '../components/notice.js';

/** One call to make, ready to print. */
export interface CallRow {
  readonly id: string;
  readonly name: string;
  readonly phone: string;
  /** «23 листопада, 14:35» */
  readonly asked: string;
}

interface CallsViewProps {
  readonly rows: readonly CallRow[];
  /** Absent for those who only read */
  readonly secrets: FormSecretsModel | undefined;
  readonly notice: NoticeModel | undefined;
}

/** Residents who pressed «Подзвоніть мені», who asked first before the others. */
export const CallsView: FC<CallsViewProps> = ({ rows, secrets, notice }) => (
  <>
    <p>
      <a href="/appeals">Звернення</a>
    </p>
    <h1>Просять зателефонувати</h1>
    <Notice notice={notice} />
    {rows.length === 0 ? <p class="muted">Зараз ніхто не чекає на дзвінок.</p> : null}
    {rows.map((row) => (
      <article class="card">
        <h2>
          <a href={`tel:${row.phone}`}>{row.phone}</a>
        </h2>
        <p>
          {row.name} · <span class="muted">просить від {row.asked}</span>
        </p>
        {secrets === undefined ? null : (
          <form class="inline-form" method="post" action={`/appeals/calls/${row.id}/done`}>
            <FormSecrets secrets={secrets} />
            <button class="button button-secondary" type="submit" aria-label={`Зателефоновано: ${row.phone}`}>
              Зателефоновано
            </button>
          </form>
        )}
      </article>
    ))}
  </>
);
