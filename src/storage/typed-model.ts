import type { Connection, Model, Schema } from 'mongoose';

/**
 * A model whose documents are read as `D`. mongoose infers a looser type from a schema (no unions, nothing
 * readonly); that the two agree is seen where they stand, `D` and its schema being in one file.
 */
export function typedModel<D>(connection: Connection, name: string, schema: unknown): Model<D> {
  return connection.model<D>(name, schema as Schema<D>);
}
