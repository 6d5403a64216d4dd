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

function hash(text: string): Words {
  let [a, b, c, d] = [1779033703, 3144134277, 1013904242, 2773480762]
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    a = b ^ Math.imul(a ^ code, 597399067)
    b = c ^ Math.imul(b ^ code, 2869860233)
    c = d ^ Math.imul(c ^ code, 951274213)
    d = a ^ Math.imul(d ^ code, 2716044179)
  }
  a = Math.imul(c ^ (a >>> 18), 597399067)
  b = Math.imul(d ^ (b >>> 22), 2869860233)
  c = Math.imul(a ^ (c >>> 17), 951274213)
  d = Math.imul(b ^ (d >>> 19), 2716044179)
  return [(a ^ b ^ c ^ d) >>> 0, (b ^ a) >>> 0, (c ^ a) >>> 0, (d ^ a) >>> 0]
}

function generator(words: Words): () => number {
  let [a, b, c, d] = words
  return () => {
    const sum = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + sum) | 0
    return (sum >>> 0) / 4294967296
  }
}

export function dice(seed: string | number): Dice {
  const path = String(seed)
  let roll: (() => number) | undefined
  /** Most forks are forked again and never rolled: the generator is made at the first roll. */
  const rolled = (): number => {
    roll ??= generator(hash(path))
    return roll()
  }
  const whole = (from: number, to: number): number => from + Math.floor(rolled() * (to - from + 1))
  return {
    fork: label => dice(`${path}/${label}`),
    roll: rolled,
    whole,
    between: (from, to) => from + rolled() * (to - from),
    chance: probability => rolled() < probability,
    pick: <T>(list: readonly T[]) => list[whole(0, list.length - 1)] as T,
    text: (alphabet, length) => Array.from({length}, () => alphabet.charAt(whole(0, alphabet.length - 1))).join('')
  }
}
