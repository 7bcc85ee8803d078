import type { Model } from 'mongoose';
import type { AppealStore } from '../../services/appeals/store.js';
import { type AppealDocument, toAppeal } from './appeal-model.js';
import { BY_DUE_DATE } from './appeal-order.js';

/** Terms looked at in one go; the rest with the next look. */
const LOOKS_MAX = 500;
/** More than that nobody works off in a day. */
const TOLD_MAX = 200;

/** Terms that run out, and who was told. */
export function createEscalations(
  AppealRow: Model<AppealDocument>,
): Pick<AppealStore, 'toLookAt' | 'escalate' | 'escalatedTo' | 'countEscalated'> {
  return {
    async toLookAt(now) {
      const documents = await AppealRow.find({ lookAt: { $lte: now } })
        .sort({ lookAt: 1 })
        .limit(LOOKS_MAX)
        .lean<AppealDocument[]>();
      return documents.map(toAppeal);
    },

    async escalate({ number, history: seen }, { escalation, history, nextAt }) {
      const set = { ...(escalation ? { escalation } : {}), ...(nextAt ? { lookAt: nextAt } : {}) };
      const { matchedCount } = await AppealRow.updateOne(
        { number, history: { $size: seen.length } },
        {
          ...(Object.keys(set).length > 0 ? { $set: set } : {}),
          ...(nextAt ? {} : { $unset: { lookAt: 1 as const } }),
          ...(history ? { $push: { history } } : {}),
        },
      );
      return matchedCount === 1;
    },

    async escalatedTo(staffIds) {
      const found = await Promise.all(
        staffIds.map((id) =>
          AppealRow.find({ 'escalation.to': id, open: true })
            .sort(BY_DUE_DATE)
            .limit(TOLD_MAX)
            .lean<AppealDocument[]>(),
        ),
      );
      const once = new Map(found.flat().map((document) => [document.number, document]));
      return [...once.values()]
        .sort((a, b) => a.queueAt.getTime() - b.queueAt.getTime())
        .slice(0, TOLD_MAX)
        .map(toAppeal);
    },

    countEscalated: (stage) => AppealRow.countDocuments({ 'escalation.stage': stage, open: true }),
  };
}
