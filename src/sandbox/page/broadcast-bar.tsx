import type { FC } from 'hono/jsx';
import { CHANNEL_IDS } from '../../domain/channel-id.js';
import type { DeliveryCounts } from '../../domain/delivery.js';
import type { BroadcastView } from '../../services/broadcasts/broadcasts.js';
import type { OnPhones } from './on-phones.js';

const CHANNEL_NAMES = { telegram: 'Telegram', viber: 'Viber' } as const;

/** How far the broadcast has come, in all and in each messenger. */
export const BroadcastBar: FC<{
  readonly broadcast: BroadcastView | undefined;
  /** Undefined when the phones were not asked about this one */
  readonly onPhones: OnPhones | undefined;
}> = ({ broadcast, onPhones }) => {
  if (broadcast === undefined) return <p class="soft">Розсилок зараз немає.</p>;
  const { title, status, delivery, counts, channels, audienceSize } = broadcast;
  const waits = status === 'draft' || status === 'approved' || status === 'scheduled';
  return (
    <div class="live-bar">
      <h3>Розсилка</h3>
      <p class="live-title">{title}</p>
      <p class="live-total">
        {waits ? (
          <>
            {STATUS_WORDS[status]}. Підписників: {number(audienceSize.total)}
          </>
        ) : (
          <>
            <b>{number(handled(counts))}</b> з {number(counts.total)} · {STATUS_WORDS[status]}
            {counts.unknown > 0 && ` · невідомо: ${number(counts.unknown)}`}
            {missed(counts) > 0 && ` · не доставлено: ${number(missed(counts))}`}
          </>
        )}
      </p>
      {CHANNEL_IDS.map((channel) => {
        const total = waits ? audienceSize[channel] : channels[channel].total;
        const sent = waits ? 0 : handled(channels[channel]);
        return (
          <div class="live-channel">
            <label for={`live-${channel}`}>{CHANNEL_NAMES[channel]}</label>
            <progress
              id={`live-${channel}`}
              class={`live-${channel}`}
              value={sent}
              max={Math.max(total, 1)}
            />
            <span class="live-number">
              {number(sent)} / {number(total)}
            </span>
          </div>
        );
      })}
      {onPhones && (
        <p class="live-phones">
          На телефонах: {number(onPhones.people)} ·{' '}
          <b>
            втрачено {number(onPhones.lost)}, подвоєно {number(onPhones.doubled)}
          </b>
        </p>
      )}
      {counts.unknown > 0 && (
        <p class="live-phones">
          Невідомо: відповідь месенджера не дійшла до сервісу. Хтось із цих людей повідомлення отримав, хтось
          ні; удруге не надсилаємо, щоб не подвоїти.
        </p>
      )}
      {status === 'sending' && delivery === 'digest' && counts.queued > 0 && (
        <p class="live-phones">
          Хто обрав щоденну добірку, отримає це о 18:00. Щоб не чекати, натисніть «+1 день».
        </p>
      )}
    </div>
  );
};

const STATUS_WORDS = {
  draft: 'Чекає на затвердження',
  approved: 'Затверджено, піде за кілька секунд: доти це можна забрати',
  scheduled: 'Затверджено, чекає на свій час',
  sending: 'надсилаємо',
  paused: 'призупинено',
  finished: 'завершено',
  cancelled: 'скасовано',
} as const satisfies Readonly<Record<BroadcastView['status'], string>>;

/** Who certainly did not get it. */
function missed({ failed, unreachable, skipped }: DeliveryCounts): number {
  return failed + unreachable + skipped;
}

/** Rows that need nothing more. */
function handled({ total, queued, sending }: DeliveryCounts): number {
  return total - queued - sending;
}

function number(value: number): string {
  return value.toLocaleString('uk');
}
