import { answeringAppeals } from './answering.js';
import type { Appeals } from './appeals.js';
import { createDesk, type DeskDeps } from './desk.js';
import { handlingAppeals } from './handling.js';
import { readingAppeals } from './reading.js';
import { takingAppeals } from './taking.js';

/** What staff do with appeals; each kind of work is a file of its own. */
export function createAppeals(deps: DeskDeps): Appeals {
  const desk = createDesk(deps);
  return {
    ...readingAppeals(deps, desk),
    ...takingAppeals(deps, desk),
    ...answeringAppeals(deps, desk),
    ...handlingAppeals(deps, desk),
  };
}
