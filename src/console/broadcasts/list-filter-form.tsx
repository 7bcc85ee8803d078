import type { FC } from 'hono/jsx';
import { TextField } from '../components/field.js';
import { StatusFilter, WordFilter } from '../components/filter-fields.js';
import { BROADCAST_KIND_WORDS, BROADCAST_STATUS_WORDS } from '../words/broadcast-words.js';
import type { ListFilter } from './list-filter.js';

/** Narrows the list of broadcasts. */
export const ListFilterForm: FC<{ filter: ListFilter }> = ({ filter: { status, kind, from, to, q } }) => (
  <form class="filters card" method="get" action="/broadcasts">
    <TextField name="q" label="Слова заголовка" type="search" value={q} maxLength={200} />
    <StatusFilter value={status} words={BROADCAST_STATUS_WORDS} />
    <WordFilter name="kind" label="Вид" any="Будь-який" value={kind} words={BROADCAST_KIND_WORDS} />
    <TextField name="from" label="Створено з" type="date" value={from} />
    <TextField name="to" label="до" type="date" value={to} />
    <button class="button button-secondary" type="submit">
      Показати
    </button>
  </form>
);
