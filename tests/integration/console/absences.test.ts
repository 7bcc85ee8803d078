import { describe, expect, it } from 'vitest';
import { AssigneeAway } from '../../../src/services/appeals/refusals.js';
import { anAppeal } from '../../support/console/builders.js';
import { consoleApp } from '../../support/console/console-app.js';
import { fakeAbsences } from '../../support/console/fake-absences.js';
import { fakeAppeals } from '../../support/console/fake-appeals.js';
import { open, submit } from '../../support/console/request-as.js';

const HOLIDAY = { from: '2026-11-20', to: '2026-12-04', substituteId: 'head' };
const form = { staffId: 'moderator', from: '2026-12-01', to: '2026-12-14', substitute: 'head' };

describe('the page of absences', () => {
  it('writes an absence down, shows it, and ends it', async () => {
    const { app } = consoleApp();
    expect((await open(app, '/absences', 'moderator')).html).toContain('Усі на роботі');
    const sent = await submit(app, '/absences', form, 'moderator');
    expect([sent.status, sent.location]).toEqual([303, '/absences?done=set']);
    const { html } = await open(app, '/absences', 'head');
    expect(html).toContain('Не буде: з 1 грудня до 14 грудня включно. Заміщує head.');
    expect((await submit(app, '/absences/moderator/end', {}, 'head')).location).toBe('/absences?done=end');
    expect((await open(app, '/absences', 'head')).html).toContain('Усі на роботі');
  });

  it('keeps what was typed where something is wrong', async () => {
    const { app } = consoleApp();
    const wrong = { ...form, to: '2026-11-30' };
    const { status, html } = await submit(app, '/absences', wrong, 'moderator');
    expect(status).toBe(422);
    expect(html).toContain('не раніший за перший');
    expect(html).toContain('value="2026-12-01"');
  });

  it('lets a moderator write down nobody’s absence but their own', async () => {
    const { app } = consoleApp();
    const { html } = await open(app, '/absences', 'moderator');
    const [, people = ''] = /<select[^>]*name="staffId"[^>]*>(.*?)<\/select>/s.exec(html) ?? [];
    expect(people.match(/<option/g)).toHaveLength(1);
    expect((await submit(app, '/absences', { ...form, staffId: 'head' }, 'moderator')).status).toBe(403);
  });
});

describe('an appeal of somebody who is away', () => {
  it('says who stands in, in the queue, on its page and in the choice of an assignee', async () => {
    const appeals = fakeAppeals([anAppeal({ assigneeId: 'moderator' })]);
    const { app } = consoleApp({ appeals, absences: fakeAbsences({ moderator: HOLIDAY }) });
    const page = await open(app, `/appeals/${encodeURIComponent('Н-2026-000123')}`, 'head');
    expect(page.html).toContain('Олена Коваль (не працює до 4 грудня, заміщує head)');
  });

  it('is offered to the substitute first, and given all the same to whoever is insisted on', async () => {
    const appeals = fakeAppeals([anAppeal()]);
    const { app } = consoleApp({ appeals, absences: fakeAbsences({ moderator: HOLIDAY }) });
    const assign = `/appeals/${encodeURIComponent('Н-2026-000123')}/assign`;
    appeals.refuseNext(
      new AssigneeAway('Олена Коваль', { id: 'head', name: 'Керівниця', until: '2026-12-04' }),
    );
    const { status, html } = await submit(app, assign, { assignee: 'moderator' }, 'administrator');
    expect(status).toBe(409);
    expect(html).toContain('не працює до 4 грудня включно, заміщує Керівниця');
    expect(html).toMatch(/<option value="head" selected/);
    expect(html).toContain('name="evenIfAway"');
    const again = { assignee: 'moderator', evenIfAway: 'yes' };
    expect((await submit(app, assign, again, 'administrator')).status).toBe(303);
  });
});
