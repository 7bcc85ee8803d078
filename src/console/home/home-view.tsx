import type { FC } from 'hono/jsx';
import { QueueCard } from '../appeals/queue/queue-card.js';
import type { QueueCardModel } from '../appeals/queue/queue-model.js';
import type { BroadcastCardModel } from '../broadcasts/broadcast-model.js';
import { BroadcastCard } from '../broadcasts/list-view.js';
import { DayBars } from '../charts/day-bars.js';
import { DayLines } from '../charts/day-lines.js';
import { ShareBars } from '../charts/share-bars.js';
import { Figure } from '../components/figure.js';
import { HolidayList } from '../greetings/holiday-list.js';
import { Attention } from './attention.js';
import type { HomeCharts } from './home-charts.js';
import type { HomeModel } from './home-model.js';

interface HomeViewProps {
  readonly home: HomeModel;
  /** Whether the viewer answers appeals, and so may have some of their own */
  readonly hasAppeals: boolean;
}

/** The first page: what needs me now, then how the city's days went. */
export const HomeView: FC<HomeViewProps> = ({ home, hasAppeals }) => (
  <>
    <h1>Сьогодні</h1>
    {hasAppeals ? (
      <p>
        <a href="/today">Мій день: ваші звернення за строком і кому зателефонувати</a>
      </p>
    ) : null}
    <div class="stack" id="home-attention" data-live>
      <Attention home={home} />
    </div>
    <div class="figures" id="home-figures" data-live>
      {home.figures.map((figure) => (
        <Figure figure={figure} />
      ))}
    </div>
    <section class="stack" aria-labelledby="under-way">
      <h2 id="under-way">Розсилки в роботі</h2>
      <div id="home-broadcasts" data-live>
        {home.underWay.length === 0 ? (
          <p class="muted">Зараз нічого не надсилається.</p>
        ) : (
          <BroadcastCards cards={home.underWay} />
        )}
      </div>
    </section>
    {home.overdue.length === 0 ? null : (
      <Cards id="home-overdue" title="Прострочено" empty="" cards={home.overdue} />
    )}
    <Cards id="home-today" title="Строк сьогодні" empty="На сьогодні строків немає." cards={home.dueToday} />
    {hasAppeals ? (
      <Cards id="home-mine" title="Мої звернення" empty="У вас немає звернень у роботі." cards={home.mine} />
    ) : null}
    <section class="stack" aria-labelledby="home-holidays">
      <h2 id="home-holidays">Свята найближчих десяти днів</h2>
      {home.holidays.length === 0 ? <p class="muted">Свят немає.</p> : <HolidayList rows={home.holidays} />}
    </section>
    <Charts charts={home.charts} />
  </>
);

const BroadcastCards: FC<{ cards: readonly BroadcastCardModel[] }> = ({ cards }) => (
  <ul class="queue">
    {cards.map((card) => (
      <BroadcastCard card={card} />
    ))}
  </ul>
);

interface CardsProps {
  readonly id: string;
  readonly title: string;
  readonly empty: string;
  readonly cards: readonly QueueCardModel[];
}

const Cards: FC<CardsProps> = ({ id, title, empty, cards }) => (
  <section class="stack" aria-labelledby={`${id}-title`}>
    <h2 id={`${id}-title`}>{title}</h2>
    <div id={id} data-live>
      {cards.length === 0 ? (
        <p class="muted">{empty}</p>
      ) : (
        <ul class="queue">
          {cards.map((card) => (
            <QueueCard card={card} />
          ))}
        </ul>
      )}
    </div>
  </section>
);

const Charts: FC<{ charts: HomeCharts }> = ({ charts }) => (
  <section class="stack" aria-labelledby="home-charts">
    <h2 id="home-charts">Останні 30 днів</h2>
    <div class="halves">
      <DayLines chart={charts.subscribers} />
      <DayBars chart={charts.deliveries} />
      <DayBars chart={charts.appeals} />
      <ShareBars shares={charts.topics} />
    </div>
  </section>
);
