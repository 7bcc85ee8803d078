import { expect, it } from 'vitest';
import { fieldsIn, fillFields } from '../../../src/domain/template-fields.js';

it('finds each field once, in order', () => {
  expect(fieldsIn(['{вулиця}: без води {дата}', 'На вул. {вулиця} з {час початку}'])).toEqual([
    'вулиця',
    'дата',
    'час початку',
  ]);
});

it('takes for a field neither empty brackets nor what goes over a line', () => {
  expect(fieldsIn(['{} {1} { вулиця} {перший\nдругий}', '{{двічі}}'])).toEqual(['двічі']);
});

it('fills fields with words as they are, and never twice', () => {
  const values = new Map([
    ['вулиця', '$& {дата}'],
    ['дата', '24 листопада'],
  ]);
  expect(fillFields('{вулиця}, {дата}, {час}', values)).toBe('$& {дата}, 24 листопада, {час}');
});
