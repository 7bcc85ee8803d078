import { describe, expect, it } from 'vitest';
import type { Appeal, AppealMessage } from '../../../../src/domain/appeal.js';
import { createAnswers } from '../../../../src/services/appeals/answers.js';
import { silentLogger } from '../../../support/silent-logger.js';

const AT = new Date('2026-11-23T09:00:00Z');

function answered(number: string): Appeal {
  const message: AppealMessage = { id: 'answer', from: 'staff', text: number, files: [], at: AT };
  return {
    number,
    channel: 'telegram',
    subscriberId: 'olena',
    address: '1001',
    door: 'official',
    applicant: { fullName: 'Олена Савченко', residence: 'Ніжин' },
    category: 'lighting',
    departmentId: 'utilities',
    place: undefined,
    status: 'answered',
    assigneeId: 'moderator',
    receivedAt: AT,
    registeredAt: AT,
    dueAt: undefined,
    subject: 'Не світить ліхтар',
    messages: [message],
    notes: [],
    history: [],
    rating: undefined,
  };
}

describe('answers that had not reached the outbox', () => {
  it('are queued although one among them cannot be', async () => {
    const queued: string[] = [];
    const unqueued = ['Н-2026-000001', 'Н-2026-000002'].map((number) => ({
      appeal: answered(number),
      messageIds: ['answer'],
    }));
    const answers = createAnswers({
      store: { withUnqueued: async () => unqueued, markQueued: async () => undefined },
      messages: {
        enqueue: async (messages) => {
          queued.push(...messages.map(({ key }) => key));
        },
      },
      subscribers: { get: async () => undefined },
      answerContent: async ({ number }, { text }) => {
        if (number === 'Н-2026-000001') throw new Error('its file is lost');
        return { format: 'plain', text };
      },
      openQuestion: async () => undefined,
      log: silentLogger,
    });
    await answers.queueMissed();
    expect(queued).toEqual(['answer:Н-2026-000002:answer']);
  });
});
