import { defineConfig } from 'vite';
import { bundle } from '../vite.bundle.js';

// antd writes its styles while it runs: they carry the nonce that the gateway puts in place of this word, anew in
// every answer, and into `style-src 'nonce-…'` of its Content-Security-Policy.
export default defineConfig({ ...bundle('console', '/console/'), html: { cspNonce: '__CSP_NONCE__' } });
