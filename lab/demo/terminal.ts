/** What a step says, as GitHub's log shows it, and tables, for a terminal. Colours only where there is one. */
import {styleText} from 'node:util'

type Style = Parameters<typeof styleText>[0]

/** Honours NO_COLOR and output that goes into a file. */
export const styled = (style: Style, text: string): string => styleText(style, text, {stream: process.stdout, validateStream: true})

const decoded = (text: string): string => text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%')

const levels: Readonly<Record<string, readonly [string, Style]>> = {
  error: ['Error: ', 'red'],
  warning: ['Warning: ', 'yellow'],
  notice: ['Notice: ', 'blue']
}

/** Turns lines of a step's output into lines of a log; one that GitHub keeps to itself becomes none. */
export function logView(): (line: string) => readonly string[] {
  let inGroup = false
  return line => {
    const [, name = '', text = ''] = /^::([a-z-]+)(?: [^:]*)?::(.*)$/.exec(line) ?? []
    const level = levels[name]
    if (level !== undefined)
      return decoded(`${level[0]}${text}`)
        .split('\n')
        .map(one => `  ${styled(level[1], one)}`)
    switch (name) {
      case 'group':
        inGroup = true
        return [styled('bold', `  ▸ ${decoded(text)}`)]
      case 'endgroup':
        inGroup = false
        return ['']
      case '':
        return [`${inGroup ? '    ' : '  '}${line}`]
      default:
        return []
    }
  }
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map(row => row[column]?.length ?? 0)))
  const lineOf = (cells: readonly string[]): string =>
    `  ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd()
  return [styled('bold', lineOf(head)), styled('dim', lineOf(widths.map(width => '─'.repeat(width)))), ...rows.map(lineOf)]
}
