import type { FC } from 'hono/jsx';
import { APPEAL_CATEGORIES } from '../../domain/appeal.js';
import type { DepartmentCard } from '../../services/departments/departments.js';
import { Badge } from '../components/badge.js';
import { Notice, type NoticeModel } from '../components/notice.js';
import { SettingsHead } from '../settings/settings-page.js';
import { CATEGORY_WORDS } from '../words/appeal-words.js';

interface DepartmentListViewProps {
  readonly departments: readonly DepartmentCard[];
  readonly notice: NoticeModel | undefined;
}

/** Units of the council, and which of them answers for what. */
export const DepartmentListView: FC<DepartmentListViewProps> = ({ departments, notice }) => (
  <>
    <SettingsHead title="Підрозділи" />
    <Notice notice={notice} />
    <p>
      <a class="button" href="/settings/departments/new">
        Новий підрозділ
      </a>
    </p>
    <section class="card" aria-labelledby="routing-title">
      <h2 id="routing-title">Куди потрапляють звернення</h2>
      <dl class="facts">
        {APPEAL_CATEGORIES.map((category) => (
          <>
            <dt>{CATEGORY_WORDS[category]}</dt>
            <dd>{answeringFor(category, departments)}</dd>
          </>
        ))}
      </dl>
      <p class="hint">Змінити: відкрийте підрозділ і позначте категорії.</p>
    </section>
    <ul class="settings-list">
      {departments.map(({ id, name, phone, headName, headPosition, isArchived }) => (
        <li>
          <a href={`/settings/departments/${encodeURIComponent(id)}`}>{name}</a>
          <span class="muted">
            {[[headPosition, headName].filter(Boolean).join(' '), phone].filter(Boolean).join(' · ')}
          </span>
          {isArchived ? (
            <span>
              <Badge text="В архіві" />
            </span>
          ) : null}
        </li>
      ))}
    </ul>
  </>
);

function answeringFor(category: string, departments: readonly DepartmentCard[]): string {
  const own = departments.find(({ categories }) => categories.some((one) => one === category));
  if (own) return own.name;
  const first = departments.find(({ isArchived }) => !isArchived);
  return `${first?.name ?? 'Нікуди'} (перший у списку, бо ніхто не обрав)`;
}
