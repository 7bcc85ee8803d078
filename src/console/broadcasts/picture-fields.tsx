import type { FC } from 'hono/jsx';
import { ALT_MAX } from '../../services/broadcasts/input.js';
import { FileField, TextField } from '../components/field.js';
import { PICTURES_MAX } from './compose-pictures.js';
import type { TypedPicture } from './compose-values.js';
import type { ComposeFields } from './compose-view.js';

const ENDINGS = ['.jpg', '.jpeg', '.png', '.webp', '.gif'] as const;

/** Pictures that are there, each with its words, and the way to add more. */
export const PictureFields: FC<ComposeFields> = ({ values, errors }) => (
  <fieldset class="stack" id="compose-pictures" data-drop>
    <legend>Картинки (не обов’язково)</legend>
    {values.pictures.map((picture, at) => (
      <PictureRow picture={picture} at={at} error={errors[`alt-${at}`]} />
    ))}
    {values.pictures.length >= PICTURES_MAX ? null : (
      <>
        <FileField
          name="photos"
          label="Додати з комп’ютера"
          hint="До 10 картинок. Можна також перетягнути їх сюди або вставити скопійовану (Ctrl+V). Місце зйомки приберемо."
          accept={ENDINGS}
          error={errors.photos}
        />
        <details open={values.pictureUrl !== '' || undefined}>
          <summary>Додати за адресою в інтернеті</summary>
          <div class="halves">
            <TextField
              name="pictureUrl"
              label="Адреса картинки"
              hint="Починається з https://, до 10 МБ."
              value={values.pictureUrl}
              error={errors.pictureUrl}
            />
            <TextField
              name="pictureAlt"
              label="Що на ній"
              hint="Для тих, хто не бачить картинки."
              value={values.pictureAlt}
              error={errors.pictureAlt}
              maxLength={ALT_MAX}
            />
          </div>
        </details>
        <div>
          <button class="button button-secondary" type="submit" name="act" value="show" formnovalidate>
            Додати картинки
          </button>
        </div>
      </>
    )}
  </fieldset>
);

const PictureRow: FC<{ picture: TypedPicture; at: number; error: string | undefined }> = ({
  picture: { publicName, alt, sourceUrl, wasAnimated },
  at,
  error,
}) => (
  <div class="picture-row">
    <img class="thumb" src={`/media/${publicName}`} alt="" />
    <div class="stack-small">
      <input type="hidden" name="picture" value={publicName} />
      <input type="hidden" name="pictureSource" value={sourceUrl} />
      <input type="hidden" name="pictureStill" value={wasAnimated ? 'yes' : ''} />
      <TextField
        id={`alt-${at}`}
        name="alt"
        label={`Що на картинці ${at + 1}`}
        hint="Одним реченням, для тих, хто не бачить. Наприклад: «Ремонт мосту через Остер»."
        value={alt}
        error={error}
        maxLength={ALT_MAX}
      />
      <p class="row">
        {at === 0 ? null : (
          <ActButton
            act={`first-picture:${at}`}
            label={`Зробити картинку ${at + 1} першою`}
            words="Зробити першою"
          />
        )}
        <ActButton act={`drop-picture:${at}`} label={`Прибрати картинку ${at + 1}`} words="Прибрати" />
      </p>
    </div>
  </div>
);

const ActButton: FC<{ act: string; label: string; words: string }> = ({ act, label, words }) => (
  <button class="link-button" type="submit" name="act" value={act} formnovalidate aria-label={label}>
    {words}
  </button>
);
