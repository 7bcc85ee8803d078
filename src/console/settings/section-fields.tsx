import type { FC } from 'hono/jsx';
import type { Option } from '../components/field.js';
import { AnswersFields } from './answers-fields.js';
import { ApprovalFields } from './approval-fields.js';
import { ChatFields } from './chat-fields.js';
import { GreetingsFields } from './greetings-fields.js';
import { HoursFields } from './hours-fields.js';
import { LatenessFields } from './lateness-fields.js';
import { OfficeFields } from './office-fields.js';
import { OrganisationFields } from './organisation-fields.js';
import { ReportFields } from './report-fields.js';
import { type RetentionBackground, RetentionFields } from './retention-fields.js';
import { RoutingFields } from './routing-fields.js';
import type { SettingsSection } from './settings-form.js';
import type { SectionModel } from './settings-section.js';
import { TopicsFields } from './topics-fields.js';
import { ViberFields } from './viber-fields.js';

/** What fields show beside the settings themselves. */
export interface SectionBackground {
  readonly colleagues: readonly Option[];
  readonly departments: readonly Option[];
  /** What Viber has taken this month; undefined while no price is set */
  readonly viberMonth: string | undefined;
  /** On its own page */
  readonly retention: RetentionBackground | undefined;
}

interface SectionFieldsProps {
  readonly name: SettingsSection;
  readonly section: SectionModel;
  readonly background: SectionBackground;
}

/** The fields of one section. */
export const SectionFields: FC<SectionFieldsProps> = ({ name, section, background }) => {
  switch (name) {
    case 'organisation':
      return <OrganisationFields section={section} />;
    case 'office':
      return <OfficeFields section={section} />;
    case 'routing':
      return <RoutingFields section={section} departments={background.departments} />;
    case 'topics':
      return <TopicsFields section={section} />;
    case 'hours':
      return <HoursFields section={section} />;
    case 'approval':
      return <ApprovalFields section={section} colleagues={background.colleagues} />;
    case 'answers':
      return <AnswersFields section={section} colleagues={background.colleagues} />;
    case 'lateness':
      return <LatenessFields section={section} />;
    case 'viber':
      return <ViberFields section={section} month={background.viberMonth} />;
    case 'greetings':
      return <GreetingsFields section={section} />;
    case 'chat':
      return <ChatFields section={section} />;
    case 'retention':
      return background.retention ? (
        <RetentionFields section={section} background={background.retention} />
      ) : null;
    case 'report':
      return <ReportFields section={section} />;
  }
};
