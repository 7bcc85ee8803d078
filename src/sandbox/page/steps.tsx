import type { Child, FC } from 'hono/jsx';
import { lastDayOf } from '../../domain/report/month.js';
import { MARCH_2021 } from '../demonstration/months/plan.js';
import type { Progress } from './progress.js';
import { SignInButton } from './sign-in-button.js';

const { month: MONTH } = MARCH_2021;
const NEWS_OF_LAST_DAY = `/publications?kind=news&from=${lastDayOf(MONTH)}&to=${lastDayOf(MONTH)}`;

/** The seven steps that lead a stranger through. Each ticks itself from what the service really knows. */
export const Steps: FC<{ progress: Progress }> = ({ progress }) => {
  const { reported, answered, newsSent, killed, reportSigned, clockMoved, preparedNews } = progress;
  const done = [reported !== undefined, answered, newsSent, killed, reportSigned, clockMoved];
  const current = done.indexOf(false);
  const step = (index: number) => ({
    number: index + 1,
    done: done[index] ?? false,
    current: index === current,
  });
  return (
    <ol class="steps" id="steps" data-live>
      <Step {...step(0)} title="Повідомте про темний ліхтар">
        <p class="step-text">
          На телефоні <a href="#phone-telegram">Telegram</a> натисніть «Почати», погодьтеся на новини й
          оберіть «Написати до міськради». Готові тексти, фото й місце – під скріпкою.
        </p>
        {reported === undefined ? (
          <p class="step-text soft">Наприкінці бот назве номер і строк, а картка з’явиться в черзі.</p>
        ) : (
          <p>
            Отримано: <b class="nowrap">{reported.appeal.number}</b>
          </p>
        )}
      </Step>
      <Step {...step(1)} title="Дайте відповідь">
        <p class="step-text">
          Ваше звернення – у черзі. Відповідь прийде лише в той чат, звідки його надіслано.
        </p>
        {reported === undefined ? (
          <p class="step-text soft">Кнопка з’явиться після першого кроку.</p>
        ) : (
          <SignInButton as="moderator" next={`/appeals/${encodeURIComponent(reported.appeal.number)}`}>
            Відкрити звернення
          </SignInButton>
        )}
      </Step>
      <Step {...step(2)} title="Затвердьте новину">
        <p class="step-text">
          На телефоні <a href="#phone-viber">Viber</a> теж погодьтеся на новини. Потім затвердьте розсилку й
          дивіться на обидва телефони та смугу доставлення.
        </p>
        {preparedNews !== undefined && (
          <SignInButton as="approver" next={`/broadcasts/${preparedNews.id}`}>
            {preparedNews.status === 'draft' ? 'Відкрити новину' : 'Переглянути доставлення'}
          </SignInButton>
        )}
      </Step>
      <Step {...step(3)} title="Обірвіть посередині">
        <p class="step-text">
          Поки смуга рухається, обірвіть процес сервісу (kill -9). Він підніметься сам і надішле решту: нікого
          не загубить і нікому не надішле двічі. Рахують самі телефони.
        </p>
        <form method="post" action="/sandbox/kill" data-live-form>
          <button class="button" type="submit">
            Обірвати процес
          </button>
        </form>
      </Step>
      <Step {...step(4)} title="Підпишіть свій звіт">
        <p class="step-text">
          Звіт відділу за березень 2021 року вже складено: кожне число відкриває свій список, Word – одним
          натиском. Підпишіть його, потім змініть дату однієї новини 31 березня на 1 квітня – і звіт скаже про
          розбіжність.
        </p>
        <SignInButton as="head" next={`/reports/${MONTH}`}>
          Відкрити звіт
        </SignInButton>
        <SignInButton as="editor" next={NEWS_OF_LAST_DAY} class="link-button">
          Новини 31 березня
        </SignInButton>
      </Step>
      <Step {...step(5)} title="Пересуньте календар">
        <p class="step-text">
          Строки рахуються за законом. Переведіть місто на 15 днів уперед і погляньте, що стало терміновим.
          Новини, що чекали вечора, надійдуть на телефони одним повідомленням.
        </p>
        <a class="quiet-button" href="#clock">
          До календаря
        </a>
      </Step>
      <Step number={7} done={current === -1} current={current === -1} title="Що далі">
        <ul class="plain-list">
          <li>
            <SignInButton as="head" next="/" class="link-button">
              Консоль керівниці
            </SignInButton>
          </li>
          <li>
            <SignInButton as="editor" next="/broadcasts/new" class="link-button">
              Написати новину
            </SignInButton>
          </li>
          <li>
            <a href="/api/docs" target="_blank" rel="noreferrer">
              API для сайту
            </a>
          </li>
        </ul>
      </Step>
    </ol>
  );
};

interface StepProps {
  readonly number: number;
  readonly done: boolean;
  readonly current: boolean;
  readonly title: string;
  readonly children?: Child;
}

const Step: FC<StepProps> = ({ number, done, current, title, children }) => (
  <li
    class={`step${done ? ' step-done' : ''}${current ? ' step-current' : ''}`}
    data-key={`step-${number}`}
    aria-current={current ? 'step' : undefined}
  >
    <h2 class="step-title">
      <span class="step-number" aria-hidden="true">
        {done ? '✓' : number}
      </span>
      <span>
        {title}
        {done && <span class="visually-hidden"> (виконано)</span>}
      </span>
    </h2>
    <div class="step-body">{children}</div>
  </li>
);
