import type { FC } from 'hono/jsx';
import type { OverviewGroup } from './overview.js';

/** All settings at a glance: each place with a sentence about it. */
export const OverviewView: FC<{ groups: readonly OverviewGroup[] }> = ({ groups }) => (
  <>
    <h1>Налаштування</h1>
    {groups.map(({ heading, items }, index) => (
      <section aria-labelledby={`group-${index}`}>
        <h2 id={`group-${index}`}>{heading}</h2>
        <ul class="settings-list">
          {items.map(({ href, label, description }) => (
            <li>
              <a href={href}>{label}</a>
              <span class="muted">{description}</span>
            </li>
          ))}
        </ul>
      </section>
    ))}
  </>
);
