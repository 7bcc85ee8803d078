import type { FC } from 'hono/jsx';
import { REASON_MAX } from '../../services/appeals/input.js';
import { TextArea } from '../components/field.js';
import { type CallModel, noteField } from './call-model.js';

/** The form that the cards' fields belong to: it stands outside of what is kept fresh. */
export const CALLED_FORM = 'called';

/** One person to call, and the place for what was said. */
export const CallCard: FC<{ call: CallModel; note: string }> = ({ call, note }) => (
  <li class="card" data-key={call.task} data-announce={`Зателефонуйте: ${call.title}`}>
    <div class="stack-small">
      <h3>{call.href === undefined ? call.title : <a href={call.href}>{call.title}</a>}</h3>
      <p class="muted small">{call.details}</p>
      {call.phone === undefined ? null : (
        <p>
          Телефон: <a href={`tel:${call.phone}`}>{call.phone}</a>
        </p>
      )}
      {call.outcome === undefined ? null : <p>Відповідь: {call.outcome}.</p>}
      {call.answer === undefined ? null : (
        <details>
          <summary>Що треба повідомити</summary>
          <p class="message-text">{call.answer}</p>
        </details>
      )}
    </div>
    <div class="form">
      <TextArea
        class="textarea-low"
        id={`note-${call.task.replaceAll(' ', '-')}`}
        name={noteField(call.task)}
        form={CALLED_FORM}
        label="Як і що повідомлено"
        hint="Лише для працівників."
        value={note}
        maxLength={REASON_MAX}
      />
      <div>
        <button
          class="button button-secondary"
          type="submit"
          form={CALLED_FORM}
          name="task"
          value={call.task}
          aria-label={`Виконано: ${call.title}`}
        >
          Виконано
        </button>
      </div>
    </div>
  </li>
);
