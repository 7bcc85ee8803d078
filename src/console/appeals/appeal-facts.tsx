import type { FC, PropsWithChildren } from 'hono/jsx';
import { plural } from '../words/plural.js';
import type { AppealModel } from './appeal-model.js';

const APPLICANTS = { one: 'заявник', few: 'заявники', other: 'заявників' };

/** Who writes, about what, whose it is and until when; `children` are the actions beside it. */
export const AppealFacts: FC<PropsWithChildren<{ appeal: AppealModel }>> = ({ appeal, children }) => (
  <section class="card" aria-labelledby="facts-title">
    <h2 id="facts-title">Відомості</h2>
    <dl class="facts" id="appeal-facts" data-live>
      <Fact term="Заявник">{appeal.citizen}</Fact>
      {appeal.residence === undefined ? null : <Fact term="Місце проживання">{appeal.residence}</Fact>}
      {appeal.phone === undefined ? null : <Fact term="Телефон">{appeal.phone}</Fact>}
      <CoApplicants appeal={appeal} />
      {appeal.nature === undefined ? null : <Fact term="Вид звернення">{appeal.nature}</Fact>}
      <Fact term="Як подано">
        {appeal.door}, {appeal.channel}
      </Fact>
      <Fact term="Отримано">{appeal.received}</Fact>
      <Fact term="Зареєстровано">
        {appeal.isAwaitingRegistration ? 'ще не зареєстровано' : appeal.registered}
        {appeal.incomingNumber === undefined ? null : `, вхідний № ${appeal.incomingNumber}`}
      </Fact>
      <Fact term="Тема">
        {appeal.category}
        <Suggestions suggestions={appeal.categorySuggestions} />
      </Fact>
      <Place appeal={appeal} />
      <Fact term="Підрозділ">
        {appeal.department}
        <Suggestions suggestions={appeal.suggestions} />
      </Fact>
      <Fact term="Виконавець">{appeal.assignee ?? 'Нікому не призначено'}</Fact>
      <Due appeal={appeal} />
      {appeal.rating === undefined ? null : <Fact term="Оцінка заявника">{appeal.rating}</Fact>}
    </dl>
    {children}
  </section>
);

/** Every change of status, who made it and why. */
export const AppealHistory: FC<{ appeal: AppealModel }> = ({ appeal }) => (
  <section class="card" aria-labelledby="history-title">
    <h2 id="history-title">Історія</h2>
    <ol class="history" id="appeal-history" data-live>
      {appeal.history.map(({ words, when, by, reason }) => (
        <li>
          <p>{words}</p>
          {reason === undefined ? null : <p>{reason}</p>}
          <p class="muted small">
            {when}, {by}
          </p>
        </li>
      ))}
    </ol>
  </section>
);

/** What its words tell, and which of them. */
const Suggestions: FC<{ suggestions: readonly { readonly name: string; readonly why: string }[] }> = ({
  suggestions,
}) => (
  <>
    {suggestions.map(({ name, why }) => (
      <p class="muted small">
        Можливо, {name} ({why})
      </p>
    ))}
  </>
);

const Fact: FC<PropsWithChildren<{ term: string }>> = ({ term, children }) => (
  <div>
    <dt>{term}</dt>
    <dd>{children}</dd>
  </div>
);

const CoApplicants: FC<{ appeal: AppealModel }> = ({ appeal: { coApplicants } }) =>
  coApplicants.length === 0 ? null : (
    <Fact term="Колективне">
      <details>
        <summary>Ще {plural(coApplicants.length, APPLICANTS)}</summary>
        <ol class="stack-small">
          {coApplicants.map((words) => (
            <li>{words}</li>
          ))}
        </ol>
      </details>
    </Fact>
  );

const Place: FC<{ appeal: AppealModel }> = ({ appeal: { place } }) =>
  place === undefined ? null : (
    <Fact term="Місце">
      {place.words}
      {place.mapHref === undefined ? null : (
        <>
          {' · '}
          <a href={place.mapHref} rel="noreferrer">
            на карті
          </a>
        </>
      )}
    </Fact>
  );

const Due: FC<{ appeal: AppealModel }> = ({ appeal: { due } }) => (
  <Fact term="Строк відповіді">
    {due.day === undefined ? due.words : `до ${due.day}`}
    <details class="small">
      <summary>Як обчислено</summary>
      <ol class="stack-small">
        {due.steps.map((step) => (
          <li>{step}</li>
        ))}
      </ol>
    </details>
  </Fact>
);
