import type { Files } from '../files/files.js';
import type { UploadSource } from './channel.js';

/** References kept in memory; the rest is in the file store. */
const KNOWN_MAX = 1_000;

/** Files on their way to one messenger: bytes until it has them, its own reference afterwards. */
export class Uploads implements UploadSource {
  private readonly known = new Map<string, string>();

  /** @param bot whose references they are: another bot's are worth nothing (https://core.telegram.org/bots/faq) */
  constructor(
    private readonly bot: string,
    private readonly files: Pick<Files, 'read' | 'get' | 'reference' | 'remember'>,
  ) {}

  async read(fileId: string) {
    const [bytes, file] = await Promise.all([this.files.read(fileId), this.files.get(fileId)]);
    return { bytes, contentType: file?.contentType ?? 'application/octet-stream' };
  }

  reference(fileId: string): string | undefined {
    return this.known.get(fileId);
  }

  /** Brings references learned earlier (before a restart, by another process) into memory. */
  async load(fileIds: readonly string[]): Promise<void> {
    for (const id of fileIds) {
      if (this.known.has(id)) continue;
      const reference = await this.files.reference(id, this.bot);
      if (reference !== undefined) this.keep(id, reference);
    }
  }

  async learn(fileId: string, reference: string): Promise<void> {
    this.keep(fileId, reference);
    await this.files.remember(fileId, this.bot, reference);
  }

  private keep(fileId: string, reference: string): void {
    if (this.known.size >= KNOWN_MAX) this.known.clear();
    this.known.set(fileId, reference);
  }
}
