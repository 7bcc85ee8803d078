import { type Absence, type StandIn, substituteOn } from '../../domain/absence.js';
import { Refusal } from '../../domain/refusal.js';
import type { Actor } from '../../domain/role.js';
import { addDays, localDay } from '../../lib/city-time.js';
import type { Audit } from '../audit/audit.js';
import { activeAccount } from '../staff/active-account.js';
import { staffActor } from '../staff/sessions.js';
import type { StaffAccount, StaffStore } from '../staff/store.js';
import type { AbsenceInput, Absences, NamedAbsence } from './absences.js';
import { checkSubstitute } from './check-substitute.js';
import { mayArrangeFor } from './may-arrange.js';

export interface AbsencesDeps {
  readonly accounts: Pick<StaffStore, 'get' | 'change' | 'awaySince'>;
  readonly audit: Audit;
  readonly now: () => Date;
  readonly timeZone: string;
}

type AwayAccount = StaffAccount & { readonly absence: Absence };

/** The use cases of absences; they are kept with the accounts. */
export function createAbsences({ accounts, audit, now, timeZone }: AbsencesDeps): Absences {
  const today = () => localDay(now(), timeZone);

  return {
    async planned() {
      const named = await Promise.all((await awayToday()).map(toNamed));
      return named.toSorted((a, b) => a.from.localeCompare(b.from));
    },

    async of(staffId) {
      const account = await accounts.get(staffId);
      return account && isAway(account) ? toNamed(account) : undefined;
    },

    async standIns() {
      const away = await awayToday();
      const absences = new Map(away.map(({ id, absence }) => [id, absence]));
      const found = await Promise.all(
        away.map(async ({ id, absence }): Promise<[string, StandIn][]> => {
          const substituteId = substituteOn(today(), id, absences);
          const substitute = substituteId === undefined ? undefined : await accounts.get(substituteId);
          if (!substitute?.active) return [];
          return [[id, { id: substitute.id, name: substitute.name, until: absence.to }]];
        }),
      );
      return new Map(found.flat());
    },

    async set(staffId, input, actor) {
      const account = await arranged(staffId, actor);
      checkDays(input);
      const absence = { from: input.from, to: input.to, substituteId: input.substitute };
      checkSubstitute(account, absence, await accounts.get(absence.substituteId));
      await accounts.change(staffId, { absence });
      await audit.record({
        actor,
        action: 'staff.absence',
        subject: staffId,
        before: account.absence,
        after: absence,
      });
    },

    async end(staffId, actor) {
      const account = await arranged(staffId, actor);
      const { absence } = account;
      if (!absence || absence.to < today())
        throw new Refusal('conflict', 'absence.over', 'Ця відсутність уже закінчилася.');
      const yesterday = addDays(today(), -1);
      const after = absence.from <= yesterday ? { ...absence, to: yesterday } : undefined;
      await accounts.change(staffId, { absence: after });
      await audit.record({ actor, action: 'staff.absence-end', subject: staffId, before: absence, after });
    },
  };

  async function awayToday(): Promise<readonly AwayAccount[]> {
    return (await accounts.awaySince(today())).filter(isAway);
  }

  /** @throws {Refusal} notFound; forbidden */
  async function arranged(staffId: string, actor: Actor): Promise<StaffAccount> {
    const account = await activeAccount(accounts, staffId);
    if (mayArrangeFor(staffActor(account), actor)) return account;
    throw new Refusal(
      'forbidden',
      'absence.others',
      'Відсутність записує сама людина, її керівник або адміністратор.',
    );
  }

  /** @throws {Refusal} invalid: it would be over before it is written down, or never be */
  function checkDays({ from, to }: AbsenceInput): void {
    if (to < today()) throw invalid('past', 'Ці дні вже минули.');
    if (to > addDays(from, LONGEST_DAYS)) throw invalid('too-long', 'Записати можна до трьох років.');
  }

  async function toNamed({ id, name, absence }: AwayAccount): Promise<NamedAbsence> {
    return { ...absence, staffId: id, name, substituteName: await nameOf(absence.substituteId) };
  }

  async function nameOf(id: string): Promise<string> {
    return (await accounts.get(id))?.name ?? '';
  }
}

/** As long as leave to look after a child (Labour Code, article 179). */
const LONGEST_DAYS = 3 * 366;

function isAway(account: StaffAccount): account is AwayAccount {
  return account.absence !== undefined;
}

function invalid(code: string, message: string): Refusal {
  return new Refusal('invalid', `absence.${code}`, message);
}
