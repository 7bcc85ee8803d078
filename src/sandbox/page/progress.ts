import { OPEN_APPEAL_STATUSES } from '../../domain/appeal.js';
import { SERVICE } from '../../domain/role.js';
import type { AppealPage, Appeals } from '../../services/appeals/appeals.js';
import type { Broadcasts, BroadcastView } from '../../services/broadcasts/broadcasts.js';
import type { SandboxClock } from '../clock.js';
import { RESIDENTS } from '../demonstration/residents.js';
import type { KillSwitch } from '../kill-switch.js';
import { type OnPhones, type OnPhonesDeps, readOnPhones } from './on-phones.js';

/** Newest appeals looked at: the visitor's own is among them. */
const LOOKED_AT = 30;
/** Newest appeals shown. */
const SHOWN = 6;

/** What the walk and the console strip show; everything is read from the service itself. */
export interface Progress {
  /** Newest first */
  readonly newest: readonly AppealPage[];
  /** The visitor's appeal: the one that was answered, else the newest from one of the phones */
  readonly reported: AppealPage | undefined;
  /** It has an answer: later appeals do not undo the walk */
  readonly answered: boolean;
  readonly preparedNews: BroadcastView | undefined;
  /** Under way now, else the prepared news */
  readonly broadcast: BroadcastView | undefined;
  readonly newsSent: boolean;
  /** What the phones themselves got of the prepared news, once it goes out */
  readonly onPhones: OnPhones | undefined;
  readonly killed: boolean;
  /** The report of March 2021 */
  readonly reportSigned: boolean;
  readonly clockMoved: boolean;
  readonly openCount: number;
  readonly overdueCount: number;
}

export interface ProgressDeps extends OnPhonesDeps {
  readonly appeals: Pick<Appeals, 'list' | 'count'>;
  readonly broadcasts: Pick<Broadcasts, 'list' | 'get'>;
  readonly clock: Pick<SandboxClock, 'state'>;
  readonly killSwitch: Pick<KillSwitch, 'used'>;
  /** Whether the demonstration's report has a signature */
  readonly isReportSigned: () => Promise<boolean>;
  /** Draft that the walk's third step approves */
  readonly preparedNewsId: () => string;
}

const RESIDENT_ADDRESSES = new Set(RESIDENTS.map(({ id }) => id));

/** Reads how far the visitor has come. */
export async function readProgress(deps: ProgressDeps): Promise<Progress> {
  const { appeals, broadcasts, clock, killSwitch, isReportSigned, preparedNewsId } = deps;
  const [{ items }, openCount, overdueCount, sending, preparedNews, reportSigned] = await Promise.all([
    appeals.list({ limit: LOOKED_AT, cursor: undefined }, SERVICE),
    appeals.count({ open: true }, SERVICE),
    appeals.count({ overdue: true }, SERVICE),
    broadcasts.list({ limit: 1, cursor: undefined, status: 'sending' }),
    // Somebody may have deleted the draft: the strip then shows none.
    broadcasts.get(preparedNewsId()).catch(() => undefined),
    isReportSigned(),
  ]);
  const fromPhones = items.filter(({ appeal }) => RESIDENT_ADDRESSES.has(appeal.address ?? ''));
  const answered = fromPhones.find(isAnswered);
  return {
    newest: items.slice(0, SHOWN),
    reported: answered ?? fromPhones[0],
    answered: answered !== undefined,
    preparedNews,
    broadcast: sending.items.find(({ id }) => id !== preparedNews?.id) ?? preparedNews,
    newsSent:
      preparedNews !== undefined &&
      preparedNews.counts.sent + preparedNews.counts.delivered + preparedNews.counts.seen > 0,
    onPhones: preparedNews && (await readOnPhones(preparedNews, deps)),
    killed: killSwitch.used(),
    reportSigned,
    clockMoved: clock.state().moved,
    openCount,
    overdueCount,
  };
}

function isAnswered({ appeal }: AppealPage): boolean {
  return appeal.messages.some(({ from }) => from === 'staff');
}

/** Whether somebody still owes the citizen an answer. */
export function isOpen({ appeal }: AppealPage): boolean {
  return OPEN_APPEAL_STATUSES.includes(appeal.status);
}
