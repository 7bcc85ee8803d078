import type { Actions } from './actions.js';
import { ANSWER_ACTIONS } from './answer-actions.js';
import { ARRIVAL_ACTIONS } from './arrival-actions.js';
import { ASKING_ACTIONS } from './asking-actions.js';
import { ENDING_ACTIONS } from './ending-actions.js';
import { MOVING_ACTIONS } from './moving-actions.js';

/** Everything that staff do on the page of an appeal. */
export const APPEAL_ACTIONS = {
  ...ARRIVAL_ACTIONS,
  ...MOVING_ACTIONS,
  ...ASKING_ACTIONS,
  ...ANSWER_ACTIONS,
  ...ENDING_ACTIONS,
} as const satisfies Actions;
export type AppealAction = keyof typeof APPEAL_ACTIONS;
