import type { Doc } from './values.js';

/** A document as it is stored, and decoded. */
export interface Version {
  readonly bytes: Buffer;
  readonly document: Doc;
}

/** About as many as the sender has on its way: a delivery is changed three times within a second or two. */
const MAX_VERSIONS = 4_000;
/** A larger one is read again when it is asked for. */
const MAX_BYTES = 2_048;

/** The documents of a collection that were changed last: what was just written is likely to be changed next. */
export class RecentVersions {
  private readonly versions = new Map<number, Version>();

  get(recordId: number): Version | undefined {
    return this.versions.get(recordId);
  }

  set(recordId: number, version: Version): void {
    this.versions.delete(recordId);
    if (version.bytes.length > MAX_BYTES) return;
    this.versions.set(recordId, version);
    const [oldest] = this.versions.keys();
    if (this.versions.size > MAX_VERSIONS && oldest !== undefined) this.versions.delete(oldest);
  }

  delete(recordId: number): void {
    this.versions.delete(recordId);
  }

  clear(): void {
    this.versions.clear();
  }
}
