import { CHANNEL_IDS } from '../../domain/channel-id.js';
import type { Phones } from '../phones/phones.js';
import { crowdPeople } from './crowd.js';
import { residentsOf } from './residents.js';

/**
 * Makes the emulated messengers know the crowd and the residents of the phones. Run at every start: the
 * emulators may have been started anew; those who are known stay as they are.
 */
export async function introducePeople(phones: Pick<Phones, 'addPeople'>): Promise<void> {
  for (const channel of CHANNEL_IDS) {
    await phones.addPeople(
      channel,
      residentsOf(channel).map(({ id, name }) => ({ id, name, locale: 'uk' })),
    );
    await phones.addPeople(channel, crowdPeople(channel));
  }
}
