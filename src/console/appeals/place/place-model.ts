import type { AppealPlace } from '../../../domain/appeal.js';

export interface PlaceModel {
  readonly words: string;
  /** The point on a public map; absent when only an address was written */
  readonly mapHref: string | undefined;
}

export function placeModel(place: AppealPlace | undefined): PlaceModel | undefined {
  if (place === undefined) return undefined;
  const { address, point } = place;
  if (point === undefined) {
    return address === undefined ? undefined : { words: address, mapHref: undefined };
  }
  const { latitude, longitude } = point;
  const marker = new URLSearchParams({ mlat: String(latitude), mlon: String(longitude) });
  return {
    words: address ?? `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`,
    mapHref: `https://www.openstreetmap.org/?${marker}#map=18/${latitude}/${longitude}`,
  };
}
