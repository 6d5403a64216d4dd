/** The one error of a failed step: what is true and why the run stopped, what to do, and as much of the evidence as there is room for. */
import type {Outcome} from '../domain/outcome.ts'
import {withoutArns} from './accounts.ts'
import {clip, oneLine} from './markdown.ts'

/** The runner cuts an annotation here, in UTF-16 units (ecosystem facts 1.4). */
export const LONGEST_ANNOTATION = 4096
/** What is true and what to do each get this much at most, so that neither can push the other out. */
const LONGEST_SENTENCE = 1400
const ROOM_FOR_THE_REST = 40

export function annotation(outcome: Outcome, accounts: readonly string[] = []): string {
  const shown = (words: string): string => oneLine(withoutArns(words, accounts))
  const lines = [`rds-blue-green: ${clip(shown(outcome.because), LONGEST_SENTENCE)}`]
  const remedy = shown(outcome.remedy)
  if (remedy !== '') lines.push(`What to do: ${clip(remedy, LONGEST_SENTENCE)}`)
  lines.push(`(${outcome.phase === '' ? '' : `${outcome.phase}: `}${outcome.is}, ${outcome.reason})`)
  const commands = (outcome.commands ?? []).map(shown)
  const whole = ['', ...commands].join('\n').length
  const last =
    lines.join('\n').length + whole > LONGEST_ANNOTATION - ROOM_FOR_THE_REST
      ? [`The ${commands.length} commands: in the summary and in the log`]
      : commands
  let length = [...lines, ...last].join('\n').length
  for (const [index, detail] of outcome.details.entries()) {
    const line = `- ${clip(shown(detail), LONGEST_SENTENCE)}`
    if (length + 1 + line.length > LONGEST_ANNOTATION - ROOM_FOR_THE_REST) {
      lines.push(`… ${outcome.details.length - index} more, in the summary`)
      break
    }
    lines.push(line)
    length += 1 + line.length
  }
  lines.push(...last)
  return lines.join('\n')
}
