import { LANGUAGES, type Language } from '../contracts/request-kind.js';

/**
 * The language to answer in: of those we have, the one the Accept-Language header (RFC 9110 §12.5.4) ranks highest;
 * zh-CN when it names none of ours.
 */
export function languageOf(acceptLanguage: string | undefined): Language {
  let best: Language = 'zh-CN';
  let bestQuality = 0;
  for (const range of (acceptLanguage ?? '').split(',', 20)) {
    const [tag = '', ...parameters] = range.trim().toLowerCase().split(';');
    const language = LANGUAGES.find((one) => tag.split('-')[0] === one.slice(0, 2));
    const quality = qualityOf(parameters);
    if (language !== undefined && quality > bestQuality) {
      best = language;
      bestQuality = quality;
    }
  }
  return best;
}

function qualityOf(parameters: readonly string[]): number {
  const given = parameters.find((parameter) => parameter.trim().startsWith('q='));
  if (given === undefined) return 1;
  const quality = Number(given.trim().slice(2));
  return quality >= 0 && quality <= 1 ? quality : 0;
}
