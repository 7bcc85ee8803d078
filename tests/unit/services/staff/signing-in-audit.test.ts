import { expect, it } from 'vitest';
import { firstAccount, HEAD_EMAIL, PASSWORD, staffServices } from '../../../support/staff-services.js';

it('the audit has who came in, who went out and who was not let in, without what they typed', async () => {
  const { staff, audit } = staffServices();
  const id = await firstAccount(staff);
  const from = 'Firefox, Windows · 10.20.*.*';
  const secret = await staff.sessions.start(id, { proof: 'second-factor', from });
  await staff.sessions.end(secret);
  await staff.sessions.end(secret);
  const attempt = { password: 'не той пароль', clientAddress: '203.0.113.7' };
  await expect(staff.signIn({ ...attempt, email: HEAD_EMAIL })).rejects.toThrow();
  await expect(staff.signIn({ ...attempt, email: 'stranger@example.org' })).rejects.toThrow();
  expect(
    audit.entries.slice(1).map(({ action, actorId, subject, after }) => [action, actorId, subject, after]),
  ).toEqual([
    ['session.start', id, id, '{"proof":"second-factor"}'],
    ['session.end', id, id, null],
    ['session.refuse', 'system', id, '{"reason":"password"}'],
    ['session.refuse', 'system', 'unknown', '{"reason":"password"}'],
  ]);
  const text = JSON.stringify(audit.entries);
  for (const typed of ['stranger', HEAD_EMAIL, PASSWORD, 'не той']) expect(text).not.toContain(typed);
});
