import { createTelegramChannel } from '../../../src/channels/telegram/channel.js';
import { startEmulators } from '../../../src/sandbox/emulators/start.js';
import { closedOrigin } from './closed-port.js';
import { describeChannel } from './describe-channel.js';

describeChannel('telegram', async () => {
  const { telegram, close } = await startEmulators({ limits: { telegram: false } });
  const { apiRoot, token } = telegram;
  const wrongToken = '7000000002:AAWrongTokenOfNobody00000000000000000';
  return {
    channel: createTelegramChannel({ token, apiRoot }),
    withWrongToken: createTelegramChannel({ token: wrongToken, apiRoot }),
    withoutServer: createTelegramChannel({ token, apiRoot: await closedOrigin() }),
    secrets: [token, wrongToken],
    faults: telegram.faults,
    addPerson: () => telegram.addPerson({ status: 'active' }).id,
    leave: (address) => telegram.phone(address).block(),
    nobody: '404404404',
    received: (address) =>
      telegram
        .phone(address)
        .messages()
        .filter(({ from }) => from === 'bot'),
    close,
  };
});
