import { z } from 'zod';
import { SendError } from '../../services/outbox/channel.js';
import { networkFailure } from '../network-failure.js';
import type { ViberConnection } from './connection.js';
import { parseViberJson } from './message-token.js';
import { refusedRequest } from './send-error.js';

const answerSchema = z.object({
  status: z.number().int(),
  message_token: z
    .union([z.string(), z.number().transform(String)])
    .optional()
    .catch(undefined),
  billing_status: z.number().optional().catch(undefined),
  failed_list: z
    .array(z.object({ receiver: z.string(), status: z.number().int() }))
    .optional()
    .catch(undefined),
});

/** What Viber says when it accepts; unknown fields are left out. */
export type ViberAnswer = z.infer<typeof answerSchema>;

/** Of the 4xx pages a proxy or a wrong address gives: the request never came to Viber, and none of them will. */
const REFUSED_PAGES: readonly number[] = [401, 403, 404];

/**
 * Makes one call of Viber's REST API within the signal's deadline. viber-bot's own client is not used for it: it
 * rounds tokens, has no `broadcast_message` and may never settle.
 *
 * @param addresses how many people it is for; none for a question about the account
 * @throws {SendError} a status other than 0, or no answer that makes sense (then the message may have gone out)
 */
export async function callViber(
  { token, apiRoot }: ViberConnection,
  method: string,
  body: object,
  addresses: number,
  signal: AbortSignal,
): Promise<ViberAnswer> {
  const { httpStatus, text } = await post(`${apiRoot.replace(/\/+$/, '')}/${method}`, token, body, signal);
  const answer = parseAnswer(text);
  if (!answer) throw notViber(httpStatus);
  if (answer.status !== 0) throw refusedRequest(answer.status, addresses);
  return answer;
}

async function post(
  url: string,
  token: string,
  body: object,
  signal: AbortSignal,
): Promise<{ readonly httpStatus: number; readonly text: string }> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-viber-auth-token': token },
      body: JSON.stringify(body),
      redirect: 'manual',
      signal,
    });
    return { httpStatus: response.status, text: await response.text() };
  } catch (error) {
    throw networkFailure(error);
  }
}

function parseAnswer(text: string): ViberAnswer | undefined {
  try {
    return answerSchema.safeParse(parseViberJson(text)).data;
  } catch {
    return undefined;
  }
}

function notViber(httpStatus: number): SendError {
  const kind = REFUSED_PAGES.includes(httpStatus) ? 'account' : 'unknown';
  return new SendError(`viber.http.${httpStatus}`, { kind });
}
