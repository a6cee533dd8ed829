import type { INestApplication } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

/** The OpenAPI document of one service, its paths with their prefix. */
export function openApiOf(app: INestApplication, service: string): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle(`sunline ${service}`)
    .setDescription('阳光热线 / sunline: the open citizen-hotline suite')
    .setVersion('0.1')
    .addCookieAuth('sunline_session')
    .build();
  return SwaggerModule.createDocument(app, config, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
  });
}

/** Serves the document at `path`, for the gateway to merge; made when first asked for. */
export function serveOpenApi(app: NestFastifyApplication, service: string, path: string): void {
  let document: OpenAPIObject | undefined;
  app
    .getHttpAdapter()
    .getInstance()
    .get(path, (_request, reply) => {
      document ??= openApiOf(app, service);
      return reply.send(document);
    });
}
