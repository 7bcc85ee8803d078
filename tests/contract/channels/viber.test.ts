import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { registerViberWebhook } from '../../../src/channels/viber/account.js';
import { createViberChannel } from '../../../src/channels/viber/channel.js';
import { startEmulators } from '../../../src/sandbox/emulators/start.js';
import { closedOrigin } from './closed-port.js';
import { describeChannel } from './describe-channel.js';

const PUBLIC_URL = 'https://nizhyn.example';

describeChannel('viber', async () => {
  const { viber, close } = await startEmulators({ limits: { viber: false } });
  const { apiRoot, token } = viber;
  const look = {
    senderName: 'Ніжинська міська рада',
    pictureUrl: (name: string) => `${PUBLIC_URL}/media/${name}`,
  };
  // Viber sends nothing before a webhook answers.
  const city = createServer((request, response) => {
    request.resume().on('end', () => response.end());
  });
  await new Promise<void>((resolve) => {
    city.listen(0, '127.0.0.1', resolve);
  });
  const { port } = city.address() as AddressInfo;
  viber.webhookRoutes.add(new URL(PUBLIC_URL).host, `http://127.0.0.1:${port}`);
  await registerViberWebhook({ token, apiRoot, publicUrl: PUBLIC_URL }, AbortSignal.timeout(2_000));
  return {
    channel: createViberChannel({ token, apiRoot, ...look }),
    withWrongToken: createViberChannel({ token: 'wrong-token-of-nobody', apiRoot, ...look }),
    withoutServer: createViberChannel({ token, apiRoot: await closedOrigin(), ...look }),
    secrets: [token, 'wrong-token-of-nobody'],
    faults: viber.faults,
    addPerson: () => viber.addPerson({ status: 'active' }).id,
    leave: (address) => viber.phone(address).unsubscribe(),
    nobody: 'AAAAAAAAAAAAAAAAAAAAAA==',
    received: (address) =>
      viber
        .phone(address)
        .messages()
        .filter(({ from }) => from === 'bot'),
    close: async () => {
      await close();
      city.closeAllConnections();
      await new Promise((resolve) => city.close(resolve));
    },
  };
});
