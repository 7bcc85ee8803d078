import type { Actor } from '../../../src/domain/role.js';
import type { Publications } from '../../../src/services/publications/publications.js';
import { NOW } from './builders.js';

/** Their pages, in the order they are registered in a register of memory. */
export const DRAFT_ACT = '/publications/000000000000000000000001';
export const PHOTO_REPORT = '/publications/000000000000000000000002';

const EDITOR: Actor = { kind: 'staff', id: 'editor', name: 'Олена Коваль', roles: ['editor'] };
const BY = { actor: EDITOR, source: 'staff' } as const;

/** A draft act that is late, and a report with photos in every state, hand-overs and an event. */
export async function registerDemoPublications(publications: Publications): Promise<void> {
  await publications.register(
    {
      kind: 'act',
      topic: 'acts',
      title:
        'Про внесення змін до рішення Ніжинської міської ради VIII скликання від 24 грудня 2020 року № 7-4/2020 «Про бюджет Ніжинської територіальної громади»',
      text: '',
      url: 'https://nizhynrada.gov.ua/acts/proiekt-rishennia-pro-vnesennia-zmin-do-biudzhetu-hromady-12-49-2026',
      act: {
        issuer: 'council',
        stage: 'draft',
        number: '12-49/2026',
        date: '2026-11-30',
        discussionUntil: '2026-11-27',
      },
    },
    BY,
  );
  const { publication } = await publications.register(
    {
      kind: 'event-report',
      topic: 'events',
      title: 'Відбувся семінар «Комунікація та залучення громадян»',
      text: 'Учасники обговорили **план** на рік.',
      publishedAt: NOW,
      preparedBy: EDITOR.name,
      photos: [{ url: 'https://nizhynrada.gov.ua/1.jpg', alt: 'Учасники семінару' }],
      handOvers: [{ type: 'information', outlet: 'Вісті', at: NOW }],
      event: {
        kind: 'seminar',
        departmentId: undefined,
        name: 'Комунікація та залучення громадян',
        nameLocative: 'у семінарі «Комунікація та залучення громадян»',
        inReport: true,
        reportOrder: undefined,
      },
    },
    BY,
  );
  const scene = { fileId: 'photo-1', publicName: 'scene.jpg', alt: 'Діти на сцені' };
  await publications.addPhotos(publication.id, [scene], EDITOR);
}
