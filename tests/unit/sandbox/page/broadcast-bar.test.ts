import { describe, expect, it } from 'vitest';
import { BroadcastBar } from '../../../../src/sandbox/page/broadcast-bar.js';
import { aBroadcast } from '../../../support/console/builders.js';
import { SENDING_COUNTS } from '../../../support/console/demo-counts.js';

function shown(...given: Parameters<typeof aBroadcast>): string {
  return String(BroadcastBar({ broadcast: aBroadcast(...given), onPhones: undefined }));
}

describe('the broadcast beside the phones', () => {
  it('explains what nobody can know after a cut', () => {
    const { counts } = SENDING_COUNTS;
    expect(shown({ status: 'finished', counts: { ...counts, unknown: 7 } })).toContain(
      'удруге не надсилаємо',
    );
    expect(shown({ status: 'finished', counts: { ...counts, unknown: 0 } })).not.toContain('удруге');
  });

  it('says how not to wait for the digest', () => {
    const sending = { status: 'sending', ...SENDING_COUNTS } as const;
    expect(shown({ ...sending, delivery: 'digest' })).toContain('натисніть «+1 день»');
    expect(shown({ ...sending, delivery: 'instant' })).not.toContain('«+1 день»');
  });
});
