import { type Appeal, OPEN_APPEAL_STATUSES } from '../../domain/appeal.js';
import { kindOfNumber } from '../../domain/appeal-number.js';
import { keysNear } from '../../domain/neighbours/place-keys.js';
import { lookOf, resemblanceOf } from '../../domain/neighbours/resemblance.js';
import { streetRegister } from '../../domain/neighbours/street-register.js';
import type { Appeals } from './appeals.js';
import { citizenText } from './citizen-text.js';
import type { Desk, DeskDeps } from './desk.js';
import type { NearbyAppeal } from './store.js';
import { isVisibleTo } from './visibility.js';

/** A lamp that was mended two months ago has gone out anew. */
const LOOKS_BACK_MS = 60 * 86_400_000;
/** A list longer than that is not read; the surest stand first. */
const PROPOSED_MAX = 20;

/** Appeals that may be about the same trouble, proposed with the reason; a person decides. */
export function findingSimilar(
  { store, streets, clocks }: Pick<DeskDeps, 'store' | 'streets' | 'clocks'>,
  { found }: Desk,
): Pick<Appeals, 'similar'> {
  return {
    async similar(number, viewer) {
      const appeal = await found(number, viewer);
      if (!isComparable(appeal) || !isOpen(appeal)) return [];
      const register = streetRegister(await streets());
      const asked = { place: appeal.place, text: citizenText(appeal), category: appeal.category };
      const nearby = await store.nearby({
        placeKeys: keysNear(asked, register),
        category: appeal.category,
        since: new Date(clocks.now().getTime() - LOOKS_BACK_MS),
      });
      const own = lookOf(asked, register);
      return nearby
        .filter((other) => isVisibleTo(viewer, other))
        .filter((other) => isComparable(other) && !isJoined(appeal, other))
        .flatMap((other) => {
          const look = lookOf({ ...other, text: citizenText(other) }, register);
          const resemblance = resemblanceOf(own, look);
          return resemblance ? [{ appeal: other, isOpen: isOpen(other), resemblance }] : [];
        })
        .sort((a, b) => b.resemblance.score - a.resemblance.score || byTime(b.appeal, a.appeal))
        .slice(0, PROPOSED_MAX);
    },
  };
}

/** Requests for information and comments on drafts are answered one by one. */
function isComparable({ number, status, quarantine }: NearbyAppeal): boolean {
  const kind = kindOfNumber(number);
  return (kind === 'appeal' || kind === 'signal') && status !== 'withdrawn' && quarantine === undefined;
}

function isOpen({ status }: Pick<Appeal, 'status'>): boolean {
  return OPEN_APPEAL_STATUSES.includes(status);
}

/** It is that very appeal, or one with the same leader. */
function isJoined(appeal: NearbyAppeal, other: NearbyAppeal): boolean {
  const leader = (one: NearbyAppeal) => one.mergedInto ?? one.number;
  return leader(appeal) === leader(other);
}

function byTime(a: NearbyAppeal, b: NearbyAppeal): number {
  return a.receivedAt.getTime() - b.receivedAt.getTime();
}
