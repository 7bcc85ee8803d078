import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { parseAction } from '../../../../src/sandbox/phones/parse-action.js';

describe("a form of the phone's page", () => {
  it('says which button was pressed', async () => {
    expect(await parseAction('press', { messageId: '17', button: '2.1' })).toEqual({
      kind: 'press',
      messageId: '17',
      row: 2,
      column: 1,
    });
    expect(await parseAction('press-key', { button: '0.0' })).toEqual({
      kind: 'press-key',
      row: 0,
      column: 0,
    });
  });

  it('sends a place by its coordinates', async () => {
    expect(await parseAction('place', { place: '51.0474,31.8868' })).toEqual({
      kind: 'place',
      latitude: 51.0474,
      longitude: 31.8868,
    });
  });

  it('sends a drawn photo, or a chosen one, as a JPEG', async () => {
    const png = await sharp({ create: { width: 40, height: 20, channels: 4, background: '#f00' } })
      .png()
      .toBuffer();
    const chosen = await parseAction('photo', { file: new File([new Uint8Array(png)], 'a.png') });
    const drawn = await parseAction('photo', { sample: 'pothole' });
    for (const action of [chosen, drawn]) {
      if (action.kind !== 'photo') throw new Error(action.kind);
      expect((await sharp(action.bytes).metadata()).format).toBe('jpeg');
    }
  });

  it('says kindly that a file is no picture', async () => {
    await expect(parseAction('photo', { file: new File(['текст'], 'a.jpg') })).rejects.toThrow(
      'Це не зображення',
    );
  });

  it.each([
    ['say', { text: '  ' }],
    ['press', { messageId: '1', button: '1' }],
    ['place', { place: '1;2' }],
    ['place', { place: '999.0,31.8868' }],
    ['place', { place: '51.0474,31.8868,1' }],
    ['photo', { sample: '../../package' }],
    ['photo', {}],
  ] as const)('refuses %s with %j', async (name, fields) => {
    await expect(parseAction(name, fields)).rejects.toThrow();
  });
});
