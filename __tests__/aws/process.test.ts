/** What only a process of its own shows: broken connections, missing credentials, and that nothing keeps it from ending. */
import {execFile} from 'node:child_process'
import {promisify} from 'node:util'
import {afterEach, expect, test} from '@jest/globals'
import type {Face} from '../../lab/faces/http/server.ts'
import {serve} from '../../lab/faces/http/server.ts'
import type {Service} from '../../lab/service.ts'

const keys = {AWS_ACCESS_KEY_ID: 'AKIDLAB', AWS_SECRET_ACCESS_KEY: 'secret', AWS_EC2_METADATA_DISABLED: 'true', HOME: '/nonexistent'}
const faces: Face[] = []

afterEach(async () => {
  for (const face of faces.splice(0)) await face.close()
})

async function lab(answer: Service['answer']): Promise<Face> {
  const face = await serve({answer})
  faces.push(face)
  return face
}

async function ask(env: Record<string, string>) {
  const script = new URL('ask.ts', `file://${import.meta.filename}`).pathname
  const {stdout} = await promisify(execFile)(process.execPath, [script], {env})
  const {since, ...fault} = JSON.parse(stdout) as Record<string, unknown>
  return {fault, exitedAfter: Date.now() - Number(since)}
}

test('a connection that breaks surfaces its code, and the request was sent once', async () => {
  const face = await lab(() => Promise.reject(Object.assign(new Error('gone'), {broken: true})))
  const {fault} = await ask({...keys, AWS_ENDPOINT_URL: face.url})
  expect(fault).toMatchObject({name: 'TimeoutError', code: 'ECONNRESET'})
  expect(face.requests).toHaveLength(1)
})

test('nobody there surfaces its code', async () => {
  const face = await lab(() => Promise.resolve({}))
  await faces.pop()?.close()
  expect((await ask({...keys, AWS_ENDPOINT_URL: face.url})).fault).toMatchObject({code: 'ECONNREFUSED'})
})

test('without any credentials the fault has a name to tell it by, and nothing is sent', async () => {
  const face = await lab(() => Promise.resolve({}))
  const {fault} = await ask({AWS_EC2_METADATA_DISABLED: 'true', HOME: '/nonexistent', AWS_ENDPOINT_URL: face.url})
  expect(fault).toMatchObject({name: 'CredentialsProviderError'})
  expect(face.requests).toEqual([])
})

test('AWS_ENDPOINT_URL_RDS goes before AWS_ENDPOINT_URL', async () => {
  const face = await lab(() => Promise.resolve({}))
  await ask({...keys, AWS_ENDPOINT_URL: 'http://127.0.0.1:1', AWS_ENDPOINT_URL_RDS: face.url})
  expect(face.requests).toMatchObject([{operation: 'DescribeDBInstances'}])
})

test('the process ends at once after the last reply', async () => {
  const face = await lab(() => Promise.resolve({DBInstances: []}))
  expect((await ask({...keys, AWS_ENDPOINT_URL: face.url})).exitedAfter).toBeLessThan(1000)
})
