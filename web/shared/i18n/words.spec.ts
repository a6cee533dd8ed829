import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { count, defineWords, translator, type Phrases } from './words.js';

const WEB = join(process.cwd(), 'web');
const files = readdirSync(WEB, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.includes('generated') && !file.endsWith('.spec.ts'))
  .map((file) => join(WEB, file));
const wordFiles = files.filter((file) => file.endsWith('.words.ts'));
const sources = files.filter((file) => !file.endsWith('.words.ts')).map((file) => readFileSync(file, 'utf8'));

const isWords = (value: unknown): value is { 'zh-CN': Phrases; en: Phrases } =>
  typeof value === 'object' && value !== null && 'zh-CN' in value && 'en' in value;

/** Keys that a source names, either whole or by the fixed beginning of a template (`kind.${kind}`). */
const isUsed = (key: string) => {
  const whole = new RegExp(`['"\`]${key.replaceAll('.', '\\.')}['"\`]`);
  const parts = key.split('.');
  const beginnings = parts.slice(1).map((_, n) => `\`${parts.slice(0, n + 1).join('.')}.\${`);
  return sources.some((source) => whole.test(source) || beginnings.some((beginning) => source.includes(beginning)));
};

describe('the words of the web', () => {
  it.each(wordFiles.map((file) => [basename(file), file]))('%s: nothing missing, nothing orphaned', async (_, file) => {
    const module: Record<string, unknown> = await import(file);
    const exported = Object.values(module).filter(isWords);
    expect(exported.length).toBeGreaterThan(0);
    for (const words of exported) {
      expect(Object.keys(words.en).sort()).toEqual(Object.keys(words['zh-CN']).sort());
      for (const [key, zh] of Object.entries(words['zh-CN'])) {
        const en = words.en[key];
        expect({ key, kind: typeof en }).toEqual({ key, kind: typeof zh });
        expect({ key, empty: zh === '' || en === '' }).toEqual({ key, empty: false });
        // A Chinese character in the English text is a text somebody forgot to translate.
        expect({ key, left: typeof en === 'string' && /\p{Script=Han}/u.test(en) }).toEqual({ key, left: false });
        expect({ key, used: isUsed(key) }).toEqual({ key, used: true });
      }
    }
  });

  it('puts values into a phrase, and plurals where English has them', () => {
    const words = defineWords(
      { left: (v: { days: number }) => `还剩 ${v.days} 个工作日`, send: '提交' },
      { left: (v) => `${count(v.days, 'working day')} left`, send: 'Send' },
    );
    expect(translator(words, 'zh-CN')('left', { days: 1 })).toBe('还剩 1 个工作日');
    expect(translator(words, 'en')('left', { days: 1 })).toBe('1 working day left');
    expect(translator(words, 'en')('left', { days: 2 })).toBe('2 working days left');
    expect(translator(words, 'en')('send')).toBe('Send');
  });
});
