import { count, defineWords } from '@shared/i18n/words.js';

export const officerWords = defineWords(
  {
    officers: '人员',
    'officers.hint': '在这里登记的人员可以担任岗位的A岗、B岗，也可以排班。',
    'officers.none': '这个网点还没有人员。点“新增人员”登记第一位，再到岗位里安排A岗和B岗。',
    'officers.left': (v: { count: number }) => `已离岗人员 ${v.count} 位`,
    'officer.add': '新增人员',
    'officer.facts': '人员情况',
    'officer.name': '姓名',
    'officer.qualifications': '资格',
    'officer.others': '其他资格（每行一项）',
    'officer.mayLead': '可坐堂带班',
    'officer.seat': (v: { post: string; seat: string }) => `${v.post}${v.seat}岗`,
    'officer.noSeat': '未任岗',
    'turn.retire': '办理离岗',
    'consequence.retire': (v: { who: string }) =>
      `${v.who}离岗后不再排班，也不能登记请假；已排的值班会标为“已离岗”，须换人。`,
    'turn.return': '恢复在岗',
    'consequence.return': (v: { who: string }) => `${v.who}恢复在岗，可以重新排班和任岗。`,
    'officer.unqualified': (v: { who: string }) => `${v.who}（资格不符）`,
  },
  {
    officers: 'Officers',
    'officers.hint': 'Whoever is entered here can be the A or B person of a post and be put on duty.',
    'officers.none': 'Nobody is entered for this site yet. Add the first officer, then name the A and B of each post.',
    'officers.left': (v) => `${count(v.count, 'officer')} who left`,
    'officer.add': 'Add an officer',
    'officer.facts': 'Facts',
    'officer.name': 'Name',
    'officer.qualifications': 'Qualifications',
    'officer.others': 'Other qualifications (one a line)',
    'officer.mayLead': 'May be the leader on duty',
    'officer.seat': (v) => `${v.seat} of ${v.post}`,
    'officer.noSeat': 'no post',
    'turn.retire': 'Works here no more',
    'consequence.retire': (v) =>
      `${v.who} is left out of new rosters. Duties already given are marked and have to go to somebody else.`,
    'turn.return': 'Is back at work here',
    'consequence.return': (v) => `${v.who} can be put on duty and named for a post again.`,
    'officer.unqualified': (v) => `${v.who} (not qualified)`,
  },
);
