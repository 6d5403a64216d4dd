/** Whether the instance classes of green can be had (facts G-39). */
import {cannotTell, met, notMet, ofSource} from './of-source.ts'

export const classesAvailable = ofSource({
  id: 'instance-classes-have-the-target-version',
  rows: ['G-39'],
  title: "Every instance class of green can be had with green's engine version",
  severity: 'blocking',
  needs: ['orderable', 'orderableToday'],
  unless: ({production, version, instances, classes, target}) => {
    // Of a version that it has not RDS lists no class, as if every one of them were wrong.
    if (version !== production.engineVersion && !target.reachable.includes(version)) return 'asked once the target version is reachable'
    return version === production.engineVersion && classes.every(one => instances.some(instance => instance.instanceClass === one))
      ? 'neither version nor class changes'
      : undefined
  },
  judge({production, version, instances, classes}, {orderable, orderableToday}) {
    const expected = `available with ${production.engine} ${version}`
    const missing = classes.filter(one => orderable.get(one)?.length === 0)
    const own = instances[0]?.instanceClass ?? ''
    // A version that is not sold any more lists no class at all, not even the one in use.
    if (version === production.engineVersion && orderableToday.get(own)?.length === 0)
      return cannotTell(
        `RDS lists no class for ${production.engine} ${version} any more, not even ${own}`,
        'give a target-engine-version too'
      )
    if (missing.length > 0) {
      const users = instances.filter(one => missing.includes(one.instanceClass ?? '')).map(one => `${one.name} is ${one.instanceClass}`)
      const change =
        production.kind === 'instance' ? 'give another target-instance-class' : 'change the class of the readers and the writer first'
      const remedy =
        users.length === 0 ? change : `change the class first (${users.join(', ')})${missing.includes(own) ? `, or ${change}` : ''}`
      return notMet(`${missing.join(', ')} cannot be had`, expected, remedy)
    }
    const unasked = classes.filter(one => !orderable.has(one))
    if (classes.length === 0 || unasked.length > 0)
      return cannotTell(
        classes.length === 0
          ? 'RDS does not say which classes blue has'
          : `only the first classes were asked for, not ${unasked.join(', ')}`,
        'aws rds describe-orderable-db-instance-options shows the classes of a version'
      )
    return met(classes.join(', '), expected)
  }
})

/** Others saw green begin with the version of today and with its new class; AWS does not say so. */
export const newClassAvailableToday = ofSource({
  id: 'new-instance-class-has-the-version-of-today',
  rows: ['G-39'],
  title: "The new instance class can be had with blue's engine version too",
  severity: 'advice',
  needs: ['orderableToday'],
  unless: ({production, version, instances, classes}) =>
    version === production.engineVersion || classes.every(one => instances.some(instance => instance.instanceClass === one))
      ? 'version and class do not both change'
      : undefined,
  judge({production: {engine, engineVersion}, instances, classes}, {orderableToday}) {
    const expected = `available with ${engine} ${engineVersion}, which green begins with`
    const own = instances[0]?.instanceClass ?? ''
    const added = classes.filter(one => instances.every(instance => instance.instanceClass !== one))
    if (orderableToday.size === 0 || orderableToday.get(own)?.length === 0)
      return cannotTell(`RDS lists no class for ${engine} ${engineVersion} any more`, 'change the class after the switchover instead')
    const missing = added.filter(one => orderableToday.get(one)?.length === 0)
    if (missing.length === 0) return met(added.join(', '), expected)
    return notMet(
      `${missing.join(', ')} cannot be had`,
      expected,
      'leave target-instance-class out, and change the class after the switchover'
    )
  }
})

export const classChecks = [classesAvailable, newClassAvailableToday] as const
