// Whom `prepare` may restart: the databases of production, also where people have renamed one, and nobody else's.
import {expect, test} from '@jest/globals'
import {dice} from '../../../lab/dice.ts'
import {renames} from '../../../lab/model/people.ts'
import {wrongsOf} from '../../../lab/simulation/preparation.ts'
import type {Upgrade} from '../../../lab/simulation/upgrade.ts'
import {drawUpgrade} from '../../../lab/simulation/upgrade.ts'
import {openBox} from '../box.ts'

const drawn = drawUpgrade(dice('preparation'), true)
const upgrade: Upgrade = {...drawn, kind: 'instance', name: 'orders', run: {...drawn.run, 'allow-reboot': 'true'}}

test.each([
  ['orders-r1', []],
  // Seed 613000618.
  ['renamed', []],
  ['billing', ['the stranger billing was restarted']]
])('%s is restarted', async (name, wrongs) => {
  const found: string[] = []
  const box = openBox(
    {
      instances: [
        {name: 'orders', engine: 'postgres', version: '16.8', replicas: ['orders-r1', 'orders-r2']},
        {name: 'billing', engine: 'mysql'}
      ]
    },
    {onChange: changed => found.push(...wrongsOf(changed, upgrade, {mayRestart: true, isRaced: true}))}
  )
  box.desk.change(renames('orders-r2', 'renamed'))
  await box.write('RebootDBInstance', {DBInstanceIdentifier: name})
  expect(found).toEqual(wrongs)
})
