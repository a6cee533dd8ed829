const RANDOM = [
  /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, // ids
  /\bv1\.[0-9a-f]{8}\.[\w-]+/g, // what is sealed
  /(?<![\w-])[\w-]{43}(?![\w-])/g, // fingerprints
] as const;

/**
 * A text without the ids, sealed values and fingerprints in it: before one looks that something short, such as the end of
 * a phone number, is not there. By chance it stands in one of those.
 */
export function withoutRandom(text: string): string {
  return RANDOM.reduce((left, random) => left.replaceAll(random, '…'), text);
}
