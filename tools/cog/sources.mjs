// The packages that we read, pinned by their integrity, and the day whose state each one gives.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const DECOUPAGE = '@etalab/decoupage-administratif'

// 0.7.0 is the last one that holds INSEE's movements since 1943; there is none for 2020.
export const HISTORY = {
  version: '0.7.0',
  integrity: 'sha512-ezO+LHyIrJjDBlE7DxXSbvHxSliTGT4o4+w1pMaA6FjCVDFiW74zp5Lhmi1GpY2JcelKq4m8zHjDol08O6unqQ=='
}

export const SNAPSHOTS = [
  { day: '2021-01-01', version: '1.1.1', integrity: 'sha512-2yD0tkK+As9OlImYdFXn9O1ABtMpExpCq0A7/d/HpruMgg7NYymUeNnHN0r8ICWgcKE//3uvMXeQ00xdOwUiZg==' },
  { day: '2022-01-01', version: '2.3.1', integrity: 'sha512-52zR447e9Csr/HkzmLJIrOTCAuwJNd4O9fay8BRgOQUSbqaKOP6vFpsrj5lKlrH9vA+ii07h1TnChdMFZNgcwg==' },
  { day: '2023-01-01', version: '3.1.1', integrity: 'sha512-/1yqSlo6Xerdz1MN+rh57hDWcAam18gwSK5u4wFjT1glRUiN/o1A4IQe6pvB9JqGvHv6WbF5X7WyE+yxeMqLig==' },
  { day: '2024-01-01', version: '4.1.0', integrity: 'sha512-r0lO1qhb/R7golWwfPbkstpN3WeGuROIHoJhExY7251bkc7tjL48wsnh4/cWAQYux1y/EMSTuOEwiMkh0/mK8g==' },
  { day: '2025-01-01', version: '5.3.0', integrity: 'sha512-I7PP8jiNOKwvBbdhoYPiwMaJ27x6aHwwGj5V0DMTOPu2YG6qyhGty1b0SIkCxpSHlUkASEfybISY4ldkTcYbbw==' },
  { day: '2026-01-01', version: '6.0.0', integrity: 'sha512-XavYsFlbcM/prKr8hNHPKER94IHw/dsxNM4nxjWMYk6PLFACpEedvn/7wK8Baozm0dCYhWWcf+7bcWpA5pmCaQ==' }
]

// An independent list of country codes, against which ours is checked.
export const WITNESS = {
  name: 'french-ssn',
  version: '4.1.0',
  integrity: 'sha512-Blh/Zm2uQAyXiFZkOmARkOEPkyN0wth6Cxy0pjiUKxp3eu6ikg3nAb006GbdBQl7LKkORW3RcdkM6eIhE99eUw=='
}

/** Downloads and unpacks a package, and answers how to read its JSON files. */
export function unpack(work, { name = DECOUPAGE, version, integrity }) {
  const folder = join(work, `${name.replace('/', '-')}-${version}`)
  mkdirSync(folder, { recursive: true })
  const file = execFileSync('npm', ['pack', '--silent', `${name}@${version}`], {
    cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore']
  }).trim()
  const archive = join(folder, file)
  const found = 'sha512-' + createHash('sha512').update(readFileSync(archive)).digest('base64')
  if (found !== integrity) throw new Error(`${name}@${version} is not the package that we know`)
  execFileSync('tar', ['xzf', archive, '-C', folder])
  return path => JSON.parse(readFileSync(join(folder, 'package', path), 'utf8'))
}
