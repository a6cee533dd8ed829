import { env, stdout } from 'node:process';
import { parseArgs } from 'node:util';
import { commandLanguage } from '@app/common/command-line/language.js';
import { openHotline } from '../command-line/open-hotline.js';
import { tellWhenOutOfReach } from '../command-line/out-of-reach.js';
import { timelinessOf } from './domain/timeliness.js';
import { repliedRequests } from './replied-requests.js';
import { timelinessLines, timelinessUsage } from './timeliness-text.js';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    lang: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});
const language = commandLanguage(values.lang, env);

if (values.help) {
  stdout.write(timelinessUsage(language));
} else {
  await tellWhenOutOfReach(language, tellTimeliness);
}

async function tellTimeliness(): Promise<void> {
  const { dataSource, calendar, settings } = await openHotline(env);
  try {
    const report = timelinessOf(calendar, settings.replyDays, await repliedRequests(dataSource.manager));
    const lines = values.json ? [JSON.stringify(report)] : timelinessLines(report, language);
    for (const line of lines) stdout.write(`${line}\n`);
  } finally {
    await dataSource.destroy();
  }
}
