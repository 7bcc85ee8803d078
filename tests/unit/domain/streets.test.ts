import { describe, expect, it } from 'vitest';
import { findStreet, type Street } from '../../../src/domain/streets.js';

const STREETS: readonly Street[] = [
  { name: 'вул. Миколи Лисенка', formerNames: ['вул. Пушкіна'] },
  { name: 'вул. Левка Лук’яненка', formerNames: ['вул. Пржевальського'] },
  { name: 'вул. Шевченка', formerNames: [] },
];

describe('the street of an address', () => {
  it.each([
    'вул. Пушкіна, 12',
    'ВУЛИЦЯ ПУШКІНА 12',
    'Пушкіна 12',
    'м. Ніжин, вул. Пушкіна, буд. 12, кв. 4',
    'на вулиці Пушкіна, 12',
    'вул. Пушкiна, 12', // Latin i
    'вул. Миколи Лисенка, 12',
  ])('is found in «%s»', (address) => {
    expect(findStreet(address, STREETS)).toEqual({
      address: 'вул. Миколи Лисенка, 12',
      formerName: 'вул. Пушкіна',
    });
  });

  it('does not mind the kind of the apostrophe, nor a house with a letter', () => {
    expect(findStreet("Левка Лук'яненка 5а", STREETS)?.address).toBe('вул. Левка Лук’яненка, 5а');
    expect(findStreet('Пржевальського 7/2', STREETS)?.address).toBe('вул. Левка Лук’яненка, 7/2');
  });

  it('has no former name when it was never renamed, and no house when none was written', () => {
    expect(findStreet('вул. Шевченка', STREETS)).toEqual({ address: 'вул. Шевченка', formerName: undefined });
  });

  it.each(['', 'біля центрального ринку', 'провулок Пушкіна, 3', 'вул. Лисенка, 1', '12'])(
    'is not guessed from «%s»',
    (address) => {
      expect(findStreet(address, STREETS)).toBeUndefined();
    },
  );
});
