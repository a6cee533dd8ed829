import { Controller, Get } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newSessionKey } from '../auth/session-token.js';
import { configureHttp } from './configure-http.js';
import { appOf, FixedKeys, HttpUnderTest, ThingsController, type Answer } from './http-under-test.fixture.js';

@Controller()
class OpenController {
  @Get('open')
  open(): string {
    return '';
  }
}

let http: HttpUnderTest;
beforeAll(async () => {
  http = await HttpUnderTest.start();
});
afterAll(() => http.close());

function dispatch(headers: Record<string, string>): Promise<Answer> {
  return http.call('POST', 'dispatch', { headers });
}

describe('access', () => {
  it('is refused without a session, with one that is over, changed, or signed by somebody else', async () => {
    const token = await http.tokenOf(['operator']);
    const other = await http.tokenOf(['operator'], undefined, await newSessionKey());
    const over = await http.tokenOf(['operator'], new Date(Date.now() - 1000));
    const unsigned = `${token.split('.').slice(0, 2).join('.')}.`;
    for (const bearer of ['', over, other, unsigned, `${token}A`, 'x.y.z']) {
      const { status, body } = await dispatch(bearer ? { authorization: `Bearer ${bearer}` } : {});
      expect([bearer, status, body.type]).toEqual([bearer, 401, '/problems/unauthenticated']);
    }
  });

  it('is refused to other roles', async () => {
    const { status } = await dispatch({ authorization: `Bearer ${await http.tokenOf(['handler'])}` });
    expect(status).toBe(403);
  });

  it('by cookie needs the CSRF header to change something, not to read', async () => {
    const cookie = `theme=dark; sunline_session=${await http.tokenOf(['operator'])}`;
    expect((await dispatch({ cookie, 'if-match': '"4"' })).body.type).toBe('/problems/csrf');
    const allowed = await dispatch({ cookie, 'if-match': '"4"', 'x-sunline-csrf': '1' });
    expect(allowed.body).toMatchObject({ actor: { name: '王', roles: ['operator'] }, based: 4 });
    expect((await http.call('GET', 'mine', { headers: { cookie } })).body).toMatchObject({ kind: 'staff' });
  });

  it('to a public route counts a doubtful session as none', async () => {
    const cookie = `sunline_session=${await http.tokenOf(['operator'])}`;
    expect((await http.call('POST', 'anybody', { headers: { cookie } })).body).toEqual({ kind: 'citizen' });
    const sure = await http.call('POST', 'anybody', { headers: { cookie, 'x-sunline-csrf': '1' } });
    expect(sure.body).toMatchObject({ kind: 'staff' });
    const over = `sunline_session=${await http.tokenOf(['operator'], new Date(0))}`;
    expect((await http.call('GET', '', { headers: { cookie: over } })).status).toBe(200);
  });

  it('needs If-Match for an update: 428 without, 400 for anything but our ETags', async () => {
    const authorization = `Bearer ${await http.tokenOf(['operator'])}`;
    expect((await dispatch({ authorization })).status).toBe(428);
    for (const etag of ['4', '*', 'W/"4"', '"4", "5"', '"-1"']) {
      expect([etag, (await dispatch({ authorization, 'if-match': etag })).status]).toEqual([etag, 400]);
    }
  });

  it('waits for the gateway’s keys with 503 when none were ever had', async () => {
    const absent = new FixedKeys();
    absent.away = true;
    const lonely = await appOf(ThingsController, absent);
    configureHttp(lonely);
    await lonely.init();
    const headers = { authorization: `Bearer ${await http.tokenOf(['operator'])}` };
    const { statusCode } = await lonely.inject({ url: '/things/mine', headers });
    await lonely.close();
    expect(statusCode).toBe(503);
  });

  it('must be declared for every route, or the service does not start', async () => {
    const open = await appOf(OpenController, new FixedKeys());
    expect(() => configureHttp(open)).toThrow('GET /open (OpenController.open)');
    await open.close();
  });
});
