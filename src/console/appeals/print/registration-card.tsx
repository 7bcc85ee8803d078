import type { FC } from 'hono/jsx';
import type { AppealModel } from '../appeal-model.js';
import { Row } from './printed-appeal.js';

/**
 * The registration and control card that office rules ask for; what is done by hand has room to be written.
 *
 * @see Cabinet of Ministers resolution № 348 of 14.04.1997, on paperwork for citizens' appeals
 */
export const RegistrationCard: FC<{ appeal: AppealModel; council: string }> = ({ appeal, council }) => (
  <article class="paper stack">
    <p>{council}</p>
    <h1>Реєстраційно-контрольна картка</h1>
    <dl class="paper-facts">
      <Row term="Номер і дата реєстрації">
        {appeal.incomingNumber === undefined ? null : `вхідний № ${appeal.incomingNumber}, `}
        {appeal.number}, {appeal.registered}
      </Row>
      <Row term="Прізвище, ім’я, по батькові">
        {appeal.citizen}
        {appeal.coApplicants.length === 0 ? null : ` та ще ${appeal.coApplicants.length} (колективне)`}
      </Row>
      <Row term="Місце проживання">{appeal.residence ?? 'не вказано'}</Row>
      <Row term="Як надійшло">
        {[appeal.channel, appeal.door.toLowerCase(), appeal.nature?.toLowerCase()].filter(Boolean).join(', ')}
      </Row>
      <Row term="Дата надходження">{appeal.received}</Row>
      <Row term="Порушені питання">
        {appeal.category}. {appeal.subject}
      </Row>
      <Row term="Підрозділ">{appeal.department}</Row>
      <Row term="Виконавець">{appeal.assignee ?? 'не призначено'}</Row>
      <Row term="Строк виконання">
        {appeal.due.day === undefined ? appeal.due.words : `до ${appeal.due.day}`}
      </Row>
      <Row term="Резолюція, її автор і дата">
        <span class="paper-blank" />
      </Row>
      <Row term="Хід розгляду">
        <ul>
          {appeal.history.map(({ words, when, by }) => (
            <li>
              {when}: {words} ({by})
            </li>
          ))}
        </ul>
      </Row>
      <Row term="Результат розгляду">{appeal.isOpen ? 'розгляд триває' : appeal.status}</Row>
      <Row term="Вихідний номер відповіді">{appeal.outgoingNumber ?? <span class="paper-blank" />}</Row>
      <Row term="З контролю знято (дата, підпис)">
        <span class="paper-blank" />
      </Row>
    </dl>
  </article>
);
