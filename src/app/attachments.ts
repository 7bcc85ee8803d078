import type { AppealFile } from '../domain/appeal.js';
import type { Attachment } from '../domain/content.js';
import type { Files } from '../services/files/files.js';

/** Files of an answer as messengers take them: Viber fetches by a public name. */
export async function attachmentsOf(
  files: Pick<Files, 'publish'>,
  sent: readonly AppealFile[],
): Promise<Attachment[]> {
  const attachments: Attachment[] = [];
  for (const { fileId, name, sizeBytes } of sent) {
    const { publicName } = await files.publish(fileId);
    attachments.push({ fileId, publicName, name, sizeBytes });
  }
  return attachments;
}
