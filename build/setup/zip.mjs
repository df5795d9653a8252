import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createInflateRaw } from 'node:zlib';

/**
 * @typedef {object} Entry one file of a zip archive
 * @property {string} name
 * @property {number} offset of its local header
 * @property {number} packedBytes
 * @property {boolean} stored not compressed
 * @property {number} mode POSIX permissions
 */

const endRecordBytes = 22;
const localHeaderBytes = 30;

/**
 * Unpacks the files `place` gives a path for, relative to `folder`. Reads plain zip (no zip64, no encryption): its
 * one use is an archive whose hash is pinned.
 *
 * @param {string} zipFile
 * @param {string} folder
 * @param {(name: string) => string | null} place
 */
export async function unpackZip(zipFile, folder, place) {
  for (const entry of await entriesOf(zipFile)) {
    const target = entry.name.endsWith('/') ? null : place(entry.name);
    if (target !== null) await unpackEntry(zipFile, entry, join(folder, target));
  }
}

/**
 * @param {string} zipFile
 * @param {Entry} entry
 * @param {string} target
 */
async function unpackEntry(zipFile, entry, target) {
  await mkdir(dirname(target), { recursive: true });
  const start = entry.offset + localHeaderBytes + (await localExtraBytes(zipFile, entry.offset));
  await pipeline(
    createReadStream(zipFile, { start, end: start + entry.packedBytes - 1 }),
    entry.stored ? new PassThrough() : createInflateRaw(),
    createWriteStream(target, { mode: entry.mode }),
  );
}

/**
 * @param {string} zipFile
 * @param {number} offset
 */
async function localExtraBytes(zipFile, offset) {
  const header = await readAt(zipFile, offset, localHeaderBytes);
  return header.readUInt16LE(26) + header.readUInt16LE(28);
}

/**
 * The central directory.
 *
 * @param {string} zipFile
 * @returns {Promise<Entry[]>}
 */
async function entriesOf(zipFile) {
  const end = await readAt(zipFile, -endRecordBytes, endRecordBytes);
  if (end.readUInt32LE(0) !== 0x06054b50) throw new Error(`${zipFile} is not a plain zip archive.`);
  const directory = await readAt(zipFile, end.readUInt32LE(16), end.readUInt32LE(12));
  const entries = [];
  for (let at = 0; at < directory.length;) {
    const nameBytes = directory.readUInt16LE(at + 28);
    entries.push({
      name: directory.toString('utf8', at + 46, at + 46 + nameBytes),
      offset: directory.readUInt32LE(at + 42),
      packedBytes: directory.readUInt32LE(at + 20),
      stored: directory.readUInt16LE(at + 10) === 0,
      mode: directory.readUInt16LE(at + 40) & 0o777,
    });
    at += 46 + nameBytes + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

/**
 * @param {string} file
 * @param {number} position from the start, or from the end when negative
 * @param {number} length
 */
async function readAt(file, position, length) {
  const handle = await open(file);
  try {
    const from = position < 0 ? (await handle.stat()).size + position : position;
    const { buffer } = await handle.read(Buffer.alloc(length), 0, length, from);
    return buffer;
  } finally {
    await handle.close();
  }
}
