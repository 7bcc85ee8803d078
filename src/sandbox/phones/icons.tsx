import type { FC } from 'hono/jsx';

/** Paper clip. */
export const AttachIcon: FC = () => (
  <svg class="icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
    <path
      d="M20.5 11.2l-8.6 8.6a5.6 5.6 0 0 1-7.9-7.9l8.9-8.9a3.8 3.8 0 0 1 5.3 5.3l-8.6 8.6a1.9 1.9 0 0 1-2.7-2.7l7.9-7.8"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
    />
  </svg>
);

/** Paper plane. */
export const SendIcon: FC = () => (
  <svg class="icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
    <path d="M3 4.2l18.6 7.1a.8.8 0 0 1 0 1.4L3 19.8l1.7-6.4L14 12l-9.3-1.4z" fill="currentColor" />
  </svg>
);
