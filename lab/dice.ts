/**
 * Seeded chance. The same seed rolls the same numbers for ever; a fork by label depends on the labels alone and not on how often its
 * parent was rolled, so that one more roll in one place does not shift the others. Generator: sfc32, seeded through cyrb128.
 */
export interface Dice {
  /** A stream of its own, decided by this one's seed and the label. */
  fork(label: string): Dice
  /** [0, 1) */
  roll(): number
  /** A whole number, both ends included. */
  whole(from: number, to: number): number
  between(from: number, to: number): number
  chance(probability: number): boolean
  pick<T>(list: readonly [T, ...T[]]): T
  pick<T>(list: readonly T[]): T | undefined
  /** That many characters of the alphabet. */
  text(alphabet: string, length: number): string
}

type Words = readonly [number, number, number, number]

const START: Words = [1779033703, 3144134277, 1013904242, 2773480762]

/** The words so far with the text behind them: a path is hashed piece by piece, and a fork goes on where its parent stands. */
function hashed([a0, b0, c0, d0]: Words, text: string): Words {
  let [a, b, c, d] = [a0, b0, c0, d0]
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    a = b ^ Math.imul(a ^ code, 597399067)
    b = c ^ Math.imul(b ^ code, 2869860233)
    c = d ^ Math.imul(c ^ code, 951274213)
    d = a ^ Math.imul(d ^ code, 2716044179)
  }
  return [a, b, c, d]
}

class Stream implements Dice {
  readonly #path: Words
  /** Most forks are forked again and never rolled: the generator is made at the first roll. */
  #isMade = false
  #a = 0
  #b = 0
  #c = 0
  #d = 0

  constructor(path: Words) {
    this.#path = path
  }

  fork(label: string): Dice {
    return new Stream(hashed(hashed(this.#path, '/'), label))
  }

  roll(): number {
    if (!this.#isMade) this.#make()
    const sum = (((this.#a + this.#b) | 0) + this.#d) | 0
    this.#d = (this.#d + 1) | 0
    this.#a = this.#b ^ (this.#b >>> 9)
    this.#b = (this.#c + (this.#c << 3)) | 0
    this.#c = (this.#c << 21) | (this.#c >>> 11)
    this.#c = (this.#c + sum) | 0
    return (sum >>> 0) / 4294967296
  }

  #make(): void {
    let [a, b, c, d] = this.#path
    a = Math.imul(c ^ (a >>> 18), 597399067)
    b = Math.imul(d ^ (b >>> 22), 2869860233)
    c = Math.imul(a ^ (c >>> 17), 951274213)
    d = Math.imul(b ^ (d >>> 19), 2716044179)
    this.#a = (a ^ b ^ c ^ d) >>> 0
    this.#b = (b ^ a) >>> 0
    this.#c = (c ^ a) >>> 0
    this.#d = (d ^ a) >>> 0
    this.#isMade = true
  }

  whole(from: number, to: number): number {
    return from + Math.floor(this.roll() * (to - from + 1))
  }

  between(from: number, to: number): number {
    return from + this.roll() * (to - from)
  }

  chance(probability: number): boolean {
    return this.roll() < probability
  }

  pick<T>(list: readonly T[]): T {
    return list[this.whole(0, list.length - 1)] as T
  }

  text(alphabet: string, length: number): string {
    return Array.from({length}, () => alphabet.charAt(this.whole(0, alphabet.length - 1))).join('')
  }
}

export const dice = (seed: string | number): Dice => new Stream(hashed(START, String(seed)))
