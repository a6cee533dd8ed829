import type { OpenAPIObject } from '@nestjs/swagger';

type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;

const REFERENCE = '#/components/schemas/';

/**
 * One OpenAPI document for the whole suite. Paths carry their service's prefix already. A schema that two services
 * have under one name with another content keeps the name in the first and gets the service's name in front in the
 * others.
 * @param documents by service, the gateway's own first
 */
export function mergeDocuments(documents: ReadonlyMap<string, OpenAPIObject>): OpenAPIObject {
  const schemas: Schemas = {};
  const paths: OpenAPIObject['paths'] = {};
  const tags = new Map<string, { name: string }>();
  for (const [service, document] of documents) {
    const own = document.components?.schemas ?? {};
    const names = new Map(
      Object.entries(own).map(([name, schema]) => [
        name,
        isFree(schemas[name], schema) ? name : prefixed(service, name),
      ]),
    );
    const renamed = withNames(document, names);
    for (const [name, schema] of Object.entries(renamed.components?.schemas ?? {})) {
      schemas[names.get(name) ?? name] = schema;
    }
    Object.assign(paths, renamed.paths);
    for (const tag of renamed.tags ?? []) tags.set(tag.name, tag);
  }
  return {
    openapi: '3.0.0',
    info: {
      title: 'sunline',
      description: '阳光热线 / sunline: the open citizen-hotline suite. One origin, all services.',
      version: [...documents.values()][0]?.info.version ?? '0',
    },
    tags: [...tags.values()],
    servers: [],
    paths,
    components: {
      securitySchemes: [...documents.values()][0]?.components?.securitySchemes ?? {},
      schemas,
    },
  };
}

function isFree(taken: Schemas[string] | undefined, schema: Schemas[string]): boolean {
  return taken === undefined || JSON.stringify(taken) === JSON.stringify(schema);
}

function prefixed(service: string, name: string): string {
  return `${service.charAt(0).toUpperCase()}${service.slice(1)}${name}`;
}

function withNames(document: OpenAPIObject, names: ReadonlyMap<string, string>): OpenAPIObject {
  const text = JSON.stringify(document, (key, value: unknown) => {
    if (key !== '$ref' || typeof value !== 'string' || !value.startsWith(REFERENCE)) return value;
    const name = value.slice(REFERENCE.length);
    return REFERENCE + (names.get(name) ?? name);
  });
  const renamed: OpenAPIObject = JSON.parse(text);
  return renamed;
}
