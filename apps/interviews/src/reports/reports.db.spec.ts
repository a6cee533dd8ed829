import { DEMO_UNITS } from '@app/common/contracts/demo-county.js';
import { staff } from '@app/common/testing/test-sessions.js';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { InstructionRow } from '../instructions/instruction.dto.js';
import { InterviewsUnderTest, PEOPLE } from '../testing/interviews-under-test.fixture.js';
import type { ReportDetail, ReportPage } from './report.dto.js';

jest.setTimeout(60_000);

describe('the weekly report', () => {
  let service: InterviewsUnderTest;
  beforeAll(async () => {
    service = await InterviewsUnderTest.start();
  });
  afterAll(() => service.close());

  it('is drafted by itself on Monday, edited, signed off, and frozen from then on; its instruction is followed to the end', async () => {
    const { id: caseId } = await service.opened();
    await service.held(caseId);
    await service.verify(caseId, true);
    await service.liveUntil('2026-11-30T08:00:00+08:00');
    const drafts = await service.send<ReportPage>(PEOPLE.supervisor, 'GET', '/reports');
    const draft = drafts.body.items.find(({ week }) => week === '2026-W48');
    expect(draft).toMatchObject({ state: 'draft', draftedBy: null, number: null });
    const path = `/reports/${draft?.id}`;
    expect(await service.send(PEOPLE.leader, 'GET', path)).toMatchObject({ status: 404 });

    const summary = { summary: '本周约谈一件，群众满意。' };
    const edited = await service.send<ReportDetail>(PEOPLE.supervisor, 'PUT', path, { body: summary, version: 1 });
    expect(edited.body).toMatchObject({
      ...summary,
      version: 2,
      content: { figures: { opened: 1, held: 1, satisfied: 1 } },
    });
    expect(await service.send(PEOPLE.supervisor, 'POST', `${path}/sign-off`, { version: 1 })).toMatchObject({
      status: 412,
    });
    const signed = await service.send<ReportDetail>(PEOPLE.supervisor, 'POST', `${path}/sign-off`, { version: 2 });
    expect(signed).toMatchObject({ status: 200, body: { state: 'signed_off', number: '〔2026〕第1期' } });

    const again = { body: summary, version: 3 };
    expect(await service.send(PEOPLE.supervisor, 'PUT', path, again)).toMatchObject({ status: 409 });
    for (const sql of [
      `UPDATE weekly_report SET summary = ''`,
      'DELETE FROM weekly_report',
      'TRUNCATE weekly_report CASCADE',
    ]) {
      await expect(service.dataSource.query(sql)).rejects.toThrow('it has been issued');
    }

    const head = staff('unit_head', { unitId: DEMO_UNITS.housing });
    const given = await service.send<InstructionRow>(PEOPLE.leader, 'POST', `${path}/instructions`, {
      body: { unitId: DEMO_UNITS.housing, text: '请全面排查路灯', dueOn: '2026-12-04' },
    });
    expect(given).toMatchObject({ status: 201, body: { state: 'open', reportNumber: '〔2026〕第1期' } });
    await service.liveUntil('2026-12-04T17:31:00+08:00');
    const instruction = `/instructions/${given.body.id}`;
    expect(await service.send(PEOPLE.supervisor, 'POST', `${instruction}/strike-off`)).toMatchObject({ status: 409 });
    const report = { body: { text: '已排查完毕' } };
    expect(await service.send(PEOPLE.stranger, 'POST', `${instruction}/report-back`, report)).toMatchObject({
      status: 404,
    });
    const back = await service.send<InstructionRow>(head, 'POST', `${instruction}/report-back`, report);
    expect(back.body).toMatchObject({ state: 'reported_back', overdueAt: '2026-12-04T09:31:00.000Z' });
    expect(await service.send(PEOPLE.supervisor, 'POST', `${instruction}/strike-off`)).toMatchObject({
      status: 200,
      body: { state: 'struck_off' },
    });
  });

  it('is a Word document, the same bytes whenever it is asked for after the sign-off', async () => {
    const draft = await service.send<ReportDetail>(PEOPLE.supervisor, 'POST', '/reports', {
      body: { week: '2026-W47' },
    });
    const path = `/reports/${draft.body.id}`;
    await service.send(PEOPLE.supervisor, 'POST', `${path}/sign-off`, { version: draft.body.version });
    const headers = await service.sessions.headersFor(PEOPLE.leader);
    const fetched = async (): Promise<Buffer> => {
      const url = `/api/interviews${path}/document`;
      return (await service.app.getHttpAdapter().getInstance().inject({ url, headers })).rawPayload;
    };
    const first = await fetched();
    expect(first.subarray(0, 2).toString()).toBe('PK');
    expect((await fetched()).equals(first)).toBe(true);
  });

  it('covers no week to come', async () => {
    const draft = (week: string) => service.send(PEOPLE.supervisor, 'POST', '/reports', { body: { week } });
    expect(await draft('2026-W52')).toMatchObject({ status: 422, body: { rule: 'week-not-begun' } });
    expect(await draft('2025-W53')).toMatchObject({ status: 422, body: { rule: 'no-such-week' } });
    expect(await draft('2026-47')).toMatchObject({ status: 400 });
  });
});
