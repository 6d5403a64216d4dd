/** As little of AWS's shapes as makes a database. */
import type {DBInstance} from '@aws-sdk/client-rds'
import {arn} from '../phases/builders.ts'

export type Databases = Readonly<Record<string, DBInstance>>

export const instance = (name: string, id = `db-${name.toUpperCase()}`): DBInstance => ({
  DBInstanceIdentifier: name,
  DbiResourceId: id,
  DBInstanceArn: arn(name)
})
