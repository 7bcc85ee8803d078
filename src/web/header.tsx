import { can } from '../domain/role.js';
import type { Session } from '../services/staff/sessions.js';
import { CSRF_FIELD } from './csrf.js';
import { NAVIGATION, NAVIGATION_GROUPS } from './navigation.js';

interface HeaderProps {
  /** Absent before signing in: no menu */
  readonly session: Session | undefined;
  /** `href` of the menu item the page belongs to */
  readonly current: string | undefined;
}

/** Above every page: whose service this is, the search, who is signed in, and the menu. */
export function Header({ session, current }: HeaderProps) {
  return (
    <header class="site-header">
      <div class="site-header-row">
        <a class="site-name" href="/">
          Вісник
        </a>
        {session && <Search />}
        {session && <SignOut session={session} />}
      </div>
      {session && <Menu session={session} current={current} />}
    </header>
  );
}

/** Finds an appeal by its number, or by words, wherever one is. */
function Search() {
  return (
    <search class="site-search">
      <form action="/appeals">
        <input type="hidden" name="view" value="all" />
        <label for="site-search" class="visually-hidden">
          Знайти звернення: номер або слова
        </label>
        <input
          id="site-search"
          type="search"
          name="q"
          placeholder="Номер або слова звернення"
          maxlength={200}
        />
        <button class="button button-secondary" type="submit">
          Знайти
        </button>
      </form>
    </search>
  );
}

/** On a wide screen a row, on a phone folded: which of the two is seen, the style sheet says. */
function Menu({ session, current }: { readonly session: Session; readonly current: string | undefined }) {
  const places = <MenuPlaces session={session} current={current} />;
  return (
    <nav class="site-menu" aria-label="Головне меню">
      <div class="menu-wide">{places}</div>
      <details class="menu-narrow">
        <summary>Меню</summary>
        {places}
      </details>
    </nav>
  );
}

function MenuPlaces({
  session,
  current,
}: {
  readonly session: Session;
  readonly current: string | undefined;
}) {
  return NAVIGATION_GROUPS.map((group) => {
    const items = NAVIGATION.filter((item) => item.group === group && can(session.actor, item.permission));
    return items.length === 0 ? null : (
      <ul>
        {items.map(({ href, label }) => (
          <li>
            <a href={href} aria-current={href === current ? 'page' : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    );
  });
}

function SignOut({ session }: { readonly session: Session }) {
  return (
    <form class="sign-out" method="post" action="/logout">
      <input type="hidden" name={CSRF_FIELD} value={session.csrfToken} />
      <a class="sign-out-name" href="/account">
        <span class="visually-hidden">Мій обліковий запис: </span>
        {session.actor.name}
      </a>
      <button class="link-button" type="submit">
        Вийти
      </button>
    </form>
  );
}
