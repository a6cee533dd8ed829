import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { ROOT } from '../../scripts/runtime/paths.mjs';

interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly minItems?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
}
interface Operation {
  readonly parameters?: readonly { name: string; in: string; schema?: Schema }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}
interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** A route as the suite describes it. */
export interface Route {
  readonly method: string;
  /** With its parameters in braces. */
  readonly path: string;
  readonly queryNames: readonly string[];
  /** A body as its description has it; `undefined` where there is none. */
  readonly body: Readonly<Record<string, unknown>> | undefined;
}

/** A request that some page, script or attacker may send. */
export interface BadRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | undefined;
}

/** Every route of docs/openapi.json. */
export function describedRoutes(): Route[] {
  const document: OpenApi = JSON.parse(readFileSync(join(ROOT, 'docs', 'openapi.json'), 'utf8'));
  return Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, { parameters = [], requestBody }]) => ({
      method: method.toUpperCase(),
      path,
      queryNames: parameters.filter((each) => each.in === 'query').map(({ name }) => name),
      body: requestBody && exampleBody(document, requestBody.content['application/json']?.schema),
    })),
  );
}

function exampleBody(document: OpenApi, schema: Schema | undefined): Record<string, unknown> {
  const example = schema && exampleOf(document, schema);
  return typeof example === 'object' && example !== null ? { ...example } : {};
}

/** Something of the shape described. */
function exampleOf(document: OpenApi, schema: Schema): unknown {
  if (schema.$ref) return exampleOf(document, document.components.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {});
  if (schema.allOf?.[0]) return exampleOf(document, schema.allOf[0]);
  if (schema.enum) return schema.enum[0];
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([name, member]) => [name, exampleOf(document, member)]),
      );
    case 'array':
      return schema.items ? [exampleOf(document, schema.items)] : [];
    case 'integer':
    case 'number':
      return schema.minimum ?? 1;
    case 'boolean':
      return true;
    default:
      return EXAMPLE_TEXTS[schema.format ?? ''] ?? '路灯不亮';
  }
}

const EXAMPLE_TEXTS: Readonly<Record<string, string>> = {
  uuid: '019aaaaa-0000-7000-8000-000000000001',
  date: '2026-11-24',
  'date-time': '2026-11-24T01:00:00Z',
};

const nested = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);

/** Values that stand where another is meant. */
const hostileValue = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    '',
    ' ',
    '\0',
    '\ud800',
    '\u202e中文\u0000',
    "'; DROP TABLE ticket; --",
    '{{7*7}}<script>alert(1)</script>',
    '2026-02-30',
    '2026-11-24T25:61:61Z',
    '+275760-09-13T00:00:00.001Z',
    '0000-01-01',
    '99999999-9999-9999-9999-999999999999',
    'a'.repeat(70_000),
    -1,
    0,
    0.5,
    2 ** 31,
    2 ** 53,
    1e308,
    -1e308,
    true,
    [],
    {},
    [[]],
    [null],
    { toString: 1, valueOf: 1 },
    JSON.parse('{"__proto__":{"admin":true},"constructor":{"prototype":1}}'),
    Array.from({ length: 5000 }, () => 'x'),
    JSON.parse(nested(200)),
  ),
  fc.jsonValue(),
);

/** Pieces of an address, as they are sent. */
const hostilePiece = fc.oneof(
  fc.constantFrom(
    '%00',
    'a%00b',
    '%ED%A0%80',
    '%E0%A4%A',
    '%',
    '..%2F..%2Fetc%2Fpasswd',
    '-1',
    '0',
    '1e400',
    '99999999999999999999999',
    'null',
    'undefined',
    '%F0%9F%94%A5',
    'Y' + 'A'.repeat(9),
    'A'.repeat(3000),
    '019aaaaa-0000-7000-8000-000000000001',
    '2026-02-30',
    '2026-11-24',
    '2027-W53',
    "'%20OR%201=1--",
  ),
  fc.string({ maxLength: 20, unit: 'grapheme' }).map((text) => encodeURIComponent(text.toWellFormed()) || '-'),
);

/**
 * Requests at a route with something wrong in path, query, headers or body. Some of them may turn out to be right.
 */
export function badRequests(route: Route): fc.Arbitrary<BadRequest> {
  return fc.record({
    method: fc.constant(route.method),
    path: pathOf(route),
    headers: headersOf(route),
    body: bodyOf(route),
  });
}

function pathOf({ path, queryNames }: Route): fc.Arbitrary<string> {
  const braces = path.match(/\{[^}]+\}/g) ?? [];
  const pieces = fc.array(fc.oneof({ weight: 2, arbitrary: fc.constant(EXAMPLE_TEXTS.uuid ?? '') }, hostilePiece), {
    minLength: braces.length,
    maxLength: braces.length,
  });
  const name = fc.constantFrom(...queryNames, 'limit', 'after', 'unknown', '__proto__', 'limit[]');
  const query = fc.array(fc.tuple(name, hostilePiece), { maxLength: 3 });
  return fc.tuple(pieces, query).map(([values, pairs]) => {
    const filled = braces.reduce((whole, brace, i) => whole.replace(brace, () => values[i] ?? ''), path);
    return pairs.length > 0 ? `${filled}?${pairs.map((pair) => pair.join('=')).join('&')}` : filled;
  });
}

function headersOf({ body }: Route): fc.Arbitrary<Record<string, string>> {
  const type = fc.oneof(
    { weight: 6, arbitrary: fc.constant('application/json') },
    fc.constantFrom(
      'text/plain',
      'application/xml',
      'application/json; charset=utf-16',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/json; charset=',
      'x',
    ),
  );
  return fc
    .record({
      'If-Match': fc.option(fc.constantFrom('"1"', '1', '"x"', '*', '"-1"', '"99999999999999999999"', 'W/"1"', ''), {
        nil: undefined,
      }),
      'Idempotency-Key': fc.option(fc.constantFrom('k', ' ', 'x'.repeat(2000), "'", '%00'), { nil: undefined }),
      'Accept-Language': fc.constantFrom('zh-CN', 'en', '*;q=9', 'x'.repeat(300), ''),
      'Content-Type': body ? type : fc.constant(undefined),
    })
    .map((headers) =>
      Object.fromEntries(Object.entries(headers).filter((pair): pair is [string, string] => !!pair[1])),
    );
}

function bodyOf({ method, body }: Route): fc.Arbitrary<string | Uint8Array | undefined> {
  if (method === 'GET' || !body) return fc.constant(undefined);
  const text = JSON.stringify(body);
  const names = Object.keys(body);
  const changed = fc
    .tuple(fc.constantFrom(...names, 'unknown'), hostileValue)
    .map(([name, value]) => JSON.stringify({ ...body, [name]: value }));
  // JSON allows a name twice; readers differ in which of the two they take.
  const twice = fc
    .constantFrom(...names, 'x')
    .map((name) => `${text.slice(0, -1)}${text === '{}' ? '' : ','}${JSON.stringify(name)}:null}`);
  const without = fc.constantFrom(...names, 'x').map((name) => JSON.stringify({ ...body, [name]: undefined }));
  const broken = fc.constantFrom<string | Uint8Array>(
    '',
    '{',
    'null',
    '[]',
    '"text"',
    '1e999',
    `${text}${text}`,
    `\uFEFF${text}`,
    `{"a":${nested(20_000)}}`,
    `{"text":"${'长'.repeat(100_000)}"}`,
    new Uint8Array([0x7b, 0x22, 0xc3, 0x28, 0x22, 0x3a, 0x31, 0x7d]),
    new Uint8Array([0xff, 0xfe, 0x7b, 0x00]),
  );
  return fc.oneof(
    { weight: 6, arbitrary: changed },
    { weight: 1, arbitrary: twice },
    { weight: 2, arbitrary: without },
    { weight: 2, arbitrary: broken },
    { weight: 1, arbitrary: fc.jsonValue().map((value) => JSON.stringify(value)) },
  );
}
