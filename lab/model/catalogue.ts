/** What RDS offers before anybody made anything: engine versions, default parameter groups, default option groups. */
import type {OptionGroup} from '@aws-sdk/client-rds'
import type {ParameterGroup} from './account.ts'
import {engineVersions, families, majorOf} from './engine-versions.ts'

export {compareVersions, engineVersions, familyOf, majorOf} from './engine-versions.ts'

/** `default.<family>` exists for every family and cannot be edited (G-41). */
export const defaultGroups = (): readonly ParameterGroup[] => groups

const groups: readonly ParameterGroup[] = families.flatMap(family => {
  const group = (kind: 'instance' | 'cluster'): ParameterGroup => ({
    kind,
    name: `default.${family}`,
    family,
    description: `Default ${kind === 'cluster' ? 'cluster ' : ''}parameter group for ${family}`,
    parameters: {}
  })
  return family.startsWith('aurora') ? [group('instance'), group('cluster')] : [group('instance')]
})

export const defaultOptionGroupOf = (engine: string, version: string): string =>
  `default:${engine}-${majorOf(engine, version).replace('.', '-')}`

/** `default:<engine>-<major>`; Aurora has them too and nobody uses them. */
export const defaultOptionGroups = (): readonly OptionGroup[] => optionGroups

const optionGroups: readonly OptionGroup[] = [
  ...new Map(engineVersions().map(one => [defaultOptionGroupOf(one.engine, one.version), one]))
].map(([OptionGroupName, one]) => ({
  OptionGroupName,
  OptionGroupDescription: `Default option group for ${one.engine} ${majorOf(one.engine, one.version)}`,
  EngineName: one.engine,
  MajorEngineVersion: majorOf(one.engine, one.version),
  Options: [],
  AllowsVpcAndNonVpcInstanceMemberships: true
}))
