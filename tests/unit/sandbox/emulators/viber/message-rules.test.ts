import { describe, expect, it } from 'vitest';
import { checkMessage } from '../../../../../src/sandbox/emulators/viber/message-rules.js';
import { ViberRefusal } from '../../../../../src/sandbox/emulators/viber/status.js';

const SENDER = { name: 'Ніжинська міська рада' };
const button = (change: object = {}) => ({
  Columns: 6,
  Rows: 1,
  ActionBody: '#menu',
  Text: 'Меню',
  ...change,
});
const keyboard = (...buttons: object[]) => ({ Type: 'keyboard', Buttons: buttons });

/** 0, or the status a message is refused with. */
function status(message: object): number {
  try {
    checkMessage({ sender: SENDER, ...message });
    return 0;
  } catch (error) {
    if (error instanceof ViberRefusal) return error.status;
    throw error;
  }
}

describe('messages of every type', () => {
  it.each<[string, object]>([
    ['text', { type: 'text', text: 'а'.repeat(7000) }],
    ['picture', { type: 'picture', text: '', media: 'https://city.example/a.JPG?v=1' }],
    ['video', { type: 'video', media: 'https://city.example/a.mp4', size: 27_262_976, duration: 180 }],
    ['file', { type: 'file', media: 'https://city.example/a.pdf', size: 1, file_name: 'рішення.pdf' }],
    ['url', { type: 'url', media: 'https://city.example/' }],
    ['location', { type: 'location', location: { lat: 0, lon: 0 } }],
    ['contact', { type: 'contact', contact: { name: 'Приймальня', phone_number: '+380463171234' } }],
    ['sticker', { type: 'sticker', sticker_id: 40133 }],
    [
      'rich media',
      { type: 'rich_media', min_api_version: 2, rich_media: { Buttons: [button({ Rows: 7 })] } },
    ],
    ['a keyboard alone', { keyboard: keyboard(button()) }],
  ])('%s is taken', (_what, message) => {
    expect(status(message)).toBe(0);
  });

  it.each<[string, number, object]>([
    ['a text of 7001', 3, { type: 'text', text: 'а'.repeat(7001) }],
    ['an empty text', 4, { type: 'text', text: '' }],
    ['a picture without text', 4, { type: 'picture', media: 'https://city.example/a.jpg' }],
    ['a picture with null for text', 4, { type: 'picture', text: null, media: 'https://city.example/a.jpg' }],
    ['a caption of 769', 3, { type: 'picture', text: 'а'.repeat(769), media: 'https://c.ua/a.jpg' }],
    ['a picture that is a WebP', 3, { type: 'picture', text: '', media: 'https://city.example/a.webp' }],
    ['a video too large', 3, { type: 'video', media: 'https://city.example/a.mp4', size: 27_262_977 }],
    ['a program as a file', 3, { type: 'file', media: 'https://c.ua/a.exe', size: 1, file_name: 'a.exe' }],
    ['an address of 2001', 3, { type: 'url', media: `https://c.ua/${'a'.repeat(1988)}` }],
    ['a place off the globe', 3, { type: 'location', location: { lat: 91, lon: 0 } }],
    ['rich media without its version', 14, { type: 'rich_media', rich_media: { Buttons: [button()] } }],
    ['no type', 4, { text: 'Так' }],
    ['a type nobody knows', 3, { type: 'hologram' }],
    ['no sender', 4, { type: 'text', text: 'Так', sender: undefined }],
    ['a name of 29', 3, { type: 'text', text: 'Так', sender: { name: 'а'.repeat(29) } }],
    ['tracking data of 4001', 3, { type: 'text', text: 'Так', tracking_data: 'x'.repeat(4001) }],
    ['min_api_version as a word', 3, { type: 'text', text: 'Так', min_api_version: '3' }],
  ])('%s is refused with status %i', (_what, expected, message) => {
    expect(status(message)).toBe(expected);
  });
});

describe('keyboards', () => {
  const withKeyboard = (min_api_version: number, ...buttons: object[]) =>
    status({ type: 'text', text: 'Так', min_api_version, keyboard: keyboard(...buttons) });

  it.each<[string, number, object[]]>([
    ['rows of 6, 3+3 and 2+2+2', 0, [6, 3, 3, 2, 2, 2].map((Columns) => button({ Columns }))],
    ['a short last row', 0, [button({ Columns: 3 })]],
    ['defaults for the size', 0, [{ ActionBody: '#menu', Text: 'Меню' }]],
    ['a coloured button without text', 0, [button({ Text: undefined, BgColor: '#2db9b9' })]],
    ['no buttons', 4, []],
    ['7 columns', 3, [button({ Columns: 7 })]],
    ['3 rows', 3, [button({ Rows: 3 })]],
    ['a row of 4+4', 3, [button({ Columns: 4 }), button({ Columns: 4 })]],
    ['a text of 251', 3, [button({ Text: 'а'.repeat(251) })]],
    ['no action body', 4, [button({ ActionBody: undefined })]],
    ['an action nobody knows', 3, [button({ ActionType: 'dance' })]],
    ['nothing to see', 4, [button({ Text: undefined })]],
  ])('with %s get status %i', (_what, expected, buttons) => {
    expect(withKeyboard(1, ...buttons)).toBe(expected);
  });

  it.each(['share-phone', 'location-picker'])('with %s need min_api_version 3', (ActionType) => {
    expect(withKeyboard(2, button({ ActionType }))).toBe(14);
    expect(withKeyboard(3, button({ ActionType }))).toBe(0);
  });
});
