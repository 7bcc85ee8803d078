import type { FC } from 'hono/jsx';
import { DRAWN_RADIUS, type PlaceMapModel } from './place-map-model.js';

/** Where the place lies in the hromada, drawn by us: no map of others is asked for it. */
export const PlaceMap: FC<{ map: PlaceMapModel | undefined }> = ({ map }) =>
  map === undefined ? null : (
    <figure class="place-map">
      <svg viewBox="-100 -100 200 200" role="img" aria-label={`Місце: ${map.words}`}>
        <circle class="place-land" r={String(DRAWN_RADIUS)} />
        <path
          class="place-axes"
          d={`M0 -${DRAWN_RADIUS}V${DRAWN_RADIUS}M-${DRAWN_RADIUS} 0H${DRAWN_RADIUS}`}
        />
        <circle class="place-centre" r="3" />
        <text class="place-side" x="4" y="-78">
          Пн
        </text>
        <circle class="place-point" cx={String(map.x)} cy={String(map.y)} r="7" />
      </svg>
      <figcaption class="small">
        {map.words}
        {map.isOutside ? ', за межами громади' : ''}
      </figcaption>
    </figure>
  );
