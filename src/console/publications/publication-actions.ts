import type { Publication } from '../../domain/publication.js';
import { Refusal } from '../../domain/refusal.js';
import type { Actor } from '../../domain/role.js';
import { publicationSchemas } from '../../services/publications/input.js';
import { toBroadcastInput } from '../../services/publications/to-broadcast.js';
import { broadcastHref } from '../broadcasts/broadcast-model.js';
import { fromWallClock } from '../broadcasts/wall-clock.js';
import { formText, uploads } from '../forms.js';
import type { ConsoleParts } from '../parts.js';
import { publicationHref } from './list-model.js';

/** What the buttons of a publication's page do. */
export const PUBLICATION_ACTIONS = [
  'publish',
  'broadcast',
  'remove',
  'add-photos',
  'remove-photo',
  'add-hand-over',
  'remove-hand-over',
] as const;
export type PublicationAction = (typeof PUBLICATION_ACTIONS)[number];

type Parts = Pick<ConsoleParts, 'publications' | 'broadcasts' | 'pictures' | 'timeZone' | 'sandbox'>;

/** @returns where to go then @throws {Refusal} */
export async function perform(
  parts: Parts,
  action: PublicationAction,
  id: string,
  form: FormData,
  actor: Actor,
): Promise<string> {
  const { publications } = parts;
  if (action === 'remove') {
    await publications.remove(id, actor);
    return '/publications?done=remove';
  }
  if (action === 'broadcast') {
    const input = toBroadcastInput(await publications.get(id));
    const { id: broadcastId } = await parts.broadcasts.create(input, actor);
    // What has no words yet asks for them first.
    return input.text === ''
      ? `${broadcastHref(broadcastId)}/edit`
      : `${broadcastHref(broadcastId)}?done=save`;
  }
  await CHANGES[action](parts, await publications.get(id), form, actor);
  return `${publicationHref(id)}?done=${action}`;
}

const CHANGES: Readonly<
  Record<
    Exclude<PublicationAction, 'remove' | 'broadcast'>,
    (parts: Parts, publication: Publication, form: FormData, actor: Actor) => Promise<unknown>
  >
> = {
  publish: ({ publications }, { id }, _form, actor) => publications.publish(id, undefined, actor),

  async 'add-photos'({ publications, pictures, sandbox }, { id }, form, actor) {
    const alt = formText(form, 'alt');
    const url = formText(form, 'photoUrl');
    const named = { photos: url === '' ? [] : [{ url, alt }] };
    const { photos = [] } = checked(sandbox !== undefined, named, 'Адреса фото має починатися з https://.');
    const uploaded = [];
    for (const file of uploads(form, 'files'))
      uploaded.push(await pictures.keep({ bytes: new Uint8Array(await file.arrayBuffer()), alt }));
    if (photos.length + uploaded.length === 0) throw invalid('Оберіть файл або вкажіть адресу фото.');
    return publications.addPhotos(id, [...uploaded, ...photos], actor);
  },

  'remove-photo': ({ publications }, { id }, form, actor) =>
    publications.removePhoto(id, Number(formText(form, 'place')), actor),

  'add-hand-over'({ publications, timeZone }, { id, handOvers }, form, actor) {
    const added = {
      type: formText(form, 'type'),
      outlet: formText(form, 'outlet'),
      at: fromWallClock(formText(form, 'at'), timeZone),
    };
    const parsed = checked(false, { handOvers: [added] }, 'Впишіть видання, день і час передачі.');
    return publications.change(id, { handOvers: [...handOvers, ...(parsed.handOvers ?? [])] }, actor);
  },

  'remove-hand-over'({ publications }, { id, handOvers }, form, actor) {
    const place = Number(formText(form, 'place'));
    return publications.change(id, { handOvers: handOvers.filter((_one, at) => at !== place) }, actor);
  },
};

/** @throws {Refusal} invalid, with this sentence */
function checked(allowLoopback: boolean, fields: object, complaint: string) {
  const parsed = publicationSchemas(allowLoopback).changes.safeParse(fields);
  if (parsed.success) return parsed.data;
  throw invalid(complaint);
}

function invalid(message: string): Refusal {
  return new Refusal('invalid', 'publication.form', message);
}
