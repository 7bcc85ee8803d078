import type { Amendment } from '../../domain/amendment.js';
import { type AudienceRule, addressedChannels } from '../../domain/broadcast.js';
import type { ChannelId } from '../../domain/channel-id.js';

/** What a messenger does not let an amendment do, told to staff. */
export interface AmendmentNote {
  readonly channel: ChannelId;
  /** Stable */
  readonly code: 'recall.impossible' | 'correction.further-message';
  /** Ukrainian */
  readonly message: string;
}

const NAMES: Readonly<Record<ChannelId, string>> = { telegram: 'Telegram', viber: 'Viber' };

/** @param rule whom the broadcast was for: a messenger it did not go to has nothing to note */
export function amendmentNotes({ ways }: Amendment, rule: AudienceRule): readonly AmendmentNote[] {
  return addressedChannels(rule).flatMap((channel): AmendmentNote[] => {
    const name = NAMES[channel];
    if (ways[channel] === 'none')
      return [
        {
          channel,
          code: 'recall.impossible',
          message: `${name} не дає видаляти надіслане: у чатах повідомлення залишиться.`,
        },
      ];
    if (ways[channel] === 'message')
      return [
        {
          channel,
          code: 'correction.further-message',
          message: `У ${name} надісланого не змінити: виправлення прийде окремим повідомленням тим, хто отримав перше.`,
        },
      ];
    return [];
  });
}
