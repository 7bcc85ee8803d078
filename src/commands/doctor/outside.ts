import { type Finding, LOOK_MS } from './finding.js';

/** Whether the outside address leads to this service. */
export async function checkOutside(publicUrl: string): Promise<Finding> {
  const title = 'Зовнішня адреса';
  const url = `${publicUrl}/healthz`;
  const status = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(LOOK_MS) }).then(
    (response) => response.status,
    () => undefined,
  );
  if (status === 200) return { title, tone: 'ok', sentences: [`${publicUrl} веде до Вісника.`] };
  return {
    title,
    tone: 'bad',
    sentences: [
      status === undefined ? `${url} не відповідає.` : `${url} відповів ${status}, а не 200.`,
      'Що робити: запустіть Вісник; якщо він працює, перевірте, куди веде проксі.',
    ],
  };
}
