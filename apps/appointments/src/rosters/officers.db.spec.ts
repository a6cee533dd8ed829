import { newId } from '@app/common/persistence/id.js';
import { FakeClock } from '@app/common/testing/fake-clock.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CLOSED_ACCOUNT, HANDLER_ACCOUNT } from '../accounts/directory.fixture.js';
import { HALL, HALL_POST, OFFICER_A } from '../seed/small-county.fixture.js';
import type { OfficerPage, OfficerRow, PostSeats, PostSeatsList } from './officer.dto.js';
import { RostersUnderTest } from './rosters-under-test.fixture.js';

let rosters: RostersUnderTest;

beforeAll(async () => {
  rosters = await RostersUnderTest.start(new FakeClock('2026-11-24T09:00:00+08:00'));
});
afterAll(() => rosters.close());

async function added(name: string, qualifications: string[] = []): Promise<OfficerRow> {
  const payload = { siteId: HALL, name, qualifications, mayLead: false };
  return (await rosters.call('POST', '/officers', { payload })).json();
}

async function post(): Promise<PostSeats> {
  const list: PostSeatsList = (await rosters.call('GET', `/posts/seats?site=${HALL}`)).json();
  const found = list.items.find(({ id }) => id === HALL_POST);
  if (!found) throw new Error('the hall has no such post');
  return found;
}

describe('an officer', () => {
  it('is added with qualifications in the county’s own words, and what was only typed around the name is left out', async () => {
    const officer = await added('  孙丽 ', ['婚姻登记']);
    expect(officer).toMatchObject({ name: '孙丽', qualifications: ['婚姻登记'], active: true, version: 1 });
    expect(await rosters.ledgerOf(officer.id)).toEqual(['added']);
    const page: OfficerPage = (await rosters.call('GET', `/officers?site=${HALL}&limit=100`)).json();
    expect(page.items.map(({ id }) => id)).toContain(officer.id);
  });

  it.each([{ name: ' ' }, { qualifications: [''] }, { qualifications: ['a', 'a'] }, { mayLead: 'yes' }, { rank: 1 }])(
    'is refused where a field is wrong: %j',
    async (fault) => {
      const payload = { siteId: HALL, name: '孙丽', qualifications: [], mayLead: false, ...fault };
      expect((await rosters.call('POST', '/officers', { payload })).statusCode).toBe(400);
    },
  );

  it('is changed on the version that was seen, and not on one gone by', async () => {
    const { id, name, version } = await added('钱进');
    const payload = { name, qualifications: ['税务'], mayLead: true, active: true };
    const changed = await rosters.call('PUT', `/officers/${id}`, { payload, version });
    expect(changed.json()).toMatchObject({ qualifications: ['税务'], mayLead: true, version: 2 });
    const stale = await rosters.call('PUT', `/officers/${id}`, { payload, version });
    expect([stale.statusCode, stale.json().current]).toEqual([412, 2]);
  });

  it('is linked to an account, keeps it through other changes, and is parted from it again', async () => {
    const { id, name } = await added('周全');
    const { id: staffId } = HANDLER_ACCOUNT;
    const facts = { name, qualifications: [], mayLead: false, active: true };
    const change = async (version: number, over: object): Promise<OfficerRow> =>
      (await rosters.call('PUT', `/officers/${id}`, { payload: { ...facts, ...over }, version })).json();
    expect(await change(1, { staffId })).toMatchObject({ staffId, version: 2 });
    expect(await change(2, { mayLead: true })).toMatchObject({ staffId, mayLead: true });
    expect(await change(3, { staffId: null })).toMatchObject({ staffId: null });
    const wrong = await rosters.call('PUT', `/officers/${id}`, { payload: { ...facts, staffId: 'zhou' }, version: 4 });
    expect(wrong.statusCode).toBe(400);
  });

  it.each([
    ['the directory does not know', newId()],
    ['is out of use', CLOSED_ACCOUNT.id],
  ])('is not linked to an account that %s', async (_, staffId) => {
    const officer = await added('赵明');
    const { id, version, name } = officer;
    const payload = { name, qualifications: [], mayLead: false, active: true, staffId };
    const refused = await rosters.call('PUT', `/officers/${id}`, { payload, version });
    expect([refused.statusCode, refused.json().rule]).toEqual([422, 'no-such-account']);
    const fresh = { siteId: HALL, name: '钱明', qualifications: [], mayLead: false, staffId };
    expect((await rosters.call('POST', '/officers', { payload: fresh })).json().rule).toBe('no-such-account');
    const page: OfficerPage = (await rosters.call('GET', `/officers?site=${HALL}&limit=100`)).json();
    expect(page.items.find((one) => one.id === id)).toEqual(officer);
    expect(page.items.map((one) => one.name)).not.toContain('钱明');
  });

  it('leaves only when somebody else has the post, and is named for no post after that', async () => {
    const { items }: OfficerPage = (await rosters.call('GET', `/officers?site=${HALL}&limit=100`)).json();
    const seated = items.find(({ id }) => id === OFFICER_A);
    if (!seated) throw new Error('A does not work here');
    const { name, qualifications, mayLead, version } = seated;
    const leaving = { name, qualifications, mayLead, active: false };
    const refused = await rosters.call('PUT', `/officers/${OFFICER_A}`, { payload: leaving, version });
    expect([refused.statusCode, refused.json().rule, refused.json().postId]).toEqual([
      422,
      'officer-has-post',
      HALL_POST,
    ]);

    const { aOfficerId, bOfficerId, version: seen } = await post();
    const seat = (a: string | null, at: number) =>
      rosters.call('PUT', `/posts/${HALL_POST}/seats`, { payload: { aOfficerId: a, bOfficerId }, version: at });
    expect((await seat(null, seen)).statusCode).toBe(200);
    const left = await rosters.call('PUT', `/officers/${OFFICER_A}`, { payload: leaving, version });
    expect(left.json()).toMatchObject({ active: false });
    expect((await seat(aOfficerId, seen + 1)).json().rule).toBe('not-of-the-site');

    const back = await rosters.call('PUT', `/officers/${OFFICER_A}`, {
      payload: { ...leaving, active: true },
      version: version + 1,
    });
    expect(back.json()).toMatchObject({ active: true });
    expect((await seat(aOfficerId, seen + 1)).statusCode).toBe(200);
  });
});

it('a post is held by two people who are qualified for it', async () => {
  const { id: postId, aOfficerId, version } = await post();
  const stranger = await added('吴用');
  const seat = (bOfficerId: string | null) =>
    rosters.call('PUT', `/posts/${postId}/seats`, { payload: { aOfficerId, bOfficerId }, version });
  expect((await seat(aOfficerId)).json().rule).toBe('a-is-b');
  expect((await seat(stranger.id)).json()).toMatchObject({ status: 422, rule: 'officer-not-qualified', name: '吴用' });
  expect((await post()).version).toBe(version);
});
