import { badRequest, conflict } from '../api-error.js';
import { flagParameter, integerParameter, listParameter, textParameter } from '../parameters.js';
import type { Call, MethodTable } from './method.js';

/** @see https://core.telegram.org/bots/webhooks supported ports */
const WEBHOOK_PORTS = new Set(['', '443', '80', '88', '8443']);
const DEFAULT_CONNECTIONS = 40;

/** @see https://core.telegram.org/bots/api#getting-updates */
export const receivingMethods: MethodTable = {
  getUpdates({ state, parameters, signal }) {
    if (state.webhook.registration() !== undefined) {
      throw conflict(
        "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
      );
    }
    allowUpdates({ state, parameters, signal });
    return state.polling.poll(
      {
        offset: integerParameter(parameters, 'offset') ?? 0,
        limit: integerParameter(parameters, 'limit') ?? 100,
        timeoutSeconds: integerParameter(parameters, 'timeout') ?? 0,
      },
      signal,
    );
  },

  setWebhook(call) {
    const { state, parameters } = call;
    const url = textParameter(parameters, 'url') ?? '';
    if (url === '') return removeWebhook(call);
    requireWebhookUrl(url, state.routes.resolve(url));
    const secretToken = textParameter(parameters, 'secret_token') ?? '';
    if (!/^[A-Za-z0-9_-]{0,256}$/.test(secretToken)) {
      throw badRequest('secret token contains unallowed characters');
    }
    const maxConnections = integerParameter(parameters, 'max_connections') ?? DEFAULT_CONNECTIONS;
    allowUpdates(call);
    state.polling.terminate('setWebhook request');
    if (flagParameter(parameters, 'drop_pending_updates')) state.updates.clear();
    state.webhook.set({
      url,
      secretToken: secretToken === '' ? undefined : secretToken,
      maxConnections: Math.min(100, Math.max(1, maxConnections)),
    });
    return true;
  },

  deleteWebhook: removeWebhook,

  getWebhookInfo({ state }) {
    const registration = state.webhook.registration();
    const error = state.webhook.lastError();
    const allowed = state.updates.allowed();
    return {
      url: registration?.url ?? '',
      has_custom_certificate: false,
      pending_update_count: state.updates.size(),
      ...(registration && { max_connections: registration.maxConnections, ip_address: '127.0.0.1' }),
      ...(error && {
        last_error_date: Math.floor(error.at.getTime() / 1000),
        last_error_message: error.message,
      }),
      ...(allowed.length > 0 && { allowed_updates: allowed }),
    };
  },
};

function removeWebhook({ state, parameters }: Call): true {
  if (flagParameter(parameters, 'drop_pending_updates')) state.updates.clear();
  state.webhook.set(undefined);
  return true;
}

/** Not given: the set of before stays; an empty list: the default set. */
function allowUpdates({ state, parameters }: Call): void {
  const kinds = listParameter(parameters, 'allowed_updates');
  if (kinds !== undefined) state.updates.allow(kinds.map(String));
}

/** Plain http is a liberty of the emulator, and only towards this machine. */
function requireWebhookUrl(url: string, target: string | undefined): void {
  if (target === url) return;
  if (!url.startsWith('https://')) {
    throw badRequest('bad webhook: An HTTPS URL must be provided for webhook');
  }
  if (!URL.canParse(url)) throw badRequest('bad webhook: invalid webhook URL specified');
  if (!WEBHOOK_PORTS.has(new URL(url).port)) {
    throw badRequest('bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443');
  }
  if (target === undefined) {
    throw badRequest('bad webhook: Failed to resolve host: Name or service not known');
  }
}
