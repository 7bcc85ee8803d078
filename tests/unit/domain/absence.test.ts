import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Absence, isAwayOn, substitutedBy, substituteOn, workOf } from '../../../src/domain/absence.js';

const away = (substituteId: string, from = '2026-11-23', to = '2026-11-27'): Absence => ({
  from,
  to,
  substituteId,
});

describe('an absence', () => {
  it('has its first and last day in it', () => {
    const days = ['2026-11-22', '2026-11-23', '2026-11-27', '2026-11-28'];
    expect(days.map((day) => isAwayOn(away('b'), day))).toEqual([false, true, true, false]);
  });

  it('gives the work to the substitute, or to theirs where they are away too', () => {
    const absences = new Map([
      ['a', away('b')],
      ['b', away('c', '2026-11-25', '2026-11-25')],
    ]);
    expect(substituteOn('2026-11-24', 'a', absences)).toBe('b');
    expect(substituteOn('2026-11-25', 'a', absences)).toBe('c');
    expect(substituteOn('2026-11-28', 'a', absences)).toBeUndefined();
    expect(substituteOn('2026-11-24', 'c', absences)).toBeUndefined();
  });

  it('gives it to nobody where all of a ring are away', () => {
    const absences = new Map([
      ['a', away('b')],
      ['b', away('a')],
    ]);
    expect(substituteOn('2026-11-24', 'a', absences)).toBeUndefined();
  });

  it('never gives work to somebody who is away, whatever is written down', () => {
    const ids = fc.constantFrom<string[]>('a', 'b', 'c', 'd', 'e');
    const day = '2026-11-24';
    fc.assert(
      fc.property(fc.array(fc.tuple(ids, ids), { maxLength: 8 }), ids, (pairs, id) => {
        const absences = new Map(pairs.map(([absent, substitute]) => [absent, away(substitute)]));
        const substitute = substituteOn(day, id, absences);
        if (substitute !== undefined) expect(absences.has(substitute)).toBe(false);
      }),
    );
  });
});

describe('whose work it is today', () => {
  it('is one’s own and that of everybody one stands in for', () => {
    const standIns = new Map([
      ['a', { id: 'b', name: 'Б', until: '2026-11-27' }],
      ['c', { id: 'b', name: 'Б', until: '2026-11-24' }],
    ]);
    expect(workOf('b', standIns)).toEqual(['b', 'a', 'c']);
    expect(workOf('a', standIns)).toEqual(['a']);
    expect(substitutedBy('d', standIns)).toEqual([]);
  });
});
