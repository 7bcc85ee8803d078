/** What people send and what answers carry. Everything else is `bin`, which a browser only ever downloads. */
const EXTENSIONS: ReadonlyMap<string, string> = new Map([
  ['image/jpeg', 'jpg'],
  ['image/png', 'png'],
  ['image/gif', 'gif'],
  ['image/webp', 'webp'],
  ['application/pdf', 'pdf'],
  ['application/msword', 'doc'],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'docx'],
  ['application/vnd.ms-excel', 'xls'],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx'],
  ['application/vnd.oasis.opendocument.text', 'odt'],
  ['application/zip', 'zip'],
  ['text/plain', 'txt'],
  ['audio/mpeg', 'mp3'],
  ['audio/ogg', 'ogg'],
  ['video/mp4', 'mp4'],
]);

/**
 * The ending of a public file name, without the dot. Viber shows a picture only when its URL ends in one.
 *
 * @param contentType with or without parameters, in any case
 */
export function fileExtension(contentType: string): string {
  const [type = ''] = contentType.split(';');
  return EXTENSIONS.get(type.trim().toLowerCase()) ?? 'bin';
}
