/** The token of an `Authorization: Bearer` header. @see https://www.rfc-editor.org/rfc/rfc6750#section-2.1 */
export function bearerToken(header: string | undefined): string | undefined {
  return /^Bearer +([\x21-\x7e]+) *$/i.exec(header ?? '')?.[1];
}
