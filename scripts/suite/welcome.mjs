// @ts-check

/** One account per role of the demo county; see apps/gateway for where they are made. */
const ACCOUNTS = [
  ['operator1', '话务员 operator'],
  ['supervisor1', '热线班长 supervisor'],
  ['supervisor2', '热线班长（B岗）second supervisor'],
  ['handler1', '承办单位经办人 handler (住房和城乡建设局)'],
  ['head1', '承办单位负责人 unit head (住房和城乡建设局)'],
  ['handler2', '承办单位经办人 handler (人力资源和社会保障局)'],
  ['head2', '承办单位负责人 unit head (人力资源和社会保障局)'],
  ['inspector1', '纪委督查员 inspector'],
  ['leader1', '县领导 leader'],
  ['volunteer1', '法律志愿者 volunteer'],
  ['admin1', '管理员 admin'],
];
const PASSWORD = 'sunline-demo';

/** Where no demo county is loaded. */
const FIRST_ACCOUNT = ['  第一个账户 the first account:  npm run staff -- --help'];

/**
 * What the person at the terminal reads when everything is ready.
 * @param {import('./suite.mjs').Suite} suite
 * @returns {string}
 */
export function welcome(suite) {
  if ((process.env.DEMO ?? '1') !== '1') return [...addresses(suite), ...FIRST_ACCOUNT, ...ending(suite)].join('\n');
  const width = Math.max(...ACCOUNTS.map(([name = '']) => name.length));
  const accounts = ACCOUNTS.map(([name = '', role]) => `    ${name.padEnd(width)}  ${role}`);
  return [...addresses(suite), `  演示账号 demo accounts, password ${PASSWORD}`, ...accounts, ...ending(suite)].join(
    '\n',
  );
}

/** @param {import('./suite.mjs').Suite} suite */
function addresses(suite) {
  return [
    '',
    '  阳光热线 · sunline is running',
    '',
    `  群众门户 portal      ${suite.url}/`,
    `  工作台   console     ${suite.url}/console/`,
    `  模拟手机 phones      ${suite.urlOf('simulator')}/`,
    '',
  ];
}

/** @param {import('./suite.mjs').Suite} suite */
function ending(suite) {
  return ['', `  Logs: ${suite.logFile('gateway').replace('gateway.log', '')}   Stop: Ctrl-C`, ''];
}
