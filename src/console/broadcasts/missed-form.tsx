import type { FC } from 'hono/jsx';
import type { BroadcastView } from '../../services/broadcasts/broadcasts.js';
import { FormSecrets, type FormSecretsModel } from '../components/form-secrets.js';
import { formatNumber } from '../words/plural.js';
import { deliveriesHref } from './broadcast-model.js';

export interface MissedModel {
  readonly action: string;
  /** «12», those of whom nobody knows whether they got it */
  readonly unknown: string | undefined;
}

/** What may be offered to those who did not get it; undefined while it is being sent, or when everybody did. */
export function missedModel({
  id,
  status,
  counts,
  amends,
  recalledAt,
}: BroadcastView): MissedModel | undefined {
  const missed = counts.failed + counts.unreachable + counts.unknown + counts.skipped;
  if ((status !== 'finished' && status !== 'cancelled') || missed === 0) return undefined;
  if (amends || recalledAt) return undefined;
  return {
    action: `${deliveriesHref(id)}/missed`,
    unknown: counts.unknown === 0 ? undefined : formatNumber(counts.unknown),
  };
}

/** Makes a draft for those who did not get it. */
export const MissedForm: FC<{ missed: MissedModel; secrets: FormSecretsModel }> = ({ missed, secrets }) => (
  <form class="form card" method="post" action={missed.action}>
    <h2>Надіслати тим, хто не отримав</h2>
    <p>
      Буде нова чернетка з тим самим текстом: для тих, кому не доставлено або не встигли надіслати, і для тих,
      хто був недосяжний чи відписаний, а тепер знову підписаний. Хто отримав, удруге не отримає.
    </p>
    <FormSecrets secrets={secrets} />
    {missed.unknown === undefined ? null : (
      <label class="choice">
        <input type="checkbox" name="includeUnknown" value="yes" />
        <span>Також тим, про кого невідомо ({missed.unknown}): дехто з них прочитає це вдруге</span>
      </label>
    )}
    <button class="button" type="submit">
      Створити чернетку
    </button>
  </form>
);
