import { expect, it } from 'vitest';
import { fileExtension } from '../../../src/storage/files/file-extension.js';

it.each([
  ['image/jpeg', 'jpg'],
  ['image/png', 'png'],
  ['application/pdf', 'pdf'],
  ['TEXT/PLAIN; charset=utf-8', 'txt'],
  ['text/html', 'bin'],
  ['image/svg+xml', 'bin'],
  ['', 'bin'],
  ['constructor', 'bin'],
])('%s ends in .%s', (contentType, extension) => {
  expect(fileExtension(contentType)).toBe(extension);
});
