import { describe, expect, it } from '@jest/globals';
import { readNotice } from './read-notice.js';

// The arrangement of 2026 as it was published (国办发明电〔2025〕7号).
const NOTICE_2026 = `国务院办公厅关于2026年
部分节假日安排的通知
国办发明电〔2025〕7号
各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
经国务院批准，现将2026年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫、疫情防控等工作。
国务院办公厅
2025年11月4日`;

describe('a notice of the State Council', () => {
  it('is read as it is published', () => {
    expect(readNotice(NOTICE_2026, 2026)).toEqual({
      holidays: [
        { from: '2026-01-01', to: '2026-01-03' },
        { from: '2026-02-15', to: '2026-02-23' },
        { from: '2026-04-04', to: '2026-04-06' },
        { from: '2026-05-01', to: '2026-05-05' },
        { from: '2026-06-19', to: '2026-06-21' },
        { from: '2026-09-25', to: '2026-09-27' },
        { from: '2026-10-01', to: '2026-10-07' },
      ],
      makeUpDays: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
      source: '国办发明电〔2025〕7号',
      doubts: [],
    });
  });

  it('that begins in the year before is read for its own year, and the days left out are named', () => {
    const read = readNotice('元旦：2022年12月31日至2023年1月2日放假调休，共3天。2022年12月24日上班。', 2023);
    expect(read.holidays).toEqual([{ from: '2023-01-01', to: '2023-01-02' }]);
    expect(read.makeUpDays).toEqual([]);
    expect(read.doubts).toEqual([
      { kind: 'elsewhere', day: '2022-12-31' },
      { kind: 'elsewhere', day: '2022-12-24' },
    ]);
  });

  it('reads a holiday of one day, one across two months, and full-width figures', () => {
    const read = readNotice('元旦：１月１日放假，与周末连休。国庆节：9月29日至10月6日放假，共8天', 2028);
    expect(read.holidays).toEqual([
      { from: '2028-01-01', to: '2028-01-01' },
      { from: '2028-09-29', to: '2028-10-06' },
    ]);
    expect(read.doubts).toEqual([]);
  });

  it('is doubted where its own count differs, or a date does not exist', () => {
    const read = readNotice('劳动节：5月1日至4日放假调休，共5天。2月30日上班。', 2027);
    expect(read.doubts).toEqual([
      { kind: 'count', span: { from: '2027-05-01', to: '2027-05-04' }, said: 5 },
      { kind: 'unread', text: '2月30日上班' },
    ]);
  });

  it('takes nothing from a text that is none', () => {
    expect(readNotice('各单位注意：11月25日开会。', 2027)).toEqual({
      holidays: [],
      makeUpDays: [],
      source: null,
      doubts: [],
    });
  });
});
