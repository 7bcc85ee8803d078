import type { AmendmentAction, AmendmentWay } from '../../domain/amendment.js';
import type { ApprovalRight } from '../../domain/approval.js';
import { type Broadcast, isPlanned } from '../../domain/broadcast.js';
import type { ChannelId } from '../../domain/channel-id.js';
import type { AmendmentView, BroadcastView } from '../../services/broadcasts/broadcasts.js';
import { withNewestText } from '../../services/broadcasts/newest.js';
import { BROADCAST_STATUS_WORDS } from '../words/broadcast-words.js';
import { CHANNEL_WORDS } from '../words/channel-words.js';
import type { CityDates } from '../words/dates.js';
import type { ProgressModel } from './broadcast-model.js';

const ACTION_WORDS: Readonly<Record<AmendmentAction, string>> = {
  correction: 'Виправлення',
  recall: 'Відкликання',
};
const WAY_WORDS: Readonly<Record<AmendmentWay, string>> = {
  edit: 'на місці',
  delete: 'видалення',
  message: 'окремим повідомленням',
  none: 'неможливо',
};

/** One correction or recall on the page of its broadcast. */
export interface AmendmentModel {
  readonly title: string;
  readonly when: string;
  readonly status: string;
  /** Page of its own: who got it, and how to stop it */
  readonly href: string;
  readonly reason: string | undefined;
  /** There was no second person where one was needed */
  readonly isApprovedAlone: boolean;
  /** What a messenger does not allow */
  readonly notes: readonly string[];
  /** «Telegram: на місці», where there is anything to do */
  readonly progress: readonly ProgressModel[];
}

/** What may be done with a broadcast that people have. */
export interface AmendableModel {
  /** Undefined while it is paused: what is to become of it must be decided first */
  readonly text: string | undefined;
  readonly proposal: ProposalModel | undefined;
}

/** A correction that waits for a second person. */
export interface ProposalModel {
  readonly text: string;
  readonly who: string;
  readonly when: string;
}

/** How the reader may correct it. */
export interface CorrectionRights {
  /** With words of their own */
  readonly own: ApprovalRight;
  /** With those that were proposed */
  readonly proposed: ApprovalRight;
}

export function amendmentModel(
  amendment: AmendmentView,
  channels: readonly ChannelId[],
  dates: CityDates,
): AmendmentModel {
  const { id, amends, createdAt, status, notes, approvals } = amendment;
  return {
    title: ACTION_WORDS[amends.action],
    when: dates.moment(createdAt),
    status: BROADCAST_STATUS_WORDS[status],
    href: `/broadcasts/${encodeURIComponent(id)}`,
    reason: amends.reason,
    isApprovedAlone: approvals.at(-1)?.emergencyReason !== undefined,
    notes: notes.map(({ message }) => message),
    progress: channels
      .filter((channel) => amends.ways[channel] !== 'none')
      .map((channel) => ({
        label: `${CHANNEL_WORDS[channel]}: ${WAY_WORDS[amends.ways[channel]]}`,
        counts: amendment.channels[channel],
      })),
  };
}

/** @returns undefined for what nobody has, for amendments, and for what was recalled */
export function amendableModel(
  broadcast: Broadcast & Pick<BroadcastView, 'amendments'>,
  dates: CityDates,
  nameOf: (id: string) => string,
): AmendableModel | undefined {
  const { amends, amendments, status, startedAt, proposal } = broadcast;
  const isRecalled = amendments.some((amendment) => amendment.amends.action === 'recall');
  if (amends || isRecalled || startedAt === undefined || !isPlanned(broadcast)) return undefined;
  return {
    text: status === 'paused' ? undefined : withNewestText(broadcast, amendments).text,
    proposal: proposal && {
      text: proposal.text,
      who: nameOf(proposal.by),
      when: dates.moment(proposal.at),
    },
  };
}
