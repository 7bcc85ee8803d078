import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AppealHistoryEntry, EscalationStage } from '../../../../src/domain/appeal.js';
import { dueOf } from '../../../../src/domain/terms/due.js';
import { lookAtTerm } from '../../../../src/domain/terms/escalation.js';
import { isOfficeDay, registrationOf } from '../../../../src/domain/terms/office.js';
import { localDay } from '../../../../src/lib/city-time.js';
import { anOffice } from '../../../support/an-office.js';

const OFFICE = anOffice();
const kyiv = (text: string) => new Date(`${text}+02:00`);
const told = (escalation: EscalationStage, until: Date): AppealHistoryEntry => ({
  status: 'in-progress',
  at: new Date(0),
  by: 'system',
  escalation,
  until,
});

/** Registered on Monday, due on Wednesday 23 December. */
const APPEAL = {
  registeredAt: kyiv('2026-11-23T10:00'),
  dueAt: kyiv('2026-12-23T23:59:59'),
  history: [] as readonly AppealHistoryEntry[],
};
/** Five working days: due on Monday the 30th. */
const REQUEST = { ...APPEAL, dueAt: kyiv('2026-11-30T23:59:59') };

const stageAt = (appeal: typeof APPEAL, moment: string, office = OFFICE) =>
  lookAtTerm(appeal, office, kyiv(moment))?.stage;

describe('how far a term has come', () => {
  it.each([
    ['2026-12-07T23:59:59', undefined],
    ['2026-12-08T00:00', 'half'],
    ['2026-12-20T23:59:59', 'half'],
    ['2026-12-21T00:00', 'two-days'],
    ['2026-12-23T23:59:59', 'two-days'],
    ['2026-12-24T00:00', 'overdue'],
  ] as const)('of a month is, at %s, %s', (moment, stage) => {
    expect(stageAt(APPEAL, moment)).toBe(stage);
  });

  it.each([
    ['2026-11-25T23:59:59', undefined],
    ['2026-11-26T00:00', 'half'],
    // The 28th and 29th are a weekend: whoever must act is told on Friday.
    ['2026-11-27T00:00', 'two-days'],
    ['2026-12-01T00:00', 'overdue'],
  ] as const)('of five working days is, at %s, %s', (moment, stage) => {
    expect(stageAt(REQUEST, moment)).toBe(stage);
  });

  it('heeds days that staff have named', () => {
    const office = anOffice(new Map([['2026-12-21', false]]));
    expect(stageAt(APPEAL, '2026-12-18T00:00', office)).toBe('two-days');
  });

  it('is told once, and looked at again when the next stage begins', () => {
    const now = kyiv('2026-12-08T09:00');
    const nextAt = kyiv('2026-12-21T00:00');
    expect(lookAtTerm(APPEAL, OFFICE, now)).toEqual({ stage: 'half', isNew: true, nextAt });
    const history = [told('half', APPEAL.dueAt)];
    expect(lookAtTerm({ ...APPEAL, history }, OFFICE, now)).toEqual({ stage: 'half', isNew: false, nextAt });
  });

  it('is told of a longer term anew, but not of its half', () => {
    const longer = {
      ...APPEAL,
      dueAt: kyiv('2027-01-07T23:59:59'),
      history: [told('two-days', APPEAL.dueAt)],
    };
    expect(lookAtTerm(longer, OFFICE, kyiv('2026-12-22T09:00'))).toMatchObject({
      stage: 'half',
      isNew: false,
    });
    expect(lookAtTerm(longer, OFFICE, kyiv('2027-01-05T09:00'))).toMatchObject({
      stage: 'two-days',
      isNew: true,
    });
  });

  it('is nothing where the law sets no term', () => {
    expect(lookAtTerm({ ...APPEAL, dueAt: undefined }, OFFICE, kyiv('2027-01-05T09:00'))).toBeUndefined();
  });

  it('never goes back, ends overdue, and begins its stages on working days', () => {
    const order = [undefined, 'half', 'two-days', 'overdue'];
    const moments = fc.date({
      min: new Date('2022-03-01T00:00:00Z'),
      max: new Date('2032-12-31T00:00:00Z'),
      noInvalidDate: true,
    });
    const clocks = fc.constantFrom('appeal', 'appeal-extended', 'information', 'information-extended');
    fc.assert(
      fc.property(clocks, moments, (clock, receivedAt) => {
        const { registeredAt } = registrationOf(receivedAt, OFFICE);
        const due = dueOf(clock as 'appeal', registeredAt, OFFICE);
        if (!due) throw new Error('every clock has a rule then');
        const term = { registeredAt, dueAt: due.dueAt, history: [] };
        let rank = 0;
        for (let at: Date | undefined = registeredAt; at; ) {
          const look = lookAtTerm(term, OFFICE, at);
          const now = order.indexOf(look?.stage);
          expect(now).toBeGreaterThanOrEqual(rank);
          rank = now;
          if (look?.nextAt && look.nextAt <= due.dueAt)
            expect(isOfficeDay(OFFICE, localDay(look.nextAt))).toBe(true);
          at = look?.nextAt;
        }
        expect(order[rank]).toBe('overdue');
      }),
      { numRuns: 60 },
    );
  });
});
