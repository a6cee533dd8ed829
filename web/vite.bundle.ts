import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import type { UserConfig } from 'vite';

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
    plugins: [react()],
    resolve: { alias: { '@shared': here('./shared'), '@app/common': here('../libs/common/src') } },
    build: {
      outDir: here(`../dist/web/${name}`),
      emptyOutDir: true,
      // Phones five years old and the browsers inside chat apps, which lag behind. Not older: what would stand for `:is()`
      // there weighs more than `:is()` itself, and overrules what overrules it.
      target: ['chrome88', 'safari14', 'firefox90'],
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      manifest: true,
    },
    server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
  };
}
