import type { OpenAPIHono } from '@hono/zod-openapi';
import type { WebEnv } from '../web/env.js';
import { DocumentationPage } from './documentation-page.js';

/** `/api/openapi.json` for programs and `/api/docs` for people. Both are open: they hold no data. */
export function addDocumentation(api: OpenAPIHono<WebEnv>): void {
  const securityScheme = api.openAPIRegistry.registerComponent('securitySchemes', 'bearer', {
    type: 'http',
    scheme: 'bearer',
    description: 'A token of `POST /api/v1/tokens`, or ADMIN_API_TOKEN',
  });
  const describe = () =>
    api.getOpenAPI31Document({
      openapi: '3.1.0',
      info: {
        title: 'Вісник: API',
        version: '1',
        description:
          'Broadcasts to Telegram and Viber, subscribers, citizens’ appeals. Every request carries `Authorization: Bearer <token>`: a token of `POST /api/v1/tokens`, or the setting `ADMIN_API_TOKEN`. Lists are `{items, nextCursor}`. A POST with an `Idempotency-Key` may be repeated: it gets the first answer for 24 hours.',
      },
      security: [{ [securityScheme.name]: [] }],
    });
  api.get('/api/openapi.json', (c) => c.json(describe()));
  api.get('/api/docs', (c) => c.html(<DocumentationPage document={describe()} />));
}
