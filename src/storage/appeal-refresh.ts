import type { Connection } from 'mongoose';
import { type AppealDocument, appealModel, toAppeal } from './appeal-model.js';
import { NOBODY } from './appeal-order.js';
import { appealStems } from './appeal-search.js';

/** Rows of one write. */
const AT_ONCE = 500;

/** Writes what appeals are found by into those stored before it was kept; safe to repeat, and quick when all have it. */
export async function refreshAppeals(connection: Connection): Promise<void> {
  const AppealRow = appealModel(connection);
  for (;;) {
    const rows = await AppealRow.find({ holderId: null }).limit(AT_ONCE).lean<AppealDocument[]>();
    if (rows.length === 0) return;
    await AppealRow.bulkWrite(
      rows.map((row) => ({
        updateOne: {
          filter: { _id: row._id },
          update: { $set: { holderId: row.assigneeId ?? NOBODY, stems: appealStems(toAppeal(row)) } },
        },
      })),
      { ordered: false },
    );
  }
}
