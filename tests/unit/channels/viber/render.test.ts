import { describe, expect, it } from 'vitest';
import { renderViber, type ViberLook } from '../../../../src/channels/viber/render.js';
import type { OutgoingContent } from '../../../../src/domain/content.js';
import type { Keyboard } from '../../../../src/domain/keyboard.js';

const look: ViberLook = {
  senderName: 'Ніжинська міська рада',
  pictureUrl: (name) => `https://nizhyn.ua/media/${name}`,
};
const picture = { fileId: 'f0', publicName: 'p0.jpg', alt: 'Площа' };
const button = (label: string, ActionBody: string, more: object = {}) => ({
  Columns: 6,
  Rows: 1,
  ActionType: 'reply',
  ActionBody,
  Text: label,
  TextSize: 'large',
  Silent: true,
  ...more,
});
const keyboardOf = (...Buttons: object[]) => ({
  Type: 'keyboard',
  DefaultHeight: false,
  InputFieldState: 'regular',
  Buttons,
});
const fields = {
  sender: { name: 'Ніжинська міська рада' },
  keyboard: keyboardOf(button('Меню', '#cmd:menu')),
};
const render = (content: Partial<OutgoingContent>, more: Partial<ViberLook> = {}) =>
  renderViber({ format: 'markup', text: '', ...content }, { ...look, ...more });
const payloads = (content: Partial<OutgoingContent>) => render(content).parts.map(({ payload }) => payload);

describe('renderViber', () => {
  it('gives a message without buttons «Меню», or Viber would take the keyboard away', () => {
    expect(payloads({ format: 'plain', text: 'Гаразд.' })).toEqual([
      { ...fields, type: 'text', text: 'Гаразд.' },
    ]);
  });

  it('says plainly what Telegram would mark, and warns about it', () => {
    const { parts, warnings } = render({
      title: 'Вода',
      text: '**Увага:** _завтра_ [графік](https://n.ua/g), [https://n.ua](https://n.ua)\n\n1. Центр\n2. Мегацентр',
    });
    expect(parts.map(({ payload }) => payload)).toMatchObject([
      { text: 'Вода\n\nУвага: завтра графік (https://n.ua/g), https://n.ua\n\n1. Центр\n2. Мегацентр' },
    ]);
    expect(warnings.map(({ code }) => code)).toEqual(['style.lost', 'links.spelled-out']);
  });

  it('writes the address of a link once, whatever marks divide its words', () => {
    expect(payloads({ text: '[**Графік** робіт](https://n.ua/g)' })).toMatchObject([
      { text: 'Графік робіт (https://n.ua/g)' },
    ]);
  });

  it('never puts the words of a link and its address into different messages', () => {
    const link = '[Перелік вулиць](https://n.ua/g)';
    expect(payloads({ text: `${'а'.repeat(6_975)} ${link}` })).toMatchObject([
      { text: 'а'.repeat(6_975) },
      { text: 'Перелік вулиць (https://n.ua/g)' },
    ]);
  });

  it('loses nothing of a text with a title only', () => {
    expect(render({ title: 'Вода', text: 'Завтра вимкнуть.' }).warnings).toEqual([]);
  });

  it('draws one large button per row, with a link in the text too', () => {
    const keyboard: Keyboard = {
      placement: 'message',
      rows: [
        [
          { label: 'Докладніше', action: { kind: 'url', url: 'https://nizhyn.ua/n' } },
          { label: 'Меню', action: { kind: 'command', data: 'menu' } },
        ],
      ],
    };
    expect(payloads({ text: 'Новини', keyboard })).toEqual([
      {
        ...fields,
        type: 'text',
        text: 'Новини\n\nДокладніше: https://nizhyn.ua/n',
        keyboard: keyboardOf(
          button('Докладніше', 'https://nizhyn.ua/n', { ActionType: 'open-url' }),
          button('Меню', '#cmd:menu'),
        ),
      },
    ]);
  });

  it('puts «Меню» last below news, whose buttons take the place of the ones below the chat', () => {
    const less = { label: 'Менше таких', action: { kind: 'command', data: 'less' } } as const;
    expect(payloads({ text: 'Новини', keyboard: { placement: 'message', rows: [[less]] } })).toEqual([
      {
        ...fields,
        type: 'text',
        text: 'Новини',
        keyboard: keyboardOf(button('Менше таких', '#cmd:less'), button('Меню', '#cmd:menu')),
      },
    ]);
  });

  it('asks for a place with the version of the API that knows how', () => {
    const keyboard: Keyboard = {
      placement: 'question',
      rows: [[{ label: 'Надіслати моє місце', action: { kind: 'request-location' } }]],
    };
    expect(payloads({ text: 'Де це?', keyboard })).toMatchObject([
      {
        min_api_version: 3,
        keyboard: { Buttons: [{ ActionType: 'location-picker', ActionBody: '#cmd:location' }] },
      },
    ]);
  });

  it('puts a short text under the first picture and warns about the others', () => {
    const { parts, warnings } = render({ text: 'Свято', pictures: [picture, picture] });
    expect(parts.map(({ payload }) => payload)).toEqual([
      { ...fields, type: 'picture', media: 'https://nizhyn.ua/media/p0.jpg', text: 'Свято' },
    ]);
    expect(warnings.map(({ code }) => code)).toEqual(['pictures.first-only']);
  });

  it('leads to the other pictures by a link', () => {
    const gallery = { url: 'https://nizhyn.ua/n/1', label: 'Усі фото' };
    expect(payloads({ text: 'Свято', pictures: [picture, picture], gallery })).toMatchObject([
      { type: 'picture', text: 'Свято\n\nУсі фото: https://nizhyn.ua/n/1' },
    ]);
    expect(payloads({ text: 'Свято', pictures: [picture], gallery })).toMatchObject([{ text: 'Свято' }]);
  });

  it('sends a longer text after the picture', () => {
    const text = 'а'.repeat(769);
    expect(payloads({ text, pictures: [picture] })).toMatchObject([
      { type: 'picture', text: '' },
      { type: 'text', text, keyboard: fields.keyboard },
    ]);
    expect(render({ text, pictures: [picture] }).warnings.map(({ code }) => code)).toEqual([
      'text.after-pictures',
    ]);
  });

  it('links to where pictures came from when ours have no outside address', () => {
    const sourceUrl = 'https://rada.ua/foto.jpg';
    const { parts, warnings } = render(
      { text: 'Свято', pictures: [{ ...picture, sourceUrl }] },
      { pictureUrl: () => undefined },
    );
    expect(parts.map(({ payload }) => payload)).toEqual([
      { ...fields, type: 'text', text: 'Свято\n\nПлоща: https://rada.ua/foto.jpg' },
    ]);
    expect(warnings.map(({ code }) => code)).toEqual(['pictures.no-public-url']);
  });

  it('sends files by their address', () => {
    const file = { fileId: 'd', publicName: 'd.pdf', name: 'Відповідь.pdf', sizeBytes: 9 };
    expect(payloads({ text: 'Відповідь', files: [file] })[1]).toEqual({
      ...fields,
      type: 'file',
      media: 'https://nizhyn.ua/media/d.pdf',
      size: 9,
      file_name: 'Відповідь.pdf',
    });
  });

  it.each([
    ['Cyrillic', 'Ніжин ', 7000],
    ['Chinese', '尼仁市議會', 7000],
    ['quotes', '"""""" ', 7000],
  ])('keeps every part of a long %s text under 7000 units and 30 kB with 300 receivers', (_, word) => {
    const text = word.repeat(4000).trim();
    const { parts } = render({ text });
    const receivers = Array.from({ length: 300 }, () => '0123456789012345678901A=');
    for (const { payload } of parts) {
      const body = { ...(payload as { text: string }), broadcast_list: receivers };
      expect(body.text.length).toBeLessThanOrEqual(7000);
      expect(Buffer.byteLength(JSON.stringify(body))).toBeLessThanOrEqual(30_000);
    }
    const kept = parts.map(({ payload }) => (payload as { text: string }).text).join('');
    expect(kept.replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
  });
});
