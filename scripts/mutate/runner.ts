/**
 * Runs the tests for Stryker in one process, on Node alone. Its runner for Jest starts every related file anew in a vm for every mutant: 6
 * seconds each, measured. Here the files are loaded once and a mutant is switched on between two runs; only one that takes effect while
 * modules load is loaded anew, file by file, until a test fails.
 */
import {globSync, readFileSync} from 'node:fs'
import {registerHooks, stripTypeScriptTypes} from 'node:module'
import {join} from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'
import type {Test} from './globals.ts'
import {collect} from './globals.ts'

/** The fastest first: most mutants fall to them. */
const TESTS = [
  '__tests__/{domain,waiting,rds,observing,preparing,checks,engine,phases}/**/*.test.ts',
  '__tests__/{parsing/*,inputs,run,run-report}.test.ts',
  '__tests__/scenarios/{left-behind,clusters,finding,careless,upgrades,encounters,plan,prepare,prepare-*}.test.ts'
]

/** Stryker's own state, which the mutated code reads and writes. */
interface State {
  activeMutant?: string | undefined
  currentTestId?: string | undefined
  hitCount?: number | undefined
  hitLimit?: number | undefined
  mutantCoverage?: object
}

interface Run {
  readonly activeMutant: {readonly id: string; readonly fileName: string}
  readonly mutantActivation: 'runtime' | 'static'
  readonly testFilter?: readonly string[]
  readonly hitLimit?: number
}

interface Loaded {
  readonly file: string
  readonly tests: readonly Test[]
}

/** Stryker lets a mutant be passed a hundred times as often as without it. All tests together are counted, so five times is a loop. */
const TIMES_LESS = 20

const SUCCESS = 0
const FAILED = 1

class Runner {
  readonly #root = process.cwd()
  readonly #state: State = sharedState()
  readonly #stripped = new Map<string, string>()
  #files: readonly string[] = []
  #loaded: Loaded[] = []
  /** Which load of the modules is going on: what code is loaded anew has another address. */
  #version = 0

  capabilities() {
    return {reloadEnvironment: true}
  }

  async init(): Promise<void> {
    this.#hook()
    // What a mutant leaves unawaited is no reason to end.
    process.on('unhandledRejection', () => undefined)
    const fast = TESTS.flatMap(pattern => globSync(pattern, {cwd: this.#root}).toSorted())
    this.#files = fast.toSorted((one, other) => Number(isSlow(one)) - Number(isSlow(other)))
    for (const file of this.#files) this.#loaded.push({file, tests: await this.#load(file)})
  }

  async dryRun() {
    const tests = []
    for (const {file, tests: ofFile} of this.#loaded) {
      for (const test of ofFile) {
        this.#state.currentTestId = test.id
        const started = performance.now()
        const failureMessage = await failure(test)
        const common = {id: test.id, name: test.id, fileName: join(this.#root, file), timeSpentMs: performance.now() - started}
        tests.push(failureMessage === undefined ? {...common, status: SUCCESS} : {...common, status: FAILED, failureMessage})
      }
    }
    this.#state.currentTestId = undefined
    return {status: 'complete', tests, mutantCoverage: this.#state.mutantCoverage}
  }

  async mutantRun({activeMutant, mutantActivation, testFilter, hitLimit}: Run) {
    const wanted = testFilter === undefined ? undefined : new Set(testFilter)
    const isAnew = mutantActivation === 'static'
    if (isAnew) this.#version += 1
    const counting = hitLimit === undefined ? {} : {hitLimit: hitLimit / TIMES_LESS, hitCount: 0}
    Object.assign(this.#state, {activeMutant: activeMutant.id, ...counting})
    let nrOfTests = 0
    try {
      for (const {file, tests} of this.#nearestFirst(activeMutant.fileName)) {
        for (const test of isAnew ? await this.#load(file) : tests) {
          if (wanted !== undefined && !wanted.has(test.id)) continue
          nrOfTests += 1
          const failureMessage = await failure(test)
          if (this.#isOverLimit()) return {status: 'timeout', reason: 'a loop that does not end'}
          if (failureMessage !== undefined) return {status: 'killed', killedBy: [test.id], failureMessage, nrOfTests}
        }
      }
      return {status: 'survived', nrOfTests}
    } catch (thrown) {
      return {status: 'error', errorMessage: String(thrown)}
    } finally {
      Object.assign(this.#state, {activeMutant: undefined, hitLimit: undefined, hitCount: undefined})
    }
  }

  #isOverLimit(): boolean {
    const {hitCount, hitLimit} = this.#state
    return hitCount !== undefined && hitLimit !== undefined && hitCount > hitLimit
  }

  /** The tests of the mutated file's own folder know it best. */
  #nearestFirst(mutated: string): readonly Loaded[] {
    const [, folder = ''] = /\bsrc\/(\w+)/.exec(mutated) ?? []
    const isNear = ({file}: Loaded): boolean => file.startsWith(`__tests__/${folder}`)
    return [...this.#loaded.filter(isNear), ...this.#loaded.filter(one => !isNear(one))]
  }

  async #load(file: string): Promise<readonly Test[]> {
    return collect(file, async () => {
      await import(this.#address(pathToFileURL(join(this.#root, file)).href))
    })
  }

  #address(url: string): string {
    const here = pathToFileURL(this.#root).href
    return ['src', '__tests__'].some(folder => url.startsWith(`${here}/${folder}/`)) ? `${url}?${this.#version}` : url
  }

  #hook(): void {
    const globals = new URL('globals.ts', import.meta.url).href
    registerHooks({
      resolve: (specifier, context, next) => {
        if (specifier === '@jest/globals') return {url: globals, shortCircuit: true}
        const found = next(specifier, context)
        return found.url.includes('?') ? found : {...found, url: this.#address(found.url)}
      },
      load: (url, context, next) => {
        const path = url.startsWith('file:') ? fileURLToPath(url) : ''
        if (!path.endsWith('.ts') || !path.startsWith(this.#root)) return next(url, context)
        const source = this.#stripped.get(path) ?? stripTypeScriptTypes(readFileSync(path, 'utf8'))
        this.#stripped.set(path, source)
        return {format: 'module', source, shortCircuit: true}
      }
    })
  }
}

function sharedState(): State {
  const shared = globalThis as {__stryker__?: State}
  shared.__stryker__ ??= {}
  return shared.__stryker__
}

const isSlow = (file: string): boolean => file.includes('/scenarios/') || file.endsWith('laws.test.ts')

/** What a failed test says; undefined of one that passes. */
async function failure(test: Test): Promise<string | undefined> {
  try {
    await test.run()
    return undefined
  } catch (thrown) {
    return String((thrown as {message?: unknown} | undefined)?.message ?? thrown)
  }
}

export const strykerPlugins = [{kind: 'TestRunner', name: 'plain', injectableClass: Runner}]
