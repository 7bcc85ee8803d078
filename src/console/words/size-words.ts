import { formatNumber } from './plural.js';

const STEPS = [
  ['ГБ', 1024 ** 3],
  ['МБ', 1024 ** 2],
] as const;

/** «1,4 ГБ», «12,5 МБ», «0,1 МБ»: one decimal, as Ukrainian writes it. */
export function sizeWords(bytes: number): string {
  const [unit, size] = STEPS.find(([, step]) => bytes >= step) ?? STEPS[1];
  return `${formatNumber(Math.ceil((bytes / size) * 10) / 10)}\u{a0}${unit}`;
}
