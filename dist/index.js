import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 2613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 5317:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");

/***/ }),

/***/ 6982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 9278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 4589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 6698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 7540:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 8474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 2467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 4708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");

/***/ }),

/***/ 1792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 3429:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 5919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 6928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 3193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 3557:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 8120:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ stepContext),
/* harmony export */   e: () => (/* binding */ reportPath)
/* harmony export */ });
/** What the runner tells a step about itself, from the environment. */
/** `spare` is where files go outside GitHub. */
function stepContext(env, spare) {
    const repository = nameOf(env['GITHUB_REPOSITORY']);
    const run = numberOf(env['GITHUB_RUN_ID']);
    const attempt = numberOf(env['GITHUB_RUN_ATTEMPT']);
    const server = /^https?:\/\/[\w.:-]+/.exec(env['GITHUB_SERVER_URL'] ?? '')?.[0] ?? 'https://github.com';
    const isRun = run !== '' && repository !== '';
    return {
        run: {
            url: isRun ? `${server}/${repository}/actions/runs/${run}${attempt === '' ? '' : `/attempts/${attempt}`}` : '',
            id: run === '' ? '' : `${run}.${attempt === '' ? '1' : attempt}`
        },
        repository,
        outputPath: given(env['GITHUB_OUTPUT']),
        summaryPath: given(env['GITHUB_STEP_SUMMARY']),
        folder: given(env['RUNNER_TEMP']) ?? spare
    };
}
/** Several steps of a job may use the action, so each gets a file of its own. */
const reportPath = (context, token) => `${context.folder.replace(/[\\/]+$/, '')}/rds-blue-green-${token.slice(0, 8)}.json`;
const given = (value) => (value === undefined || value === '' ? undefined : value);
const numberOf = (value = '') => (/^\d+$/.test(value) ? value : '');
/** It goes into a tag and into links, so it is taken only in the form that GitHub gives it. */
const nameOf = (value = '') => (/^[\w.-]+\/[\w.-]+$/.test(value) ? value : '');


/***/ }),

/***/ 7660:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ writeSummary),
/* harmony export */   u: () => (/* binding */ writeReport)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1455);
/** The two files that a run leaves behind: the summary of the step and the report. Both may fail; who publishes catches. */

/** Appends to the summary of the step; outside GitHub there is none. @actions/core is loaded here, when all the work is done. */
async function writeSummary(markdown, env) {
    const path = env['GITHUB_STEP_SUMMARY'];
    if (path === undefined || path === '')
        return;
    const { summary } = await __nccwpck_require__.e(/* import() */ 811).then(__nccwpck_require__.bind(__nccwpck_require__, 6811));
    await summary.addRaw(markdown).write();
}
const writeReport = (path, json) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(path, json, 'utf8');


/***/ }),

/***/ 1372:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  w: () => (/* binding */ stepReporter)
});

;// CONCATENATED MODULE: ./lib/github/commands.js
/**
 * The runner's two protocols, as text: commands on standard output and key-value files. Byte for byte what @actions/core writes, which
 * a test holds; that package is not used here because its import keeps the process busy for 40 ms, and this is needed before the first
 * request (docs/decisions).
 */
const escapeData = (text) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapeProperty = (text) => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
/** The runner cuts annotations here, in UTF-16 units (actions/runner, ExecutionContext). */
const LONGEST_ANNOTATION = 4096;
const TITLE = 'rds-blue-green';
/** One line for the log that the runner cannot take for a command, whatever AWS or a user put into it. */
function harmless(text) {
    return visible(text)
        .replaceAll(/\s*[\r\n]+\s*/g, ' ')
        .replace(/^(\s*):(?=:)/, '$1: ');
}
/** Several lines stay several. `##[` is an older form of command, which the runner looks for anywhere in a line (ActionCommand.TryParse). */
const visible = (text) => text
    .toWellFormed()
    .replaceAll(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    // What is left of the controls and the invisible moves the cursor, hides text or turns its direction.
    .replaceAll(/[^\P{Cc}\n\t]|\p{Cf}/gu, '')
    .replaceAll('##[', '# #[');
const annotation = (level, text) => `::${level} title=${escapeProperty(TITLE)}::${escapeData(clip(visible(text), LONGEST_ANNOTATION))}`;
const groupStart = (title) => `::group::${escapeData(harmless(title))}`;
const groupEnd = '::endgroup::';
const mask = (value) => `::add-mask::${escapeData(value)}`;
/** An entry of GITHUB_OUTPUT. The delimiter must be nowhere in the value, so it must not be guessable by who wrote the value. */
const keyValue = (name, value, delimiter) => `${name}<<${delimiter}\n${value}\n${delimiter}\n`;
function clip(text, longest) {
    if (text.length <= longest)
        return text;
    return `${text.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

;// CONCATENATED MODULE: ./lib/github/masks.js

/** Shorter than this, a mask would blot out half of the log and make GitHub drop outputs, and hide nothing worth hiding. */
const SHORTEST = 3;
/**
 * Commands that mask every secret, to be written before any other line. The runner compares line by line, so each line of a longer
 * secret is masked too; it adds the usual encodings itself.
 */
function masks(secrets) {
    const values = secrets.flatMap(secret => [secret, secret.trim(), ...secret.split(/[\r\n]+/).map(line => line.trim())]);
    return [...new Set(values)].filter(value => value.trim().length >= SHORTEST).map(mask);
}

;// CONCATENATED MODULE: ./lib/github/reporter.js


/** GitHub shows no more of a kind for one step. */
const MOST_WARNINGS = 10;
function stepReporter({ step, outputPath, refuse }) {
    const written = new Map();
    let warnings = 0;
    const line = (text) => {
        quietly(() => step.write(`${text}\n`));
    };
    const warn = (text) => {
        warnings += 1;
        line(warnings <= MOST_WARNINGS ? annotation('warning', text) : `warning ${warnings}: ${harmless(text)}`);
    };
    /** The file is written again only for what is new: it is read to its end, and the last entry of a name counts. */
    const know = (outputs) => {
        const fresh = Object.entries(outputs).filter(([name, value]) => written.get(name) !== value);
        if (fresh.length === 0)
            return;
        const entries = fresh.map(([name, value]) => {
            // Names come from the table; one that does not is guarded like any other.
            const guarded = refuse(name, value.toWellFormed());
            if (guarded.warning !== undefined)
                warn(guarded.warning);
            return keyValue(name, guarded.value, `ghadelimiter_${step.token()}`);
        });
        for (const [name, value] of fresh)
            written.set(name, value);
        if (outputPath === undefined || outputPath === '')
            return;
        const isWritten = quietly(() => step.append(outputPath, entries.join('')));
        if (isWritten)
            return;
        for (const [name] of fresh)
            written.delete(name);
        warn(`the outputs ${fresh.map(([name]) => name).join(', ')} could not be written to ${outputPath}`);
    };
    return {
        startGroup: title => line(groupStart(title)),
        endGroup: () => line(groupEnd),
        say: text => line(harmless(text)),
        warn,
        know,
        mask: secrets => {
            for (const command of masks(secrets))
                line(command);
        },
        fail: text => line(annotation('error', text)),
        unseenWarnings: () => Math.max(0, warnings - MOST_WARNINGS)
    };
}
function quietly(act) {
    try {
        act();
        return true;
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 1125:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ realStep)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3024);


/** The real one. Nobody reading the log any more is no reason to stop in the middle of a switchover. */
function realStep() {
    process.stdout.on('error', () => { });
    return {
        write: text => {
            process.stdout.write(text);
        },
        append: (path, text) => (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.appendFileSync)(path, text, 'utf8'),
        token: () => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()
    };
}


/***/ }),

/***/ 5691:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8161);
/* harmony import */ var _github_context_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(8120);
/* harmony import */ var _github_files_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7660);
/* harmony import */ var _github_reporter_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(1372);
/* harmony import */ var _github_step_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1125);
/* harmony import */ var _main_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(2559);
/* harmony import */ var _outputs_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(5077);
/* harmony import */ var _waiting_real_clock_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(5532);
/** Wires the real world and calls main(); the only effect of importing anything. */








const VERSION = '0.1.0';
/** Of the 7.5 seconds the runner leaves between SIGINT and SIGTERM (design, rule 14). */
const LAST_WORD = 4500;
const { env } = process;
const step = (0,_github_step_js__WEBPACK_IMPORTED_MODULE_2__/* .realStep */ .Z)();
const context = (0,_github_context_js__WEBPACK_IMPORTED_MODULE_6__/* .stepContext */ .N)(env, (0,node_os__WEBPACK_IMPORTED_MODULE_0__.tmpdir)());
const reporter = (0,_github_reporter_js__WEBPACK_IMPORTED_MODULE_7__/* .stepReporter */ .w)({ step, outputPath: context.outputPath, refuse: _outputs_js__WEBPACK_IMPORTED_MODULE_4__/* .refuseAccount */ .aE });
const cancelled = new AbortController();
function cancel() {
    if (cancelled.signal.aborted)
        return;
    reporter.know({ outcome: 'cancelled', reason: 'cancelled' });
    cancelled.abort();
    setTimeout(() => process.exit(1), LAST_WORD).unref();
}
process.on('SIGINT', cancel);
process.on('SIGTERM', cancel);
const code = await (0,_main_js__WEBPACK_IMPORTED_MODULE_3__/* .main */ .i)({
    env,
    publisher: {
        ...reporter,
        reportPath: () => (0,_github_context_js__WEBPACK_IMPORTED_MODULE_6__/* .reportPath */ .e)(context, step.token()),
        writeReport: _github_files_js__WEBPACK_IMPORTED_MODULE_1__/* .writeReport */ .u,
        writeSummary: markdown => (0,_github_files_js__WEBPACK_IMPORTED_MODULE_1__/* .writeSummary */ .S)(markdown, env)
    },
    connect: async (inputs) => {
        const { connect } = await Promise.all(/* import() */[__nccwpck_require__.e(202), __nccwpck_require__.e(832)]).then(__nccwpck_require__.bind(__nccwpck_require__, 832));
        return connect({ region: inputs.awsRegion, run: context.run.id, version: VERSION }, _waiting_real_clock_js__WEBPACK_IMPORTED_MODULE_5__/* .realClock */ .d.date);
    },
    clock: _waiting_real_clock_js__WEBPACK_IMPORTED_MODULE_5__/* .realClock */ .d,
    random: Math.random,
    signal: cancelled.signal,
    run: context.run
});
// Connections that are kept alive and timers of the SDK must not hold the step: everything is said.
process.stdout.write('', () => process.exit(code));

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 2559:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  i: () => (/* binding */ main)
});

;// CONCATENATED MODULE: ./lib/domain/known.js
const known = (value) => ({ is: 'known', value });
const known_absent = { is: 'absent' };
const unknown = (because) => ({ is: 'unknown', because });
const notLooked = unknown('not looked at');
/** The value, or undefined both for absent and for unknown: only for messages and progress, never for a decision to write. */
const known_valueOf = (one) => (one.is === 'known' ? one.value : undefined);

;// CONCATENATED MODULE: ./lib/checks/cleanup.js
/** What `cleanup` proves before its first write: age, idleness and deletion protection of every old database concerned. */

const HOUR = 3_600_000;
/** RDS keeps events for 14 days (facts 7.2). */
const EVENTS_KEPT = 14 * 24 * HOUR;
const present = (now) => (known_valueOf(now.oldBlue) ?? []).filter(one => one.database.is === 'known' && one.database.value.status !== 'deleting');
const nameOf = (one) => known_valueOf(one.database)?.name ?? one.resourceId;
const notAsked = (inputs) => !inputs.deleteOldDatabases;
const oldEnough = {
    id: 'old-blue-is-old-enough',
    row: 'G-46',
    title: 'The switchover was long enough ago',
    severity: 'proof',
    guards: ['cleanup'],
    judge(now, inputs, date) {
        if (notAsked(inputs))
            return { is: 'not_applicable', because: 'delete-old-databases is false' };
        if (inputs.oldMinAgeHours === 0)
            return { is: 'not_applicable', because: 'switched off by old-min-age-hours: 0' };
        const expected = `at least ${inputs.oldMinAgeHours} hours`;
        const remedy = 'run cleanup again later, or lower old-min-age-hours';
        const told = present(now).map(one => one.switchedOverAt ?? known_valueOf(now.switchedOverAt));
        const known = told.filter((at) => at !== undefined);
        if (known.length === told.length && known.length > 0) {
            const hours = (date.getTime() - Math.max(...known.map(at => at.getTime()))) / HOUR;
            const observed = `${hours.toFixed(1)} hours`;
            return hours >= inputs.oldMinAgeHours ? { is: 'met', observed, expected } : { is: 'not_met', observed, expected, remedy };
        }
        if (told.length === 0)
            return { is: 'not_applicable', because: 'no old database is left' };
        if (now.switchedOverAt.is === 'unknown')
            return {
                is: 'unknown',
                because: `when it was switched over cannot be read: ${now.switchedOverAt.because}`,
                remedy: 'allow rds:DescribeEvents, or set old-min-age-hours: 0'
            };
        return withoutEvent(now, inputs, date, expected, remedy);
    }
};
/** No event in the 14 days that can be read: older than that, unless the deployment itself is younger. */
function withoutEvent(now, inputs, date, expected, remedy) {
    const created = known_valueOf(now.deployment)?.createTime;
    if (created !== undefined && date.getTime() - created.getTime() < EVENTS_KEPT) {
        const observed = `no event tells when, and the deployment was made ${((date.getTime() - created.getTime()) / HOUR).toFixed(1)} hours ago`;
        return { is: 'not_met', observed, expected, remedy };
    }
    const observed = 'more than 14 days: no event is left of it';
    return inputs.oldMinAgeHours * HOUR <= EVENTS_KEPT ? { is: 'met', observed, expected } : { is: 'not_met', observed, expected, remedy };
}
const idle = {
    id: 'old-blue-is-idle',
    row: 'A-08',
    title: 'Nobody has been connected to the old databases',
    severity: 'proof',
    guards: ['cleanup'],
    judge(now, inputs) {
        if (inputs.oldIdleMinutes === 0)
            return { is: 'not_applicable', because: 'switched off by old-idle-minutes: 0' };
        if (present(now).length === 0)
            return { is: 'not_applicable', because: 'no old database is left' };
        const remedy = 'find who is still connected (stale pools, CDC, reports), then run cleanup again';
        const expected = `no connection for ${inputs.oldIdleMinutes} minutes`;
        if (now.idleness.is !== 'known')
            return {
                is: 'unknown',
                because: now.idleness.is === 'unknown' ? now.idleness.because : 'not read',
                remedy: 'allow cloudwatch:GetMetricData, or set old-idle-minutes: 0'
            };
        const { most, missing } = now.idleness.value;
        const used = [...most].filter(([, value]) => value > 0).map(([name, value]) => `${name} had ${value} connections`);
        if (used.length > 0)
            return { is: 'not_met', observed: used.join('; '), expected, remedy };
        const gaps = [...missing]
            .filter(([, minutes]) => minutes > 0)
            .map(([name, minutes]) => `${name} has ${minutes} minutes without a datapoint`);
        if (gaps.length > 0)
            return {
                is: 'unknown',
                because: `${gaps.join('; ')}; a missing datapoint is not zero`,
                remedy: 'run cleanup again later, or set old-idle-minutes: 0'
            };
        return { is: 'met', observed: expected, expected };
    }
};
const notProtected = {
    id: 'old-blue-is-not-protected',
    row: 'G-42',
    title: 'Deletion protection is off, or may be turned off',
    severity: 'proof',
    guards: ['cleanup'],
    judge(now, inputs) {
        if (notAsked(inputs))
            return { is: 'not_applicable', because: 'delete-old-databases is false' };
        if (inputs.disableDeletionProtection)
            return { is: 'not_applicable', because: 'disable-deletion-protection allows to turn it off' };
        // Facts 6.3: on Aurora the protection is the cluster's; its instances have none of their own.
        const concerned = present(now).filter(one => known_valueOf(one.database)?.cluster === undefined);
        const on = concerned.filter(one => known_valueOf(one.database)?.deletionProtection === true).map(nameOf);
        const remedy = 'turn deletion protection off on them, or set disable-deletion-protection: true';
        if (on.length > 0)
            return { is: 'not_met', observed: `on for ${on.join(', ')}`, expected: 'off', remedy };
        const untold = concerned.filter(one => known_valueOf(one.database)?.deletionProtection === undefined).map(nameOf);
        if (untold.length > 0)
            return { is: 'unknown', because: `RDS does not say for ${untold.join(', ')}`, remedy };
        return { is: 'met', observed: 'off', expected: 'off' };
    }
};
const noOtherReplicas = {
    id: 'old-blue-has-no-other-replicas',
    row: 'G-13',
    title: 'No database but old blue replicates from old blue',
    severity: 'proof',
    guards: ['cleanup'],
    judge(now, inputs) {
        if (notAsked(inputs))
            return { is: 'not_applicable', because: 'delete-old-databases is false' };
        const ours = new Set(present(now).flatMap(one => (one.database.is === 'known' ? [one.database.value.name.toLowerCase()] : [])));
        const strangers = present(now).flatMap(one => (known_valueOf(one.database)?.replicas ?? []).filter(name => !ours.has(name.toLowerCase())));
        if (strangers.length === 0)
            return { is: 'met', observed: 'none', expected: 'none' };
        return {
            is: 'not_met',
            observed: `${strangers.length} more: ${strangers.join(', ')}`,
            expected: 'none',
            remedy: 'delete or promote these replicas first: deleting their source would make them standalone'
        };
    }
};
const cleanupChecks = [oldEnough, idle, notProtected, noOtherReplicas];

;// CONCATENATED MODULE: ./lib/domain/status.js
const FAILURE = /FAILED|INVALID|MISSING/i;
function status_stageOf(status) {
    switch (status) {
        case 'PROVISIONING':
            return 'provisioning';
        case 'AVAILABLE':
            return 'available';
        case 'SWITCHOVER_IN_PROGRESS':
            return 'switching';
        case 'SWITCHOVER_COMPLETED':
            return 'completed';
        case 'SWITCHOVER_FAILED':
            return 'switchover_failed';
        case 'INVALID_CONFIGURATION':
            return 'invalid';
        case 'DELETING':
            return 'deleting';
        default:
            return FAILURE.test(status) ? 'failed' : 'unknown';
    }
}
/** For members and tasks: `SWITCHOVER_FAILED`, `MISSING_TARGET`, `FAILED`, and whatever else says so. */
const isFailure = (status) => status !== undefined && FAILURE.test(status);
const DATABASE_FAILURE = /failed|invalid|missing|^incompatible-|^storage-full$|^insufficient-capacity$|^inaccessible-encryption-credentials|^restore-error$/i;
/** Instance and cluster statuses that do not mend themselves (facts 1.4, 1.5). */
const isDatabaseFailure = (status) => DATABASE_FAILURE.test(status);
const DATABASE_STATUSES = new Set(('available backing-up backtracking cloning-failed configuring-enhanced-monitoring configuring-iam-database-auth configuring-log-exports ' +
    'converting-to-vpc creating delete-precheck deleting failing-over maintenance migrating modifying moving-to-vpc promoting ' +
    'preparing-data-migration rebooting renaming resetting-master-credentials starting stopped stopping storage-config-upgrade ' +
    'storage-initialization storage-optimization update-iam-db-auth upgrading').split(' '));
/** Facts 1.4 and 1.5 list it, or it is a failure. */
const isKnownDatabaseStatus = (status) => DATABASE_STATUSES.has(status) || isDatabaseFailure(status);

;// CONCATENATED MODULE: ./lib/domain/switchover-window.js
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const DAY = 1440;
const SHAPE = /^(\S+)\s+(\d{2}):(\d{2})-(\d{2}):(\d{2})\s+(\S+)$/;
/** `Sun 02:00-04:00 Europe/Berlin`; days also `Sat,Sun`, `Mon-Fri` or `daily`. A text is what is wrong. */
function parseSwitchoverWindow(text) {
    const [, dayText = '', fromHour, fromMinute, toHour, toMinute, zoneText = ''] = SHAPE.exec(text) ?? [];
    if (fromHour === undefined)
        return 'it is not <days> <from>-<to> <time zone>';
    const days = parseDays(dayText.toLowerCase());
    if (days === undefined)
        return `${dayText} names no days: Sun, Mon, Tue, Wed, Thu, Fri, Sat, a list, a range or daily`;
    const from = minuteOf(fromHour, fromMinute);
    const to = minuteOf(toHour, toMinute);
    if (from === undefined || from === DAY || to === undefined)
        return 'times go from 00:00 to 24:00';
    if (from === to)
        return 'it begins and ends at the same minute';
    const zone = zoneNamed(zoneText);
    if (zone === undefined)
        return `${zoneText} is not a time zone of the IANA list`;
    return { days, from, to: to === 0 ? DAY : to, zone, text };
}
function parseDays(text) {
    if (text === 'daily')
        return new Set(DAYS.keys());
    const days = new Set();
    for (const part of text.split(',')) {
        const [first = '', last = first, more] = part.split('-');
        const begin = DAYS.indexOf(first);
        const end = DAYS.indexOf(last);
        if (begin < 0 || end < 0 || more !== undefined)
            return undefined;
        for (let day = begin;; day = (day + 1) % 7) {
            days.add(day);
            if (day === end)
                break;
        }
    }
    return days;
}
function minuteOf(hour = '', minute = '') {
    const value = Number(hour) * 60 + Number(minute);
    return Number(minute) < 60 && value <= DAY ? value : undefined;
}
/** Offsets such as `+02:00` are refused: they would be an hour wrong for half of the year. */
function zoneNamed(text) {
    if (!/^[A-Za-z]/.test(text))
        return undefined;
    try {
        return new Intl.DateTimeFormat('en-US', { timeZone: text }).resolvedOptions().timeZone;
    }
    catch {
        return undefined;
    }
}
/** By the wall clock: an hour that the clock repeats in autumn is open twice, one that it skips in spring never. */
const isOpen = (window, date) => isOpenAt(window, wallClock(window.zone)(date));
/**
 * Real minutes until the window closes, 0 outside it and at most a day. Walks from minute to minute, because on the days when the
 * clock is changed the difference of two wall-clock times is not the time between them.
 */
function minutesLeft(window, date) {
    const clock = wallClock(window.zone);
    if (!isOpenAt(window, clock(date)))
        return 0;
    const minute = 60_000;
    for (let at = Math.floor(date.getTime() / minute) + 1, steps = 0; steps < DAY; at += 1, steps += 1) {
        if (!isOpenAt(window, clock(new Date(at * minute))))
            return at - date.getTime() / minute;
    }
    return DAY;
}
function isOpenAt({ days, from, to }, { day, minute }) {
    if (from < to)
        return days.has(day) && minute >= from && minute < to;
    return (days.has(day) && minute >= from) || (days.has((day + 6) % 7) && minute < to);
}
function wallClock(zone) {
    const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
    return date => {
        const parts = new Map(format.formatToParts(date).map(part => [part.type, part.value]));
        const day = DAYS.indexOf((parts.get('weekday') ?? '').toLowerCase());
        return { day, minute: Number(parts.get('hour')) * 60 + Number(parts.get('minute')) };
    };
}

;// CONCATENATED MODULE: ./lib/domain/arn.js
const arn_SHAPE = /^arn:(aws[a-z0-9-]*):([a-z0-9-]+):([a-z0-9-]*):(\d*):([a-z-]+):(\S+)$/;
/** Undefined when the text is not an ARN of this shape; never throws. */
function arn_parseArn(text) {
    const found = arn_SHAPE.exec(text);
    if (found === null)
        return undefined;
    const [, partition = '', service = '', region = '', account = '', type = '', name = ''] = found;
    return { partition, service, region, account, type, name };
}
const printArn = (arn) => `arn:${arn.partition}:${arn.service}:${arn.region}:${arn.account}:${arn.type}:${arn.name}`;
/** The last part of an ARN, the name people know; a text that is no ARN is returned as it is. */
const nameIn = (arn) => arn_parseArn(arn)?.name ?? arn;
/** `db:orders`: what tells a resource apart within one account and Region. Identifiers are not case-sensitive (facts 1.8). */
function labelOf(arn) {
    const parsed = arn_parseArn(arn);
    return parsed === undefined ? arn : `${parsed.type}:${parsed.name.toLowerCase()}`;
}
/** The ARN of another resource of the same account and Region. */
function arn_siblingArn(arn, type, name) {
    const parsed = arn_parseArn(arn);
    return parsed === undefined ? name : printArn({ ...parsed, type, name });
}

;// CONCATENATED MODULE: ./lib/domain/memory.js
const PREFIX = 'rds-blue-green/';
const V1 = `${PREFIX}v1/`;
const KEYS = {
    request: `${V1}request`,
    target: `${V1}target-`,
    blue: `${V1}blue-`,
    beforeVersion: `${V1}before-version`,
    beforeGroup: `${V1}before-group`,
    beforeClusterGroup: `${V1}before-cluster-group`,
    run: `${V1}run`,
    switchover: `${V1}switchover`,
    switchedOverAt: `${V1}switched-over-at`,
    oldBlue: `${V1}old-blue`
};
const RESOURCE_ID = /^(db|cluster)-[A-Z0-9]+$/i;
/** Which kind of database a resource id belongs to (facts 1.9: `db-...`, `cluster-...`). */
const kindOfResourceId = (id) => (id.toLowerCase().startsWith('cluster-') ? 'cluster' : 'instance');
function dateOf(text) {
    if (text === undefined)
        return undefined;
    const date = new Date(text);
    return Number.isNaN(date.getTime()) ? undefined : date;
}
function readMemory(tags) {
    const target = new Map();
    const blue = [];
    const unread = [];
    let newer;
    for (const [key, value] of [...tags].sort(([a], [b]) => (a < b ? -1 : 1))) {
        const version = /^rds-blue-green\/(v\d+)\//.exec(key)?.[1];
        if (version !== undefined && version !== 'v1')
            newer = version;
        if (key.startsWith(KEYS.target))
            target.set(key.slice(KEYS.target.length), value);
        if (key.startsWith(KEYS.blue)) {
            const words = value.split(' ').filter(word => word !== '');
            for (let at = 0; at < words.length; at += 2) {
                const [name, resourceId] = [words[at], words[at + 1]];
                if (name !== undefined && resourceId !== undefined && RESOURCE_ID.test(resourceId))
                    blue.push({ name, resourceId });
                else
                    unread.push(`tag ${key}: not "<name> <resource id>" pairs`);
            }
        }
    }
    const switchedOver = tags.get(KEYS.switchedOverAt);
    if (switchedOver !== undefined && dateOf(switchedOver) === undefined)
        unread.push(`tag ${KEYS.switchedOverAt}: not a time`);
    return {
        request: tags.get(KEYS.request),
        target,
        blue,
        beforeVersion: tags.get(KEYS.beforeVersion),
        beforeGroup: tags.get(KEYS.beforeGroup),
        beforeClusterGroup: tags.get(KEYS.beforeClusterGroup),
        switchover: tags.get(KEYS.switchover),
        switchedOverAt: dateOf(switchedOver),
        unread,
        newer
    };
}
/** Two pairs a tag: 2 × (63 + 1 + 34) + 1 characters stay below RDS's 256. */
function blueTags(blue) {
    const tags = [];
    for (let at = 0; at < blue.length; at += 2) {
        const pairs = blue.slice(at, at + 2).map(one => `${one.name} ${one.resourceId}`);
        tags.push([`${KEYS.blue}${String(at / 2 + 1).padStart(2, '0')}`, pairs.join(' ')]);
    }
    return tags;
}
const printMark = (mark) => `${mark.deploymentId} ${mark.resourceId} ${mark.production} ${mark.switchedOverAt === undefined ? 'unknown' : mark.switchedOverAt.toISOString()}`;
/** The mark a database bears. Void (undefined) when its resource id is not the bearer's: tags travel with snapshots and switchovers. */
function readMark(tags, resourceId) {
    const [deploymentId, own, production, at] = (tags.get(KEYS.oldBlue) ?? '').split(' ');
    if (deploymentId === undefined || own === undefined || production === undefined || deploymentId === '')
        return undefined;
    if (own.toLowerCase() !== resourceId.toLowerCase())
        return undefined;
    return { deploymentId, resourceId: own, production, switchedOverAt: dateOf(at) };
}

;// CONCATENATED MODULE: ./lib/observing/observation.js
/** What one look found. A part that a phase does not look at says so; nobody reads "not looked at" as "not there". */



const NOTHING_SEEN = {
    trouble: undefined,
    deployment: notLooked,
    memory: notLooked,
    production: notLooked,
    blue: notLooked,
    namesake: notLooked,
    greenOf: notLooked,
    target: notLooked,
    databases: notLooked,
    lag: notLooked,
    failures: notLooked,
    oldBlue: notLooked,
    idleness: notLooked,
    switchedOverAt: notLooked
};
const EMPTY_MEMORY = readMemory(new Map());
/** The database an ARN names, as this look found it. */
function databaseAt(now, arn) {
    if (arn === undefined || now.databases.is !== 'known')
        return now.databases.is === 'unknown' ? now.databases : notLooked;
    return now.databases.value.get(labelOf(arn)) ?? notLooked;
}
/** Nothing of this kind was found, and somebody really looked. */
const isAbsent = (one) => one.is === absent.is;

;// CONCATENATED MODULE: ./lib/observing/readiness.js
/** Ready means more than AVAILABLE (rule 3): every task, every member, and every instance and cluster of both sides. */



const isDatabaseArn = (arn) => {
    const type = arn_parseArn(arn)?.type;
    return type === 'db' || type === 'cluster';
};
/** ARNs of every database of both sides that the deployment names. */
const sidesOf = (deployment) => [
    ...new Set([deployment.source, deployment.target, ...deployment.members.flatMap(member => [member.source, member.target])].filter((arn) => arn !== undefined && isDatabaseArn(arn)))
];
/** Why the databases of both sides cannot be switched over now, one line each; empty when each of them is `available`. */
function databasesNotAvailable(now) {
    if (now.deployment.is !== 'known')
        return ['the deployment is not known'];
    const lines = [];
    for (const arn of sidesOf(now.deployment.value)) {
        const database = databaseAt(now, arn);
        if (database.is === 'absent')
            lines.push(`${nameIn(arn)} is not there`);
        else if (database.is === 'unknown')
            lines.push(`${nameIn(arn)} could not be read: ${database.because}`);
        else if (database.value.status !== 'available')
            lines.push(describeDatabase(database.value));
    }
    return lines;
}
function describeDatabase(database) {
    const operation = database.storageOperation;
    const percent = operation === undefined || operation.percent === undefined ? '' : ` ${operation.percent} %`;
    return `${database.name} is ${database.status === '' ? 'without a status' : database.status}${percent}`;
}
/** Everything that keeps green from being ready; what RDS left out counts as not ready. */
function notReady(now) {
    if (now.deployment.is !== 'known')
        return ['the deployment is not known'];
    const deployment = now.deployment.value;
    const lines = [];
    if (status_stageOf(deployment.status) !== 'available')
        lines.push(`the deployment is ${deployment.status}`);
    if (deployment.tasks === undefined)
        lines.push('RDS did not list the tasks');
    for (const task of deployment.tasks ?? [])
        if (task.status !== 'COMPLETED')
            lines.push(`task ${task.name} is ${task.status}`);
    if (deployment.members.length === 0)
        lines.push('RDS did not list the members');
    for (const member of deployment.members) {
        if (member.status !== 'AVAILABLE' || member.target === undefined)
            lines.push(`member ${nameIn(member.source ?? member.target ?? '?')} is ${member.status ?? 'without a status'}`);
    }
    return [...lines, ...databasesNotAvailable(now)];
}
/** What will not mend itself: failed tasks, members and databases (rules 5 and 7). */
function failuresIn(now) {
    if (now.deployment.is !== 'known')
        return [];
    const { tasks, members } = now.deployment.value;
    const lines = [];
    for (const task of tasks ?? [])
        if (isFailure(task.status))
            lines.push(`task ${task.name} is ${task.status}`);
    for (const member of members)
        if (isFailure(member.status))
            lines.push(`member ${nameIn(member.source ?? member.target ?? '?')} is ${member.status}`);
    for (const arn of sidesOf(now.deployment.value)) {
        const database = databaseAt(now, arn);
        if (database.is === 'known' && isDatabaseFailure(database.value.status))
            lines.push(describeDatabase(database.value));
    }
    return lines;
}

;// CONCATENATED MODULE: ./lib/observing/fingerprint.js
/** What a reviewer approves: the identity of both sides and what green will bring; nothing that moves by itself. */



/** Fields in a fixed order, so that the same green always gives the same text. Undefined until every database is read. */
function fingerprintOf(now) {
    if (now.deployment.is !== 'known' || now.databases.is !== 'known')
        return undefined;
    const deployment = now.deployment.value;
    const fields = [['deployment', deployment.id]];
    for (const arn of [...sidesOf(deployment)].sort()) {
        const database = databaseAt(now, arn);
        if (database.is !== 'known')
            return undefined;
        const { resourceId, engine, engineVersion, parameterGroup, instanceClass, kmsKeyId } = database.value;
        const key = kmsKeyId === undefined ? '' : kmsKeyId.slice(kmsKeyId.lastIndexOf('/') + 1);
        fields.push([nameIn(arn), [resourceId, engine, engineVersion, parameterGroup ?? '', instanceClass ?? '', key].join(' ')]);
    }
    const text = `v1:${Buffer.from(JSON.stringify(fields)).toString('base64url')}`;
    return { text, differencesFrom: approved => compare(fields, approved) };
}
function compare(fields, approved) {
    const then = new Map(read(approved));
    if (then.size === 0)
        return ['the approved fingerprint cannot be read'];
    const lines = fields.flatMap(([name, value]) => then.get(name) === value ? [] : [`${name} is "${value}" and was "${then.get(name) ?? 'not there'}"`]);
    const names = new Set(fields.map(([name]) => name));
    return [...lines, ...[...then.keys()].filter(name => !names.has(name)).map(name => `${name} is not there any more`)];
}
function read(text) {
    try {
        const value = JSON.parse(Buffer.from(text.replace(/^v1:/, ''), 'base64url').toString('utf8'));
        if (!Array.isArray(value))
            return [];
        return value.flatMap((one) => Array.isArray(one) && typeof one[0] === 'string' && typeof one[1] === 'string' ? [[one[0], one[1]]] : []);
    }
    catch {
        return [];
    }
}

;// CONCATENATED MODULE: ./lib/checks/switchover.js
/** What must be true just before a switchover; RDS asks more by itself (facts 4.1), and later. */




const bothSidesAvailable = {
    id: 'both-sides-are-available',
    row: 'G-26',
    title: 'Every database of blue and green is available',
    severity: 'proof',
    guards: ['switchover'],
    judge(now) {
        // A failed switchover leaves statuses behind that only another one clears; the databases themselves must be well.
        const failedBefore = now.deployment.is === 'known' && status_stageOf(now.deployment.value.status) === 'switchover_failed';
        const lines = failedBefore ? databasesNotAvailable(now) : notReady(now);
        if (lines.length === 0)
            return { is: 'met', observed: 'all available', expected: 'all available' };
        return {
            is: 'not_met',
            observed: lines.join('; '),
            expected: 'all available',
            remedy: 'wait until they are available (mode: wait), then run switchover again'
        };
    }
};
const lagWithinLimit = {
    id: 'replica-lag-is-within-limit',
    row: 'G-31',
    title: 'Green is not further behind blue than allowed',
    severity: 'blocking',
    guards: ['switchover'],
    judge(now, inputs) {
        if (now.lag.is === 'absent')
            return { is: 'unknown', because: 'no lag was reported', remedy: 'try again in some minutes' };
        if (now.lag.is === 'unknown')
            return { is: 'unknown', because: now.lag.because, remedy: 'allow cloudwatch:GetMetricData, or wait until CloudWatch has the metric' };
        const { metric, unit, newest, worst } = now.lag.value;
        const limit = unit === 'seconds' ? inputs.maxReplicaLagSeconds : inputs.maxReplicaLagBytes;
        const observed = `${metric} ${newest} ${unit}, at most ${worst} in the last five minutes`;
        const expected = `at most ${limit} ${unit}`;
        // Facts 4.3: -1 means that replication is not active or the lag cannot be told.
        if (newest < 0)
            return {
                is: 'not_met',
                observed: `${metric} is ${newest}: replication is not active`,
                expected,
                remedy: "look at green's replication; a degraded one needs a new deployment"
            };
        if (newest > limit)
            return { is: 'not_met', observed, expected, remedy: 'wait until green has caught up, or write less to blue' };
        return { is: 'met', observed, expected };
    }
};
const insideWindow = {
    id: 'inside-the-switchover-window',
    row: 'G-32',
    title: 'Now is inside the switchover window, with the switchover timeout left of it',
    severity: 'proof',
    guards: ['switchover'],
    judge(_now, inputs, date) {
        const window = inputs.switchoverWindow;
        if (window === undefined)
            return { is: 'not_applicable', because: 'no switchover-window is given' };
        const expected = `${window.text}, with ${Math.ceil(inputs.switchoverTimeoutSeconds / 60)} minutes left`;
        if (!isOpen(window, date))
            return {
                is: 'not_met',
                observed: `it is ${date.toISOString()}, outside the window`,
                expected,
                remedy: 'run switchover inside the window'
            };
        const left = minutesLeft(window, date);
        if (left * 60 < inputs.switchoverTimeoutSeconds)
            return {
                is: 'not_met',
                observed: `${Math.floor(left)} minutes of the window are left`,
                expected,
                remedy: 'run switchover earlier in the window, or lower switchover-timeout-seconds'
            };
        return { is: 'met', observed: `it is ${date.toISOString()}`, expected };
    }
};
const asApproved = {
    id: 'green-is-what-was-approved',
    row: 'G-24',
    title: 'Green is exactly what was approved',
    severity: 'proof',
    guards: ['switchover'],
    judge(now, inputs) {
        if (inputs.approvedFingerprint === 'none')
            return { is: 'not_applicable', because: 'no approved-fingerprint is given' };
        const print = fingerprintOf(now);
        if (print === undefined)
            return { is: 'unknown', because: 'green cannot be read', remedy: 'try again' };
        if (print.text === inputs.approvedFingerprint)
            return { is: 'met', observed: 'the same', expected: 'the approved fingerprint' };
        return {
            is: 'not_met',
            observed: print.differencesFrom(inputs.approvedFingerprint).join('; '),
            expected: 'what was approved',
            remedy: 'review the deployment again and approve its new fingerprint'
        };
    }
};
const switchoverChecks = [insideWindow, asApproved, bothSidesAvailable, lagWithinLimit];

;// CONCATENATED MODULE: ./lib/checks/index.js


const checks = [...switchoverChecks, ...cleanupChecks];

;// CONCATENATED MODULE: ./lib/domain/outcome.js
/** How and why a run ended: the closed lists of the contract. */
const PHASE_ORDER = ['plan', 'prepare', 'create', 'wait', 'verify', 'switchover', 'cleanup'];
const ALONE = ['status', 'abort', 'drift', 'discover'];
const OUTCOMES = (/* unused pure expression or super */ null && (['completed', 'nothing_to_do', 'planned', 'blocked', 'failed', 'timed_out', 'cancelled']));
const REASONS = (/* unused pure expression or super */ null && ([
    'invalid_input',
    'plan_passed',
    'checks_not_met',
    'prepared',
    'reboot_needed',
    'deployment_created',
    'deployment_adopted',
    'deployment_differs',
    'deployment_unknown',
    'deployment_not_found',
    'deployment_deleting',
    'source_not_found',
    'source_in_deployment',
    'already_at_target',
    'create_refused',
    'provisioning_failed',
    'green_ready',
    'verified',
    'verify_failed',
    'switchover_completed',
    'already_switched_over',
    'switchover_refused',
    'switchover_not_begun',
    'switchover_rolled_back',
    'switchover_failed',
    'member_failed',
    'not_proven',
    'outside_window',
    'fingerprint_differs',
    'account_not_allowed',
    'global_database_not_supported',
    'owned_by_stack',
    'old_blue_in_use',
    'old_blue_too_young',
    'deletion_protected',
    'cleaned_up',
    'nothing_left',
    'aborted',
    'production_in_danger',
    'status_unknown',
    'status_read',
    'cannot_tell',
    'no_progress',
    'wait_timed_out',
    'credentials_expired',
    'access_denied',
    'throttled',
    'aws_unreachable',
    'cancelled',
    'drift_none',
    'drift_found',
    'drift_dangerous',
    'databases_found',
    'unexpected_error'
]));
/** The contract's exit code for an outcome. */
function exitCodeOf(outcome, onTimeout) {
    switch (outcome) {
        case 'completed':
        case 'nothing_to_do':
        case 'planned':
            return 0;
        case 'timed_out':
            return onTimeout === 'pass' ? 0 : 1;
        case 'blocked':
        case 'failed':
        case 'cancelled':
            return 1;
    }
}

;// CONCATENATED MODULE: ./lib/parsing/kind.js
const kind_read = (value) => ({ is: 'read', value });
/** Without a reason, what is allowed says all. */
const wrong = (because = '') => ({ is: 'wrong', because });
const oneLine = (allowed, how) => ({ allowed, read: how, lines: 'one', shown: 'yes' });
const manyLines = (allowed, how) => ({
    allowed,
    read: how,
    lines: 'many',
    shown: 'yes'
});
const unshown = (kind) => ({ ...kind, shown: 'never' });
const secret = (kind) => ({ ...kind, shown: 'secret' });
/** Text of at most so many characters that the pattern matches as a whole. */
function textLike(pattern, allowed, longest = 255) {
    return oneLine(allowed, text => {
        if (text.length > longest)
            return wrong(`it has ${text.length} characters, at most ${longest} are possible`);
        return pattern.test(text) ? kind_read(text) : wrong();
    });
}
function oneOf(...choices) {
    return oneLine(choices.join(', '), text => {
        const found = choices.find(choice => choice === text);
        return found === undefined ? wrong() : kind_read(found);
    });
}
/** Nothing but `true` and `false`: a `yes` that quietly became false would delete or keep the wrong thing. */
const flag = oneLine('true or false', text => {
    const lower = text.toLowerCase();
    if (lower === 'true')
        return kind_read(true);
    return lower === 'false' ? kind_read(false) : wrong();
});
/** Plain decimal notation: `1e3`, `0x10` and `5m` are mistakes, not numbers. */
const readNumber = (pattern, limits, text) => {
    if (!pattern.test(text))
        return wrong();
    const value = Number(text);
    const isLow = value < (limits.from ?? 0) || (limits.above !== undefined && value <= limits.above);
    return isLow || value > limits.to ? wrong() : kind_read(value);
};
const range = ({ from, above, to, unit }) => `${unit === undefined ? '' : `of ${unit} `}${above === undefined ? `from ${from ?? 0}` : `above ${above}`} to ${to}`;
const wholeNumber = (limits) => oneLine(`a whole number ${range(limits)}`, text => readNumber(/^\d+$/, limits, text));
const decimalNumber = (limits) => oneLine(`a number ${range(limits)}`, text => readNumber(/^\d+(\.\d+)?$/, limits, text));
/** Entries between commas and line breaks; empty ones are skipped, repeated ones taken once. */
const entriesOf = (text) => [
    ...new Set(text
        .split(/[,\r\n]+/)
        .map(entry => entry.trim())
        .filter(entry => entry !== ''))
];
/** Lines with something on them. */
const linesOf = (text) => text
    .split(/\r\n|\r|\n/)
    .map(line => line.trim())
    .filter(line => line !== '');
/** Every entry must be of the kind; the first that is not is named, unless it must not be printed. */
function listOf(kind) {
    return {
        ...kind,
        allowed: `${kind.allowed}; several with commas or one a line`,
        lines: 'many',
        read: text => collect(entriesOf(text), (entry, index) => asEntry(kind, entry, index))
    };
}
function asEntry(kind, entry, index) {
    const one = hasControl(entry) ? wrong('it contains a control character') : kind.read(entry);
    if (one.is === 'read')
        return one;
    const which = kind.shown === 'yes' ? `entry ${quote(entry)}` : `entry ${index + 1}`;
    return wrong(`${which} is not allowed${one.because === '' ? '' : `: ${one.because}`}`);
}
/** All read, or the first wrong one. */
function collect(items, how) {
    const values = [];
    for (const [index, item] of items.entries()) {
        const one = how(item, index);
        if (one.is === 'wrong')
            return one;
        values.push(one.value);
    }
    return kind_read(values);
}
const hasControl = (text) => /[\p{Cc}\p{Cf}\u2028\u2029]/u.test(text);
/**
 * A value as typed, for a message: on one line, shortened, and nothing that the runner takes for a command. Twelve digits in a row
 * may be an account id, which no line may carry.
 */
function echo(text, longest = 80) {
    const flat = text
        .replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]+/gu, ' ')
        .trim()
        .replace(/%(?=0[ad])/gi, '% ')
        .replaceAll('##[', '# #[')
        .replace(/^[\s:]*::/, ': :')
        .replace(/(?<!\d)\d{12}(?!\d)/g, '(account)');
    const letters = [...flat];
    return letters.length > longest ? `${letters.slice(0, longest).join('')}...` : flat;
}
const quote = (text) => `"${echo(text)}"`;

;// CONCATENATED MODULE: ./lib/parsing/discover-filter.js

const discoverFilter = manyLines('lines of tag:Key=value, engine=name, version<16.4 (or <=, =, >=, >), identifier=prefix*', text => collect(linesOf(text), readLine));
function readLine(line) {
    if (hasControl(line))
        return wrong(`${quote(line)} contains a control character`);
    const [, key, tagValue] = /^tag:([^=]+)=(.*)$/.exec(line) ?? [];
    if (key !== undefined && tagValue !== undefined)
        return kind_read({ by: 'tag', key: key.trim(), value: tagValue.trim() });
    const [, engine] = /^engine\s*=\s*([a-z][a-z0-9-]*)$/i.exec(line) ?? [];
    if (engine !== undefined)
        return kind_read({ by: 'engine', engine: engine.toLowerCase() });
    const [, comparison, version] = /^version\s*(<=|>=|<|>|=)\s*(\d[0-9A-Za-z._-]*)$/.exec(line) ?? [];
    const is = ['<', '<=', '=', '>=', '>'].find(one => one === comparison);
    if (is !== undefined && version !== undefined)
        return kind_read({ by: 'version', is, version });
    const [, pattern] = /^identifier\s*=\s*([A-Za-z0-9*-]+)$/.exec(line) ?? [];
    if (pattern !== undefined)
        return kind_read({ by: 'identifier', pattern: pattern.toLowerCase() });
    return wrong(`${quote(line)} is no condition`);
}

;// CONCATENATED MODULE: ./lib/parsing/modes.js


const UPGRADE = ['plan', 'create', 'wait', 'verify', 'switchover'];
const alone = ['upgrade', ...ALONE];
const order = PHASE_ORDER;
/** Repeated entries are mistakes here, so the list is split without taking them once. */
const modes = manyLines(`one or several of ${PHASE_ORDER.join(', ')} in this order; or one of ${alone.join(', ')} alone`, text => {
    const names = text
        .split(/[,\r\n]+/)
        .map(name => name.trim())
        .filter(name => name !== '');
    const stray = names.find(name => !order.includes(name) && !alone.includes(name));
    if (stray !== undefined)
        return wrong(`there is no mode ${quote(stray)}`);
    const lonely = names.find(name => alone.includes(name));
    if (lonely !== undefined)
        return names.length === 1 ? readAlone(lonely) : wrong(`${lonely} runs alone`);
    const phases = PHASE_ORDER.filter(phase => names.includes(phase));
    if (phases.length < names.length)
        return wrong(`${names.find((name, index) => names.indexOf(name) < index) ?? ''} is there twice`);
    if (phases.some((phase, index) => phase !== names[index]))
        return wrong(`the order must be ${phases.join(', ')}`);
    return phases.length === 0 ? wrong('it names no mode') : kind_read({ modes: phases, upgrade: false });
});
function readAlone(name) {
    const found = ALONE.find(one => one === name);
    return kind_read(found === undefined ? { modes: UPGRADE, upgrade: true } : { modes: [found], upgrade: false });
}

;// CONCATENATED MODULE: ./lib/parsing/names.js
/** Names as AWS allows them. Sources: the RDS service model of 2014-10-31 (version 1.43.107 and later) and docs/facts.md 1.8. */


const IDENTIFIER = /^[A-Za-z](?:-?[A-Za-z0-9])*$/;
const DEPLOYMENT_NAME = /^[a-zA-Z](?:-?[a-zA-Z0-9])*$/;
const REGION = /^[a-z]{2,4}(?:-[a-z]+)+-\d{1,2}$/;
const isRegion = (text) => REGION.test(text);
const region = textLike(REGION, 'an AWS Region', 64);
const source = oneLine('the ARN of a DB instance or of an Aurora DB cluster, or its plain identifier', text => {
    if (!/^arn:/i.test(text)) {
        return IDENTIFIER.test(text) && text.length <= 63 ? kind_read({ is: 'name', name: text.toLowerCase(), text }) : wrong();
    }
    const arn = arn_parseArn(text);
    if (arn === undefined)
        return wrong('it begins like an ARN but is not one');
    if (arn.service !== 'rds')
        return wrong(`it is an ARN of ${arn.service}, not of rds`);
    if (arn.type !== 'db' && arn.type !== 'cluster')
        return wrong(`it is the ARN of a ${arn.type}, not of a db or a cluster`);
    if (!isRegion(arn.region) || !/^\d{12}$/.test(arn.account))
        return wrong('its Region or account is missing or malformed');
    if (!IDENTIFIER.test(arn.name) || arn.name.length > 63)
        return wrong('it does not end in the identifier of a database');
    return kind_read({ is: 'arn', arn: { ...arn, name: arn.name.toLowerCase() }, text });
});
const deployment = oneLine('the id (bgd- and 16 characters) or the name of a blue/green deployment', text => {
    if (/^bgd-[a-z0-9]{16}$/i.test(text))
        return kind_read({ is: 'id', id: text.toLowerCase() });
    if (/^arn:/i.test(text))
        return wrong('it is an ARN: give the id or the name alone');
    return text.length <= 60 && DEPLOYMENT_NAME.test(text) ? kind_read({ is: 'name', name: text }) : wrong();
});
const deploymentName = textLike(DEPLOYMENT_NAME, '1 to 60 letters, digits and single hyphens, beginning with a letter', 60);
/** A leading zero is lost when YAML takes the id for a number. */
const accountId = unshown(textLike(/^\d{12}$/, '12 digits, in quotes', 64));
const engineVersion = textLike(/^\d[0-9A-Za-z._-]*$/, 'an engine version or its beginning', 64);
/** Default groups have dots in their names, custom ones have none. RDS stores names in lower case, and compares without case. */
const parameterGroup = textLike(/^(?:[A-Za-z](?:-?[0-9A-Za-z])*|default(?:[-.]?[0-9A-Za-z])*)$/, 'the name of a parameter group: letters, digits and single hyphens, beginning with a letter');
const instanceClass = textLike(/^db\.[0-9a-z]{2,6}\.[0-9a-z]{4,9}$/, 'a DB instance class', 20);
const kmsKey = textLike(/^[A-Za-z0-9:/_-]+$/, 'id, alias or ARN of a KMS key', 2048);
const resourceId = textLike(/^(?:db|cluster)-[A-Za-z0-9]+$/, 'resource ids, db-... or cluster-...', 64);
/** A hyphen and more follow, so it must not end in one itself; 180 leaves room for the longest name. */
const snapshotPrefix = textLike(IDENTIFIER, 'letters, digits and single hyphens, beginning with a letter', 180);
const fingerprint = textLike(/^(?:none|v1:[A-Za-z0-9_-]+)$/, 'none, or the output fingerprint of an earlier run (v1:...)', 100_000);
const checkId = textLike(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'ids of blocking checks', 100);
const hostName = textLike(/^[A-Za-z0-9](?:[A-Za-z0-9._:-]*[A-Za-z0-9])?$/, 'a host name or an address', 253);
const roleArn = textLike(/^arn:aws[a-z0-9-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/, 'the ARN of an IAM role', 2048);
const sessionName = textLike(/^[\w+=,.@-]{2,64}$/, '2 to 64 letters, digits and _+=,.@-', 64);
const secretArn = textLike(/^arn:aws[a-z0-9-]*:secretsmanager:[a-z0-9-]+:\d{12}:secret:[\w/+=.@!-]+$/, 'the ARN of a Secrets Manager secret', 2048);
const eventType = textLike(/^\S(?:.*\S)?$/, 'an event type of at most 100 characters', 100);
/** A user, a database, a path: whatever stands on one line. */
const anyText = textLike(/./u, 'text on one line', 1024);
/** Not trimmed, never printed. A line break at the end is the commonest way to store a secret wrongly. */
const anySecret = secret(oneLine('text on one line', text => (/[\r\n]/.test(text) ? wrong('it contains a line break') : kind_read(text))));

;// CONCATENATED MODULE: ./lib/parsing/pairs.js
/** `name=value` lines: tags and parameters. Split at the first `=`, so a value may contain more of them. */

function split(line) {
    const at = line.indexOf('=');
    if (at < 0)
        return wrong(`${quote(line)} has no =`);
    if (hasControl(line))
        return wrong(`${quote(line)} contains a control character`);
    return at === 0 ? wrong(`${quote(line)} has nothing before =`) : kind_read([line.slice(0, at).trim(), line.slice(at + 1).trim()]);
}
function pairs(text, how) {
    const seen = new Set();
    return collect(linesOf(text), line => {
        const pair = split(line);
        if (pair.is === 'wrong')
            return pair;
        const [name, value] = pair.value;
        if (seen.has(name))
            return wrong(`${quote(name)} is there twice`);
        seen.add(name);
        return how(name, value);
    });
}
const MOST_TAGS = 20;
const TAG_TEXT = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;
/** RDS keeps `aws:` and `rds:` for itself; ours would be taken for the record of a run (contract, "Tags"). */
const RESERVED = ['aws:', 'rds:', 'rds-blue-green/'];
const tags = manyLines(`key=value lines, at most ${MOST_TAGS}; letters, digits, spaces and _.:/=+-@; keys of at most 128 characters, values of at most 256`, text => {
    const all = pairs(text, (key, value) => {
        const reserved = RESERVED.find(prefix => key.toLowerCase().startsWith(prefix));
        if (reserved !== undefined)
            return wrong(`${quote(key)} begins with ${reserved}, which is reserved`);
        if ([...key].length > 128 || [...value].length > 256)
            return wrong(`${quote(key)} or its value is too long`);
        return TAG_TEXT.test(key) && TAG_TEXT.test(value)
            ? kind_read({ key, value })
            : wrong(`${quote(`${key}=${value}`)} has a character that RDS refuses`);
    });
    return all.is === 'read' && all.value.length > MOST_TAGS ? wrong(`there are ${all.value.length}`) : all;
});
const parameters = manyLines('name=value lines', text => pairs(text, (name, value) => /^[A-Za-z][\w.-]*$/.test(name) ? kind_read({ name, value }) : wrong(`${quote(name)} is not the name of a parameter`)));

;// CONCATENATED MODULE: ./lib/parsing/near-misses.js
/** Inputs that nobody reads because their name is a little wrong: GitHub only warns of them, and a lost `dry-run` is a real run. */

const near_misses_PREFIX = 'INPUT_';
function nearMisses(names, env) {
    const known = new Set(names.map(name => `${near_misses_PREFIX}${name.toUpperCase()}`));
    return Object.keys(env)
        .filter(variable => variable.toUpperCase().startsWith(near_misses_PREFIX) && !known.has(variable))
        .sort()
        .flatMap(variable => {
        const given = variable.slice(near_misses_PREFIX.length).toLowerCase();
        const meant = nearest(given, names);
        if (meant === undefined)
            return [];
        const because = `there is no such input; is ${meant} meant?`;
        return [{ variable, meant, problem: { input: echo(given), value: '', because, allowed: '', example: '' } }];
    });
}
const bare = (name) => name.replace(/[^a-z0-9]/g, '');
/** Equal but for punctuation, or at most two letters away; one where the name is short, or `node` would be taken for `mode`'s sibling. */
function nearest(given, names) {
    const distances = names
        .map(name => ({ name, distance: distance(bare(given), bare(name)) }))
        .filter(one => one.distance <= (one.name.length <= 5 ? 1 : 2))
        .sort((one, other) => one.distance - other.distance);
    return distances[0]?.name;
}
/** Letters to add, leave out, replace, or swap with their neighbour; above two, any number above two. */
function distance(one, other) {
    if (Math.abs(one.length - other.length) > 2)
        return 3;
    let older = [];
    let last = Array.from({ length: other.length + 1 }, (_, index) => index);
    for (let i = 1; i <= one.length; i += 1) {
        const row = [i];
        for (let j = 1; j <= other.length; j += 1) {
            const replaced = at(last, j - 1) + (one[i - 1] === other[j - 1] ? 0 : 1);
            const isSwapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
            row.push(Math.min(at(last, j) + 1, at(row, j - 1) + 1, replaced, isSwapped ? at(older, j - 2) + 1 : replaced));
        }
        older = last;
        last = row;
    }
    return at(last, other.length);
}
const at = (row, index) => row[index] ?? Number.POSITIVE_INFINITY;

;// CONCATENATED MODULE: ./lib/parsing/table.js


const row = (kind, missing, fallback, used, meaning, example) => ({
    kind,
    fallback,
    missing,
    neverEmpty: false,
    used,
    meaning,
    example
});
const optional = (kind, used, meaning, example) => row(kind, undefined, '', used, meaning, example);
/** A list that is not given is empty. */
const many = (kind, used, meaning, example) => row(kind, [], '', used, meaning, example);
/** Throws for a default that its own kind refuses: a mistake in the table, found by whatever imports it. */
function usually(fallback, kind, used, meaning, example) {
    const value = kind.read(fallback);
    if (value.is === 'wrong')
        throw new Error(`the default ${fallback} is not allowed: ${kind.allowed}`);
    return row(kind, value.value, fallback, used, meaning, example);
}
const neverEmpty = (one) => ({ ...one, neverEmpty: true });
const camelOf = (name) => name.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase());
const table_kebabOf = (key) => key.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);
/**
 * The runner's spelling: capitals, dashes kept. The runner sets the variable of every input that action.yml declares, to the default
 * or to nothing, and keeps an explicitly empty value (actions/runner, ActionRunner.RunAsync and ActionManifestManager.ConvertInputs).
 */
const variableOf = (name) => `INPUT_${name.toUpperCase()}`;
/** Reads every row. What cannot be read counts as not given from here on, so that the rules over several inputs can still be asked. */
function readTable(table, env) {
    const misses = nearMisses(Object.keys(table), env);
    const problems = misses.map(miss => miss.problem);
    const broken = new Set();
    const secrets = misses.filter(miss => table[miss.meant]?.kind.shown === 'secret').map(miss => env[miss.variable] ?? '');
    const values = {};
    for (const [name, one] of Object.entries(table)) {
        if (one.kind.shown === 'secret')
            secrets.push(textOf(name, one, env));
        const found = readRow(name, one, env);
        if ('because' in found) {
            problems.push(problemWith(name, one, env, found.because));
            broken.add(name);
        }
        values[camelOf(name)] = 'because' in found ? one.missing : found.value;
    }
    // The rows are what their types say; TypeScript cannot follow a computed key.
    return { values: values, broken, problems, secrets: secrets.filter(text => text.trim() !== '') };
}
function readRow(name, one, env) {
    const { kind, fallback } = one;
    const text = textOf(name, one, env);
    if (text.trim() === '') {
        const isLost = one.neverEmpty && env[variableOf(name)] !== undefined;
        return isLost
            ? { because: 'it is given and empty, which is what a lost output looks like: leave it out, or give a value' }
            : { value: one.missing };
    }
    if (kind.lines === 'one' && kind.shown !== 'secret' && hasControl(text)) {
        return { because: 'it contains a line break or another character that cannot be seen' };
    }
    const found = kind.read(text);
    if (found.is === 'read')
        return { value: found.value };
    const given = fallback === '' ? '' : `; the default is ${fallback}`;
    return { because: found.because === '' ? `this is not allowed${given}` : found.because };
}
/** A secret is taken as it is: a space at its end may belong to it. */
function textOf(name, { kind }, env) {
    const text = env[variableOf(name)] ?? '';
    return kind.shown === 'secret' ? text : text.trim();
}
const LONGEST_REASON = 600;
function problemWith(name, one, env, because) {
    const text = textOf(name, one, env);
    const value = text.trim() === '' ? '' : one.kind.shown === 'yes' ? quote(text) : '(not shown)';
    // Reasons quote what was typed.
    return { input: name, value, because: echo(because, LONGEST_REASON), allowed: one.kind.allowed, example: one.example };
}

;// CONCATENATED MODULE: ./lib/parsing/together.js


const ONLY_INSTANCE = [
    'target-instance-class',
    'target-storage-type',
    'target-allocated-storage',
    'target-iops',
    'target-storage-throughput',
    'upgrade-storage-config'
];
const ONLY_CLUSTER = ['target-cluster-parameter-group'];
const PREPARE_CLUSTER = ['source-cluster-parameter-group', 'source-cluster-parameters', 'target-cluster-parameters'];
/** One of these makes it a change worth a deployment. */
const TARGET_OPTIONS = ['target-engine-version', 'target-parameter-group', ...ONLY_CLUSTER, ...ONLY_INSTANCE, 'target-kms-key-id'];
const SQL_INPUTS = (/* unused pure expression or super */ null && (['database-user', 'database-password', 'database-secret-arn']));
const NEEDS_SOURCE = ['plan', 'prepare', 'create'];
const NEEDS_ONE = ['wait', 'verify', 'switchover', 'cleanup', 'status', 'abort', 'drift'];
const USES_SQL = ['plan', 'prepare', 'create', 'verify', 'switchover'];
/** Any variable of the family, also one for a service that we do not call: who sets one does not talk to plain AWS. */
const hasCustomEndpoint = (env) => Object.entries(env).some(([name, value]) => name.startsWith('AWS_ENDPOINT_URL') && value !== undefined && value !== '');
/** The ARN's Region wins over the environment; against the input it is a contradiction, never a choice. */
function regionFor({ values, env, isGiven, complain }) {
    const ofArn = values.source?.is === 'arn' ? values.source.arn.region : undefined;
    const asked = values.awsRegion;
    if (asked !== undefined && ofArn !== undefined && asked !== ofArn) {
        return { name: asked, problems: [complain('aws-region', `the ARN in source is of ${ofArn}; leave aws-region out or make them agree`)] };
    }
    const given = asked ?? ofArn;
    if (given !== undefined)
        return { name: given, problems: [] };
    // One of the two may have been meant to say it.
    if (isGiven('aws-region') || (isGiven('source') && values.source === undefined))
        return { name: '', problems: [] };
    for (const variable of ['AWS_REGION', 'AWS_DEFAULT_REGION']) {
        const name = env[variable]?.trim() ?? '';
        if (name !== '' && !isRegion(name))
            return { name: '', problems: [complain('aws-region', `${variable} is ${quote(name)}, which is not a Region`)] };
        if (name !== '')
            return { name, problems: [] };
    }
    return { name: '', problems: [complain('aws-region', 'no Region is known: give this input, an ARN as source, or AWS_REGION')] };
}
function rulesOverSeveral(given) {
    return [
        ...whatPhasesNeed(given),
        ...kindOfSource(given),
        ...pace(given),
        ...checksToIgnore(given),
        ...accessToSql(given),
        ...tokens(given)
    ];
}
const modesOf = ({ values }) => values.mode?.modes ?? [];
const among = (given, some) => modesOf(given).find(mode => some.includes(mode));
function whatPhasesNeed(given) {
    const { complain, values } = given;
    if (!given.isGiven('mode'))
        return [complain('mode', 'it is required')];
    const builds = among(given, NEEDS_SOURCE);
    const finds = among(given, NEEDS_ONE);
    const problems = [];
    if (builds !== undefined) {
        if (!given.isGiven('source'))
            problems.push(complain('source', `${builds} needs it`));
        const isChange = TARGET_OPTIONS.some(option => given.isGiven(option) && !(option === 'upgrade-storage-config' && values.upgradeStorageConfig === false));
        if (!isChange)
            problems.push(complain('target-engine-version', `${builds} needs at least one target option: ${TARGET_OPTIONS.join(', ')}`));
    }
    else if (finds !== undefined && !given.isGiven('deployment-id') && !given.isGiven('source')) {
        problems.push(complain('deployment-id', `${finds} needs deployment-id or source`));
    }
    if (among(given, ['drift']) !== undefined && !given.isGiven('iac-plan') && !given.isGiven('iac-template')) {
        problems.push(complain('iac-plan', 'drift needs iac-plan or iac-template'));
    }
    return problems;
}
/** A plain identifier does not tell which kind it is: then the phases refuse, once RDS has said. */
function kindOfSource(given) {
    const { source } = given.values;
    if (source?.is !== 'arn' || among(given, NEEDS_SOURCE) === undefined)
        return [];
    const isPrepared = among(given, ['prepare']) !== undefined;
    const [refused, kind] = source.arn.type === 'cluster'
        ? [ONLY_INSTANCE, 'an Aurora cluster, for which RDS refuses it']
        : [[...ONLY_CLUSTER, ...(isPrepared ? PREPARE_CLUSTER : [])], 'a DB instance, which has no cluster parameter group'];
    return refused.filter(input => given.isGiven(input)).map(input => given.complain(input, `source is ${kind}`));
}
function pace(given) {
    const seconds = given.values.pollIntervalSeconds;
    if (seconds === undefined || seconds >= 5 || hasCustomEndpoint(given.env))
        return [];
    return [given.complain('poll-interval-seconds', 'less than 5 is possible only with a custom endpoint (AWS_ENDPOINT_URL*)')];
}
function checksToIgnore({ values, knownChecks, complain }) {
    return values.ignoreChecks.flatMap(id => {
        const severity = knownChecks.find(check => check.id === id)?.severity;
        if (severity === 'proof')
            return [complain('ignore-checks', `${id} is a proof and cannot be ignored`)];
        if (severity !== undefined)
            return [];
        const blocking = knownChecks.filter(check => check.severity === 'blocking').map(check => check.id);
        return [complain('ignore-checks', `there is no check ${id}; the blocking ones are ${blocking.join(', ')}`)];
    });
}
function accessToSql(given) {
    const mode = among(given, USES_SQL);
    if (mode === undefined)
        return [];
    const needed = {
        none: [],
        password: ['database-user', 'database-password'],
        secret: ['database-secret-arn'],
        iam: ['database-user'],
        'data-api': ['database-secret-arn']
    };
    const auth = given.values.databaseAuth;
    return needed[auth].filter(input => !given.isGiven(input)).map(input => given.complain(input, `database-auth ${auth} needs it`));
}
/** Without a token neither comment nor event can be sent, and a report that silently stays away is taken for good news. */
function tokens(given) {
    if (given.isGiven('github-token'))
        return [];
    const asking = ['issue-number', 'dispatch-event'].filter(input => given.isGiven(input));
    return asking.map(input => given.complain('github-token', `${input} needs it`));
}

;// CONCATENATED MODULE: ./lib/inputs.js









const ALL = [...PHASE_ORDER, ...ALONE];
const PHASES = [...PHASE_ORDER, 'abort'];
const BUILD = ['plan', 'prepare', 'create'];
const TARGET = [...BUILD, 'wait', 'verify', 'switchover'];
const AFTER_CREATE = ['wait', 'verify', 'switchover', 'cleanup', 'status', 'abort', 'drift'];
const DATABASE = [...PHASE_ORDER, 'status', 'abort', 'drift'];
const GATES = ['plan', 'switchover'];
const SWITCHOVER = ['switchover'];
const CLEANUP = ['cleanup'];
const PREPARE = ['prepare'];
const SQL = [...BUILD, 'verify', 'switchover'];
const VERIFY = ['verify'];
const DRIFT = ['drift'];
const DISCOVER = ['discover'];
const inputs_window = oneLine('<days> <from>-<to> <time zone>, as on the wall clock there', text => {
    const parsed = parseSwitchoverWindow(text);
    return typeof parsed === 'string' ? wrong(parsed) : kind_read(parsed);
});
const expression = (inner) => `\${{ ${inner} }}`;
const which = {
    mode: optional(modes, ALL, `One phase, several in order (${PHASE_ORDER.join(', ')}), or one alone: upgrade (plan to switchover), ${ALONE.join(', ')}`, 'upgrade'),
    source: optional(source, DATABASE, 'ARN of the DB instance or Aurora DB cluster, or its plain identifier', 'orders'),
    'deployment-id': optional(deployment, AFTER_CREATE, 'Id (bgd- and 16 characters) or name of the blue/green deployment; enough by itself for every phase after create', 'bgd-1a2b3c4d5e6f7g8h'),
    'deployment-name': optional(deploymentName, BUILD, 'Name for a new deployment; where not given, derived from source and target, the same every time', 'orders-pg16'),
    'aws-region': optional(region, ALL, 'AWS Region; where not given, that of the ARN, else AWS_REGION, else AWS_DEFAULT_REGION', 'eu-central-1'),
    'allowed-account-ids': many(listOf(accountId), DATABASE, 'Accounts the database may be in, or the run stops before its first write; in quotes, or YAML drops a leading zero. Never printed', "'012345678901'")
};
const green = {
    'target-engine-version': optional(engineVersion, TARGET, 'Engine version for green; a short form is resolved to the newest exact version. In quotes: YAML reads 16.10 as 16.1', "'16.4'"),
    'target-parameter-group': optional(parameterGroup, TARGET, "DB parameter group for green; where not given, blue's, or the default one of a new family if blue uses a default one", 'orders-postgres16'),
    'target-cluster-parameter-group': optional(parameterGroup, TARGET, 'DB cluster parameter group for green (Aurora); where not given, as with target-parameter-group', 'orders-aurora-postgresql16'),
    'target-instance-class': optional(instanceClass, BUILD, 'DB instance class for green; not for Aurora', 'db.r8g.large'),
    'target-storage-type': optional(oneOf('gp2', 'gp3', 'io1', 'io2'), BUILD, 'Storage type for green; not for Aurora', 'gp3'),
    'target-allocated-storage': optional(wholeNumber({ from: 5, to: 1_000_000, unit: 'GiB' }), BUILD, 'Allocated storage for green in GiB; not for Aurora', '200'),
    'target-iops': optional(wholeNumber({ from: 100, to: 1_000_000 }), BUILD, 'Provisioned IOPS for green; not for Aurora', '12000'),
    'target-storage-throughput': optional(wholeNumber({ from: 1, to: 100_000, unit: 'MiB/s' }), BUILD, 'Storage throughput for green in MiB/s; not for Aurora', '500'),
    'upgrade-storage-config': optional(flag, BUILD, 'Give green the current storage file system configuration; not for Aurora', 'true'),
    'target-kms-key-id': optional(kmsKey, BUILD, 'Id, alias or ARN of the KMS key that encrypts green', 'alias/orders'),
    tags: many(tags, BUILD, 'Tags of the deployment: key=value, one a line, at most 20', 'team=orders')
};
const run = {
    'dry-run': neverEmpty(usually('false', flag, PHASES, 'Observe, plan and check; no write call. Must not be given as empty', 'true')),
    'wait-timeout-minutes': usually('330', decimalNumber({ above: 0, to: 7200, unit: 'minutes' }), ALL, 'How long the run may take from the start of the process, over all its phases', '120'),
    'on-timeout': usually('fail', oneOf('fail', 'pass'), ALL, 'fail, or pass: exit 0 with outcome timed_out; the run stops either way', 'pass'),
    'poll-interval-seconds': optional(decimalNumber({ from: 0.2, to: 300, unit: 'seconds' }), PHASES, 'Pause between looks at provisioning and deleting, 5 to 300; down to 0.2 with AWS_ENDPOINT_URL. Adaptive where not given', '60'),
    'ignore-checks': many(listOf(checkId), PHASES, 'Ids of blocking checks to overrule; unknown ids, and proof checks, are errors', 'automated-backups-enabled')
};
const switchover = {
    'switchover-timeout-seconds': usually('300', wholeNumber({ from: 30, to: 3600, unit: 'seconds' }), GATES, 'RDS rolls everything back when this runs out', '600'),
    'gate-timeout-minutes': usually('10', decimalNumber({ from: 0, to: 7200, unit: 'minutes' }), SWITCHOVER, 'How long switchover waits for readiness and lag before it refuses; 0 asks once', '30'),
    'max-replica-lag-seconds': usually('5', decimalNumber({ from: 0, to: 86_400, unit: 'seconds' }), SWITCHOVER, 'Highest replica lag for a switchover, for engines whose lag is in seconds', '1'),
    'max-replica-lag-bytes': usually('16777216', wholeNumber({ from: 0, to: 1_000_000_000_000, unit: 'bytes' }), SWITCHOVER, 'Highest replica lag for a switchover, for PostgreSQL with logical replication', '1048576'),
    'switchover-window': optional(inputs_window, GATES, 'When a switchover may begin; outside it, or with less than the switchover timeout left of it, the run is blocked at once', 'Sun 02:00-04:00 Europe/Berlin'),
    'approved-fingerprint': neverEmpty(usually('none', fingerprint, SWITCHOVER, 'Switch over only if green is exactly what was reviewed: the output fingerprint. Must not be given as empty', expression('needs.review.outputs.fingerprint'))),
    probe: usually('false', flag, SWITCHOVER, 'Watch the production endpoint by SQL through the switchover; reads only', 'true')
};
const cleanup = {
    'delete-old-databases': usually('false', flag, CLEANUP, 'cleanup also deletes old blue', 'true'),
    'old-min-age-hours': usually('24', decimalNumber({ from: 0, to: 87_600, unit: 'hours' }), CLEANUP, 'Old databases are deleted only this long after the switchover; 0 switches it off and says so', '72'),
    'old-idle-minutes': usually('60', decimalNumber({ from: 0, to: 20_160, unit: 'minutes' }), CLEANUP, 'Each old member must have had no connection for this long before cleanup writes anything; 0 switches it off and says so', '240'),
    'old-resource-ids': many(listOf(resourceId), CLEANUP, 'Resource ids that cleanup may delete although this action did not record them', 'db-ABCDEFGHIJKLMNOPQRSTUVWXYZ'),
    'final-snapshot': usually('true', flag, CLEANUP, 'Make a final snapshot of old blue before it goes', 'false'),
    'final-snapshot-prefix': usually('final', snapshotPrefix, CLEANUP, 'How the name of the final snapshot begins; the production name and the end of the resource id follow', 'before-pg16'),
    'keep-automated-backups': usually('true', flag, CLEANUP, 'Keep the automated backups of the deleted old databases', 'false'),
    'disable-deletion-protection': usually('false', flag, ['cleanup', 'abort'], 'Allow cleanup and abort to turn deletion protection off on what they delete', 'true')
};
const prepare = {
    'allow-reboot': usually('false', flag, PREPARE, 'Allow prepare to change production: associate groups, switch backups on, reboot. Each can mean an outage', 'true'),
    'source-parameter-group': optional(parameterGroup, PREPARE, 'DB parameter group for blue: used if it exists, made if not; derived where not given', 'orders-postgres14'),
    'source-cluster-parameter-group': optional(parameterGroup, PREPARE, 'DB cluster parameter group for blue: used if it exists, made if not; derived where not given', 'orders-aurora-postgresql14'),
    'source-parameters': many(parameters, PREPARE, "name=value lines for blue's DB parameter group", 'rds.logical_replication=1'),
    'source-cluster-parameters': many(parameters, PREPARE, "name=value lines for blue's DB cluster parameter group", 'rds.logical_replication=1'),
    'target-parameters': many(parameters, PREPARE, "name=value lines for green's DB parameter group", 'max_connections=500'),
    'target-cluster-parameters': many(parameters, PREPARE, "name=value lines for green's DB cluster parameter group", 'max_connections=500')
};
const sql = {
    'database-auth': usually('none', oneOf('none', 'password', 'secret', 'iam', 'data-api'), SQL, 'How SQL reaches the databases: none, password, secret, iam or data-api', 'secret'),
    'database-user': optional(anyText, SQL, 'Database user, for password and iam', 'upgrade_reader'),
    'database-password': optional(anySecret, SQL, 'Password of that user, for password', expression('secrets.DATABASE_PASSWORD')),
    'database-secret-arn': optional(secretArn, SQL, 'ARN of the Secrets Manager secret, for secret and data-api', 'arn:aws:secretsmanager:eu-central-1:012345678901:secret:orders-AbCdEf'),
    'database-name': optional(anyText, SQL, 'Database to connect to', 'orders'),
    'database-host': optional(hostName, SQL, 'Where blue is reached instead of its RDS endpoint (a tunnel)', '127.0.0.1'),
    'database-port': optional(wholeNumber({ from: 1, to: 65_535 }), SQL, 'Port where blue is reached instead', '15432'),
    'database-green-host': optional(hostName, SQL, 'Where green is reached instead of its RDS endpoint (a tunnel)', '127.0.0.1'),
    'database-green-port': optional(wholeNumber({ from: 1, to: 65_535 }), SQL, 'Port where green is reached instead', '15433'),
    'database-ssl': usually('verify-full', oneOf('verify-full', 'require', 'disable'), SQL, 'verify-full, require or disable; also through a tunnel it is the name of the RDS endpoint that is verified', 'require'),
    analyze: usually('true', flag, VERIFY, 'verify runs ANALYZE on green after a PostgreSQL major upgrade, where SQL access allows', 'false'),
    'copy-roles': usually('false', flag, VERIFY, "verify attaches blue's IAM roles to green", 'true')
};
const github = {
    'role-to-assume': optional(roleArn, ALL, "ARN of an IAM role to assume with the job's own OIDC token, renewed for as long as the run lasts", 'arn:aws:iam::012345678901:role/rds-upgrade'),
    'role-session-name': optional(sessionName, ALL, 'Name of the role session', 'orders-upgrade'),
    'role-duration-seconds': optional(wholeNumber({ from: 900, to: 43_200, unit: 'seconds' }), ALL, 'How long one set of credentials lasts', '3600'),
    'github-token': optional(anySecret, ALL, 'Token for the sticky report comment and for repository_dispatch', expression('github.token')),
    'issue-number': optional(wholeNumber({ from: 1, to: 2_147_483_647 }), ALL, 'Issue or pull request that gets the sticky report comment', '42'),
    'dispatch-event': optional(eventType, SWITCHOVER, 'Type of the repository_dispatch event that is sent after a proven switchover', 'database-switched-over')
};
const inquiries = {
    'iac-plan': many(listOf(anyText), DRIFT, 'Paths of Terraform or Pulumi JSON', 'plan.json'),
    'iac-template': many(listOf(anyText), DRIFT, 'Paths of CloudFormation or CDK templates, or of a cdk.out', 'cdk.out'),
    'discover-filter': many(discoverFilter, DISCOVER, 'Conditions that must all hold, one a line: tag:Key=value, engine=postgres, version<16.4, identifier=prefix*', 'version<16.4'),
    'discover-limit': usually('256', wholeNumber({ from: 1, to: 256 }), DISCOVER, 'Most databases that discover returns; more do not fit a matrix', '20')
};
const INPUTS = { ...which, ...green, ...run, ...switchover, ...cleanup, ...prepare, ...sql, ...github, ...inquiries };
const INPUT_GROUPS = [
    { title: 'Which database', rows: which },
    { title: 'What green is to be', rows: green },
    { title: 'The run', rows: run },
    { title: 'Switchover', rows: switchover },
    { title: 'Cleanup and abort', rows: cleanup },
    { title: 'Prepare', rows: prepare },
    { title: 'SQL and verify', rows: sql },
    { title: 'Credentials and GitHub', rows: github },
    { title: 'Drift and discover', rows: inquiries }
];
/** Looks at nothing but the environment. Every problem is found at once; secrets come back either way, to be masked before a line is said. */
function readInputs(env, knownChecks) {
    const { values, broken, problems, secrets } = readTable(INPUTS, env);
    const complain = (input, because) => problemWith(input, INPUTS[input], env, because);
    const isGiven = (input) => {
        // A name of the table in camel case is a key of its values.
        const value = values[camelOf(input)];
        return broken.has(input) || (Array.isArray(value) ? value.length > 0 : value !== undefined);
    };
    const given = { values, env, knownChecks, isGiven, complain };
    const region = regionFor(given);
    const all = [...problems, ...region.problems, ...rulesOverSeveral(given)];
    const { mode, ...rest } = values;
    if (all.length > 0 || mode === undefined)
        return { is: 'wrong', problems: all, secrets };
    return { is: 'read', inputs: { ...rest, ...mode, awsRegion: region.name, customEndpoint: hasCustomEndpoint(env) }, secrets };
}
/** `waitTimeoutMinutes` is `wait-timeout-minutes` to people. */
const inputName = (key) => (key === 'modes' || key === 'upgrade' ? 'mode' : kebabOf(key));

// EXTERNAL MODULE: ./lib/outputs.js
var outputs = __nccwpck_require__(5077);
;// CONCATENATED MODULE: ./lib/reporting/accounts.js
/** Up to and including the colon before the resource: what is left is `db:orders`, `role/deploy`. */
const BEFORE_RESOURCE = /arn:aws[a-z0-9-]*:[a-z0-9-]*:[a-z0-9-]*:(?:\d*|aws):/g;
const ACCOUNT_IN_ARN = /(arn:aws[a-z0-9-]*:[a-z0-9-]*:[a-z0-9-]*:)(\d{12})(?=:)/g;
const HIDDEN = '(account)';
/** Every account that an ARN anywhere in the report names: the number alone is hidden too then. */
function accountsOf(report) {
    const found = JSON.stringify(report).matchAll(ACCOUNT_IN_ARN);
    return [...new Set(Array.from(found, ([, , account = '']) => account))];
}
/** `arn:aws:rds:eu-central-1:111122223333:db:orders` becomes `db:orders`; a known account id that stands alone is hidden. */
const withoutArns = (text, accounts = []) => withoutNumbers(text.replaceAll(BEFORE_RESOURCE, ''), accounts);
/** For texts in which an ARN must stay recognizable: only its account is hidden. */
const withoutAccounts = (text, accounts = []) => withoutNumbers(text.replaceAll(ACCOUNT_IN_ARN, `$1${HIDDEN}`), accounts);
function withoutNumbers(text, accounts) {
    let hidden = text;
    // A longer number that happens to contain the digits (a byte count, a binlog position) is left alone.
    for (const account of accounts)
        hidden = hidden.replaceAll(new RegExp(`(?<!\\d)${account}(?!\\d)`, 'g'), HIDDEN);
    return hidden;
}
function mapStrings(value, change) {
    if (typeof value === 'string')
        return change(value);
    if (Array.isArray(value))
        return value.map(item => mapStrings(item, change));
    if (!isRecord(value))
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapStrings(item, change)]));
}
/** Plain objects only: a date is a value. */
const isRecord = (value) => typeof value === 'object' && value !== null && Object.prototype.toString.call(value) === '[object Object]';

;// CONCATENATED MODULE: ./lib/reporting/markdown.js
const as = (markdown) => markdown;
/**
 * Splits what GitHub would otherwise link in the rendered text, where an escape no longer helps: `@team`, `#12`, `GH-12`, `https://`,
 * `www.`, `:emoji:`. Renovate does the same with mentions. Invisible, and only in prose: what people copy stands in `code`.
 */
const APART = '&#8203;';
// Controls, line and paragraph separators, and the marks that reverse or hide text.
const NOT_SHOWN = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/gu;
/** One line, visible characters only, no half characters. */
const markdown_oneLine = (raw) => raw.toWellFormed().replaceAll(NOT_SHOWN, ' ').replaceAll(/\s+/g, ' ').trim();
/** At most `longest` UTF-16 units, never half a character. */
function clip(raw, longest) {
    if (raw.length <= longest)
        return raw;
    if (longest < 1)
        return '';
    const cut = raw.slice(0, longest - 1);
    return `${/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}
const URL_IN_PROSE = /\bhttps?:\/\/[^\s<>"'`|\\]*[^\s<>"'`|\\.,;:!?)\]]/gi;
/** Prose, on one line. Addresses in it are shown as code: exact, so that they can be copied, and no links. */
function markdown_text(raw, longest = 2000) {
    const shown = clip(markdown_oneLine(raw), longest);
    let written = '';
    let end = 0;
    for (const found of shown.matchAll(URL_IN_PROSE)) {
        written += escaped(shown.slice(end, found.index)) + code(found[0]);
        end = found.index + found[0].length;
    }
    return as((written + escaped(shown.slice(end))).replace(OPENS_A_BLOCK, '$1\\$2'));
}
/** At the start of a line these would open a list, a rule, a heading or a quote. */
const OPENS_A_BLOCK = /^(\d*)([-+=:]|(?<=\d)[.)](?=\s|$))/;
const escaped = (prose) => prose
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/[\\`*_{}[\]~|^]/g, '\\$&')
    .replaceAll(/[@#]/g, `$&${APART}`)
    .replaceAll('://', `:${APART}//`)
    .replaceAll(/(www)\./gi, `$1${APART}.`)
    .replaceAll(/(GH-)(?=\d)/gi, `$1${APART}`)
    .replaceAll(/(mailto|xmpp):/gi, `$1${APART}:`)
    .replaceAll(/:(?=[a-z+-][\w+-]*:)/gi, `:${APART}`)
    // GitHub's own way to keep a dollar from opening a formula.
    .replaceAll('$', '<span>$$</span>');
/** Something exact: a name, an id, a status, as AWS prints it or the user typed it. */
function code(raw, longest = 2000) {
    const shown = clip(markdown_oneLine(raw), longest);
    if (shown === '')
        return as('');
    if (!/[`|\\]/.test(shown))
        return as(`\`${shown}\``);
    // A backtick ends a code span and a pipe a cell. Inside HTML every character can be written so that it does neither.
    return as(`<code>${shown.replaceAll(/[^\p{L}\p{N} ]/gu, character => `&#${character.codePointAt(0)};`)}</code>`);
}
const bold = (inner) => as(inner === '' ? '' : `**${inner}**`);
/** Only https, and only characters that cannot end the link; anything else is shown without a link. */
const markdown_link = (label, url) => url !== undefined && /^https:\/\/[\w.-]+(?::\d+)?\/[\w\-./?=&%#:;,+]*$/.test(url) ? as(`[${label}](${url})`) : label;
/** The words of this code, with values that are Markdown already. */
const md = (words, ...values) => as(String.raw({ raw: words }, ...values));
const join = (parts, between) => as(parts.filter(part => part !== '').join(between));
/** Paragraphs, tables, lists: a block ends with an empty line, so that none runs into the next. */
const blocks = (parts) => join(parts, '\n\n');
const heading = (level, inner) => as(`${'#'.repeat(level)} ${inner}`);
const list = (items, rows) => join([...items.slice(0, rows).map(item => md `- ${item}`), ...(items.length > rows ? [md `- ${more(items.length - rows)}`] : [])], '\n');
function table(headers, rows, most) {
    if (rows.length === 0)
        return as('');
    const line = (cells) => `| ${headers.map((_, column) => cells[column] ?? '').join(' | ')} |`;
    const body = rows.slice(0, most).map(line);
    if (rows.length > most)
        body.push(line([more(rows.length - most)]));
    return as([line(headers), `|${' --- |'.repeat(headers.length)}`, ...body].join('\n'));
}
const more = (count) => as(`… ${count} more`);
/** A block of exact lines. The fence is longer than any in the text, so no line can end it. */
function fence(language, lines, longest = 2000) {
    const shown = lines.map(line => clip(line.toWellFormed().replaceAll(NOT_SHOWN, ' ').trimEnd(), longest));
    const runs = shown.flatMap(line => line.match(/`+/g) ?? []);
    const marks = '`'.repeat(Math.max(3, ...runs.map(run => run.length + 1)));
    return as([`${marks}${language}`, ...shown, marks].join('\n'));
}
/** Folded away until somebody asks. The empty lines make GitHub read the inside as Markdown. */
const details = (title, inner) => inner === '' ? as('') : as(`<details><summary>${title}</summary>\n\n${inner}\n\n</details>`);
const none = as('');

;// CONCATENATED MODULE: ./lib/reporting/bad-input.js


function line({ input, value, because, allowed, example }) {
    const hints = [allowed === '' ? '' : `allowed: ${allowed}`, example === '' ? '' : `for example: ${example}`].filter(hint => hint !== '');
    const given = value === '' ? '' : ` is ${withoutAccounts(value)}`;
    return markdown_oneLine(`${input}${given}: ${withoutAccounts(because)}${hints.length === 0 ? '' : ` (${hints.join('; ')})`}`);
}
function badInput(problems) {
    const isOne = problems.length === 1;
    return {
        is: 'failed',
        phase: '',
        reason: 'invalid_input',
        because: `${isOne ? 'There is one problem' : `There are ${problems.length} problems`} with the inputs, so nothing was asked of AWS and nothing was changed.`,
        remedy: `Correct ${isOne ? 'it' : 'them'} in the workflow and run it again.`,
        details: problems.map(line)
    };
}
const problemsTable = (problems, rows, chars) => table([md `Input`, md `Given`, md `What is wrong`, md `Allowed, and an example`], problems.map(({ input, value, because, allowed, example }) => [
    code(input, chars),
    code(withoutAccounts(value), chars),
    markdown_text(withoutAccounts(because), chars),
    join([markdown_text(allowed, chars), code(example, chars)], '<br>')
]), rows);

;// CONCATENATED MODULE: ./lib/reporting/error-annotation.js


/** The runner cuts an annotation here, in UTF-16 units (ecosystem facts 1.4). */
const LONGEST_ANNOTATION = 4096;
/** What is true and what to do each get this much at most, so that neither can push the other out. */
const LONGEST_SENTENCE = 1400;
const ROOM_FOR_THE_REST = 40;
function annotation(outcome, accounts = []) {
    const shown = (words) => markdown_oneLine(withoutArns(words, accounts));
    const lines = [`rds-blue-green: ${clip(shown(outcome.because), LONGEST_SENTENCE)}`];
    const remedy = shown(outcome.remedy);
    if (remedy !== '')
        lines.push(`What to do: ${clip(remedy, LONGEST_SENTENCE)}`);
    lines.push(`(${outcome.phase === '' ? '' : `${outcome.phase}: `}${outcome.is}, ${outcome.reason})`);
    let length = lines.join('\n').length;
    for (const [index, detail] of outcome.details.entries()) {
        const line = `- ${clip(shown(detail), LONGEST_SENTENCE)}`;
        if (length + 1 + line.length > LONGEST_ANNOTATION - ROOM_FOR_THE_REST) {
            lines.push(`… ${outcome.details.length - index} more, in the summary`);
            break;
        }
        lines.push(line);
        length += 1 + line.length;
    }
    return lines.join('\n');
}

;// CONCATENATED MODULE: ./lib/reporting/report-file.js
/** The JSON behind `report-path`: everything the run knows, ARNs and timings included. Field names are read by others: add, never rename. */

const REPORT_SCHEMA = 1;
function reportFile(report) {
    const { outcome } = report;
    const content = {
        schema: REPORT_SCHEMA,
        outcome: outcome.is,
        reason: outcome.reason,
        phase: outcome.phase,
        because: outcome.because,
        remedy: outcome.remedy,
        details: outcome.details,
        started_at: report.startedAt.toISOString(),
        took_milliseconds: report.took,
        region: report.region,
        run: { url: report.run.url, id: report.run.id },
        arns: { deployment: report.arns.deployment, source: report.arns.source, target: report.arns.target, old: report.arns.old },
        outputs: sorted(report.outputs),
        problems: (report.problems ?? []).map(({ input, value, because, allowed, example }) => ({ input, value, because, allowed, example })),
        phases: report.phases.map(phase => ({
            phase: phase.phase,
            outcome: phase.outcome.is,
            reason: phase.outcome.reason,
            because: phase.outcome.because,
            remedy: phase.outcome.remedy,
            details: phase.outcome.details,
            took_milliseconds: phase.took,
            planned: phase.planned.map(step => ({
                phase: step.phase,
                intent: step.intent,
                operation: step.operation ?? null,
                input: step.input === undefined ? null : sorted(step.input)
            }))
        })),
        left_out: report.leftOut.map(({ phase, because }) => ({ phase, because })),
        members: report.members.map(member => ({
            source: member.source,
            target: member.target,
            status: member.status,
            source_database_status: member.sourceDatabaseStatus,
            target_database_status: member.targetDatabaseStatus
        })),
        checks: report.checks.map(check => ({
            id: check.id,
            title: check.title,
            severity: check.severity,
            verdict: check.verdict,
            observed: check.observed,
            expected: check.expected,
            remedy: check.remedy,
            phase: check.phase,
            ignored: check.ignored ?? false
        })),
        writes: report.writes.map(({ phase, operation, on, answer, at }) => ({ phase, operation, on, answer, at_milliseconds: at })),
        warnings: report.warnings,
        advice: report.advice,
        binlog: report.binlog.map(({ database, file, position }) => ({ database, file, position })),
        old_databases: report.oldDatabases.map(({ name, resourceId, status }) => ({ name, resource_id: resourceId, status }))
    };
    return `${JSON.stringify(content, undefined, 2)}\n`;
}
/** Requests keep AWS's field names; only their order is ours, so that two reports can be compared line by line. */
function sorted(value) {
    if (Array.isArray(value))
        return value.map(sorted);
    if (!isRecord(value))
        return value;
    const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
    return Object.fromEntries(entries.map(([key, item]) => [key, sorted(item)]));
}

;// CONCATENATED MODULE: ./lib/reporting/result.js
/** The `result` output: all other outputs as one versioned JSON value. It crosses jobs, so it carries no ARN and no account id. */

const RESULT_SCHEMA = 1;
/** `result` cannot hold itself, and a path means nothing on another machine. */
const LEFT_OUT = new Set(['result', 'report-path']);
const JSON_OUTPUTS = new Set(['checks', 'drift', 'matrix', 'changed-fields']);
const NUMBERS = new Set(['switchover-seconds', 'green-port']);
/** Fields are the outputs in snake_case, in the order they are given; what an empty output means in JSON is null for all but text. */
function result(report) {
    const accounts = accountsOf(report);
    const fields = Object.entries(report.outputs)
        .filter(([name]) => !LEFT_OUT.has(name))
        .map(([name, value]) => [name.replaceAll('-', '_'), mapStrings(result_valueOf(name, value), words => withoutArns(words, accounts))]);
    return JSON.stringify({ schema: RESULT_SCHEMA, ...Object.fromEntries(fields) });
}
function result_valueOf(name, value) {
    if (name === 'changed')
        return value === 'true';
    if (JSON_OUTPUTS.has(name))
        return value === '' ? null : parsed(value);
    if (NUMBERS.has(name))
        return value === '' || !Number.isFinite(Number(value)) ? null : Number(value);
    return value;
}
/** Our own JSON; text that is none is handed on as text rather than losing the whole result. */
function parsed(value) {
    try {
        return JSON.parse(value);
    }
    catch {
        return value;
    }
}

;// CONCATENATED MODULE: ./lib/reporting/binlog-statements.js

function binlogSection(report, rows, chars) {
    const [first] = report.binlog;
    if (first === undefined)
        return none;
    return blocks([
        md `### External replicas`,
        markdown_text('A replica outside this deployment does not follow the switchover. Let it apply everything old blue has written, then point it here:'),
        table([md `Was green`, md `Binary log file`, md `Position`], report.binlog.map(one => [code(one.database, chars), code(one.file, chars), code(one.position, chars)]), rows),
        details(markdown_text('The statements'), statements(first))
    ]);
}
/** Which of them applies depends on the replica's version, which RDS does not know. */
function statements(one) {
    const host = quoted('<endpoint of production>');
    const file = quoted(one.file);
    const position = /^\d+$/.test(one.position) ? one.position : quoted(one.position);
    return fence('sql', [
        '-- MySQL 8.0.23 and later',
        `CHANGE REPLICATION SOURCE TO SOURCE_HOST=${host}, SOURCE_LOG_FILE=${file}, SOURCE_LOG_POS=${position};`,
        '',
        '-- MySQL before 8.0.23, MariaDB',
        `CHANGE MASTER TO MASTER_HOST=${host}, MASTER_LOG_FILE=${file}, MASTER_LOG_POS=${position};`,
        '',
        '-- A replica that is an RDS database, up to MySQL 8.0 and MariaDB; from 8.4 on the two middle names end in _source',
        'CALL mysql.rds_stop_replication;',
        'CALL mysql.rds_reset_external_master;',
        `CALL mysql.rds_set_external_master(${host}, 3306, '<user>', '<password>', ${file}, ${position}, 1);`,
        'CALL mysql.rds_start_replication;'
    ]);
}
const quoted = (value) => `'${value.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;

;// CONCATENATED MODULE: ./lib/reporting/headline.js

const MARKS = {
    completed: '✅',
    nothing_to_do: '✅',
    planned: '📋',
    blocked: '⛔',
    failed: '❌',
    timed_out: '⏳',
    cancelled: '⏹️'
};
const REASON_WORDS = {
    invalid_input: 'not started, the inputs have problems',
    plan_passed: 'planned, nothing stands in the way',
    checks_not_met: 'stopped, a check is not met',
    prepared: 'prepared',
    reboot_needed: 'stopped, production must be changed or rebooted first',
    deployment_created: 'green is being created',
    deployment_adopted: 'green was there already and is used',
    deployment_differs: 'stopped, the deployment is not what was asked for',
    deployment_unknown: 'stopped, it is not clear which deployment is meant',
    deployment_not_found: 'stopped, the deployment was not found',
    deployment_deleting: 'stopped, the deployment is being deleted',
    source_not_found: 'stopped, the source was not found',
    source_in_deployment: 'stopped, the source is in another deployment',
    already_at_target: 'already at the target',
    create_refused: 'RDS refused to create the deployment',
    provisioning_failed: 'green could not be built',
    green_ready: 'green is ready',
    verified: 'green is verified',
    verify_failed: 'green failed the verification',
    switchover_completed: 'switched over, and proven',
    already_switched_over: 'was switched over already',
    switchover_refused: 'RDS refused the switchover',
    switchover_not_begun: 'the switchover did not begin',
    switchover_rolled_back: 'the switchover was rolled back',
    switchover_failed: 'the switchover failed',
    member_failed: 'the switchover failed for a member',
    not_proven: 'the switchover is not proven',
    outside_window: 'stopped, outside the switchover window',
    fingerprint_differs: 'stopped, green is not what was approved',
    account_not_allowed: 'stopped, this account is not allowed',
    global_database_not_supported: 'stopped, global databases are not supported',
    owned_by_stack: 'stopped, a stack owns this database',
    old_blue_in_use: 'stopped, somebody is still connected to old blue',
    old_blue_too_young: 'stopped, old blue is too young to be deleted',
    deletion_protected: 'stopped, deletion protection is on',
    cleaned_up: 'cleaned up',
    nothing_left: 'nothing is left to clean up',
    aborted: 'aborted, blue is as it was',
    production_in_danger: 'stopped, the next call could have hit production',
    status_unknown: 'stopped, RDS reports a status nobody here knows',
    status_read: 'status',
    cannot_tell: 'stopped, what must be known could not be read',
    no_progress: 'stopped, the same call had no effect three times',
    wait_timed_out: 'the wait timeout is over, AWS goes on',
    credentials_expired: 'stopped, the credentials expired',
    access_denied: 'stopped, a permission is missing',
    throttled: 'stopped, RDS throttles too hard',
    aws_unreachable: 'stopped, AWS could not be reached',
    cancelled: 'cancelled, AWS goes on',
    drift_none: 'the code agrees with production',
    drift_found: 'the code must follow production',
    drift_dangerous: 'applying the code now would change production back',
    databases_found: 'databases found',
    unexpected_error: 'stopped by an error of this action'
};
const isWell = (outcome) => outcome === 'completed' || outcome === 'nothing_to_do' || outcome === 'planned';
/** By resource id, the only thing that tells (facts 1.9); undefined when this run read no two of them. */
function isSwitchedOver(outputs) {
    const [now, before] = [outputs['resource-id'] ?? '', outputs['resource-id-before'] ?? ''];
    return now === '' || before === '' ? undefined : now !== before;
}
function headline(report) {
    const { outcome, outputs } = report;
    const name = outputs['source-identifier'] ?? '';
    const words = outcome.is === 'planned' ? 'dry run, nothing was changed' : REASON_WORDS[outcome.reason];
    const subject = name === '' ? none : md `${code(name, 100)}: `;
    return heading(2, md `${markdown_text(MARKS[outcome.is])} ${subject}${markdown_text(name === '' ? capital(words) : words)}`);
}
/** What production runs, said only as far as this run read it. */
function productionNow({ outputs }) {
    const name = outputs['source-identifier'] ?? '';
    if (name === '')
        return none;
    const production = md `Production ${code(name, 100)}`;
    const [now, before] = [outputs['engine-version'] ?? '', outputs['engine-version-before'] ?? ''];
    const isSwitched = isSwitchedOver(outputs);
    const switched = isSwitched === undefined ? none : isSwitched ? md ` What was green is production now.` : md ` It has not been switched over.`;
    if (now === '')
        return bold(md `This run did not learn what production ${code(name, 100)} runs now.${switched}`);
    const engine = join([markdown_text(outputs['engine'] ?? '', 60), markdown_text(now, 60)], ' ');
    const compared = before === '' || before === now ? none : md ` (before: ${markdown_text(before, 60)})`;
    return bold(md `${production} runs ${engine}${compared}.${switched}`);
}
function whyAndWhatToDo(outcome, chars) {
    const because = markdown_text(outcome.because, chars);
    if (isWell(outcome.is))
        return blocks([because, outcome.remedy === '' ? none : md `**What to do:** ${markdown_text(outcome.remedy, chars)}`]);
    return blocks([
        because === '' ? none : md `**Why it stopped:** ${because}`,
        outcome.remedy === '' ? none : md `**What to do:** ${markdown_text(outcome.remedy, chars)}`
    ]);
}
/** For an on-call engineer the second question: did we touch anything? */
function whatChanged({ outcome, outputs, writes }) {
    // The headline has said it.
    if (outcome.is === 'planned' || outcome.reason === 'invalid_input')
        return none;
    if (outputs['changed'] === 'true') {
        return writes.length === 0
            ? md `This run may have changed something in AWS.`
            : md `This run sent ${writes.length} ${markdown_text(writes.length === 1 ? 'change' : 'changes')} to AWS, listed below.`;
    }
    return md `This run changed nothing in AWS.`;
}
const capital = (words) => words.charAt(0).toUpperCase() + words.slice(1);

;// CONCATENATED MODULE: ./lib/reporting/next-step.js
/** The exact lines to run next. */



/** Longer ones would push the rest of the summary away; the output of that name has them. */
const LONGEST_FINGERPRINT = 120;
function nextStep(report) {
    const lines = nextLines(report);
    if (lines.length === 0)
        return none;
    return md `${markdown_text(introduction(report))}\n\n${fence('yaml', lines)}`;
}
/** Lines for `with:`; empty when nothing is left to do. */
function nextLines(report) {
    const { outputs, region } = report;
    const mode = modeFor(report);
    if (mode === '')
        return [];
    const needsSource = mode === 'plan' || mode === 'prepare' || mode === 'create';
    const deployment = outputs['deployment-id'] ?? '';
    const source = outputs['source-identifier'] ?? '';
    const lines = ['with:', pair('mode', mode)];
    if (deployment !== '' && !needsSource)
        lines.push(pair('deployment-id', deployment));
    else if (source !== '')
        lines.push(pair('source', source));
    if (region !== '')
        lines.push(pair('aws-region', region));
    if (needsSource)
        lines.push('  # and the target-... inputs, as in this run');
    const fingerprint = outputs['fingerprint'] ?? '';
    if (mode === 'switchover' && fingerprint !== '' && fingerprint.length <= LONGEST_FINGERPRINT) {
        lines.push(pair('approved-fingerprint', fingerprint));
    }
    if (mode === 'cleanup')
        lines.push('  # delete-old-databases: true   deletes old blue too, after a final snapshot');
    return lines;
}
/** After these a person has to look first: the phase that comes next in the order would stop again, or be the wrong thing to do. */
const LOOK_FIRST = new Set(['production_in_danger', 'switchover_failed', 'member_failed', 'not_proven']);
function modeFor({ outcome, outputs }) {
    const next = outputs['next-mode'] ?? '';
    if (next === '' || isWell(outcome.is))
        return next;
    if (LOOK_FIRST.has(outcome.reason))
        return 'status';
    // RDS never repairs such a deployment (facts 1.1): waiting for it again, as the order has it, would only fail again.
    return status_stageOf(outputs['status'] ?? '') === 'invalid' ? 'abort' : next;
}
function introduction({ outcome }) {
    if (LOOK_FIRST.has(outcome.reason))
        return 'To look again, which changes nothing, run:';
    if (outcome.is === 'timed_out' || outcome.is === 'cancelled')
        return 'To go on from here, run:';
    if (outcome.is === 'planned')
        return 'To do all of it, run this again without dry-run. To do the first phase alone:';
    return isWell(outcome.is) ? 'Next:' : 'Then run:';
}
/** A plain scalar where YAML reads it as the same text, quoted otherwise. */
function pair(key, value) {
    const isPlain = /^[A-Za-z][\w./-]*$/.test(value) && !/^(?:y|n|yes|no|on|off|true|false|null)$/i.test(value);
    return `  ${key}: ${isPlain ? value : JSON.stringify(value)}`;
}

;// CONCATENATED MODULE: ./lib/reporting/console-links.js
/**
 * Links to the AWS console. Without account ids: they would be masked, and a masked link leads nowhere. A partition whose console we do not
 * know gets no link: none is better than a wrong one at night.
 *
 * Evidence, read in November 2026:
 * `#database:id=NAME;is-cluster=true|false`: used by serverless, Teleport (with a test) and dozens of public repositories; on
 * console.amazonaws.cn in AWS China's own workshop pages. `#databases:`: the list that these pages sit under, in the same sources.
 * console.amazonaws-us-gov.com: AWS's GovCloud guide links its RDS console there; the fragment is the same console's.
 * A deployment has no documented page of its own. `#database:id=bgd-...;is-maintenance=true` was found in one repository only, so a
 * deployment leads to the list of databases, where the RDS user guide ("Viewing a blue/green deployment") says it stands.
 */

const HOSTS = {
    aws: 'console.aws.amazon.com',
    'aws-cn': 'console.amazonaws.cn',
    'aws-us-gov': 'console.amazonaws-us-gov.com'
};
/** For the ARN of a DB instance, DB cluster or deployment; undefined for everything else. */
function consoleLink(arn) {
    const parsed = arn_parseArn(arn);
    if (parsed === undefined || parsed.service !== 'rds' || parsed.region === '')
        return undefined;
    const host = Object.hasOwn(HOSTS, parsed.partition) ? HOSTS[parsed.partition] : undefined;
    const fragment = fragmentOf(parsed.type, parsed.name);
    return host === undefined || fragment === undefined ? undefined : `https://${host}/rds/home?region=${parsed.region}#${fragment}`;
}
function fragmentOf(type, name) {
    // Names come from ARNs, and an ARN from a user: nothing in one may end the link.
    const id = encodeURIComponent(name.toWellFormed()).replaceAll(/[!'()*]/g, character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
    switch (type) {
        case 'db':
            return `database:id=${id};is-cluster=false`;
        case 'cluster':
            return `database:id=${id};is-cluster=true`;
        case 'deployment':
            return 'databases:';
        default:
            return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/reporting/progress.js
/** One dense line while waiting, and what about it counts as a change. */


/** `12m04s`, `5h17m`, `2d03h`: two units are enough, and the smaller one keeps its width. Rounded down. */
function duration(milliseconds) {
    const seconds = Number.isFinite(milliseconds) ? Math.max(0, Math.floor(milliseconds / 1000)) : 0;
    const two = (count) => String(count).padStart(2, '0');
    if (seconds < 60)
        return `${seconds}s`;
    if (seconds < 3600)
        return `${Math.floor(seconds / 60)}m${two(seconds % 60)}s`;
    if (seconds < 86_400)
        return `${Math.floor(seconds / 3600)}h${two(Math.floor((seconds % 3600) / 60))}m`;
    return `${Math.floor(seconds / 86_400)}d${two(Math.floor((seconds % 86_400) / 3600))}h`;
}
function progressLine(progress) {
    const time = progress.left === undefined ? '' : `, at most ${duration(progress.left)} more`;
    return [progress.phase, progress.deploymentId, progress.status, ...facts(progress), `${duration(progress.elapsed)}${time}`]
        .filter(part => part !== '')
        .map(part => part.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' '))
        .join('  ');
}
/** Equal as long as nothing worth a line has happened. The percentage counts in tens: it moves with every look. */
function progressKey(progress) {
    const percent = progress.storagePercent === undefined ? undefined : Math.floor(progress.storagePercent / 10) * 10;
    return JSON.stringify([progress.phase, progress.deploymentId, progress.status, facts({ ...progress, storagePercent: percent })]);
}
function facts({ tasks, members, databases, status, storagePercent }) {
    const wanted = status.startsWith('SWITCHOVER') ? 'SWITCHOVER_COMPLETED' : 'AVAILABLE';
    const percent = storagePercent === undefined ? '' : `storage ${Math.floor(storagePercent)}%`;
    return [
        tally('tasks', tasks, 'COMPLETED', task => (task.status === 'IN_PROGRESS' ? task.name : '')),
        tally('members', members.map(member => ({ name: nameIn(member.source ?? ''), status: member.status ?? '' })), wanted, () => ''),
        tally('databases', databases ?? [], 'available', database => `${database.name} ${database.status}`),
        percent
    ];
}
/** `tasks 3/5 (DB_ENGINE_VERSION_UPGRADE)`: what failed, else what is being worked on, else the number alone. */
function tally(noun, all, wanted, say) {
    if (all.length === 0)
        return '';
    const rest = all.filter(one => one.status !== wanted);
    const bad = rest.filter(one => isFailure(one.status) || isDatabaseFailure(one.status)).map(one => `${one.name} ${one.status}`);
    const said = bad.length > 0 ? bad : rest.map(say).filter(words => words !== '');
    const [first] = said;
    const others = said.length > 1 ? `, ${said.length - 1} more` : '';
    return `${noun} ${all.length - rest.length}/${all.length}${first === undefined ? '' : ` (${first}${others})`}`;
}

;// CONCATENATED MODULE: ./lib/reporting/sections.js
/** The parts of a summary below the headline, each empty when it has nothing to say. */





/** More than this, and what follows is no longer seen. */
const EVIDENCE_AT_A_GLANCE = 8;
function evidence({ outcome }, { rows, chars }) {
    const lines = outcome.details;
    if (lines.length === 0)
        return none;
    const shown = list(lines.slice(0, EVIDENCE_AT_A_GLANCE).map(line => markdown_text(line, chars)), rows);
    if (lines.length <= EVIDENCE_AT_A_GLANCE)
        return blocks([md `**Evidence**`, shown]);
    const all = fence('', lines.length > rows ? [...lines.slice(0, rows), `… ${lines.length - rows} more`] : lines, chars);
    return blocks([md `**Evidence**`, shown, details(md `All ${lines.length} lines`, all)]);
}
function members(report, { rows, chars }) {
    if (report.members.length === 0)
        return none;
    const isSwitched = isSwitchedOver(report.outputs) === true;
    const [source, target] = isSwitched ? [md `Old blue`, md `Production`] : [md `Blue`, md `Green`];
    const cells = report.members.map(member => [
        code(member.source, chars),
        code(member.target, chars),
        statusCell(member.status, chars),
        statusCell(member.sourceDatabaseStatus, chars),
        statusCell(member.targetDatabaseStatus, chars)
    ]);
    return blocks([md `### Members`, table([source, target, md `Member status`, md `${source} status`, md `${target} status`], cells, rows)]);
}
/** The one that explains the night must not look like the others. */
const statusCell = (status, chars) => (isBad(status) ? bold(code(status, chars)) : code(status, chars));
const isBad = (status) => isFailure(status) || isDatabaseFailure(status);
function oldDatabases(report, { rows, chars }) {
    if (report.oldDatabases.length === 0)
        return none;
    return blocks([
        md `### Old databases, still costing money`,
        table([md `Name`, md `Resource id`, md `Status`], report.oldDatabases.map(one => [code(one.name, chars), code(one.resourceId, chars), code(one.status, chars)]), rows)
    ]);
}
/** What stopped the run, or would have. */
const sections_isOpen = (check) => check.severity !== 'advice' && (check.verdict === 'not_met' || (check.verdict === 'unknown' && check.severity === 'proof'));
function openChecks(report, { rows, chars }) {
    const open = report.checks.filter(sections_isOpen);
    if (open.length === 0)
        return none;
    const cells = open.map(check => [
        check.verdict === 'unknown' || check.ignored === true
            ? md `${checkCell(check, chars)}<br>${verdictCell(check)}`
            : checkCell(check, chars),
        markdown_text(check.observed, chars),
        markdown_text(check.expected, chars),
        markdown_text(check.remedy, chars)
    ]);
    return blocks([md `### Checks that are not met`, table([md `Check`, md `Observed`, md `Expected`, md `What to do`], cells, rows)]);
}
function otherChecks(report, { rows, chars }) {
    const others = report.checks.filter(check => !sections_isOpen(check));
    if (others.length === 0)
        return none;
    const count = (verdict, words) => {
        const found = others.filter(check => check.verdict === verdict).length;
        return found === 0 ? '' : `${found} ${words}`;
    };
    const counts = [
        count('met', 'met'),
        count('unknown', 'not looked at'),
        count('not_met', 'advice'),
        count('not_applicable', 'not applicable')
    ];
    const noun = others.length === report.checks.length ? 'Checks' : 'Other checks';
    const cells = others.map(check => [checkCell(check, chars), verdictCell(check), markdown_text(check.observed, chars), markdown_text(check.remedy, chars)]);
    return details(markdown_text(`${noun}: ${counts.filter(words => words !== '').join(', ')}`), table([md `Check`, md `Verdict`, md `Observed`, md `What to do`], cells, rows));
}
const checkCell = (check, chars) => md `${markdown_text(check.title, chars)}<br>${code(check.id, chars)}`;
const VERDICTS = {
    met: 'met',
    not_met: 'not met',
    unknown: 'not looked at',
    not_applicable: 'not applicable'
};
const verdictCell = (check) => markdown_text(`${VERDICTS[check.verdict]}${check.ignored === true ? ', overruled' : ''}`);
function planned(report, { rows, chars }) {
    const steps = report.phases.flatMap(phase => phase.planned);
    if (steps.length === 0)
        return none;
    const calls = steps.filter(step => step.input !== undefined).slice(0, rows);
    return blocks([
        md `### What would be done`,
        table([md `Phase`, md `Step`, md `Call`], steps.map(step => [markdown_text(step.phase), markdown_text(step.intent, chars), code(step.operation ?? '', chars)]), rows),
        details(markdown_text('The calls with their parameters'), blocks(calls.flatMap(step => [code(step.operation ?? '', chars), fence('json', jsonLines(step.input, rows), chars)])))
    ]);
}
function jsonLines(value, rows) {
    const lines = (JSON.stringify(value, undefined, 2) ?? '').split('\n');
    return lines.length > rows ? [...lines.slice(0, rows), `… ${lines.length - rows} more lines`] : lines;
}
function phases(report, { rows, chars }) {
    // One phase alone is what the top of the page speaks of.
    if (report.phases.length + report.leftOut.length < 2)
        return none;
    const done = report.phases.map(phase => [
        markdown_text(phase.phase),
        markdown_text(phase.outcome.is.replaceAll('_', ' ')),
        markdown_text(duration(phase.took)),
        markdown_text(phase.outcome.because, chars)
    ]);
    const leftOut = report.leftOut.map(({ phase, because }) => [markdown_text(phase), markdown_text('left out'), none, markdown_text(because, chars)]);
    return blocks([md `### Phases`, table([md `Phase`, md `Outcome`, md `Took`, md `What is true`], [...done, ...leftOut], rows)]);
}
function writes(report, { rows, chars }) {
    if (report.writes.length === 0)
        return none;
    const cells = report.writes.map(write => [
        markdown_text(duration(write.at)),
        markdown_text(write.phase),
        code(write.operation, chars),
        code(write.on, chars),
        markdown_text(write.answer, chars)
    ]);
    const shown = table([md `After`, md `Phase`, md `Call`, md `On`, md `Answer`], cells, rows);
    return isWell(report.outcome.is)
        ? details(md `Changes sent to AWS (${cells.length})`, shown)
        : blocks([md `### Changes sent to AWS`, shown]);
}
const warnings = (report, { rows, chars }) => report.warnings.length === 0
    ? none
    : blocks([
        md `### Warnings`,
        list(report.warnings.map(warning => markdown_text(warning, chars)), rows)
    ]);
const advice = (report, { rows, chars }) => details(md `Advice (${report.advice.length})`, list(report.advice.map(one => markdown_text(one, chars)), rows));
function drift({ outputs }, { rows, chars }) {
    const found = outputs['drift'] ?? '';
    if (found === '')
        return none;
    let value = found;
    try {
        value = JSON.parse(found);
    }
    catch {
        // Shown as it is.
    }
    return blocks([md `### What the code must change`, fence('json', jsonLines(value, rows), chars)]);
}
/** What somebody looks up next, in one line. */
function sections_facts(report) {
    const { arns, outputs } = report;
    const isSwitched = isSwitchedOver(outputs) === true;
    const production = consoleLink(isSwitched ? arns.target : arns.source);
    const other = consoleLink(isSwitched ? arns.old : arns.target);
    const links = [
        production === undefined ? none : markdown_link(markdown_text(isSwitched ? 'production' : 'blue'), production),
        other === undefined ? none : markdown_link(markdown_text(isSwitched ? 'old blue' : 'green'), other),
        consoleLink(arns.deployment) === undefined ? none : markdown_link(markdown_text('deployment'), consoleLink(arns.deployment))
    ];
    const deployment = outputs['deployment-id'] ?? '';
    const seconds = outputs['switchover-seconds'] ?? '';
    const known = [
        deployment === ''
            ? none
            : md `Deployment ${code(deployment, 100)}${(outputs['status'] ?? '') === '' ? none : md ` ${code(outputs['status'] ?? '', 100)}`}`,
        markdown_text(report.region, 60),
        seconds === '' ? none : md `switchover ${markdown_text(seconds, 20)} s`,
        md `run ${markdown_text(duration(report.took))}`,
        report.run.url === '' ? none : markdown_link(markdown_text('workflow run'), report.run.url)
    ];
    const console = join(links, ', ');
    return join([...known, console === '' ? none : md `AWS console: ${console}`], ' · ');
}

;// CONCATENATED MODULE: ./lib/reporting/summary.js
/**
 * The run as one page of Markdown, for GITHUB_STEP_SUMMARY and for comments. First what an on-call engineer needs: how it ended, what
 * production runs, why, what to do. Below it what they may want to look up. Never longer than the limit, whatever the report holds: tables
 * are cut first, then whole parts from the end, so that no table, fence or fold is left open.
 */







/** GitHub refuses the whole summary of a step above 1 MiB (ecosystem facts 1.4); other writers of the same file get the rest. */
const SUMMARY_LIMIT = 1024 * 1024 - 1024;
/** Of a comment, in characters; bytes are never fewer. */
const COMMENT_LIMIT = 65_000;
const ROOMS = [
    { rows: 100, chars: 600 },
    { rows: 40, chars: 300 },
    { rows: 10, chars: 200 },
    { rows: 3, chars: 100 }
];
const bytesOf = (markdown) => new TextEncoder().encode(markdown).length;
function summary(report, limit = SUMMARY_LIMIT) {
    const shown = published(report);
    let parts = [];
    for (const room of ROOMS) {
        parts = partsOf(shown, room);
        const page = `${blocks(parts)}\n`;
        if (bytesOf(page) <= limit)
            return page;
    }
    return `${cut(parts, limit - 1)}\n`;
}
/** From the smallest tables still too much: as many whole parts as there is room for. */
function cut(parts, limit) {
    const note = md `… The rest did not fit; the report file has everything.`;
    let page = none;
    for (const part of parts) {
        const longer = blocks([page, part]);
        if (bytesOf(blocks([longer, note])) > limit)
            break;
        page = longer;
    }
    const whole = blocks([page, note]);
    return bytesOf(whole) <= limit ? whole : '';
}
function partsOf(report, room) {
    return [
        headline(report),
        productionNow(report),
        // Longer than a cell: these two sentences are what the page is for.
        whyAndWhatToDo(report.outcome, 2 * room.chars + 400),
        problemsTable(report.problems ?? [], room.rows, room.chars),
        openChecks(report, room),
        (report.problems ?? []).length > 0 ? none : evidence(report, room),
        whatChanged(report),
        nextStep(report),
        sections_facts(report),
        warnings(report, room),
        drift(report, room),
        planned(report, room),
        oldDatabases(report, room),
        binlogSection(report, room.rows, room.chars),
        members(report, room),
        phases(report, room),
        writes(report, room),
        otherChecks(report, room),
        advice(report, room)
    ];
}
/** Calls keep their ARNs recognizable, since people compare them; in prose the name is enough. */
function published(report) {
    const accounts = accountsOf(report);
    const short = (words) => withoutArns(words, accounts);
    const { arns, startedAt, phases, ...rest } = report;
    return {
        ...mapStrings(rest, short),
        arns,
        startedAt,
        phases: phases.map(({ planned, ...phase }) => ({
            ...mapStrings(phase, short),
            planned: planned.map(step => ({
                ...step,
                intent: short(step.intent),
                input: mapStrings(step.input, words => withoutAccounts(words, accounts))
            }))
        }))
    };
}

;// CONCATENATED MODULE: ./lib/observing/claims.js
/** What a look claims, as short texts: the engine tells how long each has held, and whether anything changes at all. */


const CLAIMS = {
    deploymentAbsent: 'deployment absent',
    productionAbsent: 'production absent',
    namesakeAbsent: 'namesake absent',
    ready: 'ready',
    databasesAvailable: 'databases available',
    noOldBlue: 'no old blue',
    status: (status) => `status ${status}`,
    gone: (resourceId) => `gone ${resourceId}`
};
function claimsOf(now) {
    const claims = [];
    if (now.deployment.is === 'absent')
        claims.push(CLAIMS.deploymentAbsent);
    if (now.deployment.is === 'known')
        claims.push(CLAIMS.status(now.deployment.value.status));
    if (now.production.is === 'absent')
        claims.push(CLAIMS.productionAbsent);
    if (now.namesake.is === 'absent')
        claims.push(CLAIMS.namesakeAbsent);
    if (now.deployment.is === 'known' && now.databases.is === 'known') {
        if (notReady(now).length === 0)
            claims.push(CLAIMS.ready);
        if (databasesNotAvailable(now).length === 0)
            claims.push(CLAIMS.databasesAvailable);
    }
    if (now.oldBlue.is === 'known') {
        if (now.oldBlue.value.length === 0)
            claims.push(CLAIMS.noOldBlue);
        for (const one of now.oldBlue.value)
            if (one.database.is === 'absent')
                claims.push(CLAIMS.gone(one.resourceId));
    }
    return claims;
}
/** Changes whenever something moves; a wait in which it does not change is going nowhere. */
function fingerprintOfProgress(now) {
    const deployment = known_valueOf(now.deployment);
    const databases = [...(known_valueOf(now.databases)?.entries() ?? [])].map(([label, one]) => one.is === 'known' ? [label, one.value.resourceId, one.value.status, one.value.storageOperation?.percent] : [label, one.is]);
    const old = (known_valueOf(now.oldBlue) ?? []).map(one => [
        one.resourceId,
        one.database.is === 'known' ? one.database.value.status : one.database.is
    ]);
    const production = known_valueOf(now.production);
    return JSON.stringify([
        now.deployment.is,
        deployment?.status,
        deployment?.target,
        deployment?.tasks,
        deployment?.members.map(member => [member.source, member.target, member.status]),
        databases,
        old,
        production?.status,
        production?.resourceId
    ]);
}

;// CONCATENATED MODULE: ./lib/rds/faults.js
/** Thrown by our reading layers; carries the fault and the operation it answered. */
class Faulted extends Error {
    fault;
    operation;
    constructor(fault, operation) {
        super(`${operation}: ${fault.code}: ${fault.message}`);
        this.name = 'Faulted';
        this.fault = fault;
        this.operation = operation;
    }
}
const EXPIRED = /^(ExpiredToken|ExpiredTokenException|RequestExpired|TokenRefreshRequired|IDPCommunicationError|InvalidIdentityToken)$/;
const DENIED = /^(AccessDenied|AccessDeniedException|UnauthorizedOperation|AuthFailure|InvalidClientTokenId|UnrecognizedClientException|SignatureDoesNotMatch|OptInRequired|NotAuthorized|AuthorizationNotFound|AuthorizationNotFoundFault|MissingAuthenticationToken|IncompleteSignature)$/;
const THROTTLED = /^(Throttling|ThrottlingException|ThrottledException|RequestThrottled|RequestThrottledException|RequestLimitExceeded|TooManyRequestsException|SlowDown)$/;
const NOT_FOUND = /NotFound(Fault)?$/;
const NO_CREDENTIALS = /^(CredentialsProviderError|CredentialsError|TokenProviderError)$/;
const field = (thrown, name) => typeof thrown === 'object' && thrown !== null ? thrown[name] : undefined;
const faults_text = (value) => (typeof value === 'string' && value !== '' ? value : undefined);
function statusOf(thrown) {
    const status = field(field(thrown, '$metadata'), 'httpStatusCode');
    return typeof status === 'number' ? status : undefined;
}
/** Whether AWS, or the way to it, is speaking at all; a bug of ours is not a fault. */
const isFault = (thrown) => field(thrown, '$metadata') !== undefined ||
    field(thrown, '$fault') !== undefined ||
    typeof field(thrown, 'code') === 'string' ||
    NO_CREDENTIALS.test(faults_text(field(thrown, 'name')) ?? '') ||
    /^(TimeoutError|AbortError)$/.test(faults_text(field(thrown, 'name')) ?? '');
function faultOf(thrown) {
    const name = faults_text(field(thrown, 'name')) ?? '';
    const wire = faults_text(field(thrown, 'Code')) ?? faults_text(field(thrown, 'code')) ?? '';
    const status = statusOf(thrown);
    // error.name is the SDK's class for modelled faults and the wire code for the others (facts 8.1): a plain "Error" tells nothing.
    const code = name === '' || name === 'Error' ? (wire === '' ? 'Error' : wire) : name;
    const message = faults_text(field(thrown, 'message')) ?? String(thrown);
    const fault = (kind) => ({ kind, code, message });
    const is = (shape) => shape.test(name) || shape.test(wire);
    if (is(NO_CREDENTIALS))
        return fault('no_credentials');
    if (is(EXPIRED))
        return fault('expired');
    if (is(THROTTLED) || status === 429)
        return fault('throttled');
    if (is(DENIED))
        return fault('denied');
    if (status !== undefined && status >= 400 && status < 500) {
        if (is(NOT_FOUND) || status === 404)
            return fault('not_found');
        // DBClusterQuotaExceededFault answers with 403 (facts 2.1): only an unnamed 403 is a denial.
        if (status === 403 && !/Fault$|Exceeded/.test(code))
            return fault('denied');
        return fault('refused');
    }
    return fault('lost');
}

;// CONCATENATED MODULE: ./lib/rds/mapping.js

function tagsOf(list) {
    const tags = new Map();
    for (const { Key, Value } of list ?? [])
        if (Key !== undefined)
            tags.set(Key, Value ?? '');
    return tags;
}
function deploymentOf(one) {
    if (one.BlueGreenDeploymentIdentifier === undefined)
        return undefined;
    return {
        id: one.BlueGreenDeploymentIdentifier,
        name: one.BlueGreenDeploymentName ?? '',
        status: one.Status ?? '',
        statusDetails: one.StatusDetails,
        source: one.Source ?? '',
        target: one.Target,
        members: (one.SwitchoverDetails ?? []).map(member => ({
            source: member.SourceMember,
            target: member.TargetMember,
            status: member.Status
        })),
        tasks: one.Tasks?.map(task => ({ name: task.Name ?? '', status: task.Status ?? '' })),
        createTime: one.CreateTime,
        tags: one.TagList === undefined ? unknown('RDS did not list the tags') : known(tagsOf(one.TagList))
    };
}
const ABSENT_EVERYWHERE = {
    readerEndpoint: undefined,
    cluster: undefined,
    replicaOf: undefined,
    replicas: [],
    members: [],
    customEndpoints: [],
    globalCluster: undefined,
    instanceClass: undefined,
    storageThroughput: undefined,
    storageConfigUpgradeAvailable: undefined,
    storageOperation: undefined,
    parameterApplyStatus: undefined
};
function instanceOf(one) {
    if (one.DBInstanceIdentifier === undefined || one.DbiResourceId === undefined || one.DBInstanceArn === undefined)
        return undefined;
    const group = one.DBParameterGroups?.[0];
    const percent = one.StorageOperationPercentProgress ?? (one.PercentProgress === undefined ? undefined : Number.parseInt(one.PercentProgress, 10));
    return {
        ...ABSENT_EVERYWHERE,
        kind: 'instance',
        name: one.DBInstanceIdentifier,
        arn: one.DBInstanceArn,
        resourceId: one.DbiResourceId,
        status: one.DBInstanceStatus ?? '',
        engine: one.Engine ?? '',
        engineVersion: one.EngineVersion ?? '',
        endpoint: one.Endpoint?.Address,
        port: one.Endpoint?.Port ?? one.DbInstancePort,
        parameterGroup: group?.DBParameterGroupName,
        parameterApplyStatus: group?.ParameterApplyStatus,
        instanceClass: one.DBInstanceClass,
        storageType: one.StorageType,
        allocatedStorage: one.AllocatedStorage,
        iops: one.Iops,
        storageThroughput: one.StorageThroughput,
        kmsKeyId: one.KmsKeyId,
        storageEncrypted: one.StorageEncrypted,
        storageConfigUpgradeAvailable: one.IsStorageConfigUpgradeAvailable,
        storageOperation: one.StorageOperationStatus === undefined ? undefined : { status: one.StorageOperationStatus, percent },
        deletionProtection: one.DeletionProtection,
        replicaOf: one.ReadReplicaSourceDBInstanceIdentifier,
        replicas: one.ReadReplicaDBInstanceIdentifiers ?? [],
        cluster: one.DBClusterIdentifier,
        tags: tagsOf(one.TagList)
    };
}
function clusterOf(one) {
    if (one.DBClusterIdentifier === undefined || one.DbClusterResourceId === undefined || one.DBClusterArn === undefined)
        return undefined;
    return {
        ...ABSENT_EVERYWHERE,
        kind: 'cluster',
        name: one.DBClusterIdentifier,
        arn: one.DBClusterArn,
        resourceId: one.DbClusterResourceId,
        status: one.Status ?? '',
        engine: one.Engine ?? '',
        engineVersion: one.EngineVersion ?? '',
        endpoint: one.Endpoint,
        readerEndpoint: one.ReaderEndpoint,
        port: one.Port,
        parameterGroup: one.DBClusterParameterGroup,
        storageType: one.StorageType,
        allocatedStorage: one.AllocatedStorage,
        iops: one.Iops,
        kmsKeyId: one.KmsKeyId,
        storageEncrypted: one.StorageEncrypted,
        deletionProtection: one.DeletionProtection,
        replicaOf: one.ReplicationSourceIdentifier,
        replicas: one.ReadReplicaIdentifiers ?? [],
        members: (one.DBClusterMembers ?? []).flatMap(member => member.DBInstanceIdentifier === undefined ? [] : [{ name: member.DBInstanceIdentifier, writer: member.IsClusterWriter === true }]),
        customEndpoints: one.CustomEndpoints ?? [],
        globalCluster: one.GlobalClusterIdentifier,
        tags: tagsOf(one.TagList)
    };
}

;// CONCATENATED MODULE: ./lib/rds/looking.js




/** Every page of a Describe. Ends on a marker that repeats, which would otherwise never end. */
async function pages(look, operation, input) {
    const answers = [];
    const markers = new Set();
    let marker;
    do {
        const page = marker === undefined ? input : { ...input, Marker: marker };
        const answer = await look.rds.read(operation, page, look.signal);
        answers.push(answer);
        marker = 'Marker' in answer && typeof answer.Marker === 'string' && answer.Marker !== '' ? answer.Marker : undefined;
        if (marker !== undefined && markers.has(marker))
            break;
        if (marker !== undefined)
            markers.add(marker);
    } while (marker !== undefined);
    return answers;
}
const isNotFound = (thrown) => thrown instanceof Faulted && thrown.fault.kind === 'not_found';
/** Undefined when AWS answered that it is not there. */
async function unlessNotFound(answer) {
    try {
        return await answer;
    }
    catch (thrown) {
        if (isNotFound(thrown))
            return undefined;
        throw thrown;
    }
}
const looking_present = (one) => (one === undefined ? [] : [one]);
async function deploymentById(look, id) {
    const answers = await unlessNotFound(pages(look, 'DescribeBlueGreenDeployments', { BlueGreenDeploymentIdentifier: id }));
    const found = answers?.flatMap(answer => answer.BlueGreenDeployments ?? []).flatMap(one => looking_present(deploymentOf(one))) ?? [];
    const one = found.find(deployment => deployment.id.toLowerCase() === id.toLowerCase());
    return one === undefined ? known_absent : known(one);
}
/** Filter values are case-sensitive and have no wildcards (facts 2.2); a filter without a match is an empty list or a fault: both. */
async function deploymentsWhere(look, name, value) {
    const filters = [{ Name: name, Values: [value] }];
    const answers = await unlessNotFound(pages(look, 'DescribeBlueGreenDeployments', { Filters: filters }));
    return answers?.flatMap(answer => answer.BlueGreenDeployments ?? []).flatMap(one => looking_present(deploymentOf(one))) ?? [];
}
const deploymentArn = (deployment) => arn_siblingArn(deployment.source, 'deployment', deployment.id);
/** The tags, from the deployment itself where RDS listed them, else asked for. Optional permission: without it they stay unknown. */
async function tagsOfDeployment(look, deployment) {
    if (deployment.tags.is === 'known' && deployment.tags.value.size > 0)
        return deployment.tags;
    try {
        const answer = await look.rds.read('ListTagsForResource', { ResourceName: deploymentArn(deployment) }, look.signal);
        return known(tagsOf(answer.TagList));
    }
    catch (thrown) {
        if (!(thrown instanceof Faulted))
            throw thrown;
        if (deployment.tags.is === 'known')
            return deployment.tags;
        return unknown(thrown.message);
    }
}
const INSTANCE_FILTER = { name: 'db-instance-id', 'resource-id': 'dbi-resource-id' };
const CLUSTER_FILTER = { name: 'db-cluster-id', 'resource-id': 'db-cluster-resource-id' };
async function describe(look, kind, filters) {
    const input = filters.length === 0 ? {} : { Filters: [...filters] };
    if (kind === 'instance') {
        const answers = await pages(look, 'DescribeDBInstances', input);
        return answers.flatMap(answer => answer.DBInstances ?? []).flatMap(one => looking_present(instanceOf(one)));
    }
    const answers = await pages(look, 'DescribeDBClusters', input);
    return answers.flatMap(answer => answer.DBClusters ?? []).flatMap(one => looking_present(clusterOf(one)));
}
/**
 * The databases of one kind that exist among those asked for, in one request where RDS allows it. Whether a filter that matches
 * nothing is an empty list or a not-found fault is undocumented, so a fault for several is asked again one by one.
 */
async function databases(look, kind, which) {
    if (which.by === 'all')
        return describe(look, kind, []);
    if (which.values.length === 0)
        return [];
    const name = (kind === 'instance' ? INSTANCE_FILTER : CLUSTER_FILTER)[which.by];
    try {
        return await describe(look, kind, [{ Name: name, Values: [...which.values] }]);
    }
    catch (thrown) {
        if (!isNotFound(thrown))
            throw thrown;
        if (which.values.length === 1)
            return [];
        const single = await Promise.all(which.values.map(value => databases(look, kind, { by: which.by, values: [value] })));
        return single.flat();
    }
}
async function databaseByName(look, kind, name) {
    const found = await databases(look, kind, { by: 'name', values: [name.toLowerCase()] });
    const one = found.find(database => database.name.toLowerCase() === name.toLowerCase());
    return one === undefined ? known_absent : known(one);
}
async function databaseByResourceId(look, kind, resourceId) {
    const found = await databases(look, kind, { by: 'resource-id', values: [resourceId] });
    const one = found.find(database => database.resourceId === resourceId);
    return one === undefined ? known_absent : known(one);
}
/** `db:orders` / `cluster:orders`, the label of `domain/arn.ts`. */
const labelOfDatabase = (database) => `${database.kind === 'instance' ? 'db' : 'cluster'}:${database.name.toLowerCase()}`;
/** Looks up every instance and cluster among these ARNs, one request a kind; custom endpoints have no databases of their own. */
async function databasesByArn(look, arns) {
    const names = (type) => [
        ...new Set(arns.filter(arn => arn_parseArn(arn)?.type === type).map(arn => nameIn(arn).toLowerCase()))
    ];
    const instances = names('db');
    const clusters = names('cluster');
    const [foundInstances, foundClusters] = await Promise.all([
        databases(look, 'instance', { by: 'name', values: instances }),
        databases(look, 'cluster', { by: 'name', values: clusters })
    ]);
    const byLabel = new Map();
    for (const name of instances)
        byLabel.set(`db:${name}`, known_absent);
    for (const name of clusters)
        byLabel.set(`cluster:${name}`, known_absent);
    for (const database of [...foundInstances, ...foundClusters])
        byLabel.set(labelOfDatabase(database), known(database));
    return byLabel;
}

;// CONCATENATED MODULE: ./lib/waiting/steadiness.js
/** What is claimed now stays or begins; what is not claimed any more is forgotten. Pure. */
function hold(before, claims, elapsed) {
    const after = new Map();
    for (const claim of claims) {
        const held = before.get(claim);
        after.set(claim, held === undefined ? { looks: 1, since: elapsed, until: elapsed } : { looks: held.looks + 1, since: held.since, until: elapsed });
    }
    return after;
}
/** Claimed at two looks or more, the first and the last at least so many milliseconds apart, and at every look between. */
function hasHeld(steadiness, claim, milliseconds) {
    const held = steadiness.get(claim);
    return held !== undefined && held.looks >= 2 && held.until - held.since >= milliseconds;
}

;// CONCATENATED MODULE: ./lib/engine/endings.js

const permissionOf = (operation) => (operation === 'GetMetricData' ? 'cloudwatch:GetMetricData' : `rds:${operation}`);
function endOfFault(fault, operation, since, inputs) {
    const ending = (reason, because, remedy) => ({ is: 'failed', reason, because, remedy });
    const words = `${fault.code}: ${fault.message}`;
    switch (fault.kind) {
        case 'expired':
            return ending('credentials_expired', `the AWS credentials have expired (${words}); what was asked for goes on in AWS`, 'run the same step again with fresh credentials: it goes on from what it finds');
        case 'no_credentials':
            return ending('access_denied', `no AWS credentials were found (${words})`, 'run aws-actions/configure-aws-credentials in a step before this one');
        case 'denied':
            return ending('access_denied', `AWS does not allow ${permissionOf(operation)}: ${words}`, `allow ${permissionOf(operation)} to the role of this step`);
        case 'throttled':
            return ending('throttled', `AWS has throttled ${operation} for ${duration(since)} (${words})`, 'run the same step again later: it goes on from what it finds');
        case 'lost':
            return ending('aws_unreachable', `AWS has not answered ${operation} in ${inputs.awsRegion} for ${duration(since)} (${words})`, 'check aws-region, the endpoint and the network, then run the same step again');
        case 'refused':
        case 'not_found':
            return ending('unexpected_error', `AWS refused ${operation}: ${words}`, 'if the inputs are right, this is a defect of the action: please report it');
    }
}

;// CONCATENATED MODULE: ./lib/rds/events.js

const MINUTES_KEPT = 14 * 24 * 60 - 5;
const eventOf = (event) => ({
    date: event.Date,
    message: event.Message ?? '',
    source: event.SourceIdentifier ?? '',
    failure: (event.EventCategories ?? []).includes('failure')
});
async function deploymentEvents(look, deploymentId) {
    const answers = await pages(look, 'DescribeEvents', {
        SourceType: 'blue-green-deployment',
        SourceIdentifier: deploymentId,
        Duration: MINUTES_KEPT
    });
    return answers.flatMap(answer => answer.Events ?? []).map(eventOf);
}
/** Events of one DB instance or cluster over the last minutes. */
async function databaseEvents(look, kind, name, minutes) {
    const which = name === undefined ? {} : { SourceIdentifier: name };
    const answers = await pages(look, 'DescribeEvents', { SourceType: kind, ...which, Duration: Math.ceil(minutes) });
    return answers.flatMap(answer => answer.Events ?? []).map(eventOf);
}
/** RDS-EVENT-0248 (facts 7.1): the API's events carry no id, so by text. */
const switchoverCompletedAt = (events) => events.find(event => /^Switchover completed on blue\/green deployment/i.test(event.message))?.date;
const COORDINATES = /Binary log coordinates in green environment after switchover: file (\S+) and position (\d+)/;
/** Facts 5.3: emitted under green's old name, without an event id; the crash-recovery message looks alike and is not meant. */
const binlogCoordinates = (events) => events.flatMap(event => {
    const found = COORDINATES.exec(event.message);
    return found === null ? [] : [{ database: event.source, file: found[1] ?? '', position: found[2] ?? '' }];
});

;// CONCATENATED MODULE: ./lib/engine/evidence.js
/** Why it went wrong, in RDS's own words: status details, failure events, the end of the upgrade pre-check log (rule 5). All optional. */







const NOTHING_GATHERED = { details: [], warnings: [], binlog: [] };
/** Facts 9.5; a file of another name is not an upgrade log. */
const UPGRADE_LOG = /pg_upgrade_precheck|pg_upgrade_internal|PrePatchCompatibility|upgradeFailure|upgrade-prechecks/i;
const LOG_LINES = 40;
const EVENTS = 10;
const when = (event) => `${event.date === undefined ? '' : `${event.date.toISOString()} `}${event.message}`;
/** Each piece in its own try: without the permission there is a warning and less detail (rule 16). */
async function optionally(pieces) {
    const details = [];
    const warnings = [];
    for (const piece of pieces) {
        try {
            details.push(...(await piece()));
        }
        catch (thrown) {
            if (!(thrown instanceof Faulted))
                throw thrown;
            warnings.push(`less detail: ${thrown.fault.kind === 'denied' ? `rds:${thrown.operation} is not allowed` : thrown.message}`);
        }
    }
    return { details, warnings };
}
function fromDeployment(deployment) {
    const lines = [];
    if (deployment.statusDetails !== undefined && deployment.statusDetails !== '')
        lines.push(`status details: ${deployment.statusDetails}`);
    for (const task of deployment.tasks ?? [])
        if (isFailure(task.status))
            lines.push(`task ${task.name}: ${task.status}`);
    for (const member of deployment.members)
        if (isFailure(member.status))
            lines.push(`member ${nameIn(member.source ?? member.target ?? '')}: ${member.status ?? ''}`);
    return lines;
}
async function failureEvents(look, deployment) {
    const events = await deploymentEvents(look, deployment.id);
    return events
        .filter(event => event.failure)
        .slice(-EVENTS)
        .map(event => `event: ${when(event)}`);
}
const greenInstances = (deployment) => [
    ...new Set([deployment.target, ...deployment.members.map(member => member.target)]
        .filter((arn) => arn_parseArn(arn ?? '')?.type === 'db')
        .map(nameIn))
];
async function instanceEvents(look, name) {
    const events = await databaseEvents(look, 'db-instance', name, 24 * 60);
    return events
        .filter(event => event.failure || /fail|incompatib|can't be upgraded|terminated|error/i.test(event.message))
        .slice(-EVENTS)
        .map(event => `event of ${name}: ${when(event)}`);
}
async function upgradeLog(look, name) {
    const answers = await pages(look, 'DescribeDBLogFiles', { DBInstanceIdentifier: name });
    const files = answers.flatMap(answer => answer.DescribeDBLogFiles ?? []).filter(file => UPGRADE_LOG.test(file.LogFileName ?? ''));
    const newest = files.sort((a, b) => (b.LastWritten ?? 0) - (a.LastWritten ?? 0))[0]?.LogFileName;
    if (newest === undefined)
        return [];
    const portion = await look.rds.read('DownloadDBLogFilePortion', { DBInstanceIdentifier: name, LogFileName: newest, NumberOfLines: 200 }, look.signal);
    const lines = (portion.LogFileData ?? '').split('\n').filter(line => line.trim() !== '');
    return lines.length === 0 ? [] : [`end of ${newest} on ${name}:`, ...lines.slice(-LOG_LINES).map(line => `  ${line}`)];
}
/** MySQL family: where an external replica goes on from (facts 5.3). */
async function coordinates(look, now, deployment) {
    const production = known_valueOf(databaseAt(now, deployment.target));
    if (production === undefined || !/mysql|mariadb/.test(production.engine))
        return NOTHING_GATHERED;
    const since = known_valueOf(now.memory)?.switchedOverAt ?? known_valueOf(now.switchedOverAt);
    const minutes = since === undefined ? 60 : Math.min(14 * 24 * 60 - 5, (look.clock.date().getTime() - since.getTime()) / 60_000 + 60);
    try {
        const found = binlogCoordinates(await databaseEvents(look, 'db-instance', undefined, Math.max(60, minutes)));
        const ours = found.filter(one => [...deployment.members.map(member => nameIn(member.target ?? '')), production.name].some(name => one.database === name || one.database.startsWith(`${name}-green-`)));
        return { details: [], warnings: [], binlog: ours };
    }
    catch (thrown) {
        if (!(thrown instanceof Faulted))
            throw thrown;
        return { details: [], binlog: [], warnings: [`the binary log coordinates could not be read: ${thrown.message}`] };
    }
}
async function gather(look, now, evidence) {
    const deployment = known_valueOf(now.deployment);
    if (deployment === undefined || evidence === undefined || look.signal.aborted)
        return NOTHING_GATHERED;
    switch (evidence) {
        case 'coordinates':
            return coordinates(look, now, deployment);
        case 'switchover': {
            const found = await optionally([() => failureEvents(look, deployment)]);
            return { ...found, details: [...fromDeployment(deployment), ...found.details], binlog: [] };
        }
        case 'provisioning': {
            const greens = greenInstances(deployment).slice(0, 3);
            const found = await optionally([
                () => failureEvents(look, deployment),
                ...greens.flatMap(name => [() => instanceEvents(look, name), () => upgradeLog(look, name)])
            ]);
            return { ...found, details: [...fromDeployment(deployment), ...found.details], binlog: [] };
        }
    }
}

;// CONCATENATED MODULE: ./lib/engine/ledger.js
/** Every write of this run, sent through one place: what was asked, what became of it, and what a later look showed. */


const sameCall = (one, other) => one.operation === other.operation && JSON.stringify(one.input) === JSON.stringify(other.input);
/** Accepted, or perhaps: something may have changed in AWS. */
const mayHaveHappened = (entry) => entry.answer === 'accepted' || entry.answer.kind === 'lost';
/** What a call is about, in words a log line can bear. */
function subjectOf(call) {
    switch (call.operation) {
        case 'CreateBlueGreenDeployment':
            return call.input.BlueGreenDeploymentName ?? '';
        case 'SwitchoverBlueGreenDeployment':
        case 'DeleteBlueGreenDeployment':
            return call.input.BlueGreenDeploymentIdentifier ?? '';
        case 'AddTagsToResource':
            return `${nameIn(call.input.ResourceName ?? '')} (${(call.input.Tags ?? []).map(tag => tag.Key ?? '').join(', ')})`;
        case 'ModifyDBInstance':
        case 'DeleteDBInstance':
            return call.input.DBInstanceIdentifier ?? '';
        case 'ModifyDBCluster':
        case 'DeleteDBCluster':
            return call.input.DBClusterIdentifier ?? '';
    }
}
class Ledger {
    entries = [];
    reports = [];
    /** Sent once; after any error a look has to tell what became of it (rule 4). */
    async send(rds, step, phase, clock, signal) {
        const at = clock.elapsed();
        let answer = 'accepted';
        try {
            await dispatch(rds, step.call, signal);
        }
        catch (thrown) {
            answer = faultOf(thrown);
        }
        const entry = { step, answer, at, shown: false, looks: 0, seen: [] };
        this.entries.push(entry);
        this.reports.push({
            phase,
            operation: step.call.operation,
            on: subjectOf(step.call),
            answer: answer === 'accepted' ? 'accepted' : `${answer.kind}: ${answer.code}`,
            at
        });
        return entry;
    }
    /** What the newest look shows of what was written. */
    look(now) {
        for (const entry of this.entries) {
            entry.looks += 1;
            if (entry.step.shows(now))
                entry.shown = true;
            const status = now.deployment.is === 'known' ? now.deployment.value.status : undefined;
            if (status !== undefined && !entry.seen.includes(status))
                entry.seen.push(status);
        }
    }
    written() {
        return this.entries.map(entry => ({
            call: entry.step.call,
            answer: entry.answer,
            at: entry.at,
            shown: entry.shown,
            seen: [...entry.seen]
        }));
    }
    same(call) {
        return this.entries.filter(entry => sameCall(entry.step.call, call));
    }
    changed() {
        return this.entries.some(mayHaveHappened);
    }
}
/** One line an operation, so that the call and its input stay of one type. */
function dispatch(rds, call, signal) {
    switch (call.operation) {
        case 'CreateBlueGreenDeployment':
            return rds.write(call.operation, call.input, signal);
        case 'SwitchoverBlueGreenDeployment':
            return rds.write(call.operation, call.input, signal);
        case 'DeleteBlueGreenDeployment':
            return rds.write(call.operation, call.input, signal);
        case 'AddTagsToResource':
            return rds.write(call.operation, call.input, signal);
        case 'ModifyDBInstance':
            return rds.write(call.operation, call.input, signal);
        case 'ModifyDBCluster':
            return rds.write(call.operation, call.input, signal);
        case 'DeleteDBInstance':
            return rds.write(call.operation, call.input, signal);
        case 'DeleteDBCluster':
            return rds.write(call.operation, call.input, signal);
    }
}

;// CONCATENATED MODULE: ./lib/reporting/when-to-print.js
const MINUTE = 60_000;
const PAUSES = [1 * MINUTE, 2 * MINUTE, 5 * MINUTE];
const LAST_PAUSE = 10 * MINUTE;
/** What to remember when the line is to be printed; undefined when it is not. */
function whenToPrint(last, key, now) {
    if (last === undefined || last.key !== key)
        return { key, at: now, beats: 0 };
    if (now - last.at < (PAUSES[last.beats] ?? LAST_PAUSE))
        return undefined;
    return { key, at: now, beats: last.beats + 1 };
}

;// CONCATENATED MODULE: ./lib/engine/narrator.js
/** Lines while waiting: one when something changes and a heartbeat now and then. */



class Narrator {
    #phase;
    #reporter;
    #deadline;
    #last;
    constructor(phase, reporter, deadline) {
        this.#phase = phase;
        this.#reporter = reporter;
        this.#deadline = deadline;
    }
    waiting(now, step, elapsed, at) {
        const deployment = known_valueOf(now.deployment);
        const databases = [...(known_valueOf(now.databases)?.values() ?? [])].flatMap(one => (one.is === 'known' ? [one.value] : []));
        const percents = databases.flatMap(one => (one.storageOperation?.percent === undefined ? [] : [one.storageOperation.percent]));
        const old = (known_valueOf(now.oldBlue) ?? []).flatMap(one => (one.database.is === 'known' ? [one.database.value] : []));
        const progress = {
            phase: this.#phase,
            deploymentId: deployment?.id ?? '',
            status: deployment?.status ?? '',
            tasks: deployment?.tasks ?? [],
            members: deployment?.members ?? [],
            databases: databases.length > 0 ? databases : old,
            storagePercent: percents.length === 0 ? undefined : Math.min(...percents),
            elapsed,
            left: step.toTheEnd === true ? undefined : Math.max(0, this.#deadline - at)
        };
        // Building and switching say all in tasks, members and databases; any other wait has a reason worth reading.
        const why = deployment !== undefined && (step.pace === 'provisioning' || step.pace === 'switching') && !step.intent.includes('"')
            ? ''
            : step.intent;
        const printed = whenToPrint(this.#last, `${progressKey(progress)} ${why.replaceAll(/\d+(\.\d+)?/g, '#')}`, at);
        if (printed === undefined)
            return;
        this.#last = printed;
        this.#reporter.say(why === '' ? progressLine(progress) : `${progressLine(progress)}  ${why}`);
    }
}

;// CONCATENATED MODULE: ./lib/engine/drive.js
/** The engine: look, plan, do the first thing, look again. The only place that writes, waits, gives up or is cancelled. */











const SECOND = 1000;
const drive_MINUTE = 60 * SECOND;
/** The same call is never sent more often (design, "The story of every run"). */
const TIMES = 3;
/** Until a look shows what was accepted: a limit, never shrunk. */
const SHOWN_WITHIN = 10 * drive_MINUTE;
/** An optional note that no look shows holds nothing up. */
const OPTIONAL_WITHIN = drive_MINUTE;
/** A look may be this old (rule 19): before that, nothing is known of a write whose reply was lost. */
const STALE = 30 * SECOND;
/** Looks that keep failing: shorter before the first one worked, when it may be the wrong endpoint. */
const UNREACHABLE = { first: 2 * drive_MINUTE, later: 15 * drive_MINUTE };
/** Without any change (rule 7). Building and deleting are bounded by the run alone. */
const PATIENCE = 30 * drive_MINUTE;
const ON = { go: 'on' };
const stop = (is, reason, because, remedy = '') => ({
    go: 'stop',
    ending: { is, reason, because, remedy }
});
/** One phase from its first look to its end. One instance a phase and run; nothing of it outlives the run. */
class Drive {
    #course;
    /** Readable from outside: a phase that throws has still written what it wrote. */
    ledger = new Ledger();
    #narrator;
    #warnings = [];
    #started;
    #now;
    #first;
    #steady = new Map();
    #seen = [];
    #checks = [];
    #planned = [];
    #progress = '';
    #changedAt;
    #lookedAt;
    #failedLooks = 0;
    #throttledLooks = 0;
    /** Something was missing and was done or waited for; confirming what was there does not count. */
    #did = false;
    #mismatches = 0;
    constructor(course) {
        this.#course = course;
        this.#started = course.world.clock.elapsed();
        this.#changedAt = this.#started;
        this.#lookedAt = this.#started;
        this.#narrator = new Narrator(course.phase.name, course.world.reporter, course.deadline);
    }
    async run() {
        for (;;) {
            const turn = await this.#turn();
            if (turn.go === 'stop')
                return this.#end(turn.ending);
        }
    }
    async #turn() {
        if (this.#course.world.signal.aborted)
            return this.#cancelled();
        const looked = await this.#look();
        if (looked !== undefined)
            return looked;
        if (this.#course.world.signal.aborted)
            return this.#cancelled();
        const plan = this.#course.phase.plan(this.#course.inputs, this.#situation());
        if (plan.checks !== undefined)
            this.#checks = plan.checks;
        switch (plan.is) {
            case 'done':
                return {
                    go: 'stop',
                    ending: { ...plan, is: plan.completed === true || this.#did ? 'completed' : 'nothing_to_do', remedy: plan.remedy ?? '' }
                };
            case 'refuse':
                return { go: 'stop', ending: { ...plan, is: plan.outcome } };
            case 'steps': {
                const [step] = plan.steps;
                if (this.#course.inputs.dryRun && (step.do === 'write' || step.pace === 'provisioning' || step.pace === 'switching'))
                    return this.#onlyPlan(plan.steps);
                return step.do === 'write' ? this.#write(step) : this.#wait(step);
            }
        }
    }
    #onlyPlan(steps) {
        this.#planned = plannedSteps(this.#course.phase.name, steps);
        return stop('planned', 'plan_passed', `nothing was changed (dry-run): next would be to ${steps[0]?.intent ?? ''}`, 'run without dry-run to do it');
    }
    /** Undefined when it looked; a turn when it could not and the run ends or tries again. */
    async #look() {
        const { phase, look, inputs, world } = this.#course;
        let now;
        try {
            now = await phase.observe(look, inputs, { before: this.#now, written: this.ledger.written() });
        }
        catch (thrown) {
            if (!(thrown instanceof Faulted))
                throw thrown;
            if (world.signal.aborted)
                return this.#cancelled();
            return this.#failedLook(thrown);
        }
        const elapsed = world.clock.elapsed();
        this.#lookedAt = elapsed;
        this.#failedLooks = 0;
        this.#throttledLooks = 0;
        this.#now = now;
        this.#first ??= now;
        this.#steady = hold(this.#steady, claimsOf(now), elapsed);
        this.ledger.look(now);
        const status = known_valueOf(now.deployment)?.status;
        if (status !== undefined && this.#seen.at(-1) !== status)
            this.#seen.push(status);
        const progress = fingerprintOfProgress(now);
        if (progress !== this.#progress)
            this.#changedAt = elapsed;
        this.#progress = progress;
        this.#course.know(now);
        return undefined;
    }
    async #failedLook({ fault, operation }) {
        const { world, pace } = this.#course;
        const passing = fault.kind === 'throttled' || fault.kind === 'lost';
        const limit = this.#first === undefined ? UNREACHABLE.first : UNREACHABLE.later;
        const since = world.clock.elapsed() - this.#lookedAt;
        const over = world.clock.elapsed() >= this.#course.deadline;
        if (!passing || since >= limit || over)
            return { go: 'stop', ending: endOfFault(fault, operation, since, this.#course.inputs) };
        this.#failedLooks += 1;
        if (fault.kind === 'throttled')
            this.#throttledLooks += 1;
        if (this.#failedLooks === 1)
            world.reporter.say(`${operation} was not answered (${fault.code}: ${fault.message}); looking again, for at most ${duration(limit)}`);
        await this.#sleep(pace.pause('settling', world.random, this.#throttledLooks) * Math.min(6, this.#failedLooks));
        return ON;
    }
    #situation() {
        const { world, pace } = this.#course;
        const now = this.#seenNow();
        return {
            now,
            first: this.#first ?? now,
            written: this.ledger.written(),
            steady: this.#steady,
            seen: this.#seen,
            elapsed: world.clock.elapsed() - this.#started,
            at: world.clock.elapsed(),
            date: world.clock.date(),
            pace,
            run: world.run
        };
    }
    #seenNow() {
        if (this.#now === undefined)
            throw new Error('planned before the first look');
        return this.#now;
    }
    async #wait(step) {
        const { world, pace, deadline } = this.#course;
        const elapsed = world.clock.elapsed();
        if (step.pace !== 'confirming' && step.pace !== 'gate')
            this.#did = true;
        this.#narrator.waiting(this.#seenNow(), step, elapsed - this.#started, elapsed);
        if (step.toTheEnd !== true && elapsed >= deadline)
            return this.#timedOut(step.intent);
        const patience = step.patience ?? (step.pace === 'provisioning' ? undefined : PATIENCE);
        if (patience !== undefined && elapsed - this.#changedAt >= patience) {
            return stop('timed_out', 'no_progress', `nothing has changed for ${duration(patience)}: ${step.intent}`, 'look at the database in the console; the same step run again goes on from here');
        }
        const pause = pace.pause(step.pace, world.random, this.#throttledLooks);
        // The last look is at the deadline, not after it.
        await this.#sleep(step.toTheEnd === true ? pause : Math.min(pause, Math.max(0, deadline - elapsed)));
        return ON;
    }
    #timedOut(intent) {
        return stop('timed_out', 'wait_timed_out', `wait-timeout-minutes (${this.#course.inputs.waitTimeoutMinutes}) is over: ${intent}`, 'run the same step again: it goes on from here, and RDS goes on meanwhile');
    }
    async #write(step) {
        const { world, pace, phase } = this.#course;
        const open = this.#outstanding();
        if (open !== undefined)
            return open === 'settle'
                ? this.#wait({ do: 'wait', intent: `waiting until RDS shows it: ${this.ledger.entries.at(-1)?.step.intent ?? ''}`, pace: 'settling' })
                : open;
        const before = this.ledger.same(step.call);
        const last = before.at(-1);
        const again = last === undefined ? undefined : this.#again(step, last.answer, before.length);
        if (again !== undefined)
            return again;
        const short = this.#outOfTime(step);
        if (short !== undefined)
            return short;
        if (step.bearer !== undefined && !(await this.#bears(step.bearer)))
            return this.#mismatch(step);
        if (world.signal.aborted)
            return this.#cancelled();
        this.#did = true;
        world.reporter.say(`${phase.name}  ${step.intent}`);
        const entry = await this.ledger.send(world.rds, step, phase.name, world.clock, world.signal);
        return this.#afterWrite(entry, pace);
    }
    /** After a write the next one waits until a look shows it (rule 19). `settle`: look again first. */
    #outstanding() {
        const { world, pace } = this.#course;
        for (const entry of this.ledger.entries) {
            if (entry.shown || !mayHaveHappened(entry))
                continue;
            const since = world.clock.elapsed() - entry.at;
            if (entry.answer === 'accepted') {
                if (entry.step.optional === true && since > pace.scaled(OPTIONAL_WITHIN))
                    continue;
                if (since <= SHOWN_WITHIN)
                    return 'settle';
                return stop('failed', 'no_progress', `RDS accepted "${entry.step.intent}" and does not show it`, 'look at it in the console, then run the same step again');
            }
            if (since < pace.scaled(STALE) || entry.looks < 2)
                return 'settle';
        }
        return undefined;
    }
    /** The plan wants what was sent before: only where that can change anything, and never more than three times. */
    #again(step, answer, times) {
        const what = `"${step.intent}"`;
        if (step.once === true && (answer === 'accepted' || answer.kind === 'lost'))
            return stop('failed', 'no_progress', `${what} was asked for once and is not sent twice`, 'look at it with mode: status');
        if (answer === 'accepted' || answer.kind === 'lost') {
            return times < TIMES
                ? undefined
                : stop('failed', 'no_progress', `${what} was sent ${times} times and nothing of it is to be seen`, 'look at it in the console, then run the same step again');
        }
        if (answer.kind === 'throttled')
            return times < TIMES
                ? undefined
                : stop('failed', 'throttled', `RDS throttled ${what} ${times} times`, 'run the same step again later');
        // A state may pass, and a name may belong to what a look does not show yet; any other refusal stands.
        const passes = /^InvalidDB\w*State|^InvalidBlueGreenDeploymentState|AlreadyExists|NotFound/.test(answer.code);
        if (passes && times < TIMES)
            return undefined;
        return {
            go: 'stop',
            ending: {
                is: 'failed',
                reason: step.refused.reason,
                because: `RDS refused ${what}: ${answer.code}: ${answer.message}`,
                remedy: step.refused.remedy
            }
        };
    }
    #outOfTime(step) {
        const { world, deadline } = this.#course;
        const left = deadline - world.clock.elapsed();
        if (left <= 0 || (step.needs !== undefined && left < step.needs)) {
            const needed = step.needs === undefined ? '' : `, which needs ${duration(step.needs)} of the run`;
            return this.#timedOut(`not begun: ${step.intent}${needed}`);
        }
        const expires = world.expires();
        if (step.needs === undefined || expires === undefined || expires.getTime() - world.clock.date().getTime() >= step.needs)
            return undefined;
        return stop('timed_out', 'wait_timed_out', `the credentials end at ${expires.toISOString()}, too soon to begin: ${step.intent}`, 'run the same step again with fresh credentials');
    }
    /** The delete calls take names only: asked by resource id right before, with nothing in between (rule 2). */
    async #bears({ kind, name, resourceId }) {
        try {
            const found = await databaseByResourceId(this.#course.look, kind, resourceId);
            return found.is === 'known' && found.value.name === name;
        }
        catch (thrown) {
            if (thrown instanceof Faulted)
                return false;
            throw thrown;
        }
    }
    async #mismatch(step) {
        this.#mismatches += 1;
        if (this.#mismatches >= TIMES) {
            return stop('blocked', 'production_in_danger', `${step.bearer?.name ?? ''} does not bear the resource id ${step.bearer?.resourceId ?? ''} any more, or cannot be read: nothing was sent`, 'look who renamed it, then run the same step again');
        }
        return this.#wait({
            do: 'wait',
            intent: `${step.bearer?.name ?? ''} could not be confirmed by its resource id: looking again`,
            pace: 'settling'
        });
    }
    async #afterWrite({ step, answer }, pace) {
        const { world } = this.#course;
        if (answer === 'accepted')
            return ON;
        const words = `${answer.code}: ${answer.message}`;
        switch (answer.kind) {
            case 'denied':
                if (step.optional !== true)
                    break;
                this.#warn(`left out: ${step.intent} (${step.call.operation} is not allowed)`);
                return ON;
            case 'no_credentials':
            case 'expired':
                break;
            case 'lost':
                if (world.signal.aborted)
                    return this.#cancelled();
                world.reporter.say(`the reply was lost (${words}); looking what became of it`);
                await this.#sleep(pace.pause('settling', world.random, 0));
                return ON;
            case 'refused':
            case 'not_found':
            case 'throttled':
                world.reporter.say(`RDS answered ${words}; looking again`);
                await this.#sleep(pace.pause('settling', world.random, 1));
                return ON;
        }
        return { go: 'stop', ending: endOfFault(answer, step.call.operation, 0, this.#course.inputs) };
    }
    #warn(line) {
        this.#warnings.push(line);
        this.#course.world.reporter.warn(line);
    }
    #cancelled() {
        const last = this.ledger.entries.findLast(mayHaveHappened);
        const goesOn = last === undefined ? 'nothing was changed in this phase' : `what was asked for goes on in AWS (${last.step.intent})`;
        return stop('cancelled', 'cancelled', `cancelled: ${goesOn}; nothing is undone`, 'run the same step again: it goes on from what it finds');
    }
    #sleep(milliseconds) {
        return this.#course.world.clock.sleep(milliseconds, this.#course.world.signal);
    }
    async #end({ is, reason, because, remedy, evidence }) {
        const now = this.#now ?? NOTHING_SEEN;
        const gathered = await gather(this.#course.look, now, evidence);
        for (const warning of gathered.warnings)
            this.#warn(warning);
        return {
            outcome: { is, phase: this.#course.phase.name, reason, because, remedy, details: gathered.details },
            now,
            ledger: this.ledger,
            checks: this.#checks,
            planned: this.#planned,
            warnings: this.#warnings,
            binlog: gathered.binlog
        };
    }
}
function plannedSteps(phase, steps) {
    return steps.map(step => step.do === 'write'
        ? { phase, intent: step.intent, operation: step.call.operation, input: { ...step.call.input } }
        : { phase, intent: `wait: ${step.intent}`, operation: undefined, input: undefined });
}

;// CONCATENATED MODULE: ./lib/engine/looking-ahead.js


/** As if everything had looked the same for as long as any plan asks for. */
function settled(now) {
    return new Map(claimsOf(now).map(claim => [claim, { looks: 2, since: Number.NEGATIVE_INFINITY, until: 0 }]));
}
const situationOf = (now, world, pace) => ({
    now,
    first: now,
    written: [],
    steady: settled(now),
    seen: [],
    elapsed: 0,
    at: 0,
    date: world.clock.date(),
    pace,
    run: world.run
});
function lookAhead(phase, inputs, now, world, pace) {
    const plan = phase.plan(inputs, situationOf(now, world, pace));
    const name = phase.name;
    return { plan, planned: plan.is === 'steps' ? plannedSteps(name, plan.steps) : [], then: phase.after(inputs, now) };
}

;// CONCATENATED MODULE: ./lib/domain/engine-version.js
/** Engine versions as RDS prints them: `16.4`, `8.0.36`, `10.11.6`, `16.4-R1`, `11.22-rds.20240418`, `8.0.mysql_aurora.3.08.0`. */
/** Digits compare as numbers, letters as letters; a version that goes on is later than the one it begins with. */
function compareVersions(one, other) {
    const left = engine_version_partsOf(one);
    const right = engine_version_partsOf(other);
    for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
        const difference = compareParts(left[index], right[index]);
        if (difference !== 0)
            return difference;
    }
    return 0;
}
const engine_version_partsOf = (version) => version.toLowerCase().match(/\d+|[a-z_]+/g) ?? [];
function compareParts(one, other) {
    if (one === other)
        return 0;
    if (one === undefined)
        return -1;
    if (other === undefined)
        return 1;
    const isNumber = (part) => /^\d/.test(part);
    if (isNumber(one) && isNumber(other))
        return Math.sign(Number(one) - Number(other));
    if (isNumber(one) !== isNumber(other))
        return isNumber(one) ? 1 : -1;
    return one < other ? -1 : 1;
}
/** The version is what was asked for, or begins with it at the end of a component: `16` is 16.4 and not 160, `16.1` is not 16.10. */
function isAt(version, asked) {
    const [whole, beginning] = [version.toLowerCase(), asked.toLowerCase()];
    return whole === beginning || whole.startsWith(`${beginning}.`) || whole.startsWith(`${beginning}-`);
}
/**
 * What a major upgrade changes. PostgreSQL from 10: the first component. MySQL, MariaDB, PostgreSQL 9: the first two; Aurora MySQL
 * speaks of MySQL's version there. A short form is the major as far as it goes: `8` of MySQL is `8`, which is no major by itself.
 */
function majorOf(engine, version) {
    const [first = '', second] = version.toLowerCase().split(/[.-]/);
    const isOneNumber = engine.toLowerCase().includes('postgres') && Number(first) >= 10;
    return isOneNumber || second === undefined ? first : `${first}.${second}`;
}
/** Undefined of none. */
const newest = (versions) => versions.toSorted(compareVersions).at(-1);
/** The exact version that a short form means: itself if there is one of that name, else the newest that begins with it. */
function resolve(asked, candidates) {
    const exact = candidates.find(version => version.toLowerCase() === asked.toLowerCase());
    return exact ?? newest(candidates.filter(version => isAt(version, asked)));
}

;// CONCATENATED MODULE: ./lib/observing/proof.js
/**
 * The three-fold proof of a switchover (rule 1): the deployment says completed, and every member does, and every production name
 * carries a resource id that is not blue's, at the target version.
 */





/** ARNs of production's own names: from the memory, else from the targets of a completed deployment. */
function productionArns(deployment, memory) {
    if (memory !== undefined && memory.blue.length > 0) {
        return memory.blue.map(one => arn_siblingArn(deployment.source, kindOfResourceId(one.resourceId) === 'cluster' ? 'cluster' : 'db', one.name));
    }
    const side = status_stageOf(deployment.status) === 'completed' ? 'target' : 'source';
    return [
        ...new Set([deployment[side], ...deployment.members.map(member => member[side])].filter((arn) => arn !== undefined && /:(db|cluster):/.test(arn)))
    ];
}
/** Blue's resource ids, which production must not carry any more. Without a memory: those of the databases now called old blue. */
function blueIds(now, deployment, memory) {
    if (memory !== undefined && memory.blue.length > 0)
        return new Set(memory.blue.map(one => one.resourceId));
    const old = deployment.members.flatMap(member => {
        const database = databaseAt(now, member.source);
        return database.is === 'known' ? [database.value.resourceId] : [];
    });
    return new Set(old);
}
function prove(now, deployment, memory, versionAsked) {
    const failed = deployment.members
        .filter(member => isFailure(member.status))
        .map(member => `member ${nameIn(member.target ?? member.source ?? '?')} is ${member.status ?? ''}`);
    if (failed.length > 0)
        return { is: 'failed', because: failed };
    const open = [];
    if (status_stageOf(deployment.status) !== 'completed')
        open.push(`the deployment is ${deployment.status}`);
    if (deployment.members.length === 0)
        open.push('RDS did not list the members');
    for (const member of deployment.members) {
        if (member.status !== 'SWITCHOVER_COMPLETED')
            open.push(`member ${nameIn(member.target ?? member.source ?? '?')} is ${member.status ?? 'without a status'}`);
    }
    const blue = blueIds(now, deployment, memory);
    const version = versionAsked ?? memory?.target.get('engine-version');
    for (const arn of productionArns(deployment, memory))
        open.push(...nameNotProven(now, arn, blue, version));
    return open.length === 0 ? { is: 'proven' } : { is: 'not_yet', because: open };
}
function nameNotProven(now, arn, blue, version) {
    const database = databaseAt(now, arn);
    if (database.is === 'absent')
        return [`${nameIn(arn)} is not there`];
    if (database.is === 'unknown')
        return [`${nameIn(arn)} could not be read: ${database.because}`];
    if (blue.has(database.value.resourceId))
        return [`${nameIn(arn)} still is blue (${database.value.resourceId})`];
    // Newer is at the target too: minor versions move on by themselves between the switchover and a later cleanup.
    if (version !== undefined && !isAt(database.value.engineVersion, version) && compareVersions(database.value.engineVersion, version) < 0)
        return [`${nameIn(arn)} runs ${database.value.engineVersion}, not ${version}`];
    return [];
}
/** No name has moved: every production name still carries blue's resource id. Anything not read is not proven. */
function noNameMoved(now, deployment, memory) {
    if (memory === undefined || memory.blue.length === 0)
        return false;
    const ids = new Map(memory.blue.map(one => [
        `${kindOfResourceId(one.resourceId) === 'cluster' ? 'cluster' : 'db'}:${one.name.toLowerCase()}`,
        one.resourceId
    ]));
    return productionArns(deployment, memory).every(arn => {
        const database = databaseAt(now, arn);
        return database.is === 'known' && database.value.resourceId === ids.get(labelOf(arn));
    });
}

;// CONCATENATED MODULE: ./lib/engine/telling.js
/** The outputs a look gives: set the moment they are known, and never taken back unless they have become untrue. */






const given = (entries) => Object.fromEntries(entries.flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])));
/** The group of a cluster's instances, or of an instance itself. */
const instanceGroup = (database, blue) => database.kind === 'instance' ? database.parameterGroup : blue.find(one => one.kind === 'instance')?.parameterGroup;
function ofProduction(database, blue, memory, switchedOver) {
    const group = instanceGroup(database, blue);
    const clusterGroup = database.kind === 'cluster' ? database.parameterGroup : undefined;
    const before = (remembered, now) => remembered ?? (switchedOver ? undefined : now);
    return given([
        ['source-kind', database.kind],
        ['source-identifier', database.name],
        ['engine', database.engine],
        ['engine-version', database.engineVersion],
        ['engine-version-before', before(memory?.beforeVersion, database.engineVersion)],
        ['parameter-group', group],
        ['parameter-group-before', before(memory?.beforeGroup, group)],
        ['cluster-parameter-group', clusterGroup],
        ['cluster-parameter-group-before', before(memory?.beforeClusterGroup, clusterGroup)],
        ['resource-id', database.resourceId],
        ['resource-id-before', before(memory?.blue[0]?.resourceId, database.resourceId)]
    ]);
}
const ofGreen = (green) => given([
    ['green-identifier', green.name],
    ['green-endpoint', green.endpoint],
    ['green-reader-endpoint', green.readerEndpoint],
    ['green-port', green.port]
]);
const NO_GREEN = { 'green-identifier': '', 'green-endpoint': '', 'green-reader-endpoint': '', 'green-port': '' };
const ofTarget = (now) => {
    const target = known_valueOf(now.target);
    return given([
        ['target-parameter-group', target?.parameterGroup],
        ['target-cluster-parameter-group', target?.clusterParameterGroup]
    ]);
};
function tell(now) {
    const deployment = known_valueOf(now.deployment);
    const memory = known_valueOf(now.memory);
    const blue = known_valueOf(now.blue) ?? [];
    if (deployment === undefined) {
        const production = known_valueOf(now.production);
        return {
            ...ofTarget(now),
            ...(now.deployment.is === 'absent' ? { status: '', ...NO_GREEN } : {}),
            ...(production === undefined ? {} : ofProduction(production, blue, undefined, true))
        };
    }
    const stage = status_stageOf(deployment.status);
    // While it is deleted its ARNs say nothing of which side is which any more; what was told before stays.
    if (stage === 'deleting')
        return { 'deployment-id': deployment.id, 'deployment-name': deployment.name, status: deployment.status, ...NO_GREEN };
    const switchedOver = stage === 'completed';
    const looked = now.databases.is === 'known' ? databaseAt(now, productionArns(deployment, memory)[0]) : notLooked;
    const production = known_valueOf(looked) ?? (switchedOver ? undefined : known_valueOf(now.production));
    const green = known_valueOf(databaseAt(now, deployment.target));
    return {
        'deployment-id': deployment.id,
        'deployment-name': deployment.name,
        status: deployment.status,
        ...(production === undefined ? {} : ofProduction(production, blue, memory, switchedOver)),
        ...(switchedOver ? { ...NO_GREEN, 'old-identifier': nameIn(deployment.source) } : {}),
        ...(green === undefined || switchedOver ? {} : ofGreen(green)),
        ...ofTarget(now),
        ...given([['fingerprint', switchedOver ? undefined : fingerprintOf(now)?.text]])
    };
}

;// CONCATENATED MODULE: ./lib/observing/choosing.js
/** Which deployment a run is about, and which database is production (contract, "Which deployment"). */




const trouble = (reason, because, remedy) => ({ reason, because, remedy });
/** The database named by `source`, as RDS describes it now. */
async function locateProduction(look, inputs) {
    const source = inputs.source;
    if (source === undefined)
        return { production: notLooked, trouble: undefined };
    if (source.is === 'arn') {
        const production = await databaseByName(look, source.arn.type === 'cluster' ? 'cluster' : 'instance', source.arn.name);
        if (production.is !== 'known')
            return { production, trouble: undefined };
        const seen = arn_parseArn(production.value.arn);
        if (seen !== undefined &&
            (seen.account !== source.arn.account || seen.region !== source.arn.region || seen.partition !== source.arn.partition)) {
            return {
                production: notLooked,
                trouble: trouble('account_not_allowed', `the credentials of this run see a database ${source.arn.name} in another account or Region than the ARN given as source`, 'use credentials of the account in the ARN, or correct the ARN')
            };
        }
        return { production, trouble: memberTrouble(production.value) };
    }
    const [instance, cluster] = await Promise.all([
        databaseByName(look, 'instance', source.name),
        databaseByName(look, 'cluster', source.name)
    ]);
    if (instance.is === 'known' && cluster.is === 'known') {
        return {
            production: notLooked,
            trouble: trouble('source_not_found', `source ${source.name} names both a DB instance and a DB cluster (db:${source.name} and cluster:${source.name})`, 'give the ARN of the one that is meant')
        };
    }
    const production = instance.is === 'known' ? instance : cluster;
    return { production, trouble: production.is === 'known' ? memberTrouble(production.value) : undefined };
}
/** Facts G-02: a member of a cluster is not a source of its own. */
function memberTrouble(database) {
    if (database.kind !== 'instance' || database.cluster === undefined)
        return undefined;
    return trouble('source_not_found', `${database.name} is a member of the DB cluster ${database.cluster}; a deployment is made of the whole cluster`, `give source: ${database.cluster}`);
}
const choosing_list = (deployments) => deployments
    .map(one => `${one.id} (${one.name}, ${one.status}, created ${one.createTime?.toISOString() ?? 'at an unknown time'})`)
    .join('; ');
const choosing_newest = (deployments) => [...deployments].sort((a, b) => (b.createTime?.getTime() ?? 0) - (a.createTime?.getTime() ?? 0))[0];
const chosen = (deployment, stands) => ({ deployment, greenOf: known_absent, trouble: stands });
/** `open`: the one not completed, else the newest completed. `completed`: the only completed one (`cleanup`). */
async function chooseDeployment(look, inputs, recall, production, prefer) {
    const before = recall.before?.deployment;
    if (before?.is === 'known')
        return chosen(await deploymentById(look, before.value.id));
    if (inputs.deploymentId !== undefined)
        return chosen(...(await byIdentifier(look, inputs, production)));
    if (production.is !== 'known')
        return chosen(production.is === 'absent' ? known_absent : production);
    return bySource(look, production.value, prefer);
}
async function byIdentifier(look, inputs, production) {
    const wanted = inputs.deploymentId;
    if (wanted === undefined)
        return [notLooked, undefined];
    if (wanted.is === 'id')
        return belonging(await deploymentById(look, wanted.id), inputs, production);
    const found = (await deploymentsWhere(look, 'blue-green-deployment-name', wanted.name)).filter(one => one.name === wanted.name);
    if (found.length > 1)
        return [
            notLooked,
            trouble('deployment_unknown', `several deployments are called ${wanted.name}: ${choosing_list(found)}`, 'give deployment-id: bgd-...')
        ];
    const one = found[0];
    return belonging(one === undefined ? known_absent : known(one), inputs, production);
}
/** A `source` beside `deployment-id` must belong to it. */
function belonging(deployment, inputs, production) {
    if (deployment.is !== 'known' || inputs.source === undefined || production.is !== 'known')
        return [deployment, undefined];
    const { id, source, target } = deployment.value;
    const label = labelOf(production.value.arn);
    if (labelOf(source) === label || (target !== undefined && labelOf(target) === label))
        return [deployment, undefined];
    return [
        notLooked,
        trouble('deployment_differs', `deployment ${id} belongs to ${arn_parseArn(source)?.name ?? source}, not to ${production.value.name}`, 'give the source that belongs to deployment-id, or leave source out')
    ];
}
/** RDS rewrites `Source` to the old name at switchover (facts 1.2), so ask by source and by target for the production name's ARN. */
async function bySource(look, production, prefer) {
    const [sourced, targeted] = await Promise.all([
        deploymentsWhere(look, 'source', production.arn),
        deploymentsWhere(look, 'target', production.arn)
    ]);
    const label = labelOf(production.arn);
    const asSource = sourced.filter(one => labelOf(one.source) === label);
    const asTarget = targeted.filter(one => one.target !== undefined && labelOf(one.target) === label);
    const green = asTarget.find(one => ['provisioning', 'available', 'invalid'].includes(status_stageOf(one.status)));
    const moved = asTarget.filter(one => one !== green && status_stageOf(one.status) !== 'deleting');
    const completed = moved.filter(one => status_stageOf(one.status) === 'completed');
    const open = [...asSource, ...moved.filter(one => status_stageOf(one.status) !== 'completed')];
    const leaving = asTarget.filter(one => status_stageOf(one.status) === 'deleting');
    const greenOf = green === undefined ? known_absent : known(green);
    const several = (which, what) => ({
        deployment: notLooked,
        greenOf,
        trouble: trouble('deployment_unknown', `${production.name} has ${which.length} ${what} deployments: ${choosing_list(which)}`, 'give deployment-id: the one that is meant')
    });
    const one = (deployment) => ({
        deployment: deployment === undefined ? known_absent : known(deployment),
        greenOf,
        trouble: undefined
    });
    if (prefer === 'completed') {
        const candidates = [...completed, ...leaving];
        return candidates.length > 1 ? several(candidates, 'completed') : one(candidates[0] ?? (open.length > 1 ? undefined : open[0]));
    }
    return open.length > 1 ? several(open, 'open') : one(open[0] ?? choosing_newest(completed));
}
/** The account RDS names must be one of `allowed-account-ids`. Compared, never printed. */
function accountTrouble(inputs, arn) {
    const account = arn === undefined ? undefined : arn_parseArn(arn)?.account;
    if (inputs.allowedAccountIds.length === 0 || account === undefined || inputs.allowedAccountIds.includes(account))
        return undefined;
    return trouble('account_not_allowed', 'the database is in an account that is not one of allowed-account-ids', 'use credentials of an allowed account, or add the account to allowed-account-ids');
}
/**
 * ARN of production by its own name. The memory knows it whatever RDS has renamed; without one, the source before the switchover and
 * the target after it.
 */
function productionArn(deployment, remembered) {
    const stated = stageOf(deployment.status) === 'completed' ? (deployment.target ?? deployment.source) : deployment.source;
    const type = parseArn(stated)?.type;
    return remembered === undefined || type === undefined ? stated : siblingArn(stated, type, remembered);
}

;// CONCATENATED MODULE: ./lib/inquiries/status.js
/** Read only: what there is of the source or the deployment, and every output that can be told of it. */








async function look(readers, inputs) {
    const { production, trouble } = inputs.source === undefined ? { production: notLooked, trouble: undefined } : await locateProduction(readers, inputs);
    if (trouble !== undefined)
        return { ...NOTHING_SEEN, production, trouble };
    const chosen = await chooseDeployment(readers, inputs, { before: undefined, written: [] }, production, 'open');
    const seen = { ...NOTHING_SEEN, ...chosen, production };
    if (chosen.deployment.is !== 'known')
        return seen;
    const deployment = chosen.deployment.value;
    const tags = await tagsOfDeployment(readers, deployment);
    const memory = tags.is === 'known' ? known(readMemory(tags.value)) : tags;
    return {
        ...seen,
        memory,
        databases: known(await databasesByArn(readers, [...sidesOf(deployment), ...productionArns(deployment, known_valueOf(memory))]))
    };
}
function outcomeOf(now, inputs) {
    const ended = (is, because, remedy = '', details = []) => ({
        is,
        phase: 'status',
        reason: 'status_read',
        because,
        remedy,
        details
    });
    if (now.trouble !== undefined)
        return ended('completed', now.trouble.because, now.trouble.remedy);
    const deployment = known_valueOf(now.deployment);
    const production = known_valueOf(now.production);
    if (deployment === undefined) {
        const runs = production === undefined ? '' : `; ${production.name} runs ${production.engine} ${production.engineVersion}`;
        const wanted = inputs.source?.text ?? (inputs.deploymentId?.is === 'id' ? inputs.deploymentId.id : inputs.deploymentId?.name) ?? '';
        return ended('nothing_to_do', `no deployment was found for ${wanted} in ${inputs.awsRegion}${runs}`);
    }
    const unwell = failuresIn(now);
    const open = status_stageOf(deployment.status) === 'available' ? notReady(now) : [];
    const memory = known_valueOf(now.memory);
    const details = [
        ...(deployment.statusDetails === undefined ? [] : [`status details: ${deployment.statusDetails}`]),
        ...unwell,
        ...open,
        ...(memory?.unread ?? [])
    ];
    return ended('completed', `deployment ${deployment.id} (${deployment.name}) is ${deployment.status}${production === undefined ? '' : `; ${production.name} runs ${production.engine} ${production.engineVersion}`}`, '', [...new Set(details)]);
}
const status_status = {
    name: 'status',
    async answer(readers, inputs) {
        const now = await look(readers, inputs);
        return { outcome: outcomeOf(now, inputs), now };
    }
};

;// CONCATENATED MODULE: ./lib/inquiries/index.js

const inquiries_inquiries = [status_status];

;// CONCATENATED MODULE: ./lib/checks/check.js
function reportOf(check, phase, verdict) {
    const common = { id: check.id, title: check.title, severity: check.severity, verdict: verdict.is, phase };
    switch (verdict.is) {
        case 'met':
            return { ...common, observed: verdict.observed, expected: verdict.expected, remedy: '' };
        case 'not_met':
            return { ...common, observed: verdict.observed, expected: verdict.expected, remedy: verdict.remedy };
        case 'unknown':
            return { ...common, observed: verdict.because, expected: '', remedy: verdict.remedy };
        case 'not_applicable':
            return { ...common, observed: verdict.because, expected: '', remedy: '' };
    }
}
/** Each check of the list against one look. What stops: design, "Severity of checks". */
function judgeAll(checks, phase, now, inputs, date) {
    return checks.map(check => {
        const verdict = check.judge(now, inputs, date);
        const wrong = verdict.is === 'not_met' || (verdict.is === 'unknown' && (check.severity === 'proof' || STOPS_UNKNOWN.has(check.id)));
        const overruled = check.severity === 'blocking' && inputs.ignoreChecks.includes(check.id);
        return { check, verdict, report: reportOf(check, phase, verdict), stops: wrong && check.severity !== 'advice' && !overruled };
    });
}
/** Blocking checks whose unknown also stops: nobody switches over on a lag that nobody has seen. */
const STOPS_UNKNOWN = new Set(['replica-lag-is-within-limit']);
/** One line a check that stops, with what was found. */
const sayStops = (judged) => judged
    .filter(one => one.stops)
    .map(one => `${one.report.title}: ${one.verdict.is === 'unknown' ? `cannot be told (${one.report.observed})` : `no (${one.report.observed})`}`)
    .join('; ');
const remedyOf = (judged) => [...new Set(judged.filter(one => one.stops && one.report.remedy !== '').map(one => one.report.remedy))].join('; ');

;// CONCATENATED MODULE: ./lib/rds/datapoints.js
const datapoints_MINUTE = 60_000;
/** One-minute maxima between two dates, aligned to minutes; a list for each metric asked, in order, missing minutes left out. */
async function maxima(look, asked, from, to) {
    const queries = asked.map((one, index) => ({
        Id: `m${index}`,
        MetricStat: {
            Metric: {
                Namespace: 'AWS/RDS',
                MetricName: one.metric,
                Dimensions: Object.entries(one.dimensions).map(([Name, Value]) => ({ Name, Value }))
            },
            Period: 60,
            Stat: 'Maximum'
        },
        ReturnData: true
    }));
    const found = asked.map(() => []);
    let token;
    do {
        const page = token === undefined ? {} : { NextToken: token };
        const answer = await look.metrics.read('GetMetricData', {
            MetricDataQueries: queries,
            StartTime: new Date(Math.floor(from.getTime() / datapoints_MINUTE) * datapoints_MINUTE),
            EndTime: to,
            ScanBy: 'TimestampAscending',
            ...page
        }, look.signal);
        for (const result of answer.MetricDataResults ?? []) {
            const list = found[Number((result.Id ?? '').slice(1))];
            result.Timestamps?.forEach((at, index) => {
                const value = result.Values?.[index];
                if (list !== undefined && value !== undefined)
                    list.push({ at, value });
            });
        }
        token = answer.NextToken === token ? undefined : answer.NextToken;
    } while (token !== undefined);
    return found;
}

;// CONCATENATED MODULE: ./lib/observing/old-blue.js
/** The databases `cleanup` may touch: by resource id, from the deployment's memory or from the marks; never by name (rule 2). */






const old_blue_MINUTE = 60_000;
/** From the memory of a completed deployment; what somebody else switched over only where `old-resource-ids` lists it. */
async function claimedByDeployment(look, inputs, deployment, memory) {
    if (memory !== undefined && memory.blue.length > 0) {
        return memory.blue.map(one => ({
            resourceId: one.resourceId,
            production: one.name,
            deploymentId: deployment.id,
            switchedOverAt: memory.switchedOverAt
        }));
    }
    if (inputs.oldResourceIds.length === 0)
        return [];
    const sources = deployment.members.flatMap(member => member.source !== undefined && member.target !== undefined ? [{ source: member.source, target: member.target }] : []);
    const found = await databasesByArn(look, sources.map(member => member.source));
    return sources.flatMap(member => {
        const database = known_valueOf(found.get(`${arn_parseArn(member.source)?.type ?? ''}:${nameIn(member.source).toLowerCase()}`) ?? known_absent);
        if (database === undefined || !inputs.oldResourceIds.includes(database.resourceId))
            return [];
        return [
            {
                resourceId: database.resourceId,
                production: nameIn(member.target),
                deploymentId: deployment.id,
                switchedOverAt: memory?.switchedOverAt
            }
        ];
    });
}
/** Every database of the account whose mark is its own and names this deployment, or this production database. */
async function claimedByMarks(look, which) {
    const [instances, clusters] = await Promise.all([databases(look, 'instance', { by: 'all' }), databases(look, 'cluster', { by: 'all' })]);
    return [...clusters, ...instances].flatMap(database => {
        const mark = readMark(database.tags, database.resourceId);
        if (mark === undefined || !which(mark))
            return [];
        return [
            { resourceId: database.resourceId, production: mark.production, deploymentId: mark.deploymentId, switchedOverAt: mark.switchedOverAt }
        ];
    });
}
const finalSnapshotName = (inputs, production, resourceId) => `${inputs.finalSnapshotPrefix}-${production}-${resourceId.slice(-8)}`.toLowerCase();
async function snapshotNamed(look, kind, name) {
    try {
        if (kind === 'instance') {
            const answers = await pages(look, 'DescribeDBSnapshots', { DBSnapshotIdentifier: name });
            const one = answers.flatMap(answer => answer.DBSnapshots ?? []).find(snapshot => snapshot.DBSnapshotIdentifier === name);
            return one === undefined ? known_absent : known({ resourceId: one.DbiResourceId ?? '', status: one.Status ?? '' });
        }
        const answers = await pages(look, 'DescribeDBClusterSnapshots', { DBClusterSnapshotIdentifier: name });
        const one = answers.flatMap(answer => answer.DBClusterSnapshots ?? []).find(snapshot => snapshot.DBClusterSnapshotIdentifier === name);
        return one === undefined ? known_absent : known({ resourceId: one.DbClusterResourceId ?? '', status: one.Status ?? '' });
    }
    catch (thrown) {
        if (!(thrown instanceof Faulted))
            throw thrown;
        return thrown.fault.kind === 'not_found' ? known_absent : unknown(thrown.message);
    }
}
/** A final snapshot is taken of a primary and of a cluster; replicas and members of a cluster have none (facts 6.2, 6.3). */
const takesSnapshot = (database) => database.kind === 'cluster' || (database.replicaOf === undefined && database.cluster === undefined);
/** Who bears the production names now, one request a kind; a name that is not among them is not there. */
async function productionsNow(look, instances, clusters) {
    const lower = (names) => names.map(name => name.toLowerCase());
    const found = await Promise.all([
        databases(look, 'instance', { by: 'name', values: lower(instances) }),
        databases(look, 'cluster', { by: 'name', values: lower(clusters) })
    ]);
    return new Map(found.flat().map(database => [`${database.kind} ${database.name.toLowerCase()}`, known(database)]));
}
async function lookUp(look, inputs, claimed) {
    const ids = (kind) => claimed.map(one => one.resourceId).filter(id => kindOfResourceId(id) === kind);
    const names = (kind) => [
        ...new Set(claimed.filter(one => kindOfResourceId(one.resourceId) === kind).map(one => one.production))
    ];
    const productions = await productionsNow(look, names('instance'), names('cluster'));
    // By resource id last, so that what is decided upon is the newest look.
    const found = (await Promise.all([
        databases(look, 'instance', { by: 'resource-id', values: ids('instance') }),
        databases(look, 'cluster', { by: 'resource-id', values: ids('cluster') })
    ])).flat();
    return Promise.all(claimed.map(async (one) => {
        const kind = kindOfResourceId(one.resourceId);
        const database = found.find(candidate => candidate.resourceId === one.resourceId);
        const wanted = database !== undefined &&
            inputs.deleteOldDatabases &&
            inputs.finalSnapshot &&
            takesSnapshot(database) &&
            database.status !== 'deleting';
        return {
            ...one,
            kind,
            database: database === undefined ? known_absent : known(database),
            mark: database === undefined ? undefined : readMark(database.tags, database.resourceId),
            productionNow: productions.get(`${kind} ${one.production.toLowerCase()}`) ?? known_absent,
            snapshot: wanted ? await snapshotNamed(look, kind, finalSnapshotName(inputs, one.production, one.resourceId)) : notLooked
        };
    }));
}
/** CloudWatch delivers a minute's datapoint within two minutes; those that are not due yet are not missing. */
const LATE = 2 * old_blue_MINUTE;
async function readIdleness(look, inputs, old) {
    const names = old.flatMap(one => one.database.is === 'known' && one.kind === 'instance' && one.database.value.status !== 'deleting' ? [one.database.value.name] : []);
    const to = look.clock.date();
    const from = new Date(to.getTime() - inputs.oldIdleMinutes * old_blue_MINUTE);
    if (inputs.oldIdleMinutes === 0 || names.length === 0)
        return known({ missing: new Map(), most: new Map() });
    try {
        const found = await maxima(look, names.map(name => ({ metric: 'DatabaseConnections', dimensions: { DBInstanceIdentifier: name } })), from, to);
        const missing = new Map();
        const most = new Map();
        names.forEach((name, index) => {
            const points = found[index] ?? [];
            missing.set(name, minutesMissing(points, from, to));
            most.set(name, Math.max(0, ...points.map(point => point.value)));
        });
        return known({ missing, most });
    }
    catch (thrown) {
        if (!(thrown instanceof Faulted))
            throw thrown;
        return unknown(`DatabaseConnections could not be read: ${thrown.message} (permission cloudwatch:GetMetricData)`);
    }
}
function minutesMissing(points, from, to) {
    const seen = new Set(points.map(point => Math.floor(point.at.getTime() / old_blue_MINUTE)));
    let missing = 0;
    for (let minute = Math.ceil(from.getTime() / old_blue_MINUTE); (minute + 1) * old_blue_MINUTE <= to.getTime() - LATE; minute += 1)
        if (!seen.has(minute))
            missing += 1;
    // A length of less than a few minutes has no minute that is due: one datapoint at least must have been seen.
    return missing === 0 && seen.size === 0 ? 1 : missing;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
;// CONCATENATED MODULE: ./lib/observing/options.js
/** The target options of a request: what was asked for, what was recorded, and whether a database already is that. */


function optionsAsked(inputs) {
    const given = [
        ['engine-version', inputs.targetEngineVersion],
        ['parameter-group', inputs.targetParameterGroup],
        ['cluster-parameter-group', inputs.targetClusterParameterGroup],
        ['instance-class', inputs.targetInstanceClass],
        ['storage-type', inputs.targetStorageType],
        ['allocated-storage', inputs.targetAllocatedStorage],
        ['iops', inputs.targetIops],
        ['storage-throughput', inputs.targetStorageThroughput],
        ['upgrade-storage-config', inputs.upgradeStorageConfig],
        ['kms-key-id', inputs.targetKmsKeyId]
    ];
    return new Map(given.flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])));
}
const inputNameOf = (name) => (name === 'upgrade-storage-config' ? name : `target-${name}`);
/** A short text that differs whenever the request does. */
const digestOf = (sourceName, options) => (0,external_node_crypto_.createHash)('sha256')
    .update(JSON.stringify([sourceName.toLowerCase(), [...options].sort(([a], [b]) => (a < b ? -1 : 1))]))
    .digest('hex');
/** 1 to 60 characters of `[a-zA-Z](?:-?[a-zA-Z0-9]+)*`: source, version, and a digest of every option; the same every time. */
function derivedName(sourceName, options) {
    const version = (options.get('engine-version') ?? '').replace(/[^a-zA-Z0-9]+/g, '-').replace(/^-|-$/g, '');
    const digest = digestOf(sourceName, options).slice(0, 10);
    const stem = sourceName.slice(0, 60 - digest.length - 1 - (version === '' ? 0 : Math.min(version.length, 16) + 1)).replace(/-+$/, '');
    return [stem, version.slice(0, 16).replace(/-+$/, ''), digest].filter(part => part !== '').join('-');
}
const lastPart = (key) => key.slice(key.lastIndexOf('/') + 1).toLowerCase();
const options_compare = (is, asked) => is === undefined ? 'cannot_tell' : String(is).toLowerCase() === asked.toLowerCase() ? 'yes' : 'no';
function storageConfig(database, asked) {
    if (asked === 'false' || database.storageConfigUpgradeAvailable === false)
        return 'yes';
    return database.storageConfigUpgradeAvailable === true ? 'no' : 'cannot_tell';
}
/** A key is compared by its id; an alias could be any key. */
const sameKey = (is, asked) => is === undefined ? 'no' : /(^|:)alias\//.test(asked) ? 'cannot_tell' : lastPart(is) === lastPart(asked) ? 'yes' : 'no';
/** Whether a database (and, for a cluster, the group of its instances) is as one option asks. */
function agrees(name, asked, database, instanceGroup) {
    switch (name) {
        case 'engine-version':
            return isAt(database.engineVersion, asked) ? 'yes' : 'no';
        case 'parameter-group':
            return options_compare(database.kind === 'cluster' ? instanceGroup : database.parameterGroup, asked);
        case 'cluster-parameter-group':
            return database.kind === 'cluster' ? options_compare(database.parameterGroup, asked) : 'cannot_tell';
        case 'instance-class':
            return options_compare(database.instanceClass, asked);
        case 'storage-type':
            return options_compare(database.storageType, asked);
        case 'allocated-storage':
            return options_compare(database.allocatedStorage, asked);
        case 'iops':
            return options_compare(database.iops, asked);
        case 'storage-throughput':
            return options_compare(database.storageThroughput, asked);
        case 'upgrade-storage-config':
            return storageConfig(database, asked);
        case 'kms-key-id':
            return sameKey(database.kmsKeyId, asked);
    }
}
const compareWith = (options, database, instanceGroup) => [...options].map(([name, asked]) => ({ name, asked, agreement: agrees(name, asked, database, instanceGroup) }));
/**
 * Nothing differs, and at least one option is seen to be met. An option that cannot be seen (a key's alias) does not make a second
 * environment out of a finished upgrade.
 */
const allMet = (compared) => compared.every(one => one.agreement !== 'no') && compared.some(one => one.agreement === 'yes');
const unseen = (compared) => compared.filter(one => one.agreement === 'cannot_tell').map(one => `${inputNameOf(one.name)} ${one.asked}`);
/** How a recorded request differs from the one asked for now, in words; empty when it is the same. */
function differences(memory, options) {
    const lines = [];
    for (const [name, asked] of options) {
        const recorded = memory.target.get(name);
        const same = recorded === asked || (name === 'engine-version' && recorded !== undefined && isAt(recorded, asked));
        if (!same)
            lines.push(`${inputNameOf(name)} is ${asked} here and ${recorded ?? 'not given'} there`);
    }
    for (const [name, recorded] of memory.target) {
        if (!options.has(name))
            lines.push(`${inputNameOf(name)} is not given here and ${recorded} there`);
    }
    return lines;
}
/** How a green without a record differs from what is asked for; empty when every option is seen to be met. */
const differencesOf = (compared) => compared
    .filter(one => one.agreement !== 'yes')
    .map(one => `${inputNameOf(one.name)} ${one.asked} ${one.agreement === 'no' ? 'is not what green has' : 'cannot be seen on green'}`);

;// CONCATENATED MODULE: ./lib/observing/targets.js


async function targets_engineVersion(look, engine, version) {
    // IncludeAll: production may run a version AWS has deprecated (facts 9.1).
    const answers = await pages(look, 'DescribeDBEngineVersions', { Engine: engine, EngineVersion: version, IncludeAll: true });
    const one = answers.flatMap(answer => answer.DBEngineVersions ?? []).find(candidate => candidate.EngineVersion === version);
    if (one === undefined)
        return undefined;
    return {
        family: one.DBParameterGroupFamily,
        validTargets: (one.ValidUpgradeTarget ?? []).flatMap(target => (target.EngineVersion === undefined ? [] : [target.EngineVersion]))
    };
}
const isDefault = (group) => group.startsWith('default.');
const blocked = (because, remedy) => ({ reason: 'checks_not_met', because, remedy });
/** Same family: blue's group. Another family: the default group for a default one; a custom one has to be made first. */
function groupFor(asked, blueFamily, family) {
    if (asked.given !== undefined)
        return asked.given;
    const [first, ...others] = asked.used;
    if (first === undefined)
        return undefined;
    if (others.length > 0) {
        return blocked(`the databases of blue use different parameter groups: ${asked.used.join(', ')}`, `give ${asked.input}: green gets one group for all of them`);
    }
    if (family === undefined || family === blueFamily)
        return first;
    if (isDefault(first))
        return `default.${family}`;
    return blocked(`blue uses the custom parameter group ${first} of family ${blueFamily ?? 'unknown'}; the target version needs one of family ${family}`, `make one and give ${asked.input} (mode: prepare makes it from blue's own values)`);
}
const isTrouble = (one) => typeof one === 'object';
async function resolveTarget(look, inputs, production, blue) {
    const asked = inputs.targetEngineVersion;
    const instances = blue.filter(one => one.kind === 'instance');
    const used = (databases) => [
        ...new Set(databases.flatMap(one => (one.parameterGroup === undefined ? [] : [one.parameterGroup])))
    ];
    const stays = asked === undefined || isAt(production.engineVersion, asked);
    const current = stays ? undefined : await targets_engineVersion(look, production.engine, production.engineVersion);
    const target = (engine, trouble, group, clusterGroup) => ({
        engineVersion: engine,
        parameterGroup: group,
        clusterParameterGroup: clusterGroup,
        trouble
    });
    let exact;
    let family;
    if (!stays) {
        const valid = current?.validTargets ?? [];
        exact = valid.includes(asked) ? asked : newest(valid.filter(version => isAt(version, asked)));
        if (exact === undefined) {
            const reachable = valid.length === 0
                ? 'RDS lists no version it can be upgraded to'
                : `from ${production.engineVersion} RDS allows ${valid.join(', ')}`;
            return target(undefined, blocked(`${production.engine} ${production.engineVersion} cannot be upgraded to ${asked}: ${reachable}`, 'give a target-engine-version of that list, and reach a later one in several upgrades'));
        }
        family = (await targets_engineVersion(look, production.engine, exact))?.family;
        if (family === undefined)
            return target(exact, {
                reason: 'cannot_tell',
                because: `RDS does not say which parameter group family ${production.engine} ${exact} needs`,
                remedy: 'try again, or give the target parameter groups'
            });
    }
    const group = groupFor({ input: 'target-parameter-group', given: inputs.targetParameterGroup, used: used(instances) }, current?.family, family);
    if (isTrouble(group))
        return target(exact, group);
    if (production.kind === 'instance')
        return target(exact, undefined, group);
    const clusterGroup = groupFor({ input: 'target-cluster-parameter-group', given: inputs.targetClusterParameterGroup, used: used([production]) }, current?.family, family);
    if (isTrouble(clusterGroup))
        return target(exact, clusterGroup);
    return target(exact, undefined, group, clusterGroup);
}

;// CONCATENATED MODULE: ./lib/phases/phase.js
/** What a phase is: it says what is still missing, as data; the engine does the first thing and looks again. */
const refuse = (outcome, reason, because, remedy, evidence) => evidence === undefined ? { is: 'refuse', outcome, reason, because, remedy } : { is: 'refuse', outcome, reason, because, remedy, evidence };
const steps = (first, ...rest) => ({ is: 'steps', steps: [first, ...rest] });
const waitFor = (intent, pace) => steps({ do: 'wait', intent, pace });

;// CONCATENATED MODULE: ./lib/phases/requests.js


const deploymentNameOf = (inputs, production) => inputs.deploymentName ?? derivedName(production.name, optionsAsked(inputs));
const remember = (blue) => blue.map(one => ({ name: one.name, resourceId: one.resourceId }));
const groupOfInstances = (production, blue) => production.kind === 'instance' ? production.parameterGroup : blue.find(one => one.kind === 'instance')?.parameterGroup;
/** The tags that remember blue: in the create request, or written to a deployment that is adopted (contract, "Tags"). */
function blueMemory(production, blue) {
    const group = groupOfInstances(production, blue);
    const clusterGroup = production.kind === 'cluster' ? production.parameterGroup : undefined;
    return [
        ...blueTags(remember(blue)).map(([Key, Value]) => ({ Key, Value })),
        { Key: KEYS.beforeVersion, Value: production.engineVersion },
        ...(group === undefined ? [] : [{ Key: KEYS.beforeGroup, Value: group }]),
        ...(clusterGroup === undefined ? [] : [{ Key: KEYS.beforeClusterGroup, Value: clusterGroup }])
    ];
}
function requestTags(inputs, production, blue, target, runUrl) {
    const options = optionsAsked(inputs);
    const recorded = [...options].map(([name, value]) => ({
        Key: `${KEYS.target}${name}`,
        Value: name === 'engine-version' ? (target.engineVersion ?? production.engineVersion) : value
    }));
    return [
        { Key: KEYS.request, Value: digestOf(production.name, options) },
        ...recorded,
        ...blueMemory(production, blue),
        ...(runUrl === '' ? [] : [{ Key: KEYS.run, Value: runUrl.slice(0, 256) }]),
        ...inputs.tags.map(tag => ({ Key: tag.key, Value: tag.value }))
    ];
}
/** Without what is undefined: RDS takes a member that is there for a wish. */
function requests_given(members) {
    return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}
function createRequest(inputs, production, blue, target, runUrl) {
    const key = inputs.targetKmsKeyId;
    // Facts 2.1: the cluster for Aurora, every instance with its read replicas for RDS.
    const encrypted = production.kind === 'cluster' ? [production] : blue;
    return {
        BlueGreenDeploymentName: deploymentNameOf(inputs, production),
        Source: production.arn,
        ...requests_given({
            TargetEngineVersion: target.engineVersion,
            TargetDBParameterGroupName: target.parameterGroup,
            TargetDBClusterParameterGroupName: target.clusterParameterGroup,
            TargetDBInstanceClass: inputs.targetInstanceClass,
            TargetStorageType: inputs.targetStorageType,
            TargetAllocatedStorage: inputs.targetAllocatedStorage,
            TargetIops: inputs.targetIops,
            TargetStorageThroughput: inputs.targetStorageThroughput,
            UpgradeTargetStorageConfig: inputs.upgradeStorageConfig,
            TargetResourceConfigurations: key === undefined ? undefined : encrypted.map(one => ({ SourceArn: one.arn, TargetKmsKeyId: key }))
        }),
        Tags: requestTags(inputs, production, blue, target, runUrl)
    };
}

;// CONCATENATED MODULE: ./lib/phases/create.js
/** After `create` there is one deployment of the source, as asked for, and it remembers what blue was. */













/** Absence is believed when two looks, this far apart, agree (rule 19). */
const ABSENCE = 30_000;
const NEW_ID = 'bgd-(new)';
/** Primary first, then its read replicas; a cluster first, then its instances with the writer in front. */
async function blueOf(look, production) {
    const writerFirst = [...production.members].sort((a, b) => Number(b.writer) - Number(a.writer)).map(member => member.name);
    // A replica in another Region is listed by its ARN (facts G-14) and is no member; RDS refuses such a source by itself.
    const names = (production.kind === 'cluster' ? writerFirst : production.replicas)
        .filter(name => !name.startsWith('arn:'))
        .map(name => name.toLowerCase());
    const found = await databases(look, 'instance', { by: 'name', values: names });
    const ordered = names.flatMap(name => found.filter(one => one.name.toLowerCase() === name));
    if (ordered.length !== names.length)
        return unknown(`not every database of ${production.name} could be seen: ${names.join(', ')}`);
    return known([production, ...ordered]);
}
async function observe(look, inputs, recall) {
    const { production, trouble } = await locateProduction(look, inputs);
    if (trouble !== undefined || production.is !== 'known')
        return { ...NOTHING_SEEN, trouble, production };
    const chosen = await chooseDeployment(look, { ...inputs, deploymentId: undefined }, recall, production, 'open');
    const seen = { ...NOTHING_SEEN, ...chosen, production };
    if (chosen.trouble !== undefined)
        return seen;
    if (chosen.deployment.is === 'known' && status_stageOf(chosen.deployment.value.status) !== 'completed')
        return lookAtOpen(look, seen, chosen.deployment.value, production.value);
    const blue = await blueOf(look, production.value);
    if (atTarget(inputs, production.value, blue))
        return { ...seen, blue };
    const name = deploymentNameOf(inputs, production.value);
    const namesake = (await deploymentsWhere(look, 'blue-green-deployment-name', name)).find(one => one.name === name);
    if (namesake !== undefined && status_stageOf(namesake.status) !== 'completed' && labelOf(namesake.source) === labelOf(production.value.arn)) {
        return lookAtOpen(look, { ...seen, deployment: known(namesake) }, namesake, production.value);
    }
    const target = blue.is === 'known' ? known(await resolveTarget(look, inputs, production.value, blue.value)) : notLooked;
    return { ...seen, blue, target, namesake: namesake === undefined ? known_absent : known(namesake) };
}
/** An open deployment is compared by its record; without one, by its green. */
async function lookAtOpen(look, seen, deployment, production) {
    const tags = await tagsOfDeployment(look, deployment);
    const memory = tags.is === 'known' ? known(readMemory(tags.value)) : tags;
    const remembered = known_valueOf(memory);
    if (remembered !== undefined && remembered.request !== undefined)
        return { ...seen, memory };
    const [found, blue] = await Promise.all([
        databasesByArn(look, deployment.target === undefined ? [] : [deployment.target]),
        blueOf(look, production)
    ]);
    return { ...seen, memory, blue, databases: known(found) };
}
const create_instanceGroup = (blue) => known_valueOf(blue)?.find(one => one.kind === 'instance')?.parameterGroup;
function atTarget(inputs, production, blue) {
    const options = optionsAsked(inputs);
    return options.size > 0 && allMet(compareWith(options, production, create_instanceGroup(blue)));
}
function plan(inputs, situation) {
    const { now } = situation;
    if (now.trouble !== undefined)
        return refuse('blocked', now.trouble.reason, now.trouble.because, now.trouble.remedy);
    if (now.production.is === 'absent') {
        if (!hasHeld(situation.steady, CLAIMS.productionAbsent, situation.pace.scaled(ABSENCE)))
            return waitFor('making sure that the source is not there', 'confirming');
        return refuse('failed', 'source_not_found', `${inputs.source?.text ?? 'the source'} was not found in ${inputs.awsRegion}`, 'correct source and aws-region, or use credentials of the account it is in');
    }
    if (now.production.is === 'unknown')
        return waitFor(`the source could not be read: ${now.production.because}`, 'settling');
    const production = now.production.value;
    const account = accountTrouble(inputs, production.arn);
    if (account !== undefined)
        return refuse('blocked', account.reason, account.because, account.remedy);
    if (now.greenOf.is === 'known') {
        return refuse('blocked', 'source_in_deployment', `${production.name} is the green side of deployment ${now.greenOf.value.id}`, 'give the blue database as source');
    }
    switch (now.deployment.is) {
        case 'unknown':
            return waitFor(`the deployments could not be read: ${now.deployment.because}`, 'settling');
        case 'absent':
            return planWithout(inputs, situation, production);
        case 'known':
            return planWith(inputs, situation, production, now.deployment.value);
    }
}
function planWith(inputs, situation, production, deployment) {
    switch (status_stageOf(deployment.status)) {
        case 'provisioning':
        case 'available':
            return adopt(inputs, situation, production, deployment);
        case 'switching':
            return { is: 'done', reason: 'deployment_adopted', because: `deployment ${deployment.id} of ${production.name} is being switched over` };
        case 'completed':
            return planWithout(inputs, situation, production);
        case 'switchover_failed':
            return refuse('failed', 'switchover_failed', `deployment ${deployment.id} of ${production.name} is ${deployment.status}`, 'look at it with mode: status; mode: switchover tries again if no name has moved, mode: abort removes it', 'switchover');
        case 'invalid':
        case 'failed':
            return refuse('failed', 'provisioning_failed', `deployment ${deployment.id} of ${production.name} is ${deployment.status}`, 'mend the cause, remove it with mode: abort, then run create again', 'provisioning');
        case 'deleting':
            return waitFor(`deployment ${deployment.id} is being deleted`, 'settling');
        case 'unknown':
            return refuse('blocked', 'status_unknown', `deployment ${deployment.id} has the status "${deployment.status}", which this release does not know`, 'look at it in the console, and use a release that knows it');
    }
}
/** Rule 4: what matches its record is adopted; what differs is refused with the difference; without a record its green must agree. */
function adopt(inputs, situation, production, deployment) {
    const { now } = situation;
    const ours = situation.written.some(one => one.call.operation === 'CreateBlueGreenDeployment');
    const done = ours
        ? {
            is: 'done',
            reason: 'deployment_created',
            because: `deployment ${deployment.id} (${deployment.name}) of ${production.name} was created`
        }
        : {
            is: 'done',
            reason: 'deployment_adopted',
            because: `deployment ${deployment.id} (${deployment.name}) of ${production.name} is there already, as asked for`
        };
    if (now.memory.is === 'unknown') {
        if (ours)
            return done;
        return refuse('blocked', 'cannot_tell', `what deployment ${deployment.id} was made for cannot be read: ${now.memory.because}`, 'allow rds:ListTagsForResource');
    }
    const memory = known_valueOf(now.memory) ?? EMPTY_MEMORY;
    if (memory.newer !== undefined)
        return refuseNewer(deployment, memory);
    const options = optionsAsked(inputs);
    if (memory.request !== undefined) {
        const lines = memory.request === digestOf(production.name, options) ? [] : differences(memory, options);
        return lines.length === 0 ? done : refuseDifferent(production, deployment, lines);
    }
    return adoptUnrecorded(options, situation, production, deployment, memory, done);
}
const refuseDifferent = (production, deployment, lines) => refuse('blocked', 'deployment_differs', `${production.name} already has deployment ${deployment.id} (${deployment.status}), which differs from what is asked for: ${lines.join('; ')}`, 'ask for what it was made for, or remove it with mode: abort first');
const refuseNewer = (deployment, memory) => refuse('blocked', 'deployment_unknown', `deployment ${deployment.id} was written by a later release of this action (tags ${memory.newer ?? ''})`, 'use that release, or a later one');
/** Made in the console, by CloudFormation or by a script. */
function adoptUnrecorded(options, situation, production, deployment, memory, done) {
    const { now } = situation;
    const green = databaseAt(now, deployment.target);
    // Green gets its version and class while it is built: only a finished one can be compared.
    if (status_stageOf(deployment.status) !== 'available' || green.is !== 'known') {
        return waitFor(`deployment ${deployment.id} was not made by this action: waiting until its green can be compared with what is asked for`, 'provisioning');
    }
    const lines = differencesOf(compareWith(options, green.value, green.value.parameterGroup));
    if (lines.length > 0)
        return refuseDifferent(production, deployment, lines);
    if (memory.blue.length > 0)
        return done;
    if (now.blue.is !== 'known')
        return waitFor(`the databases of ${production.name} could not be read`, 'settling');
    return rememberBlue(production, now.blue.value, deployment);
}
/** An adopted deployment gets the memory before anything else (contract, "Tags"). */
const rememberBlue = (production, blue, deployment) => steps({
    do: 'write',
    intent: `remember on deployment ${deployment.id} which databases are blue`,
    call: { operation: 'AddTagsToResource', input: { ResourceName: deploymentArn(deployment), Tags: [...blueMemory(production, blue)] } },
    shows: now => now.memory.is === 'known' && now.memory.value.blue.length >= blue.length,
    refused: { reason: 'access_denied', remedy: 'allow rds:AddTagsToResource' }
});
function planWithout(inputs, situation, production) {
    const { now, steady, pace } = situation;
    const options = optionsAsked(inputs);
    const compared = compareWith(options, production, create_instanceGroup(now.blue));
    if (allMet(compared)) {
        const open = unseen(compared);
        const caveat = open.length === 0 ? '' : `; what cannot be seen from RDS: ${open.join(', ')}`;
        return {
            is: 'done',
            reason: 'already_at_target',
            because: `${production.name} already is what is asked for (${production.engine} ${production.engineVersion})${caveat}`
        };
    }
    if (compared.every(one => one.agreement === 'cannot_tell')) {
        return refuse('blocked', 'cannot_tell', `whether ${production.name} already is what is asked for cannot be seen: ${unseen(compared).join(', ')}`, 'give the id or ARN of the key instead of its alias');
    }
    if (production.globalCluster !== undefined) {
        return refuse('blocked', 'global_database_not_supported', `${production.name} belongs to the global database ${production.globalCluster}`, 'this action does not switch over global databases');
    }
    if (now.blue.is !== 'known')
        return waitFor(`the databases of ${production.name} could not be read`, 'settling');
    if (now.namesake.is === 'known')
        return refuseNamesake(situation, production, now.namesake.value);
    const sure = hasHeld(steady, CLAIMS.namesakeAbsent, pace.scaled(ABSENCE)) &&
        (now.deployment.is !== 'absent' || hasHeld(steady, CLAIMS.deploymentAbsent, pace.scaled(ABSENCE)));
    const target = known_valueOf(now.target);
    if (target?.trouble !== undefined)
        return refuse('blocked', target.trouble.reason, target.trouble.because, target.trouble.remedy);
    if (target === undefined || now.namesake.is === 'unknown')
        return waitFor('the target could not be read', 'settling');
    if (!sure)
        return waitFor(`making sure that no deployment of ${production.name} is there`, 'confirming');
    const waiting = notYetAvailable(now.blue.value);
    if (waiting !== undefined)
        return waiting;
    return steps({
        do: 'write',
        intent: `create deployment ${deploymentNameOf(inputs, production)} of ${production.name}${target.engineVersion === undefined ? '' : ` with ${production.engine} ${target.engineVersion}`}`,
        call: { operation: 'CreateBlueGreenDeployment', input: createRequest(inputs, production, now.blue.value, target, situation.run.url) },
        shows: seen => seen.deployment.is === 'known' && status_stageOf(seen.deployment.value.status) !== 'completed',
        refused: { reason: 'create_refused', remedy: 'mend what RDS names, then run create again' }
    });
}
/** Facts G-03: RDS refuses a source that is not available; what passes is waited for. */
function notYetAvailable(blue) {
    const other = blue.find(one => one.status !== 'available');
    if (other === undefined)
        return undefined;
    if (isDatabaseFailure(other.status) || other.status === 'stopped') {
        return refuse('blocked', 'create_refused', `${other.name} is ${other.status}; RDS makes deployments of available databases only`, 'bring it back to available, then run create again');
    }
    if (!isKnownDatabaseStatus(other.status)) {
        return refuse('blocked', 'status_unknown', `${other.name} has the status "${other.status}", which this release does not know`, 'wait until it is available, then run create again');
    }
    return waitFor(`${other.name} is ${other.status}; RDS makes deployments of available databases only`, 'settling');
}
function refuseNamesake(situation, production, namesake) {
    if (status_stageOf(namesake.status) === 'deleting')
        return waitFor(`deployment ${namesake.id}, which bears the same name, is being deleted`, 'settling');
    if (labelOf(namesake.source) === labelOf(production.arn) ||
        (namesake.target !== undefined && labelOf(namesake.target) === labelOf(production.arn))) {
        return refuse('failed', 'not_proven', `deployment ${namesake.id} (${namesake.name}) of ${production.name} is ${namesake.status}, but ${production.name} runs ${production.engine} ${production.engineVersion} and is not what was asked for`, 'look at it with mode: status; remove it with mode: cleanup, or give another deployment-name, to upgrade again');
    }
    const ours = situation.written.length > 0;
    return refuse('blocked', 'deployment_differs', `the name ${namesake.name} belongs to deployment ${namesake.id} of another source, ${nameIn(namesake.source)}${ours ? ', made meanwhile' : ''}`, 'give another deployment-name');
}
/** What a deployment looks like that this phase has made: it exists, remembers, and is being built. */
function after(inputs, observed) {
    const production = known_valueOf(observed.production);
    if (production === undefined || atTarget(inputs, production, observed.blue))
        return observed;
    const existing = known_valueOf(observed.deployment);
    if (existing !== undefined && status_stageOf(existing.status) === 'switching')
        return observed;
    const tags = new Map((createRequest(inputs, production, known_valueOf(observed.blue) ?? [production], known_valueOf(observed.target) ?? NO_TARGET, '').Tags ?? []).map(tag => [tag.Key ?? '', tag.Value ?? '']));
    const open = existing !== undefined && ['provisioning', 'available'].includes(status_stageOf(existing.status)) ? existing : undefined;
    const deployment = open ?? {
        id: NEW_ID,
        name: deploymentNameOf(inputs, production),
        status: 'PROVISIONING',
        statusDetails: undefined,
        source: production.arn,
        target: undefined,
        members: [],
        tasks: [],
        createTime: undefined,
        tags: known(tags)
    };
    const recorded = known_valueOf(observed.memory)?.request === undefined ? known(readMemory(tags)) : observed.memory;
    return { ...observed, trouble: undefined, deployment: known(deployment), memory: recorded, namesake: notLooked, greenOf: known_absent };
}
const NO_TARGET = { engineVersion: undefined, parameterGroup: undefined, clusterParameterGroup: undefined, trouble: undefined };
const create = { name: 'create', observe, plan, after };

;// CONCATENATED MODULE: ./lib/phases/old-blue-steps.js





const databaseNow = (now, resourceId) => known_valueOf((known_valueOf(now.oldBlue) ?? []).find(one => one.resourceId === resourceId)?.database ?? known(undefined));
/** The marks that take over from the deployment's memory, one for each old database that does not bear its own yet. */
function markSteps(situation, deploymentId, old) {
    return old.flatMap((one) => {
        const database = known_valueOf(one.database);
        if (database === undefined || one.mark?.deploymentId === deploymentId)
            return [];
        const at = one.switchedOverAt ?? known_valueOf(situation.now.switchedOverAt);
        const value = printMark({ deploymentId, resourceId: one.resourceId, production: one.production, switchedOverAt: at });
        const bears = (now) => (known_valueOf(now.oldBlue) ?? []).some(seen => seen.resourceId === one.resourceId && seen.mark?.deploymentId === deploymentId);
        return [
            {
                do: 'write',
                intent: `mark ${database.name} (${one.resourceId}) as old blue of ${one.production}`,
                call: { operation: 'AddTagsToResource', input: { ResourceName: database.arn, Tags: [{ Key: KEYS.oldBlue, Value: value }] } },
                shows: now => databaseNow(now, one.resourceId) === undefined || bears(now),
                refused: { reason: 'access_denied', remedy: 'allow rds:AddTagsToResource' },
                bearer: { kind: one.kind, name: database.name, resourceId: one.resourceId }
            }
        ];
    });
}
/** Readers and replicas, then writer and primary, then the cluster. */
function orderOf(one, all) {
    const database = known_valueOf(one.database);
    if (database === undefined || database.kind === 'cluster')
        return 2;
    if (database.cluster === undefined)
        return database.replicaOf === undefined ? 1 : 0;
    const writer = all.some(other => other.database.is === 'known' && other.database.value.members.some(member => member.writer && member.name === database.name));
    return writer ? 1 : 0;
}
/** Every deletion that is left, in order; a refusal where one of them could not be done as asked. */
function deletionSteps(inputs, left) {
    const steps = [];
    const orders = [...new Set(left.map(one => orderOf(one, left)))].sort();
    for (const order of orders) {
        const group = left.filter(one => orderOf(one, left) === order);
        for (const one of group) {
            const database = known_valueOf(one.database);
            if (database === undefined || database.status === 'deleting')
                continue;
            if (database.deletionProtection === true && inputs.disableDeletionProtection && database.cluster === undefined)
                steps.push(unprotect(one, database));
            const deletion = deletionOf(inputs, one, database);
            if ('is' in deletion)
                return deletion;
            steps.push(deletion);
        }
        const names = group.map(one => known_valueOf(one.database)?.name ?? one.resourceId);
        steps.push({ do: 'wait', intent: `${names.join(', ')} ${names.length === 1 ? 'is' : 'are'} being deleted`, pace: 'provisioning' });
    }
    return steps;
}
function unprotect(one, database) {
    const off = { DeletionProtection: false, ApplyImmediately: true };
    const call = database.kind === 'cluster'
        ? { operation: 'ModifyDBCluster', input: { DBClusterIdentifier: database.name, ...off } }
        : { operation: 'ModifyDBInstance', input: { DBInstanceIdentifier: database.name, ...off } };
    return {
        do: 'write',
        intent: `turn deletion protection of ${database.name} (${one.resourceId}) off`,
        call,
        shows: now => databaseNow(now, one.resourceId)?.deletionProtection !== true,
        refused: { reason: 'deletion_protected', remedy: 'turn deletion protection off by hand, then run cleanup again' },
        bearer: { kind: one.kind, name: database.name, resourceId: one.resourceId }
    };
}
function deletionOf(inputs, one, database) {
    const snapshot = finalSnapshotName(inputs, one.production, one.resourceId);
    const wanted = inputs.finalSnapshot && takesSnapshot(database);
    let taken = false;
    if (wanted) {
        const stands = snapshotStands(one, snapshot);
        if (stands !== undefined && stands !== 'taken')
            return stands;
        taken = stands === 'taken';
        // Facts 6.2: a final snapshot needs an available database.
        if (!taken && database.status !== 'available') {
            if (isDatabaseFailure(database.status) || database.status === 'stopped') {
                return refuse('blocked', 'cannot_tell', `${database.name} is ${database.status}: RDS takes no final snapshot of it`, 'bring it back to available, or set final-snapshot: false');
            }
            return { do: 'wait', intent: `${database.name} is ${database.status}; its final snapshot needs it available`, pace: 'settling' };
        }
    }
    const how = wanted && !taken ? { FinalDBSnapshotIdentifier: snapshot, SkipFinalSnapshot: false } : { SkipFinalSnapshot: true };
    const backups = { DeleteAutomatedBackups: !inputs.keepAutomatedBackups };
    const call = database.kind === 'cluster'
        ? { operation: 'DeleteDBCluster', input: { DBClusterIdentifier: database.name, ...how, ...backups } }
        : {
            operation: 'DeleteDBInstance',
            input: { DBInstanceIdentifier: database.name, ...how, ...(database.cluster === undefined ? backups : {}) }
        };
    return {
        do: 'write',
        intent: `delete ${database.name} (${one.resourceId})${wanted ? `, with final snapshot ${snapshot}` : ''}`,
        call,
        shows: now => {
            const seen = databaseNow(now, one.resourceId);
            return seen === undefined || seen.status === 'deleting';
        },
        refused: { reason: 'cannot_tell', remedy: 'mend what RDS names, then run cleanup again' },
        bearer: { kind: one.kind, name: database.name, resourceId: one.resourceId }
    };
}
/** A snapshot of that name that is there already is ours if its resource id agrees (contract, `final-snapshot-prefix`). */
function snapshotStands(one, name) {
    switch (one.snapshot.is) {
        case 'absent':
            return undefined;
        case 'unknown':
            return refuse('blocked', 'cannot_tell', `whether a snapshot ${name} exists cannot be read: ${one.snapshot.because}`, 'allow rds:DescribeDBSnapshots and rds:DescribeDBClusterSnapshots');
        case 'known': {
            const { resourceId, status } = one.snapshot.value;
            if (resourceId !== one.resourceId) {
                return refuse('blocked', 'not_proven', `the snapshot ${name} exists and is of another database (${resourceId === '' ? 'of an unknown resource id' : resourceId})`, 'give another final-snapshot-prefix');
            }
            if (status === 'available')
                return 'taken';
            if (isDatabaseFailure(status))
                return refuse('blocked', 'not_proven', `the final snapshot ${name} is ${status}`, 'delete it, or give another final-snapshot-prefix');
            return { do: 'wait', intent: `the snapshot ${name} is ${status}`, pace: 'settling' };
        }
    }
}

;// CONCATENATED MODULE: ./lib/phases/cleanup.js
/** After `cleanup` the deployment is gone and, if asked, old blue with it; everything is proved before the first write. */


















const cleanup_MINUTE = 60_000;
const cleanup_ABSENCE = 30_000;
const PROOF = 5 * cleanup_MINUTE;
async function cleanup_observe(look, inputs, recall) {
    const again = recall.before !== undefined && recall.before.trouble === undefined;
    const { production, trouble } = again || inputs.source === undefined
        ? { production: recall.before?.production ?? notLooked, trouble: undefined }
        : await locateProduction(look, inputs);
    if (trouble !== undefined)
        return { ...NOTHING_SEEN, trouble, production };
    const chosen = await chooseDeployment(look, inputs, recall, production, 'completed');
    const seen = { ...NOTHING_SEEN, ...chosen, production };
    if (chosen.trouble !== undefined || chosen.deployment.is === 'unknown')
        return seen;
    const deployment = known_valueOf(chosen.deployment);
    const stage = deployment === undefined ? undefined : status_stageOf(deployment.status);
    if (deployment !== undefined && (stage === 'completed' || stage === 'deleting'))
        return lookAtCompleted(look, inputs, recall, seen, deployment);
    // `deployment-id` names one deployment; only without it may the marks speak for an earlier one.
    if (deployment !== undefined && inputs.deploymentId !== undefined)
        return seen;
    return withOldBlue(look, inputs, recall, seen, await claimedWithout(look, inputs, recall, production));
}
async function lookAtCompleted(look, inputs, recall, seen, deployment) {
    const tags = await tagsOfDeployment(look, deployment);
    const memory = tags.is === 'known' ? known(readMemory(tags.value)) : tags;
    const databases = known(await databasesByArn(look, [...sidesOf(deployment), ...productionArns(deployment, known_valueOf(memory))]));
    const claimed = await claimedByDeployment(look, inputs, deployment, known_valueOf(memory));
    return withOldBlue(look, inputs, recall, { ...seen, memory, databases }, claimed);
}
/** The deployment is gone: what this run knew of it, else the marks. */
async function claimedWithout(look, inputs, recall, production) {
    const before = known_valueOf(recall.before?.oldBlue ?? known_absent);
    if (before !== undefined && before.length > 0)
        return before;
    const wanted = inputs.deploymentId;
    const byDeployment = wanted?.is === 'id' ? wanted.id : undefined;
    const name = known_valueOf(production)?.name ?? (inputs.source?.is === 'arn' ? inputs.source.arn.name : inputs.source?.name);
    return claimedByMarks(look, mark => byDeployment === undefined ? name !== undefined && mark.production === name : mark.deploymentId === byDeployment);
}
async function withOldBlue(look, inputs, recall, seen, claimed) {
    const proving = recall.written.length === 0;
    const switchedOverAt = proving ? await timeOfSwitchover(look, inputs, recall, claimed) : notLooked;
    const old = await lookUp(look, inputs, claimed);
    const idleness = proving ? await readIdleness(look, inputs, old) : notLooked;
    return { ...seen, oldBlue: known(old), idleness, switchedOverAt };
}
/** Only where the memory does not say: RDS's own event. Absent: the events can be read, and none tells it. */
async function timeOfSwitchover(look, inputs, recall, claimed) {
    const open = claimed.find(one => one.switchedOverAt === undefined);
    if (open === undefined || inputs.oldMinAgeHours === 0 || !inputs.deleteOldDatabases)
        return notLooked;
    const before = recall.before?.switchedOverAt;
    if (before !== undefined && before.is !== 'unknown')
        return before;
    try {
        const at = switchoverCompletedAt(await deploymentEvents(look, open.deploymentId));
        return at === undefined ? known_absent : known(at);
    }
    catch (thrown) {
        if (!(thrown instanceof Faulted))
            throw thrown;
        return unknown(thrown.message);
    }
}
function cleanup_plan(inputs, situation) {
    const { now } = situation;
    if (now.trouble !== undefined)
        return refuse('blocked', now.trouble.reason, now.trouble.because, now.trouble.remedy);
    const account = accountTrouble(inputs, known_valueOf(now.deployment)?.source ??
        known_valueOf(now.production)?.arn ??
        known_valueOf(now.oldBlue)?.flatMap(one => known_valueOf(one.database)?.arn ?? [])[0]);
    if (account !== undefined)
        return refuse('blocked', account.reason, account.because, account.remedy);
    if (now.deployment.is === 'unknown')
        return waitFor(`the deployment could not be read: ${now.deployment.because}`, 'settling');
    if (now.deployment.is === 'absent')
        return withoutDeployment(inputs, situation);
    const deployment = now.deployment.value;
    switch (status_stageOf(deployment.status)) {
        case 'provisioning':
        case 'available':
        case 'invalid':
        case 'switchover_failed':
        case 'failed':
        case 'switching':
            return cleanup_open(inputs, situation, deployment);
        case 'completed':
            return completed(inputs, situation, deployment);
        case 'deleting':
            return waitFor(`deployment ${deployment.id} is being deleted`, 'settling');
        case 'unknown':
            return refuse('blocked', 'status_unknown', `deployment ${deployment.id} has the status "${deployment.status}", which this release does not know`, 'look at it in the console, and use a release that knows it');
    }
}
/** Not switched over: nothing to clean up of this one, but an earlier upgrade may have left its old blue (contract, "Which deployment"). */
function cleanup_open(inputs, situation, deployment) {
    const old = known_valueOf(situation.now.oldBlue) ?? [];
    if (old.length > 0 && inputs.deleteOldDatabases)
        return fromMarks(inputs, situation, old);
    const stage = status_stageOf(deployment.status);
    const remedy = stage === 'switching'
        ? 'run cleanup once the switchover is over'
        : stage === 'switchover_failed'
            ? 'run mode: switchover or mode: abort first'
            : 'run mode: switchover first, or mode: abort to remove it';
    return refuse('blocked', 'deployment_unknown', `deployment ${deployment.id} is ${deployment.status}: it has not been switched over`, remedy);
}
function completed(inputs, situation, deployment) {
    const { now, steady, pace } = situation;
    if (now.memory.is === 'unknown')
        return refuse('blocked', 'cannot_tell', `the tags of deployment ${deployment.id} cannot be read: ${now.memory.because}`, 'allow rds:ListTagsForResource');
    const memory = known_valueOf(now.memory) ?? EMPTY_MEMORY;
    if (memory.newer !== undefined)
        return refuseNewer(deployment, memory);
    const proof = prove(now, deployment, memory, undefined);
    switch (proof.is) {
        case 'failed':
            return refuse('blocked', 'member_failed', `deployment ${deployment.id} says ${deployment.status}, but ${proof.because.join('; ')}`, 'nothing was deleted: a member that failed still is production; look at each member in the console', 'switchover');
        case 'not_yet':
            if (!hasHeld(steady, CLAIMS.status(deployment.status), pace.scaled(PROOF)))
                return waitFor(`not proven yet: ${proof.because.join('; ')}`, 'settling');
            return refuse('blocked', 'not_proven', `deployment ${deployment.id} says ${deployment.status}, but ${proof.because.join('; ')}`, 'nothing was deleted; look at each name in the console');
        case 'proven':
            break;
    }
    const old = known_valueOf(now.oldBlue) ?? [];
    const danger = inDanger(old);
    if (danger !== undefined)
        return danger;
    const remove = {
        do: 'write',
        intent: `delete deployment ${deployment.id}; the databases of both sides stay`,
        call: { operation: 'DeleteBlueGreenDeployment', input: { BlueGreenDeploymentIdentifier: deployment.id } },
        shows: seen => seen.deployment.is === 'absent' || (seen.deployment.is === 'known' && status_stageOf(seen.deployment.value.status) === 'deleting'),
        refused: { reason: 'cannot_tell', remedy: 'look at the deployment in the console, then run cleanup again' }
    };
    return proving(inputs, situation, old, [...markSteps(situation, deployment.id, old), remove]);
}
/** A recorded id that a production name bears is production, whatever else is true; and what nobody replaced may be the only copy. */
function inDanger(old) {
    const danger = (because) => refuse('blocked', 'production_in_danger', because, 'nothing was deleted; look at both databases in the console');
    for (const one of old) {
        const database = known_valueOf(one.database);
        if (database === undefined)
            continue;
        const bears = one.productionNow.is === 'known' && one.productionNow.value.resourceId === one.resourceId;
        if (bears || database.name === one.production)
            return danger(`${one.production} is ${one.resourceId}, which was recorded as old blue: it is production`);
        if (one.productionNow.is === 'unknown')
            return danger(`who bears the name ${one.production} now could not be read: ${one.productionNow.because}`);
        // A replica or reader may have been removed since; a primary without a successor may not.
        if (one.productionNow.is === 'absent' && takesSnapshot(database))
            return danger(`nobody bears the name ${one.production}: ${database.name} may be the only copy`);
    }
    return undefined;
}
/** Everything is proved before the first write, and not asked again behind it; then what was asked for, in order. */
function proving(inputs, situation, old, first) {
    const judged = situation.written.length > 0 ? [] : judgeAll(cleanupChecks, 'cleanup', situation.now, inputs, situation.date);
    const checks = judged.length === 0 ? {} : { checks: judged.map(one => one.report) };
    const stop = judged.find(one => one.stops)?.check.id;
    if (stop !== undefined) {
        const reason = STOPS[stop] ?? 'old_blue_in_use';
        return { ...refuse('blocked', reason, `nothing was changed: ${sayStops(judged)}`, remedyOf(judged)), ...checks };
    }
    const deletions = inputs.deleteOldDatabases ? deletionSteps(inputs, old) : [];
    if ('is' in deletions)
        return { ...deletions, ...checks };
    const [next, ...rest] = [...first, ...deletions];
    return next === undefined ? finished(situation, old) : { is: 'steps', steps: [next, ...rest], ...checks };
}
const STOPS = {
    'old-blue-is-old-enough': 'old_blue_too_young',
    'old-blue-is-not-protected': 'deletion_protected'
};
function withoutDeployment(inputs, situation) {
    const { now, steady, pace } = situation;
    if (!hasHeld(steady, CLAIMS.deploymentAbsent, pace.scaled(cleanup_ABSENCE)))
        return waitFor('making sure that the deployment is gone', situation.written.length > 0 ? 'settling' : 'confirming');
    return fromMarks(inputs, situation, known_valueOf(now.oldBlue) ?? []);
}
function fromMarks(inputs, situation, old) {
    const { steady, pace } = situation;
    const did = situation.written.length > 0;
    if (old.length === 0) {
        if (!did && !hasHeld(steady, CLAIMS.noOldBlue, pace.scaled(cleanup_ABSENCE)))
            return waitFor('making sure that no old database is left', 'confirming');
        return did
            ? { is: 'done', reason: 'cleaned_up', because: 'the deployment is gone' }
            : { is: 'done', reason: 'nothing_left', because: 'no deployment and no marked old database is left' };
    }
    const danger = inDanger(old);
    if (danger !== undefined)
        return danger;
    const left = old.filter(one => !hasHeld(steady, CLAIMS.gone(one.resourceId), pace.scaled(cleanup_ABSENCE)));
    return !inputs.deleteOldDatabases || left.length === 0 ? finished(situation, left) : proving(inputs, situation, left, []);
}
function finished(situation, left) {
    const names = left.map(one => `${known_valueOf(one.database)?.name ?? one.resourceId} (${one.resourceId})`).join(', ');
    const because = left.length === 0
        ? 'the deployment and every old database are gone'
        : `the deployment is gone; old databases that stay and cost money: ${names}`;
    const remedy = left.length === 0 ? '' : 'delete them later with mode: cleanup and delete-old-databases: true';
    const reason = situation.written.length > 0 || situation.first.deployment.is === 'known' ? 'cleaned_up' : 'nothing_left';
    return { is: 'done', reason, because, remedy };
}
/** The deployment is gone, and with it what was asked to be deleted. */
function cleanup_after(inputs, observed) {
    const deployment = known_valueOf(observed.deployment);
    if (deployment !== undefined && !['completed', 'deleting'].includes(status_stageOf(deployment.status)))
        return observed;
    const old = (known_valueOf(observed.oldBlue) ?? []).map((one) => ({ ...one, database: inputs.deleteOldDatabases ? known_absent : one.database }));
    return { ...observed, deployment: known_absent, oldBlue: known(old) };
}
const cleanup_cleanup = { name: 'cleanup', observe: cleanup_observe, plan: cleanup_plan, after: cleanup_after };

;// CONCATENATED MODULE: ./lib/observing/lag.js





const lag_MINUTE = 60_000;
/** Rule 11: RDS PostgreSQL replicates physically unless the major version changes; Aurora PostgreSQL always logically. */
const isLogical = (blue, green) => blue.engine === 'aurora-postgresql' ||
    (blue.engine === 'postgres' && majorOf(blue.engine, blue.engineVersion) !== majorOf(green.engine, green.engineVersion));
function lagMetricOf(blue, green) {
    if (isLogical(blue, green)) {
        const writer = blue.kind === 'cluster' ? (blue.members.find(member => member.writer)?.name ?? blue.name) : blue.name;
        return { metric: 'OldestReplicationSlotLag', dimensions: { DBInstanceIdentifier: writer }, unit: 'bytes' };
    }
    if (blue.engine === 'aurora-mysql')
        return { metric: 'AuroraBinlogReplicaLag', dimensions: { DBClusterIdentifier: green.name, Role: 'WRITER' }, unit: 'seconds' };
    return { metric: 'ReplicaLag', dimensions: { DBInstanceIdentifier: green.name }, unit: 'seconds' };
}
/** Unknown without a datapoint of the last three minutes: metrics have a resolution of a minute and arrive late. */
async function readLag(look, seen) {
    const deployment = known_valueOf(seen.deployment);
    const blue = known_valueOf(databaseAt(seen, deployment?.source));
    const green = known_valueOf(databaseAt(seen, deployment?.target));
    if (blue === undefined || green === undefined)
        return unknown('blue and green could not both be read');
    const asked = lagMetricOf(blue, green);
    const to = look.clock.date();
    try {
        const [points = []] = await maxima(look, [asked], new Date(to.getTime() - 5 * lag_MINUTE), to);
        const sorted = [...points].sort((a, b) => a.at.getTime() - b.at.getTime());
        const last = sorted.at(-1);
        if (last === undefined || to.getTime() - last.at.getTime() > 3 * lag_MINUTE)
            return unknown(`CloudWatch has no datapoint of ${asked.metric} for ${Object.values(asked.dimensions)[0] ?? ''} in the last three minutes`);
        return known({ metric: asked.metric, unit: asked.unit, newest: last.value, worst: Math.max(...sorted.map(point => point.value)) });
    }
    catch (thrown) {
        if (!(thrown instanceof Faulted))
            throw thrown;
        return unknown(`${asked.metric} could not be read: ${thrown.message} (permission cloudwatch:GetMetricData)`);
    }
}

;// CONCATENATED MODULE: ./lib/phases/switchover-asking.js
/** Asking for the switchover: gates, the memory of an adopted deployment, and one call. */












const switchover_asking_SECOND = 1000;
const switchover_asking_MINUTE = 60 * switchover_asking_SECOND;
/** Two looks just before the call (rule 3). */
const READY_FOR = 5 * switchover_asking_SECOND;
/** A look may be this old (rule 19). */
const switchover_asking_STALE = 30 * switchover_asking_SECOND;
/** Left of the run, beyond the switchover timeout, to begin one (contract, `wait-timeout-minutes`). */
const RESERVE = 10 * switchover_asking_MINUTE;
const calls = (written) => written.filter(one => one.call.operation === 'SwitchoverBlueGreenDeployment');
/** The calls that RDS accepted, or may have. */
const begun = (written) => calls(written).filter(one => one.answer === 'accepted' || one.answer.kind === 'lost');
function gates(inputs, situation, deployment) {
    const { now, pace } = situation;
    if (now.memory.is === 'unknown')
        return refuse('blocked', 'cannot_tell', `the tags of deployment ${deployment.id} cannot be read: ${now.memory.because}`, 'allow rds:ListTagsForResource');
    const memory = known_valueOf(now.memory) ?? EMPTY_MEMORY;
    if (memory.newer !== undefined)
        return refuseNewer(deployment, memory);
    const source = known_valueOf(databaseAt(now, deployment.source));
    if (source?.globalCluster !== undefined) {
        return refuse('blocked', 'global_database_not_supported', `${source.name} belongs to the global database ${source.globalCluster}`, 'this action does not switch over global databases');
    }
    const refused = refusedForGood(situation, deployment);
    if (refused !== undefined)
        return refused;
    const judged = judgeAll(switchoverChecks, 'switchover', now, inputs, situation.date);
    const checks = judged.map(one => one.report);
    const stopping = judged.filter(one => one.stops);
    if (stopping.length > 0) {
        const never = stopping.find(one => one.check.id === 'inside-the-switchover-window' || (one.check.id === 'green-is-what-was-approved' && one.verdict.is === 'not_met'));
        if (never !== undefined) {
            const reason = never.check.id === 'inside-the-switchover-window' ? 'outside_window' : 'fingerprint_differs';
            return { ...refuse('blocked', reason, sayStops([never]), remedyOf([never])), checks };
        }
        if (situation.elapsed >= inputs.gateTimeoutMinutes * switchover_asking_MINUTE) {
            return {
                ...refuse('blocked', 'checks_not_met', `deployment ${deployment.id} was not switched over: ${sayStops(judged)}`, remedyOf(judged)),
                checks
            };
        }
        return { is: 'steps', steps: [{ do: 'wait', intent: sayStops(judged), pace: 'confirming' }], checks };
    }
    const claim = status_stageOf(deployment.status) === 'available' ? CLAIMS.ready : CLAIMS.databasesAvailable;
    if (!hasHeld(situation.steady, claim, pace.scaled(READY_FOR)))
        return { is: 'steps', steps: [{ do: 'wait', intent: 'ready: looking once more before the switchover', pace: 'gate' }], checks };
    return { ...callIt(inputs, situation, deployment, memory), checks };
}
/** What RDS answered to our call: "not in available state" goes back to the gates; anything else is final once no look is older than it. */
function refusedForGood(situation, deployment) {
    const last = calls(situation.written).at(-1);
    if (last === undefined ||
        last.answer === 'accepted' ||
        last.answer.kind !== 'refused' ||
        /not in available state/i.test(last.answer.message))
        return undefined;
    if (situation.at - last.at < situation.pace.scaled(switchover_asking_STALE) ||
        !hasHeld(situation.steady, CLAIMS.status(deployment.status), situation.pace.scaled(switchover_asking_STALE))) {
        return waitFor(`RDS refused the switchover (${last.answer.message}): looking whether one is under way`, 'settling');
    }
    return refuse('failed', 'switchover_refused', `RDS refused the switchover of ${deployment.id}: ${last.answer.code}: ${last.answer.message}`, 'mend what RDS names, then run switchover again', 'switchover');
}
/** Blue as the deployment names it now, before the switchover: what an adopted deployment is given to remember. */
function blueNow(now, deployment) {
    const arns = [...new Set([deployment.source, ...deployment.members.map(member => member.source)])].filter((arn) => ['db', 'cluster'].includes(arn_parseArn(arn ?? '')?.type ?? ''));
    const blue = arns.map(arn => known_valueOf(databaseAt(now, arn)));
    return blue.every(one => one !== undefined) ? blue : undefined;
}
function callIt(inputs, situation, deployment, memory) {
    const { now, written, run } = situation;
    if (memory.blue.length === 0) {
        const blue = blueNow(now, deployment);
        const production = blue?.[0];
        if (blue === undefined || production === undefined)
            return waitFor(`the databases of ${deployment.id} could not all be read`, 'settling');
        return rememberBlue(production, blue, deployment);
    }
    const value = `${run.id === '' ? 'local' : run.id} ${situation.date.toISOString()}`;
    const told = written.some(one => one.call.operation === 'AddTagsToResource' && one.call.input.Tags?.some(tag => tag.Key === KEYS.switchover) === true);
    const needs = inputs.switchoverTimeoutSeconds * switchover_asking_SECOND + RESERVE;
    const call = {
        do: 'write',
        intent: `switch over ${deployment.id}: green becomes production`,
        call: {
            operation: 'SwitchoverBlueGreenDeployment',
            input: { BlueGreenDeploymentIdentifier: deployment.id, SwitchoverTimeout: inputs.switchoverTimeoutSeconds }
        },
        shows: (seen) => seen.deployment.is === 'known' && ['switching', 'completed', 'switchover_failed'].includes(status_stageOf(seen.deployment.value.status)),
        refused: { reason: 'switchover_refused', remedy: 'mend what RDS names, then run switchover again' },
        needs,
        once: true
    };
    if (told)
        return steps(call);
    return steps({
        do: 'write',
        intent: 'note on the deployment who asks for the switchover',
        call: {
            operation: 'AddTagsToResource',
            input: { ResourceName: deploymentArn(deployment), Tags: [{ Key: KEYS.switchover, Value: value }] }
        },
        shows: seen => known_valueOf(seen.memory)?.switchover === value,
        refused: { reason: 'access_denied', remedy: 'allow rds:AddTagsToResource' },
        optional: true,
        needs
    }, call);
}

;// CONCATENATED MODULE: ./lib/phases/switchover-following.js







const switchover_following_SECOND = 1000;
const switchover_following_MINUTE = 60 * switchover_following_SECOND;
/** How long AVAILABLE counts as "not begun yet" after our call (rule 6). */
const GRACE = 2 * switchover_following_MINUTE;
/** Rule 6: after our call AVAILABLE is pending until it was seen in progress, or RDS says that it cancelled, or the grace is over. */
function pending(situation, deployment) {
    const { steady, pace, now, first } = situation;
    const call = begun(situation.written).at(-1);
    const began = call?.seen.includes('SWITCHOVER_IN_PROGRESS') === true;
    const settled = hasHeld(steady, CLAIMS.status(deployment.status), pace.scaled(switchover_asking_STALE));
    const before = new Set(known_valueOf(first.failures) ?? []);
    const cancelled = first.failures.is === 'known' ? (known_valueOf(now.failures) ?? []).filter(event => !before.has(event)) : [];
    const again = 'find the cause, then run switchover again; connections were dropped even though nothing changed';
    if (settled && began)
        return refuse('failed', 'switchover_rolled_back', `RDS began the switchover of ${deployment.id} and rolled it back: production is blue, unchanged`, again, 'switchover');
    if (settled && cancelled.length > 0)
        return refuse('failed', 'switchover_refused', `RDS cancelled the switchover of ${deployment.id} before it began: production is blue, unchanged`, again, 'switchover');
    if (settled && call !== undefined && situation.at - call.at > pace.scaled(GRACE)) {
        const lost = call.answer === 'accepted' ? 'accepted' : `sent and its reply lost (${call.answer.code})`;
        return refuse('failed', 'switchover_not_begun', `the switchover of ${deployment.id} was ${lost}, and RDS did not begin it: production is blue, unchanged`, 'look at the events of the deployment, then run switchover again', 'switchover');
    }
    return steps({
        do: 'wait',
        intent: `the switchover of ${deployment.id} was asked for; waiting until RDS begins it`,
        pace: 'switching',
        toTheEnd: true
    });
}
function follow(inputs, situation, deployment) {
    const ours = begun(situation.written).length > 0;
    const intent = ours
        ? `deployment ${deployment.id} is being switched over`
        : `deployment ${deployment.id} is being switched over by somebody else`;
    return steps({
        do: 'wait',
        intent,
        pace: 'switching',
        toTheEnd: true,
        patience: Math.max(30 * switchover_following_MINUTE, inputs.switchoverTimeoutSeconds * switchover_following_SECOND + RESERVE)
    });
}
function afterFailure(inputs, situation, deployment) {
    const { now, first, steady, pace } = situation;
    const memory = known_valueOf(now.memory);
    const call = begun(situation.written).at(-1);
    const failedBefore = first.deployment.is === 'known' && status_stageOf(first.deployment.value.status) === 'switchover_failed';
    if (call !== undefined && failedBefore && !call.seen.includes('SWITCHOVER_IN_PROGRESS'))
        return pending(situation, deployment);
    const settled = hasHeld(steady, CLAIMS.status(deployment.status), pace.scaled(switchover_asking_STALE));
    if (call !== undefined || situation.seen.includes('SWITCHOVER_IN_PROGRESS')) {
        if (!settled)
            return waitFor(`deployment ${deployment.id} says ${deployment.status}: looking once more`, 'settling');
        const where = noNameMoved(now, deployment, memory)
            ? 'no name has moved: production is blue, unchanged'
            : 'which side production is now is not proven';
        return refuse('failed', 'switchover_failed', `the switchover of ${deployment.id} failed; ${where}`, 'find the cause in the events; run switchover again if no name has moved', 'switchover');
    }
    if (noNameMoved(now, deployment, memory))
        return gates(inputs, situation, deployment);
    if (!settled)
        return waitFor(`deployment ${deployment.id} says ${deployment.status}: looking once more`, 'settling');
    return refuse('failed', 'switchover_failed', `deployment ${deployment.id} is ${deployment.status}, and it is not proven that production is still blue`, 'look at every name in the console before anything else', 'switchover');
}

;// CONCATENATED MODULE: ./lib/phases/without.js



/** As in `create`: two looks, this far apart (rule 19). */
const without_ABSENCE = 30_000;
function without_withoutDeployment(inputs, situation, isAtTarget) {
    const { now, steady, pace } = situation;
    const production = now.production;
    if (production.is === 'known' && isAtTarget(production.value)) {
        return {
            is: 'done',
            reason: 'already_at_target',
            because: `${production.value.name} already is what is asked for (${production.value.engine} ${production.value.engineVersion}), and no deployment is left`
        };
    }
    if (!hasHeld(steady, CLAIMS.deploymentAbsent, pace.scaled(without_ABSENCE)))
        return waitFor('making sure that the deployment is not there', 'confirming');
    if (production.is === 'absent') {
        return refuse('failed', 'source_not_found', `${inputs.source?.text ?? 'the source'} was not found in ${inputs.awsRegion}`, 'correct source and aws-region, or use credentials of the account it is in');
    }
    const wanted = inputs.deploymentId === undefined
        ? `of ${inputs.source?.text ?? 'the source'}`
        : inputs.deploymentId.is === 'id'
            ? inputs.deploymentId.id
            : inputs.deploymentId.name;
    return refuse('failed', 'deployment_not_found', `deployment ${wanted} was not found in ${inputs.awsRegion}`, 'correct deployment-id and aws-region, or run create first');
}

;// CONCATENATED MODULE: ./lib/phases/switchover.js
/** After `switchover` production is the former green, proven; one call, and whatever became of it is found out by looking. */


















const switchover_SECOND = 1000;
const switchover_MINUTE = 60 * switchover_SECOND;
/** Names and ids follow the status (facts 8.5). */
const switchover_PROOF = 5 * switchover_MINUTE;
async function switchover_observe(look, inputs, recall) {
    const again = recall.before?.deployment.is === 'known';
    const { production, trouble } = again || inputs.source === undefined
        ? { production: recall.before?.production ?? notLooked, trouble: undefined }
        : await locateProduction(look, inputs);
    if (trouble !== undefined)
        return { ...NOTHING_SEEN, trouble, production };
    const chosen = await chooseDeployment(look, inputs, recall, production, 'open');
    const seen = { ...NOTHING_SEEN, ...chosen, production };
    if (chosen.deployment.is !== 'known')
        return seen;
    const deployment = chosen.deployment.value;
    const stage = status_stageOf(deployment.status);
    if (stage === 'switching')
        return { ...seen, memory: recall.before?.memory ?? notLooked, failures: recall.before?.failures ?? notLooked };
    if (stage !== 'available' && stage !== 'switchover_failed' && stage !== 'completed')
        return seen;
    const tags = await tagsOfDeployment(look, deployment);
    const memory = tags.is === 'known' ? known(readMemory(tags.value)) : tags;
    const databases = known(await databasesByArn(look, [...sidesOf(deployment), ...productionArns(deployment, known_valueOf(memory))]));
    const found = { ...seen, memory, databases };
    if (stage === 'completed')
        return { ...found, switchedOverAt: await switchover_timeOfSwitchover(look, deployment, known_valueOf(memory), recall) };
    const failures = await readFailures(look, deployment, recall);
    const asked = begun(recall.written).length > 0;
    const lag = asked || databasesNotAvailable(found).length > 0 ? notLooked : await readLag(look, found);
    return { ...found, failures, lag };
}
/** Failure events, once before the call and at every look after it. */
async function readFailures(look, deployment, recall) {
    const before = recall.before?.failures;
    if (before?.is === 'known' && begun(recall.written).length === 0)
        return before;
    try {
        const events = await deploymentEvents(look, deployment.id);
        return known(events.filter(event => event.failure).map(event => `${event.date?.toISOString() ?? ''} ${event.message}`));
    }
    catch (thrown) {
        if (!(thrown instanceof Faulted))
            throw thrown;
        return unknown(thrown.message);
    }
}
/** RDS's own time, for the tag, when this run did not see the switchover itself. */
async function switchover_timeOfSwitchover(look, deployment, memory, recall) {
    const before = recall.before?.switchedOverAt;
    if (memory?.switchedOverAt !== undefined || before?.is === 'known')
        return before ?? notLooked;
    try {
        const at = switchoverCompletedAt(await deploymentEvents(look, deployment.id));
        return at === undefined ? unknown('no event tells when it was switched over') : known(at);
    }
    catch (thrown) {
        if (!(thrown instanceof Faulted))
            throw thrown;
        return unknown(thrown.message);
    }
}
function switchover_plan(inputs, situation) {
    const { now } = situation;
    if (now.trouble !== undefined)
        return refuse('blocked', now.trouble.reason, now.trouble.because, now.trouble.remedy);
    if (now.deployment.is === 'unknown')
        return waitFor(`the deployment could not be read: ${now.deployment.because}`, 'settling');
    if (now.deployment.is === 'absent')
        return without_withoutDeployment(inputs, situation, production => atTarget(inputs, production, now.blue));
    const deployment = now.deployment.value;
    const account = accountTrouble(inputs, deployment.source);
    if (account !== undefined)
        return refuse('blocked', account.reason, account.because, account.remedy);
    switch (status_stageOf(deployment.status)) {
        case 'provisioning':
            return refuse('blocked', 'deployment_unknown', `deployment ${deployment.id} is still being built`, 'run mode: wait first');
        case 'available':
            return begun(situation.written).length > 0 ? pending(situation, deployment) : gates(inputs, situation, deployment);
        case 'switching':
            return follow(inputs, situation, deployment);
        case 'completed':
            return proveIt(inputs, situation, deployment);
        case 'switchover_failed':
            return afterFailure(inputs, situation, deployment);
        case 'invalid':
        case 'failed':
            return refuse('failed', 'switchover_failed', `deployment ${deployment.id} is ${deployment.status} and cannot be switched over`, 'remove it with mode: abort, mend the cause, then run create again', 'switchover');
        case 'deleting':
            return refuse('failed', 'deployment_deleting', `deployment ${deployment.id} is being deleted`, 'run create again once it is gone');
        case 'unknown':
            return refuse('blocked', 'status_unknown', `deployment ${deployment.id} has the status "${deployment.status}", which this release does not know`, 'look at it in the console, and use a release that knows it');
    }
}
function proveIt(inputs, situation, deployment) {
    const { now, first, steady, pace } = situation;
    const memory = known_valueOf(now.memory);
    if (memory?.newer !== undefined)
        return refuseNewer(deployment, memory);
    const proof = prove(now, deployment, memory, inputs.targetEngineVersion);
    switch (proof.is) {
        case 'failed':
            return refuse('failed', 'member_failed', `deployment ${deployment.id} says ${deployment.status}, but ${proof.because.join('; ')}`, 'do not run cleanup: a member that failed still is production; look at each member in the console', 'switchover');
        case 'not_yet':
            if (hasHeld(steady, CLAIMS.status(deployment.status), pace.scaled(switchover_PROOF))) {
                return refuse('failed', 'not_proven', `deployment ${deployment.id} says ${deployment.status}, but ${proof.because.join('; ')}`, 'do not run cleanup; look at each name in the console', 'switchover');
            }
            return steps({ do: 'wait', intent: `switched over; not proven yet: ${proof.because.join('; ')}`, pace: 'settling', toTheEnd: true });
        case 'proven':
            break;
    }
    const tagged = memory === undefined || memory.blue.length === 0 || memory.switchedOverAt !== undefined;
    const told = situation.written.some(one => one.call.operation === 'AddTagsToResource' && one.call.input.Tags?.some(tag => tag.Key === KEYS.switchedOverAt) === true);
    if (!tagged && !told)
        return tellWhen(situation, deployment);
    const already = first.deployment.is === 'known' && status_stageOf(first.deployment.value.status) === 'completed';
    const production = known_valueOf(databaseAt(now, productionArns(deployment, memory)[0]));
    const runs = production === undefined ? '' : `: ${production.name} runs ${production.engine} ${production.engineVersion} on ${production.resourceId}`;
    return already
        ? {
            is: 'done',
            reason: 'already_switched_over',
            because: `deployment ${deployment.id} was switched over before, and it is proven${runs}`,
            evidence: 'coordinates'
        }
        : {
            is: 'done',
            reason: 'switchover_completed',
            because: `deployment ${deployment.id} is switched over, and it is proven${runs}`,
            evidence: 'coordinates'
        };
}
function tellWhen(situation, deployment) {
    const at = known_valueOf(situation.now.switchedOverAt) ?? situation.date;
    return steps({
        do: 'write',
        intent: 'note on the deployment when it was switched over',
        call: {
            operation: 'AddTagsToResource',
            input: { ResourceName: deploymentArn(deployment), Tags: [{ Key: KEYS.switchedOverAt, Value: at.toISOString() }] }
        },
        shows: seen => known_valueOf(seen.memory)?.switchedOverAt !== undefined,
        refused: { reason: 'access_denied', remedy: 'allow rds:AddTagsToResource' },
        optional: true
    });
}
/** The names have moved and every member says so. */
function switchover_after(_inputs, observed) {
    const deployment = known_valueOf(observed.deployment);
    if (deployment === undefined || !['available', 'switching', 'switchover_failed'].includes(status_stageOf(deployment.status)))
        return observed;
    const moved = {
        ...deployment,
        status: 'SWITCHOVER_COMPLETED',
        source: `${deployment.source}-old1`,
        target: deployment.source,
        members: deployment.members.map(member => ({
            source: `${member.source ?? ''}-old1`,
            target: member.source,
            status: 'SWITCHOVER_COMPLETED'
        }))
    };
    const databases = new Map(observed.databases.is === 'known' ? observed.databases.value : []);
    for (const member of deployment.members) {
        const green = known_valueOf(databaseAt(observed, member.target));
        const blue = known_valueOf(databaseAt(observed, member.source));
        if (green !== undefined && blue !== undefined)
            databases.set(`${blue.kind === 'cluster' ? 'cluster' : 'db'}:${blue.name.toLowerCase()}`, known({ ...green, name: blue.name, arn: blue.arn }));
    }
    const memory = known_valueOf(observed.memory) ?? EMPTY_MEMORY;
    return {
        ...observed,
        deployment: known(moved),
        databases: known(databases),
        memory: known({ ...memory, switchedOverAt: memory.switchedOverAt ?? new Date(0) })
    };
}
const switchover_switchover = { name: 'switchover', observe: switchover_observe, plan: switchover_plan, after: switchover_after };

;// CONCATENATED MODULE: ./lib/phases/wait.js
/** After `wait` green is ready: everything of both sides was available at two looks in a row. */












/** Two looks, one poll apart (rule 3). */
const wait_READY_FOR = 15_000;
async function wait_observe(look, inputs, recall) {
    const again = recall.before?.deployment.is === 'known';
    const { production, trouble } = again || inputs.source === undefined
        ? { production: recall.before?.production ?? notLooked, trouble: undefined }
        : await locateProduction(look, inputs);
    if (trouble !== undefined)
        return { ...NOTHING_SEEN, trouble, production };
    const chosen = await chooseDeployment(look, inputs, recall, production, 'open');
    const seen = { ...NOTHING_SEEN, ...chosen, production };
    if (chosen.deployment.is !== 'known' || status_stageOf(chosen.deployment.value.status) !== 'available')
        return seen;
    return { ...seen, databases: known(await databasesByArn(look, sidesOf(chosen.deployment.value))) };
}
function wait_plan(inputs, situation) {
    const { now } = situation;
    if (now.trouble !== undefined)
        return refuse('blocked', now.trouble.reason, now.trouble.because, now.trouble.remedy);
    if (now.deployment.is === 'unknown')
        return waitFor(`the deployment could not be read: ${now.deployment.because}`, 'settling');
    if (now.deployment.is === 'absent')
        return without_withoutDeployment(inputs, situation, production => atTarget(inputs, production, now.blue));
    return wait_planWith(situation, now.deployment.value);
}
function wait_planWith(situation, deployment) {
    switch (status_stageOf(deployment.status)) {
        case 'provisioning':
            return failed(situation.now, deployment) ?? waitFor(`deployment ${deployment.id} is being built`, 'provisioning');
        case 'available':
            return failed(situation.now, deployment) ?? planAvailable(situation, deployment);
        case 'switching':
            return { is: 'done', reason: 'green_ready', because: `deployment ${deployment.id} is being switched over already` };
        case 'completed':
            return { is: 'done', reason: 'already_switched_over', because: `deployment ${deployment.id} has been switched over already` };
        case 'switchover_failed':
            return refuse('failed', 'switchover_failed', `deployment ${deployment.id} is ${deployment.status}`, 'mode: switchover tries again if no name has moved, mode: abort removes it', 'switchover');
        case 'invalid':
        case 'failed':
            return refuse('failed', 'provisioning_failed', `green of deployment ${deployment.id} could not be built: it is ${deployment.status}`, REBUILD, 'provisioning');
        case 'deleting':
            return refuse('failed', 'deployment_deleting', `deployment ${deployment.id} is being deleted`, 'run create again once it is gone');
        case 'unknown':
            // Waiting writes nothing: the engine gives up when nothing has changed for half an hour.
            return waitFor(`deployment ${deployment.id} has the status "${deployment.status}", which this release does not know`, 'provisioning');
    }
}
const REBUILD = 'mend the cause on blue, remove the deployment with mode: abort, then run create again';
function failed(now, deployment) {
    const lines = failuresIn(now);
    if (lines.length === 0)
        return undefined;
    return refuse('failed', 'provisioning_failed', `green of deployment ${deployment.id} could not be built: ${lines.join('; ')}`, REBUILD, 'provisioning');
}
function planAvailable(situation, deployment) {
    const lines = notReady(situation.now);
    if (lines.length === 0) {
        if (!hasHeld(situation.steady, CLAIMS.ready, situation.pace.scaled(wait_READY_FOR)))
            return waitFor('everything is available: looking once more', 'confirming');
        return {
            is: 'done',
            reason: 'green_ready',
            because: `green of deployment ${deployment.id} is ready: every task, member and database of both sides is available`,
            completed: true
        };
    }
    const unknown = unknownStatuses(situation.now, deployment);
    const note = unknown.length === 0 ? '' : ` (a status this release does not know: ${unknown.join(', ')})`;
    return waitFor(`${lines.join('; ')}${note}`, 'provisioning');
}
function unknownStatuses(now, deployment) {
    return sidesOf(deployment).flatMap(arn => {
        const database = databaseAt(now, arn);
        return database.is === 'known' && !isKnownDatabaseStatus(database.value.status) ? [database.value.status] : [];
    });
}
/** Everything available on both sides, as `wait` leaves it; what is not there yet is imagined from blue. */
function wait_after(_inputs, observed) {
    const deployment = known_valueOf(observed.deployment);
    if (deployment === undefined || !['provisioning', 'available'].includes(status_stageOf(deployment.status)))
        return observed;
    const blue = known_valueOf(observed.blue) ?? [];
    const pairs = deployment.members.length > 0
        ? deployment.members
        : (blue.length > 0 ? blue.map(one => one.arn) : [deployment.source]).map(source => ({ source, target: undefined }));
    const members = pairs.map(pair => ({ source: pair.source, target: pair.target ?? `${pair.source ?? ''}-green-(new)`, status: 'AVAILABLE' }));
    const ready = {
        ...deployment,
        status: 'AVAILABLE',
        target: deployment.target ?? `${deployment.source}-green-(new)`,
        tasks: (deployment.tasks ?? []).map(task => ({ ...task, status: 'COMPLETED' })),
        members
    };
    const databases = new Map();
    for (const member of members) {
        const seen = known_valueOf(databaseAt(observed, member.source)) ?? blue.find(one => one.arn === member.source);
        if (seen === undefined || member.source === undefined)
            continue;
        databases.set(labelOf(member.source), known({ ...seen, status: 'available' }));
        const green = known_valueOf(databaseAt(observed, member.target)) ?? imagined(seen, member.target, observed);
        databases.set(labelOf(member.target), known({ ...green, status: 'available', storageOperation: undefined }));
    }
    return {
        ...observed,
        deployment: known(ready),
        databases: known(databases),
        lag: known({ metric: 'ReplicaLag', unit: 'seconds', newest: 0, worst: 0 }),
        failures: known([])
    };
}
const imagined = (blue, arn, observed) => ({
    ...blue,
    name: nameIn(arn),
    arn,
    resourceId: `${blue.resourceId}-(green)`,
    engineVersion: known_valueOf(observed.target)?.engineVersion ?? blue.engineVersion
});
const wait = { name: 'wait', observe: wait_observe, plan: wait_plan, after: wait_after };

;// CONCATENATED MODULE: ./lib/phases/index.js
/** The phases that exist, in their only legal order. */




const phases_phases = [create, wait, switchover_switchover, cleanup_cleanup];

;// CONCATENATED MODULE: ./lib/rds/patience.js
/** Reads are retried by us, on our clock: throttling and lost answers a few times, everything else at once (rule 4: writes never here). */

const ATTEMPTS = 4;
async function patiently(operation, means, send) {
    for (let attempt = 1;; attempt += 1) {
        let fault;
        try {
            return await send();
        }
        catch (thrown) {
            if (thrown instanceof Faulted)
                throw thrown;
            if (!isFault(thrown))
                throw thrown;
            fault = faultOf(thrown);
        }
        const again = (fault.kind === 'throttled' || fault.kind === 'lost') && attempt < ATTEMPTS && !means.signal.aborted;
        if (!again)
            throw new Faulted(fault, operation);
        // RDS refills 12 requests a second (rule 15): half a second to four, with full jitter above the half.
        await means.clock.sleep(means.pace.scaled(500 * (1 + means.random() * 2 ** attempt)), means.signal);
    }
}
function patientReads(rds, means) {
    return { read: (operation, input, signal) => patiently(operation, means, () => rds.read(operation, input, signal)) };
}
function patientMetrics(metrics, means) {
    return { read: (operation, input, signal) => patiently(operation, means, () => metrics.read(operation, input, signal)) };
}

;// CONCATENATED MODULE: ./lib/reporting/discreet.js

/** `accounts` may grow while the run learns which account it is in. */
function discreet(reporter, accounts) {
    const clean = (text) => withoutArns(text, [...accounts]);
    return {
        startGroup: title => reporter.startGroup(clean(title)),
        endGroup: () => reporter.endGroup(),
        say: line => reporter.say(clean(line)),
        warn: line => reporter.warn(clean(line)),
        know: outputs => reporter.know(outputs)
    };
}

;// CONCATENATED MODULE: ./lib/waiting/pace.js
function paceOf(pollIntervalSeconds) {
    const shrink = pollIntervalSeconds !== undefined && pollIntervalSeconds < 5 ? pollIntervalSeconds / 30 : 1;
    const provisioning = pollIntervalSeconds === undefined || shrink !== 1 ? 30_000 : pollIntervalSeconds * 1000;
    return {
        scaled: milliseconds => milliseconds * shrink,
        pause(name, random, throttledLooks) {
            switch (name) {
                case 'provisioning':
                    // Jitter of ±10 % keeps many runs from polling in step.
                    return provisioning * shrink * (0.9 + random() * 0.2);
                case 'settling':
                case 'gate':
                    return 5000 * shrink;
                case 'confirming':
                    return 15_500 * shrink;
                case 'switching':
                    return Math.min(5000, 1000 * 2 ** throttledLooks) * shrink;
            }
        }
    };
}

;// CONCATENATED MODULE: ./lib/run.js
/** A run: its phases one after another, each from wherever it finds things, and the one report of all of them. */

















const run_MINUTE = 60_000;
/** Phases and inquiries of this release. */
const AVAILABLE = new Set([...phases_phases.map(phase => phase.name), ...inquiries_inquiries.map(inquiry => inquiry.name)]);
/** What is gathered while the phases run; published by `main` even when a phase throws. */
class Run {
    #inputs;
    #world;
    #outputs = {};
    #phases = [];
    #leftOut = [];
    #checks = new Map();
    #writes = [];
    #entries = [];
    #warnings = [];
    #binlog = [];
    /** Hidden in every line, as soon as RDS has named them. */
    #accounts = new Set();
    #startedAt;
    #now;
    #last;
    constructor(inputs, world) {
        this.#inputs = inputs;
        this.#world = { ...world, reporter: discreet(world.reporter, this.#accounts) };
        this.#startedAt = world.clock.date();
    }
    async go() {
        const inquiry = inquiries_inquiries.find(one => this.#inputs.modes.includes(one.name));
        if (inquiry === undefined)
            await this.#drive();
        else
            await this.#ask(inquiry);
        return this.report();
    }
    #look() {
        const { clock, random, signal, rds, metrics } = this.#world;
        const means = { clock, random, signal, pace: paceOf(this.#inputs.pollIntervalSeconds) };
        return { rds: patientReads(rds, means), metrics: patientMetrics(metrics, means), clock, random, signal };
    }
    async #ask(inquiry) {
        const started = this.#world.clock.elapsed();
        this.#world.reporter.startGroup(inquiry.name);
        let outcome;
        try {
            const answer = await inquiry.answer(this.#look(), this.#inputs);
            this.#know(answer.now);
            outcome = answer.outcome;
        }
        catch (thrown) {
            if (!(thrown instanceof Faulted))
                throw thrown;
            const ending = endOfFault(thrown.fault, thrown.operation, this.#world.clock.elapsed() - started, this.#inputs);
            outcome = { ...ending, phase: inquiry.name, details: [] };
            if (this.#world.signal.aborted)
                outcome = {
                    is: 'cancelled',
                    phase: inquiry.name,
                    reason: 'cancelled',
                    because: 'cancelled; nothing was changed',
                    remedy: '',
                    details: []
                };
        }
        this.#ended(inquiry.name, outcome, started, []);
    }
    async #drive() {
        const wanted = PHASE_ORDER.filter(name => this.#inputs.modes.includes(name));
        let ahead;
        for (const [index, name] of wanted.entries()) {
            const phase = phases_phases.find(one => one.name === name);
            if (phase === undefined) {
                this.#leftOut.push({ phase: name, because: 'this release does not have it' });
                this.#world.reporter.say(`${name} is left out: this release does not have it`);
                continue;
            }
            const started = this.#world.clock.elapsed();
            this.#world.reporter.startGroup(name);
            if (ahead !== undefined) {
                ahead = this.#planAhead(phase, ahead, started);
                if (ahead !== undefined)
                    continue;
            }
            else {
                const end = await this.#one(phase);
                this.#ended(name, end.outcome, started, end.planned);
                if (end.outcome.is === 'planned') {
                    ahead = phase.after(this.#inputs, end.now);
                    continue;
                }
                if (end.outcome.is === 'completed' || end.outcome.is === 'nothing_to_do')
                    continue;
            }
            for (const left of wanted.slice(index + 1))
                this.#leftOut.push({ phase: left, because: `${name} ended ${this.#last?.is ?? ''}` });
            return;
        }
    }
    async #one(phase) {
        const world = this.#world;
        const drive = new Drive({
            phase,
            inputs: this.#narrowed(),
            world,
            look: this.#look(),
            pace: paceOf(this.#inputs.pollIntervalSeconds),
            deadline: this.#inputs.waitTimeoutMinutes * run_MINUTE,
            know: now => this.#know(now)
        });
        // Written down as it happens: a phase that throws has still written what it wrote.
        try {
            const end = await drive.run();
            this.#warnings.push(...end.warnings);
            this.#binlog.push(...end.binlog);
            for (const check of end.checks)
                this.#checks.set(check.id, check);
            const call = end.ledger.entries.find(entry => entry.step.call.operation === 'SwitchoverBlueGreenDeployment' && mayHaveHappened(entry));
            if (call !== undefined && end.outcome.reason === 'switchover_completed')
                this.#tell({ 'switchover-seconds': ((world.clock.elapsed() - call.at) / 1000).toFixed(1) });
            return end;
        }
        finally {
            this.#writes.push(...drive.ledger.reports);
            this.#entries.push(...drive.ledger.entries);
        }
    }
    /** Later phases of one run speak of the deployment that an earlier one found or made. */
    #narrowed() {
        const deployment = this.#now === undefined ? undefined : known_valueOf(this.#now.deployment);
        if (this.#inputs.deploymentId !== undefined || deployment === undefined)
            return this.#inputs;
        return { ...this.#inputs, deploymentId: { is: 'id', id: deployment.id } };
    }
    /** Undefined when the phase would refuse: what comes behind it is not planned. */
    #planAhead(phase, now, started) {
        const { plan, planned, then } = lookAhead(phase, this.#inputs, now, this.#world, paceOf(this.#inputs.pollIntervalSeconds));
        const base = { phase: phase.name, details: [] };
        if (plan.is === 'refuse') {
            this.#ended(phase.name, { ...base, is: plan.outcome, reason: plan.reason, because: plan.because, remedy: plan.remedy }, started, []);
            return undefined;
        }
        const because = plan.is === 'done' ? plan.because : `nothing was changed (dry-run): next would be to ${plan.steps[0].intent}`;
        this.#ended(phase.name, { ...base, is: 'planned', reason: 'plan_passed', because, remedy: '' }, started, planned);
        return then;
    }
    #ended(phase, outcome, started, planned) {
        const { reporter, clock } = this.#world;
        this.#last = outcome;
        this.#phases.push({ phase, outcome, took: clock.elapsed() - started, planned });
        for (const step of planned)
            reporter.say(`${phase}  would ${step.intent}${step.operation === undefined ? '' : `  ${step.operation} ${JSON.stringify(step.input)}`}`);
        for (const line of outcome.details)
            reporter.say(line);
        reporter.say(`${phase}  ${outcome.is} (${outcome.reason}): ${outcome.because}`);
        reporter.endGroup();
    }
    #know(now) {
        this.#now = now;
        for (const arn of [known_valueOf(now.production)?.arn, known_valueOf(now.deployment)?.source]) {
            const account = arn === undefined ? undefined : arn_parseArn(arn)?.account;
            if (account !== undefined && account !== '')
                this.#accounts.add(account);
        }
        this.#tell(tell(now));
    }
    #tell(told) {
        const changed = Object.fromEntries(Object.entries(told).filter(([name, value]) => this.#outputs[name] !== value));
        if (Object.keys(changed).length === 0)
            return;
        Object.assign(this.#outputs, changed);
        this.#world.reporter.know(changed);
    }
    /** The phase that stopped the run decides; if none did, whether any phase completed (contract, "Outputs"). */
    #outcome() {
        const last = this.#phases.at(-1)?.outcome;
        if (last === undefined)
            return { is: 'failed', phase: '', reason: 'unexpected_error', because: 'no phase was run', remedy: '', details: [] };
        if (last.is !== 'nothing_to_do')
            return last;
        return this.#phases.findLast(phase => phase.outcome.is === 'completed')?.outcome ?? last;
    }
    /** The first phase of the order that is not done; empty at the end. */
    #nextMode(outcome) {
        const stopped = !['completed', 'nothing_to_do'].includes(outcome.is);
        if (stopped && outcome.phase !== 'status')
            return this.#phases.at(-1)?.phase ?? '';
        const deployment = this.#now === undefined ? undefined : known_valueOf(this.#now.deployment);
        if (deployment === undefined)
            return outcome.phase === 'status' && outcome.is === 'nothing_to_do' ? 'create' : '';
        switch (status_stageOf(deployment.status)) {
            case 'provisioning':
                return 'wait';
            case 'available':
                return this.#phases.some(phase => phase.phase === 'wait') ? 'switchover' : 'wait';
            case 'switching':
            case 'switchover_failed':
                return 'switchover';
            case 'completed':
                return 'cleanup';
            case 'invalid':
            case 'failed':
                return 'abort';
            case 'deleting':
            case 'unknown':
                return '';
        }
    }
    report() {
        const outcome = this.#outcome();
        const now = this.#now;
        const deployment = now === undefined ? undefined : known_valueOf(now.deployment);
        const switchedOver = deployment !== undefined && status_stageOf(deployment.status) === 'completed';
        const checks = [...this.#checks.values()];
        const outputs = {
            ...this.#outputs,
            outcome: outcome.is,
            reason: outcome.reason,
            phase: outcome.phase,
            changed: String(this.#entries.some(mayHaveHappened)),
            checks: JSON.stringify(checks),
            'next-mode': this.#nextMode(outcome)
        };
        return {
            outcome,
            phases: this.#phases,
            leftOut: this.#leftOut,
            outputs,
            members: now === undefined ? [] : membersOf(now),
            checks,
            writes: this.#writes,
            warnings: this.#warnings,
            advice: [],
            binlog: this.#binlog,
            arns: {
                deployment: deployment === undefined ? '' : deploymentArn(deployment),
                source: deployment?.source ?? (now === undefined ? '' : (known_valueOf(now.production)?.arn ?? '')),
                target: deployment?.target ?? '',
                old: switchedOver ? deployment.source : ''
            },
            oldDatabases: now === undefined ? [] : oldDatabasesOf(now),
            startedAt: this.#startedAt,
            took: this.#world.clock.elapsed(),
            run: this.#world.run,
            region: this.#inputs.awsRegion
        };
    }
}
function membersOf(now) {
    return (known_valueOf(now.deployment)?.members ?? []).map(member => ({
        source: member.source ?? '',
        target: member.target ?? '',
        status: member.status ?? '',
        sourceDatabaseStatus: known_valueOf(databaseAt(now, member.source))?.status ?? '',
        targetDatabaseStatus: known_valueOf(databaseAt(now, member.target))?.status ?? ''
    }));
}
function oldDatabasesOf(now) {
    const old = (known_valueOf(now.oldBlue) ?? []).flatMap(one => (one.database.is === 'known' ? [one.database.value] : []));
    const deployment = known_valueOf(now.deployment);
    const sources = deployment !== undefined && status_stageOf(deployment.status) === 'completed'
        ? deployment.members.flatMap(member => known_valueOf(databaseAt(now, member.source)) ?? [])
        : [];
    return (old.length > 0 ? old : sources).map(database => ({ name: database.name, resourceId: database.resourceId, status: database.status }));
}

;// CONCATENATED MODULE: ./lib/main.js
/** Inputs, run, publish: the only place that turns an error into a failed step. */











/** Never rejects. Returns the exit code. */
async function main(around) {
    const { env, publisher } = around;
    const read = readInputs(env, checks);
    publisher.mask(read.secrets);
    publisher.know((0,outputs/* emptyOutputs */.q_)());
    const problems = read.is === 'wrong' ? read.problems : unavailable(read.inputs);
    if (problems.length > 0 || read.is === 'wrong')
        return publish(around, { ...empty(around, badInput(problems)), problems }, 'fail');
    let run;
    try {
        const { rds, metrics, expires } = await around.connect(read.inputs);
        run = new Run(read.inputs, { ...around, rds, metrics, expires, reporter: publisher });
        return await publish(around, await run.go(), read.inputs.onTimeout);
    }
    catch (thrown) {
        const report = run === undefined ? empty(around, unexpected(thrown)) : { ...run.report(), outcome: unexpected(thrown) };
        if (env['RUNNER_DEBUG'] === '1' && thrown instanceof Error)
            publisher.say(thrown.stack ?? '');
        return publish(around, report, 'fail');
    }
}
/** Of an `upgrade` what does not exist yet is left out, and said; a phase asked for by name is refused. */
function unavailable(inputs) {
    if (inputs.upgrade)
        return [];
    const missing = inputs.modes.filter((mode) => !AVAILABLE.has(mode));
    return missing.map(mode => ({
        input: 'mode',
        value: `"${mode}"`,
        because: `this release does not have ${mode} yet`,
        allowed: [...AVAILABLE, 'upgrade'].join(', '),
        example: 'create'
    }));
}
const unexpected = (thrown) => ({
    is: 'failed',
    phase: '',
    reason: 'unexpected_error',
    because: `something went wrong inside the action: ${thrown instanceof Error ? thrown.message : String(thrown)}`,
    remedy: 'please report it with the log of a run with debug logging; the same step run again goes on from what it finds',
    details: []
});
const empty = (around, outcome) => ({
    outcome,
    phases: [],
    leftOut: [],
    outputs: {},
    members: [],
    checks: [],
    writes: [],
    warnings: [],
    advice: [],
    binlog: [],
    arns: { deployment: '', source: '', target: '', old: '' },
    oldDatabases: [],
    startedAt: around.clock.date(),
    took: around.clock.elapsed(),
    run: around.run,
    region: ''
});
/** One thing after another, each in its own try: none can change how the run ended. */
async function publish({ publisher, signal }, found, onTimeout) {
    const { outcome } = found;
    const known = { ...(0,outputs/* emptyOutputs */.q_)(), changed: 'false', ...found.outputs, outcome: outcome.is, reason: outcome.reason, phase: outcome.phase };
    const path = publisher.reportPath();
    // What GitHub would drop is dropped here, so that `result` never carries it either.
    const guarded = Object.fromEntries(Object.entries({ ...known, 'report-path': path }).map(([name, value]) => [name, (0,outputs/* refuseAccount */.aE)(name, value).value]));
    const report = { ...found, outputs: guarded };
    const isFailure = exitCodeOf(outcome.is, onTimeout) === 1;
    const parts = [
        ['the outputs', () => publisher.know({ ...guarded, result: result(report) })],
        ['the error', () => (isFailure ? publisher.fail(annotation(outcome, accountsOf(report))) : undefined)],
        ['the report file', () => publisher.writeReport(path, reportFile(report))],
        ['the summary', () => publisher.writeSummary(summary(report))]
    ];
    for (const [what, part] of parts) {
        try {
            await part();
        }
        catch (thrown) {
            if (!signal.aborted)
                publisher.warn(`${what} could not be written: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
        }
    }
    return exitCodeOf(outcome.is, onTimeout);
}


/***/ }),

/***/ 5077:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   aE: () => (/* binding */ refuseAccount),
/* harmony export */   q_: () => (/* binding */ emptyOutputs)
/* harmony export */ });
/* unused harmony exports OUTPUTS, OUTPUT_NAMES */
/** Every output of the action, and what keeps account ids out of them. action.yml and the README are generated from this table. */
const OUTPUTS = {
    outcome: 'completed, nothing_to_do, planned, blocked, failed, timed_out or cancelled',
    reason: 'Why, as one code of a closed list',
    phase: 'The phase that decided the outcome',
    changed: 'true if this run changed anything in AWS, or may have',
    'deployment-id': 'Id of the blue/green deployment',
    'deployment-name': 'Name of the blue/green deployment',
    status: 'Status of the deployment, as RDS names it',
    'source-kind': 'instance or cluster',
    'source-identifier': 'The production name; it does not change at switchover',
    'green-identifier': 'Name of green, for test jobs between wait and switchover; empty after it',
    'green-endpoint': 'Endpoint of green (the writer), likewise',
    'green-reader-endpoint': 'Reader endpoint of green (Aurora), likewise',
    'green-port': 'Port of green, likewise',
    'old-identifier': "Old blue's name after switchover",
    engine: 'Engine of production',
    'engine-version': 'Engine version that production runs now',
    'engine-version-before': 'Engine version that production ran before',
    'parameter-group': 'DB parameter group of production now',
    'parameter-group-before': 'DB parameter group of production before',
    'cluster-parameter-group': 'DB cluster parameter group of production now (Aurora)',
    'cluster-parameter-group-before': 'DB cluster parameter group of production before (Aurora)',
    'resource-id': 'DbiResourceId or DbClusterResourceId of production now',
    'resource-id-before': 'DbiResourceId or DbClusterResourceId of production before',
    'target-parameter-group': 'DB parameter group that prepare made or create used',
    'target-cluster-parameter-group': 'DB cluster parameter group that prepare made or create used (Aurora)',
    fingerprint: 'What a reviewer approves, for approved-fingerprint',
    checks: 'JSON list of the checks with verdict, observed, expected and remedy',
    'switchover-seconds': 'From the accepted call to the proven end',
    drift: 'JSON: the attributes that code must change, per tool',
    matrix: 'JSON for strategy.matrix (discover)',
    'changed-fields': 'drift: the list of attributes, for a pull-request job',
    'next-mode': 'The first phase of the order that is not done; empty at the end',
    result: 'Versioned JSON ("schema": 1) with all of the above',
    'report-path': 'Path of a JSON file with everything, ARNs and timings included, for actions/upload-artifact'
};
// The keys of the table, which Object.keys types as any text.
const OUTPUT_NAMES = Object.keys(OUTPUTS);
/** All of them, with nothing to say: what every exit starts from. */
const emptyOutputs = () => 
// One entry a name, which fromEntries cannot say.
Object.fromEntries(OUTPUT_NAMES.map(name => [name, '']));
// Twelve digits behind the point of a number are a fraction.
const ACCOUNT = /arn:aws|(?<![A-Za-z0-9]|\d\.)\d{12}(?![A-Za-z0-9])/i;
/**
 * GitHub drops a whole output between jobs when a part of it is masked, and people mask their account ids (contract, "Outputs"). What
 * carries one is left empty with a warning: an output that is missing everywhere is found at once, one that is missing only where
 * somebody masks is not. A report path may contain digits that the runner chose, so only an ARN is refused there.
 */
function refuseAccount(name, value) {
    const isRefused = name === 'report-path' ? /arn:aws/i.test(value) : ACCOUNT.test(value) || ACCOUNT.test(payloadOf(value));
    if (!isRefused)
        return { value, warning: undefined };
    return { value: '', warning: `the output ${name} is left empty, because it would carry an ARN or an account id` };
}
/** A fingerprint is text in other letters. */
const payloadOf = (value) => (value.startsWith('v1:') ? Buffer.from(value.slice(3), 'base64url').toString() : '');


/***/ }),

/***/ 5532:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ realClock)
/* harmony export */ });
/** Elapsed time counts from the start of the process, so that loading the code is part of the run. */
const realClock = {
    elapsed: () => performance.now(),
    date: () => new Date(),
    sleep: (milliseconds, signal) => new Promise(resolve => {
        if (signal.aborted || milliseconds <= 0) {
            resolve();
            return;
        }
        const over = () => {
            clearTimeout(timer);
            signal.removeEventListener('abort', over);
            resolve();
        };
        const timer = setTimeout(over, milliseconds);
        signal.addEventListener('abort', over);
    })
};


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(5691);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
