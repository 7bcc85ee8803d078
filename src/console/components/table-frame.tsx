import type { FC, PropsWithChildren } from 'hono/jsx';

/** Lets a wide table scroll inside itself on a narrow screen, also by keyboard. */
export const TableFrame: FC<PropsWithChildren<{ label: string }>> = ({ label, children }) => (
  <section class="table-scroll" tabindex={0} aria-label={label}>
    {children}
  </section>
);
