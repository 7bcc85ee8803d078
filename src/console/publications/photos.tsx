import type { FC } from 'hono/jsx';
import { ALT_MAX } from '../../services/broadcasts/input.js';
import { Badge } from '../components/badge.js';
import { FileField, TextField } from '../components/field.js';
import { FormSecrets } from '../components/form-secrets.js';
import type { PhotoModel } from './publication-model.js';
import type { PublicationViewProps } from './publication-view.js';

const PICTURES = ['.jpg', '.jpeg', '.png', '.webp', '.gif'] as const;

/** Photos of a publication, and the form for more. */
export const Photos: FC<PublicationViewProps> = ({ publication, mayWrite, secrets, typed }) => (
  <section class="card" aria-labelledby="photos-title">
    <h2 id="photos-title">Фото</h2>
    {publication.photos.length === 0 ? <p class="muted">Фото немає.</p> : null}
    <ul class="thumbs">
      {publication.photos.map((photo, place) => (
        <li class="stack-small">
          <Photo photo={photo} />
          {mayWrite ? (
            <form method="post" action={`${publication.href}/remove-photo`}>
              <FormSecrets secrets={secrets} />
              <input type="hidden" name="place" value={place} />
              <button class="link-button" type="submit" aria-label={`Прибрати фото ${place + 1}`}>
                Прибрати
              </button>
            </form>
          ) : null}
        </li>
      ))}
    </ul>
    {mayWrite ? (
      <details open={typed?.action === 'add-photos'}>
        <summary>Додати фото</summary>
        <form
          class="form"
          method="post"
          action={`${publication.href}/add-photos`}
          enctype="multipart/form-data"
        >
          <FormSecrets secrets={secrets} />
          <FileField
            name="files"
            label="Файли"
            hint="Місце й час зйомки з файлів приберемо."
            accept={PICTURES}
          />
          <TextField
            type="url"
            name="photoUrl"
            label="або адреса фото"
            hint="Починається з https://, до 10 МБ."
            value={typed?.values.photoUrl}
          />
          <TextField
            name="alt"
            label="Опис"
            value={typed?.values.alt}
            hint="Що на фото: для тих, хто не бачить."
            maxLength={ALT_MAX}
            required
          />
          <div>
            <button class="button button-secondary" type="submit">
              Додати
            </button>
          </div>
        </form>
      </details>
    ) : null}
  </section>
);

const Photo: FC<{ photo: PhotoModel }> = ({ photo: { src, alt, status, hasFailed, sourceUrl } }) =>
  src === undefined ? (
    <div class="thumb-place">
      <Badge tone={hasFailed ? 'bad' : 'quiet'} text={status} />
      {sourceUrl === undefined ? null : <a href={sourceUrl}>{alt || 'Адреса фото'}</a>}
    </div>
  ) : (
    <figure class="stack-small">
      <a class="thumb" href={src}>
        <img src={src} alt={alt || 'Фото без опису'} loading="lazy" />
      </a>
      <figcaption class="small muted" aria-hidden="true">
        {alt || 'Без опису'}
      </figcaption>
    </figure>
  );
