import { accountMethods } from './account.js';
import { messagingMethods } from './messaging.js';
import type { ViberMethod } from './method.js';
import { subscriberMethods } from './subscribers.js';

const METHODS = new Map<string, ViberMethod>(
  [accountMethods, messagingMethods, subscriberMethods].flatMap((table) => Object.entries(table)),
);

/** The method of that name. */
export function findViberMethod(name: string): ViberMethod | undefined {
  return METHODS.get(name);
}
