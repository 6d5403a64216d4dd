/** A kind of value: what is allowed and how text becomes one. Pure; a kind never throws and never guesses. */
export type Read<T> = {readonly is: 'read'; readonly value: T} | {readonly is: 'wrong'; readonly because: string}

export interface Kind<T> {
  /** What is allowed, as it stands after "allowed:". */
  readonly allowed: string
  /** The text is not empty, and trimmed unless the kind is secret. */
  readonly read: (text: string) => Read<T>
  /** Several lines may be given. Where not, control characters are refused before `read` is asked. */
  readonly lines: 'one' | 'many'
  /** `never`: compared or passed on, but not printed (account ids). `secret`: masked in the log besides, and not trimmed. */
  readonly shown: 'yes' | 'never' | 'secret'
}

export const read = <T>(value: T): Read<T> => ({is: 'read', value})
/** Without a reason, what is allowed says all. */
export const wrong = (because = ''): Read<never> => ({is: 'wrong', because})

export const oneLine = <T>(allowed: string, how: (text: string) => Read<T>): Kind<T> => ({allowed, read: how, lines: 'one', shown: 'yes'})
export const manyLines = <T>(allowed: string, how: (text: string) => Read<T>): Kind<T> => ({
  allowed,
  read: how,
  lines: 'many',
  shown: 'yes'
})

export const unshown = <T>(kind: Kind<T>): Kind<T> => ({...kind, shown: 'never'})
export const secret = <T>(kind: Kind<T>): Kind<T> => ({...kind, shown: 'secret'})

/** Text of at most so many characters that the pattern matches as a whole. */
export function textLike(pattern: RegExp, allowed: string, longest = 255): Kind<string> {
  return oneLine(allowed, text => {
    if (text.length > longest) return wrong(`it has ${text.length} characters, at most ${longest} are possible`)
    return pattern.test(text) ? read(text) : wrong()
  })
}

export function oneOf<const T extends string>(...choices: readonly T[]): Kind<T> {
  return oneLine(choices.join(', '), text => {
    const found = choices.find(choice => choice === text)
    return found === undefined ? wrong() : read(found)
  })
}

/** Nothing but `true` and `false`: a `yes` that quietly became false would delete or keep the wrong thing. */
export const flag: Kind<boolean> = oneLine('true or false', text => {
  const lower = text.toLowerCase()
  if (lower === 'true') return read(true)
  return lower === 'false' ? read(false) : wrong()
})

interface Limits {
  readonly from?: number
  /** Like `from`, but itself not allowed. */
  readonly above?: number
  readonly to: number
  readonly unit?: string
}

/** Plain decimal notation: `1e3`, `0x10` and `5m` are mistakes, not numbers. */
const readNumber = (pattern: RegExp, limits: Limits, text: string): Read<number> => {
  if (!pattern.test(text)) return wrong()
  const value = Number(text)
  const isLow = value < (limits.from ?? 0) || (limits.above !== undefined && value <= limits.above)
  return isLow || value > limits.to ? wrong() : read(value)
}

const range = ({from, above, to, unit}: Limits): string =>
  `${unit === undefined ? '' : `of ${unit} `}${above === undefined ? `from ${from ?? 0}` : `above ${above}`} to ${to}`

export const wholeNumber = (limits: Limits): Kind<number> =>
  oneLine(`a whole number ${range(limits)}`, text => readNumber(/^\d+$/, limits, text))

export const decimalNumber = (limits: Limits): Kind<number> =>
  oneLine(`a number ${range(limits)}`, text => readNumber(/^\d+(\.\d+)?$/, limits, text))

/** Entries between commas and line breaks; empty ones are skipped, repeated ones taken once. */
const entriesOf = (text: string): string[] => [
  ...new Set(
    text
      .split(/[,\r\n]+/)
      .map(entry => entry.trim())
      .filter(entry => entry !== '')
  )
]

/** Lines with something on them. */
export const linesOf = (text: string): string[] =>
  text
    .split(/\r\n|\r|\n/)
    .map(line => line.trim())
    .filter(line => line !== '')

/** Every entry must be of the kind; the first that is not is named, unless it must not be printed. */
export function listOf<T>(kind: Kind<T>): Kind<readonly T[]> {
  return {
    ...kind,
    allowed: `${kind.allowed}; several with commas or one a line`,
    lines: 'many',
    read: text => collect(entriesOf(text), (entry, index) => asEntry(kind, entry, index))
  }
}

function asEntry<T>(kind: Kind<T>, entry: string, index: number): Read<T> {
  const one = hasControl(entry) ? wrong('it contains a control character') : kind.read(entry)
  if (one.is === 'read') return one
  const which = kind.shown === 'yes' ? `entry ${quote(entry)}` : `entry ${index + 1}`
  return wrong(`${which} is not allowed${one.because === '' ? '' : `: ${one.because}`}`)
}

/** All read, or the first wrong one. */
export function collect<I, T>(items: readonly I[], how: (item: I, index: number) => Read<T>): Read<readonly T[]> {
  const values: T[] = []
  for (const [index, item] of items.entries()) {
    const one = how(item, index)
    if (one.is === 'wrong') return one
    values.push(one.value)
  }
  return read(values)
}

export const hasControl = (text: string): boolean => /[\p{Cc}\p{Cf}\u2028\u2029]/u.test(text)

/**
 * A value as typed, for a message: on one line, shortened, and nothing that the runner takes for a command. Twelve digits in a row
 * may be an account id, which no line may carry.
 */
export function echo(text: string, longest = 80): string {
  const flat = text
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]+/gu, ' ')
    .trim()
    .replace(/%(?=0[ad])/gi, '% ')
    .replaceAll('##[', '# #[')
    .replace(/^[\s:]*::/, ': :')
    .replace(/(?<!\d)\d{12}(?!\d)/g, '(account)')
  const letters = [...flat]
  return letters.length > longest ? `${letters.slice(0, longest).join('')}...` : flat
}

export const quote = (text: string): string => `"${echo(text)}"`
