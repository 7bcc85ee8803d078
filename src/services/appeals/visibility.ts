import type { Appeal } from '../../domain/appeal.js';
import { type Actor, can, isConcernedWith } from '../../domain/role.js';

/** Whether an appeal of limited access may be seen: by those who work with appeals only. */
export function seesLimited(viewer: Actor): boolean {
  return can(viewer, 'appeals.write') || viewer.kind === 'system';
}

/** Whether the appeal is the viewer's business at all. */
export function isVisibleTo(
  viewer: Actor,
  { departmentId, accessLimit }: Pick<Appeal, 'departmentId' | 'accessLimit'>,
): boolean {
  return isConcernedWith(viewer, departmentId) && (accessLimit === undefined || seesLimited(viewer));
}

/** As it is shown: no point on the map where the access is limited. */
export function shownAppeal(appeal: Appeal): Appeal {
  const { accessLimit, place } = appeal;
  if (accessLimit === undefined || place?.point === undefined) return appeal;
  return { ...appeal, place: place.address === undefined ? undefined : { address: place.address } };
}
