import type { FC } from 'hono/jsx';

export interface NoticeModel {
  readonly tone: 'ok' | 'warn' | 'bad';
  readonly text: string;
}

/** A sentence about what just happened. A refusal is read aloud at once; the rest waits for its turn. */
export const Notice: FC<{ notice: NoticeModel | undefined }> = ({ notice }) =>
  notice === undefined ? null : (
    <p class={`notice notice-${notice.tone}`} role={notice.tone === 'bad' ? 'alert' : 'status'}>
      {notice.text}
    </p>
  );
