import { describe, expect, it } from 'vitest';
import { letterDocx } from '../../../src/documents/letter.js';
import { aReportView } from '../../support/a-report-view.js';
import { openWord, paragraphsOf, styleOf } from '../../support/word-file.js';

const MM = 1440 / 25.4;
const { paper } = aReportView();
const letter = await openWord(await letterDocx({ paper }));

describe('the letter for Word', () => {
  it('reads as the paper does, paragraph by paragraph', () => {
    const { post, name, date } = paper.signature;
    expect(letter.paragraphs.map(({ text }) => text)).toEqual([
      paper.title,
      ...paper.paragraphs.map(({ heading, text }) => (heading === null ? text : `${heading} ${text}`)),
      `${post}\t____________\t${name}`,
      date,
    ]);
  });

  it('is on A4 with margins of 30, 10, 20 and 20 millimetres', () => {
    const [, width, height] = /<w:pgSz w:w="(\d+)" w:h="(\d+)"/.exec(letter.document) ?? [];
    expect([Number(width) / MM, Number(height) / MM].map(Math.round)).toEqual([210, 297]);
    const margin = (side: string) =>
      Math.round(Number(new RegExp(`<w:pgMar[^>]* w:${side}="(\\d+)"`).exec(letter.document)?.[1]) / MM);
    expect(['left', 'right', 'top', 'bottom'].map(margin)).toEqual([30, 10, 20, 20]);
  });

  it('is set in Times New Roman 14 at 1.15 lines, in Ukrainian', () => {
    const defaults = /<w:docDefaults>.*<\/w:docDefaults>/s.exec(letter.styles)?.[0] ?? '';
    expect(defaults).toContain('w:ascii="Times New Roman"');
    expect(defaults).toContain('<w:sz w:val="28"/>');
    expect(defaults).toContain('w:line="276" w:lineRule="auto"');
    expect(defaults).toContain('<w:lang w:val="uk-UA"/>');
  });

  it('justifies its text and sets the first line in by 1.25 cm; the title is bold and centred', () => {
    const body = styleOf(letter.styles, 'ReportBody');
    expect(body).toContain('<w:jc w:val="both"/>');
    expect(body).toContain('<w:ind w:firstLine="709"/>');
    const title = styleOf(letter.styles, 'Title');
    expect(title).toContain('<w:jc w:val="center"/>');
    expect(title).toContain('<w:b/>');
  });

  it('formats nothing by hand: every paragraph has a style, runs have at most one', () => {
    for (const { style } of letter.paragraphs) expect(styleOf(letter.styles, style ?? '')).not.toBe('');
    const direct = [...letter.document.matchAll(/<w:[pr]Pr>(.*?)<\/w:[pr]Pr>/gs)].map(([, inside]) =>
      inside?.replace(/<w:[pr]Style [^>]*\/>/g, ''),
    );
    expect(new Set(direct)).toEqual(new Set(['']));
  });

  it('has no colours and no links', async () => {
    const colours = [...letter.styles.matchAll(/<w:color [^>]*>/g), ...letter.document.matchAll(/w:color/g)];
    expect(new Set(colours.map(([tag]) => tag))).toEqual(new Set(['<w:color w:val="auto"/>']));
    expect(letter.document).not.toContain('w:hyperlink');
  });

  it('numbers its pages top centre, the first one not', async () => {
    expect(letter.document).toContain('<w:titlePg/>');
    const [, id] = /<w:headerReference w:type="default" r:id="([^"]+)"/.exec(letter.document) ?? [];
    const links = await letter.part('word/_rels/document.xml.rels');
    const [, target = ''] =
      new RegExp(`Id="${id}"[^>]*Target="([^"]+)"`).exec(links) ??
      new RegExp(`Target="([^"]+)"[^>]*Id="${id}"`).exec(links) ??
      [];
    const header = await letter.part(`word/${target}`);
    expect(header).toContain('PAGE');
    expect(paragraphsOf(header.replace(/<w:p [^>]*>/g, '<w:p>'))[0]?.style).toBe('Header');
    expect(styleOf(letter.styles, 'Header')).toContain('<w:jc w:val="center"/>');
  });

  it('is named by its title, and nothing says that a program wrote it', () => {
    expect(letter.core).toContain(`<dc:title>${paper.title}</dc:title>`);
    expect(letter.core).not.toMatch(/creator|lastModifiedBy|description/);
  });

  it('keeps what a person typed as text', async () => {
    const text = 'Ціна < 5 & «лапки» "прості"';
    const one = await openWord(
      await letterDocx({ paper: { ...paper, paragraphs: [{ heading: null, text }] } }),
    );
    expect(one.paragraphs[1]?.text).toBe(text);
  });
});
