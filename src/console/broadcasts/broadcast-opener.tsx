import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { BroadcastView } from '../../services/broadcasts/broadcasts.js';
import type { WebEnv } from '../../web/env.js';
import { currentSession } from '../../web/session-cookie.js';
import { ConsolePage } from '../components/console-page.js';
import type { FormSecretsModel } from '../components/form-secrets.js';
import type { ConsoleParts } from '../parts.js';
import { type CityDates, createCityDates } from '../words/dates.js';
import { type BroadcastModel, broadcastModel } from './broadcast-model.js';

/** What a page about one broadcast is made of. */
export interface OpenedBroadcast {
  readonly view: BroadcastView;
  readonly broadcast: BroadcastModel;
  readonly dates: CityDates;
  readonly secrets: FormSecretsModel;
}

interface BroadcastPage {
  readonly title: string;
  readonly body: Child;
}

/** Opens pages about one broadcast, kept fresh while something happens to it. */
export function createBroadcastOpener(parts: ConsoleParts) {
  const dates = createCityDates(parts.timeZone, parts.clocks.now);

  return async (
    c: Context<WebEnv>,
    id: string,
    status: ContentfulStatusCode,
    pageOf: (opened: OpenedBroadcast) => Promise<BroadcastPage>,
  ) => {
    const session = currentSession(c);
    const view = await parts.broadcasts.get(id);
    const names = await parts.namesOf(staffIds(view));
    const { broadcasts, topics } = await parts.settings.get();
    const broadcast = broadcastModel(view, {
      ...{ dates, names },
      topics: topics.items,
      real: parts.clocks.real(),
      undoWindow: broadcasts.undoSeconds,
    });
    const secrets = { csrfToken: session.csrfToken, requestId: parts.randomId() };
    const { title, body } = await pageOf({ view, broadcast, dates, secrets });
    return c.html(
      <ConsolePage
        styles={['broadcast.css']}
        title={title}
        session={session}
        isSandbox={parts.sandbox !== undefined}
        current="/broadcasts"
        eventsHref={broadcast.eventsHref}
      >
        {body}
      </ConsolePage>,
      status,
    );
  };
}

function staffIds(broadcast: BroadcastView): readonly string[] {
  const { createdBy, editedBy, approvals, proposal, amendments } = broadcast;
  const amending = amendments.map((amendment) => amendment.createdBy);
  return [
    createdBy,
    editedBy,
    ...amending,
    ...approvals.map(({ by }) => by),
    ...(proposal ? [proposal.by] : []),
  ];
}
