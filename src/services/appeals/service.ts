import { answeringAppeals } from './answering.js';
import type { Appeals } from './appeals.js';
import { askingCitizens } from './asking.js';
import { blockingAppeals } from './blocking.js';
import { callingCitizens } from './calling.js';
import { classifyingAppeals } from './classifying.js';
import { commentingOnDrafts } from './commenting.js';
import { createDesk, type DeskDeps } from './desk.js';
import { enteringAppeals } from './entering.js';
import { extendingAppeals } from './extending.js';
import { findingSimilar } from './finding-similar.js';
import { forwardingAppeals } from './forwarding.js';
import { handlingAppeals } from './handling.js';
import { limitingAppeals } from './limiting.js';
import { mergingAppeals } from './merging.js';
import { quarantinedAppeals } from './quarantine.js';
import { readingAppeals } from './reading.js';
import { registeringAppeals } from './registering.js';
import { rejectingAppeals } from './rejecting.js';
import { reviewingAppeals } from './reviewing.js';
import { createSharing } from './sharing.js';
import { signingAnswers } from './signing.js';
import { takingAppeals } from './taking.js';

/** What staff do with appeals; each kind of work is a file of its own. */
export function createAppeals(deps: DeskDeps): Appeals {
  const desk = createDesk(deps);
  const sharing = createSharing(deps, desk);
  return {
    ...readingAppeals(deps, desk),
    ...enteringAppeals(deps, desk),
    ...registeringAppeals(deps, desk),
    ...quarantinedAppeals(deps, desk),
    ...blockingAppeals(deps, desk),
    ...takingAppeals(deps, desk),
    ...classifyingAppeals(desk),
    ...answeringAppeals(deps, desk, sharing),
    ...signingAnswers(deps, desk, sharing),
    shareAnswers: sharing.shareAnswers,
    ...askingCitizens(deps, desk),
    ...callingCitizens(deps, desk),
    ...forwardingAppeals(deps, desk),
    ...reviewingAppeals(deps, desk),
    ...extendingAppeals(deps, desk),
    ...rejectingAppeals(deps, desk),
    ...limitingAppeals(deps, desk),
    ...commentingOnDrafts(deps, desk),
    ...findingSimilar(deps, desk),
    ...mergingAppeals(deps, desk),
    ...handlingAppeals(deps, desk),
  };
}
