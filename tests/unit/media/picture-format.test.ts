import { describe, expect, it } from 'vitest';
import { pictureFormat } from '../../../src/media/picture-format.js';

const latin1 = (text: string) => Buffer.from(text, 'latin1');

describe('the format of a picture', () => {
  it.each([
    ['jpeg', '\xff\xd8\xff\xe0rest'],
    ['png', '\x89PNG\r\n\x1a\nrest'],
    ['gif', 'GIF89a rest'],
    ['gif', 'GIF87a rest'],
    ['webp', 'RIFF\x00\x00\x00\x00WEBPVP8 '],
  ])('is %s by its first bytes', (format, head) => {
    expect(pictureFormat(latin1(head))).toBe(format);
  });

  it.each([
    ['nothing', ''],
    ['a web page', '<!doctype html>'],
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['SVG after a declaration', '<?xml version="1.0"?><svg/>'],
    ['PDF', '%PDF-1.7'],
    ['AVIF', '\x00\x00\x00\x1cftypavif'],
    ['sound in RIFF', 'RIFF\x00\x00\x00\x00WAVE'],
    ['a JPEG cut at the second byte', '\xff\xd8'],
  ])('is unknown for %s', (_what, head) => {
    expect(pictureFormat(latin1(head))).toBeUndefined();
  });
});
