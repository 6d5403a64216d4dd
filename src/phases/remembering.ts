/** The memory of a deployment that this action did not make. */
import type {Database} from '../domain/database.ts'
import type {Deployment} from '../domain/deployment.ts'
import {deploymentArn} from '../rds/looking.ts'
import type {Plan} from './phase.ts'
import {steps} from './phase.ts'
import {blueMemory} from './requests.ts'

/** An adopted deployment gets the memory before anything else (contract, "Tags"). */
export const rememberBlue = (production: Database, blue: readonly Database[], deployment: Deployment): Plan =>
  steps({
    do: 'write',
    intent: `remember on deployment ${deployment.id} which databases are blue`,
    call: {operation: 'AddTagsToResource', input: {ResourceName: deploymentArn(deployment), Tags: [...blueMemory(production, blue)]}},
    shows: now => now.memory.is === 'known' && now.memory.value.blue.length >= blue.length,
    refused: {reason: 'access_denied', remedy: 'allow rds:AddTagsToResource'}
  })
