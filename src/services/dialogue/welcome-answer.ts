import type { OutgoingContent } from '../../domain/content.js';
import type { SubscribedEvent } from '../../domain/inbound-event.js';
import type { Locale } from '../../domain/locale.js';
import { type Outsider, outsiderScene } from './outsider.js';
import { questionContent } from './screens.js';
import type { DraftAct } from './state.js';
import { intentOf } from './welcome.js';

/** What is known of whoever opens the chat, beside the event. */
export interface WelcomeFacts extends Omit<Outsider, 'locale' | 'channel'> {
  readonly locale?: Locale;
  readonly draft?: DraftAct | undefined;
}

/**
 * The welcome from the event alone, for Viber's HTTP answer to `conversation_started`: W1; for somebody who is
 * subscribed already the menu, or the draft act that the deep link named.
 */
export function welcome(
  event: SubscribedEvent & { readonly subscribed: boolean },
  { draft, locale = 'uk', ...known }: WelcomeFacts,
): OutgoingContent {
  const outsider = { ...known, locale, channel: event.person.channel };
  const home = draft ? ({ id: 'draft', draft } as const) : ({ id: 'menu' } as const);
  const intent = intentOf(event.context, { draft, topics: [] });
  const screen = event.subscribed ? home : ({ id: 'welcome', ...intent } as const);
  return questionContent(outsiderScene(outsider, screen));
}
