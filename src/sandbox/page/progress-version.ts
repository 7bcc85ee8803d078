import type { AppealPage } from '../../services/appeals/appeals.js';
import type { BroadcastView } from '../../services/broadcasts/broadcasts.js';
import type { Progress } from './progress.js';

/** What of the progress is drawn: differs exactly when the page would. */
export function progressVersion({ newest, reported, broadcast, preparedNews, ...flags }: Progress): unknown {
  return [
    newest.map(appealVersion),
    reported?.appeal.number,
    broadcastVersion(broadcast),
    preparedNews?.status,
    flags,
  ];
}

function appealVersion({ appeal: { number, status, subject }, departmentName }: AppealPage) {
  return [number, status, subject, departmentName];
}

function broadcastVersion(broadcast: BroadcastView | undefined) {
  return (
    broadcast && [broadcast.id, broadcast.title, broadcast.status, broadcast.channels, broadcast.audienceSize]
  );
}
