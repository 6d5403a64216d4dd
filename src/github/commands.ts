/**
 * The runner's two protocols, as text: commands on standard output and key-value files. Byte for byte what @actions/core writes, which
 * a test holds; that package is not used here because its import keeps the process busy for 40 ms, and this is needed before the first
 * request (docs/decisions/0007-thin-runner-protocol.md).
 */

const escapeData = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
const escapeProperty = (text: string): string => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')

/** The runner cuts annotations here, in UTF-16 units (actions/runner, ExecutionContext). */
const LONGEST_ANNOTATION = 4096

const TITLE = 'rds-blue-green'

/** One line for the log that the runner cannot take for a command, whatever AWS or a user put into it. */
export function harmless(text: string): string {
  return visible(text)
    .replaceAll(/\s*[\r\n]+\s*/g, ' ')
    .replace(/^(\s*):(?=:)/, '$1: ')
}

/** Several lines stay several. `##[` is an older form of command, which the runner looks for anywhere in a line (ActionCommand.TryParse). */
const visible = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    // What is left of the controls and the invisible moves the cursor, hides text or turns its direction.
    .replaceAll(/[^\P{Cc}\n\t]|\p{Cf}/gu, '')
    .replaceAll('##[', '# #[')

export const annotation = (level: 'error' | 'warning', text: string): string =>
  `::${level} title=${escapeProperty(TITLE)}::${escapeData(clip(visible(text), LONGEST_ANNOTATION))}`

export const groupStart = (title: string): string => `::group::${escapeData(harmless(title))}`
export const groupEnd = '::endgroup::'
export const mask = (value: string): string => `::add-mask::${escapeData(value)}`

/** An entry of GITHUB_OUTPUT. The delimiter must be nowhere in the value, so it must not be guessable by who wrote the value. */
export const keyValue = (name: string, value: string, delimiter: string): string => `${name}<<${delimiter}\n${value}\n${delimiter}\n`

function clip(text: string, longest: number): string {
  if (text.length <= longest) return text
  return `${text.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
}
