import { describe, expect, it } from 'vitest';
import type { BroadcastKind, Link } from '../../../../src/domain/broadcast.js';
import { broadcastContent } from '../../../../src/services/broadcasts/content.js';
import { openingWords } from '../../../../src/services/broadcasts/opening-words.js';
import { aBroadcast } from '../../../support/console/builders.js';

const PAGE = 'https://nizhyn.example/n/b1';
const LINK: Link = { url: 'https://nizhynrada.gov.ua/bus', label: 'Розклад руху' };

function buttonsOf(link: Link | undefined, page: string | undefined, kind: BroadcastKind = 'news') {
  const words = {
    read: 'Читати на сайті',
    less: 'Менше таких',
    allPictures: 'Усі фото',
    comment: 'Надіслати зауваження',
    discussion: '',
    page,
  };
  const { keyboard } = broadcastContent(aBroadcast({ kind, link, buttons: [] }), words);
  return (keyboard?.rows ?? [])
    .flat()
    .map(({ label, action }) => [label, action.kind === 'url' && action.url]);
}

describe('the news of a draft act', () => {
  it('says until when comments are taken and has a button to write one', () => {
    const words = {
      read: '',
      less: 'Менше таких',
      comment: 'Надіслати зауваження',
      allPictures: '',
      page: undefined,
    };
    const draft = aBroadcast({
      kind: 'act',
      discussion: { publicationId: 'a1', until: '2026-12-07' },
      link: LINK,
      text: 'Текст',
      buttons: [],
    });
    const content = broadcastContent(draft, {
      ...words,
      discussion: 'Зауваження приймаємо до 7 грудня 2026 року.',
    });
    expect(content.text).toBe('Текст\n\nЗауваження приймаємо до 7 грудня 2026 року.');
    expect(content.keyboard?.rows[1]).toEqual([
      { label: 'Надіслати зауваження', action: { kind: 'command', data: 'comment:a1' } },
    ]);
  });
});

describe('the buttons under a broadcast', () => {
  it('lead to its page where it has no link of its own', () => {
    expect(buttonsOf(undefined, PAGE)).toEqual([
      ['Читати на сайті', PAGE],
      ['Менше таких', false],
    ]);
  });

  it('lead to its own link rather than to the page', () => {
    expect(buttonsOf(LINK, PAGE)).toEqual([
      ['Розклад руху', LINK.url],
      ['Менше таких', false],
    ]);
  });

  it('lead nowhere when there is no page', () => {
    expect(buttonsOf(undefined, undefined)).toEqual([['Менше таких', false]]);
  });

  it('do not offer less of danger', () => {
    expect(buttonsOf(undefined, undefined, 'alert')).toEqual([]);
    expect(buttonsOf(LINK, PAGE, 'alert')).toEqual([['Розклад руху', LINK.url]]);
  });
});

describe('the opening words of a broadcast', () => {
  it('are the title and the beginning of the text without its marks', () => {
    expect(openingWords({ title: 'Міст закрито', text: 'Рух **обмежено**.\n\n- Прилуки\n- Ніжин' })).toBe(
      'Міст закрито. Рух обмежено. Прилуки; Ніжин',
    );
    expect(openingWords({ title: 'Що з мостом?', text: 'я'.repeat(300) })).toBe(
      `Що з мостом? ${'я'.repeat(200)}…`,
    );
  });
});
