import { describe, expect, it } from '@jest/globals';
import type { OpenAPIObject } from '@nestjs/swagger';
import { mergeDocuments } from './merge-documents.js';

function document(path: string, schemas: Record<string, object>, use: string): OpenAPIObject {
  const content = { 'application/json': { schema: { $ref: `#/components/schemas/${use}` } } };
  return {
    openapi: '3.0.0',
    info: { title: 't', version: '1' },
    paths: { [path]: { get: { responses: { 200: { description: '', content } } } } },
    components: { schemas },
  };
}

describe('the document of the whole suite', () => {
  it('has every service’s paths and schemas', () => {
    const merged = mergeDocuments(
      new Map([
        ['gateway', document('/api/session', { Who: { type: 'object' } }, 'Who')],
        ['hotline', document('/api/hotline/tickets', { Ticket: { type: 'object' } }, 'Ticket')],
      ]),
    );
    expect(Object.keys(merged.paths)).toEqual(['/api/session', '/api/hotline/tickets']);
    expect(Object.keys(merged.components?.schemas ?? {})).toEqual(['Who', 'Ticket']);
  });

  it('keeps one schema where two services have the same, and renames one that only has the same name', () => {
    const page = { type: 'object', properties: { next: { type: 'string' } } };
    const merged = mergeDocuments(
      new Map([
        ['hotline', document('/a', { Page: page, Row: { type: 'object', title: 'ticket' } }, 'Row')],
        ['interviews', document('/b', { Page: page, Row: { type: 'object', title: 'case' } }, 'Row')],
      ]),
    );
    expect(Object.keys(merged.components?.schemas ?? {})).toEqual(['Page', 'Row', 'InterviewsRow']);
    expect(JSON.stringify(merged.paths['/a'])).toContain('schemas/Row"');
    expect(JSON.stringify(merged.paths['/b'])).toContain('schemas/InterviewsRow"');
  });
});
