import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { registerViberWebhook, viberAccount } from '../../../src/channels/viber/account.js';
import { createViberChannel } from '../../../src/channels/viber/channel.js';
import { viberWebhook } from '../../../src/channels/viber/webhook.js';
import type { InboundEvent, RemoteFile } from '../../../src/domain/inbound-event.js';
import { type Emulators, startEmulators } from '../../../src/sandbox/emulators/start.js';
import { silentLogger } from '../../support/silent-logger.js';
import { until } from '../../support/until.js';
import { recordingIntake } from './recording-intake.js';
import { type Served, serveApp, serveMessenger } from './serve.js';

const PUBLIC_URL = 'https://nizhyn.example';

describe('a conversation in Viber', () => {
  const intake = recordingIntake();
  let emulators: Emulators;
  let channel: ReturnType<typeof createViberChannel>;
  let city: Served;

  beforeAll(async () => {
    emulators = await startEmulators({ viberCallbackRetryDelaysMs: [20, 20, 20] });
    const { token, apiRoot, webhookRoutes } = emulators.viber;
    channel = createViberChannel({ token, apiRoot, senderName: 'Рада', pictureUrl: () => undefined });
    const welcome = async ({ context }: { context: string | undefined }) => ({
      format: 'plain' as const,
      text: `Вітаємо! (${context})`,
    });
    city = await serveApp(viberWebhook({ token, intake, welcome, channel, log: silentLogger }));
    webhookRoutes.add(new URL(PUBLIC_URL).host, city.origin);
    await registerViberWebhook({ token, apiRoot, publicUrl: PUBLIC_URL }, AbortSignal.timeout(2_000));
  });
  afterAll(async () => {
    await emulators.close();
    await city.close();
  });
  beforeEach(() => {
    intake.updates.length = 0;
    intake.failing = false;
  });

  const signal = () => AbortSignal.timeout(5_000);
  const events = () => intake.updates.map(({ body }) => channel.parse(body, new Date()));
  const arrival = (kind: InboundEvent['kind']) =>
    until(`an event of kind ${kind}`, () => events().find((event) => event?.kind === kind));

  it('was announced with a probe, which is kept', async () => {
    const account = await viberAccount(emulators.viber, signal());
    expect(account).toEqual({
      name: 'Ніжинська міська рада',
      webhook: `${PUBLIC_URL}/webhooks/viber`,
      uri: 'visnyk-sandbox',
      subscribersCount: 0,
    });
  });

  it('begins with a welcome that the person sees', async () => {
    const phone = newPhone();
    phone.open('qr-ploshcha');
    expect(await arrival('subscribed')).toMatchObject({
      kind: 'subscribed',
      greet: false,
      context: 'qr-ploshcha',
    });
    await until('the welcome', () => phone.messages().length === 1);
    expect(phone.messages()[0]?.text).toBe('Вітаємо! (qr-ploshcha)');
    expect(
      phone
        .keyboard()
        ?.rows.flat()
        .map(({ label }) => label),
    ).toEqual(['Меню']);
  });

  it('goes on by pressed buttons', async () => {
    const phone = newPhone('active');
    const keyboard = {
      placement: 'question',
      rows: [[{ label: 'Так', action: { kind: 'command', data: 'yes' } }]],
    } as const;
    const messageId = await say({ keyboard }, phone.personId);
    const delivered = { kind: 'receipt', status: 'delivered', address: phone.personId, messageId };
    await until('its receipt', () =>
      events().some((event) => event?.kind === 'receipt' && event.messageId === messageId),
    );
    expect(events()).toContainEqual(expect.objectContaining(delivered));
    phone.pressKey('Так');
    expect(await arrival('button')).toMatchObject({ data: 'yes', person: { address: phone.personId } });
    expect(phone.messages()).toHaveLength(1);
  });

  it('brings a place by its button', async () => {
    const phone = newPhone('active');
    const keyboard = {
      placement: 'question',
      rows: [[{ label: 'Надіслати моє місце', action: { kind: 'request-location' } }]],
    } as const;
    await say({ keyboard }, phone.personId);
    phone.pressKey('Надіслати моє місце');
    expect(await arrival('message')).toMatchObject({
      place: { latitude: 51.048, longitude: 31.8869 },
    });
  });

  it('loses nothing while callbacks cannot be stored', async () => {
    intake.failing = true;
    const triedBefore = intake.tries;
    newPhone().say('Не горить ліхтар');
    await until('a refused try', () => intake.tries > triedBefore);
    intake.failing = false;
    expect(await arrival('message')).toMatchObject({ text: 'Не горить ліхтар' });
  });

  it('brings a photo, which comes down as it was sent', async () => {
    const bytes = Buffer.from('не справжнє фото');
    newPhone().sendPhoto({ bytes, caption: 'Ось тут' });
    const file = filesOf(await arrival('message'))[0];
    if (!file) throw new Error('the event holds no file');
    expect(await channel.fetchFile(file, signal())).toEqual({ bytes, contentType: 'image/jpeg' });
    const unknown = new URL('/media/nothing', file.ref).href;
    await expect(channel.fetchFile({ ...file, ref: unknown }, signal())).rejects.toMatchObject({
      reason: 'gone',
    });
  });

  it('takes no file over 20 MB, and none from our own network or without https', async () => {
    const endless = await serveMessenger((_, response) => {
      response.writeHead(200, { 'content-type': 'video/mp4' });
      const megabyte = Buffer.alloc(1 << 20);
      for (let i = 0; i < 22; i += 1) response.write(megabyte);
      response.end();
    });
    const file = {
      kind: 'video',
      ref: `${endless.origin}/v`,
      name: undefined,
      contentType: undefined,
    } as const;
    const remote = { ...file, sizeBytes: undefined, durationSeconds: undefined };
    await expect(channel.fetchFile(remote, signal())).rejects.toMatchObject({ reason: 'tooLarge' });
    await endless.close();
    const real = createViberChannel({
      token: 't',
      apiRoot: 'https://chatapi.viber.com/pa',
      senderName: 'Рада',
      pictureUrl: () => undefined,
    });
    for (const ref of [
      'http://127.0.0.1/x',
      'https://127.0.0.1/x',
      'https://[::1]/x',
      'file:///x',
      'не адреса',
    ])
      await expect(real.fetchFile({ ...remote, ref }, signal())).rejects.toMatchObject({ reason: 'gone' });
  });

  function newPhone(status: 'active' | 'stranger' = 'stranger') {
    return emulators.viber.phone(emulators.viber.addPerson({ status }).id);
  }

  async function say(content: object, address: string): Promise<string | undefined> {
    const part = channel.render({ format: 'plain', text: 'Надсилати вам новини?', ...content }).parts[0];
    if (!part) throw new Error('nothing to send');
    const uploads = { read: () => Promise.reject(new Error()), reference: () => undefined };
    return (await channel.send({ addresses: [address], part, uploads }, signal())).messageIds[0];
  }
});

function filesOf(event: InboundEvent): readonly RemoteFile[] {
  return event.kind === 'message' ? event.files : [];
}
