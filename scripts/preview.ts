// Shows a job summary as GitHub would: `npm run preview [file.md | sample name]`. Without an argument the newest summary the demo left under
// .preview/, else a sample report.
import {existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {marked} from 'marked'
import {samples} from '../__tests__/reporting/samples.ts'
import {summary} from '../src/reporting/summary.ts'

const folder = fileURLToPath(new URL('../.preview', import.meta.url))
const DEFAULT_SAMPLE = 'completed-upgrade'

const STYLE = `
  body {margin: 0; background: #fff; color: #1f2328; font: 14px/1.5 -apple-system, "Segoe UI", "Liberation Sans", Helvetica, Arial, sans-serif}
  main {max-width: 960px; margin: 24px auto; padding: 16px 24px; border: 1px solid #d1d9e0; border-radius: 6px}
  h2 {font-size: 1.5em; border-bottom: 1px solid #d1d9e0b3; padding-bottom: .3em; margin: 0 0 16px}
  h3 {font-size: 1.25em; margin: 24px 0 12px}
  p, ul, table, pre, details {margin: 0 0 16px}
  ul {padding-left: 2em}
  table {display: block; width: max-content; max-width: 100%; overflow: auto; border-collapse: collapse}
  th, td {border: 1px solid #d1d9e0; padding: 6px 13px; text-align: left}
  tr:nth-child(2n) td {background: #f6f8fa}
  code, pre {font-family: "Liberation Mono", Menlo, Consolas, monospace; font-size: 85%}
  code {background: #818b981f; padding: .2em .4em; border-radius: 6px; white-space: break-spaces}
  pre {background: #f6f8fa; padding: 16px; border-radius: 6px; overflow: auto}
  pre code {background: none; padding: 0; font-size: 100%; white-space: pre}
  a {color: #0969da}
  summary {cursor: pointer}
`

export const page = (markdown: string): string =>
  `<!doctype html>\n<meta charset="utf-8">\n<title>Job summary</title>\n<style>${STYLE}</style>\n<main>\n${marked.parse(markdown, {gfm: true, async: false})}</main>\n`

function newestSummary(): string | undefined {
  const files = existsSync(folder) ? readdirSync(folder, {recursive: true, encoding: 'utf8'}).filter(name => name.endsWith('.md')) : []
  return files
    .map(name => join(folder, name))
    .sort((one, other) => statSync(other).mtimeMs - statSync(one).mtimeMs)
    .at(0)
}

function markdownOf(wanted: string | undefined): string {
  const sample = samples[wanted ?? '']
  if (sample !== undefined) return summary(sample)
  const file = wanted ?? newestSummary()
  if (file !== undefined) return readFileSync(file, 'utf8')
  const fallback = samples[DEFAULT_SAMPLE]
  return fallback === undefined ? '' : summary(fallback)
}

if (import.meta.main) {
  mkdirSync(folder, {recursive: true})
  const target = join(folder, 'summary.html')
  writeFileSync(target, page(markdownOf(process.argv[2])))
  console.log(target)
}
