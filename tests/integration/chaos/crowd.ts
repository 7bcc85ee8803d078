import type { ChannelId } from '../../../src/domain/channel-id.js';
import type { Emulators } from '../../../src/sandbox/emulators/start.js';
import type { ServiceProcess } from '../../support/service.js';
import { until } from '../../support/until.js';

/** A broadcast as the API shows it. */
export interface BroadcastJson {
  readonly id: string;
  readonly status: string;
  readonly counts: Readonly<Record<string, number>>;
}

/** Subscribes new people of one messenger. @returns their addresses */
export async function aCrowd(
  service: ServiceProcess,
  emulators: Emulators,
  channel: ChannelId,
  count: number,
): Promise<readonly string[]> {
  const addresses = Array.from(
    { length: count },
    () => emulators[channel].addPerson({ status: 'active', crowd: true }).id,
  );
  const lines = addresses.map((address) => JSON.stringify({ channel, address }));
  const { body } = await service.api<{ created: number }>('POST', '/subscribers/import', lines.join('\n'));
  if (body.created !== count) throw new Error(`${body.created} of ${count} were subscribed`);
  return addresses;
}

/** Writes news and approves it. @returns its id */
export async function approveNews(service: ServiceProcess, more: object = {}): Promise<string> {
  const news = { kind: 'announcement', title: 'Вода', text: 'Завтра не буде води.', ...more };
  const { body } = await service.api<BroadcastJson>('POST', '/broadcasts', news);
  const { status } = await service.api('POST', `/broadcasts/${body.id}/approve`, {});
  if (status !== 200) throw new Error(`the approval was refused: ${status}`);
  return body.id;
}

/** Waits until every row of a broadcast has its outcome; a service that does not answer is asked again. */
export function finished(service: ServiceProcess, id: string, timeoutMs: number): Promise<BroadcastJson> {
  return until(
    'the broadcast to finish',
    async () => {
      const answer = await service.api<BroadcastJson>('GET', `/broadcasts/${id}`).catch(() => undefined);
      return answer?.body.status === 'finished' && answer.body;
    },
    timeoutMs,
  );
}

/** How often each of these people got something. */
export function received(
  emulators: Emulators,
  channel: ChannelId,
  addresses: readonly string[],
): readonly number[] {
  return addresses.map((address) => emulators[channel].journal.receivedCount(address));
}
