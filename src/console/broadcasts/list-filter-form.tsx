import type { FC } from 'hono/jsx';
import { SelectField, TextField } from '../components/field.js';
import { StatusFilter } from '../components/filter-fields.js';
import { BROADCAST_KIND_WORDS, BROADCAST_STATUS_WORDS } from '../words/broadcast-words.js';
import type { ListFilter } from './list-filter.js';

/** Narrows the list of broadcasts. */
export const ListFilterForm: FC<{ filter: ListFilter }> = ({ filter: { status, kind, from, to, q } }) => (
  <form class="filters card" method="get" action="/broadcasts">
    <TextField name="q" label="Слова заголовка" type="search" value={q} maxLength={200} />
    <StatusFilter value={status} words={BROADCAST_STATUS_WORDS} />
    <SelectField
      name="kind"
      label="Вид"
      value={kind}
      options={[
        { value: '', label: 'Будь-який' },
        ...Object.entries(BROADCAST_KIND_WORDS).map(([value, label]) => ({ value, label })),
      ]}
    />
    <TextField name="from" label="Створено з" type="date" value={from} />
    <TextField name="to" label="до" type="date" value={to} />
    <button class="button button-secondary" type="submit">
      Показати
    </button>
  </form>
);
