import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { can } from '../domain/role.js';
import type { Session } from '../services/staff/sessions.js';
import { CSRF_FIELD } from './csrf.js';
import { NAVIGATION } from './navigation.js';

export interface LayoutProps {
  /** What the page is; the service's name is added */
  readonly title: string;
  /** Absent before signing in: no menu */
  readonly session?: Session | undefined;
  /** `href` of the menu item the page belongs to */
  readonly current?: string | undefined;
  /** Modules and style sheets under `/assets/` that only this page needs */
  readonly scripts?: readonly string[] | undefined;
  readonly styles?: readonly string[] | undefined;
  /** Full width for tables and the sandbox; text pages keep a readable line */
  readonly wide?: boolean | undefined;
  /** Set above everything, e.g. the sandbox's warning */
  readonly band?: Child;
  readonly children?: Child;
}

/** Style sheets of every page, in the order in which one builds on another. */
const BASE_STYLES = ['site.css', 'controls.css', 'pieces.css', 'frame.css'];

/** The frame of every page: head, skip link, header with menu, main. */
export function Layout(props: LayoutProps) {
  const { title, session, current, scripts = [], styles = [], wide, band, children } = props;
  return (
    <>
      {raw('<!doctype html>')}
      <html lang="uk">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <title>{title} — Вісник</title>
          <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
          {[...BASE_STYLES, ...styles].map((name) => (
            <link rel="stylesheet" href={`/assets/${name}`} />
          ))}
          {scripts.map((name) => (
            <script type="module" src={`/assets/${name}`} />
          ))}
        </head>
        <body>
          <a class="skip-link" href="#main">
            Перейти до основного вмісту
          </a>
          {band}
          <Header session={session} current={current} />
          <main id="main" class={wide ? 'main main-wide' : 'main'} tabindex={-1}>
            {children}
          </main>
        </body>
      </html>
    </>
  );
}

function Header({ session, current }: Pick<LayoutProps, 'session' | 'current'>) {
  return (
    <header class="site-header">
      <div class="site-header-row">
        <a class="site-name" href="/">
          Вісник
        </a>
        {session && <Menu session={session} current={current} />}
        {session && <SignOut session={session} />}
      </div>
    </header>
  );
}

function Menu({ session, current }: { readonly session: Session; readonly current: string | undefined }) {
  const items = NAVIGATION.filter(({ permission }) => can(session.actor, permission));
  return (
    <nav class="site-menu" aria-label="Головне меню">
      <ul>
        {items.map(({ href, label }) => (
          <li>
            <a href={href} aria-current={href === current ? 'page' : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function SignOut({ session }: { readonly session: Session }) {
  return (
    <form class="sign-out" method="post" action="/logout">
      <input type="hidden" name={CSRF_FIELD} value={session.csrfToken} />
      <a class="sign-out-name" href="/account">
        <span class="visually-hidden">Мій обліковий запис: </span>
        {session.actor.name}
      </a>
      <button class="link-button" type="submit">
        Вийти
      </button>
    </form>
  );
}
