import { Refusal } from '../../domain/refusal.js';
import type { StaffAccount, StaffStore } from './store.js';

/** @throws {Refusal} notFound: there is no such account, or it is closed */
export async function activeAccount(accounts: Pick<StaffStore, 'get'>, id: string): Promise<StaffAccount> {
  const account = await accounts.get(id);
  if (account?.active) return account;
  throw new Refusal('notFound', 'staff.unknown', 'Такого облікового запису немає.');
}
