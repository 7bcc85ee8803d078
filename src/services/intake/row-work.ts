import type { StepAside } from '../../lib/slots.js';

/** What the worker hands to a row's processing. */
export interface RowWork {
  /** The worker stops: nothing is waited for any more */
  readonly signal: AbortSignal;
  /** Waits for somebody outside without keeping other people's rows from being processed */
  readonly stepAside: StepAside;
}
