import { Trimmed } from '@app/common/http/typed-text.js';
import { ArrayMaxSize, ArrayUnique, IsArray, IsString, IsUUID, Length } from 'class-validator';

export class PostsQuery {
  @IsUUID() site: string;
}

/** A post (岗位) of a site, held by an A and a B person. */
export class PostRow {
  id: string;
  siteId: string;
  nameZh: string;
  nameEn: string;
  /** What who serves there has to be qualified for. */
  qualifications: string[];
  aOfficerId: string | null;
  bOfficerId: string | null;
  version: number;
}

export class PostList {
  /** All posts of the site, by name. */
  items: PostRow[];
}

export class PostBody {
  @Trimmed() @IsString() @Length(1, 100) nameZh: string;
  @Trimmed() @IsString() @Length(1, 200) nameEn: string;
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsString({ each: true })
  @Length(1, 40, { each: true })
  qualifications: string[];
}

export class NewPostBody extends PostBody {
  @IsUUID() siteId: string;
}
