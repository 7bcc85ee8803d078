import type { FC } from 'hono/jsx';
import type { AppealModel } from '../appeal-model.js';

/** The whole conversation on paper. Internal notes are not printed: the paper may leave the office. */
export const PrintedAppeal: FC<{ appeal: AppealModel; council: string }> = ({ appeal, council }) => (
  <article class="paper stack">
    <p>{council}</p>
    <h1>
      Звернення {appeal.number}: {appeal.subject}
    </h1>
    <dl class="paper-facts">
      <Row term="Заявник">{appeal.citizen}</Row>
      <Row term="Місце проживання">{appeal.residence ?? 'не вказано'}</Row>
      <Row term="Як подано">
        {appeal.door}, {appeal.channel}
      </Row>
      <Row term="Місце події">{appeal.place?.words ?? 'не вказано'}</Row>
      <Row term="Стан">{appeal.status}</Row>
      <Row term="Строк відповіді">
        {appeal.due.day === undefined ? appeal.due.words : `до ${appeal.due.day}`}
      </Row>
    </dl>
    {appeal.messages.map((message) => (
      <section class="paper-message">
        <h2>
          {message.author}, {message.when}
        </h2>
        <p class="message-text">{message.text}</p>
        {message.files.length === 0 ? null : (
          <p>Додаток: {message.files.map(({ label }) => label).join(', ')}</p>
        )}
      </section>
    ))}
  </article>
);

/** A term and its value on paper. */
export const Row: FC<{ term: string; children?: unknown }> = ({ term, children }) => (
  <div>
    <dt>{term}</dt>
    <dd>{children}</dd>
  </div>
);
