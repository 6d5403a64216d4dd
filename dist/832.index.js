export const id = 832;
export const ids = [832];
export const modules = {

/***/ 832:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  connect: () => (/* binding */ connect)
});

;// CONCATENATED MODULE: ./lib/aws/cloudwatch.js
function connectCloudWatch(settings) {
    const open = async () => {
        const { CloudWatchClient, GetMetricDataCommand } = await __webpack_require__.e(/* import() */ 85).then(__webpack_require__.t.bind(__webpack_require__, 4085, 19));
        return { client: new CloudWatchClient(settings), GetMetricData: GetMetricDataCommand };
    };
    let opened;
    return {
        metrics: {
            read: async (operation, input, abortSignal) => {
                opened ??= open();
                const { client, [operation]: Command } = await opened;
                const { $metadata, ...answer } = await client.send(new Command(input), { abortSignal });
                return answer;
            }
        },
        close: () => {
            opened?.then(({ client }) => client.destroy(), () => undefined);
        }
    };
}

// EXTERNAL MODULE: ./node_modules/@aws-sdk/credential-provider-node/dist-cjs/index.js
var dist_cjs = __webpack_require__(5861);
;// CONCATENATED MODULE: ./lib/aws/credentials.js
/**
 * Keeps one set of credentials for all clients of a run, renews it late rather than early, and knows when it ends.
 * Who hands them out is the `source`: the SDK's default chain, or later an assumed role.
 */

/** Nothing is asked before the first request. Without any credentials that request rejects with `CredentialsProviderError`. */
function defaultCredentials(region, date) {
    return keepCredentials((0,dist_cjs.defaultProvider)({ clientConfig: { region } }), date);
}
/**
 * The SDK itself renews five minutes before the end, which for a credential of a few minutes means at every request; here it is
 * a tenth of the life when that is less. A renewal that fails is no failure while the credential at hand still lives.
 */
function keepCredentials(source, date) {
    let kept;
    let renewal;
    const renew = (options) => {
        renewal ??= source(options)
            .then(identity => {
            kept = { identity, renewAt: renewAt(identity, date().getTime()) };
            return identity;
        })
            .finally(() => {
            renewal = undefined;
        });
        return renewal;
    };
    const provide = async (options) => {
        if (kept === undefined)
            return renew(options);
        const { identity } = kept;
        if (date().getTime() < kept.renewAt && options?.forceRefresh !== true)
            return identity;
        return renew(options).catch((fault) => {
            if (identity.expiration !== undefined && date() < identity.expiration)
                return identity;
            throw fault;
        });
    };
    return { provide: Object.assign(provide, { memoized: true }), expires: () => kept?.identity.expiration };
}
function renewAt({ expiration }, now) {
    if (expiration === undefined)
        return Number.POSITIVE_INFINITY;
    const end = expiration.getTime();
    return end - Math.min(5 * 60_000, Math.max(0, end - now) / 10);
}

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-rds/dist-cjs/index.js
var client_rds_dist_cjs = __webpack_require__(7202);
;// CONCATENATED MODULE: ./lib/aws/rds.js
/** The port to RDS over the SDK: one request, sent once, through a closed table of operations. */

const reads = {
    DescribeBlueGreenDeployments: via(client_rds_dist_cjs/* DescribeBlueGreenDeploymentsCommand */.QaP),
    DescribeDBInstances: via(client_rds_dist_cjs/* DescribeDBInstancesCommand */.hhJ),
    DescribeDBClusters: via(client_rds_dist_cjs/* DescribeDBClustersCommand */.Kdv),
    DescribeDBEngineVersions: via(client_rds_dist_cjs/* DescribeDBEngineVersionsCommand */.mh$),
    DescribeDBParameterGroups: via(client_rds_dist_cjs/* DescribeDBParameterGroupsCommand */.yH7),
    DescribeDBClusterParameterGroups: via(client_rds_dist_cjs/* DescribeDBClusterParameterGroupsCommand */.g$L),
    DescribeDBSnapshots: via(client_rds_dist_cjs/* DescribeDBSnapshotsCommand */.KKI),
    DescribeDBClusterSnapshots: via(client_rds_dist_cjs/* DescribeDBClusterSnapshotsCommand */.cWV),
    DescribeEvents: via(client_rds_dist_cjs/* DescribeEventsCommand */.w6x),
    DescribeDBLogFiles: via(client_rds_dist_cjs/* DescribeDBLogFilesCommand */.acm),
    DownloadDBLogFilePortion: via(client_rds_dist_cjs/* DownloadDBLogFilePortionCommand */.nBJ),
    ListTagsForResource: via(client_rds_dist_cjs/* ListTagsForResourceCommand */.a_e)
};
const writes = {
    CreateBlueGreenDeployment: via(client_rds_dist_cjs/* CreateBlueGreenDeploymentCommand */.GGI),
    SwitchoverBlueGreenDeployment: via(client_rds_dist_cjs/* SwitchoverBlueGreenDeploymentCommand */.Wji),
    DeleteBlueGreenDeployment: via(client_rds_dist_cjs/* DeleteBlueGreenDeploymentCommand */.tlY),
    AddTagsToResource: via(client_rds_dist_cjs/* AddTagsToResourceCommand */.X3P),
    ModifyDBInstance: via(client_rds_dist_cjs/* ModifyDBInstanceCommand */.R1U),
    ModifyDBCluster: via(client_rds_dist_cjs/* ModifyDBClusterCommand */.gSX),
    DeleteDBInstance: via(client_rds_dist_cjs/* DeleteDBInstanceCommand */.Yvh),
    DeleteDBCluster: via(client_rds_dist_cjs/* DeleteDBClusterCommand */.Xi9)
};
function connectRds(settings) {
    const client = new client_rds_dist_cjs/* RDSClient */.rYe(settings);
    return {
        api: {
            read: (operation, input, signal) => reads[operation](client, input, signal),
            write: (operation, input, signal) => writes[operation](client, input, signal)
        },
        close: () => client.destroy()
    };
}
function via(command) {
    return async (client, input, abortSignal) => {
        const { $metadata, ...answer } = await client.send(new command(input), { abortSignal });
        return answer;
    };
}

;// CONCATENATED MODULE: ./lib/aws/settings.js
/**
 * Sent once: left alone the SDK sends a throttled CreateBlueGreenDeployment or SwitchoverBlueGreenDeployment three times.
 * `requestTimeout` ends with the headers of the reply, `socketTimeout` covers its body, and without `throwOnRequestTimeout`
 * the SDK only logs.
 */
function settings({ region, run, version }, credentials) {
    return {
        region,
        credentials: credentials.provide,
        maxAttempts: 1,
        retryMode: 'standard',
        customUserAgent: run === ''
            ? [['rds-blue-green', version]]
            : [
                ['rds-blue-green', version],
                ['md/run_id', run]
            ],
        requestHandler: { connectionTimeout: 5000, requestTimeout: 30_000, throwOnRequestTimeout: true, socketTimeout: 30_000 }
    };
}

;// CONCATENATED MODULE: ./lib/aws/index.js




/** Sends nothing yet, and asks for credentials only at the first request. */
function connect(run, date) {
    const credentials = defaultCredentials(run.region, date);
    const common = settings(run, credentials);
    const rds = connectRds(common);
    const cloudWatch = connectCloudWatch(common);
    return {
        rds: rds.api,
        metrics: cloudWatch.metrics,
        expires: credentials.expires,
        close: () => {
            rds.close();
            cloudWatch.close();
        }
    };
}


/***/ })

};
