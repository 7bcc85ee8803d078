import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { Session } from '../services/staff/sessions.js';
import { Header } from './header.js';

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
  /** Address of the feed that goes with the page */
  readonly feed?: string | undefined;
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
  const { title, session, current, scripts = [], styles = [], feed, wide, band, children } = props;
  return (
    <>
      {raw('<!doctype html>')}
      <html lang="uk">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <title>{title} — Вісник</title>
          {feed && <link rel="alternate" type="application/rss+xml" title="Усі повідомлення" href={feed} />}
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
