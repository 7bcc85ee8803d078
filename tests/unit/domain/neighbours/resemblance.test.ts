import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { APPEAL_CATEGORIES, type AppealCategory } from '../../../../src/domain/appeal.js';
import { keysNear, placeKeys } from '../../../../src/domain/neighbours/place-keys.js';
import { lookOf, NEAR_METRES, resemblanceOf } from '../../../../src/domain/neighbours/resemblance.js';
import { streetRegister } from '../../../../src/domain/neighbours/street-register.js';
import { distanceKm } from '../../../../src/domain/territory.js';
import { NIZHYN_STREETS } from '../../../../src/services/streets/nizhyn-streets.js';

const register = streetRegister(NIZHYN_STREETS);
type Told = Parameters<typeof lookOf>[0];
const lamp = (address: string | undefined, text: string, category: AppealCategory = 'lighting'): Told => ({
  category,
  place: address === undefined ? undefined : { address },
  text,
});
const compare = (one: Told, other: Told) => resemblanceOf(lookOf(one, register), lookOf(other, register));

describe('two appeals about one lamp', () => {
  it('resemble each other by street, topic and words, and say so', () => {
    const found = compare(
      lamp('вул. Шевченка, 12', 'Не світить ліхтар, дуже темно.'),
      lamp('вулиця Шевченка 40', 'Ліхтарі не світять другий тиждень, темно ходити'),
    );
    expect(found).toMatchObject({
      place: { kind: 'street', street: { kind: 'вулиця', name: 'Шевченка' } },
      isSameCategory: true,
      words: ['світить', 'ліхтар', 'темно'],
    });
    expect(found?.score).toBeCloseTo(0.4 + 0.2 + 0.3 * 0.6);
  });

  it.each([
    ['another spelling of the street', 'на вулиці Шевченка темно'],
    ['its first name', 'вул. Тараса Шевченка, ліхтар'],
    ['an initial', 'вул. Т. Шевченка: ліхтар'],
    ['a Latin letter', 'вул. Шeвченкa, ліхтар'],
  ])('are of one street with %s', (_, text) => {
    expect(compare(lamp('вул. Шевченка, 12', 'ліхтар, темно'), lamp(undefined, text))?.place?.kind).toBe(
      'street',
    );
  });

  it('are of one street by its former name', () => {
    const found = compare(lamp('вул. Пушкіна, 3', 'ліхтар'), lamp('вул. Миколи Лисенка, 30', 'ліхтар'));
    expect(found?.place).toMatchObject({ kind: 'street', street: { name: 'Миколи Лисенка' } });
  });

  it('are of one house also without common words', () => {
    const found = compare(lamp('вул. Шевченка, 12', 'Полагодьте лампу'), lamp('Шевченка 12', 'Перегоріла'));
    expect(found).toMatchObject({ place: { kind: 'house' }, words: [] });
  });

  it('are near on the map', () => {
    const at = (latitude: number) => ({
      ...lamp(undefined, 'ліхтар'),
      place: { point: { latitude, longitude: 31.88 } },
    });
    expect(compare(at(51.048), at(51.049))?.place).toMatchObject({ kind: 'near', metres: 111 });
    expect(compare(at(51.048), at(51.058))).toBeUndefined();
  });

  it('resemble each other without a place only when the words nearly agree', () => {
    const text = 'На зупинці біля лікарні розбита лавка та перекинута урна';
    expect(
      compare(lamp(undefined, text, 'yards'), lamp(undefined, `${text}!`, 'yards'))?.place,
    ).toBeUndefined();
    expect(compare(lamp(undefined, text, 'yards'), lamp(undefined, text, 'yards'))).toBeDefined();
    expect(
      compare(lamp(undefined, text, 'yards'), lamp(undefined, 'Лавка у парку', 'yards')),
    ).toBeUndefined();
  });

  it.each([
    ['other streets', 'вул. Гоголя, 12', 'lighting'],
    ['a lane of the same name', 'пров. Шевченка, 12', 'lighting'],
  ] as const)('do not in %s', (_, address, category) => {
    const text = 'Не світить ліхтар, темно, двір, дорога';
    expect(compare(lamp('вул. Шевченка, 12', text), lamp(address, text, category))).toBeUndefined();
  });

  it('do not when one street has two different troubles', () => {
    expect(
      compare(lamp('вул. Шевченка, 1', 'Яма на дорозі', 'roads'), lamp('вул. Шевченка, 90', 'ліхтар')),
    ).toBeUndefined();
  });

  it('do not take «3 тижні» for a house', () => {
    const found = compare(
      lamp(undefined, 'На вул. Шевченка 3 тижні немає світла'),
      lamp('вул. Шевченка, 3', 'немає світла'),
    );
    expect(found?.place?.kind).toBe('street');
  });
});

const told = fc.record({
  category: fc.constantFrom(...APPEAL_CATEGORIES),
  place: fc.option(
    fc.record({
      address: fc.constantFrom(
        'вул. Шевченка, 12',
        'Шевченка 40',
        'вул. Пушкіна',
        'вул. Миколи Лисенка, 7',
        'парк',
      ),
      point: fc.option(
        fc.record({
          latitude: fc.double({ min: 51.04, max: 51.05, noNaN: true }),
          longitude: fc.double({ min: 31.88, max: 31.89, noNaN: true }),
        }),
        { nil: undefined },
      ),
    }),
    { nil: undefined },
  ),
  text: fc
    .array(fc.constantFrom('ліхтар', 'темно', 'яма', 'дорога', 'сміття', 'прошу', 'вода', 'вул. Гоголя'), {
      maxLength: 9,
    })
    .map((words) => words.join(' ')),
});

describe('the resemblance of any two appeals', () => {
  it('is the same from either side, and between 0 and 1', () => {
    fc.assert(
      fc.property(told, told, (one, other) => {
        const [there, back] = [compare(one, other), compare(other, one)];
        expect(there?.score).toBe(back?.score);
        expect(there?.place?.kind).toBe(back?.place?.kind);
        if (there) expect(there.score > 0 && there.score <= 1).toBe(true);
      }),
    );
  });

  it('is never higher than that of the same appeal twice', () => {
    fc.assert(
      fc.property(told, told, (one, other) => {
        const [found, same] = [compare(one, other), compare(one, one)];
        if (found && same) expect(found.score).toBeLessThanOrEqual(same.score);
      }),
    );
  });

  it('by place is found by the keys they are kept under', () => {
    fc.assert(
      fc.property(told, told, (one, other) => {
        if (compare(one, other)?.place === undefined) return;
        const asked = new Set(keysNear(one, register));
        expect(placeKeys(other).some((key) => asked.has(key))).toBe(true);
      }),
    );
  });

  it('finds every point near by in the cells around', () => {
    const point = fc.record({
      latitude: fc.double({ min: 44.4, max: 52.3, noNaN: true }),
      longitude: fc.double({ min: 22.2, max: 40.1, noNaN: true }),
    });
    const step = fc.record({
      north: fc.double({ min: -0.00134, max: 0.00134, noNaN: true }),
      east: fc.double({ min: -0.0021, max: 0.0021, noNaN: true }),
    });
    fc.assert(
      fc.property(point, step, (at, { north, east }) => {
        const other = { latitude: at.latitude + north, longitude: at.longitude + east };
        if (distanceKm(at, other) * 1_000 > NEAR_METRES) return;
        const [key] = placeKeys({ place: { point: other }, text: '' });
        expect(keysNear({ place: { point: at }, text: '' }, register)).toContain(key);
      }),
    );
  });
});
