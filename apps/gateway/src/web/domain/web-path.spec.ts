import { describe, expect, it } from '@jest/globals';
import { redirectOf, webFileOf } from './web-path.js';

describe('paths of the web', () => {
  it('that name a file are that file; one named by its content may be kept for ever', () => {
    expect(webFileOf('/favicon.svg')).toEqual({ file: '/portal/favicon.svg', immutable: false });
    expect(webFileOf('/assets/main-BxC3d_9f.js')).toEqual({ file: '/portal/assets/main-BxC3d_9f.js', immutable: true });
    expect(webFileOf('/console/assets/app-12345678.css')).toEqual({
      file: '/console/assets/app-12345678.css',
      immutable: true,
    });
    expect(webFileOf('/assets/logo.svg')?.immutable).toBe(false);
  });

  it('of the portal and of the console lead to their page', () => {
    for (const path of ['/', '/progress', '/requests/1/rating', '/consoles']) {
      expect(webFileOf(path)?.file).toBe('/portal/index.html');
    }
    for (const path of ['/console/', '/console/tickets/1']) expect(webFileOf(path)?.file).toBe('/console/index.html');
    expect(redirectOf('/console')).toBe('/console/');
    expect(redirectOf('/console/')).toBeNull();
  });

  it('of the API are never a page', () => {
    for (const path of ['/api/nothing', '/api', '/webhooks/twilio/sms', '/health/live', '/metrics', '/open311/v2']) {
      expect(webFileOf(path)).toBeNull();
    }
  });

  it('that want out of the web root, or to hidden files, lead nowhere', () => {
    const bad = ['/../secret.txt', '/%2e%2e/secret.txt', '/a/..%2f..%2fsecret.txt', '/.env', '/a//b.js', '/a%5cb.js'];
    for (const path of [...bad, '/%00.js', '/%E0%A4%A']) expect(webFileOf(path)).toBeNull();
  });
});
