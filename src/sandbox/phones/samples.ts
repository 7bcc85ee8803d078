import type { Resident } from '../demonstration/residents.js';

/** A picture a resident can send without having one: drawn by us, a name of `sandbox-photo-<name>.svg`. */
export interface SamplePhoto {
  readonly name: string;
  readonly label: string;
}

export const SAMPLE_PHOTOS: readonly SamplePhoto[] = [
  { name: 'street-light', label: 'Темний ліхтар' },
  { name: 'pothole', label: 'Яма на дорозі' },
  { name: 'rubbish', label: 'Купа сміття' },
];

/** A place in Nizhyn to send from a computer. */
export interface SamplePlace {
  readonly label: string;
  readonly latitude: number;
  readonly longitude: number;
}

export const SAMPLE_PLACES: readonly SamplePlace[] = [
  { label: 'Площа Івана Франка', latitude: 51.0474, longitude: 31.8868 },
  { label: 'Залізничний вокзал', latitude: 51.0227, longitude: 31.9019 },
  { label: 'Графський парк', latitude: 51.0432, longitude: 31.8747 },
];

/** Ready words for the walk's first step, in the order of the bot's questions. */
export function samplePhrases({
  fullName,
  residence,
}: Resident): readonly { readonly label: string; readonly text: string }[] {
  return [
    {
      label: 'Що сталося:',
      text: 'Третій вечір не світить ліхтар біля зупинки, дітям темно йти зі школи.',
    },
    { label: 'Де:', text: 'вул. Шевченка, зупинка «Гімназія»' },
    { label: 'Хто:', text: fullName },
    { label: 'Адреса:', text: residence },
  ];
}
