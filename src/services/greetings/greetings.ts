import type { BroadcastStatus } from '../../domain/broadcast.js';
import { composeGreeting, fitTogether, proposedHolidays } from '../../domain/holidays/greeting-template.js';
import type { Holiday } from '../../domain/holidays/holiday.js';
import { mourningDays, mourningOn } from '../../domain/holidays/mourning.js';
import type { PublicationKind } from '../../domain/publication.js';
import { Refusal } from '../../domain/refusal.js';
import { type Actor, SERVICE } from '../../domain/role.js';
import { addDays, localDay, localMoment } from '../../lib/city-time.js';
import type { Broadcasts } from '../broadcasts/broadcasts.js';
import { TITLE_MAX } from '../broadcasts/input.js';
import { allow } from '../broadcasts/steps.js';
import { cut } from '../dialogue/excerpt.js';
import type { Publications } from '../publications/publications.js';
import { toBroadcastInput } from '../publications/to-broadcast.js';
import type { Settings } from '../settings/settings.js';
import type { CityCalendar } from './city-calendar.js';
import type { Greeting, GreetingStore } from './greeting-store.js';

/** A greeting with how far its broadcast is; undefined: staff deleted the draft. */
export interface GreetingView extends Greeting {
  readonly status: BroadcastStatus | undefined;
}

/** Greetings planned by the calendar. What they open are drafts: approving is for people. */
export interface Greetings {
  /** Opens a draft for each day of the next days that has holidays, has none yet, and is no day of mourning. */
  openDue(): Promise<void>;
  /** Opens the draft of one day now. A repeat gives the same one. @throws {Refusal} */
  open(day: string, actor: Actor): Promise<Greeting>;
  /** Which of its day's holidays a draft is for; title and text are written anew. @throws {Refusal} */
  choose(day: string, holidayIds: readonly string[], actor: Actor): Promise<void>;
  /** By day, both days included. */
  between(from: string, to: string): Promise<ReadonlyMap<string, GreetingView>>;
}

export interface GreetingsDeps {
  readonly store: GreetingStore;
  readonly calendar: Pick<CityCalendar, 'between' | 'find'>;
  readonly publications: Pick<Publications, 'register' | 'change'>;
  readonly broadcasts: Pick<Broadcasts, 'create' | 'update'>;
  readonly settings: Pick<Settings, 'get'>;
  readonly now: () => Date;
  readonly timeZone: string;
}

/** When a greeting is proposed to leave: after the minute of silence. */
const SEND_AT = { hour: 9, minute: 30 };

/** It may write drafts and nothing more. */
const CALENDAR: Actor = { ...SERVICE, roles: ['editor'] };

/** @returns the use cases of greetings */
export function createGreetings(deps: GreetingsDeps): Greetings {
  const { store, calendar, publications, broadcasts, settings, now, timeZone } = deps;

  return {
    async openDue() {
      const { greetings, mourning } = await settings.get();
      if (!greetings.openDrafts) return;
      const today = localDay(now(), timeZone);
      const until = addDays(today, greetings.openDaysBefore);
      const [dates, begun] = await Promise.all([calendar.between(today, until), store.between(today, until)]);
      const open = new Set(begun.filter(({ isOpen }) => isOpen).map(({ day }) => day));
      for (const day of new Set(dates.map(({ date }) => date)))
        if (!open.has(day) && !mourningOn(day, mourning.periods)) await openDay(day, CALENDAR);
    },

    async open(day, actor) {
      allow(actor, 'broadcasts.write');
      const mourning = mourningOn(day, (await settings.get()).mourning.periods);
      if (mourning)
        throw new Refusal(
          'conflict',
          'greeting.mourning',
          `Жалоба ${mourningDays(mourning)}: ${mourning.reason}. У ці дні не вітають.`,
        );
      return openDay(day, actor);
    },

    async choose(day, holidayIds, actor) {
      allow(actor, 'broadcasts.write');
      const greeting = await store.get(day);
      if (!greeting?.isOpen) throw new Refusal('notFound', 'greeting.unknown', 'На цей день немає чернетки.');
      const chosen = (await holidaysOn(day)).filter(({ id }) => holidayIds.includes(id));
      if (!fitTogether(chosen)) throw notOneText(chosen);
      const content = await compose(chosen);
      await broadcasts.update(greeting.broadcastId, content, actor);
      const chosenIds = chosen.map(({ id }) => id);
      await publications.change(
        greeting.publicationId,
        { ...content, kind: kindOf(chosen), holidayIds: chosenIds },
        actor,
      );
      await store.choose(day, chosenIds);
    },

    async between(from, to) {
      const greetings = await store.between(from, to);
      const statuses = await store.statusesOf(greetings.map(({ broadcastId }) => broadcastId));
      return new Map(
        greetings.map((greeting) => [
          greeting.day,
          { ...greeting, status: statuses.get(greeting.broadcastId) },
        ]),
      );
    },
  };

  /** The ids are kept first, what they name comes after, the mark that all is there last: a crash repeats harmlessly. */
  async function openDay(day: string, actor: Actor): Promise<Greeting> {
    const holidayIds = proposedHolidays(await holidaysOn(day)).map(({ id }) => id);
    if (holidayIds.length === 0)
      throw new Refusal('notFound', 'greeting.no-holiday', 'У цей день календар не має свят.');
    const greeting = await store.begin({ day, holidayIds, openedAt: now() });
    if (greeting.isOpen) return greeting;
    const holidays = await calendar.find(greeting.holidayIds);
    const content = await compose(holidays);
    const { publication } = await publications.register(
      {
        id: greeting.publicationId,
        kind: kindOf(holidays),
        topic: 'greetings',
        ...content,
        holidayIds: greeting.holidayIds,
      },
      { actor, source: 'calendar' },
    );
    const broadcast = {
      ...toBroadcastInput(publication),
      kind: 'greeting' as const,
      sendAt: proposedTime(day),
    };
    await broadcasts.create(broadcast, actor, greeting.broadcastId);
    await store.finish(day);
    return { ...greeting, isOpen: true };
  }

  async function holidaysOn(day: string): Promise<readonly Holiday[]> {
    return (await calendar.between(day, day)).map(({ holiday }) => holiday);
  }

  async function compose(holidays: readonly Holiday[]) {
    const { title, text } = composeGreeting(holidays, (await settings.get()).greetings);
    // One character is left for the «…» of a cut.
    return { title: cut(title, TITLE_MAX - 1), text };
  }

  function proposedTime(day: string): Date | undefined {
    const at = localMoment(day, SEND_AT, timeZone);
    return at > now() ? at : undefined;
  }
}

/** In memory nobody is greeted: such a text is not among the greetings of the month's report. */
function kindOf(holidays: readonly Holiday[]): PublicationKind {
  return holidays.some(({ isMemorial }) => isMemorial) ? 'news' : 'greeting';
}

function notOneText(chosen: readonly Holiday[]): Refusal {
  return new Refusal(
    'invalid',
    'greeting.choice',
    chosen.length === 0
      ? 'Оберіть хоча б одне свято цього дня.'
      : 'Вітання й пам’ять не поєднуються в одному тексті. Оберіть щось одне.',
  );
}
