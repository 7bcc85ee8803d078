import type { FC } from 'hono/jsx';
import { TOPIC_NAME_MAX, TOPICS_MAX } from '../../services/topics/input.js';
import { SelectField, TextField } from '../components/field.js';
import type { SectionModel } from './settings-section.js';
import { isBuiltIn, type TopicRow, topicField, topicRows } from './topic-rows.js';

/** Rows to write new topics into. */
const EMPTY_ROWS = 2;

/** What residents choose news by. */
export const TopicsFields: FC<{ section: SectionModel }> = ({ section: { typed, errors } }) => {
  const rows = topicRows(typed);
  const free = Math.min(EMPTY_ROWS, TOPICS_MAX - rows.length);
  const empty = Array.from({ length: Math.max(0, free) }, (_, at) => ({
    ...{ id: '', uk: '', en: '', isHidden: 'false' },
    place: String(rows.length + at + 1),
  }));
  return (
    <>
      <p class="hint">
        Нову тему спершу не отримує ніхто: люди обирають її самі в «Мої теми», тож розкажіть про неї в
        новинах. Приховану тему більше не пропонують, але хто її обрав, і далі отримує. Щоб видалити додану
        тему, поки нею ніхто не користується, очистьте обидві назви. Усього тем – не більше ніж {TOPICS_MAX}.
      </p>
      {errors['topics.items'] === undefined ? null : (
        <p class="field-error" id="topics.items">
          {errors['topics.items']}
        </p>
      )}
      {[...rows, ...empty].map((row, at) => (
        <Row row={row} at={at} errors={errors} />
      ))}
    </>
  );
};

interface RowProps extends Pick<SectionModel, 'errors'> {
  readonly row: TopicRow;
  readonly at: number;
}

const Row: FC<RowProps> = ({ row, at, errors }) => {
  const fieldOf = (field: 'uk' | 'en' | 'place') => ({
    name: topicField(at, field),
    value: row[field],
    error: errors[topicField(at, field)],
  });
  return (
    <fieldset class="form">
      <legend>{row.uk || row.id || 'Нова тема'}</legend>
      {row.id === '' ? null : (
        <>
          <input type="hidden" name={topicField(at, 'id')} value={row.id} />
          <p class="hint">
            Код для посилань: topic-{row.id}.{isBuiltIn(row.id) ? ' Цю тему можна лише приховати.' : null}
          </p>
        </>
      )}
      <div class="halves">
        <TextField {...fieldOf('uk')} label="Назва" maxLength={TOPIC_NAME_MAX} />
        <TextField {...fieldOf('en')} label="Назва англійською" maxLength={TOPIC_NAME_MAX} />
      </div>
      <div class="halves">
        <TextField {...fieldOf('place')} type="number" label="Яка за порядком" />
        <SelectField
          name={topicField(at, 'isHidden')}
          label="Чи пропонувати"
          value={row.isHidden}
          options={[
            { value: 'false', label: 'Пропонувати' },
            { value: 'true', label: 'Приховати' },
          ]}
        />
      </div>
    </fieldset>
  );
};
