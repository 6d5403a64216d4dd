/** A step whose log and files are kept, and a reader of both that takes them as the runner does (actions/runner: ActionCommand, FileCommandManager). */
import type {Step} from '../../src/github/step.ts'

export interface KeptStep extends Step {
  readonly text: () => string
  readonly lines: () => readonly string[]
  readonly file: (path: string) => string
}

export function keptStep(isBroken = false): KeptStep {
  let text = ''
  let tokens = 0
  const files = new Map<string, string>()
  return {
    write: more => {
      text += more
    },
    append: (path, more) => {
      if (isBroken) throw new Error('no space left on device')
      files.set(path, (files.get(path) ?? '') + more)
    },
    token: () => {
      tokens += 1
      return `token-${tokens}`
    },
    text: () => text,
    lines: () => text.split('\n').slice(0, -1),
    file: path => files.get(path) ?? ''
  }
}

const KNOWN = [
  'add-mask',
  'error',
  'warning',
  'notice',
  'debug',
  'group',
  'endgroup',
  'stop-commands',
  'set-output',
  'set-env',
  'save-state',
  'add-path',
  'echo',
  'add-matcher'
]

/** The command that the runner sees in a line, in either of its two forms. */
export function commandIn(line: string): string | undefined {
  const [, name] = /^\s*::([^:\s]+)(?:\s.*?)?::/.exec(line) ?? []
  const [, older] = /##\[([^\]\s]+)[^\]]*\]/.exec(line) ?? []
  return [name, older].find(one => one !== undefined && KNOWN.includes(one.toLowerCase()))
}

/** The last entry of a name counts. */
export function outputsIn(file: string): Record<string, string> {
  const lines = file.split('\n')
  const outputs: Record<string, string> = {}
  for (let at = 0; at < lines.length; at += 1) {
    const [name = '', delimiter] = (lines[at] ?? '').split('<<')
    if (delimiter === undefined) continue
    const end = lines.indexOf(delimiter, at + 1)
    if (end < 0) throw new Error(`no end of ${name}`)
    outputs[name] = lines.slice(at + 1, end).join('\n')
    at = end
  }
  return outputs
}
