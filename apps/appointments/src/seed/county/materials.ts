import type { MaterialDto } from '../../catalogue/item.dto.js';

interface Wanted {
  readonly originals?: number;
  readonly copies?: number;
  readonly noteZh?: string;
  readonly noteEn?: string;
}

/** One thing to bring: the original unless something else is said. */
export function bring(
  nameZh: string,
  nameEn: string,
  { originals = 1, copies = 0, noteZh = '', noteEn = '' }: Wanted = {},
): MaterialDto {
  return { nameZh, nameEn, originals, copies, noteZh, noteEn };
}

const SHOWN = { noteZh: '原件核验后当场退还', noteEn: 'The original is checked and given back' } as const;

export const ID_CARD = bring('居民身份证', 'Resident identity card', { copies: 1, ...SHOWN });
export const HOUSEHOLD = bring('居民户口簿', 'Household register', { copies: 1, ...SHOWN });
export const PHOTO = bring('一寸白底免冠照片', 'Photograph, 1 inch, white background', {
  originals: 2,
  noteZh: '近六个月内拍摄，也可现场免费拍照',
  noteEn: 'Taken within six months, or on the spot free of charge',
});
export const MARRIAGE = bring('结婚证', 'Marriage certificate', { copies: 1, ...SHOWN });
export const PROXY = bring('授权委托书和代办人身份证', 'Power of attorney and the representative’s identity card', {
  noteZh: '委托他人办理时提供',
  noteEn: 'Where somebody comes in your place',
});
export const BANK_CARD = bring('本人银行卡或社会保障卡', 'Own bank card or social security card', {
  noteZh: '用于发放待遇',
  noteEn: 'For the payment',
});
export const LICENCE = bring('营业执照副本', 'Business licence, duplicate', { copies: 1, ...SHOWN });
export const SEAL = bring('单位公章', 'Official seal of the employer', {
  noteZh: '也可提前在申请表上盖章',
  noteEn: 'Or have the form sealed beforehand',
});
export const DEED = bring('不动产权证书', 'Certificate of real estate ownership', SHOWN);

/** An application form that is filled in at the window or before. */
export function form(nameZh: string, nameEn: string, originals = 1): MaterialDto {
  return bring(nameZh, nameEn, {
    originals,
    noteZh: '窗口免费领取，可现场填写',
    noteEn: 'Free of charge at the window; may be filled in there',
  });
}
