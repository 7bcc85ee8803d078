import type { Place } from './inbound-event.js';

/** The land a council answers for, as a circle that holds all of it. */
export interface Territory extends Place {
  readonly radiusKm: number;
}

const EARTH_RADIUS_KM = 6371;

/** Whether a point on the map belongs to the territory. */
export function isWithin(place: Place, territory: Territory): boolean {
  return distanceKm(place, territory) <= territory.radiusKm;
}

/** Along the surface, by the haversine formula (https://en.wikipedia.org/wiki/Haversine_formula). */
export function distanceKm(from: Place, to: Place): number {
  const latitude = radians(to.latitude - from.latitude);
  const longitude = radians(to.longitude - from.longitude);
  const chord =
    Math.sin(latitude / 2) ** 2 +
    Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude)) * Math.sin(longitude / 2) ** 2;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
