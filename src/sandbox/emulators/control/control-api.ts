import { Hono, type HonoRequest } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { streamSSE } from 'hono/streaming';
import { z } from 'zod';
import type { EmulatorFeed, Messenger } from '../emulator-feed.js';
import { isLoopbackUrl } from '../http/loopback-url.js';
import { PhoneError } from '../phone-actions.js';
import type { TelegramEmulator } from '../telegram/emulator.js';
import type { ViberEmulator } from '../viber/emulator.js';
import { actOnTelegram } from './act-on-telegram.js';
import { actOnViber } from './act-on-viber.js';
import { phoneAction } from './action.js';
import { streamEvents } from './event-stream.js';
import { fault, people } from './inputs.js';

/** A 20 MB file in base64, and the rest. */
const BODY_MAX_BYTES = 30 << 20;

export interface ControlParts {
  readonly telegram: TelegramEmulator;
  readonly viber: ViberEmulator;
  readonly feed: EmulatorFeed;
}

/** The phones over HTTP; README.md beside the emulators describes every route. */
export function createControlApi(parts: ControlParts): Hono {
  const app = new Hono().basePath('/control');
  const countedSince = new Date();
  const messengerOf = (name: string) => parts[z.enum(['telegram', 'viber']).parse(name)];

  app.use(async (context, next) => {
    if (!isFromThisMachine(context.req)) return context.json({ error: 'forbidden' }, 403);
    return next();
  });
  app.use(bodyLimit({ maxSize: BODY_MAX_BYTES }));
  app.onError((error, context) => {
    if (error instanceof z.ZodError) return context.json({ error: z.prettifyError(error) }, 400);
    if (error instanceof SyntaxError) return context.json({ error: 'the body is not JSON' }, 400);
    if (error instanceof PhoneError) {
      return context.json({ error: error.message }, error.what === 'person' ? 404 : 409);
    }
    throw error;
  });

  app.get('/:messenger/people', (context) =>
    context.json({ items: messengerOf(context.req.param('messenger')).people() }),
  );
  app.post('/:messenger/people', async (context) => {
    const messenger = messengerOf(context.req.param('messenger'));
    const added = people.parse(await context.req.json()).people.map((input) => messenger.addPerson(input));
    return context.json({ items: added }, 201);
  });
  app.get('/:messenger/people/:id', (context) => {
    const messenger = messengerOf(context.req.param('messenger'));
    const phone = messenger.phone(context.req.param('id'));
    return context.json({
      person: phone.person(),
      messages: phone.messages(),
      keyboard: phone.keyboard(),
      receivedCount: messenger.journal.receivedCount(phone.personId),
    });
  });
  app.post('/:messenger/people/:id/actions', async (context) => {
    const id = context.req.param('id');
    const action = phoneAction.parse(await context.req.json());
    const isTelegram = messengerOf(context.req.param('messenger')) === parts.telegram;
    const result = isTelegram
      ? actOnTelegram(parts.telegram.phone(id), action)
      : actOnViber(parts.viber.phone(id), action);
    return context.json(result);
  });

  app.get('/:messenger/journal', (context) => {
    const { journal } = messengerOf(context.req.param('messenger'));
    const requests = journal.requests(context.req.query('method'));
    return context.json({
      receivedCount: journal.totalReceivedCount(),
      repeats: journal.repeats(),
      requests: requests.slice(-200),
    });
  });
  app.get('/reached', (context) => {
    const words = z.string().min(1).parse(context.req.query('words'));
    const [telegram, viber] = [parts.telegram.journal.reached(words), parts.viber.journal.reached(words)];
    return context.json({
      countedSince,
      people: [...telegram.people, ...viber.people],
      doubled: telegram.doubled + viber.doubled,
    });
  });
  app.post('/:messenger/faults', async (context) => {
    const { faults } = messengerOf(context.req.param('messenger'));
    faults.add(fault.parse(await context.req.json()));
    return context.body(null, 204);
  });
  app.delete('/:messenger/faults', (context) => {
    messengerOf(context.req.param('messenger')).faults.clear();
    return context.body(null, 204);
  });

  app.get('/media/:messenger/:id', (context) => {
    const { files } = messengerOf(context.req.param('messenger')).state;
    const file = files.get(context.req.param('id'));
    if (file === undefined) return context.json({ error: 'no such file' }, 404);
    // whatever a chat contains, it must not run as a page
    return context.body(new Uint8Array(file.bytes), 200, {
      'content-type': file.contentType,
      'content-security-policy': 'sandbox',
      'x-content-type-options': 'nosniff',
    });
  });
  app.get('/events', (context) =>
    streamSSE(context, (stream) =>
      streamEvents(stream, {
        feed: parts.feed,
        receivedCount: (messenger) => parts[messenger].journal.totalReceivedCount(),
        isCrowd: (messenger, personId) => isCrowd(parts, messenger, personId),
      }),
    ),
  );
  return app;
}

/**
 * Browsers send `Origin` on what a foreign page starts, and a rebound name in `Host`; the service sends
 * neither.
 */
function isFromThisMachine(request: HonoRequest): boolean {
  return request.header('origin') === undefined && isLoopbackUrl(request.url);
}

function isCrowd(parts: ControlParts, messenger: Messenger, personId: string): boolean {
  return parts[messenger].state.chats.chat(personId)?.person.crowd === true;
}
