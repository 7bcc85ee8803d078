import type { Connection } from 'mongoose';
import type { Files } from '../../services/files/files.js';
import type { Timers } from '../../services/retention/ports.js';
import { appealTimer, letGoTimer } from './appeal-timers.js';
import { formTimer, unsubscribedTimer } from './person-timers.js';
import { callBackTimer, messageTimer, updateTimer } from './row-timers.js';

/** Everything that has its time, by what it is. */
export function createTimers(connection: Connection, files: Pick<Files, 'remove'>): Timers {
  return {
    updateDays: updateTimer(connection),
    messageDays: messageTimer(connection),
    callBackDays: callBackTimer(connection),
    unsubscribedDays: unsubscribedTimer(connection),
    appealYears: appealTimer(connection, files),
    forms: formTimer(connection, files),
    letGo: letGoTimer(connection),
  };
}
