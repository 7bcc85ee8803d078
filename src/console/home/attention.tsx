import type { FC } from 'hono/jsx';
import { BroadcastCard } from '../broadcasts/list-view.js';
import { Notice } from '../components/notice.js';
import type { AwaitingModel, HomeModel } from './home-model.js';

/** What stands still until somebody decides; nothing at all on a good day. */
export const Attention: FC<{ home: HomeModel }> = ({ home: { notices, stopped, awaiting, unsigned } }) =>
  notices.length + stopped.length + awaiting.length === 0 && unsigned === undefined ? null : (
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
      {awaiting.length === 0 ? null : <Awaiting drafts={awaiting} />}
      {stopped.length === 0 ? null : (
        <ul class="queue">
          {stopped.map((card) => (
            <BroadcastCard card={card} />
          ))}
        </ul>
      )}
    </>
  );

const Awaiting: FC<{ drafts: readonly AwaitingModel[] }> = ({ drafts }) => (
  <section class="stack-small" aria-labelledby="awaiting-title">
    <h3 id="awaiting-title">Чекають на ваше затвердження</h3>
    <ul class="queue">
      {drafts.map(({ href, title, details }) => (
        <li class="queue-card">
          <p class="queue-subject">
            <a href={href}>{title}</a>
          </p>
          <p class="muted small queue-details">{details}</p>
        </li>
      ))}
    </ul>
  </section>
);
