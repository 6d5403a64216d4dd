import {join} from 'node:path'
import {bundle, filesUnder, root} from './bundle.ts'

const folder = join(root, 'dist')
bundle(folder)
for (const [name, bytes] of filesUnder(folder)) console.log(`${String(Math.ceil(bytes.length / 1024)).padStart(6)} KB  dist/${name}`)
