import { expect, test } from '../harness/test.js';
import { Phone } from './phone.js';

/** Later times, so that the booking is far enough off to be changed. */
const PAGES_ON = 4;

test('a citizen books, moves and cancels by text message', async ({ page, words }) => {
  const phone = await Phone.add(page, words('13600001111', '13600002222'));
  await expect.soft(page).toHaveTitle(/阳光热线|Sunline/);

  expect(await phone.say(words('预约', 'BOOK'))).toContain(words('选事项', 'Service:'));
  let answer = await phone.say('1');
  if (answer.includes(words('选地点', 'Place:'))) answer = await phone.say('1');
  for (let turned = 0; turned < PAGES_ON; turned += 1) {
    expect(answer).toContain(words('选时间', 'Time:'));
    answer = await phone.say('0');
  }
  expect(await phone.say('1')).toContain(words('1确认', '1 yes'));
  const confirmed = await phone.say('1');
  expect(confirmed).toContain(words('已预约', 'booked'));
  const code = /Y[0-9A-Z]{9}/.exec(confirmed)?.[0] ?? '';

  expect(await phone.say(words(`查 ${code}`, `STATUS ${code}`))).toContain(words('已预约', 'is booked'));
  expect(await phone.say(words(`改期 ${code}`, `MOVE ${code}`))).toContain(words('选时间', 'Time:'));
  for (let turned = 0; turned < PAGES_ON + 1; turned += 1) await phone.say('0');
  expect(await phone.say('1')).toContain(words('改到', 'Move'));
  expect(await phone.say('1')).toContain(words('已改到', 'moved to'));

  expect(await phone.say(words('取消预约', 'DROP'))).toContain(code);
  expect(await phone.say('1')).toContain(words('已取消', 'cancelled'));
  expect(await phone.say(words('人工', 'AGENT'))).toContain(words('致电给您', 'will call you'));
});

test('a citizen asks by text message how a place on the waitlist and a request to be called stand', async ({
  page,
  api,
  words,
}) => {
  const number = words('13600003333', '13600004444');
  const citizen = await api();
  const contact = { phone: number, language: words('zh-CN', 'en') };
  const wish = { kind: 'callback', contact };
  const { code } = await citizen.ask<{ code: string }>('POST', '/api/appointments/contact-requests', wish);
  const phone = await Phone.add(page, number);
  const ask = (of: string) => phone.say(words(`查 ${of}`, `STATUS ${of}`));
  expect(await ask(code)).toContain(words('前致电给您', 'we call you by'));
  await citizen.ask('POST', `/api/appointments/contact-requests/${code}/take-back`, {});
  expect(await ask(code)).toContain(words('已撤回', 'withdrawn'));
  expect(await ask('W346FGHJKM')).toContain(words('没有此预约', 'no such booking'));
});
