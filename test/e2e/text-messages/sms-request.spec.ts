import { expect, test } from '../harness/test.js';
import { Phone } from './phone.js';

test('a citizen reports something by text message, in the middle of a booking, and follows it', async ({
  page,
  words,
}) => {
  const phone = await Phone.add(page, words('13600005555', '13600006666'));
  expect(await phone.say(words('预约', 'BOOK'))).toContain(words('选事项', 'Service:'));

  expect(await phone.say(words('路灯坏了', 'The street lamp is broken'))).toContain(words('什么地方', 'Where is it'));
  expect(await phone.say(words('清河镇幸福路12号', '12 Station Road, Qinghe'))).toContain(
    words('什么时候', 'When did it happen'),
  );
  expect(await phone.say('0')).toContain(words('1提交', '1 send'));
  expect(await phone.say('2')).toContain(words('1事情', '1 what'));
  expect(await phone.say('3')).toContain(words('什么时候', 'When did it happen'));
  expect(await phone.say(words('昨天晚上', 'last night'))).toContain(words('时间、地点', 'When, where'));
  const receipt = await phone.say('1');
  expect(receipt).toContain(words('已登记', 'registered'));
  const code = /(?:查询码|code )(\w{6})/.exec(receipt)?.[1] ?? '';
  expect(await phone.say(words(`查 ${code}`, `STATUS ${code}`))).toContain(words('已登记', 'registered'));

  // The booking has waited: the next number is its answer.
  expect(await phone.say('1')).toMatch(/选地点|选时间|Place:|Time:/);
});
