/**
 * The members each operation takes, with their types and limits (MODEL, Appendix A of the facts). A request with another member or
 * another type is refused: a typing mistake that RDS would ignore or refuse must not pass the lab.
 */
import type {Refusal} from '../service.ts'
import {invalidValue, refusal} from './refusals.ts'

type Member =
  | {readonly is: 'text'; readonly required?: true; readonly from?: number; readonly to?: number; readonly pattern?: RegExp}
  | {readonly is: 'number'; readonly required?: true; readonly from?: number; readonly to?: number}
  | {readonly is: 'truth' | 'date'; readonly required?: true}
  | {readonly is: 'texts'; readonly required?: true}
  | {readonly is: 'rows'; readonly required?: true; readonly of: Shape; readonly to?: number}

type Shape = Readonly<Record<string, Member>>

const text = {is: 'text'} as const
const needed = {is: 'text', required: true, from: 1} as const
const truth = {is: 'truth'} as const
const number = {is: 'number'} as const
const date = {is: 'date'} as const
const texts = {is: 'texts'} as const

const filters = {is: 'rows', of: {Name: needed, Values: {is: 'texts', required: true}}} as const
const paged = {Filters: filters, Marker: text, MaxRecords: {is: 'number', from: 20, to: 100}} as const
const tags = {is: 'rows', of: {Key: text, Value: text}} as const
const id = {is: 'text', required: true, from: 1, to: 255} as const
const group = {is: 'text', from: 1, to: 255} as const
const proxyName = {is: 'text', from: 1, to: 63} as const
const roleArn = {is: 'text', required: true, from: 20, to: 2048} as const
const parameters = {
  is: 'rows',
  of: {
    ParameterName: needed,
    ParameterValue: text,
    Description: text,
    Source: text,
    ApplyType: text,
    DataType: text,
    AllowedValues: text,
    IsModifiable: truth,
    MinimumEngineVersion: text,
    ApplyMethod: text,
    SupportedEngineModes: texts
  }
} as const

export const shapes: Readonly<Record<string, Shape>> = {
  CreateBlueGreenDeployment: {
    BlueGreenDeploymentName: {is: 'text', required: true, from: 1, to: 60, pattern: /^[a-zA-Z](?:-?[a-zA-Z0-9]+)*$/},
    Source: {is: 'text', required: true, from: 1, to: 2048, pattern: /^arn:[A-Za-z][0-9A-Za-z-:._]*$/},
    TargetEngineVersion: {is: 'text', from: 1, to: 64, pattern: /^[0-9A-Za-z-_.]+$/},
    TargetDBParameterGroupName: {...group, pattern: /^([A-Za-z](?!.*--)[0-9A-Za-z-]*[^-]|default.*)$/},
    TargetDBClusterParameterGroupName: {...group, pattern: /^([A-Za-z](?!.*--)[0-9A-Za-z-]*[^-]|default.*)$/},
    Tags: tags,
    TargetDBInstanceClass: {is: 'text', from: 5, to: 20, pattern: /^db\.[0-9a-z]{2,6}\.[0-9a-z]{4,9}$/},
    UpgradeTargetStorageConfig: truth,
    TargetIops: number,
    TargetStorageType: text,
    TargetAllocatedStorage: number,
    TargetStorageThroughput: number,
    TargetResourceConfigurations: {
      is: 'rows',
      to: 20,
      of: {SourceArn: {is: 'text', required: true, from: 39, to: 255}, TargetKmsKeyId: {is: 'text', from: 1, to: 2048}}
    }
  },
  DescribeBlueGreenDeployments: {BlueGreenDeploymentIdentifier: {is: 'text', from: 1, to: 255}, ...paged},
  SwitchoverBlueGreenDeployment: {BlueGreenDeploymentIdentifier: id, SwitchoverTimeout: {is: 'number', from: 30, to: 3600}},
  DeleteBlueGreenDeployment: {BlueGreenDeploymentIdentifier: id, DeleteTarget: truth},
  DescribeDBInstances: {DBInstanceIdentifier: text, ...paged},
  DescribeDBClusters: {DBClusterIdentifier: text, IncludeShared: truth, ...paged},
  DescribeDBEngineVersions: {
    Engine: text,
    EngineVersion: text,
    DBParameterGroupFamily: text,
    DefaultOnly: truth,
    ListSupportedCharacterSets: truth,
    ListSupportedTimezones: truth,
    IncludeAll: truth,
    ...paged
  },
  DescribeDBParameterGroups: {DBParameterGroupName: text, ...paged},
  DescribeDBClusterParameterGroups: {DBClusterParameterGroupName: text, ...paged},
  DescribeDBParameters: {DBParameterGroupName: needed, Source: text, ...paged},
  DescribeDBClusterParameters: {DBClusterParameterGroupName: needed, Source: text, ...paged},
  DescribeEngineDefaultParameters: {DBParameterGroupFamily: needed, ...paged},
  DescribeEngineDefaultClusterParameters: {DBParameterGroupFamily: needed, ...paged},
  DescribeOrderableDBInstanceOptions: {
    Engine: needed,
    EngineVersion: text,
    DBInstanceClass: text,
    LicenseModel: text,
    AvailabilityZoneGroup: text,
    Vpc: truth,
    ...paged
  },
  DescribeDBProxies: {DBProxyName: proxyName, ...paged},
  DescribeDBProxyTargetGroups: {DBProxyName: {...proxyName, required: true}, TargetGroupName: proxyName, ...paged},
  DescribeDBProxyTargets: {DBProxyName: {...proxyName, required: true}, TargetGroupName: proxyName, ...paged},
  DescribeIntegrations: {IntegrationIdentifier: {is: 'text', from: 1, to: 255}, ...paged},
  DescribeGlobalClusters: {GlobalClusterIdentifier: {is: 'text', from: 1, to: 255}, ...paged},
  DescribeDBClusterEndpoints: {DBClusterIdentifier: text, DBClusterEndpointIdentifier: text, ...paged},
  DescribePendingMaintenanceActions: {ResourceIdentifier: text, ...paged},
  DescribeOptionGroups: {OptionGroupName: text, EngineName: text, MajorEngineVersion: text, ...paged},
  DescribeAccountAttributes: {},
  CreateDBParameterGroup: {DBParameterGroupName: needed, DBParameterGroupFamily: needed, Description: needed, Tags: tags},
  CreateDBClusterParameterGroup: {DBClusterParameterGroupName: needed, DBParameterGroupFamily: needed, Description: needed, Tags: tags},
  CopyDBParameterGroup: {
    SourceDBParameterGroupIdentifier: needed,
    TargetDBParameterGroupIdentifier: needed,
    TargetDBParameterGroupDescription: needed,
    Tags: tags
  },
  CopyDBClusterParameterGroup: {
    SourceDBClusterParameterGroupIdentifier: needed,
    TargetDBClusterParameterGroupIdentifier: needed,
    TargetDBClusterParameterGroupDescription: needed,
    Tags: tags
  },
  ModifyDBParameterGroup: {DBParameterGroupName: needed, Parameters: {...parameters, required: true}},
  ModifyDBClusterParameterGroup: {DBClusterParameterGroupName: needed, Parameters: {...parameters, required: true}},
  ResetDBParameterGroup: {DBParameterGroupName: needed, ResetAllParameters: truth, Parameters: parameters},
  ResetDBClusterParameterGroup: {DBClusterParameterGroupName: needed, ResetAllParameters: truth, Parameters: parameters},
  DeleteDBParameterGroup: {DBParameterGroupName: needed},
  DeleteDBClusterParameterGroup: {DBClusterParameterGroupName: needed},
  RebootDBInstance: {DBInstanceIdentifier: needed, ForceFailover: truth},
  AddRoleToDBInstance: {DBInstanceIdentifier: needed, RoleArn: needed, FeatureName: needed},
  AddRoleToDBCluster: {DBClusterIdentifier: needed, RoleArn: roleArn, FeatureName: text},
  DescribeDBSnapshots: {
    DBInstanceIdentifier: text,
    DBSnapshotIdentifier: text,
    SnapshotType: text,
    IncludeShared: truth,
    IncludePublic: truth,
    DbiResourceId: text,
    ...paged
  },
  DescribeDBClusterSnapshots: {
    DBClusterIdentifier: text,
    DBClusterSnapshotIdentifier: text,
    SnapshotType: text,
    IncludeShared: truth,
    IncludePublic: truth,
    DbClusterResourceId: text,
    ...paged
  },
  DescribeEvents: {
    SourceIdentifier: text,
    SourceType: text,
    StartTime: date,
    EndTime: date,
    Duration: number,
    EventCategories: texts,
    Marker: text,
    MaxRecords: {is: 'number', from: 20, to: 100}
  },
  DescribeDBLogFiles: {DBInstanceIdentifier: needed, FilenameContains: text, FileLastWritten: number, FileSize: number, ...paged},
  DownloadDBLogFilePortion: {DBInstanceIdentifier: needed, LogFileName: needed, Marker: text, NumberOfLines: number},
  ListTagsForResource: {ResourceName: needed, Filters: filters},
  AddTagsToResource: {ResourceName: needed, Tags: {...tags, required: true}},
  ModifyDBInstance: {
    DBInstanceIdentifier: needed,
    ApplyImmediately: truth,
    DeletionProtection: truth,
    NewDBInstanceIdentifier: text,
    BackupRetentionPeriod: {is: 'number', from: 0, to: 35},
    DBParameterGroupName: text,
    DBInstanceClass: text,
    StorageType: text,
    AllocatedStorage: number,
    Iops: number,
    StorageThroughput: number,
    EngineVersion: text,
    AllowMajorVersionUpgrade: truth,
    AutoMinorVersionUpgrade: truth,
    CopyTagsToSnapshot: truth
  },
  ModifyDBCluster: {
    DBClusterIdentifier: needed,
    ApplyImmediately: truth,
    DeletionProtection: truth,
    NewDBClusterIdentifier: text,
    BackupRetentionPeriod: {is: 'number', from: 1, to: 35},
    DBClusterParameterGroupName: text,
    EnableHttpEndpoint: truth,
    CopyTagsToSnapshot: truth
  },
  DeleteDBInstance: {
    DBInstanceIdentifier: needed,
    SkipFinalSnapshot: truth,
    FinalDBSnapshotIdentifier: text,
    DeleteAutomatedBackups: truth
  },
  DeleteDBCluster: {DBClusterIdentifier: needed, SkipFinalSnapshot: truth, FinalDBSnapshotIdentifier: text, DeleteAutomatedBackups: truth},
  GetMetricData: {
    MetricDataQueries: {
      is: 'rows',
      required: true,
      to: 500,
      of: {
        Id: {is: 'text', required: true, pattern: /^[a-z][a-zA-Z0-9_]*$/},
        Label: text,
        ReturnData: truth,
        Expression: text,
        Period: number,
        AccountId: text,
        MetricStat: {is: 'rows', of: {}}
      }
    },
    StartTime: {is: 'date', required: true},
    EndTime: {is: 'date', required: true},
    NextToken: text,
    ScanBy: text,
    MaxDatapoints: number,
    LabelOptions: {is: 'rows', of: {}}
  },
  GetCallerIdentity: {},
  AssumeRoleWithWebIdentity: {
    RoleArn: needed,
    RoleSessionName: needed,
    WebIdentityToken: needed,
    ProviderId: text,
    PolicyArns: {is: 'rows', of: {arn: text}},
    Policy: text,
    DurationSeconds: {is: 'number', from: 900, to: 43200}
  }
}

/** In Jest's vm a date is not `instanceof Date`. */
const isDate = (value: unknown): boolean => Object.prototype.toString.call(value) === '[object Date]'

function wrong(name: string, value: unknown, member: Member): Refusal | undefined {
  const type = (expected: string): Refusal => refusal('ValidationError', `The value of ${name} must be ${expected}.`)
  switch (member.is) {
    case 'text':
      if (typeof value !== 'string') return type('a string')
      if (value.length < (member.from ?? 0) || value.length > (member.to ?? Number.POSITIVE_INFINITY))
        return refusal('ValidationError', `The length of ${name} must be between ${member.from ?? 0} and ${member.to ?? 'unlimited'}.`)
      return member.pattern !== undefined && !member.pattern.test(value)
        ? invalidValue(`The parameter ${name} is not a valid value: ${value}`)
        : undefined
    case 'number':
      if (typeof value !== 'number' || !Number.isInteger(value)) return type('an integer')
      return value < (member.from ?? Number.NEGATIVE_INFINITY) || value > (member.to ?? Number.POSITIVE_INFINITY)
        ? invalidValue(`Invalid value ${value} for ${name}. Must be between ${member.from} and ${member.to}`)
        : undefined
    case 'truth':
      return typeof value === 'boolean' ? undefined : type('a boolean')
    case 'date':
      return isDate(value) ? undefined : type('a timestamp')
    case 'texts':
      return Array.isArray(value) && value.every(one => typeof one === 'string') ? undefined : type('a list of strings')
    case 'rows': {
      // An empty shape: a structure or list that the operation reads for itself.
      if (Object.keys(member.of).length === 0) return typeof value === 'object' && value !== null ? undefined : type('a structure')
      if (!Array.isArray(value)) return type('a list')
      if (value.length > (member.to ?? Number.POSITIVE_INFINITY)) return type(`a list of at most ${member.to} entries`)
      for (const [index, row] of value.entries()) {
        const found = refuseShape(`${name}.${index + 1}`, row as object, member.of)
        if (found !== undefined) return found
      }
      return undefined
    }
  }
}

function refuseShape(name: string, input: object, shape: Shape): Refusal | undefined {
  const given = input as Readonly<Record<string, unknown>>
  for (const key of Object.keys(input)) {
    const value = given[key]
    if (value === undefined) continue
    const member = shape[key]
    if (member === undefined) return refusal('ValidationError', `${name} does not take ${key} (or the lab does not model it).`)
    const found = wrong(key, value, member)
    if (found !== undefined) return found
  }
  for (const key of Object.keys(shape))
    if (shape[key]?.required === true && given[key] === undefined)
      return refusal('MissingParameter', `The request must contain the parameter ${key}.`)
  return undefined
}

export function refuseInput(operation: string, input: object): Refusal | undefined {
  const shape = shapes[operation]
  return shape === undefined
    ? refusal('InvalidAction', `The action ${operation} is not valid for this web service.`)
    : refuseShape(operation, input, shape)
}
