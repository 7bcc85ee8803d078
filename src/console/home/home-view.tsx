import type { FC } from 'hono/jsx';
import { QueueCard } from '../appeals/queue-card.js';
import type { QueueCardModel } from '../appeals/queue-model.js';
import type { BroadcastCardModel } from '../broadcasts/broadcast-model.js';
import { BroadcastCard } from '../broadcasts/list-view.js';
import { Figure } from '../components/figure.js';
import { Notice } from '../components/notice.js';
import { HolidayList } from '../greetings/holiday-list.js';
import type { HomeModel } from './home-model.js';

/** The first page: what needs me now. */
export const HomeView: FC<{ home: HomeModel }> = ({ home }) => (
  <>
    <h1>Сьогодні</h1>
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
    <Cards id="home-today" title="Строк сьогодні" empty="На сьогодні строків немає." cards={home.dueToday} />
    <Cards id="home-mine" title="Мої звернення" empty="У вас немає звернень у роботі." cards={home.mine} />
    <section class="stack" aria-labelledby="home-holidays">
      <h2 id="home-holidays">Свята найближчих десяти днів</h2>
      {home.holidays.length === 0 ? <p class="muted">Свят немає.</p> : <HolidayList rows={home.holidays} />}
    </section>
  </>
);

/** What stands still until somebody decides; nothing at all on a good day. */
const Attention: FC<{ home: HomeModel }> = ({ home: { notices, stopped } }) =>
  notices.length + stopped.length === 0 ? null : (
    <>
      <h2>Що потребує уваги</h2>
      {notices.map((notice) => (
        <Notice notice={notice} />
      ))}
      {stopped.length === 0 ? null : <BroadcastCards cards={stopped} />}
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
