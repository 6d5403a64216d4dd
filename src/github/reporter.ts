/** The log, the annotations and the outputs of a step. Nothing here throws: a run must not end because it could not be told of. */
import type {OutputName, refuseAccount} from '../outputs.ts'
import type {Reporter} from '../world.ts'
import {annotation, groupEnd, groupStart, harmless, keyValue} from './commands.ts'
import {masks} from './masks.ts'
import type {Step} from './step.ts'

/** GitHub shows no more of a kind for one step. */
const MOST_WARNINGS = 10

export interface StepReporter extends Reporter {
  /** Before anything else is said. */
  mask(secrets: readonly string[]): void
  /** The one error annotation of a failed step; its lines stay lines. */
  fail(text: string): void
  /** How many warnings were lines only, because GitHub shows ten. */
  unseenWarnings(): number
}

interface Wiring {
  readonly step: Step
  /** GITHUB_OUTPUT; undefined outside GitHub, where outputs go nowhere. */
  readonly outputPath: string | undefined
  readonly refuse: typeof refuseAccount
}

export function stepReporter({step, outputPath, refuse}: Wiring): StepReporter {
  const written = new Map<string, string>()
  let warnings = 0

  const line = (text: string): void => {
    quietly(() => step.write(`${text}\n`))
  }

  const warn = (text: string): void => {
    warnings += 1
    line(warnings <= MOST_WARNINGS ? annotation('warning', text) : `warning ${warnings}: ${harmless(text)}`)
  }

  /** The file is written again only for what is new: it is read to its end, and the last entry of a name counts. */
  const know = (outputs: Readonly<Record<string, string>>): void => {
    const fresh = Object.entries(outputs).filter(([name, value]) => written.get(name) !== value)
    if (fresh.length === 0) return
    const entries = fresh.map(([name, value]) => {
      // Names come from the table; one that does not is guarded like any other.
      const guarded = refuse(name as OutputName, value.toWellFormed())
      if (guarded.warning !== undefined) warn(guarded.warning)
      return keyValue(name, guarded.value, `ghadelimiter_${step.token()}`)
    })
    for (const [name, value] of fresh) written.set(name, value)
    if (outputPath === undefined || outputPath === '') return
    const isWritten = quietly(() => step.append(outputPath, entries.join('')))
    if (isWritten) return
    for (const [name] of fresh) written.delete(name)
    warn(`the outputs ${fresh.map(([name]) => name).join(', ')} could not be written to ${outputPath}`)
  }

  return {
    startGroup: title => line(groupStart(title)),
    endGroup: () => line(groupEnd),
    say: text => line(harmless(text)),
    warn,
    know,
    mask: secrets => {
      for (const command of masks(secrets)) line(command)
    },
    fail: text => line(annotation('error', text)),
    unseenWarnings: () => Math.max(0, warnings - MOST_WARNINGS)
  }
}

function quietly(act: () => void): boolean {
  try {
    act()
    return true
  } catch {
    return false
  }
}
