import type { RemoteFile } from '../../domain/inbound-event.js';
import type { TelegramFile, TelegramMessage } from './update.js';

/** Files of a message that staff can open; of a photo's sizes the largest. Animations and stickers are not among them. */
export function messageFiles(message: TelegramMessage): readonly RemoteFile[] {
  const { photo, live_photo, voice, audio, video, video_note } = message;
  // An animation comes with a `document` too, for old clients.
  const document = message.animation === undefined ? message.document : undefined;
  return [
    remoteFile('photo', largest(photo ?? []), 'image/jpeg'),
    remoteFile('photo', photo ? undefined : live_photo, undefined),
    remoteFile('voice', voice, 'audio/ogg'),
    remoteFile('audio', audio, undefined),
    remoteFile('video', video, 'video/mp4'),
    remoteFile('video', video_note, 'video/mp4'),
    remoteFile('document', document, undefined),
  ].filter((file) => file !== undefined);
}

/** Telegram lists sizes from small to large, and sides need not be there. */
function largest(sizes: readonly TelegramFile[]): TelegramFile | undefined {
  const pixels = ({ width = 0, height = 0 }: TelegramFile) => width * height;
  return sizes.reduce<TelegramFile | undefined>(
    (best, size) => (best && pixels(best) > pixels(size) ? best : size),
    undefined,
  );
}

function remoteFile(
  kind: RemoteFile['kind'],
  file: TelegramFile | undefined,
  usualType: string | undefined,
): RemoteFile | undefined {
  return (
    file && {
      kind,
      ref: file.file_id,
      name: file.file_name,
      contentType: file.mime_type ?? usualType,
      sizeBytes: file.file_size,
      durationSeconds: file.duration,
    }
  );
}
