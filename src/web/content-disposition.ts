/**
 * Header of an answer that is saved as a file.
 *
 * @param latin ASCII without quotes, for clients that do not read the other
 * @see https://www.rfc-editor.org/rfc/rfc6266
 */
export function attachment({ name, latin }: { readonly name: string; readonly latin: string }): string {
  return `attachment; filename="${latin}"; filename*=UTF-8''${encodeName(name)}`;
}

/** RFC 8187 `value-chars`: encodeURIComponent leaves some alone that the header does not allow, and refuses half an emoji. */
export function encodeName(name: string): string {
  return encodeURIComponent(name.replace(/\p{Surrogate}/gu, '\uFFFD')).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
