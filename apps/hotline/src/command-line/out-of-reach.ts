import { stderr } from 'node:process';
import type { Language } from '@app/common/contracts/request-kind.js';
import { isConnectionLost } from '@app/common/persistence/connection-lost.js';

const OUT_OF_REACH: Readonly<Record<Language, (words: string) => string>> = {
  'zh-CN': (words) =>
    `连接不上数据库，或连接中途断开（${words}）。已写入的内容都在；数据库恢复后重新运行，不会重复。\n`,
  en: (words) =>
    `The database cannot be reached, or went away meanwhile (${words}). What was written is kept; run the command ` +
    `again when it is back, nothing is done twice.\n`,
};

/** Does a command's work; where the database is out of reach it says so in a sentence and ends with 1. */
export async function tellWhenOutOfReach(language: Language, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!isConnectionLost(error)) throw error;
    stderr.write(OUT_OF_REACH[language](error instanceof Error ? error.message : String(error)));
    process.exitCode = 1;
  }
}
