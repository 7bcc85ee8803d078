import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { aResident } from '../../support/resident.js';
import { ADMIN_TOKEN } from '../../support/service.js';
import { until } from '../../support/until.js';
import { aWorld, type World } from '../../support/world.js';

const deployed = (name: string) =>
  readFileSync(new URL(`../../../src/deploy/${name}`, import.meta.url), 'utf8');
/** Prometheus makes this one itself. */
const OF_PROMETHEUS = ['up'];

let world: World;
beforeAll(async () => {
  world = await aWorld({ emulators: { limits: { telegram: false, viber: false } } });
  await world.start();
});
afterAll(() => world.close());

async function metrics(): Promise<string> {
  const response = await fetch(`${world.url}/metrics`, {
    headers: { authorization: `Bearer ${ADMIN_TOKEN}` },
  });
  return response.text();
}

/** Names of metrics in an expression of PromQL: ours, Node's and the process's. */
function metricsIn(expression: string): string[] {
  return expression.match(/\b(?:visnyk|http|nodejs|process)_[a-z0-9_]+|\bup\b/g) ?? [];
}

describe('/metrics', () => {
  it('counts what becomes of messages, and shows empty queues as empty', async () => {
    const resident = aResident(world.emulators, 'telegram', 'Марія');
    await resident.sees('Вітаємо!');
    const text = await until('the outcome', async () => {
      const found = await metrics();
      return /visnyk_outbox_outcomes_total\{source="message",status="sent"\} [1-9]/.test(found) && found;
    });
    expect(text).toContain('visnyk_queue_waiting{queue="residents",channel="telegram"} 0');
    expect(text).toContain('visnyk_queue_oldest_seconds{queue="replies",channel="viber"} 0');
    expect(text).not.toContain('Марія');
  });

  it('shows how long a reply has waited while the messenger does not take it', async () => {
    const { telegram } = world.emulators;
    telegram.faults.add({
      times: 1,
      method: 'sendMessage',
      answer: { kind: 'throttle', retryAfterSeconds: 30 },
    });
    aResident(world.emulators, 'telegram', 'Олег');
    const signs = [
      /visnyk_outbox_silences_total\{channel="telegram",code="telegram\.429"\} 1$/m,
      /visnyk_queue_waiting\{queue="replies",channel="telegram"\} [1-9]/m,
      /visnyk_queue_oldest_seconds\{queue="replies",channel="telegram"\} (?!0$)/m,
    ];
    await until(
      'the silence, the reply and its age',
      async () => {
        const text = await metrics();
        return signs.every((sign) => sign.test(text));
      },
      15_000,
    );
  });
});

describe('what watches', () => {
  const rules = z
    .object({
      groups: z.array(z.object({ rules: z.array(z.object({ alert: z.string(), expr: z.string() })) })),
    })
    .parse(parse(deployed('alerts.yml')))
    .groups.flatMap((group) => group.rules);
  const { panels } = z
    .object({ panels: z.array(z.object({ targets: z.array(z.object({ expr: z.string() })) })) })
    .parse(JSON.parse(deployed('dashboard.json')));

  it('asks only for metrics that the service has', async () => {
    const text = await metrics();
    const asked = [...rules, ...panels.flatMap(({ targets }) => targets)].flatMap(({ expr }) =>
      metricsIn(expr),
    );
    expect(asked.length).toBeGreaterThan(15);
    for (const name of asked.filter((one) => !OF_PROMETHEUS.includes(one)))
      expect(text, name).toContain(`# TYPE ${name.replace(/_(bucket|count|sum)$/, '')} `);
  });
});
