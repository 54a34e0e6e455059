// What each commune code meant, and when: INSEE's movements up to 2019, then one snapshot a year.

const KINDS = {
  'COM': 'C', 'COMA': 'A', 'COMD': 'D',
  'commune-actuelle': 'C', 'commune-associee': 'A', 'commune-deleguee': 'D', 'arrondissement-municipal': 'M'
}
const plain = name => name.normalize('NFD').replace(/[^A-Za-z]/g, '').toLowerCase()

/** Periods { code, kind, nom, from, until, chefLieu }; an empty date is an open end. */
export class Periods {
  constructor(movements) {
    this.closed = []
    this.open = new Map()
    this.known = new Set(movements.map(movement => movement.code))
    movements.filter(movement => KINDS[movement.type]).forEach(movement => this.#read(movement))
  }

  #read({ code, type, nom, dateDebut = '', dateFin = '', pole = '' }) {
    const period = { code, kind: KINDS[type], nom, from: dateDebut, until: dateFin, chefLieu: pole.slice(pole.indexOf('-') + 1).split('@')[0] }
    if (period.from === period.until && period.from) return
    if (period.until) this.closed.push(period)
    else this.open.set(code + period.kind, period)
  }

  /** Ends what this day no longer knows, and opens what it is the first to know. */
  advance(day, communes) {
    const seen = new Map(communes.map(commune => [commune.code + KINDS[commune.type], commune]))
    for (const [key, period] of this.open) if (!seen.has(key)) this.#end(key, period, day)
    for (const [key, commune] of seen) this.#meet(key, commune, day)
  }

  #meet(key, commune, day) {
    const { code, type, nom, chefLieu, commune: city } = commune
    const period = this.open.get(key)
    // because an apostrophe or an accent that was corrected is not a new name
    const same = period && plain(period.nom) === plain(nom)
    if (period && !same) this.#end(key, period, day)
    // because the movements leave out the arrondissements and the overseas communities, which are old
    const opened = this.known.has(code) ? day : ''
    this.open.set(key, { code, kind: KINDS[type], nom, from: same ? period.from : opened, until: '', chefLieu: chefLieu ?? city ?? '', commune })
  }

  #end(key, period, day) {
    this.open.delete(key)
    this.closed.push({ ...period, until: day, commune: undefined })
  }

  /** By code; for one code the current commune first, then the others, the latest first. */
  sorted() {
    const rank = period => (period.until ? '1' : '0') + 'CMDA'.indexOf(period.kind)
    const order = (a, b) => a < b ? -1 : a > b ? 1 : 0
    return [...this.closed, ...this.open.values()].sort((a, b) =>
      order(a.code, b.code) || order(rank(a), rank(b)) || order(b.until, a.until) || order(b.from, a.from))
  }
}
