/** Whom an appeal nobody has taken belongs to: an index cannot be asked for what is not there. */
export const NOBODY = 'nobody';

/** Fields that narrow a list, the most telling first; each has an index in both orders. */
export const FACETS = ['holderId', 'departmentId', 'category', 'status', 'channel'] as const;
export type Facet = (typeof FACETS)[number];

export const BY_DUE_DATE = { open: 1, queueAt: 1, _id: 1 } as const;
/** Of one place, those still open or those that are not, newest first. */
export const BY_PLACE = { placeKeys: 1, open: 1, receivedAt: -1 } as const;
export const NEWEST_FIRST = { _id: -1 } as const;

/** The few of limited access, and the index that holds them alone. */
export const OF_LIMITED_ACCESS = { 'accessLimit.at': { $exists: true } } as const;
export const BY_LIMIT = { 'accessLimit.at': 1 } as const;
