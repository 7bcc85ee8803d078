import type { FC } from 'hono/jsx';

/** A page above this one. */
export interface Crumb {
  readonly href: string;
  readonly label: string;
}

/** The way back, the topmost page first; the page itself is its heading. */
export const Crumbs: FC<{ trail: readonly Crumb[] }> = ({ trail }) => (
  <nav class="crumbs" aria-label="Де ця сторінка">
    <ol>
      {trail.map(({ href, label }) => (
        <li>
          <a href={href}>{label}</a>
        </li>
      ))}
    </ol>
  </nav>
);

export const SETTINGS_CRUMB: Crumb = { href: '/settings', label: 'Налаштування' };
export const BROADCASTS_CRUMB: Crumb = { href: '/broadcasts', label: 'Розсилки' };
export const PUBLICATIONS_CRUMB: Crumb = { href: '/publications', label: 'Публікації' };
export const APPEALS_CRUMB: Crumb = { href: '/appeals', label: 'Звернення' };
export const TEMPLATES_TRAIL: readonly Crumb[] = [
  BROADCASTS_CRUMB,
  { href: '/templates', label: 'Шаблони розсилок' },
];
