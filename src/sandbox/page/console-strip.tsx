import type { FC } from 'hono/jsx';
import { APPEAL_CHANNEL_WORDS } from '../../domain/appeal-channel.js';
import type { AppealPage } from '../../services/appeals/appeals.js';
import { BroadcastBar } from './broadcast-bar.js';
import type { Progress } from './progress.js';
import { SignInButton } from './sign-in-button.js';
import { dueWords } from './words.js';

interface StripProps {
  readonly progress: Progress;
  readonly now: Date;
  readonly timeZone: string;
}

/** What the council's staff see meanwhile: the broadcast under way and the newest appeals. */
export const ConsoleStrip: FC<StripProps> = ({ progress, now, timeZone }) => (
  <section class="strip" id="strip" aria-labelledby="strip-title">
    <h2 id="strip-title">У міській раді</h2>
    <div id="broadcast-bar" data-live>
      <BroadcastBar
        broadcast={progress.broadcast}
        onPhones={progress.broadcast === progress.preparedNews ? progress.onPhones : undefined}
      />
    </div>
    <div class="strip-head" id="queue-counts" data-live>
      <h3>Черга звернень</h3>
      <p>
        У роботі {progress.openCount}
        {progress.overdueCount > 0 && <b class="tone-overdue"> · прострочено {progress.overdueCount}</b>}
      </p>
    </div>
    <ol class="cards" id="newest-appeals" data-live aria-label="Найновіші звернення">
      {progress.newest.map((page) => (
        <AppealCard {...{ page, now, timeZone }} />
      ))}
    </ol>
    <SignInButton as="moderator" next="/appeals" class="quiet-button">
      Уся черга в консолі
    </SignInButton>
  </section>
);

const AppealCard: FC<{ page: AppealPage; now: Date; timeZone: string }> = ({ page, now, timeZone }) => {
  const { appeal, departmentName } = page;
  const due = dueWords(page, now, timeZone);
  return (
    <li
      class={`card card-${due.tone}`}
      data-key={appeal.number}
      data-announce={`Нове звернення ${appeal.number}`}
    >
      <p class="card-top">
        <span class="card-number">{appeal.number}</span>
        <span class={`badge badge-${appeal.channel}`}>{APPEAL_CHANNEL_WORDS[appeal.channel]}</span>
      </p>
      <p class="card-subject">{appeal.subject || 'Без тексту, лише вкладення'}</p>
      <p class="card-department">{departmentName}</p>
      <div class="card-facts">
        <span class={`tone-${due.tone}`}>{due.words}</span>
        <SignInButton as="moderator" next={`/appeals/${encodeURIComponent(appeal.number)}`} class="card-link">
          Відкрити<span class="visually-hidden"> звернення {appeal.number}</span>
        </SignInButton>
      </div>
    </li>
  );
};
