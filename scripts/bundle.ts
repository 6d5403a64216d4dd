import {spawnSync} from 'node:child_process'
import {existsSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {buildSync} from 'esbuild'

export const root = fileURLToPath(new URL('..', import.meta.url))

/** Where esbuild leaves what ncc bundles; inside lib/, which is not committed. */
const SHAKEN = 'lib/shaken'

/**
 * Compiles src/ to lib/, shakes out what nobody calls, and bundles that into the folder, which is emptied first: ncc leaves old chunks
 * behind. ncc alone cannot shake the SDK's single index, which costs a quarter of the cold start (docs/decisions). Throws with the
 * tool's words.
 */
export function bundle(folder: string): void {
  rmSync(join(root, 'lib'), {recursive: true, force: true})
  run('typescript/bin/tsc', '-p', 'tsconfig.build.json')
  const packages = packagesOf(shake())
  rmSync(folder, {recursive: true, force: true})
  run('@vercel/ncc/dist/ncc/cli.js', 'build', `${SHAKEN}/index.js`, '--out', folder, '--no-cache', '--quiet')
  writeFileSync(join(folder, 'licenses.txt'), licences(packages))
}

/** The paths of every module that went in, relative to the repository. */
function shake(): readonly string[] {
  const {metafile} = buildSync({
    absWorkingDir: root,
    entryPoints: ['lib/index.js'],
    outdir: SHAKEN,
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    mainFields: ['module', 'main'],
    conditions: ['module'],
    // CommonJS packages call require, which an ES module does not have.
    banner: {js: "import {createRequire as makeRequire} from 'node:module'; const require = makeRequire(import.meta.url);"},
    metafile: true,
    logLevel: 'error'
  })
  return Object.values(metafile.outputs).flatMap(output => Object.keys(output.inputs))
}

/** Module and chunk numbers depend on the working directory and on where ncc stands, so both are always the repository's own. */
function run(script: string, ...options: string[]): void {
  const env = {...process.env}
  delete env['NODE_OPTIONS']
  const {status, stdout, stderr} = spawnSync(process.execPath, [join('node_modules', script), ...options], {
    cwd: root,
    env,
    encoding: 'utf8'
  })
  if (status !== 0) throw new Error(`${script} ${options.join(' ')}\n${stdout}${stderr}`)
}

/** The folder from the repository's node_modules down to the innermost package. */
const PACKAGE = /^(node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+)\//

/** Folders under node_modules with a module in the bundle, sorted. */
export function packagesOf(modules: readonly string[]): string[] {
  return [...new Set(modules.flatMap(module => PACKAGE.exec(module.replaceAll('\\', '/'))?.[1] ?? []))].sort()
}

/** `ncc --license` leaves packages out as soon as the entry has a dynamic import, hence our own. */
function licences(folders: readonly string[]): string {
  const parts = folders.map(folder => {
    const {name, version, license} = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as Record<string, unknown>
    const file = readdirSync(join(root, folder))
      .sort()
      .find(entry => /^licen[cs]e(\.|$)/i.test(entry))
    const text =
      file === undefined
        ? ''
        : `\n${readFileSync(join(root, folder, file), 'utf8')
            .replaceAll('\r\n', '\n')
            .trim()}\n`
    return `${String(name)} ${String(version)}\n${String(license)}\n${text}`
  })
  return parts.join(`\n${'-'.repeat(80)}\n\n`)
}

/** Path → bytes of every file under the folder, tracked by git or not. */
export function filesUnder(folder: string): Map<string, Buffer> {
  if (!existsSync(folder)) return new Map()
  const entries = readdirSync(folder, {recursive: true, withFileTypes: true}).filter(entry => entry.isFile())
  return new Map(
    entries
      .map(entry => join(entry.parentPath, entry.name))
      .sort()
      .map(path => [path.slice(folder.length + 1).replaceAll('\\', '/'), readFileSync(path)])
  )
}

/** One line a file that is missing, left over or different. */
export function differences(committed: ReadonlyMap<string, Buffer>, built: ReadonlyMap<string, Buffer>): string[] {
  const names = [...new Set([...committed.keys(), ...built.keys()])].sort()
  return names.flatMap(name => {
    const before = committed.get(name)
    const after = built.get(name)
    if (before === undefined) return [`${name} is missing`]
    if (after === undefined) return [`${name} is left over`]
    return before.equals(after) ? [] : [`${name} differs`]
  })
}
