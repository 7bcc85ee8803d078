import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Appeals } from '../services/appeals/appeals.js';
import {
  askInput,
  assignInput,
  callInput,
  classifyInput,
  closeInput,
  considerInput,
  extendInput,
  forwardInput,
  forwardOutsideInput,
  gatherInput,
  limitAccessInput,
  mergeInput,
  noteInput,
  registerInput,
  rejectInput,
  reopenInput,
  requestDetailsInput,
  reviewInput,
} from '../services/appeals/input.js';
import type { WebEnv } from '../web/env.js';
import { addAppealAction, noFields } from './appeal-action.js';

/** What staff do with an appeal; answers are in `appeal-answers.ts`. */
export function addAppealActionRoutes(api: OpenAPIHono<WebEnv>, appeals: Appeals): void {
  addAppealAction(
    api,
    'register',
    'Register it with the office’s own number and time, where a person does that; the term runs from there',
    registerInput,
    ({ number, body, actor, requestId }) => appeals.register(number, { ...body, requestId }, actor),
  );
  addAppealAction(api, 'take', 'Take the appeal: it is yours to answer', noFields, ({ number, actor }) =>
    appeals.take(number, actor),
  );
  addAppealAction(api, 'assign', 'Give it to a colleague', assignInput, ({ number, body, actor }) =>
    appeals.assign(number, body.assignee, actor, { evenIfAway: body.evenIfAway }),
  );
  addAppealAction(
    api,
    'classify',
    'Say what it is about, or what it is by law; its department stays',
    classifyInput,
    ({ number, body, actor }) => appeals.classify(number, body, actor),
  );
  addAppealAction(
    api,
    'note',
    'Add an internal note, never shown to the citizen',
    noteInput,
    ({ number, body, actor, requestId }) => appeals.note(number, body.text, actor, requestId),
  );
  addAppealAction(
    api,
    'forward',
    'Hand it over to another department',
    forwardInput,
    ({ number, body, actor }) => appeals.forward(number, body.department, actor),
  );
  addAppealAction(
    api,
    'ask',
    'Ask the citizen for details in the chat: it waits as `needs-details` until they write',
    askInput,
    ({ number, body, actor, requestId }) => appeals.ask(number, { ...body, requestId }, actor),
  );
  addAppealAction(
    api,
    'called',
    'The citizen was told by telephone or letter what a messenger did not bring',
    callInput,
    ({ number, body, actor, requestId }) =>
      appeals.recordCall(number, { messageId: body.message, note: body.note, requestId }, actor),
  );
  addAppealAction(
    api,
    'extend',
    'Extend the term to 45 days from registration and tell the citizen why',
    extendInput,
    ({ number, body, actor, requestId }) => appeals.extend(number, { ...body, requestId }, actor),
  );
  addAppealAction(
    api,
    'forward-outside',
    'Send it to the body outside the council that it concerns, and tell the citizen of the letter',
    forwardOutsideInput,
    ({ number, body, actor, requestId }) => appeals.forwardOutside(number, { ...body, requestId }, actor),
  );
  addAppealAction(
    api,
    'request-details',
    'Ask the citizen for what it lacks: it waits as `needs-details` until they write',
    requestDetailsInput,
    ({ number, body, actor, requestId }) => appeals.requestDetails(number, { ...body, requestId }, actor),
  );
  addAppealAction(
    api,
    'review',
    'Decide about an answer that did not help: it stands, or the work goes on; the term stays as it was',
    reviewInput,
    ({ number, body, actor, requestId }) => appeals.review(number, { ...body, requestId }, actor),
  );
  addAppealAction(
    api,
    'reject',
    'Refuse it (an answer that can be complained about) or return it without consideration',
    rejectInput,
    ({ number, body, actor, requestId }) => appeals.reject(number, { ...body, requestId }, actor),
  );
  addAppealAction(
    api,
    'merge',
    'Join it with another about the same: each keeps its number and term, the citizens are told once',
    mergeInput,
    ({ number, body, actor }) => appeals.merge(number, body.into, actor),
  );
  addAppealAction(
    api,
    'gather',
    'Join several others with it at once, see `…/similar`; the citizens are told once',
    gatherInput,
    ({ number, body, actor }) => appeals.gather(number, body.with, actor),
  );
  addAppealAction(api, 'separate', 'Take it out of those it was joined with', noFields, ({ number, actor }) =>
    appeals.separate(number, actor),
  );
  addAppealAction(
    api,
    'consider',
    'Say whether a comment on a draft act was taken into account, and why',
    considerInput,
    ({ number, body, actor }) => appeals.consider(number, body, actor),
  );
  addAppealAction(
    api,
    'limit-access',
    'Show it, what it says and where it is to those only who work with appeals: it may help the enemy',
    limitAccessInput,
    ({ number, body, actor }) => appeals.limitAccess(number, body.reason, actor),
  );
  addAppealAction(
    api,
    'open-access',
    'Show it to everybody on the staff again',
    noFields,
    ({ number, actor }) => appeals.openAccess(number, actor),
  );
  addAppealAction(api, 'close', 'Close it', closeInput, ({ number, body, actor }) =>
    appeals.close(number, body.resolution, actor),
  );
  addAppealAction(
    api,
    'reopen',
    'Bring a finished one back to work; the term stays',
    reopenInput,
    ({ number, body, actor }) => appeals.reopen(number, body.reason, actor),
  );
}
