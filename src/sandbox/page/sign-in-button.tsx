import type { Child, FC } from 'hono/jsx';
import type { Role } from '../../domain/role.js';

interface SignInButtonProps {
  readonly as: Role;
  /** Page of the console to open */
  readonly next: string;
  readonly class?: string | undefined;
  readonly children?: Child;
}

/** Signs in as the demonstration account of a role and opens a page of the console in a new tab. */
export const SignInButton: FC<SignInButtonProps> = ({ as, next, class: className = 'button', children }) => (
  <form method="post" action="/sandbox/sign-in" target="_blank" class="sign-in-form" rel="noopener">
    <input type="hidden" name="role" value={as} />
    <input type="hidden" name="next" value={next} />
    <button class={className} type="submit">
      {children}
      <span class="visually-hidden"> (у новій вкладці)</span>
    </button>
  </form>
);
