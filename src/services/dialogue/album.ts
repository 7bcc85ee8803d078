import { addPiece, newForm } from './appeal-form/form.js';
import type { Piece } from './piece.js';
import type { Scene } from './scene.js';
import { rememberSent } from './sent.js';
import { isFormStep } from './state.js';
import { silently, type Turn, withNotes } from './turn.js';

/** A later piece of an album that is being taken: it follows the first one, without a further «Записали». */
export function continueAlbum(scene: Scene, piece: Piece): Turn | undefined {
  const { album, form, kept } = scene.state;
  if (!album || piece.albumId !== album.id) return undefined;
  if (album.number) {
    const { text, files } = piece;
    const sent = rememberSent(scene, [piece.messageId], album.number);
    return silently(scene, {
      effects: [{ kind: 'addToAppeal', number: album.number, text, files }],
      state: { sent },
    });
  }
  const { id } = scene.screen;
  const empty = newForm(scene.context.now);
  if (isFormStep(id)) {
    const added = addPiece(form ?? empty, piece, scene);
    return withNotes(silently(scene, { state: { form: added.form } }), added.notes);
  }
  if (id !== 'offer-appeal' && id !== 'offer-addition') return undefined;
  const added = addPiece(kept ?? empty, piece, scene);
  return withNotes(silently(scene, { state: { kept: added.form } }), added.notes);
}

/** Remembers where the first piece of an album went. */
export function rememberAlbum(turn: Turn, { albumId }: Piece): Turn {
  if (!albumId) return turn;
  const addition = turn.effects.find((effect) => effect.kind === 'addToAppeal');
  return { ...turn, state: { ...turn.state, album: { id: albumId, number: addition?.number } } };
}
