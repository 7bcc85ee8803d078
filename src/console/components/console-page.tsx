import type { FC, PropsWithChildren } from 'hono/jsx';
import type { Session } from '../../services/staff/sessions.js';
import { Layout } from '../../web/layout.js';

export interface ConsolePageProps {
  readonly title: string;
  readonly session: Session | undefined;
  readonly isSandbox: boolean;
  /** `href` of the menu item the page belongs to */
  readonly current?: string | undefined;
  /** Where the page hears that what it shows has changed */
  readonly eventsHref?: string | undefined;
  /** Modules and style sheets under `/assets/` that only this page needs */
  readonly scripts?: readonly string[] | undefined;
  readonly styles?: readonly string[] | undefined;
  /** Where the help tells how the work of this page is done */
  readonly helpHref?: string | undefined;
  /** A form or a text keeps a readable line; lists and tables take the width */
  readonly isNarrow?: boolean | undefined;
}

/** The frame of every console page. */
export const ConsolePage: FC<PropsWithChildren<ConsolePageProps>> = (props) => (
  <Layout
    title={props.title}
    session={props.session}
    current={props.current}
    styles={['console.css', 'cards.css', ...(props.styles ?? [])]}
    scripts={[...(props.eventsHref === undefined ? [] : ['console-live.js']), ...(props.scripts ?? [])]}
    wide={!props.isNarrow}
    band={props.isSandbox ? <SandboxBand /> : null}
  >
    <div class="console" data-events={props.eventsHref}>
      {props.children}
      {props.helpHref === undefined ? null : (
        <p class="page-help small">
          <a href={props.helpHref}>Довідка: як це робити</a>
        </p>
      )}
    </div>
    <p class="visually-hidden" role="status" id="live-status" />
  </Layout>
);

const SandboxBand: FC = () => (
  <aside class="sandbox-band" aria-label="Демонстраційний режим">
    Демонстраційний режим <a href="/sandbox">До телефонів</a>
  </aside>
);
