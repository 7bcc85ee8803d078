import type { Publication } from './publication.js';

/** What of a publication its act is judged by. */
type Judged = Pick<Publication, 'kind' | 'source'> & Partial<Pick<Publication, 'act'>>;

/** What is wrong with the act of a publication. */
export interface ActComplaint {
  /** Stable: `act.missing`, `act.not-an-act`, `act.order-is-the-mayors` */
  readonly code: string;
  /** Ukrainian sentence for staff */
  readonly message: string;
}

/** An act says who issued it, unless a feed brought it: a feed does not know. An order is the mayor's only stage and only his. */
export function actComplaint({ kind, act, source }: Judged): ActComplaint | undefined {
  if (kind !== 'act') {
    if (act === undefined) return undefined;
    return { code: 'act.not-an-act', message: 'Видавця, стадію й номер має лише публікація виду «акт».' };
  }
  if (act === undefined) {
    if (source === 'feed') return undefined;
    return { code: 'act.missing', message: 'Для акта вкажіть, хто його видав, стадію, номер і дату.' };
  }
  if ((act.issuer === 'mayor') === (act.stage === 'order')) return undefined;
  return {
    code: 'act.order-is-the-mayors',
    message: 'Розпорядження видає лише міський голова, і нічого іншого, крім розпоряджень, він не видає.',
  };
}
