import type { AppealPlace } from '../appeal.js';
import type { Place } from '../inbound-event.js';
import { mentionedStreet } from './street-mention.js';
import { lastWord, type StreetRegister } from './street-register.js';

/** Sides of a cell of the map, in degrees: at least 200 m each anywhere in Ukraine. */
const CELL = { latitude: 0.002, longitude: 0.003 };

/** What an appeal says of where it is. */
export interface Placed {
  readonly place: AppealPlace | undefined;
  /** Of its citizen */
  readonly text: string;
}

/** What an appeal is found by when another one from the same place is looked for; kept with it. */
export function placeKeys({ place, text }: Placed): string[] {
  const street = mentionedStreet(place?.address, text);
  return [
    ...(street ? [streetKey(lastWord(street))] : []),
    ...(place?.point ? [cellKey(cellOf(place.point))] : []),
  ];
}

/** Keys that appeals from the same place may have: all names of the street, the cells around the point. */
export function keysNear({ place, text }: Placed, register: StreetRegister): string[] {
  const street = mentionedStreet(place?.address, text);
  return [
    ...(street ? register.words(street).map(streetKey) : []),
    ...(place?.point ? cellsAround(cellOf(place.point)).map(cellKey) : []),
  ];
}

type Cell = readonly [row: number, column: number];

function cellOf({ latitude, longitude }: Place): Cell {
  return [Math.floor(latitude / CELL.latitude), Math.floor(longitude / CELL.longitude)];
}

function cellsAround([row, column]: Cell): Cell[] {
  const steps = [-1, 0, 1];
  return steps.flatMap((north) => steps.map((east): Cell => [row + north, column + east]));
}

const streetKey = (word: string) => `street:${word}`;
const cellKey = ([row, column]: Cell) => `cell:${row}:${column}`;
