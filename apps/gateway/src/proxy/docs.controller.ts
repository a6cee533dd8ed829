import { createReadStream } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Controller, Get, Header, StreamableFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '@app/common/auth/access.decorators.js';
import { contentSecurityPolicy } from '../web/content-security-policy.js';
import { ApiDocuments } from './api-documents.js';

const SWAGGER_UI = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
const A_DAY = 'public, max-age=86400';

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>sunline API</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/api/docs/swagger-ui.css">
  </head>
  <body>
    <div id="api"></div>
    <script src="/api/docs/swagger-ui.js"></script>
    <script src="/api/docs/start.js"></script>
  </body>
</html>
`;

const START = `SwaggerUIBundle({ url: '/api/docs-json', dom_id: '#api', supportedSubmitMethods: ['get'] });\n`;

/** The API's document and a page to read it. */
@ApiExcludeController()
@Controller('api')
export class DocsController {
  constructor(private readonly documents: ApiDocuments) {}

  @Public()
  @Get('docs-json')
  document() {
    return this.documents.merged();
  }

  @Public()
  @Get('docs')
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Content-Security-Policy', contentSecurityPolicy("'self' 'unsafe-inline'"))
  page(): string {
    return PAGE;
  }

  @Public()
  @Get('docs/start.js')
  @Header('Content-Type', 'text/javascript; charset=utf-8')
  start(): string {
    return START;
  }

  @Public()
  @Get('docs/swagger-ui.js')
  @Header('Cache-Control', A_DAY)
  script(): StreamableFile {
    return fileOf('swagger-ui-bundle.js', 'text/javascript; charset=utf-8');
  }

  @Public()
  @Get('docs/swagger-ui.css')
  @Header('Cache-Control', A_DAY)
  style(): StreamableFile {
    return fileOf('swagger-ui.css', 'text/css; charset=utf-8');
  }
}

function fileOf(name: string, type: string): StreamableFile {
  return new StreamableFile(createReadStream(join(SWAGGER_UI, name)), { type });
}
