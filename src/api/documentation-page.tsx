import { groupBy } from '../lib/group-by.js';
import { Layout } from '../web/layout.js';

/** The part of an OpenAPI document that the page shows. */
export interface ApiDocument {
  readonly info: { readonly title: string; readonly description?: string | undefined };
  readonly paths?: Readonly<Record<string, unknown>> | undefined;
}

interface Operation {
  readonly method: string;
  readonly path: string;
  readonly summary?: string;
  readonly description?: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema?: unknown }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema?: unknown }>> };
  readonly responses?: Readonly<Record<string, { readonly description?: string }>>;
}

const METHODS = ['get', 'post', 'patch', 'delete'] as const;

/** The API's description for people: one section a path, without scripts. */
export function DocumentationPage({ document }: { readonly document: ApiDocument }) {
  return (
    <Layout title="API" wide>
      <h1>{document.info.title}</h1>
      <p>
        <Prose text={document.info.description} />
      </p>
      <p>
        <a href="/api/openapi.json">openapi.json</a>
      </p>
      {[...groupBy(operationsOf(document), resourceOf)].map(([resource, operations]) => (
        <>
          <h2>{resource}</h2>
          {operations.map((operation) => (
            <OperationSection operation={operation} />
          ))}
        </>
      ))}
    </Layout>
  );
}

function OperationSection({ operation }: { readonly operation: Operation }) {
  const { method, path, summary, description, parameters = [], requestBody, responses = {} } = operation;
  return (
    <section class="card">
      <h3>
        <code>
          {method.toUpperCase()} {path}
        </code>
      </h3>
      <p>
        <Prose text={summary} />
      </p>
      {description && (
        <p class="muted">
          <Prose text={description} />
        </p>
      )}
      {parameters.length > 0 && (
        <p>
          {parameters.map(({ name, in: place }) => (
            <>
              <code>{place === 'query' ? `?${name}` : `{${name}}`}</code>{' '}
            </>
          ))}
        </p>
      )}
      {requestBody &&
        Object.entries(requestBody.content).map(([type, { schema }]) => (
          <details>
            <summary>{type}</summary>
            <pre tabindex={0}>{JSON.stringify(schema, null, 2)}</pre>
          </details>
        ))}
      <ul>
        {Object.entries(responses).map(([status, { description: meaning }]) => (
          <li>
            <code>{status}</code> <Prose text={meaning} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Text with `code` in backticks, as OpenAPI descriptions are Markdown. */
function Prose({ text = '' }: { readonly text?: string | undefined }) {
  return <>{text.split('`').map((part, index) => (index % 2 === 1 ? <code>{part}</code> : part))}</>;
}

/** `/api/v1/broadcasts/{id}` is about broadcasts. */
function resourceOf({ path }: Operation): string {
  return path.split('/')[3] ?? path;
}

function operationsOf({ paths = {} }: ApiDocument): Operation[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      // Made by the generator from our own routes, so an operation has these fields.
      const operation = (item as Partial<Record<string, Omit<Operation, 'method' | 'path'>>>)[method];
      return operation ? [{ method, path, ...operation }] : [];
    }),
  );
}
