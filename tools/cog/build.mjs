// Writes communes, departements, regions, epci and pays as gzip TSV. Usage: build.mjs <work folder> <target folder>
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { Periods } from './history.mjs'
import { HISTORY, SNAPSHOTS, WITNESS, unpack } from './sources.mjs'

const [work, target] = process.argv.slice(2)
mkdirSync(target, { recursive: true })

function write(name, rows) {
  const text = rows.map(row => row.join('\t') + '\n').join('')
  const zipped = gzipSync(text, { level: 9 })
  zipped[9] = 255 // because the header names the operating system, and the file must not depend on it
  writeFileSync(join(target, name + '.tsv.gz'), zipped)
  console.log(`${name}: ${rows.length} rows, ${zipped.length} bytes`)
}

function must(condition, what) {
  if (!condition) throw new Error(what)
}

const departementOf = code => /^9[78]/.test(code) ? code.slice(0, 3) : code.slice(0, 2)

const periods = new Periods(unpack(work, HISTORY)('data/historique-communes.json'))
let latest
for (const snapshot of SNAPSHOTS) {
  latest = unpack(work, snapshot)
  periods.advance(snapshot.day, latest('data/communes.json'))
}

const departements = latest('data/departements.json')
const regions = latest('data/regions.json')
const regionOf = new Map(departements.map(departement => [departement.code, departement.region]))

// Ranks equal answers of a search: people look for big communes more often than for small ones.
const size = commune => commune?.population > 0 ? Math.floor(Math.log2(commune.population)).toString(36) : ''

for (const { code, departement, region, type } of latest('data/communes.json')) {
  const expected = departementOf(code)
  must(type !== 'commune-actuelle' || (departement === expected && region === regionOf.get(expected)), `${code} lies elsewhere`)
}
write('communes', periods.sorted().map(({ code, kind, nom, from, until, chefLieu, commune }) =>
  [code, kind, nom, from, until, chefLieu === code ? '' : chefLieu, (commune?.codesPostaux ?? []).join(' '), size(commune)]))
write('departements', departements.map(({ code, nom, region, chefLieu }) => [code, nom, region, chefLieu]))
write('regions', regions.map(({ code, nom, chefLieu }) => [code, nom, chefLieu]))

// The departements where the members lie, the one with the most members first.
function lie(membres) {
  const counts = new Map()
  for (const { code } of membres) counts.set(departementOf(code), (counts.get(departementOf(code)) ?? 0) + 1)
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([code]) => code).join(' ')
}
write('epci', latest('data/epci.json').map(({ code, nom, membres }) => [code, nom, lie(membres)]).sort(([a], [b]) => a < b ? -1 : 1))

const pays = readFileSync(new URL('pays.txt', import.meta.url), 'utf8').split('\n')
  .filter(line => line && !line.startsWith('#')).map(line => line.split(';'))
const inForce = new Set(pays.filter(([, , end]) => !end).map(([code]) => code))
for (const code of Object.keys(unpack(work, WITNESS)('dist/data/countries.json'))) {
  must(inForce.has('99' + code), `pays.txt lacks 99${code}, which ${WITNESS.name} knows`)
}
write('pays', pays)
