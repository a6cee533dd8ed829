import { DEMO_VOLUNTEER_ACCOUNT } from '@app/common/contracts/demo-county.js';
import type { CountyVolunteer } from '../county.js';

const SURNAMES = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕'];
const GIVEN =
  '伟 芳 娜 敏 静 丽 强 磊 军 洋 勇 艳 杰 涛 明 超 霞 平 刚 桂英 秀兰 志强 建国 晓雯 海燕 文博 雨桐 子轩 思远 春梅 国华 丽娟 永红'.split(
    ' ',
  );

/** An invented name; the same number gives the same name. */
export function personName(n: number): string {
  const surname = SURNAMES[(n * 7) % SURNAMES.length] ?? '';
  return surname + (GIVEN[(n * 13 + Math.floor(n / SURNAMES.length)) % GIVEN.length] ?? '');
}

const volunteerId = (n: number): string => `0190a000-0000-7000-8000-0000000003${String(n).padStart(2, '0')}`;
const EVENING = { fromMinute: 1080, toMinute: 1200 } as const;
const AFTERNOON = { fromMinute: 810, toMinute: 1050 } as const;
const MORNING = { fromMinute: 540, toMinute: 720 } as const;

const volunteer = (
  n: number,
  name: string,
  fields: readonly string[],
  staffId: string | null = null,
): CountyVolunteer => {
  const weekday = (n % 5) + 1;
  return {
    id: volunteerId(n),
    staffId,
    name,
    fields,
    hours: [
      { weekday, ...(n % 2 === 0 ? MORNING : AFTERNOON) },
      { weekday: (weekday % 5) + 1, ...(n % 3 === 0 ? EVENING : AFTERNOON) },
      ...(n % 4 === 0 ? [{ weekday: 6, ...MORNING }] : []),
    ],
  };
};

/** Fifteen legal volunteers and when they can be asked; one of them can sign in. */
export const DEMO_VOLUNTEERS: readonly CountyVolunteer[] = [
  volunteer(1, '方正平', ['land', 'housing']),
  volunteer(2, '沈若兰', ['labour', 'social-security'], DEMO_VOLUNTEER_ACCOUNT),
  volunteer(3, '陆明远', ['contracts', 'consumer']),
  volunteer(4, '戴晓东', ['family', 'inheritance']),
  volunteer(5, '江雪梅', ['family', 'women-and-children']),
  volunteer(6, '鲁建华', ['land', 'rural']),
  volunteer(7, '尹志刚', ['labour', 'injury']),
  volunteer(8, '邵文静', ['environment']),
  volunteer(9, '汪海涛', ['traffic', 'injury']),
  volunteer(10, '秦玉兰', ['social-security', 'medical']),
  volunteer(11, '贺子健', ['housing', 'property-management']),
  volunteer(12, '龚丽华', ['education', 'women-and-children']),
  volunteer(13, '石国栋', ['administrative', 'land']),
  volunteer(14, '夏雨晴', ['consumer', 'market']),
  volunteer(15, '白永康', ['criminal', 'administrative']),
];
