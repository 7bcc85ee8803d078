import type { Context } from 'hono';
import { bodyLimit, DEFAULT_BODY_BYTES } from './body-limit.js';
import type { WebEnv } from './env.js';
import { Layout } from './layout.js';

/** Secrets of a form, and marks of ours that say nothing to a person. */
const UNSPOKEN = /password|code|secret|token|csrf|hash|id$/i;
/** Shorter values are chosen quickly again; what was written is not. */
const WRITTEN_MIN = 20;

const limit = bodyLimit(DEFAULT_BODY_BYTES);

/**
 * Answers a form that was sent after its session had ended: 401, with the way back and with what was written, so that
 * half an hour's work is not lost. Only to the browser that wrote it on our own page: nobody else's words are shown.
 */
export async function signInAgain(c: Context<WebEnv>): Promise<Response> {
  const isOwnPage = c.req.header('sec-fetch-site') === 'same-origin';
  const written = isOwnPage ? await writtenIn(c) : [];
  return c.html(
    <Layout title="Потрібно увійти">
      <h1>Потрібно увійти</h1>
      <p>Сеанс закінчився, тому надіслане не збережено. Увійдіть ще раз, щоб продовжити.</p>
      <p>
        <a class="button" href={`/login?next=${encodeURIComponent(pageBefore(c))}`}>
          Увійти й повернутися до сторінки
        </a>
      </p>
      {written.length === 0 ? null : (
        <section aria-labelledby="written-title">
          <h2 id="written-title">Що ви написали</h2>
          <p>Скопіюйте перед входом, щоб вставити знову.</p>
          {written.map((text, index) => (
            <textarea readonly aria-label={`Написане, поле ${index + 1}`}>
              {text}
            </textarea>
          ))}
        </section>
      )}
    </Layout>,
    401,
  );
}

async function writtenIn(c: Context<WebEnv>): Promise<readonly string[]> {
  try {
    await limit(c, async () => {});
    const fields = Object.entries(await c.req.parseBody());
    return fields.flatMap(([name, value]) =>
      typeof value === 'string' && value.trim().length >= WRITTEN_MIN && !UNSPOKEN.test(name) ? [value] : [],
    );
  } catch {
    // Too large, or no form: there is nothing to give back.
    return [];
  }
}

/** The page the form stood on; the first one when the browser does not say. */
function pageBefore(c: Context<WebEnv>): string {
  const referer = c.req.header('referer');
  if (referer === undefined || !URL.canParse(referer)) return '/';
  const { pathname, search } = new URL(referer);
  return pathname + search;
}
