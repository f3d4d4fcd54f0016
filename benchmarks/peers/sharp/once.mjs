// Command line program that runs the code of the specification on one file: once.mjs PHOTO DIR. Prints time and memory as one JSON line.
import fs from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { peakKib } from '../protocol.mjs';

const [photo, dir] = process.argv.slice(2);
const start = performance.now();
fs.mkdirSync(dir, { recursive: true });
let outcome = 'completed';
try {
  const buf = fs.readFileSync(photo);
  await sharp(buf).metadata();
  await Promise.all([400, 1200, 2400].map(async n => {
    const made = await sharp(buf).rotate().resize(n, n, { fit: 'inside', withoutEnlargement: true }).jpeg({ quality: 80 }).toBuffer();
    fs.writeFileSync(path.join(dir, `${n}.jpg`), made);
  }));
} catch (e) {
  outcome = `failed: ${e.message}`;
}
console.log(JSON.stringify({ outcome, wallMs: performance.now() - start, peakKib: peakKib() }));
