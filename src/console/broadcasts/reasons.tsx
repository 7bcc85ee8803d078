import type { FC } from 'hono/jsx';
import { CHANNEL_IDS } from '../../domain/channel-id.js';
import type { CountedStatus } from '../../domain/delivery.js';
import type { ReasonCount } from '../../services/broadcasts/delivery-store.js';
import { reasonWords } from '../../services/outbox/reason-words.js';
import { TableFrame } from '../components/table-frame.js';
import { CHANNEL_WORDS } from '../words/channel-words.js';
import { COUNT_WORDS } from '../words/delivery-words.js';
import { formatNumber } from '../words/plural.js';
import { deliveriesHref } from './broadcast-model.js';

export interface ReasonModel {
  readonly status: string;
  readonly words: string;
  /** The people of this reason */
  readonly href: string;
  /** In the order of the messengers */
  readonly counts: readonly number[];
}

/** Statuses that staff have to understand; a row that waits for another try is not over yet. */
const EXPLAINED: readonly CountedStatus[] = ['failed', 'unreachable', 'unknown', 'skipped'];

/** One line for each status and reason, the most frequent reason of a status first. */
export function reasonModels(id: string, reasons: readonly ReasonCount[]): readonly ReasonModel[] {
  return EXPLAINED.flatMap((status) => {
    const own = reasons.filter((reason) => reason.status === status);
    const codes = [...new Set(own.map(({ code }) => code))];
    return codes
      .map((code) => ({
        status: COUNT_WORDS[status],
        words: reasonWords(code),
        href: `${deliveriesHref(id)}?${new URLSearchParams({ status, code })}`,
        counts: CHANNEL_IDS.map((channel) => countOf(own, code, channel)),
      }))
      .sort((a, b) => total(b) - total(a));
  });
}

/** Why some did not get it, each reason with its number of people, who can be opened. */
export const Reasons: FC<{ reasons: readonly ReasonModel[] }> = ({ reasons }) =>
  reasons.length === 0 ? null : (
    <section class="stack" aria-labelledby="reasons-title">
      <h2 id="reasons-title">Чому не отримали</h2>
      <TableFrame label="Причини">
        <table class="table-numbers">
          <thead>
            <tr>
              <th scope="col">Причина</th>
              {CHANNEL_IDS.map((channel) => (
                <th scope="col" class="number">
                  {CHANNEL_WORDS[channel]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {reasons.map(({ status, words, href, counts }) => (
              <tr>
                <th scope="row">
                  {status}: <a href={href}>{words}</a>
                </th>
                {counts.map((count) => (
                  <td class="number">{formatNumber(count)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </section>
  );

function countOf(reasons: readonly ReasonCount[], code: string, channel: string): number {
  const of = reasons.filter((reason) => reason.code === code && reason.channel === channel);
  return of.reduce((sum, { count }) => sum + count, 0);
}

function total({ counts }: ReasonModel): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
