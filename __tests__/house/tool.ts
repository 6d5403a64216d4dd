import {spawnSync} from 'node:child_process'
import {join} from 'node:path'
import {root} from './source.ts'

/** Undefined when the tool, run on Node in the root, is content; otherwise all it said. */
export function complaints(script: string, ...options: string[]): string | undefined {
  const {status, stdout, stderr, error} = spawnSync(process.execPath, [join(root, 'node_modules', script), ...options], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024
  })
  return status === 0 ? undefined : `${error?.message ?? ''}${stdout}${stderr}` || `${script} ended with ${status}`
}

export const tsc = 'typescript/bin/tsc'
export const biome = '@biomejs/biome/bin/biome'
export const oxlint = 'oxlint/bin/oxlint'
