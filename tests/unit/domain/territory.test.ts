import { describe, expect, it } from 'vitest';
import { isWithin } from '../../../src/domain/territory.js';

const nizhyn = { latitude: 51.048, longitude: 31.886, radiusKm: 20 };

describe('a territory', () => {
  it.each([
    ['the city', 51.05, 31.88, true],
    ['a village 15 km off', 51.18, 31.84, true],
    ['Kyiv', 50.45, 30.52, false],
    ['the other side of the Earth', -51.048, -148.114, false],
  ])('of Nizhyn holds %s or not', (_, latitude, longitude, expected) => {
    expect(isWithin({ latitude, longitude }, nizhyn)).toBe(expected);
  });

  it('may lie across the date line', () => {
    expect(
      isWithin({ latitude: 0, longitude: -179.99 }, { latitude: 0, longitude: 179.99, radiusKm: 5 }),
    ).toBe(true);
  });
});
