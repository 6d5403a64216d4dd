import {expect, test} from '@jest/globals'
import {commandLine, pauseLine, waitLine} from '../../src/phases/command-lines.ts'
import type {Call} from '../../src/rds/api.ts'

const ROWS: readonly (readonly [Call, string])[] = [
  [
    {operation: 'ModifyDBInstance', input: {DBInstanceIdentifier: 'orders', BackupRetentionPeriod: 1, ApplyImmediately: true}},
    'aws rds modify-db-instance --region eu-west-1 --db-instance-identifier orders --backup-retention-period 1 --apply-immediately'
  ],
  [
    {operation: 'ModifyDBCluster', input: {DBClusterIdentifier: 'main', DBClusterParameterGroupName: 'own', ApplyImmediately: false}},
    'aws rds modify-db-cluster --region eu-west-1 --db-cluster-identifier main --db-cluster-parameter-group-name own --no-apply-immediately'
  ],
  [
    {
      operation: 'ModifyDBParameterGroup',
      input: {
        DBParameterGroupName: 'own',
        Parameters: [{ParameterName: 'shared_preload_libraries', ParameterValue: "a,b'c", ApplyMethod: 'pending-reboot'}]
      }
    },
    String.raw`aws rds modify-db-parameter-group --region eu-west-1 --db-parameter-group-name own --parameters '[{"ParameterName":"shared_preload_libraries","ParameterValue":"a,b'\''c","ApplyMethod":"pending-reboot"}]'`
  ]
]

test.each(ROWS)('%j', (call, line) => expect(commandLine(call, 'eu-west-1')).toBe(line))

test('what to wait for behind it, and before the first of them', () => {
  expect(waitLine('cluster', 'main', 'eu-west-1')).toBe(
    'sleep 60 && aws rds wait db-cluster-available --region eu-west-1 --db-cluster-identifier main'
  )
  expect(pauseLine(359_001)).toBe('sleep 360')
})
