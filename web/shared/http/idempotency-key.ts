/** Where a key is kept between two tries; `sessionStorage` in the browser. */
export type KeyStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

interface Kept {
  key: string;
  body: string;
}

/**
 * The Idempotency-Key of a form: the same for every try with the same content, also after a reload in between, so
 * that a lost answer never becomes a second request. Changed content is another request and gets another key
 * (the services refuse the old key with another body).
 */
export class IdempotencyKey {
  constructor(
    private readonly form: string,
    private readonly store: KeyStore,
    private readonly newKey: () => string = randomKey,
  ) {}

  /** @param body what is about to be sent */
  for(body: unknown): string {
    const content = JSON.stringify(body);
    const kept = this.kept();
    if (kept?.body === content) return kept.key;
    const key = this.newKey();
    this.store.setItem(this.name, JSON.stringify({ key, body: content } satisfies Kept));
    return key;
  }

  /** The answer has come: the next submission is a new one. */
  done(): void {
    this.store.removeItem(this.name);
  }

  private get name(): string {
    return `sunline.key.${this.form}`;
  }

  private kept(): Kept | null {
    try {
      const kept: unknown = JSON.parse(this.store.getItem(this.name) ?? 'null');
      return isKept(kept) ? kept : null;
    } catch {
      return null;
    }
  }
}

const isKept = (value: unknown): value is Kept =>
  typeof value === 'object' && value !== null && 'key' in value && 'body' in value;

/** `crypto.randomUUID` exists only on secure origins and newer phones; the random values exist everywhere. */
export function randomKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
