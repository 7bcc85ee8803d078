import type { FC } from 'hono/jsx';

export type NoticeTone = 'plain' | 'good' | 'warn' | 'error';

export interface NoticeModel {
  readonly tone: NoticeTone;
  readonly text: string;
}

/** A sentence about what just happened. An error is read aloud at once; the rest waits for its turn. */
export const Notice: FC<{ notice: NoticeModel | undefined }> = ({ notice }) =>
  notice === undefined ? null : (
    <p
      class={notice.tone === 'plain' ? 'notice' : `notice notice-${notice.tone}`}
      role={notice.tone === 'error' ? 'alert' : 'status'}
    >
      {notice.text}
    </p>
  );
