/** Pixels of a picture. */
export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

/**
 * Reads the size from a JPEG, PNG, GIF or WebP header; the picture itself is not decoded.
 *
 * @returns undefined for anything else: that is how the emulator tells a picture from other bytes
 */
export function imageSize(bytes: Uint8Array): ImageSize | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.length < 16) return undefined;
  if (buffer.toString('latin1', 1, 4) === 'PNG') return pngSize(buffer);
  if (buffer.toString('latin1', 0, 3) === 'GIF') {
    return { width: buffer.readUInt16LE(6), height: buffer.readUInt16LE(8) };
  }
  if (buffer.toString('latin1', 0, 4) === 'RIFF') return webpSize(buffer);
  return buffer.readUInt16BE(0) === 0xffd8 ? jpegSize(buffer) : undefined;
}

/** The media type of the same four formats, whatever the sender called them. */
export function imageType(bytes: Uint8Array): string | undefined {
  if (imageSize(bytes) === undefined) return undefined;
  return { 137: 'image/png', 71: 'image/gif', 82: 'image/webp' }[Number(bytes[0])] ?? 'image/jpeg';
}

function pngSize(buffer: Buffer): ImageSize | undefined {
  if (buffer.length < 24) return undefined;
  return { width: buffer.readUInt32BE(16), height: buffer.readUInt32BE(20) };
}

function webpSize(buffer: Buffer): ImageSize | undefined {
  if (buffer.toString('latin1', 8, 12) !== 'WEBP' || buffer.length < 30) return undefined;
  const format = buffer.toString('latin1', 12, 16);
  if (format === 'VP8X') return { width: buffer.readUIntLE(24, 3) + 1, height: buffer.readUIntLE(27, 3) + 1 };
  if (format === 'VP8 ') {
    return { width: buffer.readUInt16LE(26) & 0x3fff, height: buffer.readUInt16LE(28) & 0x3fff };
  }
  const bits = buffer.readUInt32LE(21);
  return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
}

/** Walks the segments to the first start-of-frame, where the size is. */
function jpegSize(buffer: Buffer): ImageSize | undefined {
  let position = 2;
  while (position + 9 < buffer.length && buffer[position] === 0xff) {
    const marker = buffer.readUInt8(position + 1);
    if (isStartOfFrame(marker)) {
      return { width: buffer.readUInt16BE(position + 7), height: buffer.readUInt16BE(position + 5) };
    }
    position += 2 + buffer.readUInt16BE(position + 2);
  }
  return undefined;
}

/** 0xC0–0xCF except the tables DHT (C4), JPG (C8) and DAC (CC). */
function isStartOfFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}
