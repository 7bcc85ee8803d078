import { DEFAULT_SETTINGS } from '../../src/services/settings/defaults.js';
import { createTopics } from '../../src/services/topics/topics.js';

/** The topics that every city begins with. */
export const SOME_TOPICS = DEFAULT_SETTINGS.topics.items;

export const someTopics = createTopics({ get: async () => DEFAULT_SETTINGS });
