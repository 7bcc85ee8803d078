import { pluralForm } from '../plural.js';
import { SITTINGS } from './nouns.js';
import type { GreetedHoliday, Material, ParagraphRule } from './paragraph.js';
import { list, type Piece, say } from './pieces.js';
import { greetingKey } from './publication-lists.js';
import { withoutLooseEnds, withPreposition } from './typography.js';

/** «Взяли участь у засіданні Громадської ради …», with their number when there were several. */
export const publicCouncil: ParagraphRule = {
  key: 'public-council',
  howToFill: 'Зареєструйте засідання Громадської ради: подія виду «засідання Громадської ради».',
  whenEmpty: ({ councilNameGenitive }) =>
    `Засідання Громадської ради при виконавчому комітеті ${councilNameGenitive} протягом місяця не проводилися.`,
  compose: ({ count, figure, names }) => {
    const sittings = figure('public-council');
    if (count('public-council') === 0) return undefined;
    const one: Piece[] = [{ ...sittings, text: 'засіданні' }];
    const several: Piece[] = [sittings, ` ${pluralForm('uk', SITTINGS, sittings.count)}`];
    return {
      kind: 'names',
      pieces: say`Взяли участь у ${sittings.count === 1 ? one : several} Громадської ради при виконавчому комітеті ${names.councilNameGenitive}.`,
    };
  },
};

/** «Взяли участь у семінарі «…», в координаційній зустрічі … та співбесіді …» */
export const events: ParagraphRule = {
  key: 'events',
  howToFill: 'Позначте «до звіту» події, які слід назвати, і впишіть їхні назви в місцевому відмінку.',
  whenEmpty: () => 'Участь у семінарах, зустрічах та співбесідах протягом місяця не брали.',
  compose: ({ events: named, figure }) => {
    if (named.length === 0) return undefined;
    const nameless = named.filter(({ nameLocative }) => nameLocative === undefined);
    const parts = named.map(({ name, nameLocative }, index): Piece[] => [
      { ...figure('events'), text: withoutLooseEnds(ledIn(nameLocative ?? name, index === 0)) },
    ]);
    return {
      kind: 'names',
      pieces: say`Взяли участь ${list(parts, ', ', ' та ')}.`,
      ...(nameless.length > 0 && {
        toFill: `Впишіть назву в місцевому відмінку: ${nameless.map(({ name }) => name).join('; ')}.`,
      }),
    };
  },
};

/** «… з нагоди Дня Служби безпеки України, …, з Міжнародним жіночим днем», the newest first. */
export const greetings: ParagraphRule = {
  key: 'greetings',
  whenEmpty: () => 'Офіційні привітання протягом місяця не публікувалися.',
  compose: (material) => {
    const newestFirst = [...material.holidays].sort((a, b) => b.day.localeCompare(a.day));
    if (newestFirst.length === 0) return undefined;
    const occasions = newestFirst.filter(({ reportCase }) => reportCase === 'genitive');
    const named = list([
      ...occasions.map((holiday) => [figureOf(material, holiday, holiday.genitive)]),
      ...newestFirst
        .filter(({ reportCase }) => reportCase === 'instrumental')
        .map((holiday) => [figureOf(material, holiday, withPreposition(holiday.instrumental))]),
    ]);
    return {
      kind: 'data',
      pieces: say`Посадовими особами підготовлено та оприлюднено офіційні привітання з нагоди державних і професійних свят та міжнародних днів, а саме: ${occasions.length > 0 ? 'з нагоди ' : ''}${named}.`,
    };
  },
};

function figureOf({ figure }: Material, { id }: GreetedHoliday, text: string): Piece {
  return { ...figure(greetingKey(id)), text };
}

/** The first name needs a preposition after «Взяли участь»; a person may have entered it. */
function ledIn(name: string, isFirst: boolean): string {
  return !isFirst || /^(у|в|на|під час|в рамках) /iu.test(name) ? name : `у ${name}`;
}
