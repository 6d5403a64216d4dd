import {describe, expect, test} from '@jest/globals'
import fc from 'fast-check'
import {marked} from 'marked'
import {clip, code, details, fence, link, list, md, oneLine, table, text} from '../../src/reporting/markdown.ts'
import {hostile} from './hostile.ts'

const html = (markdown: string): string => marked.parse(markdown, {gfm: true, async: false})
const tagsOf = (rendered: string): string[] => [...rendered.matchAll(/<\/?([a-z0-9]+)[^>]*>/g)].map(([, name = '']) => name)
const ENTITIES: Readonly<Record<string, string>> = {amp: '&', lt: '<', gt: '>', quot: '"'}
/** What a reader sees. */
const seen = (rendered: string): string =>
  rendered
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(?:#(\d+)|(amp|lt|gt|quot));/g, (_, number: string | undefined, name: string) =>
      number === undefined ? (ENTITIES[name] ?? '') : String.fromCodePoint(Number(number))
    )
    .replaceAll('\u200b', '')
    .replaceAll(/\s+/g, ' ')
    .trim()

describe('whatever a text holds, a reader sees that text and nothing else', () => {
  test('as a paragraph', () => {
    fc.assert(
      fc.property(hostile, raw => {
        const rendered = html(text(raw))
        expect(tagsOf(rendered).filter(tag => !['p', 'span', 'code'].includes(tag))).toEqual([])
        expect(seen(rendered)).toBe(oneLine(raw))
      }),
      {numRuns: 2000}
    )
  })

  test('as code', () => {
    fc.assert(
      fc.property(hostile, raw => {
        const rendered = html(md`a ${code(raw)} b`)
        expect(tagsOf(rendered).filter(tag => !['p', 'code'].includes(tag))).toEqual([])
        expect(seen(rendered)).toBe(`a ${oneLine(raw)} b`.replaceAll(/\s+/g, ' '))
      }),
      {numRuns: 2000}
    )
  })

  test('as cells of a table: it keeps its rows and columns', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(hostile, hostile), {minLength: 1, maxLength: 5}), rows => {
        const rendered = html(
          table(
            [md`One`, md`Two`],
            rows.map(([one, two]) => [text(one), code(two)]),
            10
          )
        )
        expect(rendered.match(/<tr>/g)).toHaveLength(rows.length + 1)
        expect(rendered.match(/<td>/g)).toHaveLength(rows.length * 2)
        expect(tagsOf(rendered).filter(tag => !['table', 'thead', 'tbody', 'tr', 'th', 'td', 'span', 'code'].includes(tag))).toEqual([])
      }),
      {numRuns: 1000}
    )
  })

  test('in a list, a fence and a fold', () => {
    fc.assert(
      fc.property(fc.array(hostile, {minLength: 1, maxLength: 4}), raws => {
        const rendered = html(
          details(
            text(raws[0] ?? ''),
            md`${list(
              raws.map(raw => text(raw)),
              9
            )}\n\n${fence('', raws)}\n\n${text('after')}`
          )
        )
        expect(rendered.match(/<details>/g)).toHaveLength(1)
        expect(rendered.match(/<\/details>/g)).toHaveLength(1)
        expect(rendered.match(/<li>/g)).toHaveLength(raws.length)
        expect(rendered.match(/<pre>/g)).toHaveLength(1)
        expect(rendered).toContain('<p>after</p>')
        expect(tagsOf(rendered).filter(tag => ['img', 'script', 'a', 'h1', 'h2', 'hr', 'blockquote', 'table'].includes(tag))).toEqual([])
      }),
      {numRuns: 1000}
    )
  })
})

// What GitHub links only after Markdown is rendered, where marked cannot be the judge.
test.each([
  ['@octocat', '@&#8203;octocat'],
  ['see #12', 'see #&#8203;12'],
  ['GH-12', 'GH-&#8203;12'],
  ['www.evil.example', 'www&#8203;.evil.example'],
  ['ftp://evil.example', 'ftp:&#8203;//evil.example'],
  [':octocat:', '\\:&#8203;octocat:'],
  ['a $x$ b', 'a <span>$</span>x<span>$</span> b'],
  ['see https://docs.aws.amazon.com/a_b.html.', 'see `https://docs.aws.amazon.com/a_b.html`.'],
  ['1. 8.4.6', '1\\. 8.4.6'],
  ['8.4.6', '8.4.6'],
  ['1)', '1\\)'],
  ['- x', '\\- x']
])('%s is written as %s', (raw, written) => {
  expect(text(raw)).toBe(written)
})

test('a link is made of https addresses without surprises only', () => {
  expect(link(text('run'), 'https://github.com/acme/shop/actions/runs/1')).toBe('[run](https://github.com/acme/shop/actions/runs/1)')
  for (const url of [
    'javascript:alert(1)',
    'http://a.example/',
    'https://a.example/) ![x](y',
    'https://a.example/ b',
    'https://a.example/<b>',
    '',
    undefined
  ]) {
    expect(link(text('run'), url)).toBe('run')
  }
})

test('a cut leaves no half character and says that it is one', () => {
  expect(clip('abcdef', 4)).toBe('abc…')
  expect(clip('ab🐘def', 4)).toBe('ab…')
  expect(clip('abc', 3)).toBe('abc')
  expect(clip('abc', 0)).toBe('')
  fc.assert(
    fc.property(fc.string({unit: 'grapheme'}), fc.nat(20), (raw, longest) => {
      const cut = clip(raw, longest)
      expect(cut.length).toBeLessThanOrEqual(Math.max(longest, 0))
      expect(cut.isWellFormed()).toBe(true)
    })
  )
})

test('a long table says how much it leaves out', () => {
  const rows = Array.from({length: 7}, (_, index) => [text(`row ${index}`)])
  expect(table([md`Name`], rows, 2)).toBe('| Name |\n| --- |\n| row 0 |\n| row 1 |\n| … 5 more |')
  expect(table([md`Name`], [], 2)).toBe('')
})
