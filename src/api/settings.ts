import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { settingsInput, settingsValues } from '../services/settings/input.js';
import type { Settings } from '../services/settings/settings.js';
import type { WebEnv } from '../web/env.js';
import { permit } from './authenticate.js';
import { changeBody, jsonAnswer, noQuery, refusals } from './schema.js';

const PATH = '/api/v1/settings';

const getRoute = createRoute({
  method: 'get',
  path: PATH,
  summary: 'Settings as they stand',
  middleware: permit('read'),
  request: { query: noQuery },
  responses: { 200: jsonAnswer(settingsValues, 'All settings'), ...refusals },
});

const changeRoute = createRoute({
  method: 'patch',
  path: PATH,
  summary: 'Change only what is given',
  middleware: permit('settings.write'),
  request: { query: noQuery, body: changeBody(settingsInput) },
  responses: { 200: jsonAnswer(settingsValues, 'All settings'), ...refusals },
});

/** What staff can change without a developer. */
export function addSettingsRoutes(api: OpenAPIHono<WebEnv>, settings: Settings): void {
  api.openapi(getRoute, async (c) => c.json(await settings.get(), 200));
  api.openapi(changeRoute, async (c) =>
    c.json(await settings.change(c.req.valid('json'), c.get('actor')), 200),
  );
}
