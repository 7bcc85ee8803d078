import { type Context, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { decodeCsv } from '../../services/publications/csv/decode.js';
import type { WebEnv } from '../../web/env.js';
import { allow, currentSession } from '../../web/session-cookie.js';
import { ConsolePage } from '../components/console-page.js';
import { readForm } from '../forms.js';
import type { ConsoleParts } from '../parts.js';
import { refused } from '../refused.js';
import { createSubmissions, submissionId } from '../submissions.js';
import { formatNumber } from '../words/plural.js';
import { ImportView, type ImportViewProps } from './import-view.js';

/** `/publications/import`: a table is looked at, then brought in. */
export function publicationImportRoute(parts: ConsoleParts): Hono<WebEnv> {
  const { publicationImport } = parts;
  const submissions = createSubmissions();

  function answer(
    c: Context<WebEnv>,
    { plan, notice }: Partial<ImportViewProps>,
    status: ContentfulStatusCode = 200,
  ) {
    const session = currentSession(c);
    return c.html(
      <ConsolePage
        title="Додати публікації з таблиці"
        session={session}
        isSandbox={parts.sandbox !== undefined}
        current="/publications"
      >
        <ImportView
          plan={plan}
          notice={notice}
          secrets={{ csrfToken: session.csrfToken, requestId: parts.randomId() }}
        />
      </ConsolePage>,
      status,
    );
  }

  return new Hono<WebEnv>()
    .use('/import', allow('publications.write'))
    .get('/import', (c) => answer(c, {}))
    .post('/import', async (c) => {
      const { actor } = currentSession(c);
      const form = await readForm(c);
      const checked = form.get('csv');
      try {
        if (typeof checked !== 'string') {
          const bytes = await uploaded(form);
          return answer(c, {
            plan: { csv: decodeCsv(bytes), lines: await publicationImport.plan(bytes) },
          });
        }
        const { created, kept, rejected } = await submissions.once(
          submissionId(c.req.path, actor, form),
          () => publicationImport.run(new TextEncoder().encode(checked), actor),
        );
        const text = `Додано: ${formatNumber(created)}. Уже були в реєстрі: ${formatNumber(kept)}. Не взято: ${formatNumber(rejected)}.`;
        return answer(c, { notice: { tone: 'ok', text } });
      } catch (error) {
        const { status, notice } = refused(error);
        return answer(c, { notice }, status);
      }
    });
}

async function uploaded(form: FormData): Promise<Uint8Array> {
  const file = form.get('file');
  return file === null || typeof file === 'string'
    ? new Uint8Array()
    : new Uint8Array(await file.arrayBuffer());
}
