import type { FC } from 'hono/jsx';
import { Badge } from '../components/badge.js';

/** There was no second person where one was needed: red ever after. */
export const ApprovedAlone: FC = () => <Badge tone="bad" text="Затверджено одноосібно" />;
