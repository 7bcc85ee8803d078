import { describe, expect, it } from 'vitest';
import { residentsOf } from '../../../../src/sandbox/demonstration/residents.js';
import { readProgress } from '../../../../src/sandbox/page/progress.js';
import type { AppealPage } from '../../../../src/services/appeals/appeals.js';

const [visitor] = residentsOf('telegram');

function anAppeal(number: string, address: string | undefined, answered: boolean): AppealPage {
  const messages = answered ? [{ from: 'staff' }] : [];
  return { appeal: { number, address, messages } } as unknown as AppealPage;
}

/** @param items newest first */
function progressWith(items: readonly AppealPage[]) {
  return readProgress({
    appeals: { list: async () => ({ items: [...items], nextCursor: null }), count: async () => 0 },
    broadcasts: {
      list: async () => ({ items: [], nextCursor: null }),
      get: () => Promise.reject(new Error('deleted')),
    },
    clock: { state: () => ({ offsetDays: 0, moved: false }) },
    killSwitch: { used: () => false },
    phones: { reached: () => Promise.reject(new Error('nothing was sent')) },
    deliveries: { async *all() {} },
    isReportSigned: async () => false,
    preparedNewsId: () => 'news',
  });
}

describe('readProgress', () => {
  it('keeps to the appeal that was answered when the visitor writes another', async () => {
    const items = [anAppeal('Н-2', visitor?.id, false), anAppeal('Н-1', visitor?.id, true)];
    const { reported, answered } = await progressWith(items);
    expect([reported?.appeal.number, answered]).toEqual(['Н-1', true]);
  });

  it('follows the newest appeal of the visitor until one is answered, and nobody else’s', async () => {
    const items = [
      anAppeal('Н-3', 'crowd', true),
      anAppeal('Н-2', visitor?.id, false),
      anAppeal('Н-1', visitor?.id, false),
    ];
    const { reported, answered } = await progressWith(items);
    expect([reported?.appeal.number, answered]).toEqual(['Н-2', false]);
  });
});
