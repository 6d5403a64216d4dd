// Tables of a Markdown file, as rows of cells.

/** Rows of every table whose head begins with these cells, without head and rule; code marks are taken away. */
export function tableRows(markdown: string, head: readonly string[]): string[][] {
  const rows: string[][] = []
  let isInside = false
  for (const line of markdown.split('\n')) {
    const cells = cellsOf(line)
    if (cells === undefined) isInside = false
    else if (isInside && !cells.every(cell => /^:?-+:?$/.test(cell))) rows.push(cells)
    else if (head.every((cell, index) => cells[index] === cell)) isInside = true
  }
  return rows
}

function cellsOf(line: string): string[] | undefined {
  if (!line.startsWith('|') || !line.trimEnd().endsWith('|')) return undefined
  const inner = line.trimEnd().slice(1, -1)
  return inner.split(/(?<!\\)\|/).map(cell => cell.trim().replaceAll('`', ''))
}

/** Cells of the first row of the table that begins with these. */
export const headOf = (markdown: string, first: readonly string[]): string[] =>
  markdown
    .split('\n')
    .map(line => cellsOf(line) ?? [])
    .find(cells => first.every((cell, index) => cells[index] === cell)) ?? []
