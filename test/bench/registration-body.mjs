// @ts-check
const SENT = JSON.stringify({
  kind: 'help',
  channel: 'telephone',
  serviceItemCode: 'night-noise',
  elements: {
    when: '昨晚十点以后',
    where: '向阳街道幸福路12号院南门',
    who: '施工单位',
    what: '夜间施工噪声扰民，连续三天到凌晨两点，影响老人和孩子休息',
    why: null,
    which: '混凝土泵车',
    result: '希望夜间停止施工',
  },
  contact: { name: '测试', phone: '13000000000', language: 'zh-CN' },
});
const FIRST_PHONE = 13_000_000_000;
let callers = 0;

/** @returns {string} a request as the console sends it, each from another telephone */
export function registrationBody() {
  callers += 1;
  return SENT.replace(`${FIRST_PHONE}`, `${FIRST_PHONE + callers}`);
}
