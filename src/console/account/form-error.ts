/** Forms of the page, by the end of their address. */
export type AccountForm = 'password' | 'recovery-codes' | 'disable-second-factor';

/** What a form could not do, said at its field. */
export interface FormError {
  readonly form: AccountForm;
  readonly text: string;
}
