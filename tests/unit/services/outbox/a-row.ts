import type { Lane } from '../../../../src/domain/delivery.js';
import type { OutboxRow } from '../../../../src/services/outbox/row.js';
import type { Unit } from '../../../../src/services/outbox/unit.js';
import { NOTHING_SHOWN } from '../../../support/shown-message.js';

/** A row that has never been tried. */
export function aRow(fields: Partial<OutboxRow> = {}): OutboxRow {
  return {
    id: 'r',
    source: 'message',
    subscriberId: 's',
    address: 'a',
    locale: 'uk',
    attempt: 0,
    repeated: false,
    part: 0,
    ...fields,
  };
}

/** A request for one row. */
export function aUnit(lane: Lane, fields: Partial<OutboxRow> = {}, unit: Partial<Unit> = {}): Unit {
  return {
    lane,
    rows: [aRow(fields)],
    part: { payload: {}, cost: 1, uploads: [], shown: NOTHING_SHOWN },
    rest: [],
    ...unit,
  };
}
