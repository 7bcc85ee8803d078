import type { Person } from '../person.js';
import { jsonWithToken } from './message-tokens.js';
import type { ViberState } from './server-state.js';

/** @see https://creators.viber.com/docs/bots-api/getting-started/web-hooks placeholders without send_name */
const PLACEHOLDER_NAME = 'Subscriber';
const API_VERSION = 10;

/** Queues an event about a message or a person: `{event, timestamp, …fields, message_token}`. */
export function tellBot(
  state: ViberState,
  event: string,
  personId: string,
  fields: object,
  token: string = state.nextToken(),
): void {
  const body = jsonWithToken({ event, timestamp: state.now().getTime(), ...fields }, token);
  state.callbacks.enqueue({ event, personId, body });
}

/** The person as events show them. @see https://creators.viber.com/docs/bots-api/data-models/subscriber */
export function userFields(state: ViberState, { id, name, locale }: Person): object {
  const { sendName, sendPhoto } = state.callbacks.webhook() ?? { sendName: false, sendPhoto: false };
  return {
    id,
    name: sendName ? name : PLACEHOLDER_NAME,
    ...(sendPhoto && { avatar: 'https://media.viber.example/avatar.jpg' }),
    country: 'UA',
    language: locale,
    api_version: API_VERSION,
  };
}

/** The newest API level the emulated phones know. */
export const PHONE_API_VERSION = API_VERSION;
