import { describe, expect, it } from 'vitest';
import { telegramChanges } from '../../../../src/channels/telegram/changes.js';
import { type AmendmentPlan, amendmentWays } from '../../../../src/services/broadcasts/amendment-ways.js';

const CHANNELS = [{ id: 'telegram', changes: telegramChanges }, { id: 'viber' }] as const;
const say = (text: string) => ({ format: 'plain', text }) as const;
const plan = (changes: Partial<AmendmentPlan>): AmendmentPlan => ({
  original: say('вівторок'),
  corrected: say('середа'),
  earlier: [],
  ...changes,
});

describe('how messengers bring an amendment', () => {
  it('edits where that is possible, else tells by a further message', () => {
    expect(amendmentWays(plan({}), CHANNELS)).toEqual({ telegram: 'edit', viber: 'message' });
  });

  it('tells by a further message what does not fit', () => {
    const corrected = say('слово '.repeat(1_000));
    expect(amendmentWays(plan({ corrected }), CHANNELS)).toEqual({ telegram: 'message', viber: 'message' });
  });

  it('goes on telling by further messages once it did', () => {
    const earlier = [{ telegram: 'message', viber: 'message' }] as const;
    expect(amendmentWays(plan({ earlier }), CHANNELS)).toEqual({ telegram: 'message', viber: 'message' });
  });

  it('recalls only where messages can be deleted', () => {
    expect(amendmentWays(plan({ corrected: undefined }), CHANNELS)).toEqual({
      telegram: 'delete',
      viber: 'none',
    });
  });
});
