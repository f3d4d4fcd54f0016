'use strict';

const element = id => document.getElementById(id);
const show = (id, shown) => { element(id).hidden = !shown; };
const kind = () => document.querySelector('input[name=kind]:checked').value;

let running = null;

// The fragment of the page's address may contain the creator and the token. Browsers never send the fragment to the server.
const given = new URLSearchParams(location.hash.slice(1));
for (const name of ['creator', 'content', 'token']) {
  if (given.has(name)) element(name).value = given.get(name);
}
element('where').open = !element('token').value;

function size(bytes) {
  if (bytes < 1024) return `${bytes} bytes`;
  const kib = bytes / 1024;
  return kib < 1024 ? `${kib.toFixed(kib < 10 ? 1 : 0)} KiB` : `${(kib / 1024).toFixed(1)} MiB`;
}

function address() {
  const path = [element('creator').value, 'content', element('content').value, kind()];
  return 'api/creators/' + path.map(encodeURIComponent).join('/');
}

function upload(file) {
  show('problem', false);
  show('result', false);
  if (!element('form').checkValidity()) {
    element('where').open = true;
    element('form').reportValidity();
    return;
  }
  if (running) running.abort();
  const request = running = new XMLHttpRequest();
  element('name').textContent = file.name;
  advance(0);
  show('progress', true);
  request.upload.onprogress = event => {
    if (event.lengthComputable) advance(event.loaded / event.total);
  };
  request.onload = () => ended(request, file);
  request.onerror = () => problem('The connection broke off', 'The upload did not arrive. Try again.');
  request.onabort = () => show('progress', false);
  request.open('POST', address());
  request.setRequestHeader('Authorization', 'Bearer ' + element('token').value);
  const form = new FormData();
  form.append('file', file);
  request.send(form);
}

function advance(part) {
  element('bar').value = 100 * part;
  element('percent').textContent = part < 1 ? `${Math.floor(100 * part)} %` : 'is being processed …';
}

function ended(request, file) {
  running = null;
  let answer = {};
  try {
    answer = JSON.parse(request.responseText);
  } catch (e) {
    // the response of a proxy, not of the server
  }
  if (request.status === 201) {
    result(answer, file);
    return;
  }
  const wait = request.getResponseHeader('Retry-After');
  const detail = answer.detail || `The server answered ${request.status}.`;
  problem(answer.title || 'The upload was refused', wait ? `${detail} (in ${wait} s)` : detail);
}

function problem(title, detail) {
  running = null;
  show('progress', false);
  element('problem-title').textContent = title;
  element('problem-detail').textContent = detail;
  show('problem', true);
}

function result(manifest, file) {
  show('progress', false);
  const list = element('variants');
  list.replaceChildren(...manifest.variants.map(variant => card(variant, manifest)));
  const smallest = Math.min(...manifest.variants.map(variant => variant.bytes));
  const largest = Math.max(...manifest.variants.map(variant => variant.bytes));
  const fewer = bytes => Math.round(100 * (1 - bytes / file.size));
  element('saved').textContent = `${file.name} has ${size(file.size)}. A phone now loads ${size(smallest)}`
    + (fewer(smallest) > 0 ? ` (${fewer(smallest)} % less)` : '')
    + `, a large screen ${size(largest)}` + (fewer(largest) > 0 ? ` (${fewer(largest)} % less)` : '') + '.';
  element('snippet').textContent = manifest.picture;
  element('copy').textContent = 'Copy';
  show('result', true);
}

function card(variant, manifest) {
  const image = new Image();
  image.src = variant.url;
  image.alt = `variant ${variant.name}`;
  image.dataset.name = variant.name;
  if (manifest.placeholder) image.style.backgroundColor = manifest.placeholder.dominantColor;
  image.onload = () => { image.style.backgroundColor = ''; };
  const link = document.createElement('a');
  link.href = variant.url;
  link.append(image);
  const facts = document.createElement('dl');
  for (const [name, value] of [
    ['Name', variant.name],
    ['Size', `${variant.width} × ${variant.height}`],
    ['Weighs', size(variant.bytes)],
    ['Type', variant.contentType],
  ]) {
    const term = document.createElement('dt');
    const description = document.createElement('dd');
    term.textContent = name;
    description.textContent = value;
    facts.append(term, description);
  }
  const item = document.createElement('li');
  item.append(link, facts);
  return item;
}

async function copy() {
  const text = element('snippet').textContent;
  try {
    await navigator.clipboard.writeText(text);
  } catch (e) {
    // Without a secure connection browsers deny access to the clipboard. The selected text can be copied by hand.
    getSelection().selectAllChildren(element('snippet'));
    element('copy').textContent = 'Selected';
    return;
  }
  element('copy').textContent = 'Copied';
}

const drop = element('drop');
for (const type of ['dragenter', 'dragover']) {
  drop.addEventListener(type, event => {
    event.preventDefault();
    drop.classList.add('over');
  });
}
for (const type of ['dragleave', 'drop']) {
  drop.addEventListener(type, event => {
    event.preventDefault();
    drop.classList.remove('over');
  });
}
drop.addEventListener('drop', event => {
  const file = event.dataTransfer.files[0];
  if (file) upload(file);
});
element('file').addEventListener('change', () => {
  const file = element('file').files[0];
  if (file) upload(file);
  element('file').value = '';
});
for (const choice of document.querySelectorAll('input[name=kind]')) {
  choice.addEventListener('change', () => {
    element('accepted').textContent =
      (kind() === 'logo' ? 'JPEG, PNG, GIF, WebP or SVG' : 'JPEG, PNG, GIF or WebP') + ', up to 5 MiB';
  });
}
element('form').addEventListener('submit', event => event.preventDefault());
element('copy').addEventListener('click', copy);
