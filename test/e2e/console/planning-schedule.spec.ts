import { shiftDay } from '../../../libs/common/src/calendar/zone.js';
import { expect, test } from '../harness/test.js';
import { chooseSite, confirm, TABLET_AND_DESK } from './planning.js';

const site = { zh: '石桥镇便民服务中心', en: 'Nanshan Township Service Centre' } as const;

test('the weeks of a site: whether each keeps the promise of extended service, and whether it is published', async ({
  page,
  signIn,
  words,
  checkAccessibility,
  lookAt,
}) => {
  await signIn('supervisor1');
  await page.goto('/console/schedule');
  await chooseSite(page, words, site);
  const weeks = page.getByRole('table', { name: words('今后八周', 'The next eight weeks') });
  await expect(weeks.getByRole('row')).toHaveCount(9);
  await expect(weeks).toContainText(words('符合承诺', 'as promised'));
  await checkAccessibility();
  await lookAt('console-schedule-weeks', TABLET_AND_DESK);
});

test('a window’s week is changed a session at a time and saved as a whole', async ({
  page,
  signIn,
  words,
  checkAccessibility,
  lookAt,
}) => {
  await signIn('supervisor1');
  await page.goto('/console/schedule?view=windows');
  await chooseSite(page, words, site);
  const evening = page.getByRole('button', { name: words('周三晚间', 'Wednesday, Evening') });
  await expect(evening).toContainText(words('不开', 'shut'));
  await evening.click();
  await page.getByLabel(words('开放', 'Open'), { exact: true }).check();
  await page.getByRole('button', { name: words('改这一格', 'Change this one') }).click();
  await expect(page.getByRole('alert')).toContainText(words('请填写', 'Give both'));
  await page.getByLabel(words('开始', 'From'), { exact: true }).fill('17:30');
  await page.getByLabel(words('结束', 'To'), { exact: true }).fill('19:00');
  await checkAccessibility();
  await page.getByRole('button', { name: words('改这一格', 'Change this one') }).click();
  await expect(evening).toBeFocused();
  await expect(evening).toContainText('17:30–19:00');
  const save = page.getByRole('button', { name: words('保存这一周', 'Save the week') });
  await lookAt('console-schedule-window', TABLET_AND_DESK);
  await save.click();
  await confirm(page, words('保存这一周', 'Save the week'));
  await expect(page.getByRole('status').filter({ hasText: words('已保存', 'saved') })).toBeVisible();
  await expect(save).toBeDisabled();

  // Back as it was: the other tests find the county they know.
  await evening.click();
  await page.getByLabel(words('开放', 'Open'), { exact: true }).uncheck();
  await page.getByRole('button', { name: words('改这一格', 'Change this one') }).click();
  await save.click();
  await confirm(page, words('保存这一周', 'Save the week'));
  await expect(evening).toContainText(words('不开', 'shut'));
  await expect(save).toBeDisabled();
});

test('a closure says what it does before it is entered, and is taken back', async ({
  page,
  signIn,
  words,
  checkAccessibility,
  lookAt,
}) => {
  await signIn('supervisor1');
  await page.goto('/console/schedule?view=closures');
  await chooseSite(page, words, site);
  const add = page.getByRole('button', { name: words('登记停办', 'Enter a closure') });
  await add.click();
  await expect(page.getByRole('alert')).toContainText(words('请填写', 'Give both days'));
  // Beyond what can be booked: nobody loses a booking of the demo county.
  const day = shiftDay(new Date().toISOString().slice(0, 10), 200);
  await page.getByLabel(words('第一天', 'First day')).fill(day);
  await page.getByLabel(words('最后一天', 'Last day')).fill(day);
  await page.getByLabel(words('说明（中文）', 'Reason (Chinese)')).fill('电路检修');
  await page.getByLabel(words('说明（英文）', 'Reason (English)')).fill('Work on the power lines');
  await add.click();
  const question = page.getByRole('dialog');
  await expect(question).toContainText(words('请他们改约', 'asked to move'));
  await checkAccessibility();
  await question.getByRole('button').first().click();
  const closure = page.getByRole('listitem').filter({ hasText: words('电路检修', 'Work on the power lines') });
  await expect(closure).toBeVisible();
  await lookAt('console-schedule-closures', TABLET_AND_DESK);
  await closure.getByRole('button').click();
  await question.getByRole('button').first().click();
  await expect(closure).toBeHidden();
});

test('a single day is entered and taken back', async ({ page, signIn, words, checkAccessibility, lookAt }) => {
  await signIn('supervisor1');
  await page.goto('/console/schedule?view=exceptions');
  await chooseSite(page, words, site);
  await page
    .getByLabel(words('日期', 'Day'), { exact: true })
    .fill(shiftDay(new Date().toISOString().slice(0, 10), 201));
  await page.getByLabel(words('说明（中文）', 'Reason (Chinese)')).fill('业务培训');
  await page.getByLabel(words('说明（英文）', 'Reason (English)')).fill('Training');
  await page.getByRole('button', { name: words('增加调整', 'Add a single day') }).click();
  const question = page.getByRole('dialog');
  await expect(question).toContainText(words('不开放', 'shut'));
  await question.getByRole('button').first().click();
  const exception = page.getByRole('listitem').filter({ hasText: words('业务培训', 'Training') });
  await expect(exception).toBeVisible();
  await checkAccessibility();
  await lookAt('console-schedule-exceptions', TABLET_AND_DESK);
  await exception.getByRole('button').click();
  await question.getByRole('button').first().click();
  await expect(exception).toBeHidden();
});
