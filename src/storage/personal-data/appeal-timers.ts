import type { Connection } from 'mongoose';
import type { Files } from '../../services/files/files.js';
import type { Timer } from '../../services/retention/ports.js';
import { answerDraftModel } from '../appeals/answer-draft-store.js';
import { type AppealDocument, appealModel, toAppeal } from '../appeals/appeal-model.js';
import { pseudonymised } from '../appeals/appeal-pseudonym.js';

/** Finished appeals whose term of keeping is over: the person goes, what is counted stays. */
export function appealTimer(connection: Connection, files: Pick<Files, 'remove'>): Timer {
  const AppealRow = appealModel(connection);
  const due = (before: Date) => ({ named: true, open: false, lastAt: { $lt: before } }) as const;
  return {
    count: (before, max) => AppealRow.countDocuments(due(before)).limit(max),
    async forget(before, limit, at) {
      const rows = await AppealRow.find(due(before))
        .sort({ lastAt: 1 })
        .limit(limit)
        .lean<AppealDocument[]>();
      let count = 0;
      for (const appeal of rows.map(toAppeal)) {
        const { number, messages } = appeal;
        // Somebody may have written into it in between.
        const { modifiedCount } = await AppealRow.updateOne(
          { ...due(before), number },
          pseudonymised(appeal, at),
        );
        if (modifiedCount === 0) continue;
        count += 1;
        await answerDraftModel(connection).deleteMany({ _id: { $gte: `${number}:`, $lt: `${number};` } });
        await files.remove(messages.flatMap((message) => message.files.map(({ fileId }) => fileId)));
      }
      return count;
    },
  };
}

/** Appeals of people who asked to be erased while somebody still owed them an answer: untied from the chat now. */
export function letGoTimer(connection: Connection): Timer {
  const AppealRow = appealModel(connection);
  const due = (before: Date) => ({ letGo: true, open: false, lastAt: { $lt: before } }) as const;
  return {
    count: (before, max) => AppealRow.countDocuments(due(before)).limit(max),
    async forget(before, limit) {
      const rows = await AppealRow.find(due(before), { _id: 1 }).sort({ lastAt: 1 }).limit(limit).lean();
      const { modifiedCount } = await AppealRow.updateMany(
        { ...due(before), _id: { $in: rows.map(({ _id }) => _id) } },
        { $unset: { subscriberId: 1, address: 1, letGo: 1 } },
      );
      return modifiedCount;
    },
  };
}
