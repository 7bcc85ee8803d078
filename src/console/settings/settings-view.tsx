import type { FC } from 'hono/jsx';
import type { Option } from '../components/field.js';
import type { FormSecretsModel } from '../components/form-secrets.js';
import { Notice, type NoticeModel } from '../components/notice.js';
import { BroadcastsFields } from './broadcasts-fields.js';
import { GreetingsFields } from './greetings-fields.js';
import { LatenessFields } from './lateness-fields.js';
import { OrganisationFields } from './organisation-fields.js';
import { ReportFields } from './report-fields.js';
import type { SettingsSection } from './settings-form.js';
import { SectionForm, type SectionModel } from './settings-section.js';
import { ViberFields } from './viber-fields.js';

export interface SettingsViewProps {
  readonly sections: Readonly<Record<SettingsSection, SectionModel>>;
  readonly colleagues: readonly Option[];
  /** What Viber has taken this month; undefined while no price is set */
  readonly viberMonth: string | undefined;
  readonly secrets: FormSecretsModel;
  readonly notice: NoticeModel | undefined;
}

/** What the council decides for itself. */
export const SettingsView: FC<SettingsViewProps> = ({
  sections,
  colleagues,
  viberMonth,
  secrets,
  notice,
}) => (
  <>
    <h1>Налаштування</h1>
    <Notice notice={notice} />
    <SectionForm section="organisation" title="Організація" secrets={secrets}>
      <OrganisationFields section={sections.organisation} />
    </SectionForm>
    <SectionForm section="broadcasts" title="Розсилки" secrets={secrets}>
      <BroadcastsFields section={sections.broadcasts} colleagues={colleagues} />
    </SectionForm>
    <SectionForm section="lateness" title="Запізнілі розсилки" secrets={secrets}>
      <LatenessFields section={sections.lateness} />
    </SectionForm>
    <SectionForm section="viber" title="Ціна у Viber" secrets={secrets}>
      <ViberFields section={sections.viber} month={viberMonth} />
    </SectionForm>
    <SectionForm section="greetings" title="Привітання" secrets={secrets}>
      <GreetingsFields section={sections.greetings} />
    </SectionForm>
    <SectionForm section="report" title="Місячний звіт" secrets={secrets}>
      <ReportFields section={sections.report} />
    </SectionForm>
  </>
);
