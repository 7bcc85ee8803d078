import type { Place } from '../../../domain/inbound-event.js';
import type { Organisation } from '../../../services/dialogue/ports.js';
import { formatNumber } from '../../words/plural.js';

/** A point drawn against the circle of the hromada, in units of a square of 200 whose middle is its centre. */
export interface PlaceMapModel {
  readonly x: number;
  readonly y: number;
  /** «2,3 км на північний схід від центру громади» */
  readonly words: string;
  /** Beyond the circle: the point is drawn on its rim */
  readonly isOutside: boolean;
  readonly radiusKm: number;
}

/** Kilometres of one degree of latitude. */
const DEGREE_KM = 111.2;
/** Radius of the drawn circle; the square is 200 wide. */
export const DRAWN_RADIUS = 90;

const SIDES = [
  'північ',
  'північний схід',
  'схід',
  'південний схід',
  'південь',
  'південний захід',
  'захід',
  'північний захід',
];

/** Where a point lies, so that it can be drawn without asking anybody for a map. */
export function placeMapModel(
  point: Place | undefined,
  { territory }: Pick<Organisation, 'territory'>,
): PlaceMapModel | undefined {
  if (point === undefined) return undefined;
  const { latitude, longitude, radiusKm } = territory;
  const north = (point.latitude - latitude) * DEGREE_KM;
  const east = (point.longitude - longitude) * DEGREE_KM * Math.cos((latitude * Math.PI) / 180);
  const km = Math.hypot(north, east);
  const scale = DRAWN_RADIUS / Math.max(km, radiusKm);
  const side =
    SIDES[Math.round((Math.atan2(east, north) / (2 * Math.PI)) * SIDES.length + SIDES.length) % SIDES.length];
  const near = km < 0.1;
  return {
    x: Math.round(east * scale),
    y: Math.round(-north * scale),
    words: near ? 'У самому центрі' : `${formatNumber(Math.round(km * 10) / 10)} км на ${side} від центру`,
    isOutside: km > radiusKm,
    radiusKm,
  };
}
