import type { PostSeats } from '@shared/api/generated/appointments.js';
import { listed } from '@shared/i18n/listed.js';
import { useLanguage, useWords } from '@shared/i18n/use-words.js';
import { linesOf } from '../controls/lines.js';
import { Loading } from '../controls/loading.js';
import { ProblemAlert } from '../controls/problem-alert.js';
import { TextField } from '../controls/value-fields.js';
import { useNameOf } from '../directory/unit.queries.js';
import { useRole } from '../session/session.js';
import { useOfficers } from '../sites/officer.queries.js';
import { useCatalogueActs, usePosts } from './catalogue.queries.js';
import { catalogueWords } from './catalogue.words.js';
import { EditForm } from './edit-form.js';
import { officerWords } from './officer.words.js';
import { NameFields, NewPart, OneOrNone } from './site-part.js';
import { useQualificationName } from './use-qualification-name.js';

/** A post as it is typed: a qualification a line. */
interface PostTyped {
  nameZh: string;
  nameEn: string;
  qualifications: string;
}

const EMPTY: PostTyped = { nameZh: '', nameEn: '', qualifications: '' };

const bodyOfTyped = (typed: PostTyped) => ({ ...typed, qualifications: linesOf(typed.qualifications) });

/** The posts of a site, each with its A and B person (AB岗); which posts there are, the administrator says. */
export function SitePosts({ siteId }: { siteId: string }) {
  const t = useWords(catalogueWords);
  const nameOf = useNameOf();
  const posts = usePosts(siteId);
  const officers = useOfficers(siteId);
  const { createPost } = useCatalogueActs();
  const isAdmin = useRole('admin');
  const labels = usePostLabels();
  const who = (id: string | null) => officers.data?.find((one) => one.id === id)?.name ?? t('post.nobody');
  return (
    <section aria-labelledby="site-posts-title">
      <h3 id="site-posts-title">{t('posts')}</h3>
      <ProblemAlert error={posts.error ?? officers.error} onAgain={() => void posts.refetch()} />
      {posts.isPending ? <Loading /> : null}
      {(posts.data ?? []).map((post) => (
        <details key={post.id} className="catalogue-part">
          <summary>
            {nameOf(post)}{' '}
            <span className="soft">
              A {who(post.aOfficerId)} · B {who(post.bOfficerId)}
            </span>
          </summary>
          <SeatsForm post={post} />
          {isAdmin ? <PostForm post={post} /> : null}
        </details>
      ))}
      {posts.data?.length === 0 ? <p className="empty">{t('posts.none')}</p> : null}
      {isAdmin && posts.data ? (
        <NewPart
          siteId={siteId}
          isListed={posts.data !== undefined}
          name="post"
          title={t('post.add')}
          empty={EMPTY}
          labels={labels}
          onSend={(typed) => createPost({ ...bodyOfTyped(typed), siteId })}
        >
          {(value, change) => <PostFields id="new-post" value={value} change={change} />}
        </NewPart>
      ) : null}
    </section>
  );
}

/** Who holds a post. */
function SeatsForm({ post }: { post: PostSeats }) {
  const t = useWords(catalogueWords);
  const say = useWords(officerWords);
  const shown = useLanguage();
  const officers = useOfficers(post.siteId);
  const qualificationName = useQualificationName();
  const { seat } = useCatalogueActs();
  const options = officers.data?.map(({ id, name, qualifications }) => ({
    id,
    name: post.qualifications.every((one) => qualifications.includes(one))
      ? name
      : say('officer.unqualified', { who: name }),
  }));
  return (
    <EditForm
      title={t('post.seats')}
      level={4}
      name="seats"
      entry={post}
      bodyOf={({ aOfficerId, bOfficerId }) => ({ aOfficerId, bOfficerId })}
      labels={{ aOfficerId: t('post.a'), bOfficerId: t('post.b') }}
      send={t('save')}
      onSend={(body, seen) => seat(seen, body)}
    >
      {(value, change) => (
        <>
          {post.qualifications.length > 0 ? (
            <p className="soft">
              {t('post.asks', { what: listed(post.qualifications.map(qualificationName), shown) })}
            </p>
          ) : null}
          <div className="catalogue-fields">
            {(['aOfficerId', 'bOfficerId'] as const).map((one) => (
              <OneOrNone
                key={one}
                id={`${post.id}-${one}`}
                label={one === 'aOfficerId' ? t('post.a') : t('post.b')}
                none={t('post.nobody')}
                options={options ?? []}
                value={value[one]}
                onChange={(id) => change({ [one]: id })}
              />
            ))}
          </div>
        </>
      )}
    </EditForm>
  );
}

/** What a post is called and asks for. */
function PostForm({ post }: { post: PostSeats }) {
  const t = useWords(catalogueWords);
  const { changePost } = useCatalogueActs();
  return (
    <EditForm
      title={t('post.facts')}
      level={4}
      name="facts"
      entry={post}
      bodyOf={({ nameZh, nameEn, qualifications }) => ({
        nameZh,
        nameEn,
        qualifications: qualifications.join('\n'),
      })}
      labels={usePostLabels()}
      send={t('save')}
      onSend={(typed, seen) => changePost(seen, bodyOfTyped(typed))}
    >
      {(value, change) => <PostFields id={post.id} value={value} change={change} />}
    </EditForm>
  );
}

function usePostLabels(): Record<keyof PostTyped, string> {
  const t = useWords(catalogueWords);
  return { nameZh: t('nameZh'), nameEn: t('nameEn'), qualifications: t('post.qualifications') };
}

interface PostFieldsProps {
  /** Keeps the fields of several posts on a page apart. */
  id: string;
  value: PostTyped;
  change: (patch: Partial<PostTyped>) => void;
}

function PostFields({ id, value, change }: PostFieldsProps) {
  const labels = usePostLabels();
  return (
    <>
      <div className="catalogue-fields">
        <NameFields id={id} value={value} change={change} />
      </div>
      <TextField
        id={`${id}-qualifications`}
        label={labels.qualifications}
        rows={2}
        value={value.qualifications}
        onChange={(qualifications) => change({ qualifications })}
      />
    </>
  );
}
