import { REMOVED_ADDRESS } from '../../domain/pseudonym.js';

/** A message without what it said and to whom; what became of it and what it cost stay. */
export const forgotten = {
  $set: { address: REMOVED_ADDRESS, content: { format: 'plain', text: '' } },
} as const;
