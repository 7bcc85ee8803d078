import { describe, expect, it } from 'vitest';
import { parseMultipart } from '../../../../../src/sandbox/emulators/telegram/multipart.js';

const parse = (body: string, contentType = 'multipart/form-data; boundary=----x') =>
  parseMultipart(Buffer.from(body), contentType);

describe('a multipart body', () => {
  it('holds values and files, with and without quotes', () => {
    const { values, files } = parse(
      [
        '------x\r\nContent-Disposition: form-data; name="chat_id"\r\n\r\n42\r\n',
        '------x\r\ncontent-disposition:form-data;name="photo";filename=парк.jpg\r\ncontent-type:image/jpeg\r\n\r\nбайти\r\nще\r\n',
        '------x--\r\n',
      ].join(''),
    );
    expect(values).toEqual({ chat_id: '42' });
    const photo = files.get('photo');
    expect(photo).toMatchObject({ fileName: 'парк.jpg', contentType: 'image/jpeg' });
    expect(Buffer.from(photo?.bytes ?? []).toString()).toBe('байти\r\nще');
  });

  it.each([
    ['has no boundary', '', 'multipart/form-data'],
    ['breaks off', '------x\r\ncontent-disposition:form-data;name="a"\r\n\r\n4', undefined],
    ['is something else', 'chat_id=42', undefined],
  ])('is refused when it %s', (_what, body, contentType) => {
    expect(() => parse(body, contentType)).toThrow("Bad Request: can't parse multipart body");
  });
});
