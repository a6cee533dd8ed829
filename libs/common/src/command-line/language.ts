import { LANGUAGES, type Language } from '../contracts/request-kind.js';

/**
 * The language a command speaks: the one asked for with `--lang`, else English where the terminal is set to it, else
 * Chinese.
 */
export function commandLanguage(asked: string | undefined, env: NodeJS.ProcessEnv): Language {
  const named = LANGUAGES.find((language) => language === asked);
  const terminal = env.LC_ALL ?? env.LC_MESSAGES ?? env.LANG ?? '';
  return named ?? (terminal.startsWith('en') ? 'en' : 'zh-CN');
}
