// photon (WebAssembly), as a Worker uses it: it decodes once, resizes with Lanczos3 and encodes lossless WebP, without a quality setting.
// It supports neither EXIF orientation nor colour profiles.
import { PhotonImage, SamplingFilter, resize } from '@cf-wasm/photon/node';
import { options, serve } from '../protocol.mjs';

const given = options();

async function job(photo) {
  const source = PhotonImage.new_from_byteslice(new Uint8Array(photo));
  const made = given.sizes.map(size => {
    const width = Math.min(size, source.get_width());
    const height = Math.max(1, Math.round(source.get_height() * width / source.get_width()));
    const picture = resize(source, width, height, SamplingFilter.Lanczos3);
    const bytes = picture.get_bytes_webp();
    picture.free();
    return [size, bytes];
  });
  source.free();
  return made;
}

await serve(given, ['@cf-wasm/photon 0.4.0', 'lossless WebP'], job);
