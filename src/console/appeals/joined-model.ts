import { type Appeal, OPEN_APPEAL_STATUSES } from '../../domain/appeal.js';
import type { AppealPage } from '../../services/appeals/appeals.js';
import type { BadgeTone } from '../components/badge.js';
import type { CityDates } from '../words/dates.js';
import { deliveryModel } from './message-model.js';
import { type OtherAppeal, otherAppeal } from './other-appeal.js';

/** An appeal about the same as this one. */
export interface JoinedAppeal extends OtherAppeal {
  readonly isLeader: boolean;
  /** How far its last answer came; undefined: there is none */
  readonly answer: { readonly words: string; readonly tone: BadgeTone } | undefined;
}

/** Everything joined about one trouble, as one of them shows it. */
export interface ClusterModel {
  readonly others: readonly JoinedAppeal[];
  /** This one leads: its answer can go to all */
  readonly isLed: boolean;
  /** How many open ones beside this would get its answer too; 0 where it does not lead */
  readonly sharers: number;
}

export function clusterModel(
  { mergedInto, number }: Appeal,
  joined: readonly AppealPage[],
  dates: CityDates,
): ClusterModel {
  const isLed = mergedInto === undefined;
  const isOpen = ({ appeal }: AppealPage) => OPEN_APPEAL_STATUSES.includes(appeal.status);
  return {
    others: joined.map((page) => joinedAppeal(page, mergedInto ?? number, dates)),
    isLed,
    sharers: isLed ? joined.filter(isOpen).length : 0,
  };
}

function joinedAppeal(page: AppealPage, leader: string, dates: CityDates): JoinedAppeal {
  const { appeal } = page;
  const last = appeal.messages.findLast(({ from, notice }) => from === 'staff' && notice === undefined);
  return {
    ...otherAppeal(appeal, dates),
    isLeader: appeal.number === leader,
    answer: last && deliveryModel(page, last.id),
  };
}
