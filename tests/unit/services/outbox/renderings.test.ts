import { describe, expect, it } from 'vitest';
import { telegramChanges } from '../../../../src/channels/telegram/changes.js';
import { renderTelegram } from '../../../../src/channels/telegram/render.js';
import { createRenderings, type MessageChange } from '../../../../src/services/outbox/renderings.js';
import { aRow } from './a-row.js';

const digest = (text: string) => ({ format: 'markup', text }) as const;

/** What is done to the messages of a person whose news came in a digest of one message. */
async function changed(change: MessageChange, targets: readonly string[]): Promise<string[]> {
  const asked: unknown[] = [];
  const renderings = createRenderings({
    channel: { render: renderTelegram, changes: telegramChanges },
    content: async () => undefined,
    async change(...question) {
      asked.push(question);
      return change;
    },
  });
  const row = aRow({ source: 'delivery', broadcastId: 'recall', targets, editsDigest: 'digest:1' });
  const parts = await renderings('recall', row);
  await renderings('recall', { ...row, editsDigest: 'digest:2' });
  expect(asked).toEqual([
    ['recall', 'uk', 'digest:1'],
    ['recall', 'uk', 'digest:2'],
  ]);
  return (parts ?? []).map(({ payload, target }) => `${(payload as { method: string }).method} ${target}`);
}

describe('a change of news that came in a digest', () => {
  it('edits the digest, each person’s own, and deletes the further messages of corrections', async () => {
    const edit = { kind: 'edit', original: digest('Було.'), corrected: digest('Стало.') } as const;
    expect(await changed({ ...edit, messageCount: 1 }, ['7', '9'])).toEqual([
      'editMessageText 0',
      'deleteMessage 1',
    ]);
  });

  it('deletes all when the digest held nothing else', async () => {
    expect(await changed({ kind: 'delete' }, ['7', '9'])).toEqual(['deleteMessage 0', 'deleteMessage 1']);
  });
});
