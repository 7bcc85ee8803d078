import type { AppealFile } from '../domain/appeal.js';
import type { ChannelId } from '../domain/channel-id.js';
import type { Attachment } from '../domain/content.js';
import type { Files } from '../services/files/files.js';

/** Files of an answer as messengers take them. Only Viber fetches by a public name: others get none. */
export async function attachmentsOf(
  files: Pick<Files, 'publish'>,
  sent: readonly AppealFile[],
  channel: ChannelId,
): Promise<Attachment[]> {
  const attachments: Attachment[] = [];
  for (const { fileId, name, sizeBytes } of sent) {
    const publicName = channel === 'viber' ? (await files.publish(fileId)).publicName : undefined;
    attachments.push({ fileId, publicName, name, sizeBytes });
  }
  return attachments;
}
