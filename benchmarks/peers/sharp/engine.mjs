// sharp. --way spec: one call per variant, as in the specification. --way best: one decode; smaller variants are made from the larger.
import sharp from 'sharp';
import { options, serve } from '../protocol.mjs';

const given = options();
sharp.concurrency(1);

const within = (picture, size) => given.job === 'jpeg'
  ? picture.resize(size, size, { fit: 'inside', withoutEnlargement: true })
  : picture.resize(size, null, { withoutEnlargement: true });
const encode = picture => given.job === 'jpeg' ? picture.jpeg({ quality: 80 }) : picture.webp({ quality: 80, effort: 4 });

async function spec(photo) {
  await sharp(photo).metadata();
  return Promise.all(given.sizes.map(async size => [size, await encode(within(sharp(photo).rotate(), size)).toBuffer()]));
}

async function best(photo) {
  const largest = given.sizes.at(-1);
  const { data, info } = await within(sharp(photo).rotate(), largest).raw().toBuffer({ resolveWithObject: true });
  const raw = { raw: { width: info.width, height: info.height, channels: info.channels } };
  return Promise.all(given.sizes.map(async size => {
    const picture = sharp(data, raw);
    return [size, await encode(size === largest ? picture : within(picture, size)).toBuffer()];
  }));
}

const versions = ['sharp', 'vips', 'mozjpeg', 'webp'].map(name => `${name} ${sharp.versions[name]}`);
await serve(given, [...versions, `way ${given.way}`, `concurrency ${sharp.concurrency()}`], given.way === 'best' ? best : spec);
