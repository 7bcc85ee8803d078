import type { FC } from 'hono/jsx';

const KEYS = [
  ['j', 'наступне звернення'],
  ['k', 'попереднє звернення'],
  ['Enter', 'відкрити звернення'],
  ['x', 'позначити або зняти позначку'],
  ['/', 'до пошуку'],
  ['?', 'показати чи сховати цей перелік'],
] as const;

/** The keys of the queue, opened by «?» as well as by hand. */
export const ShortcutList: FC<{ areOn: boolean; canPick: boolean }> = ({ areOn, canPick }) => (
  <details class="card" id="shortcuts">
    <summary>Клавіші</summary>
    <dl class="shortcuts">
      {KEYS.filter(([key]) => canPick || key !== 'x').map(([key, words]) => (
        <div>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
    <p class="muted small">
      {areOn
        ? 'Діють, коли курсор не стоїть у полі. В українській розкладці – ті самі клавіші. '
        : 'Зараз вимкнені. '}
      <a href="/account">{areOn ? 'Вимкнути' : 'Увімкнути'} в обліковому записі</a>
    </p>
  </details>
);
