import type { OutgoingContent } from '../../domain/content.js';
import type { SubscribedEvent } from '../../domain/inbound-event.js';
import type { Locale } from '../../domain/locale.js';
import { outsiderScene } from './outsider.js';
import type { Organisation } from './ports.js';
import { questionContent } from './screens.js';
import { intentOf } from './welcome.js';

/**
 * The welcome from the event alone, for Viber's HTTP answer to `conversation_started`: W1, or the menu for
 * somebody who is subscribed already.
 */
export function welcome(
  event: SubscribedEvent & { readonly subscribed: boolean },
  organisation: Organisation,
  locale: Locale = 'uk',
): OutgoingContent {
  const outsider = { organisation, locale, channel: event.person.channel };
  const screen = event.subscribed
    ? ({ id: 'menu' } as const)
    : ({ id: 'welcome', ...intentOf(event.context) } as const);
  return questionContent(outsiderScene(outsider, screen));
}
