import {readFileSync, writeFileSync} from 'node:fs'
import {describe, expect, test} from '@jest/globals'
import fc from 'fast-check'
import {marked} from 'marked'
import {OUTCOMES, REASONS} from '../../src/domain/outcome.ts'
import {mapStrings} from '../../src/reporting/accounts.ts'
import type {Report} from '../../src/reporting/report.ts'
import {SUMMARY_LIMIT, summary} from '../../src/reporting/summary.ts'
import {hostile} from './hostile.ts'
import {blockedCleanup, completedUpgrade, dryRun, emptyReport, failedProvisioning, invalidInput, samples} from './samples.ts'

const bytes = (page: string): number => new TextEncoder().encode(page).length
const html = (markdown: string): string => marked.parse(markdown, {gfm: true, async: false})

/** `UPDATE_GOLDEN=1` writes them anew; read the difference before it is committed. */
describe('the page of each sample is the one on file', () => {
  test.each(Object.keys(samples))('%s', name => {
    const file = new URL(`./golden/${name}.md`, import.meta.url)
    const page = summary(samples[name] ?? emptyReport)
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, page)
    expect(page).toBe(readFileSync(file, 'utf8'))
  })
})

describe('the first lines', () => {
  const top = (report: Report): string[] =>
    summary(report)
      .split('\n')
      .filter(line => line !== '')
      .slice(0, 4)

  test('tell an upgrade that is done', () => {
    expect(top(completedUpgrade).slice(0, 2)).toEqual([
      '## ✅ `orders`: switched over, and proven',
      '**Production `orders` runs mysql 8.4.6 (before: 8.0.42). What was green is production now.**'
    ])
  })

  test('tell what is true, why it stopped and what to do, in this order', () => {
    const [headline, production, why, remedy] = top(failedProvisioning)
    expect(headline).toBe('## ❌ `orders`: green could not be built')
    expect(production).toBe('**Production `orders` runs mysql 8.0.42. It has not been switched over.**')
    expect(why).toMatch(/^\*\*Why it stopped:\*\* Deployment bgd-4k2n8xq1vd7m0c3z is INVALID\\_CONFIGURATION/)
    expect(remedy).toMatch(/^\*\*What to do:\*\* Correct what RDS names below/)
  })

  test('claim nothing about production that was not read', () => {
    const unread = summary({...emptyReport, outputs: {'source-identifier': 'orders'}})
    expect(unread).toContain('**This run did not learn what production `orders` runs now.**')
    const half = summary({...emptyReport, outputs: {'source-identifier': 'orders', engine: 'mysql', 'engine-version': '8.0.42'}})
    expect(half).toContain('**Production `orders` runs mysql 8.0.42.**')
    expect(summary(invalidInput)).not.toContain('Production')
  })

  test('exist for every outcome and reason', () => {
    for (const is of OUTCOMES) {
      for (const reason of REASONS) {
        expect(summary({...emptyReport, outcome: {...emptyReport.outcome, is, reason}})).toMatch(/^## \S+ \p{L}.{3,}\n/u)
      }
    }
  })
})

describe('the next step', () => {
  const yaml = (outputs: Record<string, string>): string => /```yaml\n([\s\S]*?)\n```/.exec(summary({...emptyReport, outputs}))?.[1] ?? ''

  test('names the deployment, so that nothing else is needed', () => {
    const lines = yaml({'next-mode': 'switchover', 'deployment-id': 'bgd-4k2n8xq1vd7m0c3z', fingerprint: 'v1:eyJ9'})
    expect(lines).toBe(
      'with:\n  mode: switchover\n  deployment-id: bgd-4k2n8xq1vd7m0c3z\n  aws-region: eu-central-1\n  approved-fingerprint: "v1:eyJ9"'
    )
  })

  test('names the source before there is a deployment', () => {
    const lines = yaml({'next-mode': 'create', 'source-identifier': 'orders'})
    expect(lines).toBe('with:\n  mode: create\n  source: orders\n  aws-region: eu-central-1\n  # and the target-... inputs, as in this run')
  })

  test('is no phase that would only fail again', () => {
    expect(summary(failedProvisioning)).toContain('with:\n  mode: abort\n  deployment-id: bgd-4k2n8xq1vd7m0c3z\n')
    const outcome = {...failedProvisioning.outcome, reason: 'member_failed' as const}
    expect(summary({...failedProvisioning, outcome})).toContain(
      'To look again, which changes nothing, run:\n\n```yaml\nwith:\n  mode: status\n'
    )
  })

  test('is left out at the end', () => {
    expect(yaml({'next-mode': '', 'deployment-id': 'bgd-4k2n8xq1vd7m0c3z'})).toBe('')
  })
})

describe('what is shown', () => {
  test('a run that changed nothing says so', () => {
    expect(summary(blockedCleanup)).toContain('This run changed nothing in AWS.')
    expect(summary({...blockedCleanup, outputs: {...blockedCleanup.outputs, changed: 'true'}})).toContain('may have changed something')
  })

  test('checks that stopped the run stand open, the others folded away', () => {
    const page = summary(blockedCleanup)
    expect(page.indexOf('old-blue-idle')).toBeLessThan(page.indexOf('<details>'))
    expect(page.indexOf('old-blue-age')).toBeGreaterThan(page.indexOf('<details>'))
    expect(page).toContain('Checks that are met: 1')
  })

  test('an overruled check stays visible', () => {
    const [check] = blockedCleanup.checks
    expect(check).toBeDefined()
    const overruled = check === undefined ? [] : [{...check, severity: 'blocking' as const, ignored: true}]
    expect(summary({...completedUpgrade, checks: overruled})).toContain('not met, overruled')
  })

  test('the statements for external replicas carry the coordinates, and quotes in them end nothing', () => {
    expect(summary(completedUpgrade)).toContain("SOURCE_LOG_FILE='mysql-bin-changelog.000003', SOURCE_LOG_POS=40134574;")
    const binlog = [{database: 'orders', file: "a'; DROP TABLE x; --", position: "1' OR 1"}]
    expect(summary({...completedUpgrade, binlog})).toContain("MASTER_LOG_FILE='a''; DROP TABLE x; --', MASTER_LOG_POS='1'' OR 1';")
  })

  test('no account id, wherever it came from; calls keep ARNs recognizable', () => {
    for (const report of Object.values(samples)) {
      const details = [
        'User: arn:aws:sts::111122223333:assumed-role/deploy/run is not authorized',
        'account 111122223333, position 9111122223333'
      ]
      const page = summary({...report, outcome: {...report.outcome, details}, warnings: details})
      expect(page).not.toMatch(/(?<!\d)111122223333/)
      if (report.problems === undefined) expect(page).toContain('User: assumed-role/deploy/run is not authorized')
    }
    expect(summary(dryRun)).toContain('"Source": "arn:aws:rds:eu-central-1:(account):db:orders"')
  })
})

describe('whatever users and AWS wrote', () => {
  const ALLOWED = new Set('h2 h3 p strong code pre span br table thead tbody tr th td ul li details summary a'.split(' '))

  test('the page has its own markup only, and links to GitHub and the AWS console only', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.values(samples)), fc.infiniteStream(hostile), (sample, texts) => {
        const next = (): string => String(texts.next().value)
        // The run's own address is GitHub's.
        const {arns, startedAt, outcome, phases, run, advice, ...rest} = sample
        const report: Report = {
          ...mapStrings(rest, next),
          arns: mapStrings(arns, arn => `${arn}${next()}`),
          startedAt,
          run,
          advice: advice.map(one => ({...one, what: next()})),
          outcome: {...outcome, because: next(), remedy: next(), details: [next(), next()]},
          phases: phases.map(phase => ({...phase, planned: mapStrings(phase.planned, next)}))
        }
        const rendered = html(summary(report))
        const tags = [...rendered.matchAll(/<\/?([a-z0-9]+)/g)].map(([, name = '']) => name)
        expect(tags.filter(tag => !ALLOWED.has(tag))).toEqual([])
        expect(rendered.match(/<details>/g)?.length).toBe(rendered.match(/<\/details>/g)?.length)
        for (const [, url = ''] of rendered.matchAll(/href="([^"]*)"/g)) {
          if (url !== run.url) expect(url).toMatch(/^https:\/\/console\.aws\.amazon\.com\/rds\/home\?region=/)
        }
      }),
      {numRuns: 200}
    )
  })

  test('the page is never longer than the limit, and every fold and fence in it is closed', () => {
    const long = (unit: string, count: number): string => unit.repeat(count)
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.values(samples)),
        fc.constantFrom('a', '$', '|', '`', '🐘', '#', '@a ', '\n', '\\'),
        fc.nat(3000),
        fc.integer({min: 1, max: 60}),
        fc.constantFrom(SUMMARY_LIMIT, 65_000, 2000, 200, 10),
        (sample, unit, length, copies, limit) => {
          const grow = (words: string): string => words + long(unit, length)
          const many = <T>(items: readonly T[]): T[] =>
            Array.from({length: items.length * copies}, (_, index) => items[index % items.length] as T)
          const report: Report = {
            ...sample,
            outcome: {...sample.outcome, because: grow(''), remedy: grow(''), details: many(sample.outcome.details).map(grow)},
            members: many(mapStrings(sample.members, grow)),
            checks: many(sample.checks).map(check => ({...check, observed: grow(check.observed), remedy: grow(check.remedy)})),
            writes: many(sample.writes).map(write => ({...write, answer: grow(write.answer)})),
            warnings: many(sample.warnings).map(grow),
            phases: sample.phases.map(phase => ({...phase, planned: many(phase.planned)}))
          }
          const page = summary(report, limit)
          expect(bytes(page)).toBeLessThanOrEqual(limit)
          expect(page.match(/<details>/g)?.length).toBe(page.match(/<\/details>/g)?.length)
          if (limit > 60_000) expect(page).toMatch(/^## /)
        }
      ),
      {numRuns: 50}
    )
  })
})
