import { expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const folder = 'libs/common/src/calendar';

it.each(['America/New_York', 'Pacific/Kiritimati'])(
  'every rule of the calendar holds while the process lives in %s',
  async (zone) => {
    const { stderr } = await promisify(execFile)(
      process.execPath,
      [
        '--experimental-vm-modules',
        'node_modules/jest/bin/jest.js',
        '--selectProjects=pure',
        '--runInBand',
        '--runTestsByPath',
        ...['calendar', 'working-time', 'limits'].map((name) => `${folder}/${name}.spec.ts`),
      ],
      { cwd: root, env: { ...process.env, TZ: zone } },
    );
    expect(stderr).toMatch(/Tests: +\d{2,} passed, \d+ total/);
  },
  60_000,
);
