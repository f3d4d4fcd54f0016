// The protocol of an engine in Node. It prints one JSON line when it is ready and one for each `run THREADS`, until `quit`.
// It runs THREADS jobs at the same time.
import fs from 'node:fs';
import path from 'node:path';
import readline from 'node:readline';

const SIZES = { jpeg: [400, 1200, 2400], webp: [400, 800, 1920] };

export function options() {
  const given = { job: 'jpeg', out: undefined, photos: [], way: undefined };
  const args = process.argv.slice(2);
  for (let i = 0; i < args.length; i++) {
    if (args[i] === '--job') given.job = args[++i];
    else if (args[i] === '--out') given.out = args[++i];
    else if (args[i] === '--way') given.way = args[++i];
    else given.photos.push(args[i]);
  }
  return { ...given, sizes: SIZES[given.job] };
}

// The kernel's peak resident memory, as for every other engine; Node's maxRSS if there is no /proc.
export function peakKib() {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(fs.readFileSync('/proc/self/status', 'utf8'))[1]);
  } catch {
    return process.resourceUsage().maxRSS;
  }
}

// job(encoded) returns [[size, bytes], ...]
export async function serve(given, about, job) {
  const photos = given.photos.map(name => fs.readFileSync(name));
  if (given.out) {
    fs.mkdirSync(given.out, { recursive: true });
    for (const [number, photo] of photos.entries()) {
      for (const [size, bytes] of await job(photo)) {
        fs.writeFileSync(path.join(given.out, `${number}-${size}.${given.job === 'jpeg' ? 'jpg' : 'webp'}`), bytes);
      }
    }
  }
  const say = value => process.stdout.write(JSON.stringify(value) + '\n');
  say({ runtime: `Node ${process.version}`, flags: process.execArgv, about });
  for await (const line of readline.createInterface({ input: process.stdin })) {
    if (line === 'quit') break;
    const threads = Number(line.split(' ')[1]);
    const wall = performance.now(), cpu = process.cpuUsage();
    let next = 0, bytes = 0;
    const work = async () => {
      while (next < photos.length) for (const [, made] of await job(photos[next++])) bytes += made.length;
    };
    await Promise.all(Array.from({ length: threads }, work));
    const used = process.cpuUsage(cpu);
    say({ wallMs: performance.now() - wall, cpuMs: (used.user + used.system) / 1000, bytes, stagesMs: {}, peakKib: peakKib() });
  }
  process.exit(0);
}
