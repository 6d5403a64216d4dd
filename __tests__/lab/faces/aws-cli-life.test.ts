/** The AWS CLI takes an instance through a whole deployment against the model: creates, describes, switches over, deletes. */
import {execFile} from 'node:child_process'
import {existsSync} from 'node:fs'
import {delimiter, join} from 'node:path'
import {promisify} from 'node:util'
import {expect, test} from '@jest/globals'
import {shortPaper} from '../../../lab/bodies/paper.ts'
import {scaledTime} from '../../../lab/clocks.ts'
import {serve} from '../../../lab/faces/http/server.ts'
import {openScenario} from '../../../lab/scenario.ts'

const installed = (process.env['PATH'] ?? '').split(delimiter).some(folder => existsSync(join(folder, 'aws')))
const story = installed ? test : test.skip
const why = installed ? '' : ' (skipped: no `aws` on the PATH; apt-get install awscli)'

interface Answer {
  readonly BlueGreenDeployment?: {readonly BlueGreenDeploymentIdentifier: string; readonly Status: string}
  readonly BlueGreenDeployments?: readonly {readonly Status: string; readonly Target?: string}[]
  readonly DBInstances?: readonly {readonly DBInstanceIdentifier: string; readonly EngineVersion: string}[]
}

const stderrOf = (thrown: unknown): string => String((thrown as {stderr?: string}).stderr ?? thrown)

story(
  `a deployment from its creation to its deletion by the AWS CLI${why}`,
  async () => {
    const account = {region: 'us-west-2', instances: [{name: 'orders', engine: 'mysql', version: '8.0.42'}], paper: shortPaper}
    const face = await serve(openScenario({seed: 'cli', account}, scaledTime(3000).scheduler))
    const aws = async (...command: string[]): Promise<Answer> => {
      const {stdout} = await promisify(execFile)('aws', ['rds', ...command, '--endpoint-url', face.url, '--output', 'json'], {
        env: {
          ...process.env,
          AWS_ACCESS_KEY_ID: 'AKIDLAB',
          AWS_SECRET_ACCESS_KEY: 'secret',
          AWS_DEFAULT_REGION: 'us-west-2',
          AWS_CONFIG_FILE: '/dev/null',
          AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
          AWS_PAGER: ''
        }
      })
      return stdout === '' ? {} : (JSON.parse(stdout) as Answer)
    }
    /** Looks until the status is there; the CLI's own start is the pause. */
    const until = async (id: string, status: string): Promise<void> => {
      for (let look = 0; look < 60; look += 1) {
        const [one] = (await aws('describe-blue-green-deployments', '--blue-green-deployment-identifier', id)).BlueGreenDeployments ?? []
        if (one?.Status === status) return
      }
      throw new Error(`${id} did not become ${status}`)
    }
    try {
      const source = 'arn:aws:rds:us-west-2:123456789012:db:orders'
      const create = ['create-blue-green-deployment', '--blue-green-deployment-name', 'by-cli', '--source', source]
      const made = await aws(...create, '--target-engine-version', '8.4.6', '--target-db-parameter-group-name', 'default.mysql8.4')
      const id = made.BlueGreenDeployment?.BlueGreenDeploymentIdentifier ?? ''
      expect(made.BlueGreenDeployment?.Status).toBe('PROVISIONING')
      expect(stderrOf(await aws(...create).catch((thrown: unknown) => thrown))).toContain('BlueGreenDeploymentAlreadyExistsFault')
      await until(id, 'AVAILABLE')
      const which = ['--blue-green-deployment-identifier', id]
      // Green may be initializing its storage although the deployment is available (facts 1.4): then RDS refuses, and a person tries again.
      for (let call = 0; ; call += 1) {
        const refused = await aws('switchover-blue-green-deployment', ...which, '--switchover-timeout', '300').then(() => '', stderrOf)
        if (refused === '') break
        expect(refused).toContain('is not in available state')
        expect(call).toBeLessThan(60)
      }
      await until(id, 'SWITCHOVER_COMPLETED')
      const found = (await aws('describe-db-instances')).DBInstances ?? []
      expect(found.map(one => `${one.DBInstanceIdentifier} ${one.EngineVersion}`).sort()).toEqual(['orders 8.4.6', 'orders-old1 8.0.42'])
      const kept = await aws('delete-blue-green-deployment', ...which, '--delete-target').catch((thrown: unknown) => thrown)
      expect(stderrOf(kept)).toContain('Deleting target is not allowed')
      expect((await aws('delete-blue-green-deployment', ...which)).BlueGreenDeployment?.Status).toBe('DELETING')
    } finally {
      await face.close()
    }
  },
  120_000
)
