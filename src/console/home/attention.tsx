import type { FC } from 'hono/jsx';
import { BroadcastCard } from '../broadcasts/list-view.js';
import { Notice } from '../components/notice.js';
import { WaitingList, type WaitingModel } from '../components/waiting-list.js';
import type { HomeModel } from './home-model.js';

/** What stands still until somebody decides; nothing at all on a good day. */
export const Attention: FC<{ home: HomeModel }> = ({
  home: { notices, stopped, awaiting, toSign, escalated, reviews, unsigned },
}) =>
  [notices, stopped, awaiting, toSign, escalated, reviews].every(({ length }) => length === 0) &&
  unsigned === undefined ? null : (
    <>
      <h2>Що потребує уваги</h2>
      {notices.map((notice) => (
        <Notice notice={notice} />
      ))}
      {unsigned === undefined ? null : (
        <p class="notice notice-warn">
          Звіт за минулий місяць не підписано: <a href={unsigned.href}>{unsigned.name}</a>
        </p>
      )}
      <Awaiting id="awaiting-title" title="Чекають на ваше затвердження" items={awaiting} />
      <Awaiting id="sign-title" title="Чекають на ваш підпис" items={toSign} />
      <Awaiting id="escalated-title" title="Строк спливає або минув" items={escalated} />
      <Awaiting id="reviews-title" title="Відповідь не допомогла: перевірити" items={reviews} />
      {stopped.length === 0 ? null : (
        <ul class="queue">
          {stopped.map((card) => (
            <BroadcastCard card={card} />
          ))}
        </ul>
      )}
    </>
  );

interface AwaitingProps {
  readonly id: string;
  readonly title: string;
  readonly items: readonly WaitingModel[];
}

const Awaiting: FC<AwaitingProps> = ({ id, title, items }) =>
  items.length === 0 ? null : (
    <section class="stack-small" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      <WaitingList items={items} />
    </section>
  );
