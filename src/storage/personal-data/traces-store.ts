import { type Connection, Types } from 'mongoose';
import { OPEN_APPEAL_STATUSES } from '../../domain/appeal.js';
import { REMOVED_ADDRESS } from '../../domain/pseudonym.js';
import type { Traces } from '../../services/my-data/ports.js';
import { answerDraftModel } from '../appeals/answer-draft-store.js';
import { type AppealDocument, appealModel, toAppeal } from '../appeals/appeal-model.js';
import { pseudonymised } from '../appeals/appeal-pseudonym.js';
import { callBackModel } from '../appeals/call-back-store.js';
import { deliveryModel } from '../broadcasts/delivery-model.js';
import { inboxModel } from '../inbox-store.js';
import { forgotten } from '../outbox/forgotten-message.js';
import { messageModel } from '../outbox/message-model.js';
import { broadcastIds } from './broadcast-ids.js';

/** What was written down of a person beside the profile. */
export function createTraces(connection: Connection): Traces {
  const AppealRow = appealModel(connection);
  const AnswerDraft = answerDraftModel(connection);
  const CallBack = callBackModel(connection);
  const Message = messageModel(connection);
  const Delivery = deliveryModel(connection);
  const Inbox = inboxModel(connection);

  return {
    async appealsOf(subscriberId) {
      const rows = await AppealRow.find({ subscriberId }).lean<AppealDocument[]>();
      const appeals = rows.map(toAppeal);
      const isNone = ({ door, quarantine }: (typeof appeals)[number]) =>
        door === 'anonymous' || quarantine !== undefined;
      return {
        wiped: appeals.filter(isNone),
        kept: appeals.filter((appeal) => !isNone(appeal)),
      };
    },

    async wipe(appeals, at) {
      for (const appeal of appeals) {
        const { number, status } = appeal;
        const withdrawn = { status: 'withdrawn', at, by: 'citizen' } as const;
        const isOpen = OPEN_APPEAL_STATUSES.includes(status);
        await AppealRow.updateOne({ number }, pseudonymised(appeal, at, isOpen ? withdrawn : undefined));
        await AnswerDraft.deleteMany({ _id: { $gte: `${number}:`, $lt: `${number};` } });
      }
    },

    async letGo(appeals) {
      const numbers = (open: boolean) =>
        appeals
          .filter(({ status }) => OPEN_APPEAL_STATUSES.includes(status) === open)
          .map(({ number }) => number);
      await AppealRow.updateMany(
        { number: { $in: numbers(false) } },
        { $unset: { subscriberId: 1, address: 1 } },
      );
      await AppealRow.updateMany({ number: { $in: numbers(true) } }, { $set: { letGo: true } });
    },

    async forgetCalls(subscriberId) {
      await CallBack.deleteMany({ subscriberId });
    },

    async forgetMessages({ channel, address }) {
      await Message.updateMany(
        { channel, address, status: { $in: ['queued', 'leased'] }, appealNumber: { $exists: false } },
        { $set: { status: 'skipped', code: 'left.erased' } },
      );
      await Message.updateMany(
        { channel, address, status: { $nin: ['queued', 'leased', 'sending'] } },
        forgotten,
      );
    },

    async forgetDeliveries(subscriberId) {
      const person = new Types.ObjectId(subscriberId);
      for await (const ids of broadcastIds(connection))
        await Delivery.updateMany(
          { broadcastId: { $in: ids }, subscriberId: person },
          { $set: { address: REMOVED_ADDRESS } },
        );
    },

    async forgetUpdates({ channel, address }) {
      await Inbox.updateMany(
        { channel, person: address, queue: 'residents', state: { $in: ['done', 'failed'] } },
        { $set: { body: '', person: '' } },
      );
    },
  };
}
