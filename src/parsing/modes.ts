import type {ModeName} from '../domain/outcome.ts'
import {ALONE, PHASE_ORDER} from '../domain/outcome.ts'
import type {Kind, Read} from './kind.ts'
import {manyLines, quote, read, wrong} from './kind.ts'

/** The phases to run, in order; `upgrade` expanded, and remembered. */
export interface Modes {
  readonly modes: readonly ModeName[]
  readonly upgrade: boolean
}

const UPGRADE = ['plan', 'create', 'wait', 'verify', 'switchover'] as const satisfies readonly ModeName[]
const alone: readonly string[] = ['upgrade', ...ALONE]
const order: readonly string[] = PHASE_ORDER

/** Repeated entries are mistakes here, so the list is split without taking them once. */
export const modes: Kind<Modes> = manyLines(
  `one or several of ${PHASE_ORDER.join(', ')} in this order; or one of ${alone.join(', ')} alone`,
  text => {
    const names = text
      .split(/[,\r\n]+/)
      .map(name => name.trim())
      .filter(name => name !== '')
    const stray = names.find(name => !order.includes(name) && !alone.includes(name))
    if (stray !== undefined) return wrong(`there is no mode ${quote(stray)}`)
    const lonely = names.find(name => alone.includes(name))
    if (lonely !== undefined) return names.length === 1 ? readAlone(lonely) : wrong(`${lonely} runs alone`)
    const phases = PHASE_ORDER.filter(phase => names.includes(phase))
    if (phases.length < names.length) return wrong(`${names.find((name, index) => names.indexOf(name) < index) ?? ''} is there twice`)
    if (phases.some((phase, index) => phase !== names[index])) return wrong(`the order must be ${phases.join(', ')}`)
    return phases.length === 0 ? wrong('it names no mode') : read({modes: phases, upgrade: false})
  }
)

function readAlone(name: string): Read<Modes> {
  const found = ALONE.find(one => one === name)
  return read(found === undefined ? {modes: UPGRADE, upgrade: true} : {modes: [found], upgrade: false})
}
