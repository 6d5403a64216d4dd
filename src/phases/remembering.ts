/** Writing tags, and with them the memory of a deployment that this action did not make. */
import type {Database} from '../domain/database.ts'
import type {Deployment} from '../domain/deployment.ts'
import type {Call} from '../rds/api.ts'
import {deploymentArn} from '../rds/looking.ts'
import type {Plan, WriteStep} from './phase.ts'
import {steps} from './phase.ts'
import {blueMemory} from './requests.ts'

type Tags = Call<'AddTagsToResource'>['input']['Tags']

export const tagStep = (arn: string, tags: Tags, rest: Omit<WriteStep, 'do' | 'call' | 'refused'>): WriteStep => ({
  do: 'write',
  call: {operation: 'AddTagsToResource', input: {ResourceName: arn, Tags: tags}},
  refused: {reason: 'access_denied', remedy: 'allow rds:AddTagsToResource'},
  ...rest
})

/** An adopted deployment gets the memory before anything else (contract, "Tags"). */
export const rememberBlue = (production: Database, blue: readonly Database[], deployment: Deployment): Plan =>
  steps(
    tagStep(deploymentArn(deployment), [...blueMemory(production, blue)], {
      intent: `remember on deployment ${deployment.id} which databases are blue`,
      shows: now => now.memory.is === 'known' && now.memory.value.blue.length >= blue.length
    })
  )
