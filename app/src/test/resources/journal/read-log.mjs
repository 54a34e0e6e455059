// Reads a published log from the specifications alone (c2sp.org: tlog-tiles, tlog-checkpoint, signed-note, tlog-proof;
// RFC 6962), in another language and by other code than the log's own.
// node read-log.mjs PREFIX VERIFIER_KEY OLDER_CHECKPOINT_FILE RECEIPT_FILE
import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';

const [prefix, vkey, olderFile, receiptFile] = process.argv.slice(2);
const fail = (why) => { console.error(why); process.exit(1); };
const sha = (...parts) => parts.reduce((h, p) => h.update(p), createHash('sha256')).digest();
const leafHash = (entry) => sha(Buffer.of(0), entry);
const nodeHash = (l, r) => sha(Buffer.of(1), l, r);

// MTH of RFC 6962 section 2.1 over leaf hashes.
function mth(leaves) {
    if (leaves.length === 0) return sha();
    if (leaves.length === 1) return leaves[0];
    let k = 1;
    while (k * 2 < leaves.length) k *= 2;
    return nodeHash(mth(leaves.slice(0, k)), mth(leaves.slice(k)));
}

// PATH and PROOF of sections 2.1.1 and 2.1.2.
function path(m, d) {
    if (d.length <= 1) return [];
    let k = 1;
    while (k * 2 < d.length) k *= 2;
    return m < k ? [...path(m, d.slice(0, k)), mth(d.slice(k))] : [...path(m - k, d.slice(k)), mth(d.slice(0, k))];
}

function readKey(text) {
    const [name, id, ...rest] = text.split('+');
    const typed = Buffer.from(rest.join('+'), 'base64');
    const computed = sha(Buffer.from(name + '\n'), typed).subarray(0, 4).toString('hex');
    if (typed[0] !== 1 || typed.length !== 33 || computed !== id) fail('not an Ed25519 verifier key');
    const spki = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), typed.subarray(1)]);
    return { name, id, key: createPublicKey({ key: spki, format: 'der', type: 'spki' }) };
}

function readCheckpoint(note, key) {
    const split = note.lastIndexOf('\n\n');
    const text = note.slice(0, split + 1);
    const signed = note.slice(split + 2).trimEnd().split('\n').some((line) => {
        const [dash, name, sig] = line.split(' ');
        const bytes = Buffer.from(sig, 'base64');
        return dash === '—' && name === key.name && bytes.subarray(0, 4).toString('hex') === key.id
            && verify(null, Buffer.from(text), key.key, bytes.subarray(4));
    });
    if (!signed) fail('the checkpoint is not signed by this key');
    const [origin, size, root] = text.split('\n');
    if (origin !== key.name) fail('another origin');
    return { size: Number(size), root: Buffer.from(root, 'base64') };
}

const tilePath = (n) => {
    let p = String(n % 1000).padStart(3, '0');
    for (n = Math.floor(n / 1000); n > 0; n = Math.floor(n / 1000)) p = `x${String(n % 1000).padStart(3, '0')}/${p}`;
    return p;
};

async function get(where) {
    const answer = await fetch(prefix + where);
    if (!answer.ok) fail(`${where}: ${answer.status}`);
    return Buffer.from(await answer.arrayBuffer());
}

const key = readKey(vkey);
const checkpoint = readCheckpoint((await get('/checkpoint')).toString(), key);

// Every entry bundle, and with it every leaf.
const leaves = [];
for (let n = 0; n * 256 < checkpoint.size; n++) {
    const width = Math.min(256, checkpoint.size - n * 256);
    const bundle = await get(`/tile/entries/${tilePath(n)}${width < 256 ? `.p/${width}` : ''}`);
    for (let at = 0; at < bundle.length;) {
        const length = bundle.readUInt16BE(at);
        leaves.push(leafHash(bundle.subarray(at + 2, at + 2 + length)));
        at += 2 + length;
    }
}
if (leaves.length !== checkpoint.size) fail(`${leaves.length} entries for a size of ${checkpoint.size}`);
if (!mth(leaves).equals(checkpoint.root)) fail('the entries do not give the signed root');

// Every tile of every level, against the entries.
let below = leaves;
for (let level = 0; below.length > 0; level++) {
    for (let n = 0; n * 256 < below.length; n++) {
        const expected = below.slice(n * 256, n * 256 + 256);
        const tile = await get(`/tile/${level}/${tilePath(n)}${expected.length < 256 ? `.p/${expected.length}` : ''}`);
        if (!tile.equals(Buffer.concat(expected))) fail(`tile ${level}/${n}`);
    }
    const full = Math.floor(below.length / 256);
    below = Array.from({ length: full }, (_, i) => mth(below.slice(i * 256, i * 256 + 256)));
}

// The log only grew: the older checkpoint is that of a prefix.
const older = readCheckpoint(readFileSync(olderFile, 'utf8'), key);
if (older.size > checkpoint.size || !mth(leaves.slice(0, older.size)).equals(older.root)) fail('not the same log as before');

// The receipt: its content leads to its leaf, and its path to the root of its checkpoint.
const receipt = readFileSync(receiptFile, 'utf8');
const lines = receipt.slice(0, receipt.indexOf('\n\n')).split('\n');
if (lines[0] !== 'c2sp.org/tlog-proof@v1') fail('not a receipt');
const extra = JSON.parse(Buffer.from(lines[1].split(' ')[1], 'base64'));
const index = Number(lines[2].split(' ')[1]);
const commitments = extra.parties.map((part) => part.engagement ? Buffer.from(part.engagement, 'base64')
    : sha(Buffer.from('socle/part/1'), Buffer.from(part.sel, 'base64'), Buffer.from(part.contenu)));
const entry = Buffer.concat([Buffer.of(1), sha(Buffer.concat(commitments)), Buffer.from(extra.lien, 'base64')]);
const covered = readCheckpoint(receipt.slice(receipt.indexOf('\n\n') + 2), key);
if (!leafHash(entry).equals(leaves[index])) fail('the receipt is of another entry');
const expected = path(index, leaves.slice(0, covered.size)).map((hash) => hash.toString('base64'));
if (JSON.stringify(expected) !== JSON.stringify(lines.slice(3))) fail('the receipt has another path');

console.log(`${checkpoint.size} entries, signed and grown from ${older.size}; receipt ${index} holds`);
