/** A copy of the source in a folder of its own, with one defect in it. */
import {cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {Defect, Edit} from './defects.ts'

export const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** How often the text stands in the file: an edit fits when it is once. */
export const occurrences = ({file, find}: Edit): number => readFileSync(join(ROOT, file), 'utf8').split(find).length - 1

export interface Copy extends Disposable {
  readonly folder: string
}

export function copyWith({id, edits}: Defect): Copy {
  for (const edit of edits) {
    const times = occurrences(edit)
    if (times !== 1) throw new Error(`${id}: the text is ${times} times in ${edit.file}, not once: ${edit.find}`)
  }
  const folder = mkdtempSync(join(tmpdir(), `teeth-${id}-`))
  for (const part of ['src', 'lab', 'package.json']) cpSync(join(ROOT, part), join(folder, part), {recursive: true})
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
  for (const {file, find, replace} of edits) {
    const path = join(folder, file)
    writeFileSync(path, readFileSync(path, 'utf8').split(find).join(replace))
  }
  return {folder, [Symbol.dispose]: () => rmSync(folder, {recursive: true})}
}
