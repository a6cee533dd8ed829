import { CurrentStaff, Roles, Staff } from '@app/common/auth/access.decorators.js';
import type { StaffActor } from '@app/common/auth/actor.js';
import { IfMatch } from '@app/common/http/etag.js';
import { IdempotencyKey, type IdempotencyContext } from '@app/common/http/idempotency.js';
import { IdParam } from '@app/common/http/validation.js';
import { Body, Controller, Get, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { NewPostBody, PostBody, PostList, PostRow, PostsQuery } from './post.dto.js';
import { Posts } from './posts.service.js';

@ApiTags('catalogue')
@Controller('posts')
export class PostController {
  constructor(private readonly posts: Posts) {}

  /** The posts of a site. */
  @Get()
  @Staff()
  list(@Query() query: PostsQuery): Promise<PostList> {
    return this.posts.ofSite(query.site);
  }

  @Post()
  @Roles('admin')
  create(
    @CurrentStaff() actor: StaffActor,
    @IdempotencyKey() idempotency: IdempotencyContext,
    @Body() body: NewPostBody,
  ): Promise<PostRow> {
    return this.posts.create(actor, body, idempotency);
  }

  @Put(':id')
  @Roles('admin')
  change(
    @CurrentStaff() actor: StaffActor,
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() body: PostBody,
  ): Promise<PostRow> {
    return this.posts.change(actor, id, version, body);
  }
}
