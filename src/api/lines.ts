/** One line of a stream, without its end. `text` is undefined when it is too long or no UTF-8. */
export interface Line {
  /** 1-based, empty lines counted */
  readonly number: number;
  readonly text: string | undefined;
}

const NEWLINE = 0x0a;

/**
 * Splits a body into lines as it arrives, holding one chunk and at most one line.
 *
 * @param maxBytes a longer line is reported without its text and not kept in memory
 */
export async function* readLines(body: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<Line> {
  let parts: Uint8Array[] = [];
  let size = 0;
  let number = 0;

  const keep = (part: Uint8Array) => {
    size += part.byteLength;
    if (size <= maxBytes) parts.push(part);
    else parts = [];
  };
  const finish = (): Line => {
    number += 1;
    const text = size <= maxBytes ? decode(Buffer.concat(parts)) : undefined;
    parts = [];
    size = 0;
    return { number, text };
  };

  for await (const chunk of body) {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, start)) {
      keep(chunk.subarray(start, end));
      yield finish();
      start = end + 1;
    }
    if (start < chunk.byteLength) keep(chunk.subarray(start));
  }
  if (size > 0) yield finish();
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    // A byte order mark at the start of the file is dropped by the decoder.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r$/, '');
  } catch {
    return undefined;
  }
}
