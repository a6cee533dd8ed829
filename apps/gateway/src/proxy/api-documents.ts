import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { FastifyInstance } from 'fastify';
import { ServiceUnavailable } from '@app/common/http/problem.js';
import { GatewaySettings } from '../gateway.settings.js';
import { mergeDocuments } from './merge-documents.js';

/** Where the gateway's own part of the document is. */
export const OWN_DOCUMENT_PATH = '/api/gateway/docs-json';
const TIMEOUT_MS = 5_000;

/** The OpenAPI documents of all services as one. */
@Injectable()
export class ApiDocuments {
  constructor(
    private readonly adapterHost: HttpAdapterHost,
    private readonly settings: GatewaySettings,
  ) {}

  /** @throws ServiceUnavailable while a service is away: half a document is worse than none */
  async merged(): Promise<OpenAPIObject> {
    const services = this.settings.services.map(async ({ prefix, url }) => {
      const name = prefix.slice('/api/'.length);
      return [name, await fetched(`${url}/api/docs-json`)] as const;
    });
    return mergeDocuments(new Map([['gateway', await this.own()], ...(await Promise.all(services))]));
  }

  private async own(): Promise<OpenAPIObject> {
    const fastify: FastifyInstance = this.adapterHost.httpAdapter.getInstance();
    const answer = await fastify.inject(OWN_DOCUMENT_PATH);
    return answer.json();
  }
}

async function fetched(url: string): Promise<OpenAPIObject> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
    const document: OpenAPIObject = JSON.parse(await answer.text());
    return document;
  } catch {
    throw new ServiceUnavailable();
  }
}
