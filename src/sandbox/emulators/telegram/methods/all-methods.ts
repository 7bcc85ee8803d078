import { conversationMethods } from './conversation.js';
import { editingMethods } from './editing.js';
import type { Method } from './method.js';
import { profileMethods } from './profile.js';
import { receivingMethods } from './receiving.js';
import { sendingMethods } from './sending.js';

const METHODS = new Map<string, Method>(
  [receivingMethods, sendingMethods, editingMethods, conversationMethods, profileMethods]
    .flatMap((table) => Object.entries(table))
    .map(([name, method]) => [name.toLowerCase(), method]),
);

/** The method of that name, in any letter case, as on the real server. */
export function findMethod(name: string): Method | undefined {
  return METHODS.get(name.toLowerCase());
}
