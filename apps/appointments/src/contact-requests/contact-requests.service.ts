import type { Actor } from '@app/common/auth/actor.js';
import type { IdempotencyContext } from '@app/common/http/idempotency.js';
import { ServiceUnavailable } from '@app/common/http/problem.js';
import { Injectable } from '@nestjs/common';
import type { FileContactRequestDto, FiledContactRequestDto } from './contact-request.dto.js';

/** 预约服务: citizens ask to be contacted. */
@Injectable()
export class ContactRequests {
  file(_actor: Actor, _wish: FileContactRequestDto, _idempotency: IdempotencyContext): Promise<FiledContactRequestDto> {
    return Promise.reject(new ServiceUnavailable());
  }
}
