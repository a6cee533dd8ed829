import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { readFileSync } from 'node:fs';
import type { Plugin, UserConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * What both bundles share. Everything is a file of its own with a hash in its name: no inline script, no inline
 * style, so that the gateway can serve them under a strict Content-Security-Policy.
 * @param name folder under `web/` and under `dist/web/`
 * @param base path under which the gateway serves the bundle, with slashes at both ends
 */
export function bundle(name: 'portal' | 'console', base: string): UserConfig {
  return {
    root: here(`./${name}`),
    base,
    plugins: [react(), newestArrangements()],
    resolve: { alias: { '@shared': here('./shared'), '@app/common': here('../libs/common/src') } },
    build: {
      outDir: here(`../dist/web/${name}`),
      emptyOutDir: true,
      // Phones four years old and the browsers inside chat apps, which lag behind.
      target: ['chrome87', 'safari14', 'firefox90'],
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      manifest: true,
    },
    server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
  };
}

/**
 * The web counts limits with the services' own calendar code; of the twenty years of published arrangements that code
 * reads from its package, a phone is sent the newest two. A day of any older year has no clock that still runs.
 */
function newestArrangements(): Plugin {
  return {
    name: 'sunline:newest-arrangements',
    enforce: 'pre',
    load(id) {
      const file = id.split('?')[0] ?? id;
      if (!file.endsWith('chinese-days/dist/chinese-days.json')) return null;
      const { holidays, workdays }: Record<string, Record<string, string>> = JSON.parse(readFileSync(file, 'utf8'));
      const newest = Math.max(...Object.keys(holidays ?? {}).map((day) => Number(day.slice(0, 4))));
      const recent = (days: Record<string, string> = {}) =>
        Object.fromEntries(
          Object.keys(days).flatMap((day) => (Number(day.slice(0, 4)) > newest - 2 ? [[day, '']] : [])),
        );
      return JSON.stringify({ holidays: recent(holidays), workdays: recent(workdays) });
    },
  };
}
