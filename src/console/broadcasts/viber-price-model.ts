import type { PriceForecast } from '../../domain/viber-price.js';
import type { BroadcastPrice } from '../../services/viber-price/viber-price.js';
import { formatEuros, messages, monthWords, people } from '../words/price-words.js';

/** One line of what a broadcast costs. */
export interface PriceFact {
  readonly label: string;
  readonly value: string;
}

/** What a broadcast costs in Viber, ready to print. */
export interface ViberPriceModel {
  readonly forecastTitle: string;
  /** Undefined when no price was set by the time of its approval */
  readonly forecast: readonly PriceFact[] | undefined;
  /** Whom the price keeps from getting it, and what they can do */
  readonly held: readonly string[];
  /** What Viber said; undefined before it leaves */
  readonly billed: readonly PriceFact[] | undefined;
  readonly month: string;
}

export function viberPriceModel({ forecast, isShared, billed, month }: BroadcastPrice): ViberPriceModel {
  const hasLeft = billed !== undefined;
  return {
    forecastTitle: hasLeft ? 'Очікували на час затвердження' : 'Якщо надіслати зараз',
    forecast: forecast && forecastFacts(forecast, isShared),
    held: forecast && !hasLeft ? heldWords(forecast) : [],
    billed: billed && [
      { label: 'У сеансі, безкоштовно', value: messages(billed.inSession) },
      { label: 'Поза сеансом, безкоштовно', value: messages(billed.free) },
      { label: 'Платно', value: `${messages(billed.paid)} – ${formatEuros(billed.euros)}` },
    ],
    month: monthWords(month),
  };
}

function forecastFacts(forecast: PriceForecast, isShared: boolean): readonly PriceFact[] {
  const { inSession, outsideSession, free, paid, euros } = forecast;
  const cost = `${messages(paid)} ≈ ${formatEuros(euros)}`;
  return [
    { label: 'У сеансі, безкоштовно', value: people(inSession) },
    { label: 'Поза сеансом', value: people(outsideSession) },
    { label: 'З безкоштовних цього місяця', value: messages(free) },
    { label: 'Платно', value: isShared && paid > 0 ? `не більше ніж ${cost}` : cost },
  ];
}

function heldWords({ heldOutsideSession, heldByLimit }: PriceForecast): readonly string[] {
  return [
    ...(heldOutsideSession > 0
      ? [
          `Поза сеансом Viber не отримають: ${people(heldOutsideSession)}. Звичайні новини вони прочитають за кнопкою «Новини сьогодні». Щоб отримали всі, оберіть у чернетці «Усім одразу».`,
        ]
      : []),
    ...(heldByLimit > 0
      ? [
          `Не вистачає місячного ліміту Viber, не отримають: ${people(heldByLimit)}. Збільште бюджет у налаштуваннях або надішліть їм згодом за кнопкою «Надіслати тим, хто не отримав».`,
        ]
      : []),
  ];
}
