import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { Refusal } from '../domain/refusal.js';
import { REFUSAL_STATUSES } from '../web/error-page.js';
import type { NoticeModel } from './components/notice.js';

/**
 * How the page that a form was sent from answers a use case's "no".
 *
 * @throws the error itself when it is no Refusal: a bug has its own page
 */
export function refused(error: unknown): {
  readonly status: ContentfulStatusCode;
  readonly notice: NoticeModel;
} {
  if (!(error instanceof Refusal)) throw error;
  return { status: REFUSAL_STATUSES[error.kind], notice: { tone: 'bad', text: error.message } };
}
