// Runs before `npm test`, `npm run demo` and their like, in plain JavaScript that any Node the machine has can read, because Node 24 itself
// comes with the packages; with a folder, for the packages of that folder. It must stay a `pre` script: a shell remembers the node it found
// first, so the main script needs a shell of its own.
import {spawnSync} from 'node:child_process'
import {existsSync, readFileSync} from 'node:fs'
import {delimiter, join, sep} from 'node:path'
import {fileURLToPath} from 'node:url'

const root = fileURLToPath(new URL(process.argv[2] ?? '..', import.meta.url))

const read = name => {
  const path = join(root, name)
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined
}

/** Packages for other platforms are left out by npm, so an optional one may be missing; anything present must agree. */
const isInstalled = () => {
  const wanted = read('package-lock.json')?.packages
  const found = read(join('node_modules', '.package-lock.json'))?.packages
  const declared = read('package.json')
  if (wanted === undefined || found === undefined) return false
  const sections = ['dependencies', 'devDependencies', 'optionalDependencies']
  if (sections.some(section => JSON.stringify(declared[section] ?? {}) !== JSON.stringify(wanted[''][section] ?? {}))) return false
  return (
    Object.keys(found).every(path => path in wanted) &&
    Object.entries(wanted).every(([path, {version, integrity, optional}]) => {
      if (path === '') return true
      const here = found[path]
      return here === undefined ? optional === true : here.version === version && here.integrity === integrity
    })
  )
}

const install = () => {
  // npm must not run on the Node it is about to delete.
  const path = (process.env.PATH ?? '').split(delimiter).filter(folder => !folder.includes(`node_modules${sep}.bin`))
  const env = {...process.env, PATH: path.join(delimiter)}
  delete env.NODE_OPTIONS
  const {npm_node_execpath: node, npm_execpath: npm} = process.env
  const [command, ...first] = node && npm && existsSync(node) && !node.startsWith(root) ? [node, npm] : ['npm']
  const {status} = spawnSync(command, [...first, 'ci', '--ignore-scripts', '--no-audit', '--no-fund'], {cwd: root, env, stdio: 'inherit'})
  return status === 0
}

if (!isInstalled() && !(install() && isInstalled())) {
  console.error('The packages of package-lock.json could not be installed: run `npm ci`, and read what it says.')
  // The tests that could not start are one failure, in the form that npm test promises.
  if (process.env.npm_lifecycle_event === 'pretest') console.log('0 passed, 1 failed')
  process.exitCode = 1
}
