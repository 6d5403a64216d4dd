import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

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

/***/ 6698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

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

/***/ 4708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 8995:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:module");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 8321:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/consumers");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

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

/***/ 5463:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   P$: () => (/* binding */ __commonJS),
/* harmony export */   VA: () => (/* binding */ __export),
/* harmony export */   f1: () => (/* binding */ __toESM),
/* harmony export */   ki: () => (/* binding */ __require)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8995);
 const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __require = /* @__PURE__ */ ((x) => typeof require !== "undefined" ? require : typeof Proxy !== "undefined" ? new Proxy(x, {
  get: (a, b) => (typeof require !== "undefined" ? require : a)[b]
}) : x)(function(x) {
  if (typeof require !== "undefined") return require.apply(this, arguments);
  throw Error('Dynamic require of "' + x + '" is not supported');
});
var __commonJS = (cb, mod) => function __require2() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};
var __export = (target, all) => {
  for (var name in all)
    __defProp(target, name, { get: all[name], enumerable: true });
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));




/***/ }),

/***/ 9471:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Kl: () => (/* binding */ faultOf),
/* harmony export */   Zh: () => (/* binding */ isFault),
/* harmony export */   eq: () => (/* binding */ NoCredentials),
/* harmony export */   q3: () => (/* binding */ Faulted)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8995);
 const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);

// lib/rds/faults.js
var NoCredentials = class extends Error {
  fault;
  constructor(fault) {
    super(fault.message);
    this.name = "NoCredentials";
    this.fault = fault;
  }
};
var Faulted = class extends Error {
  fault;
  operation;
  constructor(fault, operation) {
    super(`${operation}: ${fault.code}: ${fault.message}`);
    this.name = "Faulted";
    this.fault = fault;
    this.operation = operation;
  }
};
var EXPIRED = /^(ExpiredToken|ExpiredTokenException|RequestExpired|TokenRefreshRequired|IDPCommunicationError|InvalidIdentityToken)$/;
var DENIED = /^(AccessDenied|AccessDeniedException|UnauthorizedOperation|AuthFailure|InvalidClientTokenId|UnrecognizedClientException|SignatureDoesNotMatch|OptInRequired|NotAuthorized|AuthorizationNotFound|AuthorizationNotFoundFault|MissingAuthenticationToken|IncompleteSignature)$/;
var THROTTLED = /^(Throttling|ThrottlingException|ThrottledException|RequestThrottled|RequestThrottledException|RequestLimitExceeded|TooManyRequestsException|SlowDown)$/;
var NOT_FOUND = /NotFound(Fault)?$/;
var NO_CREDENTIALS = /^(CredentialsProviderError|CredentialsError|TokenProviderError)$/;
var field = (thrown, name) => typeof thrown === "object" && thrown !== null ? thrown[name] : void 0;
var text = (value) => typeof value === "string" && value !== "" ? value : void 0;
function statusOf(thrown) {
  const status = field(field(thrown, "$metadata"), "httpStatusCode");
  return typeof status === "number" ? status : void 0;
}
var carried = (thrown) => {
  const fault = field(thrown, "fault");
  return text(field(fault, "kind")) === void 0 ? void 0 : fault;
};
var isFault = (thrown) => carried(thrown) !== void 0 || field(thrown, "$metadata") !== void 0 || field(thrown, "$fault") !== void 0 || typeof field(thrown, "code") === "string" || NO_CREDENTIALS.test(text(field(thrown, "name")) ?? "") || /^(TimeoutError|AbortError)$/.test(text(field(thrown, "name")) ?? "");
function faultOf(thrown) {
  const own = carried(thrown);
  if (own !== void 0)
    return own;
  const name = text(field(thrown, "name")) ?? "";
  const wire = text(field(thrown, "Code")) ?? text(field(thrown, "code")) ?? "";
  const status = statusOf(thrown);
  const code = name === "" || name === "Error" ? wire === "" ? "Error" : wire : name;
  const message = text(field(thrown, "message")) ?? String(thrown);
  const fault = (kind) => ({ kind, code, message });
  const is = (shape) => shape.test(name) || shape.test(wire);
  if (is(NO_CREDENTIALS))
    return fault("no_credentials");
  if (is(EXPIRED))
    return fault("expired");
  if (is(THROTTLED) || status === 429)
    return fault("throttled");
  if (is(DENIED))
    return fault("denied");
  if (status !== void 0 && status >= 400 && status < 500) {
    if (is(NOT_FOUND) || status === 404)
      return fault("not_found");
    if (status === 403 && !/Fault$|Exceeded/.test(code))
      return fault("denied");
    return fault("refused");
  }
  return fault("lost");
}




/***/ }),

/***/ 8568:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8995);
/* harmony import */ var _chunk_LNJJPMCI_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9471);
/* harmony import */ var _chunk_AOQXDOIH_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(5463);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(8161);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(1455);
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(7067);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(4708);
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(8321);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_9__ = __nccwpck_require__(3024);
 const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);



// lib/index.js


// lib/github/context.js
function stepContext(env2, spare) {
  const repository = nameOf(env2["GITHUB_REPOSITORY"]);
  const run2 = numberOf(env2["GITHUB_RUN_ID"]);
  const attempt = numberOf(env2["GITHUB_RUN_ATTEMPT"]);
  const server = /^https?:\/\/[\w.:-]+/.exec(env2["GITHUB_SERVER_URL"] ?? "")?.[0] ?? "https://github.com";
  const isRun = run2 !== "" && repository !== "";
  return {
    run: {
      url: isRun ? `${server}/${repository}/actions/runs/${run2}${attempt === "" ? "" : `/attempts/${attempt}`}` : "",
      id: run2 === "" ? "" : `${run2}.${attempt === "" ? "1" : attempt}`
    },
    repository,
    outputPath: given(env2["GITHUB_OUTPUT"]),
    summaryPath: given(env2["GITHUB_STEP_SUMMARY"]),
    folder: given(env2["RUNNER_TEMP"]) ?? spare
  };
}
var reportPath = (context2, token) => `${context2.folder.replace(/[\\/]+$/, "")}/rds-blue-green-${token.slice(0, 8)}.json`;
var given = (value) => value === void 0 || value === "" ? void 0 : value;
var numberOf = (value = "") => /^\d+$/.test(value) ? value : "";
var nameOf = (value = "") => /^[\w.-]+\/[\w.-]+$/.test(value) ? value : "";

// lib/github/files.js

async function writeSummary(markdown, env2) {
  const path = env2["GITHUB_STEP_SUMMARY"];
  if (path === void 0 || path === "")
    return;
  const { summary: summary2 } = await __nccwpck_require__.e(/* import() */ 119).then(__nccwpck_require__.bind(__nccwpck_require__, 5119));
  await summary2.addRaw(markdown).write();
}
var writeReport = (path, json) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_4__.writeFile)(path, json, "utf8");

// lib/github/oidc.js



var TIMEOUT = 1e4;
var NO_PERMISSION = {
  reason: "access_denied",
  because: "role-to-assume needs an OIDC token of this job, and the job may not ask for one",
  remedy: "add to the job or the workflow, beside the permissions it has already: `permissions: id-token: write`. A pull request from a fork never gets it; there, and outside GitHub, leave role-to-assume out and let the SDK find credentials"
};
var NO_MORE = {
  reason: "credentials_expired",
  because: "the AWS credentials have ended, and GitHub gives this job no more tokens to renew them, about six hours after its start; what was asked for goes on in AWS",
  remedy: "run the same step again in a new job: it goes on from what it finds"
};
var UNREACHABLE = {
  reason: "aws_unreachable",
  because: "GitHub's token endpoint gave no OIDC token for role-to-assume",
  remedy: "look at githubstatus.com and at the network of the runner, then run the same step again"
};
function jobTokens(env2, mask2, signal) {
  const address = env2["ACTIONS_ID_TOKEN_REQUEST_URL"] ?? "";
  const bearer = env2["ACTIONS_ID_TOKEN_REQUEST_TOKEN"] ?? "";
  let hadOne = false;
  return {
    until: endOf(bearer),
    async token(audience) {
      if (address === "" || bearer === "")
        throw fault("no_credentials", "NoOidcToken", NO_PERMISSION.because, NO_PERMISSION);
      const answer = await ask(`${address}&audience=${encodeURIComponent(audience)}`, bearer, env2, signal).catch((thrown) => {
        throw passing(thrown instanceof Error ? thrown.message : String(thrown));
      });
      if (answer.status === 401 || answer.status === 403)
        throw fault("no_credentials", `Http${answer.status}`, "GitHub's token endpoint refused the job", hadOne ? NO_MORE : NO_PERMISSION);
      const token = answer.status === 200 ? valueIn(answer.body) : void 0;
      if (token === void 0)
        throw passing(`it answered ${answer.status}`);
      mask2([token]);
      hadOne = true;
      return token;
    }
  };
}
var fault = (kind, code4, message, told) => new _chunk_LNJJPMCI_js__WEBPACK_IMPORTED_MODULE_1__/* .NoCredentials */ .eq({ kind, code: code4, message, told });
var passing = (words) => fault("throttled", "OidcUnreachable", `${UNREACHABLE.because}: ${words}`, { ...UNREACHABLE, because: `${UNREACHABLE.because}: ${words}` });
async function ask(address, bearer, env2, cancelled2) {
  const url = new URL(address);
  const headers = { authorization: `Bearer ${bearer}`, accept: "application/json", "user-agent": "rds-blue-green" };
  const signal = AbortSignal.any([cancelled2, AbortSignal.timeout(TIMEOUT)]);
  const response = await new Promise((resolve2, reject) => {
    const request = url.protocol === "http:" ? (0,node_http__WEBPACK_IMPORTED_MODULE_5__.get)(url, { headers, signal, agent: new node_http__WEBPACK_IMPORTED_MODULE_5__.Agent({ proxyEnv: env2 }) }, resolve2) : (0,node_https__WEBPACK_IMPORTED_MODULE_6__.get)(url, { headers, signal, agent: new node_https__WEBPACK_IMPORTED_MODULE_6__.Agent({ proxyEnv: env2 }) }, resolve2);
    request.on("error", reject);
  });
  return { status: response.statusCode ?? 0, body: await (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_7__.text)(response) };
}
function valueIn(body) {
  const value = fieldOf(body, "value");
  return typeof value === "string" && value !== "" ? value : void 0;
}
function fieldOf(json, name) {
  try {
    const read4 = JSON.parse(json);
    return typeof read4 === "object" && read4 !== null ? read4[name] : void 0;
  } catch {
    return void 0;
  }
}
function endOf(bearer) {
  const seconds = fieldOf(Buffer.from(bearer.split(".")[1] ?? "", "base64url").toString("utf8"), "exp");
  return typeof seconds === "number" && Number.isSafeInteger(seconds) ? new Date(seconds * 1e3) : void 0;
}

// lib/github/commands.js
var escapeData = (text3) => text3.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
var escapeProperty = (text3) => escapeData(text3).replaceAll(":", "%3A").replaceAll(",", "%2C");
var LONGEST_ANNOTATION = 4096;
var TITLE = "rds-blue-green";
function harmless(text3) {
  return visible(text3).replaceAll(/\s*[\r\n]+\s*/g, " ").replace(/^(\s*):(?=:)/, "$1: ");
}
var visible = (text3) => text3.toWellFormed().replaceAll(/\r\n?|[\v\f\u0085\u2028\u2029]/g, "\n").replaceAll(new RegExp("[^\\P{Cc}\\n\\t]|\\p{Cf}", "gu"), "").replaceAll("##[", "# #[");
var annotation = (level, text3) => `::${level} title=${escapeProperty(TITLE)}::${escapeData(clip(visible(text3), LONGEST_ANNOTATION))}`;
var groupStart = (title) => `::group::${escapeData(harmless(title))}`;
var groupEnd = "::endgroup::";
var mask = (value) => `::add-mask::${escapeData(value)}`;
var keyValue = (name, value, delimiter) => `${name}<<${delimiter}
${value}
${delimiter}
`;
function clip(text3, longest) {
  if (text3.length <= longest)
    return text3;
  return `${text3.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, "")}\u2026`;
}

// lib/github/masks.js
var SHORTEST = 3;
function masks(secrets) {
  const values = secrets.flatMap((secret2) => [secret2, secret2.trim(), ...secret2.split(/[\r\n]+/).map((line2) => line2.trim())]);
  return [...new Set(values)].filter((value) => value.trim().length >= SHORTEST).map(mask);
}

// lib/github/reporter.js
var MOST_WARNINGS = 10;
function stepReporter({ step: step2, outputPath, refuse: refuse2 }) {
  const written = /* @__PURE__ */ new Map();
  let warnings2 = 0;
  const line2 = (text3) => {
    quietly(() => step2.write(`${text3}
`));
  };
  const warn = (text3) => {
    warnings2 += 1;
    line2(warnings2 <= MOST_WARNINGS ? annotation("warning", text3) : `warning ${warnings2}: ${harmless(text3)}`);
  };
  const know = (outputs) => {
    const fresh = Object.entries(outputs).filter(([name, value]) => written.get(name) !== value);
    if (fresh.length === 0)
      return;
    const entries = fresh.map(([name, value]) => {
      const guarded = refuse2(name, value.toWellFormed());
      if (guarded.warning !== void 0)
        warn(guarded.warning);
      return keyValue(name, guarded.value, `ghadelimiter_${step2.token()}`);
    });
    for (const [name, value] of fresh)
      written.set(name, value);
    if (outputPath === void 0 || outputPath === "")
      return;
    const isWritten = quietly(() => step2.append(outputPath, entries.join("")));
    if (isWritten)
      return;
    for (const [name] of fresh)
      written.delete(name);
    warn(`the outputs ${fresh.map(([name]) => name).join(", ")} could not be written to ${outputPath}`);
  };
  return {
    startGroup: (title) => line2(groupStart(title)),
    endGroup: () => line2(groupEnd),
    say: (text3) => line2(harmless(text3)),
    warn,
    know,
    mask: (secrets) => {
      for (const command of masks(secrets))
        line2(command);
    },
    fail: (text3) => line2(annotation("error", text3)),
    unseenWarnings: () => Math.max(0, warnings2 - MOST_WARNINGS)
  };
}
function quietly(act) {
  try {
    act();
    return true;
  } catch {
    return false;
  }
}

// lib/github/step.js


function realStep() {
  process.stdout.on("error", () => {
  });
  return {
    write: (text3) => {
      process.stdout.write(text3);
    },
    append: (path, text3) => (0,node_fs__WEBPACK_IMPORTED_MODULE_9__.appendFileSync)(path, text3, "utf8"),
    token: () => (0,node_crypto__WEBPACK_IMPORTED_MODULE_8__.randomUUID)()
  };
}

// lib/domain/known.js
var known = (value) => ({ is: "known", value });
var absent = { is: "absent" };
var unknown = (because) => ({ is: "unknown", because });
var notLooked = unknown("not looked at");
var valueOf = (one) => one.is === "known" ? one.value : void 0;

// lib/checks/cleanup.js
var HOUR = 36e5;
var EVENTS_KEPT = 14 * 24 * HOUR;
var present = (now) => (valueOf(now.oldBlue) ?? []).filter((one) => one.database.is === "known" && one.database.value.status !== "deleting");
var nameOf2 = (one) => valueOf(one.database)?.name ?? one.resourceId;
var notAsked = (inputs) => !inputs.deleteOldDatabases;
var oldEnough = {
  id: "old-blue-is-old-enough",
  rows: ["G-46"],
  title: "The switchover was long enough ago",
  severity: "proof",
  guards: ["cleanup"],
  reason: "old_blue_too_young",
  judge(now, inputs, date) {
    if (notAsked(inputs))
      return { is: "not_applicable", because: "delete-old-databases is false" };
    if (inputs.oldMinAgeHours === 0)
      return { is: "not_applicable", because: "switched off by old-min-age-hours: 0" };
    const expected = `at least ${inputs.oldMinAgeHours} hours`;
    const remedy = "run cleanup again later, or lower old-min-age-hours";
    const told = present(now).map((one) => one.switchedOverAt ?? valueOf(now.switchedOverAt));
    const known2 = told.filter((at2) => at2 !== void 0);
    if (known2.length === told.length && known2.length > 0) {
      const hours = (date.getTime() - Math.max(...known2.map((at2) => at2.getTime()))) / HOUR;
      const observed = `${hours.toFixed(1)} hours`;
      return hours >= inputs.oldMinAgeHours ? { is: "met", observed, expected } : { is: "not_met", observed, expected, remedy };
    }
    if (told.length === 0)
      return { is: "not_applicable", because: "no old database is left" };
    if (now.switchedOverAt.is === "unknown")
      return {
        is: "unknown",
        because: `when it was switched over cannot be read: ${now.switchedOverAt.because}`,
        remedy: "allow rds:DescribeEvents, or set old-min-age-hours: 0"
      };
    return withoutEvent(now, inputs, date, expected, remedy);
  }
};
function withoutEvent(now, inputs, date, expected, remedy) {
  const created = valueOf(now.deployment)?.createTime;
  if (created !== void 0 && date.getTime() - created.getTime() < EVENTS_KEPT) {
    const observed2 = `no event tells when, and the deployment was made ${((date.getTime() - created.getTime()) / HOUR).toFixed(1)} hours ago`;
    return { is: "not_met", observed: observed2, expected, remedy };
  }
  const observed = "more than 14 days: no event is left of it";
  return inputs.oldMinAgeHours * HOUR <= EVENTS_KEPT ? { is: "met", observed, expected } : { is: "not_met", observed, expected, remedy };
}
var idle = {
  id: "old-blue-is-idle",
  rows: ["A-06"],
  title: "Nobody has been connected to the old databases",
  severity: "proof",
  guards: ["cleanup"],
  reason: "old_blue_in_use",
  judge(now, inputs) {
    if (inputs.oldIdleMinutes === 0)
      return { is: "not_applicable", because: "switched off by old-idle-minutes: 0" };
    if (present(now).length === 0)
      return { is: "not_applicable", because: "no old database is left" };
    const remedy = "find who is still connected (stale pools, CDC, reports), then run cleanup again";
    const expected = `no connection for ${inputs.oldIdleMinutes} minutes`;
    if (now.idleness.is !== "known")
      return {
        is: "unknown",
        because: now.idleness.is === "unknown" ? now.idleness.because : "not read",
        remedy: "allow cloudwatch:GetMetricData, or set old-idle-minutes: 0"
      };
    const { most, missing } = now.idleness.value;
    const used = [...most].filter(([, value]) => value > 0).map(([name, value]) => `${name} had ${value} connections`);
    if (used.length > 0)
      return { is: "not_met", observed: used.join("; "), expected, remedy };
    const gaps = [...missing].filter(([, minutes]) => minutes > 0).map(([name, minutes]) => `${name} has ${minutes} minutes without a datapoint`);
    if (gaps.length > 0)
      return {
        is: "unknown",
        because: `${gaps.join("; ")}; a missing datapoint is not zero`,
        remedy: "run cleanup again later, or set old-idle-minutes: 0"
      };
    return { is: "met", observed: expected, expected };
  }
};
var notProtected = {
  id: "old-blue-is-not-protected",
  rows: ["G-42"],
  title: "Deletion protection is off, or may be turned off",
  severity: "proof",
  guards: ["cleanup"],
  reason: "deletion_protected",
  judge(now, inputs) {
    if (notAsked(inputs))
      return { is: "not_applicable", because: "delete-old-databases is false" };
    if (inputs.disableDeletionProtection)
      return { is: "not_applicable", because: "disable-deletion-protection allows to turn it off" };
    const concerned2 = present(now).filter((one) => valueOf(one.database)?.cluster === void 0);
    const on = concerned2.filter((one) => valueOf(one.database)?.deletionProtection === true).map(nameOf2);
    const remedy = "turn deletion protection off on them, or set disable-deletion-protection: true";
    if (on.length > 0)
      return { is: "not_met", observed: `on for ${on.join(", ")}`, expected: "off", remedy };
    const untold = concerned2.filter((one) => valueOf(one.database)?.deletionProtection === void 0).map(nameOf2);
    if (untold.length > 0)
      return { is: "unknown", because: `RDS does not say for ${untold.join(", ")}`, remedy };
    return { is: "met", observed: "off", expected: "off" };
  }
};
var noOtherReplicas = {
  id: "old-blue-has-no-other-replicas",
  rows: ["6.2"],
  title: "Nothing but what this action recorded replicates from old blue or belongs to it",
  severity: "proof",
  guards: ["cleanup"],
  reason: "old_blue_in_use",
  judge(now, inputs) {
    if (notAsked(inputs))
      return { is: "not_applicable", because: "delete-old-databases is false" };
    const ours = new Set((valueOf(now.oldBlue) ?? []).flatMap((one) => one.database.is === "known" ? [one.database.value.name.toLowerCase()] : []));
    const strangers = present(now).flatMap((one) => [...valueOf(one.database)?.replicas ?? [], ...(valueOf(one.database)?.members ?? []).map((member) => member.name)].filter((name) => !ours.has(name.toLowerCase())));
    if (strangers.length === 0)
      return { is: "met", observed: "none", expected: "none" };
    return {
      is: "not_met",
      observed: `${strangers.length} more: ${strangers.join(", ")}`,
      expected: "none",
      remedy: "delete these replicas and readers first, or promote the replicas: deleting their source would make them standalone"
    };
  }
};
var ofNoOtherDeployment = {
  id: "old-blue-belongs-to-one-deployment",
  rows: ["1.2"],
  title: "Old blue was not production again since",
  severity: "proof",
  guards: ["cleanup"],
  reason: "old_blue_in_use",
  judge(now, inputs) {
    if (notAsked(inputs))
      return { is: "not_applicable", because: "delete-old-databases is false" };
    const others = present(now).filter((one) => one.otherDeployment !== void 0);
    if (others.length === 0)
      return { is: "met", observed: "no other deployment names it", expected: "no other deployment names it" };
    const observed = others.map((one) => `${nameOf2(one)} is old blue of deployment ${one.otherDeployment ?? ""} too`).join("; ");
    return {
      is: "not_met",
      observed,
      expected: "no other deployment names it",
      remedy: "run cleanup for that deployment, which knows when it was switched over last"
    };
  }
};
var cleanupChecks = [oldEnough, idle, notProtected, noOtherReplicas, ofNoOtherDeployment];

// lib/domain/engine-version.js
function compareVersions(one, other) {
  const left = partsOf(one);
  const right = partsOf(other);
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    const difference = compareParts(left[index], right[index]);
    if (difference !== 0)
      return difference;
  }
  return 0;
}
var partsOf = (version) => version.toLowerCase().match(/\d+|[a-z_]+/g) ?? [];
function compareParts(one, other) {
  if (one === other)
    return 0;
  if (one === void 0)
    return -1;
  if (other === void 0)
    return 1;
  const isNumber = (part) => /\d/.test(part);
  if (isNumber(one) && isNumber(other))
    return Math.sign(Number(one) - Number(other));
  if (isNumber(one) !== isNumber(other))
    return isNumber(one) ? 1 : -1;
  return one < other ? -1 : 1;
}
function isAt(version, asked) {
  const [whole, beginning2] = [version.toLowerCase(), asked.toLowerCase()];
  return whole === beginning2 || whole.startsWith(`${beginning2}.`) || whole.startsWith(`${beginning2}-`);
}
function majorOf(engine, version) {
  const [first = "", second] = version.split(/[.-]/);
  const isOneNumber = engine.toLowerCase().includes("postgres") && Number(first) >= 10;
  return isOneNumber || second === void 0 ? first : `${first}.${second}`;
}
var newest = (versions) => versions.toSorted(compareVersions).at(-1);
var oldest = (versions) => versions.toSorted(compareVersions)[0];
function resolve(asked, candidates) {
  const exact = candidates.find((version) => version.toLowerCase() === asked.toLowerCase());
  return exact ?? newest(candidates.filter((version) => isAt(version, asked)));
}

// lib/domain/arn.js
var SHAPE = /^arn:(aws[a-z0-9-]*):([a-z0-9-]+):([a-z0-9-]*):(\d*):([a-z-]+):(\S+)$/;
var DATABASE = /^arn:aws[a-z0-9-]*:[a-z0-9-]+:[a-z0-9-]*:\d*:(?:db|cluster):\S+$/;
function parseArn(text3) {
  const found = SHAPE.exec(text3);
  if (found === null)
    return void 0;
  const { 1: partition = "", 2: service = "", 3: region2 = "", 4: account = "", 5: type = "", 6: name = "" } = found;
  return { partition, service, region: region2, account, type, name };
}
var printArn = (arn) => `arn:${arn.partition}:${arn.service}:${arn.region}:${arn.account}:${arn.type}:${arn.name}`;
var nameIn = (arn) => parseArn(arn)?.name ?? arn;
function labelOf(arn) {
  const parsed2 = parseArn(arn);
  return parsed2 === void 0 ? arn : `${parsed2.type}:${parsed2.name.toLowerCase()}`;
}
var typeOf = (kind) => kind === "cluster" ? "cluster" : "db";
var labelFor = (kind, name) => `${typeOf(kind)}:${name.toLowerCase()}`;
var isDatabaseArn = (arn) => DATABASE.test(arn ?? "");
function siblingArn(arn, type, name) {
  const parsed2 = parseArn(arn);
  return parsed2 === void 0 ? name : printArn({ ...parsed2, type, name });
}

// lib/domain/status.js
var FAILURE = /FAILED|INVALID|MISSING/i;
function stageOf(status2) {
  switch (status2) {
    case "PROVISIONING":
      return "provisioning";
    case "AVAILABLE":
      return "available";
    case "SWITCHOVER_IN_PROGRESS":
      return "switching";
    case "SWITCHOVER_COMPLETED":
      return "completed";
    case "SWITCHOVER_FAILED":
      return "switchover_failed";
    case "INVALID_CONFIGURATION":
      return "invalid";
    case "DELETING":
      return "deleting";
    default:
      return FAILURE.test(status2) ? "failed" : "unknown";
  }
}
var isFailure = (status2) => FAILURE.test(status2 ?? "");
var DATABASE_FAILURE = /failed|invalid|missing|incompatible|storage-full|insufficient-capacity|inaccessible-encryption-credentials|restore-error/i;
var isDatabaseFailure = (status2) => DATABASE_FAILURE.test(status2);
var DATABASE_STATUSES = new Set("available backing-up backtracking cloning-failed configuring-enhanced-monitoring configuring-iam-database-auth configuring-log-exports converting-to-vpc creating delete-precheck deleting failing-over maintenance migrating modifying moving-to-vpc promoting preparing-data-migration rebooting renaming resetting-master-credentials starting stopped stopping storage-config-upgrade storage-initialization storage-optimization update-iam-db-auth upgrading".split(" "));
var isKnownDatabaseStatus = (status2) => DATABASE_STATUSES.has(status2) || isDatabaseFailure(status2);

// lib/domain/memory.js
var PREFIX = "rds-blue-green/";
var V1 = `${PREFIX}v1/`;
var KEYS = {
  request: `${V1}request`,
  target: `${V1}target-`,
  blue: `${V1}blue-`,
  beforeVersion: `${V1}before-version`,
  beforeGroup: `${V1}before-group`,
  beforeClusterGroup: `${V1}before-cluster-group`,
  run: `${V1}run`,
  switchover: `${V1}switchover`,
  switchedOverAt: `${V1}switched-over-at`,
  oldBlue: `${V1}old-blue`,
  groupChangedAt: `${V1}group-changed-at`,
  groupMadeFor: `${V1}group-made-for`
};
var RESOURCE_ID = /^(db|cluster)-[A-Z0-9]+$/i;
var kindOfResourceId = (id) => id.toLowerCase().startsWith("cluster-") ? "cluster" : "instance";
function dateOf(text3) {
  const date = new Date(text3 ?? "");
  return Number.isNaN(date.getTime()) ? void 0 : date;
}
function readMemory(tags3) {
  const target = /* @__PURE__ */ new Map();
  const blue = [];
  const unread = [];
  let newer;
  const own = [...tags3].filter(([key]) => key.startsWith(PREFIX));
  for (const [key, value] of own.sort(([a], [b]) => a < b ? -1 : 1)) {
    const version = /^rds-blue-green\/(v\d+)\//.exec(key)?.[1];
    if (version !== void 0 && version !== "v1")
      newer = version;
    if (key.startsWith(KEYS.target))
      target.set(key.slice(KEYS.target.length), value);
    if (key.startsWith(KEYS.blue)) {
      const words = value.split(" ").filter((word) => word !== "");
      for (let at2 = 0; at2 < words.length; at2 += 2) {
        const [name, resourceId2] = [words[at2], words[at2 + 1]];
        if (name !== void 0 && resourceId2 !== void 0 && RESOURCE_ID.test(resourceId2))
          blue.push({ name, resourceId: resourceId2 });
        else
          unread.push(`tag ${key}: not "<name> <resource id>" pairs`);
      }
    }
  }
  const switchedOver = tags3.get(KEYS.switchedOverAt);
  if (switchedOver !== void 0 && dateOf(switchedOver) === void 0)
    unread.push(`tag ${KEYS.switchedOverAt}: not a time`);
  return {
    request: tags3.get(KEYS.request),
    target,
    blue,
    beforeVersion: tags3.get(KEYS.beforeVersion),
    beforeGroup: tags3.get(KEYS.beforeGroup),
    beforeClusterGroup: tags3.get(KEYS.beforeClusterGroup),
    switchover: tags3.get(KEYS.switchover),
    switchedOverAt: dateOf(switchedOver),
    stack: tags3.get("aws:cloudformation:stack-name") ?? tags3.get("aws:cloudformation:stack-id"),
    blueUnread: unread.some((line2) => line2.includes(KEYS.blue)),
    unread,
    newer
  };
}
function blueTags(blue) {
  const tags3 = [];
  for (let at2 = 0; at2 < blue.length; at2 += 2) {
    const pairs2 = blue.slice(at2, at2 + 2).map((one) => `${one.name} ${one.resourceId}`);
    tags3.push([`${KEYS.blue}${String(at2 / 2 + 1).padStart(2, "0")}`, pairs2.join(" ")]);
  }
  return tags3;
}
var NO_NOTES = { changedAt: void 0, madeFor: void 0 };
var UNFINISHED = "unfinished";
var readGroupNotes = (tags3) => ({
  changedAt: dateOf(tags3.get(KEYS.groupChangedAt)),
  madeFor: tags3.get(KEYS.groupMadeFor)
});
function standingOfGroup({ changedAt, madeFor }, resourceId2) {
  if (madeFor === void 0)
    return changedAt === void 0 ? "nobodys" : "unfinished";
  if (madeFor === UNFINISHED)
    return "unfinished";
  return madeFor === resourceId2 ? "finished" : "of_another";
}
var saysNobodys = (name, input) => ({
  because: `parameter group ${name} has a name that prepare gives, but not the tag ${KEYS.groupChangedAt}: somebody else made it, or its tags were taken off`,
  remedy: `give it as ${input} to have it used, or delete it`
});
var printMark = (mark) => `${mark.deploymentId} ${mark.resourceId} ${mark.production} ${mark.switchedOverAt === void 0 ? "unknown" : mark.switchedOverAt.toISOString()}`;
function readMark(tags3, resourceId2) {
  const [deploymentId = "", own = "", production = "", at2] = (tags3.get(KEYS.oldBlue) ?? "").split(" ");
  if (deploymentId === "" || production === "")
    return void 0;
  if (own.toLowerCase() !== resourceId2.toLowerCase())
    return void 0;
  return { deploymentId, resourceId: own, production, switchedOverAt: dateOf(at2) };
}

// lib/observing/observation.js
var NOTHING_SEEN = {
  trouble: void 0,
  deployment: notLooked,
  memory: notLooked,
  production: notLooked,
  blue: notLooked,
  namesake: notLooked,
  greenOf: notLooked,
  target: notLooked,
  facts: notLooked,
  preparing: notLooked,
  databases: notLooked,
  lag: notLooked,
  failures: notLooked,
  oldBlue: notLooked,
  idleness: notLooked,
  green: notLooked,
  switchedOverAt: notLooked
};
var EMPTY_MEMORY = readMemory(/* @__PURE__ */ new Map());
function databaseAt(now, arn) {
  if (arn === void 0 || now.databases.is !== "known")
    return now.databases.is === "unknown" ? now.databases : notLooked;
  return now.databases.value.get(labelOf(arn)) ?? notLooked;
}

// lib/observing/readiness.js
var sidesOf = (deployment2) => [
  ...new Set([deployment2.source, deployment2.target, ...deployment2.members.flatMap((member) => [member.source, member.target])].filter(isDatabaseArn))
];
function databasesNotAvailable(now) {
  if (now.deployment.is !== "known")
    return ["the deployment is not known"];
  const lines = [];
  for (const arn of sidesOf(now.deployment.value)) {
    const database = databaseAt(now, arn);
    if (database.is === "absent")
      lines.push(`${nameIn(arn)} is not there`);
    else if (database.is === "unknown")
      lines.push(`${nameIn(arn)} could not be read: ${database.because}`);
    else if (database.value.status !== "available")
      lines.push(describeDatabase(database.value));
  }
  return lines;
}
function describeDatabase(database) {
  const operation = database.storageOperation;
  const percent = operation === void 0 || operation.percent === void 0 ? "" : ` ${operation.percent} %`;
  return `${database.name} is ${database.status === "" ? "without a status" : database.status}${percent}`;
}
function notReady(now) {
  if (now.deployment.is !== "known")
    return ["the deployment is not known"];
  const deployment2 = now.deployment.value;
  const lines = [];
  if (stageOf(deployment2.status) !== "available")
    lines.push(`the deployment is ${deployment2.status}`);
  if (deployment2.tasks === void 0)
    lines.push("RDS did not list the tasks");
  for (const task of deployment2.tasks ?? [])
    if (task.status !== "COMPLETED")
      lines.push(`task ${task.name} is ${task.status}`);
  if (deployment2.members.length === 0)
    lines.push("RDS did not list the members");
  for (const member of deployment2.members) {
    if (member.status !== "AVAILABLE" || member.target === void 0)
      lines.push(`member ${nameIn(member.source ?? member.target ?? "?")} is ${member.status ?? "without a status"}`);
  }
  return [...lines, ...databasesNotAvailable(now)];
}
function failuresIn(now) {
  if (now.deployment.is !== "known")
    return [];
  const { tasks, members: members2 } = now.deployment.value;
  const lines = [];
  for (const task of tasks ?? [])
    if (isFailure(task.status))
      lines.push(`task ${task.name} is ${task.status}`);
  for (const member of members2)
    if (isFailure(member.status))
      lines.push(`member ${nameIn(member.source ?? member.target ?? "?")} is ${member.status}`);
  for (const arn of sidesOf(now.deployment.value)) {
    const database = databaseAt(now, arn);
    if (database.is === "known" && isDatabaseFailure(database.value.status))
      lines.push(describeDatabase(database.value));
  }
  return lines;
}

// lib/domain/database.js
var instanceGroupOf = (database, others) => (database.kind === "instance" ? database : others.find((one) => one.kind === "instance"))?.parameterGroup;
var isBurstable = (instanceClass2) => /^db\.t\d/.test(instanceClass2 ?? "");

// lib/domain/deployment.js
var databasesOn = (deployment2, side) => [
  ...new Set([deployment2[side], ...deployment2.members.map((member) => member[side])].filter(isDatabaseArn))
];

// lib/domain/traits.js
var NO_TRAITS = {
  hasManagedPassword: false,
  backupRetentionDays: void 0,
  hasDedicatedLogVolume: void 0,
  optionGroup: void 0,
  roleFeatures: [],
  usesIamAuthentication: void 0,
  isMultiAz: void 0,
  pendingChanges: [],
  upgradesMinorVersionsItself: void 0,
  hasActivityStream: false,
  replication: void 0,
  maxAllocatedStorage: void 0,
  hasPerformanceInsights: void 0,
  exportedLogs: [],
  backtrackSeconds: void 0,
  engineMode: void 0,
  isServerlessV2: false,
  isLimitless: false,
  isExpress: false,
  hasDataApi: void 0,
  forwardsGlobalWrites: false
};

// lib/rds/traits.js
var namesOf = (pending2) => Object.entries(pending2 ?? {}).flatMap(([name, value]) => value === void 0 || value === null ? [] : [name]);
var common = (one) => ({
  hasManagedPassword: one.MasterUserSecret !== void 0,
  backupRetentionDays: one.BackupRetentionPeriod,
  roleFeatures: (one.AssociatedRoles ?? []).map((role) => role.FeatureName ?? ""),
  usesIamAuthentication: one.IAMDatabaseAuthenticationEnabled,
  isMultiAz: one.MultiAZ,
  pendingChanges: namesOf(one.PendingModifiedValues),
  upgradesMinorVersionsItself: one.AutoMinorVersionUpgrade,
  hasActivityStream: one.ActivityStreamStatus === "started" || one.ActivityStreamStatus === "starting",
  hasPerformanceInsights: one.PerformanceInsightsEnabled,
  exportedLogs: one.EnabledCloudwatchLogsExports ?? []
});
function replicationOf({ StatusInfos }) {
  const info = StatusInfos?.find((one) => one.StatusType === "read replication");
  return info === void 0 ? void 0 : { status: info.Status ?? "", isNormal: info.Normal !== false, message: info.Message ?? "" };
}
var traitsOfInstance = (one) => ({
  ...NO_TRAITS,
  ...common(one),
  hasDedicatedLogVolume: one.DedicatedLogVolume,
  replication: replicationOf(one),
  optionGroup: one.OptionGroupMemberships?.[0]?.OptionGroupName,
  maxAllocatedStorage: one.MaxAllocatedStorage
});
var traitsOfCluster = (one) => ({
  ...NO_TRAITS,
  ...common(one),
  backtrackSeconds: one.BacktrackWindow,
  engineMode: one.EngineMode,
  isServerlessV2: one.ServerlessV2ScalingConfiguration !== void 0,
  isLimitless: one.ClusterScalabilityType === "limitless",
  isExpress: one.VPCNetworkingEnabled === false || one.InternetAccessGatewayEnabled === true,
  hasDataApi: one.HttpEndpointEnabled,
  forwardsGlobalWrites: one.GlobalWriteForwardingStatus === "enabled" || one.GlobalWriteForwardingStatus === "enabling"
});

// lib/rds/mapping.js
function tagsOf(list3) {
  const tags3 = /* @__PURE__ */ new Map();
  for (const { Key, Value } of list3 ?? [])
    if (Key !== void 0)
      tags3.set(Key, Value ?? "");
  return tags3;
}
function deploymentOf(one) {
  if (one.BlueGreenDeploymentIdentifier === void 0)
    return void 0;
  return {
    id: one.BlueGreenDeploymentIdentifier,
    name: one.BlueGreenDeploymentName ?? "",
    status: one.Status ?? "",
    statusDetails: one.StatusDetails,
    source: one.Source ?? "",
    target: one.Target,
    members: (one.SwitchoverDetails ?? []).map((member) => ({
      source: member.SourceMember,
      target: member.TargetMember,
      status: member.Status
    })),
    tasks: one.Tasks?.map((task) => ({ name: task.Name ?? "", status: task.Status ?? "" })),
    createTime: one.CreateTime,
    tags: one.TagList === void 0 ? unknown("RDS did not list the tags") : known(tagsOf(one.TagList))
  };
}
var ABSENT_EVERYWHERE = {
  readerEndpoint: void 0,
  cluster: void 0,
  replicaOf: void 0,
  replicas: [],
  members: [],
  customEndpoints: [],
  globalCluster: void 0,
  instanceClass: void 0,
  storageThroughput: void 0,
  storageConfigUpgradeAvailable: void 0,
  storageOperation: void 0,
  parameterApplyStatus: void 0
};
function instanceOf(one) {
  if (one.DBInstanceIdentifier === void 0 || one.DbiResourceId === void 0 || one.DBInstanceArn === void 0)
    return void 0;
  const group2 = one.DBParameterGroups?.[0];
  const percent = one.StorageOperationPercentProgress ?? (one.PercentProgress === void 0 ? void 0 : Number.parseInt(one.PercentProgress, 10));
  return {
    ...ABSENT_EVERYWHERE,
    kind: "instance",
    name: one.DBInstanceIdentifier,
    arn: one.DBInstanceArn,
    resourceId: one.DbiResourceId,
    status: one.DBInstanceStatus ?? "",
    createdAt: one.InstanceCreateTime,
    engine: one.Engine ?? "",
    engineVersion: one.EngineVersion ?? "",
    endpoint: one.Endpoint?.Address,
    port: one.Endpoint?.Port ?? one.DbInstancePort,
    parameterGroup: group2?.DBParameterGroupName,
    parameterApplyStatus: group2?.ParameterApplyStatus,
    instanceClass: one.DBInstanceClass,
    storageType: one.StorageType,
    allocatedStorage: one.AllocatedStorage,
    iops: one.Iops,
    storageThroughput: one.StorageThroughput,
    kmsKeyId: one.KmsKeyId,
    storageEncrypted: one.StorageEncrypted,
    storageConfigUpgradeAvailable: one.IsStorageConfigUpgradeAvailable,
    storageOperation: one.StorageOperationStatus === void 0 ? void 0 : { status: one.StorageOperationStatus, percent },
    deletionProtection: one.DeletionProtection,
    replicaOf: one.ReadReplicaSourceDBInstanceIdentifier,
    replicas: one.ReadReplicaDBInstanceIdentifiers ?? [],
    cluster: one.DBClusterIdentifier,
    tags: one.TagList === void 0 ? void 0 : tagsOf(one.TagList),
    traits: traitsOfInstance(one)
  };
}
function clusterOf(one) {
  if (one.DBClusterIdentifier === void 0 || one.DbClusterResourceId === void 0 || one.DBClusterArn === void 0)
    return void 0;
  return {
    ...ABSENT_EVERYWHERE,
    kind: "cluster",
    name: one.DBClusterIdentifier,
    arn: one.DBClusterArn,
    resourceId: one.DbClusterResourceId,
    createdAt: one.ClusterCreateTime,
    status: one.Status ?? "",
    engine: one.Engine ?? "",
    engineVersion: one.EngineVersion ?? "",
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
    members: (one.DBClusterMembers ?? []).flatMap((member) => member.DBInstanceIdentifier === void 0 ? [] : [
      {
        name: member.DBInstanceIdentifier,
        writer: member.IsClusterWriter === true,
        clusterGroupStatus: member.DBClusterParameterGroupStatus
      }
    ]),
    customEndpoints: one.CustomEndpoints ?? [],
    globalCluster: one.GlobalClusterIdentifier,
    tags: one.TagList === void 0 ? void 0 : tagsOf(one.TagList),
    traits: traitsOfCluster(one)
  };
}

// lib/rds/looking.js
async function pages(look2, operation, input) {
  const answers = [];
  const markers = /* @__PURE__ */ new Set();
  let marker;
  do {
    const page = marker === void 0 ? input : { ...input, Marker: marker };
    const answer = await look2.rds.read(operation, page, look2.signal);
    answers.push(answer);
    marker = "Marker" in answer && typeof answer.Marker === "string" && answer.Marker !== "" ? answer.Marker : void 0;
    if (marker !== void 0 && markers.has(marker))
      break;
    if (marker !== void 0)
      markers.add(marker);
  } while (marker !== void 0);
  return answers;
}
var isNotFound = (thrown) => thrown instanceof _chunk_LNJJPMCI_js__WEBPACK_IMPORTED_MODULE_1__/* .Faulted */ .q3 && thrown.fault.kind === "not_found";
async function unlessNotFound(answer) {
  try {
    return await answer;
  } catch (thrown) {
    if (isNotFound(thrown))
      return void 0;
    throw thrown;
  }
}
async function ifAllowed(answer) {
  try {
    return known(await answer);
  } catch (thrown) {
    if (thrown instanceof _chunk_LNJJPMCI_js__WEBPACK_IMPORTED_MODULE_1__/* .Faulted */ .q3 && (thrown.fault.kind === "denied" || thrown.fault.kind === "refused"))
      return unknown(thrown.message);
    throw thrown;
  }
}
var isPresent = (one) => one !== void 0;
async function deploymentById(look2, id) {
  const answers = await unlessNotFound(pages(look2, "DescribeBlueGreenDeployments", { BlueGreenDeploymentIdentifier: id }));
  const found = answers?.flatMap((answer) => answer.BlueGreenDeployments ?? []).map(deploymentOf).filter(isPresent) ?? [];
  const one = found.find((deployment2) => deployment2.id.toLowerCase() === id.toLowerCase());
  return one === void 0 ? absent : known(one);
}
async function deploymentsWhere(look2, name, value) {
  const filters = [{ Name: name, Values: [value] }];
  const answers = await unlessNotFound(pages(look2, "DescribeBlueGreenDeployments", { Filters: filters }));
  return answers?.flatMap((answer) => answer.BlueGreenDeployments ?? []).map(deploymentOf).filter(isPresent) ?? [];
}
var deploymentArn = (deployment2) => siblingArn(deployment2.source, "deployment", deployment2.id);
async function listTags(look2, arn) {
  try {
    return await look2.rds.read("ListTagsForResource", { ResourceName: arn }, look2.signal);
  } catch (thrown) {
    if (thrown instanceof _chunk_LNJJPMCI_js__WEBPACK_IMPORTED_MODULE_1__/* .Faulted */ .q3 && thrown.fault.kind === "not_found")
      throw new _chunk_LNJJPMCI_js__WEBPACK_IMPORTED_MODULE_1__/* .Faulted */ .q3({ ...thrown.fault, kind: "lost" }, thrown.operation);
    throw thrown;
  }
}
async function tagsOfDeployment(look2, deployment2) {
  if (deployment2.tags.is === "known" && deployment2.tags.value.size > 0)
    return deployment2.tags;
  const answer = await ifAllowed(listTags(look2, deploymentArn(deployment2)));
  if (answer.is === "known")
    return known(tagsOf(answer.value.TagList));
  return deployment2.tags.is === "known" ? deployment2.tags : answer;
}
var tagsAt = async (look2, arn) => tagsOf((await listTags(look2, arn)).TagList);
async function tagsOfDatabase(look2, database) {
  if (database.tags !== void 0)
    return database.tags;
  return tagsAt(look2, database.arn);
}
var INSTANCE_FILTER = { name: "db-instance-id", "resource-id": "dbi-resource-id" };
var CLUSTER_FILTER = { name: "db-cluster-id", "resource-id": "db-cluster-resource-id" };
async function describe(look2, kind, filters) {
  const input = filters.length === 0 ? {} : { Filters: [...filters] };
  if (kind === "instance") {
    const answers2 = await pages(look2, "DescribeDBInstances", input);
    return answers2.flatMap((answer) => answer.DBInstances ?? []).map(instanceOf).filter(isPresent);
  }
  const answers = await pages(look2, "DescribeDBClusters", input);
  return answers.flatMap((answer) => answer.DBClusters ?? []).map(clusterOf).filter(isPresent);
}
async function databases(look2, kind, which2) {
  if (which2.by === "all")
    return describe(look2, kind, []);
  if (which2.values.length === 0)
    return [];
  const name = (kind === "instance" ? INSTANCE_FILTER : CLUSTER_FILTER)[which2.by];
  try {
    return await describe(look2, kind, [{ Name: name, Values: [...which2.values] }]);
  } catch (thrown) {
    if (!isNotFound(thrown))
      throw thrown;
    if (which2.values.length === 1)
      return [];
    const single = await Promise.all(which2.values.map((value) => databases(look2, kind, { by: which2.by, values: [value] })));
    return single.flat();
  }
}
async function databaseByName(look2, kind, name) {
  const found = await databases(look2, kind, { by: "name", values: [name.toLowerCase()] });
  const one = found.find((database) => database.name.toLowerCase() === name.toLowerCase());
  return one === void 0 ? absent : known(one);
}
async function databaseByResourceId(look2, kind, resourceId2) {
  const found = await databases(look2, kind, { by: "resource-id", values: [resourceId2] });
  const one = found.find((database) => database.resourceId === resourceId2);
  return one === void 0 ? absent : known(one);
}
async function databasesByResourceId(look2, ids) {
  const ofKind2 = (kind) => databases(look2, kind, { by: "resource-id", values: ids.filter((id) => kindOfResourceId(id) === kind) });
  const found = await Promise.all([ofKind2("instance"), ofKind2("cluster")]);
  return new Map(found.flat().map((database) => [database.resourceId, known(database)]));
}
async function databasesNamed(look2, names2) {
  const ofKind2 = (kind) => databases(look2, kind, { by: "name", values: [...new Set(names2[kind].map((name) => name.toLowerCase()))] });
  const found = await Promise.all([ofKind2("instance"), ofKind2("cluster")]);
  const byLabel = /* @__PURE__ */ new Map();
  for (const kind of ["instance", "cluster"])
    for (const name of names2[kind])
      byLabel.set(labelFor(kind, name), absent);
  for (const database of found.flat())
    byLabel.set(labelFor(database.kind, database.name), known(database));
  return byLabel;
}
function databasesByArn(look2, arns) {
  const parsed2 = arns.map(parseArn);
  const names2 = (type) => parsed2.flatMap((arn) => arn?.type === type ? [arn.name] : []);
  return databasesNamed(look2, { instance: names2("db"), cluster: names2("cluster") });
}

// lib/observing/proof.js
function productionArns(deployment2, memory) {
  if (memory !== void 0 && memory.blue.length > 0) {
    return memory.blue.map((one) => siblingArn(deployment2.source, typeOf(kindOfResourceId(one.resourceId)), one.name));
  }
  return databasesOn(deployment2, stageOf(deployment2.status) === "completed" ? "target" : "source");
}
function blueIds(now, deployment2, memory) {
  if (memory !== void 0 && memory.blue.length > 0)
    return new Set(memory.blue.map((one) => one.resourceId));
  const old = deployment2.members.flatMap((member) => {
    const database = databaseAt(now, member.source);
    return database.is === "known" ? [database.value.resourceId] : [];
  });
  return new Set(old);
}
function prove(now, deployment2, memory, versionAsked2) {
  const failed2 = deployment2.members.filter((member) => isFailure(member.status)).map((member) => `member ${nameIn(member.target ?? member.source ?? "?")} is ${member.status ?? ""}`);
  if (failed2.length > 0)
    return { is: "failed", because: failed2 };
  const open2 = [];
  if (memory?.blueUnread === true)
    open2.push(`a part of the memory cannot be read: ${memory.unread.join("; ")}`);
  if (stageOf(deployment2.status) !== "completed")
    open2.push(`the deployment is ${deployment2.status}`);
  if (deployment2.members.length === 0)
    open2.push("RDS did not list the members");
  for (const member of deployment2.members) {
    if (member.status !== "SWITCHOVER_COMPLETED")
      open2.push(`member ${nameIn(member.target ?? member.source ?? "?")} is ${member.status ?? "without a status"}`);
  }
  const blue = blueIds(now, deployment2, memory);
  const version = versionAsked2 ?? memory?.target.get("engine-version");
  for (const arn of productionArns(deployment2, memory))
    open2.push(...nameNotProven(now, arn, blue, version));
  return open2.length === 0 ? { is: "proven" } : { is: "not_yet", because: open2 };
}
function nameNotProven(now, arn, blue, version) {
  const database = databaseAt(now, arn);
  if (database.is === "absent")
    return [`${nameIn(arn)} is not there`];
  if (database.is === "unknown")
    return [`${nameIn(arn)} could not be read: ${database.because}`];
  if (blue.has(database.value.resourceId))
    return [`${nameIn(arn)} still is blue (${database.value.resourceId})`];
  if (version !== void 0 && !isAt(database.value.engineVersion, version) && compareVersions(database.value.engineVersion, version) < 0)
    return [`${nameIn(arn)} runs ${database.value.engineVersion}, not ${version}`];
  return [];
}
function noNameMoved(now, deployment2, memory) {
  if (memory === void 0 || memory.blue.length === 0 || memory.blueUnread)
    return false;
  const ids = new Map(memory.blue.map((one) => [labelFor(kindOfResourceId(one.resourceId), one.name), one.resourceId]));
  return productionArns(deployment2, memory).every((arn) => {
    const database = databaseAt(now, arn);
    return database.is === "known" && database.value.resourceId === ids.get(labelOf(arn));
  });
}

// lib/observing/both-sides.js
async function lookAtBothSides(look2, seen, deployment2) {
  const tags3 = await tagsOfDeployment(look2, deployment2);
  const memory = tags3.is === "known" ? known(readMemory(tags3.value)) : tags3;
  const databases2 = known(await databasesByArn(look2, [...sidesOf(deployment2), ...productionArns(deployment2, valueOf(memory))]));
  return { ...seen, memory, databases: databases2 };
}
var ofSide = (now, deployment2, side) => databasesOn(deployment2, side).map((arn) => valueOf(databaseAt(now, arn)));
function blueOfDeployment(now, deployment2) {
  const blue = ofSide(now, deployment2, "source");
  return blue.every((one) => one !== void 0) ? blue : void 0;
}
var greenInstanceGroup = (now, deployment2) => ofSide(now, deployment2, "target").find((one) => one?.kind === "instance")?.parameterGroup;

// lib/rds/datapoints.js
var SECONDS = { minute: 60, hour: 3600 };
async function maxima(look2, asked, from, to, period = "minute") {
  const seconds = SECONDS[period];
  const queries = asked.map((one, index) => ({
    Id: `m${index}`,
    MetricStat: {
      Metric: {
        Namespace: "AWS/RDS",
        MetricName: one.metric,
        Dimensions: Object.entries(one.dimensions).map(([Name, Value]) => ({ Name, Value }))
      },
      Period: seconds,
      Stat: "Maximum"
    },
    ReturnData: true
  }));
  const found = asked.map(() => []);
  let token;
  do {
    const page = token === void 0 ? {} : { NextToken: token };
    const answer = await look2.metrics.read("GetMetricData", {
      MetricDataQueries: queries,
      StartTime: new Date(Math.floor(from.getTime() / (seconds * 1e3)) * seconds * 1e3),
      EndTime: to,
      ScanBy: "TimestampAscending",
      ...page
    }, look2.signal);
    for (const result2 of answer.MetricDataResults ?? []) {
      const list3 = found[Number((result2.Id ?? "").slice(1))];
      result2.Timestamps?.forEach((at2, index) => {
        const value = result2.Values?.[index];
        if (list3 !== void 0 && value !== void 0)
          list3.push({ at: at2, value });
      });
    }
    token = answer.NextToken === token ? void 0 : answer.NextToken;
  } while (token !== void 0);
  return found;
}

// lib/observing/lag.js
var MINUTE = 6e4;
var isLogical = (blue, green2) => blue.engine === "aurora-postgresql" || blue.engine === "postgres" && majorOf(blue.engine, blue.engineVersion) !== majorOf(green2.engine, green2.engineVersion);
function lagMetricOf(blue, green2) {
  if (isLogical(blue, green2)) {
    const writer = blue.kind === "cluster" ? blue.members.find((member) => member.writer)?.name ?? blue.name : blue.name;
    return { metric: "OldestReplicationSlotLag", dimensions: { DBInstanceIdentifier: writer }, unit: "bytes" };
  }
  if (blue.engine === "aurora-mysql")
    return { metric: "AuroraBinlogReplicaLag", dimensions: { DBClusterIdentifier: green2.name, Role: "WRITER" }, unit: "seconds" };
  return { metric: "ReplicaLag", dimensions: { DBInstanceIdentifier: green2.name }, unit: "seconds" };
}
async function readLag(look2, seen, overruled) {
  const deployment2 = valueOf(seen.deployment);
  const blue = valueOf(databaseAt(seen, deployment2?.source));
  const green2 = valueOf(databaseAt(seen, deployment2?.target));
  if (blue === void 0 || green2 === void 0)
    return unknown("blue and green could not both be read");
  const asked = lagMetricOf(blue, green2);
  const to = look2.clock.date();
  const read4 = maxima(look2, [asked], new Date(to.getTime() - 5 * MINUTE), to);
  const found = overruled ? await ifAllowed(read4) : known(await read4);
  if (found.is !== "known")
    return unknown(`${asked.metric} could not be read (permission cloudwatch:GetMetricData)`);
  const sorted2 = [...found.value[0] ?? []].sort((a, b) => a.at.getTime() - b.at.getTime());
  const last = sorted2.at(-1);
  if (last === void 0 || to.getTime() - last.at.getTime() > 3 * MINUTE) {
    return unknown(`CloudWatch has no datapoint of ${asked.metric} for ${Object.values(asked.dimensions)[0] ?? ""} in the last three minutes`);
  }
  return known({ metric: asked.metric, unit: asked.unit, newest: last.value, worst: Math.max(...sorted2.map((point) => point.value)) });
}

// lib/observing/source.js
function sourceOf(production, blue, target, inputs, pairs2 = []) {
  const { engine, engineVersion: engineVersion2 } = production;
  const version = target.engineVersion ?? engineVersion2;
  const isPostgres2 = engine.includes("postgres");
  const instances = blue.filter((one) => one.kind === "instance");
  const [primary, ...others] = instances;
  const classes = [inputs.targetInstanceClass ?? primary?.instanceClass, ...others.map((one) => one.instanceClass)];
  return {
    production,
    blue,
    instances,
    green: pairs2.map(([, one]) => one),
    pairs: pairs2,
    version,
    target,
    isAurora: engine.startsWith("aurora"),
    isPostgres: isPostgres2,
    isMajor: majorOf(engine, engineVersion2) !== majorOf(engine, version),
    replication: isPostgres2 ? isLogical(production, { engine, engineVersion: version }) ? "logical" : "physical" : "binlog",
    classes: [...new Set(classes.flatMap((one) => one === void 0 ? [] : [one]))]
  };
}

// lib/observing/sides.js
var groupOf = (name) => name === void 0 ? void 0 : { name, family: unknown("nobody asked") };
function pairsOf(now, deployment2) {
  const first = { source: deployment2.source, target: deployment2.target };
  const named2 = [first, ...deployment2.members.filter((member) => member.source !== first.source)].filter((one) => isDatabaseArn(one.source));
  const pairs2 = [];
  for (const { source: source2, target } of named2) {
    const [blue, green2] = [valueOf(databaseAt(now, source2)), valueOf(databaseAt(now, target))];
    if (blue === void 0 || green2 === void 0)
      return void 0;
    pairs2.push([blue, green2]);
  }
  return pairs2;
}
function sourceOfBothSides(now, inputs) {
  const deployment2 = valueOf(now.deployment);
  const pairs2 = deployment2 === void 0 ? void 0 : pairsOf(now, deployment2);
  const blue = deployment2 === void 0 ? void 0 : blueOfDeployment(now, deployment2);
  const first = pairs2?.[0];
  if (pairs2 === void 0 || blue === void 0 || first === void 0)
    return void 0;
  const [production, green2] = first;
  const greens = pairs2.map(([, one]) => one);
  return sourceOf(production, blue, {
    engineVersion: green2.engineVersion === production.engineVersion ? void 0 : green2.engineVersion,
    group: groupOf(instanceGroupOf(green2, greens)),
    clusterGroup: green2.kind === "cluster" ? groupOf(green2.parameterGroup) : void 0,
    blueFamily: void 0,
    family: void 0,
    reachable: [],
    hops: [],
    trouble: void 0
  }, inputs, pairs2);
}

// lib/checks/scene.js
var Scene = class {
  #now;
  #inputs;
  #ahead;
  #sides;
  constructor(now, inputs) {
    this.#now = now;
    this.#inputs = inputs;
  }
  /** Before there is a deployment: what it is to be made of. */
  get ahead() {
    this.#ahead ??= this.#lookAhead();
    return this.#ahead;
  }
  /** Both sides of a deployment; `early` until they are available. */
  get sides() {
    this.#sides ??= this.#lookAtSides();
    return this.#sides;
  }
  #lookAhead() {
    const [production, blue, target] = [valueOf(this.#now.production), valueOf(this.#now.blue), valueOf(this.#now.target)];
    if (production === void 0 || blue === void 0 || target === void 0)
      return { is: "unread" };
    return { is: "made", source: sourceOf(production, blue, target, this.#inputs) };
  }
  #lookAtSides() {
    if (databasesNotAvailable(this.#now).length > 0)
      return { is: "early" };
    const source2 = sourceOfBothSides(this.#now, this.#inputs);
    return source2 === void 0 ? { is: "unread" } : { is: "made", source: source2 };
  }
};

// lib/checks/of-source.js
function judgeSource(one, source2, facts3, inputs) {
  const reason = one.unless?.(source2, inputs);
  if (reason !== void 0)
    return { is: "not_applicable", because: reason };
  const told = {};
  for (const name of one.needs) {
    const fact = facts3.is === "known" ? facts3.value[name] : facts3;
    if (fact.is === "unknown")
      return { is: "unknown", because: fact.because, remedy: `see to it by hand, or allow what the message names` };
    told[name] = valueOf(fact);
  }
  return one.judge(source2, told, inputs);
}
var checkOf = (one, guards, judge) => ({
  id: one.id,
  rows: one.rows,
  title: one.title,
  severity: one.severity,
  guards,
  needs: one.needs,
  isMendedByPrepare: one.isMendedByPrepare === true,
  onlyThen: one.onlyThen === true,
  asks: (source2, inputs) => one.unless?.(source2, inputs) === void 0,
  judge
});
var ofSource = (one) => checkOf(one, one.guards ?? ["create"], (now, inputs, _date, { ahead: ahead2 } = new Scene(now, inputs)) => ahead2.is === "made" && now.facts.is === "known" ? judgeSource(one, ahead2.source, now.facts, inputs) : { is: "unknown", because: "the source was not read", remedy: "try again" });
var ofBothSides = (one) => checkOf(one, one.guards ?? ["switchover"], (now, inputs, _date, { sides } = new Scene(now, inputs)) => {
  if (sides.is === "early")
    return { is: "not_applicable", because: "asked once both sides are available" };
  if (sides.is === "unread")
    return { is: "unknown", because: "blue and green could not both be read", remedy: "try again" };
  return judgeSource(one, sides.source, now.facts, inputs);
});
var factsAskedOf = (checks2, source2, inputs) => [
  ...new Set(checks2.filter((check) => check.asks(source2, inputs)).flatMap((check) => check.needs))
];
var met = (observed, expected = "") => ({ is: "met", observed, expected });
var notMet = (observed, expected, remedy) => ({ is: "not_met", observed, expected, remedy });
var cannotTell = (because, remedy) => ({ is: "unknown", because, remedy });
var notApplicable = (because) => ({ is: "not_applicable", because });
var namesOf2 = (databases2) => databases2.map((one) => one.name).join(", ");

// lib/checks/since.js
function since(minors, version) {
  const major = majorOf("postgres", version);
  const first = minors[major];
  if (first !== void 0)
    return { has: compareVersions(version, first) >= 0, first };
  return { has: Object.keys(minors).every((one) => compareVersions(major, one) > 0), first: void 0 };
}

// lib/checks/aurora.js
var notAurora = ({ isAurora }) => isAurora ? void 0 : "only of Aurora";
var kindSupported = ofSource({
  id: "cluster-is-of-a-supported-kind",
  rows: ["A-02", "A-09", "A-12", "AP-08"],
  title: "The cluster is of a kind that RDS makes deployments of",
  severity: "blocking",
  needs: [],
  unless: notAurora,
  judge({ production }) {
    const { traits, endpoint, name } = production;
    const expected = "provisioned, in a VPC, outside the preview environment";
    const against = [
      traits.engineMode === "serverless" ? "Aurora Serverless v1" : [],
      traits.isLimitless ? "an Aurora Limitless database" : [],
      traits.isExpress ? "a cluster of express configuration, without networking in a VPC" : [],
      endpoint?.includes("rds-preview") === true ? "in the database preview environment" : []
    ].flat();
    if (against.length > 0) {
      const remedy = "move the data into a provisioned cluster first (from a snapshot, or with DMS), or upgrade it in place";
      return notMet(`${name} is ${against.join(", ")}`, expected, remedy);
    }
    if (traits.engineMode === void 0 || endpoint === void 0) {
      const silent = traits.engineMode === void 0 ? "engine mode" : "endpoint";
      return cannotTell(`RDS does not say the ${silent} of ${name}`, `see that it is ${expected}`);
    }
    return met(traits.isServerlessV2 ? "Aurora Serverless v2" : traits.engineMode, expected);
  }
});
var endpointsFollow = ofSource({
  id: "custom-endpoints-have-no-fixed-members",
  rows: ["A-04"],
  title: "No custom endpoint names its members, or whom to leave out",
  severity: "advice",
  needs: ["customEndpoints"],
  unless: notAurora,
  judge(_source, { customEndpoints: customEndpoints2 }) {
    const fixed = customEndpoints2.flatMap(({ name, staticMembers, excludedMembers }) => {
      if (staticMembers.length > 0)
        return `${name} (only ${staticMembers.join(", ")})`;
      return excludedMembers.length > 0 ? `${name} (all but ${excludedMembers.join(", ")})` : [];
    });
    const expected = "clients use the cluster and reader endpoints, or custom endpoints without lists";
    if (fixed.length === 0)
      return met(customEndpoints2.length === 0 ? "there are none" : customEndpoints2.map((one) => one.name).join(", "), expected);
    const remedy = "let its clients use the reader endpoint, or set its members right after the switchover: aws rds modify-db-cluster-endpoint";
    return notMet(fixed.join("; "), expected, remedy);
  }
});
var noActivityStream = ofSource({
  id: "no-activity-stream-ends",
  rows: ["A-08"],
  title: "No database activity stream ends with the switchover",
  severity: "advice",
  needs: [],
  unless: notAurora,
  judge({ production }) {
    if (!production.traits.hasActivityStream)
      return met("there is none");
    const remedy = `after the switchover start a new stream for ${production.name} (aws rds start-activity-stream) and point its readers to it`;
    return notMet(`${production.name} has one`, "none, or somebody who starts a new one", remedy);
  }
});
var dataApiStays = ofSource({
  id: "data-api-needs-no-care",
  rows: ["A-10"],
  title: "The Data API needs no care after the switchover",
  severity: "advice",
  needs: [],
  unless: notAurora,
  judge({ production: { traits, name } }) {
    if (traits.hasDataApi === void 0)
      return cannotTell(`RDS does not say whether ${name} has the Data API`, "look at it in the console");
    if (!traits.hasDataApi)
      return met("it is off");
    const remedy = `if its calls say that the cluster was renamed, switch it off and on after the switchover: aws rds disable-http-endpoint, then enable-http-endpoint, with the ARN of ${name}`;
    return notMet(`${name} has it`, "off, or somebody who tries it after the switchover", remedy);
  }
});
var FIRST_MYSQL = "8.0.mysql_aurora.3.07";
var FIRST_POSTGRES = { 12: "12.22", 13: "13.18", 14: "14.15", 15: "15.10", 16: "16.6" };
var serverIdFollows = ofSource({
  id: "server-id-follows-the-switchover",
  rows: ["A-13"],
  title: "Each instance knows its new name after the switchover",
  severity: "advice",
  needs: [],
  unless: notAurora,
  judge({ production, version, isPostgres: isPostgres2 }) {
    const { has: has2, first } = isPostgres2 ? since(FIRST_POSTGRES, version) : { has: compareVersions(version, FIRST_MYSQL) >= 0, first: FIRST_MYSQL };
    const expected = first === void 0 ? "a later major version" : `${production.engine} ${first} or later`;
    if (has2)
      return met(version, first === void 0 ? "" : expected);
    const remedy = "clients that find readers by SERVER_ID (the AWS drivers do) see the old names until each instance of both clusters was restarted";
    return notMet(`green gets ${version}`, expected, first === void 0 ? remedy : `give a target-engine-version of ${first} or later; else ${remedy}`);
  }
});
var auroraChecks = [kindSupported, endpointsFollow, noActivityStream, dataApiStays, serverIdFollows];

// lib/domain/parameters.js
var sameName = (one, other) => one.toLowerCase() === other.toLowerCase();
var isDefaultGroup = (name) => name.startsWith("default.");
var valueIn2 = (group2, name) => (group2?.set.get(name) ?? group2?.told.get(name))?.value;
var wordsOf = (value) => (value ?? "").split(",").map((word) => word.trim()).filter((word) => word !== "");
var isFormula = (value) => /^(\{.+\}|(GREATEST|LEAST|SUM|IF|log)\(.+\))$/.test(value.trim());
var numberOf2 = (value) => value !== void 0 && /^-?\d+(\.\d+)?$/.test(value.trim()) ? Number(value) : void 0;
var differencesIn = (names2, one, other) => [...new Set(names2)].flatMap((name) => {
  const [before, after7] = [one, other].map((group2) => valueIn2(group2, name) ?? "left to the engine");
  return before === after7 ? [] : [`${name} ${before} \u2192 ${after7}`];
});

// lib/domain/needs.js
var LOGICAL_REPLICATION = {
  name: "rds.logical_replication",
  isLeast: false,
  isMet: (says) => says === "1",
  valueFor: () => "1"
};
var SYNCHRONOUS_COMMIT = {
  name: "synchronous_commit",
  isLeast: false,
  isMet: (says) => (says ?? "on").toLowerCase() === "on",
  valueFor: () => "on"
};
var BINARY_LOG = {
  name: "binlog_format",
  alsoFine: "MIXED and STATEMENT will do",
  isLeast: false,
  isMet: (says) => !["OFF", "0"].includes((says ?? "OFF").toUpperCase()),
  valueFor: () => "ROW"
};
var PROCESSES = "max_worker_processes";
var WORKERS = "max_logical_replication_workers";
var USUAL_WORKERS = 4;
var LEAST_PROCESSES = 8;
var numberIn = (group2, name) => numberOf2(valueIn2(group2, name));
function isTooTight(group2) {
  const [processes, workers] = [numberIn(group2, PROCESSES), numberIn(group2, WORKERS) ?? USUAL_WORKERS];
  if (processes !== void 0)
    return processes <= workers;
  return workers < LEAST_PROCESSES ? false : void 0;
}
var enoughProcesses = (group2) => (numberIn(group2, WORKERS) ?? USUAL_WORKERS) * 2;
var least = (name, number) => ({
  name,
  isLeast: true,
  isMet: (says) => (numberOf2(says) ?? 0) >= number,
  valueFor: () => String(number)
});
var SIZES = [
  least("max_replication_slots", 25),
  least("max_wal_senders", 25),
  least(WORKERS, 25),
  {
    ...least(PROCESSES, 50),
    isMet: (says, group2) => (numberOf2(says) ?? 0) >= 50 && isTooTight(group2) !== true,
    valueFor: (group2) => String(Math.max(50, enoughProcesses(group2)))
  }
];
var SCHEDULER = "event_scheduler";
var isSchedulerOn = (says) => /^(on|1)$/i.test(says ?? "");
var PLAN_BASELINES = "apg_plan_mgmt.capture_plan_baselines";
var capturesPlans = (says) => (says ?? "off").toLowerCase() !== "off";
var LIBRARIES = "shared_preload_libraries";
var CRON = "pg_cron";
var AUDIT = "pgaudit";
var librariesIn = (group2) => wordsOf(valueIn2(group2, LIBRARIES));
var BABELFISH_STATUS = "rds.babelfish_status";
var BABELFISH = [
  BABELFISH_STATUS,
  "babelfishpg_tds.tds_default_numeric_precision",
  "babelfishpg_tds.tds_default_numeric_scale",
  "babelfishpg_tsql.default_locale",
  "babelfishpg_tsql.migration_mode",
  "babelfishpg_tsql.server_collation_name"
];

// lib/checks/settings.js
var decidingOf = ({ isAurora }, groups) => isAurora ? groups.cluster : groups.instance;
function whereSet(source2, groups, name) {
  const deciding = decidingOf(source2, groups);
  return deciding !== void 0 && groups.instance?.set.has(name) === true ? groups.instance : deciding;
}
var said = (group2, name) => `${name} = ${valueIn2(group2, name) ?? "(left to the engine)"} in ${group2.name}`;
var writerOf = ({ production }) => production.members.find((member) => member.writer)?.name ?? production.name;
var rebootOf = (source2) => `aws rds reboot-db-instance --db-instance-identifier ${writerOf(source2)}`;
var TYPES = { instance: "db-parameter-group", cluster: "db-cluster-parameter-group" };
var STATIC_IN_EFFECT = "binlog_format";
var needsRestart = ({ set, told, name }, parameter) => isDefaultGroup(name) || parameter === STATIC_IN_EFFECT || (set.get(parameter) ?? told.get(parameter))?.applyType !== "dynamic";
function howToSet(group2, values) {
  const { kind, name, family } = group2;
  const type = TYPES[kind];
  const entries = Object.entries(values);
  if (isDefaultGroup(name)) {
    const what = entries.map(([one, value]) => `${one} = ${value}`).join(", ");
    const words = kind === "cluster" ? "DB cluster parameter group" : "DB parameter group";
    return `make a ${words} of family ${family ?? name.replace("default.", "")} with ${what} and use it in place of ${name}, which cannot be changed`;
  }
  const parameters3 = entries.map(([one, value]) => {
    const method = needsRestart(group2, one) ? "pending-reboot" : "immediate";
    return `"ParameterName=${one},ParameterValue=${value},ApplyMethod=${method}"`;
  });
  return `aws rds modify-${type} --${type}-name ${name} --parameters ${parameters3.join(" ")}`;
}
var unlessShared = ({ name }) => isDefaultGroup(name) ? "" : `, if no other database uses ${name}`;
function mendBlue(source2, group2, values) {
  if (!Object.keys(values).some((name) => needsRestart(group2, name)))
    return `mode: prepare does it; by hand${unlessShared(group2)}: ${howToSet(group2, values)}`;
  return `mode: prepare does it (with allow-reboot: true, since it restarts production); by hand${unlessShared(group2)}: ${howToSet(group2, values)}, then ${rebootOf(source2)}`;
}
function mendGreen(source2, green2, blue, what) {
  const input = green2.kind === "cluster" ? "target-cluster-parameter-group" : "target-parameter-group";
  const isNew = green2.name === blue?.name || isDefaultGroup(green2.name);
  const byHand = isNew ? `make another group of family ${source2.target.family ?? green2.family ?? "of the target version"} with ${what}, and give it as ${input}` : `${what} in ${green2.name}, at least five minutes before create`;
  return `mode: prepare makes such a group, unless one is given; by hand: ${byHand}`;
}
var blueUnread = ({ production }) => cannotTell(`RDS does not show the parameter group of ${production.name}`, "look at its parameter group by hand");
function judgeNeed(source2, group2, need) {
  if (group2 === void 0)
    return blueUnread(source2);
  const { name, alsoFine } = need;
  const expected = `${name} = ${need.valueFor(group2)}${alsoFine === void 0 ? "" : ` (${alsoFine})`}`;
  if (need.isMet(valueIn2(group2, name), group2))
    return met(said(group2, name), expected);
  return notMet(said(group2, name), expected, mendBlue(source2, group2, { [name]: need.valueFor(group2) }));
}
var greenUnread = cannotTell("the parameter group that green gets is not there or not decided", "see parameter-groups-of-green-are-decided; mode: prepare makes the group");

// lib/checks/aurora-mysql.js
var otherEngine = ({ production }) => production.engine === "aurora-mysql" ? void 0 : "only of Aurora MySQL";
var binaryLogOn = ofSource({
  id: "binary-log-of-aurora-is-on",
  rows: ["AM-02"],
  title: "Blue's cluster parameter group switches the binary log on",
  severity: "blocking",
  isMendedByPrepare: true,
  needs: ["blueGroups"],
  unless: otherEngine,
  judge: (source2, { blueGroups }) => judgeNeed(source2, decidingOf(source2, blueGroups), BINARY_LOG)
});
var noBacktrackLost = ofSource({
  id: "no-backtrack-is-lost",
  rows: ["AM-06"],
  title: "Nobody counts on winding the cluster back after the switchover",
  severity: "advice",
  needs: [],
  unless: otherEngine,
  judge({ production }) {
    const seconds = production.traits.backtrackSeconds ?? 0;
    if (seconds === 0)
      return met("the cluster has no backtrack window");
    const remedy = "green is made without it, and it cannot be added to a cluster later: rely on point-in-time recovery from then on";
    return notMet(`${production.name} can be wound back ${Math.round(seconds / 3600)} hours`, "no backtrack window", remedy);
  }
});
var auroraMysqlChecks = [binaryLogOn, noBacktrackLost];

// lib/checks/aurora-postgres.js
var otherEngine2 = ({ production }) => production.engine === "aurora-postgresql" ? void 0 : "only of Aurora PostgreSQL";
var commitsSynchronously = ofSource({
  id: "synchronous-commit-is-on",
  rows: ["AP-03"],
  title: "Blue commits synchronously",
  severity: "blocking",
  isMendedByPrepare: true,
  needs: ["blueGroups"],
  unless: otherEngine2,
  judge: (source2, { blueGroups }) => judgeNeed(source2, whereSet(source2, blueGroups, SYNCHRONOUS_COMMIT.name), SYNCHRONOUS_COMMIT)
});
var hasBabelfish = ({ cluster }) => valueIn2(cluster, BABELFISH_STATUS) === "on";
var firstOf = (version) => compareVersions(majorOf("postgres", version), "15") <= 0 ? "15.7" : "16.3";
var babelfishSupported = ofSource({
  id: "version-supports-babelfish-and-blue-green",
  rows: ["AP-04"],
  title: "With Babelfish, the engine version of the source supports a deployment",
  severity: "blocking",
  needs: ["blueGroups"],
  unless: otherEngine2,
  judge(source2, { blueGroups }) {
    const { engine, engineVersion: engineVersion2 } = source2.production;
    if (blueGroups.cluster === void 0)
      return blueUnread(source2);
    if (!hasBabelfish(blueGroups))
      return notApplicable("Babelfish is off");
    const first = firstOf(engineVersion2);
    const expected = `${engine} ${first} or later`;
    if (compareVersions(engineVersion2, first) >= 0)
      return met(engineVersion2, expected);
    return notMet(engineVersion2, expected, `upgrade it in place to ${first} or a later minor version first, then run create again`);
  }
});
var babelfishEqual = ofSource({
  id: "babelfish-parameters-are-equal",
  rows: ["AP-05"],
  title: "Babelfish is set up alike in blue's and green's cluster parameter group",
  severity: "blocking",
  isMendedByPrepare: true,
  needs: ["blueGroups", "greenGroups"],
  unless: otherEngine2,
  judge(source2, { blueGroups, greenGroups: greenGroups2 }) {
    const [blue, green2] = [decidingOf(source2, blueGroups), decidingOf(source2, greenGroups2)];
    if (blue === void 0)
      return blueUnread(source2);
    if (!hasBabelfish(blueGroups))
      return notApplicable("Babelfish is off");
    if (green2 === void 0)
      return greenUnread;
    const other = BABELFISH.filter((name) => valueIn2(blue, name) !== valueIn2(green2, name));
    const expected = `the same values as in ${blue.name}`;
    if (other.length === 0)
      return met("they are equal", expected);
    const observed = other.map((name) => `${said(green2, name)}, ${said(blue, name)}`).join("; ");
    const wanted = other.map((name) => `${name} = ${valueIn2(blue, name) ?? "(not set)"}`).join(", ");
    return notMet(observed, expected, mendGreen(source2, green2, blue, wanted));
  }
});
var auroraPostgresChecks = [commitsSynchronously, babelfishSupported, babelfishEqual];

// lib/checks/carried.js
var APART = [SCHEDULER, PLAN_BASELINES, LIBRARIES];
var lostIn = (green2, blue) => [...blue.set.values()].flatMap(({ name, value }) => {
  if (value === void 0 || APART.includes(name) || valueIn2(green2, name) === value)
    return [];
  return [`${name}=${value} of ${blue.name} (${valueIn2(green2, name) ?? "not set"} in ${green2.name})`];
});
var besidesIn = (green2, blue) => [...green2.set.values()].flatMap(({ name, value }) => value === void 0 || blue.set.has(name) || valueIn2(blue, name) === value ? [] : [`${name}=${value} in ${green2.name}`]);
var carriesOver = ofSource({
  id: "green-says-what-blue-says",
  rows: [],
  title: "Green's parameter groups say what people have set in blue's",
  severity: "advice",
  needs: ["blueGroups", "greenGroups"],
  isMendedByPrepare: true,
  judge(_source, { blueGroups, greenGroups: greenGroups2 }) {
    const pairs2 = [
      [blueGroups.cluster, greenGroups2.cluster],
      [blueGroups.instance, greenGroups2.instance],
      ...blueGroups.replicas.map((one) => [one, greenGroups2.instance])
    ];
    const used = pairs2.filter(([blue]) => blue !== void 0 && blue.set.size > 0);
    if (used.some(([, green2]) => green2 === void 0))
      return greenUnread;
    const lost = used.flatMap(([blue, green2]) => blue === void 0 || green2 === void 0 ? [] : lostIn(green2, blue));
    const expected = "the same, or what is otherwise on purpose";
    const besides = used.flatMap(([blue, green2]) => blue === void 0 || green2 === void 0 ? [] : besidesIn(green2, blue));
    const more2 = besides.length === 0 ? "" : `; ${[...new Set(besides)].join(", ")} besides`;
    if (lost.length === 0)
      return met(`nothing is lost${more2}`, expected);
    return notMet(`${lost.join(", ")}${more2}`, expected, "mode: prepare carries over what blue has; green gets one group for all its instances, so give what has to stay as target-parameters");
  }
});
var carriedChecks = [carriesOver];

// lib/checks/classes.js
var classesAvailable = ofSource({
  id: "instance-classes-have-the-target-version",
  rows: ["G-39"],
  title: "Every instance class of green can be had with green's engine version",
  severity: "blocking",
  needs: ["orderable", "orderableToday"],
  unless: ({ production, version, instances, classes, target }) => {
    if (version !== production.engineVersion && !target.reachable.includes(version))
      return "asked once the target version is reachable";
    return version === production.engineVersion && classes.every((one) => instances.some((instance) => instance.instanceClass === one)) ? "neither version nor class changes" : void 0;
  },
  judge({ production, version, instances, classes }, { orderable: orderable2, orderableToday }) {
    const expected = `available with ${production.engine} ${version}`;
    const missing = classes.filter((one) => orderable2.get(one)?.length === 0);
    const own = instances[0]?.instanceClass ?? "";
    if (version === production.engineVersion && orderableToday.get(own)?.length === 0)
      return cannotTell(`RDS lists no class for ${production.engine} ${version} any more, not even ${own}`, "give a target-engine-version too");
    if (missing.length > 0) {
      const users = instances.filter((one) => missing.includes(one.instanceClass ?? "")).map((one) => `${one.name} is ${one.instanceClass}`);
      const change = production.kind === "instance" ? "give another target-instance-class" : "change the class of the readers and the writer first";
      const remedy = users.length === 0 ? change : `change the class first (${users.join(", ")})${missing.includes(own) ? `, or ${change}` : ""}`;
      return notMet(`${missing.join(", ")} cannot be had`, expected, remedy);
    }
    const unasked = classes.filter((one) => !orderable2.has(one));
    if (classes.length === 0 || unasked.length > 0)
      return cannotTell(classes.length === 0 ? "RDS does not say which classes blue has" : `only the first classes were asked for, not ${unasked.join(", ")}`, "aws rds describe-orderable-db-instance-options shows the classes of a version");
    return met(classes.join(", "), expected);
  }
});
var newClassAvailableToday = ofSource({
  id: "new-instance-class-has-the-version-of-today",
  rows: ["G-39"],
  title: "The new instance class can be had with blue's engine version too",
  severity: "advice",
  needs: ["orderableToday"],
  unless: ({ production, version, instances, classes }) => version === production.engineVersion || classes.every((one) => instances.some((instance) => instance.instanceClass === one)) ? "version and class do not both change" : void 0,
  judge({ production: { engine, engineVersion: engineVersion2 }, instances, classes }, { orderableToday }) {
    const expected = `available with ${engine} ${engineVersion2}, which green begins with`;
    const own = instances[0]?.instanceClass ?? "";
    const added = classes.filter((one) => instances.every((instance) => instance.instanceClass !== one));
    if (orderableToday.size === 0 || orderableToday.get(own)?.length === 0)
      return cannotTell(`RDS lists no class for ${engine} ${engineVersion2} any more`, "change the class after the switchover instead");
    const missing = added.filter((one) => orderableToday.get(one)?.length === 0);
    if (missing.length === 0)
      return met(added.join(", "), expected);
    return notMet(`${missing.join(", ")} cannot be had`, expected, "leave target-instance-class out, and change the class after the switchover");
  }
});
var classChecks = [classesAvailable, newClassAvailableToday];

// lib/checks/general.js
var ENGINES = ["mysql", "mariadb", "postgres", "aurora-mysql", "aurora-postgresql"];
var modify = ({ kind, name }, change) => `aws rds modify-db-${kind} --db-${kind}-identifier ${name} ${change} --apply-immediately`;
var nameOf3 = (replica) => {
  const arn = parseArn(replica);
  return arn === void 0 ? replica : `${arn.name} in ${arn.region}`;
};
var engineSupported = ofSource({
  id: "engine-supports-blue-green",
  rows: ["G-01"],
  title: "RDS makes blue/green deployments of this engine",
  severity: "blocking",
  needs: [],
  judge({ production: { engine } }) {
    const expected = `one of ${ENGINES.join(", ")}`;
    return ENGINES.includes(engine) ? met(engine, expected) : notMet(engine, expected, "upgrade it by another way: modify it in place");
  }
});
var noMultiAzCluster = ofSource({
  id: "source-is-no-multi-az-cluster",
  rows: ["G-15"],
  title: "The source is no Multi-AZ DB cluster",
  severity: "blocking",
  needs: [],
  unless: ({ production }) => production.kind === "instance" ? "the source is a DB instance" : void 0,
  judge({ production, isAurora }) {
    const observed = `a DB cluster of ${production.engine}`;
    if (isAurora)
      return met(observed, "a cluster of Aurora");
    return notMet(observed, "a cluster of Aurora, or a DB instance", "upgrade it in place; RDS has no blue/green deployment of it");
  }
});
var passwordNotManaged = ofSource({
  id: "master-password-is-not-managed",
  rows: ["G-06"],
  title: "RDS does not keep the master password in Secrets Manager",
  severity: "blocking",
  needs: [],
  judge({ production, blue }) {
    const managed = blue.filter((one) => one.traits.hasManagedPassword);
    if (managed.length === 0)
      return met("not managed", "not managed");
    const change = "--no-manage-master-user-password --master-user-password <a new one>";
    return notMet(`the master password of ${managed.map((one) => one.name).join(", ")} is managed by RDS`, "a password that RDS does not manage", `${modify(production, change)}; give it to the clients that read the secret; switch management on again after the switchover`);
  }
});
var backupsOn = ofSource({
  id: "automated-backups-are-on",
  rows: ["M-03", "P-02"],
  title: "Automated backups of the source are on",
  severity: "blocking",
  needs: [],
  isMendedByPrepare: true,
  unless: ({ production }) => production.kind === "cluster" ? "a cluster always has them" : void 0,
  judge({ production }) {
    const days = production.traits.backupRetentionDays;
    const expected = "a backup retention period of at least 1 day";
    if (days === void 0)
      return cannotTell(`RDS does not say how long backups of ${production.name} are kept`, "look at its backup retention period");
    if (days > 0)
      return met(`${days} days`, expected);
    return notMet("off (retention period of 0 days)", expected, `mode: prepare with allow-reboot: true, or ${modify(production, "--backup-retention-period 1")}; either is a short outage`);
  }
});
var noCascade = ofSource({
  id: "no-read-replica-has-replicas",
  rows: ["G-13"],
  title: "No read replica has read replicas of its own",
  severity: "blocking",
  needs: [],
  unless: ({ production }) => production.kind === "cluster" ? "the readers of a cluster have none" : void 0,
  judge({ production, instances }) {
    const cascading = instances.filter((one) => one.name !== production.name && one.replicas.length > 0);
    if (cascading.length === 0)
      return met("none has", "none has");
    return notMet(cascading.map((one) => `${one.name} has ${one.replicas.map(nameOf3).join(", ")}`).join("; "), "read replicas of the primary alone", `delete ${cascading.flatMap((one) => one.replicas.map(nameOf3)).join(", ")} and make them again after the switchover`);
  }
});
var noReplicaElsewhere = ofSource({
  id: "no-replica-in-another-region",
  rows: ["G-14", "A-11"],
  title: "Nothing is replicated to or from another Region",
  severity: "blocking",
  needs: [],
  judge({ production }) {
    const { kind, replicas, replicaOf } = production;
    const far = kind === "cluster" ? replicas : replicas.filter((name) => name.startsWith("arn:"));
    const source2 = kind === "cluster" ? replicaOf : void 0;
    if (far.length === 0 && source2 === void 0)
      return met("nothing is", "nothing is");
    const lines = [
      ...far.map((name) => `${nameOf3(name)} replicates from ${production.name}`),
      ...source2 === void 0 ? [] : [`${production.name} replicates from ${nameOf3(source2)}`]
    ];
    const remedy = [
      ...far.length === 0 ? [] : [`delete ${far.map(nameOf3).join(", ")} and make it again after the switchover`],
      ...source2 === void 0 ? [] : [`aws rds promote-read-replica-db-cluster --db-cluster-identifier ${production.name}`]
    ];
    return notMet(lines.join("; "), "no replica across Regions", remedy.join("; "));
  }
});
var logVolumesAlike = ofSource({
  id: "log-volumes-are-alike",
  rows: ["G-17"],
  title: "A dedicated log volume is on every instance or on none",
  severity: "blocking",
  needs: [],
  unless: ({ production }) => production.kind === "cluster" ? "clusters have no log volumes" : void 0,
  judge({ instances }) {
    const [unsaid, having, lacking] = [void 0, true, false].map((value) => instances.filter((one) => one.traits.hasDedicatedLogVolume === value).map((one) => one.name));
    const expected = "the same on all of them";
    if (having?.length === 0)
      return met("on none", expected);
    if (lacking !== void 0 && lacking.length > 0)
      return notMet(`${having?.join(", ")} has one, ${lacking.join(", ")} has none`, expected, lacking.map((name) => `aws rds modify-db-instance --db-instance-identifier ${name} --dedicated-log-volume --apply-immediately`).join("; "));
    if (unsaid !== void 0 && unsaid.length > 0)
      return cannotTell(`RDS does not say whether ${unsaid.join(", ")} has a dedicated log volume`, "look at the instances in the console");
    return met("on all of them", expected);
  }
});
var roomInQuotas = ofSource({
  id: "quotas-leave-room-for-green",
  rows: ["G-36"],
  title: "The quotas of the account leave room for green",
  severity: "blocking",
  needs: ["quotas"],
  judge({ production, instances }, { quotas: quotas2 }, inputs) {
    const size = (one) => Math.max(one.allocatedStorage ?? 0, inputs.targetAllocatedStorage ?? 0);
    const added = [
      ["DBInstances", instances.length, "DB instances"],
      ...production.kind === "cluster" ? [["DBClusters", 1, "DB clusters"]] : [["AllocatedStorage", instances.reduce((sum, one) => sum + size(one), 0), "GiB of storage"]]
    ];
    const short = [];
    const enough = [];
    const raise = [];
    for (const [name, count, unit] of added) {
      const quota = quotas2.get(name);
      if (quota === void 0)
        return cannotTell(`RDS does not say the quota ${name}`, "look at Service Quotas, Amazon RDS, in the console");
      const line2 = `${quota.used} of ${quota.max} ${unit} are in use, green adds ${count}`;
      if (quota.used + count <= quota.max)
        enough.push(line2);
      else {
        short.push(line2);
        raise.push(`${unit} to ${quota.used + count}`);
      }
    }
    const expected = "room for green beside blue";
    if (short.length === 0)
      return met(enough.join("; "), expected);
    return notMet(short.join("; "), expected, `raise the quota for ${raise.join(", ")} (Service Quotas, Amazon RDS), or delete what nobody uses`);
  }
});
var LONGEST = 50;
var namesLeaveRoom = ofSource({
  id: "names-leave-room-for-green",
  rows: ["G-44"],
  title: "Every name leaves room for green's suffix",
  severity: "advice",
  needs: [],
  judge({ blue }) {
    const expected = `at most ${LONGEST} characters`;
    const long = blue.filter((one) => one.name.length > LONGEST);
    if (long.length === 0)
      return met(`${Math.max(...blue.map((one) => one.name.length))} characters at most`, expected);
    return notMet(long.map((one) => `${one.name} has ${one.name.length}`).join("; "), expected, "rename it before, or make sure that nothing depends on the name green gets; RDS may refuse it");
  }
});
var nothingPending = ofSource({
  id: "nothing-is-pending-on-blue",
  rows: ["G-45"],
  title: "No maintenance or change is pending on blue",
  severity: "advice",
  needs: ["maintenance"],
  judge({ blue }, { maintenance }) {
    const lines = [
      ...maintenance.map((one) => `${one.database}: maintenance ${one.action}${one.description === "" ? "" : ` (${one.description})`}`),
      ...blue.flatMap((one) => one.traits.pendingChanges.length === 0 ? [] : `${one.name}: pending ${one.traits.pendingChanges.join(", ")}`),
      ...blue.flatMap((one) => one.parameterApplyStatus === void 0 || one.parameterApplyStatus === "in-sync" ? [] : `${one.name}: parameter group ${one.parameterGroup ?? ""} is ${one.parameterApplyStatus}`)
    ];
    if (lines.length === 0)
      return met("nothing is pending", "nothing is pending");
    return notMet(lines.join("; "), "nothing is pending", "apply it first, or put it off until after the switchover: it may restart blue meanwhile");
  }
});
var blueStaysBelow = ofSource({
  id: "blue-does-not-upgrade-itself",
  rows: ["G-07"],
  title: "Blue does not upgrade its minor version by itself meanwhile",
  severity: "advice",
  needs: [],
  unless: ({ isMajor: isMajor2 }) => isMajor2 ? "a minor version of today cannot pass another major" : void 0,
  judge({ production, instances, version, target }) {
    const expected = "off until the switchover";
    const on = instances.filter((one) => one.traits.upgradesMinorVersionsItself === true);
    const major = majorOf(production.engine, version);
    const latest = newest([version, ...target.reachable.filter((one) => majorOf(production.engine, one) === major)]);
    if (on.length > 0)
      return notMet(`auto minor version upgrade is on for ${on.map((one) => one.name).join(", ")}; green gets ${version}${latest === version ? "" : `, RDS has ${latest}`}`, expected, `${on.map((one) => modify(one, "--no-auto-minor-version-upgrade")).join("; ")}; RDS refuses the switchover once blue is newer than green`);
    if (instances.some((one) => one.traits.upgradesMinorVersionsItself === void 0))
      return cannotTell("RDS does not say whether auto minor version upgrade is on", "look at the instances in the console");
    return met("off", expected);
  }
});
var encryptionStays = ofSource({
  id: "encryption-is-not-added",
  rows: ["G-09"],
  title: "Blue is encrypted where a key for green is given",
  severity: "advice",
  needs: [],
  unless: (_source, inputs) => inputs.targetKmsKeyId === void 0 ? "no target-kms-key-id is given" : void 0,
  judge({ production, blue }) {
    const judged = production.kind === "cluster" ? [production] : blue;
    const plain = judged.filter((one) => one.storageEncrypted === false);
    const expected = "encrypted";
    if (plain.length > 0)
      return notMet(`${plain.map((one) => one.name).join(", ")} is not encrypted`, expected, "RDS takes a key for an unencrypted source since September 2026, though its guide still says no; where it refuses, encrypt a copy of a snapshot first");
    if (judged.some((one) => one.storageEncrypted === void 0))
      return cannotTell("RDS does not say whether blue is encrypted", "look at the databases in the console");
    return met("encrypted", expected);
  }
});
var STACK = "aws:cloudformation:stack-name";
var notOfAStack = ofSource({
  id: "source-is-not-of-a-stack",
  rows: ["G-16"],
  title: "No CloudFormation stack made the source",
  severity: "advice",
  needs: [],
  judge({ blue }) {
    const stacks = new Set(blue.flatMap((one) => one.tags?.get(STACK) ?? []));
    const expected = "of no stack";
    if (stacks.size > 0)
      return notMet(`of stack ${[...stacks].join(", ")}`, expected, "put the new version and parameter groups into the template right after the switchover, before its next deployment; drift detection shows the rest");
    if (blue.some((one) => one.tags === void 0))
      return cannotTell("RDS did not list the tags", "look whether a stack made it");
    return met(expected, expected);
  }
});
var noProxy = ofSource({
  id: "no-proxy-sends-clients-to-blue",
  rows: ["G-12"],
  title: "No RDS Proxy sends clients to blue",
  severity: "advice",
  needs: ["proxyTargets"],
  judge(_source, { proxyTargets: proxyTargets2 }) {
    const proxies = [...new Set(proxyTargets2.map((one) => one.proxy))];
    if (proxies.length === 0)
      return met("no proxy does", "no proxy does");
    return notMet(`${proxies.join(", ")} does`, "no proxy, or one that had blue as a target before the creation", "RDS moves the proxy along; its connections drop, and writes through it fail until the switchover is over. Register no other proxy before, and test green through a proxy of its own");
  }
});
var generalChecks = [
  engineSupported,
  noMultiAzCluster,
  passwordNotManaged,
  backupsOn,
  noCascade,
  noReplicaElsewhere,
  logVolumesAlike,
  roomInQuotas,
  namesLeaveRoom,
  nothingPending,
  blueStaysBelow,
  encryptionStays,
  notOfAStack,
  noProxy
];

// lib/checks/mysql.js
var notMysqlFamily = ({ production: { engine } }) => ["mysql", "mariadb", "aurora-mysql"].includes(engine) ? void 0 : `${engine} has no such thing`;
var notRdsMysql = ({ production: { engine } }) => engine === "mysql" || engine === "mariadb" ? void 0 : "only RDS for MySQL and MariaDB have it";
var notMysql = ({ production: { engine } }) => engine === "mysql" ? void 0 : "only RDS for MySQL has it";
var LEAST = { mysql: "5.7", mariadb: "10.2" };
var versionIsNewEnough = ofSource({
  id: "mysql-version-supports-blue-green",
  rows: ["M-01"],
  title: "RDS makes blue/green deployments of this version of MySQL or MariaDB",
  severity: "blocking",
  needs: [],
  unless: notRdsMysql,
  judge({ production: { engine, engineVersion: engineVersion2 } }) {
    const least2 = LEAST[engine] ?? "";
    const expected = `${engine} ${least2} or later`;
    if (engineVersion2 === "")
      return cannotTell("RDS does not say the version", "look at the database in the console");
    if (compareVersions(engineVersion2, least2) >= 0)
      return met(engineVersion2, expected);
    return notMet(engineVersion2, expected, `upgrade it in place to ${engine} ${least2} first, then run create again`);
  }
});
var versionWasNeverExcluded = ofSource({
  id: "mysql-version-was-never-excluded",
  rows: ["M-02"],
  title: "The version is none of the early releases of MySQL 8.0 that AWS once excluded",
  severity: "advice",
  needs: [],
  unless: notMysql,
  judge({ production: { engineVersion: engineVersion2 } }) {
    const expected = "not 8.0.11 to 8.0.13";
    if (engineVersion2 === "")
      return cannotTell("RDS does not say the version", "look at the database in the console");
    if (!["8.0.11", "8.0.12", "8.0.13"].includes(engineVersion2))
      return met(engineVersion2, expected);
    return notMet(engineVersion2, expected, "upgrade it to a later 8.0 first if RDS refuses it; AWS excluded it in 2024 and has not said so since");
  }
});
var optionGroupFits = ofSource({
  id: "option-group-allows-the-major-upgrade",
  rows: ["M-05"],
  title: "No custom option group keeps the source from a major upgrade",
  severity: "blocking",
  needs: [],
  unless: (source2) => notRdsMysql(source2) ?? (source2.isMajor ? void 0 : "the major version stays"),
  judge({ production: { name, traits }, version }) {
    const group2 = traits.optionGroup;
    const expected = "a default option group";
    if (group2 === void 0)
      return cannotTell(`RDS does not say which option group ${name} has`, "look at the instance in the console");
    if (group2.startsWith("default:"))
      return met(group2, expected);
    return notMet(`custom option group ${group2}`, expected, `run create without target-engine-version; then modify green to ${version} with an option group of its major (aws rds modify-db-instance --engine-version ${version} --option-group-name <name> --allow-major-version-upgrade)`);
  }
});
var notActiveActive = ofSource({
  id: "source-is-not-active-active",
  rows: ["M-06"],
  title: "The source is no member of an active-active cluster",
  severity: "blocking",
  needs: ["blueGroups"],
  unless: notMysql,
  judge({ production }, { blueGroups }) {
    const name = "rds.group_replication_enabled";
    const group2 = blueGroups.instance;
    if (group2 === void 0)
      return cannotTell(`the parameter group of ${production.name} could not be read`, `look for ${name}=1 in it`);
    const value = valueIn2(group2, name);
    if (value !== "1")
      return met(value === void 0 ? `${name} is not set` : `${name}=${value}`, `${name}=0`);
    return notMet(`${name}=1 in ${group2.name}`, `${name}=0`, "take it out of the group replication first, or upgrade it in place");
  }
});
var caseOfNamesStays = ofSource({
  id: "case-of-table-names-stays",
  rows: ["M-10"],
  title: "lower_case_table_names is the same in the groups of blue and green",
  severity: "blocking",
  needs: ["blueGroups", "greenGroups"],
  isMendedByPrepare: true,
  unless: notMysqlFamily,
  judge(source2, { blueGroups, greenGroups: greenGroups2 }) {
    const name = "lower_case_table_names";
    const [blue, green2] = [decidingOf(source2, blueGroups), decidingOf(source2, greenGroups2)];
    if (blue === void 0 || green2 === void 0)
      return cannotTell("not both parameter groups could be read", "asked again once the parameter groups of green are decided");
    const [is, becomes] = [valueIn2(blue, name) ?? "0", valueIn2(green2, name) ?? "0"];
    const observed = `${name} is ${is} in ${blue.name} and ${becomes} in ${green2.name}`;
    if (is === becomes)
      return met(observed, "the same");
    return notMet(observed, `${name}=${is} for green`, `mode: prepare makes a group with ${name}=${is}; or give a target group that has it`);
  }
});
var schedulerOff = ofSource({
  id: "event-scheduler-is-off-on-green",
  rows: ["G-11", "AM-12"],
  title: "The event scheduler is off in the group of green",
  severity: "blocking",
  needs: ["greenGroups"],
  isMendedByPrepare: true,
  unless: notMysqlFamily,
  judge(source2, { greenGroups: greenGroups2 }) {
    const group2 = whereSet(source2, greenGroups2, SCHEDULER);
    const expected = "event_scheduler=OFF until after the switchover";
    const remedy = "mode: prepare sets event_scheduler=OFF in a target group; switch it on again after the switchover";
    if (group2 === void 0)
      return cannotTell("the parameter group of green is not known", "asked again once it is decided");
    const value = valueIn2(group2, SCHEDULER);
    if (value === void 0)
      return isOnByDefault(source2) ? cannotTell(`${group2.name} leaves event_scheduler to the engine, and MySQL 8.0 and later switch it on`, "if events are used, give target-parameters: event_scheduler=OFF and run mode: prepare; switch it on again after the switchover") : met(`${group2.name} leaves it to the engine, which switches it off`, expected);
    if (!isSchedulerOn(value))
      return met(`event_scheduler=${value} in ${group2.name}`, expected);
    return notMet(`event_scheduler=${value} in ${group2.name}`, expected, remedy);
  }
});
var isOnByDefault = ({ production: { engine }, version }) => engine !== "mariadb" && compareVersions(majorOf(engine, version), "8.0") >= 0;
var replicatesSafely = ofSource({
  id: "replication-uses-gtid-and-workers",
  rows: ["M-08"],
  title: "Green can follow by GTID and with several workers",
  severity: "advice",
  needs: ["blueGroups", "greenGroups"],
  // MariaDB always has GTIDs, and Aurora MySQL is told by its cluster group.
  unless: notMysql,
  judge(_source, { blueGroups, greenGroups: greenGroups2 }) {
    const [blue, green2] = [blueGroups.instance, greenGroups2.instance];
    if (blue === void 0 || green2 === void 0)
      return cannotTell("not both parameter groups could be read", "asked again once the parameter groups of green are decided");
    const expected = "gtid-mode=ON in both groups, and two workers or more on green";
    const gtid = [blue, green2].map((group2) => ({ group: group2, value: valueIn2(group2, "gtid-mode") }));
    const workers = valueIn2(green2, "replica_parallel_workers") ?? valueIn2(green2, "slave_parallel_workers");
    const lines = [
      ...gtid.flatMap(({ group: group2, value }) => value === void 0 || value.toUpperCase() === "ON" ? [] : `gtid-mode=${value} in ${group2.name}`),
      ...workers !== void 0 && Number(workers) < 2 ? [`${workers} workers in ${green2.name}`] : []
    ];
    const remedy = "set gtid-mode=ON and enforce_gtid_consistency=ON in both groups (a restart of blue), replica_parallel_workers=4 in the target group; without it replication works, but catches up more slowly";
    if (lines.length > 0)
      return notMet(lines.join("; "), expected, remedy);
    if (gtid.some(({ value }) => value === void 0))
      return cannotTell("gtid-mode is left to the engine", remedy);
    return met(gtid.map(({ group: group2, value }) => `gtid-mode=${value} in ${group2.name}`).join(", "), expected);
  }
});
var mysqlChecks = [
  versionIsNewEnough,
  versionWasNeverExcluded,
  optionGroupFits,
  notActiveActive,
  caseOfNamesStays,
  schedulerOff,
  replicatesSafely
];

// lib/checks/postgres.js
var FIRST_OF_ALL = "11.1";
var FIRST_MINORS = { 11: "11.21", 12: "12.16", 13: "13.12", 14: "14.9", 15: "15.4", 16: "16.1" };
var FIRST_MINORS_AURORA = { ...FIRST_MINORS, 17: "17.4" };
function firstVersion({ production, isAurora, replication: replication2 }) {
  if (replication2 === "physical")
    return FIRST_OF_ALL;
  const minors = isAurora ? FIRST_MINORS_AURORA : FIRST_MINORS;
  const major = majorOf(production.engine, production.engineVersion);
  return compareVersions(major, "11") < 0 ? minors[11] : minors[major];
}
var versionSupported = ofSource({
  id: "source-version-supports-blue-green",
  rows: ["P-01", "L-01", "AP-01"],
  title: "The engine version of the source supports this deployment",
  severity: "blocking",
  guards: ["prepare", "create"],
  needs: [],
  unless: ({ isPostgres: isPostgres2 }) => isPostgres2 ? void 0 : "only of PostgreSQL",
  judge(source2) {
    const { engine, engineVersion: engineVersion2 } = source2.production;
    const first = firstVersion(source2);
    if (first === void 0)
      return notApplicable(`nothing is known against ${engine} ${engineVersion2}`);
    const expected = `${engine} ${first} or later`;
    if (compareVersions(engineVersion2, first) >= 0)
      return met(engineVersion2, expected);
    const hop = oldest(source2.target.reachable.filter((version) => isAt(version, majorOf(engine, first)) && compareVersions(version, first) >= 0));
    return notMet(engineVersion2, expected, `upgrade it to ${hop ?? `${first} or a later minor version`} first, then run create again`);
  }
});
var DELAY = "recovery_min_apply_delay";
function judgeDelay(source2, { blueGroups }, remedy) {
  if (blueGroups.instance === void 0)
    return blueUnread(source2);
  const delayed = [blueGroups.instance, ...blueGroups.replicas].filter((group2) => Number(valueIn2(group2, DELAY) ?? "0") > 0);
  const expected = `${DELAY} = 0, or left to the engine`;
  if (delayed.length === 0)
    return met("no delay", expected);
  const commands2 = delayed.map((group2) => howToSet(group2, { [DELAY]: "0" })).join("; ");
  return notMet(delayed.map((group2) => said(group2, DELAY)).join("; "), expected, remedy(commands2));
}
var onRds = ({ production }) => production.engine === "postgres" ? void 0 : "only of RDS for PostgreSQL";
var noDelayWithMajor = ofSource({
  id: "no-replica-is-delayed-at-a-major-upgrade",
  rows: ["L-24"],
  title: "No database of blue applies changes with a delay while the major version changes",
  severity: "blocking",
  needs: ["blueGroups"],
  unless: (source2) => onRds(source2) ?? (source2.replication === "logical" ? void 0 : "the major version stays"),
  judge: (source2, told) => judgeDelay(source2, told, (commands2) => `switch the delay off until after the switchover: ${commands2}`)
});
var noDelayLost = ofSource({
  id: "no-delay-of-a-replica-is-lost",
  rows: ["P-06"],
  title: "Green applies changes with no other delay than blue",
  severity: "advice",
  needs: ["blueGroups"],
  unless: (source2) => onRds(source2) ?? (source2.replication === "physical" ? void 0 : "only with physical replication"),
  judge: (source2, told) => judgeDelay(source2, told, () => `nothing, if this is wanted: the primary of green ignores ${DELAY}, its read replicas keep it`)
});
var lifted = ({ id, rows, title, rds, aurora, otherwise }) => ofSource({
  id,
  rows,
  title,
  severity: "advice",
  needs: [],
  unless: ({ isPostgres: isPostgres2, isAurora, replication: replication2 }) => {
    if (!isPostgres2 || replication2 !== "logical")
      return "only of PostgreSQL that replicates logically";
    return !isAurora && rds === void 0 ? "only of Aurora PostgreSQL" : void 0;
  },
  judge({ production, isAurora }) {
    const { has: has2, first } = since(isAurora ? aurora : rds ?? {}, production.engineVersion);
    const expected = first === void 0 ? "a later major version" : `${production.engine} ${first} or later`;
    if (has2)
      return met(production.engineVersion, first === void 0 ? "" : expected);
    const way = first === void 0 ? "" : `, or upgrade blue to ${first} or a later minor version first`;
    return notMet(production.engineVersion, expected, `${otherwise}${way}`);
  }
});
var AURORA_FEB_2025 = { 13: "13.20", 14: "14.17", 15: "15.12", 16: "16.8", 17: "17.4" };
var temporaryObjects = lifted({
  id: "temporary-objects-do-no-harm",
  rows: ["L-08"],
  title: "Temporary tables made on blue do not stop the switchover",
  rds: { 13: "13.19", 14: "14.16", 15: "15.11", 16: "16.7", 17: "17.3" },
  aurora: AURORA_FEB_2025,
  otherwise: "until the switchover let nothing on blue create, change or drop temporary tables"
});
var materializedViews = lifted({
  id: "refreshing-materialized-views-does-no-harm",
  rows: ["L-13"],
  title: "REFRESH MATERIALIZED VIEW on blue does not stop the switchover",
  rds: { 12: "12.19", 13: "13.15", 14: "14.12", 15: "15.7", 16: "16.3" },
  aurora: AURORA_FEB_2025,
  otherwise: "until the switchover let nothing on blue refresh materialized views"
});
var shortSwitchover = lifted({
  id: "commits-wait-but-briefly-at-the-switchover",
  rows: ["AP-07"],
  title: "The switchover holds up commits on blue but briefly",
  rds: void 0,
  aurora: { 13: "13.23", 14: "14.20", 15: "15.15", 16: "16.11", 17: "17.7" },
  otherwise: "expect a longer pause of writes at the switchover"
});
var postgresChecks = [
  versionSupported,
  noDelayWithMajor,
  noDelayLost,
  temporaryObjects,
  materializedViews,
  shortSwitchover
];

// lib/checks/postgres-logical.js
function notLogical({ isPostgres: isPostgres2, replication: replication2 }) {
  if (!isPostgres2)
    return "only of PostgreSQL";
  return replication2 === "logical" ? void 0 : "green replicates physically, which needs none of it";
}
var logicalReplicationOn = ofSource({
  id: "logical-replication-is-on",
  rows: ["L-02"],
  title: "Blue's parameter group switches logical replication on",
  severity: "blocking",
  isMendedByPrepare: true,
  needs: ["blueGroups"],
  unless: notLogical,
  judge: (source2, { blueGroups }) => judgeNeed(source2, decidingOf(source2, blueGroups), LOGICAL_REPLICATION)
});
var inSync = ofSource({
  id: "blue-runs-with-its-parameter-group",
  rows: ["L-03", "AM-03", "A-14"],
  title: "The writer of blue runs with its parameter group as it is, nothing waits for a restart",
  severity: "blocking",
  isMendedByPrepare: true,
  needs: [],
  unless: ({ production, isAurora, replication: replication2 }) => {
    if (isAurora || replication2 === "logical")
      return void 0;
    return production.engine === "postgres" ? "green replicates physically, which needs none of it" : "not asked of this engine";
  },
  judge(source2) {
    const { production } = source2;
    const status2 = production.kind === "cluster" ? production.members.find((one) => one.writer)?.clusterGroupStatus : production.parameterApplyStatus;
    const writer = writerOf(source2);
    const expected = `in-sync with ${production.parameterGroup ?? "its parameter group"}`;
    if (status2 === void 0)
      return cannotTell(`RDS does not say whether ${writer} is ${expected}`, "look at its configuration in the console");
    if (status2 === "in-sync")
      return met(`${writer} is in-sync`, expected);
    const remedy = status2 === "applying" ? "wait some minutes until it is applied, then run create again" : `mode: prepare restarts it (with allow-reboot: true); by hand, in a quiet hour: ${rebootOf(source2)}`;
    return notMet(`${writer} is ${status2}`, expected, remedy);
  }
});
var sizesOf = (group2, names2) => `${names2.map((name) => `${name} ${valueIn2(group2, name) ?? "(left to the engine)"}`).join(", ")} in ${group2.name}`;
var sizesFit = ofSource({
  id: "sizes-of-logical-replication-fit-together",
  rows: ["L-04"],
  title: "More worker processes are allowed than logical replication may take",
  severity: "advice",
  isMendedByPrepare: true,
  needs: ["blueGroups", "greenGroups"],
  unless: notLogical,
  judge(source2, { blueGroups, greenGroups: greenGroups2 }) {
    const [blue, green2] = [decidingOf(source2, blueGroups), decidingOf(source2, greenGroups2)];
    if (blue === void 0)
      return blueUnread(source2);
    if (green2 === void 0)
      return greenUnread;
    const observed = `blue: ${sizesOf(blue, ["max_replication_slots", "max_wal_senders", WORKERS, PROCESSES])}; green: ${sizesOf(green2, [WORKERS, PROCESSES])}`;
    const expected = `${PROCESSES} above ${WORKERS}; on blue more slots than databases and as many senders, on green a worker for each database`;
    const tight = [blue, green2].filter((group2) => isTooTight(group2) === true);
    const [first] = tight;
    if (first !== void 0) {
      const values = { [PROCESSES]: String(enoughProcesses(first)) };
      return notMet(observed, expected, `mode: prepare sizes them; by hand: ${howToSet(first, values)}, then restart what uses it`);
    }
    if ([blue, green2].some((group2) => isTooTight(group2) === void 0))
      return cannotTell(`${observed}: a formula was not computed`, `see that ${expected}`);
    return met(observed, expected);
  }
});
var GiB = 1024 ** 3;
var DAY_SECONDS = 86400;
var roomForWal = ofSource({
  id: "storage-has-room-for-a-day-of-wal",
  rows: ["L-29"],
  title: "The storage of blue has room for a day of the write-ahead log at its busiest",
  severity: "advice",
  needs: ["freeStorage", "walGeneration"],
  unless: (source2) => notLogical(source2) ?? (source2.isAurora ? "the storage of Aurora grows by itself" : void 0),
  judge({ production }, { freeStorage, walGeneration }) {
    if (freeStorage === void 0 || walGeneration === void 0) {
      const silent = freeStorage === void 0 ? "FreeStorageSpace" : "TransactionLogsGeneration";
      return cannotTell(`CloudWatch has no datapoint of ${silent} for ${production.name}`, "look at its free storage by hand");
    }
    const say = (bytes) => `${(bytes / GiB).toFixed(1)} GiB`;
    const needed = walGeneration * DAY_SECONDS;
    const observed = `${say(freeStorage)} are free; the busiest minute of the last day wrote ${say(needed)} a day`;
    const expected = `at least ${say(needed)}`;
    if (freeStorage >= needed)
      return met(observed, expected);
    const remedy = `give ${production.name} more storage first: aws rds modify-db-instance --db-instance-identifier ${production.name} --allocated-storage <GiB> --apply-immediately; and watch OldestReplicationSlotLag`;
    return notMet(observed, expected, remedy);
  }
});
var LEAST2 = {
  wal_sender_timeout: 3e4,
  wal_receiver_timeout: 3e4,
  logical_decoding_work_mem: 65536
};
var TUNED = [...Object.keys(LEAST2), "wal_keep_segments", "wal_keep_size", "rds.logical_wal_cache"];
var notThrottled = ofSource({
  id: "replication-is-not-held-back-by-parameters",
  rows: ["L-30", "L-31", "L-32", "AP-09"],
  title: "Nobody has set the timeouts and the memory of logical replication lower than usual",
  severity: "advice",
  needs: ["blueGroups", "greenGroups"],
  unless: notLogical,
  judge(source2, { blueGroups, greenGroups: greenGroups2 }) {
    const blue = decidingOf(source2, blueGroups);
    if (blue === void 0)
      return blueUnread(source2);
    const groups = [blueGroups, greenGroups2].flatMap((side) => [side.cluster ?? [], side.instance ?? []].flat());
    const each2 = [...new Map(groups.map((group2) => [`${group2.kind} ${group2.name}`, group2])).values()];
    const set = each2.flatMap((group2) => TUNED.filter((name) => group2.set.has(name)).map((name) => ({ group: group2, name })));
    const low = set.filter(({ group: group2, name }) => {
      const value = numberIn(group2, name);
      return value !== void 0 && value > 0 && value < (LEAST2[name] ?? 0);
    });
    const observed = set.length === 0 ? "all are left to the engine" : set.map(({ group: group2, name }) => said(group2, name)).join("; ");
    const expected = Object.entries(LEAST2).map(([name, least2]) => `${name} at least ${least2}`).join(", ");
    if (low.length === 0)
      return met(observed, expected);
    const commands2 = low.map(({ group: group2, name }) => howToSet(group2, { [name]: String(LEAST2[name]) })).join("; ");
    return notMet(observed, expected, `${commands2}; where replication breaks off often, AWS advises 0 for the timeouts`);
  }
});
var logicalChecks = [logicalReplicationOn, inSync, sizesFit, roomForWal, notThrottled];

// lib/checks/postgres-libraries.js
var CONFLICTING = ["pg_partman_bgw", "pglogical", "pgactive"];
var noConflictingLibrary = ofSource({
  id: "blue-preloads-no-conflicting-library",
  rows: ["L-15", "L-17"],
  title: `Blue preloads none of ${CONFLICTING.join(", ")}`,
  severity: "blocking",
  needs: ["blueGroups"],
  unless: notLogical,
  judge(source2, { blueGroups }) {
    const group2 = decidingOf(source2, blueGroups);
    if (group2 === void 0)
      return blueUnread(source2);
    const libraries = librariesIn(group2);
    const found = CONFLICTING.filter((one) => libraries.includes(one));
    const expected = `none of ${CONFLICTING.join(", ")}`;
    if (found.length === 0)
      return met(said(group2, LIBRARIES), expected);
    const remedy = `take ${found.join(", ")} out of ${LIBRARIES} in ${group2.name}, then ${rebootOf(source2)}; put it back after the switchover. If no database has the extension, ignore-checks lets it pass`;
    return notMet(said(group2, LIBRARIES), expected, remedy);
  }
});
var noCronOnGreen = ofSource({
  id: "green-preloads-no-pg-cron",
  rows: ["L-16"],
  title: "pg_cron does not run on green before the switchover",
  severity: "advice",
  isMendedByPrepare: true,
  needs: ["blueGroups", "greenGroups"],
  unless: notLogical,
  judge(source2, { blueGroups, greenGroups: greenGroups2 }) {
    const group2 = decidingOf(source2, greenGroups2);
    if (group2 === void 0)
      return greenUnread;
    const expected = `${LIBRARIES} without pg_cron`;
    if (!librariesIn(group2).includes(CRON))
      return met(said(group2, LIBRARIES), expected);
    const mend = mendGreen(source2, group2, decidingOf(source2, blueGroups), expected);
    return notMet(said(group2, LIBRARIES), expected, `${mend}; add it and restart after the switchover, or its jobs stay away`);
  }
});
var auditOnBothSides = ofSource({
  id: "pgaudit-is-preloaded-on-both-sides",
  rows: ["L-18"],
  title: "Green preloads pgaudit where blue does",
  severity: "blocking",
  isMendedByPrepare: true,
  needs: ["blueGroups", "greenGroups"],
  unless: notLogical,
  judge(source2, { blueGroups, greenGroups: greenGroups2 }) {
    const [blue, green2] = [decidingOf(source2, blueGroups), decidingOf(source2, greenGroups2)];
    if (blue === void 0)
      return blueUnread(source2);
    if (!librariesIn(blue).includes(AUDIT))
      return notApplicable("blue does not preload pgaudit");
    if (green2 === void 0)
      return greenUnread;
    const expected = `pgaudit in ${LIBRARIES} of both groups`;
    if (librariesIn(green2).includes(AUDIT))
      return met(said(green2, LIBRARIES), expected);
    return notMet(said(green2, LIBRARIES), expected, mendGreen(source2, green2, blue, `pgaudit in ${LIBRARIES}`));
  }
});
var noPlanBaselines = ofSource({
  id: "green-captures-no-plan-baselines",
  rows: ["L-19"],
  title: "Green does not capture plan baselines by itself, which would collide with those of blue",
  severity: "advice",
  isMendedByPrepare: true,
  needs: ["blueGroups", "greenGroups"],
  unless: (source2) => notLogical(source2) ?? (source2.isAurora ? void 0 : "only of Aurora PostgreSQL"),
  judge(source2, { blueGroups, greenGroups: greenGroups2 }) {
    const name = PLAN_BASELINES;
    const group2 = whereSet(source2, greenGroups2, name);
    if (group2 === void 0)
      return greenUnread;
    const expected = `${name} = off`;
    if (!capturesPlans(valueIn2(group2, name)))
      return met(said(group2, name), expected);
    const blue = group2.kind === "cluster" ? blueGroups.cluster : blueGroups.instance;
    return notMet(said(group2, name), expected, `${mendGreen(source2, group2, blue, expected)}; set it back after the switchover`);
  }
});
var libraryChecks = [noConflictingLibrary, noCronOnGreen, auditOnBothSides, noPlanBaselines];

// lib/checks/storage.js
var GIB = 1024 ** 3;
var ofCluster = ({ production }) => production.kind === "cluster" ? "Aurora has no storage of its own to choose" : void 0;
var classOf = ({ instances }, inputs) => inputs.targetInstanceClass ?? instances[0]?.instanceClass;
var changesClass = ({ instances }, inputs) => inputs.targetInstanceClass !== void 0 && inputs.targetInstanceClass !== instances[0]?.instanceClass;
var typeOf2 = ({ production }, inputs) => inputs.targetStorageType ?? production.storageType;
var shrinksEnough = ofSource({
  id: "smaller-storage-holds-the-data",
  rows: ["S-01"],
  title: "The smaller storage asked for holds 1.2 times what is used",
  severity: "blocking",
  needs: ["freeStorage"],
  unless: (source2, inputs) => ofCluster(source2) ?? (inputs.targetAllocatedStorage === void 0 || inputs.targetAllocatedStorage >= (source2.production.allocatedStorage ?? 0) ? "no smaller storage is asked for" : void 0),
  judge({ production: { name, allocatedStorage = 0 } }, { freeStorage }, { targetAllocatedStorage: asked = 0 }) {
    if (freeStorage === void 0)
      return cannotTell(`CloudWatch has no FreeStorageSpace of ${name}`, "leave target-allocated-storage out, or see to it that 1.2 times what is used fits");
    const used = allocatedStorage - freeStorage / GIB;
    const least2 = Math.ceil(used * 1.2);
    const observed = `${asked} GiB asked for, ${used.toFixed(1)} of ${allocatedStorage} GiB used`;
    if (asked >= least2)
      return met(observed, `at least ${least2} GiB`);
    return notMet(observed, `at least ${least2} GiB`, `give target-allocated-storage: ${least2 + 1} or more; below that RDS makes it no smaller`);
  }
});
var magneticGetsType = ofSource({
  id: "magnetic-storage-gets-another-type",
  rows: ["S-02"],
  title: "Magnetic storage of another size gets another type as well",
  severity: "blocking",
  needs: [],
  unless: (source2, inputs) => ofCluster(source2) ?? (inputs.targetAllocatedStorage === void 0 ? "no other size is asked for" : void 0),
  judge({ production: { storageType } }, _told, { targetStorageType }) {
    const expected = "a target-storage-type";
    if (storageType === void 0)
      return cannotTell("RDS does not say which storage blue has", "give target-storage-type");
    if (storageType !== "standard")
      return met(storageType, "any type but standard");
    if (targetStorageType !== void 0)
      return met(`standard, to ${targetStorageType}`, expected);
    return notMet("standard, and no target-storage-type", expected, "give target-storage-type: gp3");
  }
});
var configIsOld = ofSource({
  id: "storage-configuration-can-be-upgraded",
  rows: ["S-03"],
  title: "There is a newer storage configuration to upgrade to",
  severity: "blocking",
  needs: [],
  unless: noStorageUpgrade,
  judge(source2, _told, inputs) {
    const { production } = source2;
    const expected = "an older configuration, or another class";
    if (changesClass(source2, inputs))
      return met("the class changes", expected);
    if (production.storageConfigUpgradeAvailable === true)
      return met("an upgrade is available", expected);
    if (production.storageConfigUpgradeAvailable === void 0)
      return cannotTell(`RDS does not say whether ${production.name} has the latest storage configuration`, "leave upgrade-storage-config out");
    return notMet("the latest already, and the class stays", expected, "leave upgrade-storage-config out");
  }
});
var optimizedWrites = ofSource({
  id: "new-class-can-use-optimized-writes",
  rows: ["S-04"],
  title: "A new class finds the storage configuration that Optimized Writes needs",
  severity: "advice",
  needs: ["greenGroups"],
  unless: (source2, inputs) => ofCluster(source2) ?? (source2.isPostgres ? "Optimized Writes are of MySQL and MariaDB" : void 0) ?? (changesClass(source2, inputs) ? void 0 : "the class stays"),
  judge({ production }, { greenGroups: greenGroups2 }, inputs) {
    const expected = "upgrade-storage-config: true, and rds.optimized_writes=AUTO";
    const value = valueIn2(greenGroups2.instance, "rds.optimized_writes");
    if (production.storageConfigUpgradeAvailable === void 0)
      return cannotTell(`RDS does not say whether ${production.name} has the latest storage configuration`, `to be sure, give ${expected}`);
    const old = production.storageConfigUpgradeAvailable && inputs.upgradeStorageConfig !== true;
    const isOff = value !== void 0 && value.toUpperCase() !== "AUTO";
    if (!old && !isOff)
      return met("it does", expected);
    const lines = [
      ...old ? ["the storage configuration is an older one"] : [],
      ...isOff ? [`rds.optimized_writes is ${value} in ${greenGroups2.instance?.name}`] : []
    ];
    const remedy = [
      ...old ? ["give upgrade-storage-config: true (only possible now, at the creation)"] : [],
      ...isOff ? ["set rds.optimized_writes=AUTO in the target group"] : []
    ];
    return notMet(lines.join("; "), expected, `${remedy.join("; ")}; without it the class works, but slower`);
  }
});
var replicasFollow = ofSource({
  id: "replicas-get-the-same-class-and-storage",
  rows: ["S-05"],
  title: "Class, storage type, IOPS and throughput asked for reach every instance of green",
  severity: "advice",
  needs: [],
  unless: (source2, inputs) => ofCluster(source2) ?? (ofPrimaryAlone(inputs).length === 0 ? "none of them is asked for" : void 0),
  judge({ instances }, _told, inputs) {
    const [, ...replicas] = instances;
    const expected = "no read replica that is left out";
    if (replicas.length === 0)
      return met("there are no read replicas", expected);
    const names2 = replicas.map((one) => one.name).join(", ");
    return notMet(`${ofPrimaryAlone(inputs).join(", ")} will be for the primary of green alone, not for the counterparts of ${names2}`, expected, "modify the read replicas of green once it is there, and wait until they are available before the switchover; or after it");
  }
});
var ofPrimaryAlone = (inputs) => [
  ...inputs.targetInstanceClass === void 0 ? [] : ["target-instance-class"],
  ...inputs.targetStorageType === void 0 ? [] : ["target-storage-type"],
  ...inputs.targetIops === void 0 ? [] : ["target-iops"],
  ...inputs.targetStorageThroughput === void 0 ? [] : ["target-storage-throughput"]
];
var roomWhileUpgrading = ofSource({
  id: "blue-has-room-while-storage-is-upgraded",
  rows: ["S-06"],
  title: "Blue has storage to spare while replication pauses for the storage upgrade",
  severity: "advice",
  needs: ["freeStorage"],
  unless: noStorageUpgrade,
  judge({ production: { name, allocatedStorage, traits } }, { freeStorage }) {
    if (freeStorage === void 0 || allocatedStorage === void 0)
      return cannotTell(`CloudWatch has no FreeStorageSpace of ${name}`, "watch the free storage of blue while green is built");
    const percent = freeStorage / GIB / allocatedStorage * 100;
    const observed = `${percent.toFixed(0)} % of ${allocatedStorage} GiB are free`;
    const expected = "more than 10 % free";
    if (percent > 10)
      return met(observed, expected);
    const grows = traits.maxAllocatedStorage !== void 0 && traits.maxAllocatedStorage > allocatedStorage;
    return notMet(observed, expected, `give blue more storage first${grows ? "; storage autoscaling may not be quick enough" : ""}`);
  }
});
function noStorageUpgrade(source2, inputs) {
  return ofCluster(source2) ?? (inputs.upgradeStorageConfig === true ? void 0 : "upgrade-storage-config is not asked for");
}
var FULL_PERCENT = 90;
var ENOUGH_CPU_CREDITS = 30;
var creditsAreThere = ofSource({
  id: "burst-credits-are-full",
  rows: ["S-07"],
  title: "Burst credits of storage and CPU last for the upgrade",
  severity: "advice",
  needs: ["credits"],
  unless: (source2) => ofCluster(source2) ?? (source2.production.storageType === "gp2" || isBurstable(source2.production.instanceClass) ? void 0 : "neither storage nor class lives on credits"),
  judge({ production: { name, storageType, instanceClass: instanceClass2 } }, { credits }) {
    const isBurst = isBurstable(instanceClass2);
    const { burstBalance, cpuCredits } = credits;
    const lines = [
      ...burstBalance === void 0 ? [] : [`BurstBalance of ${name} is ${burstBalance.toFixed(0)} %`],
      ...cpuCredits === void 0 ? [] : [`CPUCreditBalance is ${cpuCredits.toFixed(0)}`]
    ];
    const expected = [
      ...storageType === "gp2" ? [`BurstBalance of at least ${FULL_PERCENT} %`] : [],
      ...isBurst ? [`CPUCreditBalance of at least ${ENOUGH_CPU_CREDITS}`] : []
    ].join(", ");
    const lowStorage = burstBalance !== void 0 && burstBalance < FULL_PERCENT;
    const lowCpu = cpuCredits !== void 0 && cpuCredits < ENOUGH_CPU_CREDITS;
    const remedies = [
      ...lowStorage ? ["give target-storage-type: gp3 (or io1, io2)"] : [],
      ...lowCpu ? ["give a target-instance-class that is not burstable"] : []
    ];
    if (remedies.length > 0)
      return notMet(lines.join(", "), expected, `${remedies.join(", ")}, or wait until the credits are back`);
    if (storageType === "gp2" && burstBalance === void 0 || isBurst && cpuCredits === void 0)
      return cannotTell(`CloudWatch has no datapoint of the credits of ${name}`, `look for a ${expected}`);
    return met(lines.join(", "), expected);
  }
});
var storageInitializes = ofSource({
  id: "class-shows-storage-initialization",
  rows: ["S-08"],
  title: "RDS loads the storage of green before it says that it is ready",
  severity: "advice",
  needs: [],
  unless: ofCluster,
  judge({ classes }) {
    const burstable = classes.filter(isBurstable);
    const expected = "no t class";
    if (classes.length === 0)
      return cannotTell("RDS does not say which classes blue has", "see to it that green is not of a t class");
    if (burstable.length === 0)
      return met(classes.join(", "), expected);
    return notMet(burstable.join(", "), expected, "read the large tables of green once before the switchover (or give another target-instance-class): RDS does not initialize storage of t classes, first reads are slow");
  }
});
var asksForStorage = (inputs) => [inputs.targetStorageType, inputs.targetAllocatedStorage, inputs.targetIops, inputs.targetStorageThroughput].some((one) => one !== void 0);
var isWithin = (value, { from, to }) => (from === void 0 || value >= from) && (to === void 0 || value <= to);
var sayRanges = (ranges) => [...new Set(ranges.map(({ from, to }) => `${from ?? "any"} to ${to ?? "any"}`))].join(", or ");
var TUNED_FROM_GIB = 400;
var WITHOUT_IOPS = ["gp2", "standard"];
function storageTroubles(production, type, options, inputs) {
  const { targetIops: iops, targetStorageThroughput: throughput } = inputs;
  const size = inputs.targetAllocatedStorage ?? production.allocatedStorage;
  const ofType = options.filter((one) => one.storageType === type);
  const isTuned = iops !== void 0 || throughput !== void 0;
  const lines = [];
  if (ofType.length === 0)
    return [`this class has no ${type}`];
  if (throughput !== void 0 && type !== "gp3")
    lines.push(`target-storage-throughput is for gp3 only, not for ${type}`);
  if (iops !== void 0 && WITHOUT_IOPS.includes(type))
    lines.push(`target-iops is not for ${type}`);
  if (type === "gp3" && isTuned && size !== void 0 && size < TUNED_FROM_GIB)
    lines.push(`gp3 below ${TUNED_FROM_GIB} GiB takes neither target-iops nor target-storage-throughput, and ${size} GiB it is`);
  const wishes = [
    { input: "target-allocated-storage", value: size, unit: "GiB", ranges: ofType.map((one) => one.storage) },
    { input: "target-iops", value: iops, unit: "IOPS", ranges: ofType.map((one) => one.iops) },
    { input: "target-storage-throughput", value: throughput, unit: "MiB/s", ranges: ofType.map((one) => one.throughput) }
  ];
  for (const { input, value, unit, ranges } of wishes)
    if (value !== void 0 && !ranges.some((range2) => isWithin(value, range2)))
      lines.push(`${input}: ${value} ${unit}, and ${type} has ${sayRanges(ranges)}`);
  return lines;
}
var storageFits = ofSource({
  id: "storage-fits-the-class",
  rows: ["S-10", "B13"],
  title: "The class takes the storage that is asked for",
  severity: "blocking",
  needs: ["orderable"],
  unless: (source2, inputs) => ofCluster(source2) ?? (asksForStorage(inputs) || changesClass(source2, inputs) ? void 0 : "neither storage nor class changes"),
  judge(source2, { orderable: orderable2 }, inputs) {
    const { production } = source2;
    const [name, type] = [classOf(source2, inputs), typeOf2(source2, inputs)];
    const options = name === void 0 ? void 0 : orderable2.get(name);
    if (name === void 0 || type === void 0 || options === void 0 || options.length === 0)
      return cannotTell(`RDS does not list which storage ${name ?? "blue"} takes`, "mend the class first");
    const lines = storageTroubles(production, type, options, inputs);
    const asked = [
      type,
      `${inputs.targetAllocatedStorage ?? production.allocatedStorage ?? "?"} GiB`,
      ...inputs.targetIops === void 0 ? [] : [`${inputs.targetIops} IOPS`],
      ...inputs.targetStorageThroughput === void 0 ? [] : [`${inputs.targetStorageThroughput} MiB/s`]
    ].join(", ");
    if (lines.length === 0)
      return met(`${name} with ${asked}`, "what RDS lists for the class");
    return notMet(lines.join("; "), `what RDS lists for ${name} with ${production.engine} ${source2.version}`, "change these inputs, or leave them out");
  }
});
var storageChecks = [
  shrinksEnough,
  magneticGetsType,
  configIsOld,
  optimizedWrites,
  replicasFollow,
  roomWhileUpgrading,
  creditsAreThere,
  storageInitializes,
  storageFits
];

// lib/checks/target.js
var targetReachable = ofSource({
  id: "target-version-is-reachable",
  rows: ["G-37", "M-11"],
  title: "RDS upgrades the source to the target version in one deployment",
  severity: "proof",
  guards: ["prepare", "create"],
  needs: [],
  unless: ({ target }) => target.engineVersion === void 0 ? "the version stays" : void 0,
  judge({ production, target }) {
    const { engineVersion: asked = "", reachable, hops } = target;
    const observed = `${production.engine} ${production.engineVersion} to ${asked}`;
    if (reachable.includes(asked))
      return met(observed, "a valid upgrade target");
    const from = reachable.length === 0 ? `RDS lists no version that ${production.engineVersion} can be upgraded to` : `from ${production.engineVersion} RDS allows ${reachable.join(", ")}`;
    const way = hops.length === 0 ? "give a target-engine-version of that list" : `upgrade in ${hops.length} deployments, one after another: ${hops.join(", then ")}`;
    return notMet(observed, from, way);
  }
});
var groupsDecided = ofSource({
  id: "parameter-groups-of-green-are-decided",
  rows: ["G-40"],
  title: "It is known which parameter groups green gets",
  severity: "proof",
  needs: [],
  isMendedByPrepare: true,
  judge({ production, target }) {
    const { trouble: trouble2, group: group2, clusterGroup } = target;
    if (trouble2?.reason === "cannot_tell")
      return cannotTell(trouble2.because, trouble2.remedy);
    if (trouble2 !== void 0)
      return notMet(trouble2.because, "one group of the target family for each kind", trouble2.remedy);
    if (target.engineVersion !== void 0 && !target.reachable.includes(target.engineVersion))
      return notApplicable("asked once the target version is reachable");
    const names2 = [group2, clusterGroup].flatMap((one) => one?.name ?? []);
    if (names2.length < (production.kind === "cluster" ? 2 : 1))
      return cannotTell(`RDS does not say which groups ${production.name} uses`, "give the target parameter groups");
    return met(names2.join(", "), "");
  }
});
var groupsFit = ofSource({
  id: "parameter-groups-fit-the-target-version",
  rows: ["G-38", "2.1"],
  title: "The parameter groups of green are there, and of the family of the target version",
  severity: "blocking",
  needs: [],
  unless: ({ target }) => target.engineVersion !== void 0 && !target.reachable.includes(target.engineVersion) ? "asked once the target version is reachable" : void 0,
  judge({ production, version, target }) {
    const { family } = target;
    const groups = [
      { input: "target-parameter-group", group: target.group },
      { input: "target-cluster-parameter-group", group: target.clusterGroup }
    ].flatMap(({ input, group: group2 }) => group2 === void 0 ? [] : { input, ...group2 });
    if (groups.length === 0)
      return notApplicable("asked once the parameter groups of green are decided");
    const expected = `of family ${family ?? `that ${production.engine} ${version} needs`}`;
    const gone2 = groups.filter((one) => one.family.is === "absent");
    const other = groups.filter((one) => family !== void 0 && one.family.is === "known" && one.family.value !== family);
    if (gone2.length + other.length > 0) {
      const lines = [
        ...gone2.map((one) => `there is no group ${one.name}`),
        ...other.map((one) => `${one.name} is of family ${valueOf(one.family)}`)
      ];
      const inputs = [...gone2, ...other].map((one) => one.input).join(" and ");
      return notMet(lines.join("; "), expected, `give another ${inputs}, or leave it out and let mode: prepare make one of family ${family ?? "of that version"}`);
    }
    const unread = groups.find((one) => one.family.is === "unknown");
    if (unread?.family.is === "unknown")
      return cannotTell(`${unread.name}: ${unread.family.because}`, "look at its family in the console");
    if (family === void 0)
      return cannotTell(`RDS does not say which family ${production.engine} ${version} needs`, "try again");
    return met(groups.map((one) => `${one.name} (${valueOf(one.family)})`).join(", "), expected);
  }
});
var targetChecks = [targetReachable, groupsDecided, groupsFit];

// lib/checks/create.js
var createChecks = [
  ...targetChecks,
  ...carriedChecks,
  ...postgresChecks,
  ...logicalChecks,
  ...libraryChecks,
  ...auroraChecks,
  ...auroraMysqlChecks,
  ...auroraPostgresChecks,
  ...generalChecks,
  ...classChecks,
  ...storageChecks,
  ...mysqlChecks
];
var factsFor = (checks2) => [...new Set(checks2.flatMap((check) => check.needs))];

// lib/domain/switchover-window.js
var DAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
var DAY = 1440;
var SHAPE2 = /^(\S+)\s+(\d{2}):(\d{2})-(\d{2}):(\d{2})\s+(\S+)$/;
function parseSwitchoverWindow(text3) {
  const [, dayText = "", fromHour, fromMinute, toHour, toMinute, zoneText = ""] = SHAPE2.exec(text3) ?? [];
  if (fromHour === void 0)
    return "it is not <days> <from>-<to> <time zone>";
  const days = parseDays(dayText.toLowerCase());
  if (days === void 0)
    return `${dayText} names no days: Sun, Mon, Tue, Wed, Thu, Fri, Sat, a list, a range or daily`;
  const from = minuteOf(fromHour, fromMinute);
  const to = minuteOf(toHour, toMinute);
  if (from === void 0 || from === DAY || to === void 0)
    return "times go from 00:00 to 24:00";
  if (from === to)
    return "it begins and ends at the same minute";
  const zone = zoneNamed(zoneText);
  if (zone === void 0)
    return `${zoneText} is not a time zone of the IANA list`;
  return { days, from, to: to === 0 ? DAY : to, zone, text: text3 };
}
function parseDays(text3) {
  if (text3 === "daily")
    return new Set(DAYS.keys());
  const days = /* @__PURE__ */ new Set();
  for (const part of text3.split(",")) {
    const [first = "", last = first, more2] = part.split("-");
    const begin = DAYS.indexOf(first);
    const end = DAYS.indexOf(last);
    if (begin < 0 || end < 0 || more2 !== void 0)
      return void 0;
    for (let day = begin; ; day = (day + 1) % 7) {
      days.add(day);
      if (day === end)
        break;
    }
  }
  return days;
}
function minuteOf(hour = "", minute = "") {
  const value = Number(hour) * 60 + Number(minute);
  return Number(minute) < 60 && value <= DAY ? value : void 0;
}
function zoneNamed(text3) {
  if (!/[A-Za-z]/.test(text3))
    return void 0;
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone: text3 }).resolvedOptions().timeZone;
  } catch {
    return void 0;
  }
}
var isOpen = (window2, date) => isOpenAt(window2, wallClock(window2.zone)(date));
function minutesLeft(window2, date) {
  const clock = wallClock(window2.zone);
  if (!isOpenAt(window2, clock(date)))
    return 0;
  const minute = 6e4;
  for (let at2 = Math.floor(date.getTime() / minute) + 1, steps2 = 0; steps2 < DAY; at2 += 1, steps2 += 1) {
    if (!isOpenAt(window2, clock(new Date(at2 * minute))))
      return at2 - date.getTime() / minute;
  }
  return DAY;
}
function isOpenAt({ days, from, to }, { day, minute }) {
  if (from < to)
    return days.has(day) && minute >= from && minute < to;
  return days.has(day) && minute >= from || days.has((day + 6) % 7) && minute < to;
}
function wallClock(zone) {
  const format = new Intl.DateTimeFormat("en-US", { timeZone: zone, weekday: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  return (date) => {
    const parts = new Map(format.formatToParts(date).map((part) => [part.type, part.value]));
    const day = DAYS.indexOf((parts.get("weekday") ?? "").toLowerCase());
    return { day, minute: Number(parts.get("hour")) * 60 + Number(parts.get("minute")) };
  };
}

// lib/observing/fingerprint.js
function fingerprintOf(now) {
  if (now.deployment.is !== "known" || now.databases.is !== "known")
    return void 0;
  const deployment2 = now.deployment.value;
  const fields = [["deployment", deployment2.id]];
  for (const arn of [...sidesOf(deployment2)].sort()) {
    const database = databaseAt(now, arn);
    if (database.is !== "known")
      return void 0;
    const { resourceId: resourceId2, engine, engineVersion: engineVersion2, parameterGroup: parameterGroup2, instanceClass: instanceClass2, kmsKeyId } = database.value;
    const key = kmsKeyId === void 0 ? "" : kmsKeyId.slice(kmsKeyId.lastIndexOf("/") + 1);
    fields.push([nameIn(arn), [resourceId2, engine, engineVersion2, parameterGroup2 ?? "", instanceClass2 ?? "", key].join(" ")]);
  }
  const text3 = `v1:${Buffer.from(JSON.stringify(fields)).toString("base64url")}`;
  return { text: text3, differencesFrom: (approved) => compare(fields, approved) };
}
function compare(fields, approved) {
  const then = new Map(read(approved));
  if (then.size === 0)
    return ["the approved fingerprint cannot be read"];
  const lines = fields.flatMap(([name, value]) => then.get(name) === value ? [] : [`${name} is "${value}" and was "${then.get(name) ?? "not there"}"`]);
  const names2 = new Set(fields.map(([name]) => name));
  return [...lines, ...[...then.keys()].filter((name) => !names2.has(name)).map((name) => `${name} is not there any more`)];
}
function read(text3) {
  try {
    const value = JSON.parse(Buffer.from(text3.replace(/^v1:/, ""), "base64url").toString("utf8"));
    if (!Array.isArray(value))
      return [];
    return value.flatMap((one) => Array.isArray(one) && typeof one[0] === "string" && typeof one[1] === "string" ? [[one[0], one[1]]] : []);
  } catch {
    return [];
  }
}

// lib/checks/at-switchover.js
var blueNotNewer = ofBothSides({
  id: "blue-is-not-newer-than-green",
  rows: ["G-07"],
  title: "No database of blue runs a newer engine version than its green",
  severity: "blocking",
  needs: [],
  judge({ pairs: pairs2 }) {
    const unsaid = pairs2.flat().filter((one) => one.engineVersion === "");
    const expected = "at most the version of green";
    const newer = pairs2.filter(([one, other]) => other.engineVersion !== "" && compareVersions(one.engineVersion, other.engineVersion) > 0);
    if (newer.length > 0)
      return notMet(newer.map(([one, other]) => `${one.name} runs ${one.engineVersion}, ${other.name} ${other.engineVersion}`).join("; "), expected, "upgrade green to that version (modify it, and wait until it is available), and switch auto minor version upgrade off on blue");
    if (unsaid.length > 0)
      return cannotTell(`RDS does not say the version of ${namesOf2(unsaid)}`, "look at it in the console");
    return met([...new Set(pairs2.map(([one, other]) => `${one.engineVersion} to ${other.engineVersion}`))].join(", "), expected);
  }
});
var noIntegrations = ofBothSides({
  id: "no-zero-etl-integration",
  rows: ["G-10"],
  title: "No zero-ETL integration reads blue or green",
  severity: "blocking",
  needs: ["integrations"],
  judge(_source, { integrations }) {
    const left = integrations.filter((one) => one.status !== "deleting");
    const expected = "none, or one that is being deleted";
    if (left.length === 0)
      return met(integrations.length === 0 ? "none" : "being deleted", expected);
    return notMet(left.map((one) => `${one.name} is ${one.status === "" ? "there" : one.status}`).join("; "), expected, `${left.map((one) => `aws rds delete-integration --integration-identifier ${one.name}`).join("; ")} before the switchover, and make it again after it`);
  }
});
var proxiesReachBlue = ofBothSides({
  id: "proxies-reach-blue",
  rows: ["G-12"],
  title: "Every RDS Proxy reaches the databases of blue that it sends clients to",
  severity: "blocking",
  needs: ["proxyTargets"],
  judge(_source, { proxyTargets: proxyTargets2 }) {
    const judged = proxyTargets2.filter((one) => one.health !== "");
    const expected = "AVAILABLE";
    const other = judged.filter((one) => one.health !== expected);
    if (other.length > 0)
      return notMet(other.map((one) => `${one.proxy} says ${one.database} is ${one.health}${one.because === "" ? "" : ` (${one.because})`}`).join("; "), expected, `mend it (aws rds describe-db-proxy-targets --db-proxy-name ${other[0]?.proxy}), or take blue out of a proxy that nobody uses`);
    if (proxyTargets2.length > 0 && judged.length === 0)
      return cannotTell("RDS tells no health of the targets", `aws rds describe-db-proxy-targets --db-proxy-name ${proxyTargets2[0]?.proxy}`);
    return met(judged.length === 0 ? "no proxy sends clients to blue" : `AVAILABLE in ${[...new Set(judged.map((one) => one.proxy))].join(", ")}`, expected);
  }
});
var greenReplicates = ofBothSides({
  id: "green-is-replicating",
  rows: ["G-29", "L-07"],
  title: "RDS says that green replicates",
  severity: "blocking",
  onlyThen: true,
  needs: [],
  judge({ green: green2 }) {
    const said2 = green2.flatMap((one) => one.traits.replication === void 0 ? [] : [{ name: one.name, ...one.traits.replication }]);
    const expected = "replicating";
    const broken = said2.filter((one) => !one.isNormal || one.status !== "" && one.status !== expected);
    if (broken.length > 0)
      return notMet(broken.map((one) => `replication of ${one.name} is ${one.status}${one.message === "" ? "" : `: ${one.message}`}`).join("; "), expected, "find the cause in the message and in the error log of green; a schema change on green that replication cannot follow needs a new deployment (mode: abort, then create)");
    const [primary] = green2;
    if (primary === void 0 || said2.length === 0 || primary.kind === "instance" && primary.traits.replication === void 0)
      return cannotTell("RDS tells nothing about the replication of green", "the lag is judged by itself; look at the events of green");
    return met(expected, expected);
  }
});
var rolesOnGreen = ofBothSides({
  id: "iam-roles-are-on-green",
  rows: ["G-18", "L-28"],
  title: "Green has the IAM roles of blue",
  severity: "advice",
  needs: [],
  unless: ({ blue }) => blue.every((one) => one.traits.roleFeatures.length === 0) ? "blue has none" : void 0,
  judge({ production, pairs: pairs2 }) {
    const missing = pairs2.flatMap(([one, other]) => {
      const lacking = one.traits.roleFeatures.filter((feature) => !other.traits.roleFeatures.includes(feature));
      return lacking.length === 0 ? [] : [`${other.name} lacks the role for ${lacking.map((name) => name === "" ? "no feature" : name).join(", ")}`];
    });
    const expected = "the same features";
    if (missing.length === 0)
      return met("it has them", expected);
    return notMet(missing.join("; "), expected, `aws rds add-role-to-db-${production.kind} for each: RDS does not copy them, and what uses them fails from the switchover on`);
  }
});
var iamLogins = ofBothSides({
  id: "iam-logins-need-no-new-policy",
  rows: ["G-19"],
  title: "Nobody logs in by IAM under a resource id that changes",
  severity: "advice",
  needs: [],
  judge({ production, green: green2 }) {
    const isOn = production.traits.usesIamAuthentication;
    const expected = "IAM database authentication off";
    if (isOn === void 0)
      return cannotTell(`RDS does not say whether ${production.name} has IAM database authentication`, "look at it in the console");
    if (!isOn)
      return met("off", expected);
    const id = green2[0] === void 0 || green2[0].resourceId.includes("(") ? "green's resource id" : green2[0].resourceId;
    return notMet(`on; after the switchover ${production.name} bears ${id} and no longer ${production.resourceId}`, expected, `allow rds-db:connect on dbuser:${id}/<user>, beside ${production.resourceId}, before the switchover`);
  }
});
var isOfUsers = (key) => !key.startsWith("aws:") && !key.startsWith("rds-blue-green/");
var tagsOnBlue = ofBothSides({
  id: "tags-of-green-are-on-blue",
  rows: ["G-20"],
  title: "Every tag of green is on blue as well",
  severity: "advice",
  onlyThen: true,
  needs: [],
  judge({ pairs: pairs2 }) {
    const lines = pairs2.flatMap(([one, other]) => {
      const lost = [...other.tags ?? []].filter(([key, value]) => isOfUsers(key) && one.tags?.get(key) !== value).map(([key]) => key);
      return one.tags === void 0 || lost.length === 0 ? [] : [`${other.name}: ${lost.join(", ")}`];
    });
    const expected = "no other tags than blue";
    if (lines.length > 0)
      return notMet(lines.join("; "), expected, "put them on blue first: the switchover replaces green's tags by blue's");
    if (pairs2.flat().some((one) => one.tags === void 0))
      return cannotTell("RDS did not list the tags", "compare the tags in the console");
    return met("the same, or fewer", expected);
  }
});
var belongingTo = ({ replicas, members: members2 }) => [...replicas, ...members2.map((one) => one.name)];
var nothingExtra = ofBothSides({
  id: "green-has-nothing-of-its-own",
  rows: ["G-24"],
  title: "Green has no database that blue has not",
  severity: "advice",
  onlyThen: true,
  needs: [],
  judge({ production, green: green2 }) {
    const [primary] = green2;
    if (primary === void 0)
      return cannotTell("green could not be read", "try again");
    const named2 = new Set([...green2.map((one) => one.name), ...belongingTo(production)].map((name) => name.toLowerCase()));
    const extra = belongingTo(primary).filter((name) => !name.startsWith("arn:") && !named2.has(name.toLowerCase()));
    const expected = "none";
    if (extra.length === 0)
      return met(expected, expected);
    return notMet(`${extra.join(", ")} ${extra.length === 1 ? "was" : "were"} added to green`, expected, "nothing, if it is wanted: it stays with production under its own name, and costs; it takes no place of a database of blue");
  }
});
var storageLoaded = ofBothSides({
  id: "storage-of-green-is-loaded",
  rows: ["G-47"],
  title: "The storage of green is loaded",
  severity: "advice",
  onlyThen: true,
  needs: [],
  unless: ({ isAurora }) => isAurora ? "Aurora has nothing to load" : void 0,
  judge({ green: green2, instances }) {
    const busy = green2.flatMap((one) => one.storageOperation === void 0 ? [] : [{ name: one.name, ...one.storageOperation }]);
    const expected = "no storage operation";
    if (busy.length > 0)
      return notMet(busy.map((one) => `${one.name}: ${one.status}${one.percent === void 0 ? "" : ` ${one.percent} %`}`).join("; "), expected, "wait until it is over: what is not loaded yet is read slowly after the switchover");
    if (instances.length === 0)
      return cannotTell("green could not be read", "try again");
    return met("no storage operation", expected);
  }
});
var writesDurably = ofBothSides({
  id: "green-writes-durably",
  rows: ["M-09", "AM-10"],
  title: "Green no longer trades durability for speed",
  severity: "advice",
  needs: ["greenGroups"],
  unless: ({ isPostgres: isPostgres2 }) => isPostgres2 ? "a matter of MySQL and MariaDB" : void 0,
  judge(source2, { greenGroups: greenGroups2 }) {
    const { isAurora } = source2;
    const group2 = decidingOf(source2, greenGroups2);
    const expected = `innodb_flush_log_at_trx_commit=1${isAurora ? ", and the binary log on" : ""}`;
    if (group2 === void 0)
      return cannotTell("the parameter group of green could not be read", `look for ${expected}`);
    const flush = valueIn2(whereSet(source2, greenGroups2, "innodb_flush_log_at_trx_commit"), "innodb_flush_log_at_trx_commit") ?? "1";
    const binlog = isAurora ? valueIn2(group2, "binlog_format") : void 0;
    const lines = [
      ...flush === "1" ? [] : [`innodb_flush_log_at_trx_commit=${flush}`],
      ...binlog?.toUpperCase() === "OFF" ? ["binlog_format=OFF"] : []
    ];
    if (lines.length === 0)
      return met(`innodb_flush_log_at_trx_commit=${flush}`, expected);
    return notMet(`${lines.join(", ")} in ${group2.name}`, expected, "set it back in the group of green before the switchover: a crash of production would lose transactions, and without the binary log there is no way back");
  }
});
var atSwitchoverChecks = [
  blueNotNewer,
  noIntegrations,
  proxiesReachBlue,
  greenReplicates,
  rolesOnGreen,
  iamLogins,
  tagsOnBlue,
  nothingExtra,
  storageLoaded,
  writesDurably
];

// lib/checks/switchover.js
var bothSidesAvailable = {
  id: "both-sides-are-available",
  rows: ["G-26", "S-09"],
  title: "Every database of blue and green is available",
  severity: "proof",
  guards: ["switchover"],
  onlyThen: true,
  passes: true,
  judge(now) {
    const failedBefore = now.deployment.is === "known" && stageOf(now.deployment.value.status) === "switchover_failed";
    const lines = failedBefore ? databasesNotAvailable(now) : notReady(now);
    if (lines.length === 0)
      return { is: "met", observed: "all available", expected: "all available" };
    return {
      is: "not_met",
      observed: lines.join("; "),
      expected: "all available",
      remedy: "wait until they are available (mode: wait), then run switchover again"
    };
  }
};
var lagWithinLimit = {
  id: "replica-lag-is-within-limit",
  rows: ["G-31", "M-19"],
  title: "Green is not further behind blue than allowed",
  severity: "blocking",
  guards: ["switchover"],
  onlyThen: true,
  passes: true,
  judge(now, inputs) {
    if (databasesNotAvailable(now).length > 0)
      return { is: "not_applicable", because: "asked once both sides are available" };
    if (now.lag.is === "absent")
      return { is: "unknown", because: "no lag was reported", remedy: "try again in some minutes" };
    if (now.lag.is === "unknown")
      return {
        is: "unknown",
        because: now.lag.because,
        remedy: "wait until CloudWatch has the metric: new replicas report after some minutes"
      };
    const { metric, unit, newest: newest3, worst } = now.lag.value;
    const limit = unit === "seconds" ? inputs.maxReplicaLagSeconds : inputs.maxReplicaLagBytes;
    const observed = `${metric} ${newest3} ${unit}, at most ${worst} in the last five minutes`;
    const expected = `at most ${limit} ${unit}`;
    if (newest3 < 0)
      return {
        is: "not_met",
        observed: `${metric} is ${newest3}: replication is not active`,
        expected,
        remedy: "look at green's replication; a degraded one needs a new deployment"
      };
    if (newest3 > limit)
      return { is: "not_met", observed, expected, remedy: "wait until green has caught up, or write less to blue" };
    return { is: "met", observed, expected };
  }
};
var insideWindow = {
  id: "inside-the-switchover-window",
  rows: [],
  title: "Now is inside the switchover window, with the switchover timeout left of it",
  severity: "proof",
  guards: ["switchover"],
  onlyThen: true,
  reason: "outside_window",
  judge(_now, inputs, date) {
    const window2 = inputs.switchoverWindow;
    if (window2 === void 0)
      return { is: "not_applicable", because: "no switchover-window is given" };
    const expected = `${window2.text}, with ${Math.ceil(inputs.switchoverTimeoutSeconds / 60)} minutes left`;
    if (!isOpen(window2, date))
      return {
        is: "not_met",
        observed: `it is ${date.toISOString()}, outside the window`,
        expected,
        remedy: "run switchover inside the window"
      };
    const left = minutesLeft(window2, date);
    if (left * 60 < inputs.switchoverTimeoutSeconds)
      return {
        is: "not_met",
        observed: `${Math.floor(left)} minutes of the window are left`,
        expected,
        remedy: "run switchover earlier in the window, or lower switchover-timeout-seconds"
      };
    return { is: "met", observed: `it is ${date.toISOString()}`, expected };
  }
};
var asApproved = {
  id: "green-is-what-was-approved",
  rows: [],
  title: "Green is exactly what was approved",
  severity: "proof",
  guards: ["switchover"],
  onlyThen: true,
  reason: "fingerprint_differs",
  judge(now, inputs) {
    if (inputs.approvedFingerprint === "none")
      return { is: "not_applicable", because: "no approved-fingerprint is given" };
    const print = fingerprintOf(now);
    if (print === void 0)
      return { is: "unknown", because: "green cannot be read", remedy: "try again" };
    if (print.text === inputs.approvedFingerprint)
      return { is: "met", observed: "the same", expected: "the approved fingerprint" };
    return {
      is: "not_met",
      observed: print.differencesFrom(inputs.approvedFingerprint).join("; "),
      expected: "what was approved",
      remedy: "review the deployment again and approve its new fingerprint"
    };
  }
};
var everyMemberHasGreen = {
  id: "every-database-of-blue-has-its-green",
  rows: ["1.2"],
  title: "Every replica and reader of blue has a counterpart in green",
  severity: "blocking",
  guards: ["switchover"],
  onlyThen: true,
  // Members may be listed late (facts 1.2).
  passes: true,
  judge(now) {
    const deployment2 = valueOf(now.deployment);
    const blue = valueOf(databaseAt(now, deployment2?.source));
    if (deployment2 === void 0 || blue === void 0)
      return { is: "unknown", because: "blue could not be read", remedy: "try again" };
    const named2 = new Set(deployment2.members.flatMap((member) => [member.source, member.target]).flatMap((arn) => arn === void 0 ? [] : [nameIn(arn).toLowerCase()]));
    const left = [...blue.replicas, ...blue.members.map((member) => member.name)].filter((name) => !name.startsWith("arn:") && !named2.has(name.toLowerCase()));
    const expected = "all of them";
    if (left.length === 0)
      return { is: "met", observed: expected, expected };
    return {
      is: "not_met",
      observed: `${left.join(", ")} would stay behind on old blue`,
      expected,
      remedy: "delete them and make them again after the switchover, or make a new deployment; ignore-checks lets them stay behind"
    };
  }
};
var switchoverChecks = [
  insideWindow,
  asApproved,
  everyMemberHasGreen,
  bothSidesAvailable,
  lagWithinLimit,
  ...atSwitchoverChecks
];

// lib/checks/index.js
var checks = [...createChecks, ...switchoverChecks, ...cleanupChecks];

// lib/domain/outcome.js
var PHASE_ORDER = ["plan", "prepare", "create", "wait", "verify", "switchover", "cleanup"];
var ALONE = ["status", "abort", "drift", "discover"];
function exitCodeOf(outcome, onTimeout) {
  switch (outcome) {
    case "completed":
    case "nothing_to_do":
    case "planned":
      return 0;
    case "timed_out":
      return onTimeout === "pass" ? 0 : 1;
    case "blocked":
    case "failed":
    case "cancelled":
      return 1;
  }
}

// lib/parsing/kind.js
var read2 = (value) => ({ is: "read", value });
var wrong = (because = "") => ({ is: "wrong", because });
var oneLine = (allowed, how) => ({ allowed, read: how, lines: "one", shown: "yes" });
var manyLines = (allowed, how) => ({
  allowed,
  read: how,
  lines: "many",
  shown: "yes"
});
var unshown = (kind) => ({ ...kind, shown: "never" });
var secret = (kind) => ({ ...kind, shown: "secret" });
function textLike(pattern, allowed, longest = 255) {
  return oneLine(allowed, (text3) => {
    if (text3.length > longest)
      return wrong(`it has ${text3.length} characters, at most ${longest} are possible`);
    return pattern.test(text3) ? read2(text3) : wrong();
  });
}
function oneOf(...choices) {
  return oneLine(choices.join(", "), (text3) => {
    const found = choices.find((choice) => choice === text3);
    return found === void 0 ? wrong() : read2(found);
  });
}
var flag = oneLine("true or false", (text3) => {
  const lower = text3.toLowerCase();
  if (lower === "true")
    return read2(true);
  return lower === "false" ? read2(false) : wrong();
});
var readNumber = (pattern, limits, text3) => {
  if (!pattern.test(text3))
    return wrong();
  const value = Number(text3);
  const isLow = value < (limits.from ?? 0) || limits.above !== void 0 && value <= limits.above;
  return isLow || value > limits.to ? wrong() : read2(value);
};
var range = ({ from, above, to, unit }) => `${unit === void 0 ? "" : `of ${unit} `}${above === void 0 ? `from ${from ?? 0}` : `above ${above}`} to ${to}`;
var wholeNumber = (limits) => oneLine(`a whole number ${range(limits)}`, (text3) => readNumber(/^\d+$/, limits, text3));
var decimalNumber = (limits) => oneLine(`a number ${range(limits)}`, (text3) => readNumber(/^\d+(\.\d+)?$/, limits, text3));
var entriesOf = (text3) => [
  ...new Set(text3.split(/[,\r\n]+/).map((entry) => entry.trim()).filter((entry) => entry !== ""))
];
var linesOf = (text3) => text3.split(/\r\n|\r|\n/).map((line2) => line2.trim()).filter((line2) => line2 !== "");
function listOf(kind) {
  return {
    ...kind,
    allowed: `${kind.allowed}; several with commas or one a line`,
    lines: "many",
    read: (text3) => collect(entriesOf(text3), (entry, index) => asEntry(kind, entry, index))
  };
}
function asEntry(kind, entry, index) {
  const one = hasControl(entry) ? wrong("it contains a control character") : kind.read(entry);
  if (one.is === "read")
    return one;
  const which2 = kind.shown === "yes" ? `entry ${quote(entry)}` : `entry ${index + 1}`;
  return wrong(`${which2} is not allowed${one.because === "" ? "" : `: ${one.because}`}`);
}
function collect(items, how) {
  const values = [];
  for (const [index, item] of items.entries()) {
    const one = how(item, index);
    if (one.is === "wrong")
      return one;
    values.push(one.value);
  }
  return read2(values);
}
var hasControl = (text3) => /[\p{Cc}\p{Cf}\u2028\u2029]/u.test(text3);
function echo(text3, longest = 80) {
  const flat = text3.replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]+/gu, " ").trim().replace(/%(?=0[ad])/gi, "% ").replaceAll("##[", "# #[").replace(/^[\s:]*::/, ": :").replace(/(?<!\d)\d{12}(?!\d)/g, "(account)");
  const letters = [...flat];
  return letters.length > longest ? `${letters.slice(0, longest).join("")}...` : flat;
}
var quote = (text3) => `"${echo(text3)}"`;

// lib/parsing/discover-filter.js
var discoverFilter = manyLines("lines of tag:Key=value, engine=name, version<16.4 (or <=, =, >=, >), identifier=prefix*", (text3) => collect(linesOf(text3), readLine));
function readLine(line2) {
  if (hasControl(line2))
    return wrong(`${quote(line2)} contains a control character`);
  const [, key, tagValue] = /^tag:([^=]+)=(.*)$/.exec(line2) ?? [];
  if (key !== void 0 && tagValue !== void 0)
    return read2({ by: "tag", key: key.trim(), value: tagValue.trim() });
  const [, engine] = /^engine\s*=\s*([a-z][a-z0-9-]*)$/i.exec(line2) ?? [];
  if (engine !== void 0)
    return read2({ by: "engine", engine: engine.toLowerCase() });
  const [, comparison, version] = /^version\s*(<=|>=|<|>|=)\s*(\d[0-9A-Za-z._-]*)$/.exec(line2) ?? [];
  const is = ["<", "<=", "=", ">=", ">"].find((one) => one === comparison);
  if (is !== void 0 && version !== void 0)
    return read2({ by: "version", is, version });
  const [, pattern] = /^identifier\s*=\s*([A-Za-z0-9*-]+)$/.exec(line2) ?? [];
  if (pattern !== void 0)
    return read2({ by: "identifier", pattern: pattern.toLowerCase() });
  return wrong(`${quote(line2)} is no condition`);
}

// lib/parsing/modes.js
var UPGRADE = ["plan", "create", "wait", "verify", "switchover"];
var alone = ["upgrade", ...ALONE];
var order = PHASE_ORDER;
var modes = manyLines(`one or several of ${PHASE_ORDER.join(", ")} in this order; or one of ${alone.join(", ")} alone`, (text3) => {
  const names2 = text3.split(/[,\r\n]+/).map((name) => name.trim()).filter((name) => name !== "");
  const stray = names2.find((name) => !order.includes(name) && !alone.includes(name));
  if (stray !== void 0)
    return wrong(`there is no mode ${quote(stray)}`);
  const lonely = names2.find((name) => alone.includes(name));
  if (lonely !== void 0)
    return names2.length === 1 ? readAlone(lonely) : wrong(`${lonely} runs alone`);
  const phases3 = PHASE_ORDER.filter((phase) => names2.includes(phase));
  if (phases3.length < names2.length)
    return wrong(`${names2.find((name, index) => names2.indexOf(name) < index) ?? ""} is there twice`);
  if (phases3.some((phase, index) => phase !== names2[index]))
    return wrong(`the order must be ${phases3.join(", ")}`);
  return phases3.length === 0 ? wrong("it names no mode") : read2({ modes: phases3, upgrade: false });
});
function readAlone(name) {
  const found = ALONE.find((one) => one === name);
  return read2(found === void 0 ? { modes: UPGRADE, upgrade: true } : { modes: [found], upgrade: false });
}

// lib/parsing/names.js
var IDENTIFIER = /^[A-Za-z](?:-?[A-Za-z0-9])*$/;
var DEPLOYMENT_NAME = /^[a-zA-Z](?:-?[a-zA-Z0-9])*$/;
var REGION = /^[a-z]{2,4}(?:-[a-z]+)+-\d{1,2}$/;
var isRegion = (text3) => REGION.test(text3);
var region = textLike(REGION, "an AWS Region", 64);
var source = oneLine("the ARN of a DB instance or of an Aurora DB cluster, or its plain identifier", (text3) => {
  if (!/^arn:/i.test(text3)) {
    return IDENTIFIER.test(text3) && text3.length <= 63 ? read2({ is: "name", name: text3.toLowerCase(), text: text3 }) : wrong();
  }
  const arn = parseArn(text3);
  if (arn === void 0)
    return wrong("it begins like an ARN but is not one");
  if (arn.service !== "rds")
    return wrong(`it is an ARN of ${arn.service}, not of rds`);
  if (arn.type !== "db" && arn.type !== "cluster")
    return wrong(`it is the ARN of a ${arn.type}, not of a db or a cluster`);
  if (!isRegion(arn.region) || !/^\d{12}$/.test(arn.account))
    return wrong("its Region or account is missing or malformed");
  if (!IDENTIFIER.test(arn.name) || arn.name.length > 63)
    return wrong("it does not end in the identifier of a database");
  return read2({ is: "arn", arn: { ...arn, name: arn.name.toLowerCase() }, text: text3 });
});
var deployment = oneLine("the id (bgd- and 16 characters) or the name of a blue/green deployment", (text3) => {
  if (/^bgd-[a-z0-9]{16}$/i.test(text3))
    return read2({ is: "id", id: text3.toLowerCase() });
  if (/^arn:/i.test(text3))
    return wrong("it is an ARN: give the id or the name alone");
  return text3.length <= 60 && DEPLOYMENT_NAME.test(text3) ? read2({ is: "name", name: text3 }) : wrong();
});
var deploymentName = textLike(DEPLOYMENT_NAME, "1 to 60 letters, digits and single hyphens, beginning with a letter", 60);
var accountId = unshown(textLike(/^\d{12}$/, "12 digits, in quotes", 64));
var engineVersion = textLike(/^\d[0-9A-Za-z._-]*$/, "an engine version or its beginning", 64);
var parameterGroup = textLike(/^(?:[A-Za-z](?:-?[0-9A-Za-z])*|default(?:[-.]?[0-9A-Za-z])*)$/, "the name of a parameter group: letters, digits and single hyphens, beginning with a letter");
var instanceClass = textLike(/^db\.[0-9a-z]{2,6}\.[0-9a-z]{4,9}$/, "a DB instance class", 20);
var kmsKey = textLike(/^[A-Za-z0-9:/_-]+$/, "id, alias or ARN of a KMS key", 2048);
var resourceId = textLike(/^(?:db|cluster)-[A-Za-z0-9]+$/, "resource ids, db-... or cluster-...", 64);
var snapshotPrefix = textLike(IDENTIFIER, "letters, digits and single hyphens, beginning with a letter", 180);
var fingerprint = textLike(/^(?:none|v1:[A-Za-z0-9_-]+)$/, "none, or the output fingerprint of an earlier run (v1:...)", 1e5);
var checkId = textLike(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "ids of blocking checks", 100);
var hostName = textLike(/^[A-Za-z0-9](?:[A-Za-z0-9._:-]*[A-Za-z0-9])?$/, "a host name or an address", 253);
var roleArn = textLike(/^arn:aws[a-z0-9-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/, "the ARN of an IAM role", 2048);
var sessionName = textLike(/^[\w+=,.@-]{2,64}$/, "2 to 64 letters, digits and _+=,.@-", 64);
var secretArn = textLike(/^arn:aws[a-z0-9-]*:secretsmanager:[a-z0-9-]+:\d{12}:secret:[\w/+=.@!-]+$/, "the ARN of a Secrets Manager secret", 2048);
var eventType = textLike(/^\S(?:.*\S)?$/, "an event type of at most 100 characters", 100);
var anyText = textLike(/./u, "text on one line", 1024);
var anySecret = secret(oneLine("text on one line", (text3) => /[\r\n]/.test(text3) ? wrong("it contains a line break") : read2(text3)));

// lib/parsing/pairs.js
function split(line2) {
  const at2 = line2.indexOf("=");
  if (at2 < 0)
    return wrong(`${quote(line2)} has no =`);
  if (hasControl(line2))
    return wrong(`${quote(line2)} contains a control character`);
  return at2 === 0 ? wrong(`${quote(line2)} has nothing before =`) : read2([line2.slice(0, at2).trim(), line2.slice(at2 + 1).trim()]);
}
function pairs(text3, how) {
  const seen = /* @__PURE__ */ new Set();
  return collect(linesOf(text3), (line2) => {
    const pair2 = split(line2);
    if (pair2.is === "wrong")
      return pair2;
    const [name, value] = pair2.value;
    if (seen.has(name))
      return wrong(`${quote(name)} is there twice`);
    seen.add(name);
    return how(name, value);
  });
}
var MOST_TAGS = 20;
var TAG_TEXT = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;
var RESERVED = ["aws:", "rds:", "rds-blue-green/"];
var tags = manyLines(`key=value lines, at most ${MOST_TAGS}; letters, digits, spaces and _.:/=+-@; keys of at most 128 characters, values of at most 256`, (text3) => {
  const all = pairs(text3, (key, value) => {
    const reserved = RESERVED.find((prefix) => key.toLowerCase().startsWith(prefix));
    if (reserved !== void 0)
      return wrong(`${quote(key)} begins with ${reserved}, which is reserved`);
    if ([...key].length > 128 || [...value].length > 256)
      return wrong(`${quote(key)} or its value is too long`);
    return TAG_TEXT.test(key) && TAG_TEXT.test(value) ? read2({ key, value }) : wrong(`${quote(`${key}=${value}`)} has a character that RDS refuses`);
  });
  return all.is === "read" && all.value.length > MOST_TAGS ? wrong(`there are ${all.value.length}`) : all;
});
var parameters = manyLines("name=value lines", (text3) => pairs(text3, (name, value) => /^[A-Za-z][\w.-]*$/.test(name) ? read2({ name, value }) : wrong(`${quote(name)} is not the name of a parameter`)));

// lib/parsing/near-misses.js
var PREFIX2 = "INPUT_";
function nearMisses(names2, env2) {
  const known2 = new Set(names2.map((name) => `${PREFIX2}${name.toUpperCase()}`));
  return Object.keys(env2).filter((variable) => variable.toUpperCase().startsWith(PREFIX2) && !known2.has(variable)).sort().flatMap((variable) => {
    const given4 = variable.slice(PREFIX2.length).toLowerCase();
    const meant = nearest(given4, names2);
    if (meant === void 0)
      return [];
    const because = `there is no such input; is ${meant} meant?`;
    return [{ variable, meant, problem: { input: echo(given4), value: "", because, allowed: "", example: "" } }];
  });
}
var bare = (name) => name.replace(/[^a-z0-9]/g, "");
function nearest(given4, names2) {
  const distances = names2.map((name) => ({ name, distance: distance(bare(given4), bare(name)) })).filter((one) => one.distance <= (one.name.length <= 5 ? 1 : 2)).sort((one, other) => one.distance - other.distance);
  return distances[0]?.name;
}
function distance(one, other) {
  if (Math.abs(one.length - other.length) > 2)
    return 3;
  let older = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const row2 = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const replaced = at(last, j - 1) + (one[i - 1] === other[j - 1] ? 0 : 1);
      const isSwapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      row2.push(Math.min(at(last, j) + 1, at(row2, j - 1) + 1, replaced, isSwapped ? at(older, j - 2) + 1 : replaced));
    }
    older = last;
    last = row2;
  }
  return at(last, other.length);
}
var at = (row2, index) => row2[index] ?? Number.POSITIVE_INFINITY;

// lib/parsing/table.js
var row = (kind, missing, fallback, used, meaning, example) => ({
  kind,
  fallback,
  missing,
  neverEmpty: false,
  used,
  meaning,
  example
});
var optional = (kind, used, meaning, example) => row(kind, void 0, "", used, meaning, example);
var many = (kind, used, meaning, example) => row(kind, [], "", used, meaning, example);
function usually(fallback, kind, used, meaning, example) {
  const value = kind.read(fallback);
  if (value.is === "wrong")
    throw new Error(`the default ${fallback} is not allowed: ${kind.allowed}`);
  return row(kind, value.value, fallback, used, meaning, example);
}
var neverEmpty = (one) => ({ ...one, neverEmpty: true });
var named = (table2) => ({
  table: table2,
  rows: Object.entries(table2).map(([name, one]) => ({ name, key: camelOf(name), variable: variableOf(name), row: one }))
});
var camelOf = (name) => name.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase());
var variableOf = (name) => `INPUT_${name.toUpperCase()}`;
function readTable({ table: table2, rows }, env2) {
  const misses = nearMisses(Object.keys(table2), env2);
  const problems = misses.map((miss) => miss.problem);
  const broken = /* @__PURE__ */ new Set();
  const secrets = misses.filter((miss) => table2[miss.meant]?.kind.shown === "secret").map((miss) => env2[miss.variable] ?? "");
  const values = {};
  for (const { name, key, variable, row: one } of rows) {
    const text3 = textOf(variable, one, env2);
    if (one.kind.shown === "secret")
      secrets.push(text3);
    const found = readRow(one, text3, env2[variable] !== void 0);
    if ("because" in found) {
      problems.push(problemWith(name, one, env2, found.because));
      broken.add(name);
    }
    values[key] = "because" in found ? one.missing : found.value;
  }
  return { values, broken, problems, secrets: secrets.filter((text3) => text3.trim() !== "") };
}
function readRow(one, text3, isGiven) {
  const { kind, fallback } = one;
  if (text3.trim() === "") {
    return one.neverEmpty && isGiven ? { because: "it is given and empty, which is what a lost output looks like: leave it out, or give a value" } : { value: one.missing };
  }
  if (kind.lines === "one" && kind.shown !== "secret" && hasControl(text3)) {
    return { because: "it contains a line break or another character that cannot be seen" };
  }
  const found = kind.read(text3);
  if (found.is === "read")
    return { value: found.value };
  const given4 = fallback === "" ? "" : `; the default is ${fallback}`;
  return { because: found.because === "" ? `this is not allowed${given4}` : found.because };
}
function textOf(variable, { kind }, env2) {
  const text3 = env2[variable] ?? "";
  return kind.shown === "secret" ? text3 : text3.trim();
}
var LONGEST_REASON = 600;
function problemWith(name, one, env2, because) {
  const text3 = textOf(variableOf(name), one, env2);
  const value = text3.trim() === "" ? "" : one.kind.shown === "yes" ? quote(text3) : "(not shown)";
  return { input: name, value, because: echo(because, LONGEST_REASON), allowed: one.kind.allowed, example: one.example };
}

// lib/parsing/together.js
var ONLY_INSTANCE = [
  "target-instance-class",
  "target-storage-type",
  "target-allocated-storage",
  "target-iops",
  "target-storage-throughput",
  "upgrade-storage-config"
];
var ONLY_CLUSTER = ["target-cluster-parameter-group"];
var PREPARE_CLUSTER = ["source-cluster-parameter-group", "source-cluster-parameters", "target-cluster-parameters"];
var TARGET_OPTIONS = ["target-engine-version", "target-parameter-group", ...ONLY_CLUSTER, ...ONLY_INSTANCE, "target-kms-key-id"];
var NEEDS_SOURCE = ["plan", "prepare", "create"];
var NEEDS_ONE = ["wait", "verify", "switchover", "cleanup", "status", "abort", "drift"];
var USES_SQL = ["plan", "prepare", "create", "verify", "switchover"];
var hasCustomEndpoint = (env2) => Object.entries(env2).some(([name, value]) => name.startsWith("AWS_ENDPOINT_URL") && value !== void 0 && value !== "");
function regionFor({ values, env: env2, isGiven, complain }) {
  const ofArn = values.source?.is === "arn" ? values.source.arn.region : void 0;
  const asked = values.awsRegion;
  if (asked !== void 0 && ofArn !== void 0 && asked !== ofArn) {
    return { name: asked, problems: [complain("aws-region", `the ARN in source is of ${ofArn}; leave aws-region out or make them agree`)] };
  }
  const given4 = asked ?? ofArn;
  if (given4 !== void 0)
    return { name: given4, problems: [] };
  if (isGiven("aws-region") || isGiven("source") && values.source === void 0)
    return { name: "", problems: [] };
  for (const variable of ["AWS_REGION", "AWS_DEFAULT_REGION"]) {
    const name = env2[variable]?.trim() ?? "";
    if (name !== "" && !isRegion(name))
      return { name: "", problems: [complain("aws-region", `${variable} is ${quote(name)}, which is not a Region`)] };
    if (name !== "")
      return { name, problems: [] };
  }
  return { name: "", problems: [complain("aws-region", "no Region is known: give this input, an ARN as source, or AWS_REGION")] };
}
function rulesOverSeveral(given4) {
  return [
    ...whatPhasesNeed(given4),
    ...kindOfSource(given4),
    ...pace(given4),
    ...checksToIgnore(given4),
    ...accessToSql(given4),
    ...tokens(given4)
  ];
}
var modesOf = ({ values }) => values.mode?.modes ?? [];
var among = (given4, some2) => modesOf(given4).find((mode) => some2.includes(mode));
function whatPhasesNeed(given4) {
  const { complain, values } = given4;
  if (!given4.isGiven("mode"))
    return [complain("mode", "it is required")];
  const builds = among(given4, NEEDS_SOURCE);
  const finds = among(given4, NEEDS_ONE);
  const problems = [];
  if (builds !== void 0) {
    if (!given4.isGiven("source"))
      problems.push(complain("source", `${builds} needs it`));
    if (among(given4, ["create"]) !== void 0 && finds !== void 0 && given4.isGiven("deployment-id"))
      problems.push(complain("deployment-id", `create finds or makes the deployment of source, and ${finds} goes on with that one: leave it out`));
    const isChange = TARGET_OPTIONS.some((option2) => given4.isGiven(option2) && !(option2 === "upgrade-storage-config" && values.upgradeStorageConfig === false));
    if (!isChange)
      problems.push(complain("target-engine-version", `${builds} needs at least one target option: ${TARGET_OPTIONS.join(", ")}`));
  } else if (finds !== void 0 && !given4.isGiven("deployment-id") && !given4.isGiven("source")) {
    problems.push(complain("deployment-id", `${finds} needs deployment-id or source`));
  }
  if (among(given4, ["drift"]) !== void 0 && !given4.isGiven("iac-plan") && !given4.isGiven("iac-template")) {
    problems.push(complain("iac-plan", "drift needs iac-plan or iac-template"));
  }
  return problems;
}
function kindOfSource(given4) {
  const { source: source2 } = given4.values;
  if (source2?.is !== "arn" || among(given4, NEEDS_SOURCE) === void 0)
    return [];
  const isPrepared = among(given4, ["prepare"]) !== void 0;
  const [refused, kind] = source2.arn.type === "cluster" ? [ONLY_INSTANCE, "an Aurora cluster, for which RDS refuses it"] : [[...ONLY_CLUSTER, ...isPrepared ? PREPARE_CLUSTER : []], "a DB instance, which has no cluster parameter group"];
  return refused.filter((input) => given4.isGiven(input)).map((input) => given4.complain(input, `source is ${kind}`));
}
function pace(given4) {
  const seconds = given4.values.pollIntervalSeconds;
  if (seconds === void 0 || seconds >= 5 || hasCustomEndpoint(given4.env))
    return [];
  return [given4.complain("poll-interval-seconds", "less than 5 is possible only with a custom endpoint (AWS_ENDPOINT_URL*)")];
}
function checksToIgnore({ values, knownChecks, complain }) {
  return values.ignoreChecks.flatMap((id) => {
    const severity = knownChecks.find((check) => check.id === id)?.severity;
    if (severity === "proof")
      return [complain("ignore-checks", `${id} is a proof and cannot be ignored`)];
    if (severity !== void 0)
      return [];
    const blocking = knownChecks.filter((check) => check.severity === "blocking").map((check) => check.id);
    return [complain("ignore-checks", `there is no check ${id}; the blocking ones are ${blocking.join(", ")}`)];
  });
}
function accessToSql(given4) {
  const mode = among(given4, USES_SQL);
  if (mode === void 0)
    return [];
  const needed = {
    none: [],
    password: ["database-user", "database-password"],
    secret: ["database-secret-arn"],
    iam: ["database-user"],
    "data-api": ["database-secret-arn"]
  };
  const auth = given4.values.databaseAuth;
  return needed[auth].filter((input) => !given4.isGiven(input)).map((input) => given4.complain(input, `database-auth ${auth} needs it`));
}
function tokens(given4) {
  if (given4.isGiven("github-token"))
    return [];
  const asking = ["issue-number", "dispatch-event"].filter((input) => given4.isGiven(input));
  return asking.map((input) => given4.complain("github-token", `${input} needs it`));
}

// lib/inputs.js
var ALL = [...PHASE_ORDER, ...ALONE];
var PHASES = [...PHASE_ORDER, "abort"];
var BUILD = ["plan", "prepare", "create"];
var TARGET = [...BUILD, "wait", "verify", "switchover"];
var AFTER_CREATE = ["wait", "verify", "switchover", "cleanup", "status", "abort", "drift"];
var DATABASE2 = [...PHASE_ORDER, "status", "abort", "drift"];
var GATES = ["plan", "switchover"];
var SWITCHOVER = ["switchover"];
var CLEANUP = ["cleanup"];
var PREPARE = ["prepare"];
var SQL = [...BUILD, "verify", "switchover"];
var VERIFY = ["verify"];
var DRIFT = ["drift"];
var DISCOVER = ["discover"];
var window = oneLine("<days> <from>-<to> <time zone>, as on the wall clock there", (text3) => {
  const parsed2 = parseSwitchoverWindow(text3);
  return typeof parsed2 === "string" ? wrong(parsed2) : read2(parsed2);
});
var expression = (inner) => `\${{ ${inner} }}`;
var which = {
  mode: optional(modes, ALL, `One phase, several in order (${PHASE_ORDER.join(", ")}), or one alone: upgrade (plan, create, wait, verify and switchover), ${ALONE.join(", ")}`, "upgrade"),
  source: optional(source, DATABASE2, "ARN of the DB instance or Aurora DB cluster, or its plain identifier", "orders"),
  "deployment-id": optional(deployment, AFTER_CREATE, "Id (bgd- and 16 characters) or name of the blue/green deployment; enough by itself for every phase after create", "bgd-1a2b3c4d5e6f7g8h"),
  "deployment-name": optional(deploymentName, BUILD, "Name for a new deployment; where not given, derived from source and target, the same every time", "orders-pg16"),
  "aws-region": optional(region, ALL, "AWS Region; where not given, that of the ARN, else AWS_REGION, else AWS_DEFAULT_REGION", "eu-central-1"),
  "allowed-account-ids": many(listOf(accountId), DATABASE2, "Accounts the database may be in, or the run stops before its first write; in quotes, or YAML drops a leading zero. Never printed", "'012345678901'")
};
var green = {
  "target-engine-version": optional(engineVersion, TARGET, "Engine version for green; a short form is resolved to the newest exact version. In quotes: YAML reads 16.10 as 16.1", "'16.4'"),
  "target-parameter-group": optional(parameterGroup, TARGET, "DB parameter group for green; where not given, what prepare made, if it is there; else blue's, or the default one of a new family if blue uses a default one", "orders-postgres16"),
  "target-cluster-parameter-group": optional(parameterGroup, TARGET, "DB cluster parameter group for green (Aurora); where not given, as with target-parameter-group", "orders-aurora-postgresql16"),
  "target-instance-class": optional(instanceClass, BUILD, "DB instance class for green; not for Aurora", "db.r8g.large"),
  "target-storage-type": optional(oneOf("gp2", "gp3", "io1", "io2"), BUILD, "Storage type for green; not for Aurora", "gp3"),
  "target-allocated-storage": optional(wholeNumber({ from: 5, to: 1e6, unit: "GiB" }), BUILD, "Allocated storage for green in GiB; not for Aurora", "200"),
  "target-iops": optional(wholeNumber({ from: 100, to: 1e6 }), BUILD, "Provisioned IOPS for green; not for Aurora", "12000"),
  "target-storage-throughput": optional(wholeNumber({ from: 1, to: 1e5, unit: "MiB/s" }), BUILD, "Storage throughput for green in MiB/s; not for Aurora", "500"),
  "upgrade-storage-config": optional(flag, BUILD, "Give green the current storage file system configuration; not for Aurora", "true"),
  "target-kms-key-id": optional(kmsKey, BUILD, "Id, alias or ARN of the KMS key that encrypts green", "alias/orders"),
  tags: many(tags, BUILD, "Tags of the deployment: key=value, one a line, at most 20", "team=orders")
};
var run = {
  "dry-run": neverEmpty(usually("false", flag, PHASES, "Observe, plan and check; no write call. Must not be given as empty", "true")),
  "wait-timeout-minutes": usually("330", decimalNumber({ above: 0, to: 7200, unit: "minutes" }), ALL, "How long the run may take from the start of the process, over all its phases", "120"),
  "on-timeout": usually("fail", oneOf("fail", "pass"), ALL, "fail, or pass: exit 0 with outcome timed_out; the run stops either way", "pass"),
  "poll-interval-seconds": optional(decimalNumber({ from: 0.2, to: 300, unit: "seconds" }), PHASES, "Pause between looks at provisioning and deleting, 5 to 300; down to 0.2 with AWS_ENDPOINT_URL. Adaptive where not given", "60"),
  "ignore-checks": many(listOf(checkId), PHASES, "Ids of blocking checks to overrule; unknown ids, and proof checks, are errors", "replica-lag-is-within-limit")
};
var switchover = {
  "switchover-timeout-seconds": usually("300", wholeNumber({ from: 30, to: 3600, unit: "seconds" }), GATES, "RDS rolls everything back when this runs out", "600"),
  "gate-timeout-minutes": usually("10", decimalNumber({ from: 0, to: 7200, unit: "minutes" }), SWITCHOVER, "How long switchover waits for readiness and lag before it refuses; 0 asks once", "30"),
  "max-replica-lag-seconds": usually("5", decimalNumber({ from: 0, to: 86400, unit: "seconds" }), SWITCHOVER, "Highest replica lag for a switchover, for engines whose lag is in seconds", "1"),
  "max-replica-lag-bytes": usually("16777216", wholeNumber({ from: 0, to: 1e12, unit: "bytes" }), SWITCHOVER, "Highest replica lag for a switchover, for PostgreSQL with logical replication", "1048576"),
  "switchover-window": optional(window, GATES, "When a switchover may begin; outside it, or with less than the switchover timeout left of it, the run is blocked at once", "Sun 02:00-04:00 Europe/Berlin"),
  "approved-fingerprint": neverEmpty(usually("none", fingerprint, SWITCHOVER, "Switch over only if green is exactly what was reviewed: the output fingerprint. Must not be given as empty", expression("needs.review.outputs.fingerprint"))),
  probe: usually("false", flag, SWITCHOVER, "Watch the production endpoint by SQL through the switchover; reads only", "true")
};
var cleanup = {
  "delete-old-databases": usually("false", flag, CLEANUP, "cleanup also deletes old blue", "true"),
  "old-min-age-hours": usually("24", decimalNumber({ from: 0, to: 87600, unit: "hours" }), CLEANUP, "Old databases are deleted only this long after the switchover; 0 switches it off and says so", "72"),
  "old-idle-minutes": usually("60", decimalNumber({ from: 0, to: 20160, unit: "minutes" }), CLEANUP, "Each old member must have had no connection for this long before cleanup writes anything; 0 switches it off and says so", "240"),
  "old-resource-ids": many(listOf(resourceId), CLEANUP, "Resource ids that cleanup may delete although this action did not record them", "db-ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
  "final-snapshot": usually("true", flag, CLEANUP, "Make a final snapshot of old blue before it goes", "false"),
  "final-snapshot-prefix": usually("final", snapshotPrefix, CLEANUP, "How the name of the final snapshot begins; the production name and the end of the resource id follow", "before-pg16"),
  "keep-automated-backups": usually("true", flag, CLEANUP, "Keep the automated backups of the deleted old databases", "false"),
  "disable-deletion-protection": usually("false", flag, ["cleanup", "abort"], "Allow cleanup and abort to turn deletion protection off on what they delete", "true")
};
var prepare = {
  "allow-reboot": usually("false", flag, PREPARE, "Allow prepare to change production: associate groups, switch backups on, reboot. Each can mean an outage", "true"),
  "source-parameter-group": optional(parameterGroup, PREPARE, "DB parameter group for blue: used if it exists, made if not; derived where not given", "orders-postgres14"),
  "source-cluster-parameter-group": optional(parameterGroup, PREPARE, "DB cluster parameter group for blue: used if it exists, made if not; derived where not given", "orders-aurora-postgresql14"),
  "source-parameters": many(parameters, PREPARE, "name=value lines for blue's DB parameter group", "rds.logical_replication=1"),
  "source-cluster-parameters": many(parameters, PREPARE, "name=value lines for blue's DB cluster parameter group", "rds.logical_replication=1"),
  "target-parameters": many(parameters, PREPARE, "name=value lines for green's DB parameter group", "max_connections=500"),
  "target-cluster-parameters": many(parameters, PREPARE, "name=value lines for green's DB cluster parameter group", "max_connections=500")
};
var sql = {
  "database-auth": usually("none", oneOf("none", "password", "secret", "iam", "data-api"), SQL, "How SQL reaches the databases: none, password, secret, iam or data-api", "secret"),
  "database-user": optional(anyText, SQL, "Database user, for password and iam", "upgrade_reader"),
  "database-password": optional(anySecret, SQL, "Password of that user, for password", expression("secrets.DATABASE_PASSWORD")),
  "database-secret-arn": optional(secretArn, SQL, "ARN of the Secrets Manager secret, for secret and data-api", "arn:aws:secretsmanager:eu-central-1:012345678901:secret:orders-AbCdEf"),
  "database-name": optional(anyText, SQL, "Database to connect to", "orders"),
  "database-host": optional(hostName, SQL, "Where blue is reached instead of its RDS endpoint (a tunnel)", "127.0.0.1"),
  "database-port": optional(wholeNumber({ from: 1, to: 65535 }), SQL, "Port where blue is reached instead", "15432"),
  "database-green-host": optional(hostName, SQL, "Where green is reached instead of its RDS endpoint (a tunnel)", "127.0.0.1"),
  "database-green-port": optional(wholeNumber({ from: 1, to: 65535 }), SQL, "Port where green is reached instead", "15433"),
  "database-ssl": usually("verify-full", oneOf("verify-full", "require", "disable"), SQL, "verify-full, require or disable; also through a tunnel it is the name of the RDS endpoint that is verified", "require"),
  analyze: usually("true", flag, VERIFY, "verify runs ANALYZE on green after a PostgreSQL major upgrade, where SQL access allows", "false"),
  "copy-roles": usually("false", flag, VERIFY, "verify attaches blue's IAM roles to green", "true")
};
var github = {
  "role-to-assume": optional(roleArn, ALL, "ARN of an IAM role to assume with the job's own OIDC token, renewed for as long as the run lasts", "arn:aws:iam::012345678901:role/rds-upgrade"),
  "role-session-name": optional(sessionName, ALL, "Name of the role session", "orders-upgrade"),
  "role-duration-seconds": optional(wholeNumber({ from: 900, to: 43200, unit: "seconds" }), ALL, "How long one set of credentials lasts", "3600"),
  "github-token": optional(anySecret, ALL, "Token for the sticky report comment and for repository_dispatch", expression("github.token")),
  "issue-number": optional(wholeNumber({ from: 1, to: 2147483647 }), ALL, "Issue or pull request that gets the sticky report comment", "42"),
  "dispatch-event": optional(eventType, SWITCHOVER, "Type of the repository_dispatch event that is sent after a proven switchover", "database-switched-over")
};
var inquiries = {
  "iac-plan": many(listOf(anyText), DRIFT, "Paths of Terraform or Pulumi JSON", "plan.json"),
  "iac-template": many(listOf(anyText), DRIFT, "Paths of CloudFormation or CDK templates, or of a cdk.out", "cdk.out"),
  "discover-filter": many(discoverFilter, DISCOVER, "Conditions that must all hold, one a line: tag:Key=value, engine=postgres, version<16.4, identifier=prefix*", "version<16.4"),
  "discover-limit": usually("256", wholeNumber({ from: 1, to: 256 }), DISCOVER, "Most databases that discover returns; more do not fit a matrix", "20")
};
var INPUTS = { ...which, ...green, ...run, ...switchover, ...cleanup, ...prepare, ...sql, ...github, ...inquiries };
var TABLE = named(INPUTS);
function readInputs(env2, knownChecks) {
  const { values, broken, problems, secrets } = readTable(TABLE, env2);
  const complain = (input, because) => problemWith(input, INPUTS[input], env2, because);
  const isGiven = (input) => {
    const value = values[camelOf(input)];
    return broken.has(input) || (Array.isArray(value) ? value.length > 0 : value !== void 0);
  };
  const given4 = { values, env: env2, knownChecks, isGiven, complain };
  const region2 = regionFor(given4);
  const all = [...problems, ...region2.problems, ...rulesOverSeveral(given4)];
  const { mode, ...rest } = values;
  if (all.length > 0 || mode === void 0)
    return { is: "wrong", problems: all, secrets };
  return { is: "read", inputs: { ...rest, ...mode, awsRegion: region2.name, customEndpoint: hasCustomEndpoint(env2) }, secrets };
}

// lib/outputs.js
var OUTPUTS = {
  outcome: "completed, nothing_to_do, planned, blocked, failed, timed_out or cancelled",
  reason: "Why, as one code of a closed list",
  phase: "The phase that decided the outcome",
  changed: "true if this run changed anything in AWS, or may have",
  "deployment-id": "Id of the blue/green deployment",
  "deployment-name": "Name of the blue/green deployment",
  status: "Status of the deployment, as RDS names it",
  "source-kind": "instance or cluster",
  "source-identifier": "The production name; it does not change at switchover",
  "green-identifier": "Name of green, for test jobs between wait and switchover; empty after it",
  "green-endpoint": "Endpoint of green (the writer), likewise",
  "green-reader-endpoint": "Reader endpoint of green (Aurora), likewise",
  "green-port": "Port of green, likewise",
  "old-identifier": "Old blue's name after switchover",
  engine: "Engine of production",
  "engine-version": "Engine version that production runs now",
  "engine-version-before": "Engine version that production ran before",
  "parameter-group": "DB parameter group of production now",
  "parameter-group-before": "DB parameter group of production before",
  "cluster-parameter-group": "DB cluster parameter group of production now (Aurora)",
  "cluster-parameter-group-before": "DB cluster parameter group of production before (Aurora)",
  "resource-id": "DbiResourceId or DbClusterResourceId of production now",
  "resource-id-before": "DbiResourceId or DbClusterResourceId of production before",
  "target-parameter-group": "DB parameter group that prepare made or create used",
  "target-cluster-parameter-group": "DB cluster parameter group that prepare made or create used (Aurora)",
  fingerprint: "What a reviewer approves, for approved-fingerprint",
  checks: "JSON list of the checks with verdict, observed, expected and remedy",
  "switchover-seconds": "From the accepted call to the proven end",
  drift: "JSON: the attributes that code must change, per tool",
  matrix: "JSON for strategy.matrix (discover)",
  "changed-fields": "drift: the list of attributes, for a pull-request job",
  "next-mode": "The first phase of the order that is not done; empty at the end",
  result: 'Versioned JSON ("schema": 1) with all of the above',
  "report-path": "Path of a JSON file with everything, ARNs and timings included, for actions/upload-artifact"
};
var OUTPUT_NAMES = Object.keys(OUTPUTS);
var emptyOutputs = () => (
  // One entry a name, which fromEntries cannot say.
  Object.fromEntries(OUTPUT_NAMES.map((name) => [name, ""]))
);
var ACCOUNT = /arn:aws|(?<![-A-Za-z0-9]|\d\.)\d{12}(?![-A-Za-z0-9])/i;
function refuseAccount(name, value) {
  const isRefused = name === "report-path" ? /arn:aws/i.test(value) : ACCOUNT.test(value) || ACCOUNT.test(payloadOf(value));
  if (!isRefused)
    return { value, warning: void 0 };
  return { value: "", warning: `the output ${name} is left empty, because it would carry an ARN or an account id` };
}
var payloadOf = (value) => value.startsWith("v1:") ? Buffer.from(value.slice(3), "base64url").toString() : "";

// lib/reporting/accounts.js
var ANY_ARN = "arn:aws";
var BEFORE_RESOURCE = /arn:aws[a-z0-9-]*:[a-z0-9-]*:[a-z0-9-]*:(?:\d*|aws):/g;
var ACCOUNT_IN_ARN = /(arn:aws[a-z0-9-]*:[a-z0-9-]*:[a-z0-9-]*:)(\d{12})(?=:)/g;
var HIDDEN = "(account)";
function accountsOf(report) {
  const accounts = /* @__PURE__ */ new Set();
  eachString(report, (text3) => {
    if (text3.includes(ANY_ARN))
      for (const [, , account = ""] of text3.matchAll(ACCOUNT_IN_ARN))
        accounts.add(account);
  });
  return [...accounts];
}
function eachString(value, visit) {
  if (typeof value === "string")
    visit(value);
  else if (typeof value === "object" && value !== null)
    for (const item of Object.values(value))
      eachString(item, visit);
}
var withoutArns = (text3, accounts = []) => withoutNumbers(text3.includes(ANY_ARN) ? text3.replaceAll(BEFORE_RESOURCE, "") : text3, accounts);
var withoutAccounts = (text3, accounts = []) => withoutNumbers(text3.includes(ANY_ARN) ? text3.replaceAll(ACCOUNT_IN_ARN, `$1${HIDDEN}`) : text3, accounts);
function withoutNumbers(text3, accounts) {
  let hidden = text3;
  for (const account of accounts)
    if (hidden.includes(account))
      hidden = hidden.replaceAll(new RegExp(`(?<!\\d)${account}(?!\\d)`, "g"), HIDDEN);
  return hidden;
}
function mapStrings(value, change) {
  if (typeof value === "string")
    return change(value);
  if (Array.isArray(value)) {
    const items = value;
    const mapped2 = items.map((item) => mapStrings(item, change));
    return mapped2.every((item, index) => item === items[index]) ? items : mapped2;
  }
  if (!isRecord(value))
    return value;
  let mapped;
  for (const key of Object.keys(value)) {
    const item = mapStrings(value[key], change);
    if (item === value[key])
      continue;
    mapped ??= { ...value };
    mapped[key] = item;
  }
  return mapped ?? value;
}
var isRecord = (value) => typeof value === "object" && value !== null && Object.prototype.toString.call(value) === "[object Object]";

// lib/reporting/markdown.js
var as = (markdown) => markdown;
var APART2 = "&#8203;";
var NOT_SHOWN = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/gu;
var NOT_PLAIN = /[^ -~]| {2}|^ | $/;
var oneLine2 = (raw) => !NOT_PLAIN.test(raw) ? raw : raw.toWellFormed().replaceAll(NOT_SHOWN, " ").replaceAll(/\s+/g, " ").trim();
function clip2(raw, longest) {
  if (raw.length <= longest)
    return raw;
  if (longest < 1)
    return "";
  const cut2 = raw.slice(0, longest - 1);
  return `${/[\ud800-\udbff]$/.test(cut2) ? cut2.slice(0, -1) : cut2}\u2026`;
}
var URL_IN_PROSE = /\bhttps?:\/\/[^\s<>"'`|\\]*[^\s<>"'`|\\.,;:!?)\]]/gi;
function text2(raw, longest = 2e3) {
  const shown = clip2(oneLine2(raw), longest);
  let written = "";
  let end = 0;
  for (const found of shown.matchAll(URL_IN_PROSE)) {
    written += escaped(shown.slice(end, found.index)) + code(found[0]);
    end = found.index + found[0].length;
  }
  return as((written + escaped(shown.slice(end))).replace(OPENS_A_BLOCK, "$1\\$2"));
}
var OPENS_A_BLOCK = /^(\d*)([-+=:]|(?<=\d)[.)](?=\s|$))/;
var TO_ESCAPE = /[&<>\\`*_{}[\]~|^@#:$]|www\.|GH-/i;
var escaped = (prose) => !TO_ESCAPE.test(prose) ? prose : prose.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll(/[\\`*_{}[\]~|^]/g, "\\$&").replaceAll(/[@#]/g, `$&${APART2}`).replaceAll("://", `:${APART2}//`).replaceAll(/(www)\./gi, `$1${APART2}.`).replaceAll(/(GH-)(?=\d)/gi, `$1${APART2}`).replaceAll(/(mailto|xmpp):/gi, `$1${APART2}:`).replaceAll(/:(?=[a-z+-][\w+-]*:)/gi, `:${APART2}`).replaceAll("$", "<span>$$</span>");
function code(raw, longest = 2e3) {
  const shown = clip2(oneLine2(raw), longest);
  if (shown === "")
    return as("");
  if (!/[`|\\]/.test(shown))
    return as(`\`${shown}\``);
  return as(`<code>${shown.replaceAll(/[^\p{L}\p{N} ]/gu, (character) => `&#${character.codePointAt(0)};`)}</code>`);
}
var bold = (inner) => as(inner === "" ? "" : `**${inner}**`);
var link = (label, url) => url !== void 0 && /^https:\/\/[\w.-]+(?::\d+)?\/[\w\-./?=&%#:;,+]*$/.test(url) ? as(`[${label}](${url})`) : label;
var md = (words, ...values) => as(words.reduce((written, word, index) => `${written}${values[index - 1]}${word}`));
var join = (parts, between) => as(parts.filter((part) => part !== "").join(between));
var blocks = (parts) => join(parts, "\n\n");
var heading = (level, inner) => as(`${"#".repeat(level)} ${inner}`);
var list = (items, rows) => join([...items.slice(0, rows).map((item) => md`- ${item}`), ...items.length > rows ? [md`- ${more(items.length - rows)}`] : []], "\n");
function table(headers, rows, most) {
  if (rows.length === 0)
    return as("");
  const line2 = (cells) => `| ${headers.map((_, column) => cells[column] ?? "").join(" | ")} |`;
  const body = rows.slice(0, most).map(line2);
  if (rows.length > most)
    body.push(line2([more(rows.length - most)]));
  return as([line2(headers), `|${" --- |".repeat(headers.length)}`, ...body].join("\n"));
}
var more = (count) => as(`\u2026 ${count} more`);
function fence(language, lines, longest = 2e3) {
  const shown = lines.map((line2) => clip2(line2.toWellFormed().replaceAll(NOT_SHOWN, " ").trimEnd(), longest));
  const runs = shown.flatMap((line2) => line2.match(/`+/g) ?? []);
  const marks = "`".repeat(Math.max(3, ...runs.map((run2) => run2.length + 1)));
  return as([`${marks}${language}`, ...shown, marks].join("\n"));
}
var details = (title, inner) => inner === "" ? as("") : as(`<details><summary>${title}</summary>

${inner}

</details>`);
var none = as("");

// lib/reporting/bad-input.js
function line({ input, value, because, allowed, example }) {
  const hints = [allowed === "" ? "" : `allowed: ${allowed}`, example === "" ? "" : `for example: ${example}`].filter((hint) => hint !== "");
  const given4 = value === "" ? "" : ` is ${withoutAccounts(value)}`;
  return oneLine2(`${input}${given4}: ${withoutAccounts(because)}${hints.length === 0 ? "" : ` (${hints.join("; ")})`}`);
}
function badInput(problems) {
  const isOne = problems.length === 1;
  return {
    is: "failed",
    phase: "",
    reason: "invalid_input",
    because: `${isOne ? "There is one problem" : `There are ${problems.length} problems`} with the inputs, so nothing was asked of AWS and nothing was changed.`,
    remedy: `Correct ${isOne ? "it" : "them"} in the workflow and run it again.`,
    details: problems.map(line)
  };
}
var problemsTable = (problems, rows, chars) => table([md`Input`, md`Given`, md`What is wrong`, md`Allowed, and an example`], problems.map(({ input, value, because, allowed, example }) => [
  code(input, chars),
  code(withoutAccounts(value), chars),
  text2(withoutAccounts(because), chars),
  join([text2(allowed, chars), code(example, chars)], "<br>")
]), rows);

// lib/reporting/error-annotation.js
var LONGEST_ANNOTATION2 = 4096;
var LONGEST_SENTENCE = 1400;
var ROOM_FOR_THE_REST = 40;
function annotation2(outcome, accounts = []) {
  const shown = (words) => oneLine2(withoutArns(words, accounts));
  const lines = [`rds-blue-green: ${clip2(shown(outcome.because), LONGEST_SENTENCE)}`];
  const remedy = shown(outcome.remedy);
  if (remedy !== "")
    lines.push(`What to do: ${clip2(remedy, LONGEST_SENTENCE)}`);
  lines.push(`(${outcome.phase === "" ? "" : `${outcome.phase}: `}${outcome.is}, ${outcome.reason})`);
  const commands2 = (outcome.commands ?? []).map(shown);
  const whole = ["", ...commands2].join("\n").length;
  const last = lines.join("\n").length + whole > LONGEST_ANNOTATION2 - ROOM_FOR_THE_REST ? [`The ${commands2.length} commands: in the summary and in the log`] : commands2;
  let length = [...lines, ...last].join("\n").length;
  for (const [index, detail] of outcome.details.entries()) {
    const line2 = `- ${clip2(shown(detail), LONGEST_SENTENCE)}`;
    if (length + 1 + line2.length > LONGEST_ANNOTATION2 - ROOM_FOR_THE_REST) {
      lines.push(`\u2026 ${outcome.details.length - index} more, in the summary`);
      break;
    }
    lines.push(line2);
    length += 1 + line2.length;
  }
  lines.push(...last);
  return lines.join("\n");
}

// lib/reporting/report.js
var bareReport = (outcome, run2) => ({
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
  arns: { deployment: "", source: "", target: "", old: "" },
  oldDatabases: [],
  ...run2,
  region: ""
});

// lib/reporting/report-file.js
var REPORT_SCHEMA = 1;
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
    commands: outcome.commands ?? [],
    started_at: report.startedAt.toISOString(),
    took_milliseconds: report.took,
    region: report.region,
    run: { url: report.run.url, id: report.run.id },
    arns: { deployment: report.arns.deployment, source: report.arns.source, target: report.arns.target, old: report.arns.old },
    outputs: sorted(report.outputs),
    problems: (report.problems ?? []).map(({ input, value, because, allowed, example }) => ({ input, value, because, allowed, example })),
    phases: report.phases.map((phase) => ({
      phase: phase.phase,
      outcome: phase.outcome.is,
      reason: phase.outcome.reason,
      because: phase.outcome.because,
      remedy: phase.outcome.remedy,
      details: phase.outcome.details,
      took_milliseconds: phase.took,
      planned: phase.planned.map((step2) => ({
        phase: step2.phase,
        intent: step2.intent,
        operation: step2.operation ?? null,
        input: step2.input === void 0 ? null : sorted(step2.input)
      }))
    })),
    left_out: report.leftOut.map(({ phase, because }) => ({ phase, because })),
    members: report.members.map((member) => ({
      source: member.source,
      target: member.target,
      status: member.status,
      source_database_status: member.sourceDatabaseStatus,
      target_database_status: member.targetDatabaseStatus
    })),
    checks: report.checks.map((check) => ({
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
    writes: report.writes.map(({ phase, operation, on, answer, at: at2 }) => ({ phase, operation, on, answer, at_milliseconds: at2 })),
    warnings: report.warnings,
    advice: report.advice.map(({ what, verdict }) => ({ what, verdict })),
    binlog: report.binlog.map(({ database, file, position }) => ({ database, file, position })),
    old_databases: report.oldDatabases.map(({ name, resourceId: resourceId2, status: status2 }) => ({ name, resource_id: resourceId2, status: status2 }))
  };
  return `${JSON.stringify(content, void 0, 2)}
`;
}
function sorted(value) {
  if (Array.isArray(value))
    return value.map(sorted);
  if (!isRecord(value))
    return value;
  const entries = Object.entries(value).sort(([one], [other]) => one < other ? -1 : 1);
  return Object.fromEntries(entries.map(([key, item]) => [key, sorted(item)]));
}

// lib/reporting/result.js
var RESULT_SCHEMA = 1;
var LEFT_OUT = /* @__PURE__ */ new Set(["result", "report-path"]);
var JSON_OUTPUTS = /* @__PURE__ */ new Set(["checks", "drift", "matrix", "changed-fields"]);
var NUMBERS = /* @__PURE__ */ new Set(["switchover-seconds", "green-port"]);
function result(report, accounts = accountsOf(report)) {
  const short = (words) => withoutArns(words, accounts);
  const fields = { schema: RESULT_SCHEMA };
  for (const [name, value] of Object.entries(report.outputs))
    if (!LEFT_OUT.has(name))
      fields[name.replaceAll("-", "_")] = mapStrings(valueOf2(name, value), short);
  return JSON.stringify(fields);
}
function valueOf2(name, value) {
  if (name === "changed")
    return value === "true";
  if (JSON_OUTPUTS.has(name))
    return value === "" ? null : parsed(value);
  if (NUMBERS.has(name))
    return value === "" || !Number.isFinite(Number(value)) ? null : Number(value);
  return value;
}
function parsed(value) {
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

// lib/reporting/binlog-statements.js
function binlogSection(report, rows, chars) {
  const [first] = report.binlog;
  if (first === void 0)
    return none;
  return blocks([
    md`### External replicas`,
    text2("A replica outside this deployment does not follow the switchover. Let it apply everything old blue has written, then point it here:"),
    table([md`Was green`, md`Binary log file`, md`Position`], report.binlog.map((one) => [code(one.database, chars), code(one.file, chars), code(one.position, chars)]), rows),
    details(text2("The statements"), statements(first))
  ]);
}
function statements(one) {
  const host = quoted("<endpoint of production>");
  const file = quoted(one.file);
  const position = /^\d+$/.test(one.position) ? one.position : quoted(one.position);
  return fence("sql", [
    "-- MySQL 8.0.23 and later",
    `CHANGE REPLICATION SOURCE TO SOURCE_HOST=${host}, SOURCE_LOG_FILE=${file}, SOURCE_LOG_POS=${position};`,
    "",
    "-- MySQL before 8.0.23, MariaDB",
    `CHANGE MASTER TO MASTER_HOST=${host}, MASTER_LOG_FILE=${file}, MASTER_LOG_POS=${position};`,
    "",
    "-- A replica that is an RDS database, up to MySQL 8.0 and MariaDB; from 8.4 on the two middle names end in _source",
    "CALL mysql.rds_stop_replication;",
    "CALL mysql.rds_reset_external_master;",
    `CALL mysql.rds_set_external_master(${host}, 3306, '<user>', '<password>', ${file}, ${position}, 1);`,
    "CALL mysql.rds_start_replication;"
  ]);
}
var quoted = (value) => `'${value.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`;

// lib/reporting/headline.js
var MARKS = {
  completed: "\u2705",
  nothing_to_do: "\u2705",
  planned: "\u{1F4CB}",
  blocked: "\u26D4",
  failed: "\u274C",
  timed_out: "\u23F3",
  cancelled: "\u23F9\uFE0F"
};
var REASON_WORDS = {
  invalid_input: "not started, the inputs have problems",
  plan_passed: "planned, nothing stands in the way",
  checks_not_met: "stopped, a check is not met",
  prepared: "prepared",
  reboot_needed: "stopped, production must be changed or rebooted first",
  deployment_created: "green is being created",
  deployment_adopted: "green was there already and is used",
  deployment_differs: "stopped, the deployment is not what was asked for",
  deployment_unknown: "stopped, the deployment is not one this step can take",
  deployment_not_found: "stopped, the deployment was not found",
  deployment_deleting: "stopped, the deployment is being deleted",
  source_not_found: "stopped, the source was not found",
  source_in_deployment: "stopped, the source is in another deployment",
  already_at_target: "already at the target",
  create_refused: "RDS refused to create the deployment",
  provisioning_failed: "green could not be built",
  green_ready: "green is ready",
  verified: "green is verified",
  verify_failed: "green failed the verification",
  switchover_completed: "switched over, and proven",
  already_switched_over: "was switched over already",
  switchover_refused: "RDS refused the switchover",
  switchover_not_begun: "the switchover did not begin",
  switchover_rolled_back: "the switchover was rolled back",
  switchover_failed: "the switchover failed",
  member_failed: "the switchover failed for a member",
  not_proven: "stopped, what should be true is not proven",
  outside_window: "stopped, outside the switchover window",
  fingerprint_differs: "stopped, green is not what was approved",
  account_not_allowed: "stopped, this account is not allowed",
  global_database_not_supported: "stopped, global databases are not supported",
  owned_by_stack: "stopped, a stack owns this database",
  old_blue_in_use: "stopped, somebody is still connected to old blue",
  old_blue_too_young: "stopped, old blue is too young to be deleted",
  deletion_protected: "stopped, deletion protection is on",
  cleaned_up: "cleaned up",
  nothing_left: "nothing is left to clean up",
  aborted: "aborted, blue is as it was",
  production_in_danger: "stopped, the next call could have hit production",
  status_unknown: "stopped, RDS reports a status nobody here knows",
  status_read: "status",
  cannot_tell: "stopped, what must be known could not be read",
  no_progress: "stopped, nothing moved any more",
  wait_timed_out: "the wait timeout is over, AWS goes on",
  credentials_expired: "stopped, the credentials expired",
  access_denied: "stopped, a permission is missing",
  throttled: "stopped, RDS throttles too hard",
  aws_unreachable: "stopped, AWS could not be reached",
  cancelled: "cancelled, AWS goes on",
  drift_none: "the code agrees with production",
  drift_found: "the code must follow production",
  drift_dangerous: "applying the code now would change production back",
  databases_found: "databases found",
  unexpected_error: "stopped by an error of this action"
};
var isWell = (outcome) => outcome === "completed" || outcome === "nothing_to_do" || outcome === "planned";
function isSwitchedOver(outputs) {
  const [now, before] = [outputs["resource-id"] ?? "", outputs["resource-id-before"] ?? ""];
  return now === "" || before === "" ? void 0 : now !== before;
}
function headline(report) {
  const { outcome, outputs } = report;
  const name = outputs["source-identifier"] ?? "";
  const words = outcome.is === "planned" ? "dry run, nothing was changed" : REASON_WORDS[outcome.reason];
  const subject = name === "" ? none : md`${code(name, 100)}: `;
  return heading(2, md`${text2(MARKS[outcome.is])} ${subject}${text2(name === "" ? capital(words) : words)}`);
}
function productionNow({ outputs }) {
  const name = outputs["source-identifier"] ?? "";
  if (name === "")
    return none;
  const production = md`Production ${code(name, 100)}`;
  const [now, before] = [outputs["engine-version"] ?? "", outputs["engine-version-before"] ?? ""];
  const isSwitched2 = isSwitchedOver(outputs);
  const switched = isSwitched2 === void 0 ? none : isSwitched2 ? md` What was green is production now.` : md` It has not been switched over.`;
  if (now === "")
    return bold(md`This run did not learn what production ${code(name, 100)} runs now.${switched}`);
  const engine = join([text2(outputs["engine"] ?? "", 60), text2(now, 60)], " ");
  const compared = before === "" || before === now ? none : md` (before: ${text2(before, 60)})`;
  return bold(md`${production} runs ${engine}${compared}.${switched}`);
}
function whyAndWhatToDo(outcome, chars) {
  const because = text2(outcome.because, chars);
  if (isWell(outcome.is))
    return blocks([because, outcome.remedy === "" ? none : md`**What to do:** ${text2(outcome.remedy, chars)}`]);
  return blocks([
    because === "" ? none : md`**Why it stopped:** ${because}`,
    outcome.remedy === "" ? none : md`**What to do:** ${text2(outcome.remedy, chars)}`
  ]);
}
function whatChanged({ outcome, outputs, writes: writes2 }) {
  if (outcome.is === "planned" || outcome.reason === "invalid_input")
    return none;
  if (outputs["changed"] === "true") {
    return writes2.length === 0 ? md`This run may have changed something in AWS.` : md`This run sent ${writes2.length} ${text2(writes2.length === 1 ? "change" : "changes")} to AWS, listed below.`;
  }
  return md`This run changed nothing in AWS.`;
}
var capital = (words) => words.charAt(0).toUpperCase() + words.slice(1);

// lib/reporting/next-step.js
var LONGEST_FINGERPRINT = 120;
function nextStep(report) {
  const lines = nextLines(report);
  if (lines.length === 0)
    return none;
  return md`${text2(introduction(report))}\n\n${fence("yaml", lines)}`;
}
function nextLines(report) {
  const { outputs, region: region2 } = report;
  const mode = modeFor(report);
  if (mode === "")
    return [];
  const needsSource = mode === "plan" || mode === "prepare" || mode === "create";
  const deployment2 = outputs["deployment-id"] ?? "";
  const source2 = outputs["source-identifier"] ?? "";
  const lines = ["with:", pair("mode", mode)];
  if (deployment2 !== "" && !needsSource)
    lines.push(pair("deployment-id", deployment2));
  else if (source2 !== "")
    lines.push(pair("source", source2));
  if (region2 !== "")
    lines.push(pair("aws-region", region2));
  if (needsSource)
    lines.push("  # and the target-... inputs, as in this run");
  const fingerprint2 = outputs["fingerprint"] ?? "";
  if (mode === "switchover" && fingerprint2 !== "" && fingerprint2.length <= LONGEST_FINGERPRINT) {
    lines.push(pair("approved-fingerprint", fingerprint2));
  }
  if (report.outcome.reason === "reboot_needed")
    lines.push("  allow-reboot: true # restarts production");
  if (mode === "cleanup")
    lines.push("  # delete-old-databases: true   deletes old blue too, after a final snapshot");
  return lines;
}
var LOOK_FIRST = /* @__PURE__ */ new Set(["production_in_danger", "switchover_failed", "member_failed", "not_proven"]);
function modeFor({ outcome, outputs }) {
  const next = outputs["next-mode"] ?? "";
  if (next === "" || isWell(outcome.is))
    return next;
  if (LOOK_FIRST.has(outcome.reason))
    return "status";
  return stageOf(outputs["status"] ?? "") === "invalid" ? "abort" : next;
}
function introduction({ outcome }) {
  if (LOOK_FIRST.has(outcome.reason))
    return "To look again, which changes nothing, run:";
  if (outcome.is === "timed_out" || outcome.is === "cancelled")
    return "To go on from here, run:";
  if (outcome.is === "planned")
    return "To do all of it, run this again without dry-run. To do the first phase alone:";
  return isWell(outcome.is) ? "Next:" : "Then run:";
}
function pair(key, value) {
  const isPlain2 = /^[A-Za-z][\w./-]*$/.test(value) && !/^(?:y|n|yes|no|on|off|true|false|null)$/i.test(value);
  return `  ${key}: ${isPlain2 ? value : JSON.stringify(value)}`;
}

// lib/reporting/console-links.js
var HOSTS = {
  aws: "console.aws.amazon.com",
  "aws-cn": "console.amazonaws.cn",
  "aws-us-gov": "console.amazonaws-us-gov.com"
};
function consoleLink(arn) {
  const parsed2 = parseArn(arn);
  if (parsed2 === void 0 || parsed2.service !== "rds" || parsed2.region === "")
    return void 0;
  const host = Object.hasOwn(HOSTS, parsed2.partition) ? HOSTS[parsed2.partition] : void 0;
  const fragment = fragmentOf(parsed2.type, parsed2.name);
  return host === void 0 || fragment === void 0 ? void 0 : `https://${host}/rds/home?region=${parsed2.region}#${fragment}`;
}
function fragmentOf(type, name) {
  const id = encodeURIComponent(name.toWellFormed()).replaceAll(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
  switch (type) {
    case "db":
      return `database:id=${id};is-cluster=false`;
    case "cluster":
      return `database:id=${id};is-cluster=true`;
    case "deployment":
      return "databases:";
    default:
      return void 0;
  }
}

// lib/reporting/progress.js
function duration(milliseconds) {
  const seconds = Number.isFinite(milliseconds) ? Math.max(0, Math.floor(milliseconds / 1e3)) : 0;
  const two = (count) => String(count).padStart(2, "0");
  if (seconds < 60)
    return `${seconds}s`;
  if (seconds < 3600)
    return `${Math.floor(seconds / 60)}m${two(seconds % 60)}s`;
  if (seconds < 86400)
    return `${Math.floor(seconds / 3600)}h${two(Math.floor(seconds % 3600 / 60))}m`;
  return `${Math.floor(seconds / 86400)}d${two(Math.floor(seconds % 86400 / 3600))}h`;
}
function progressLine(progress) {
  const time = progress.left === void 0 ? "" : `, at most ${duration(progress.left)} more`;
  return [progress.phase, progress.deploymentId, progress.status, ...facts(progress), `${duration(progress.elapsed)}${time}`].filter((part) => part !== "").map((part) => part.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")).join("  ");
}
function progressKey(progress) {
  const percent = progress.storagePercent === void 0 ? void 0 : Math.floor(progress.storagePercent / 10) * 10;
  return JSON.stringify([progress.phase, progress.deploymentId, progress.status, facts({ ...progress, storagePercent: percent })]);
}
function facts({ tasks, members: members2, databases: databases2, status: status2, storagePercent }) {
  const wanted = status2.startsWith("SWITCHOVER") ? "SWITCHOVER_COMPLETED" : "AVAILABLE";
  const percent = storagePercent === void 0 ? "" : `storage ${Math.floor(storagePercent)}%`;
  return [
    tally("tasks", tasks, "COMPLETED", (task) => task.status === "IN_PROGRESS" ? task.name : ""),
    tally(
      "members",
      // The members of a deployment that is being deleted say nothing any more.
      status2 === "DELETING" ? [] : members2.map((member) => ({ name: nameIn(member.source ?? ""), status: member.status ?? "" })),
      wanted,
      () => ""
    ),
    tally("databases", databases2 ?? [], "available", (database) => `${database.name} ${database.status}`),
    percent
  ];
}
function tally(noun, all, wanted, say) {
  if (all.length === 0)
    return "";
  const rest = all.filter((one) => one.status !== wanted);
  const bad = rest.filter((one) => isFailure(one.status) || isDatabaseFailure(one.status)).map((one) => `${one.name} ${one.status}`);
  const said2 = bad.length > 0 ? bad : rest.map(say).filter((words) => words !== "");
  const [first] = said2;
  const others = said2.length > 1 ? `, ${said2.length - 1} more` : "";
  return `${noun} ${all.length - rest.length}/${all.length}${first === void 0 ? "" : ` (${first}${others})`}`;
}

// lib/reporting/sections.js
var EVIDENCE_AT_A_GLANCE = 8;
function evidence({ outcome }, { rows, chars }) {
  const lines = outcome.details;
  if (lines.length === 0)
    return none;
  const shown = list(lines.slice(0, EVIDENCE_AT_A_GLANCE).map((line2) => text2(line2, chars)), rows);
  if (lines.length <= EVIDENCE_AT_A_GLANCE)
    return blocks([md`**Evidence**`, shown]);
  const all = fence("", lines.length > rows ? [...lines.slice(0, rows), `\u2026 ${lines.length - rows} more`] : lines, chars);
  return blocks([md`**Evidence**`, shown, details(md`All ${lines.length} lines`, all)]);
}
function commands({ outcome }) {
  const lines = outcome.commands ?? [];
  return lines.length === 0 ? none : blocks([md`**Commands**`, fence("sh", lines, Number.POSITIVE_INFINITY)]);
}
function changes(report, { rows, chars }) {
  const found = report.changes ?? [];
  if (found.length === 0)
    return none;
  const cells = found.map(({ what, blue, green: green2 }) => [
    text2(what, chars),
    code(blue, chars),
    blue === green2 ? code(green2, chars) : bold(code(green2, chars))
  ]);
  return blocks([md`### What green would bring`, table([md`Of production`, md`Blue, now`, md`Green`], cells, rows)]);
}
function members(report, { rows, chars }) {
  if (report.members.length === 0)
    return none;
  const isSwitched2 = isSwitchedOver(report.outputs) === true;
  const [source2, target] = isSwitched2 ? [md`Old blue`, md`Production`] : [md`Blue`, md`Green`];
  const cells = report.members.map((member) => [
    code(member.source, chars),
    code(member.target, chars),
    statusCell(member.status, chars),
    statusCell(member.sourceDatabaseStatus, chars),
    statusCell(member.targetDatabaseStatus, chars)
  ]);
  return blocks([md`### Members`, table([source2, target, md`Member status`, md`${source2} status`, md`${target} status`], cells, rows)]);
}
var statusCell = (status2, chars) => isBad(status2) ? bold(code(status2, chars)) : code(status2, chars);
var isBad = (status2) => isFailure(status2) || isDatabaseFailure(status2);
function oldDatabases(report, { rows, chars }) {
  if (report.oldDatabases.length === 0)
    return none;
  return blocks([
    md`### Old databases, still costing money`,
    table([md`Name`, md`Resource id`, md`Status`], report.oldDatabases.map((one) => [code(one.name, chars), code(one.resourceId, chars), code(one.status, chars)]), rows)
  ]);
}
var isOpen2 = (check) => check.severity !== "advice" && (check.verdict === "not_met" || check.stops === true || check.verdict === "unknown" && check.severity === "proof");
function openChecks(report, { rows, chars }) {
  const open2 = report.checks.filter(isOpen2);
  if (open2.length === 0)
    return none;
  const cells = open2.map((check) => [
    check.verdict === "unknown" || check.ignored === true ? md`${checkCell(check, chars)}<br>${verdictCell(check)}` : checkCell(check, chars),
    text2(check.observed, chars),
    text2(check.expected, chars),
    text2(check.remedy, chars)
  ]);
  return blocks([md`### Checks that are not met`, table([md`Check`, md`Observed`, md`Expected`, md`What to do`], cells, rows)]);
}
function worthALook(report, { rows, chars }) {
  const found = report.checks.filter(isWorthALook);
  if (found.length === 0)
    return none;
  const cells = found.map((check) => [checkCell(check, chars), verdictCell(check), text2(check.observed, chars), text2(check.remedy, chars)]);
  const shown = table([md`Check`, md`Verdict`, md`Observed`, md`What to do`], cells, rows);
  const advice2 = found.filter((check) => check.verdict === "not_met").length;
  const counts = [advice2 === 0 ? "" : `${advice2} advice`, found.length === advice2 ? "" : `${found.length - advice2} not looked at`];
  const title = text2(`Worth a look: ${counts.filter((words) => words !== "").join(", ")}`);
  return report.outcome.phase === "plan" ? blocks([md`### ${title}`, shown]) : details(title, shown);
}
var isWorthALook = (check) => !isOpen2(check) && (check.verdict === "not_met" || check.verdict === "unknown");
function checksMet(report, { rows, chars }) {
  const met2 = report.checks.filter((check) => check.verdict === "met");
  const others = report.checks.filter((check) => check.verdict === "not_applicable").length;
  if (met2.length === 0)
    return none;
  const cells = met2.map((check) => [checkCell(check, chars), text2(check.observed, chars)]);
  return details(text2(`Checks that are met: ${met2.length}${others === 0 ? "" : ` (${others} more do not apply)`}`), table([md`Check`, md`Observed`], cells, rows));
}
var checkCell = (check, chars) => md`${text2(check.title, chars)}<br>${code(check.id, chars)}`;
var VERDICTS = {
  met: "met",
  not_met: "not met",
  unknown: "not looked at",
  not_applicable: "not applicable"
};
var verdictCell = (check) => text2(`${VERDICTS[check.verdict]}${check.ignored === true ? ", overruled" : ""}`);
function planned(report, { rows, chars }) {
  if (report.outcome.is !== "planned" && report.outcome.phase !== "plan")
    return none;
  const steps2 = report.phases.flatMap((phase) => phase.planned);
  if (steps2.length === 0)
    return none;
  const calls2 = steps2.filter((step2) => step2.input !== void 0).slice(0, rows);
  return blocks([
    md`### What would be done`,
    table([md`Phase`, md`Step`, md`Call`], steps2.map((step2) => [text2(step2.phase), text2(step2.intent, chars), code(step2.operation ?? "", chars)]), rows),
    details(text2("The calls with their parameters"), blocks(calls2.flatMap((step2) => [code(step2.operation ?? "", chars), fence("json", jsonLines(step2.input, rows), chars)])))
  ]);
}
function jsonLines(value, rows) {
  const lines = (JSON.stringify(value, void 0, 2) ?? "").split("\n");
  return lines.length > rows ? [...lines.slice(0, rows), `\u2026 ${lines.length - rows} more lines`] : lines;
}
function phases(report, { rows, chars }) {
  if (report.phases.length + report.leftOut.length < 2)
    return none;
  const done2 = report.phases.map((phase) => [
    text2(phase.phase),
    text2(phase.outcome.is.replaceAll("_", " ")),
    text2(duration(phase.took)),
    text2(phase.outcome.because, chars)
  ]);
  const leftOut = report.leftOut.map(({ phase, because }) => [text2(phase), text2("left out"), none, text2(because, chars)]);
  return blocks([md`### Phases`, table([md`Phase`, md`Outcome`, md`Took`, md`What is true`], [...done2, ...leftOut], rows)]);
}
function writes(report, { rows, chars }) {
  if (report.writes.length === 0)
    return none;
  const cells = report.writes.map((write) => [
    text2(duration(write.at)),
    text2(write.phase),
    code(write.operation, chars),
    code(write.on, chars),
    text2(write.answer, chars)
  ]);
  const shown = table([md`After`, md`Phase`, md`Call`, md`On`, md`Answer`], cells, rows);
  return isWell(report.outcome.is) ? details(md`Changes sent to AWS (${cells.length})`, shown) : blocks([md`### Changes sent to AWS`, shown]);
}
var warnings = (report, { rows, chars }) => report.warnings.length === 0 ? none : blocks([
  md`### Warnings`,
  list(report.warnings.map((warning) => text2(warning, chars)), rows)
]);
var ADVICE = { ahead: "", to_do: "To do: ", cannot_tell: "See to it: ", done: "Done: " };
function advice(report, { rows, chars }) {
  if (report.advice.length === 0)
    return none;
  const order2 = ["to_do", "cannot_tell", "done", "ahead"];
  const sorted2 = [...report.advice].sort((one, other) => order2.indexOf(one.verdict) - order2.indexOf(other.verdict));
  const lines = sorted2.map(({ what, verdict }) => {
    const mark = ADVICE[verdict];
    return mark === "" ? text2(what, chars) : md`${bold(text2(mark.trim()))} ${text2(what, chars)}`;
  });
  const shown = list(lines, rows);
  return report.advice.some((one) => one.verdict !== "ahead") ? blocks([md`### After the switchover`, shown]) : details(md`What the switchover means, and what follows it (${report.advice.length})`, shown);
}
function drift({ outputs }, { rows, chars }) {
  const found = outputs["drift"] ?? "";
  if (found === "")
    return none;
  let value = found;
  try {
    value = JSON.parse(found);
  } catch {
  }
  return blocks([md`### What the code must change`, fence("json", jsonLines(value, rows), chars)]);
}
function facts2(report) {
  const { arns, outputs } = report;
  const isSwitched2 = isSwitchedOver(outputs) === true;
  const production = consoleLink(isSwitched2 ? arns.target : arns.source);
  const other = consoleLink(isSwitched2 ? arns.old : arns.target);
  const links = [
    production === void 0 ? none : link(text2(isSwitched2 ? "production" : "blue"), production),
    other === void 0 ? none : link(text2(isSwitched2 ? "old blue" : "green"), other),
    consoleLink(arns.deployment) === void 0 ? none : link(text2("deployment"), consoleLink(arns.deployment))
  ];
  const deployment2 = outputs["deployment-id"] ?? "";
  const seconds = outputs["switchover-seconds"] ?? "";
  const known2 = [
    deployment2 === "" ? none : md`Deployment ${code(deployment2, 100)}${(outputs["status"] ?? "") === "" ? none : md` ${code(outputs["status"] ?? "", 100)}`}`,
    text2(report.region, 60),
    seconds === "" ? none : md`switchover ${text2(seconds, 20)} s`,
    md`run ${text2(duration(report.took))}`,
    report.run.url === "" ? none : link(text2("workflow run"), report.run.url)
  ];
  const console = join(links, ", ");
  return join([...known2, console === "" ? none : md`AWS console: ${console}`], " \xB7 ");
}

// lib/reporting/summary.js
var SUMMARY_LIMIT = 1024 * 1024 - 1024;
var ROOMS = [
  { rows: 100, chars: 600 },
  { rows: 40, chars: 300 },
  { rows: 10, chars: 200 },
  { rows: 3, chars: 100 }
];
var bytesOf = (markdown) => Buffer.byteLength(markdown);
function summary(report, limit = SUMMARY_LIMIT, accounts = accountsOf(report)) {
  const shown = published(report, accounts);
  let parts = [];
  for (const room of ROOMS) {
    parts = partsOf2(shown, room);
    const page = `${blocks(parts)}
`;
    if (bytesOf(page) <= limit)
      return page;
  }
  return `${cut(parts, limit - 1)}
`;
}
function cut(parts, limit) {
  const note = md`… The rest did not fit; the report file has everything.`;
  let page = none;
  for (const part of parts) {
    const longer = blocks([page, part]);
    if (bytesOf(blocks([longer, note])) > limit)
      break;
    page = longer;
  }
  const whole = blocks([page, note]);
  return bytesOf(whole) <= limit ? whole : "";
}
function partsOf2(report, room) {
  return [
    headline(report),
    productionNow(report),
    // Longer than a cell: these two sentences are what the page is for.
    whyAndWhatToDo(report.outcome, 2 * room.chars + 400),
    problemsTable(report.problems ?? [], room.rows, room.chars),
    openChecks(report, room),
    (report.problems ?? []).length > 0 ? none : evidence(report, room),
    commands(report),
    whatChanged(report),
    nextStep(report),
    facts2(report),
    warnings(report, room),
    drift(report, room),
    changes(report, room),
    worthALook(report, room),
    advice(report, room),
    planned(report, room),
    oldDatabases(report, room),
    binlogSection(report, room.rows, room.chars),
    members(report, room),
    phases(report, room),
    writes(report, room),
    checksMet(report, room)
  ];
}
function published(report, accounts) {
  const short = (words) => withoutArns(words, accounts);
  const { arns, startedAt, phases: phases3, ...rest } = report;
  return {
    ...mapStrings(rest, short),
    arns,
    startedAt,
    phases: phases3.map(({ planned: planned2, ...phase }) => ({
      ...mapStrings(phase, short),
      planned: planned2.map((step2) => ({
        ...step2,
        intent: short(step2.intent),
        input: mapStrings(step2.input, (words) => withoutAccounts(words, accounts))
      }))
    }))
  };
}

// lib/checks/check.js
function reportOf(check, phase, verdict) {
  const common2 = { id: check.id, title: check.title, severity: check.severity, verdict: verdict.is, phase };
  switch (verdict.is) {
    case "met":
      return { ...common2, observed: verdict.observed, expected: verdict.expected, remedy: "" };
    case "not_met":
      return { ...common2, observed: verdict.observed, expected: verdict.expected, remedy: verdict.remedy };
    case "unknown":
      return { ...common2, observed: verdict.because, expected: "", remedy: verdict.remedy };
    case "not_applicable":
      return { ...common2, observed: verdict.because, expected: "", remedy: "" };
  }
}
function judgeAll(checks2, phase, { now, date, isForeseen }, inputs) {
  const scene = new Scene(now, inputs);
  return checks2.map((check) => {
    const verdict = isForeseen && check.onlyThen === true ? { is: "not_applicable", because: `asked just before ${phase}` } : check.judge(now, inputs, date, scene);
    const wrong2 = verdict.is === "not_met" || verdict.is === "unknown" && (check.severity === "proof" || STOPS_UNKNOWN.has(check.id));
    const overruled = check.severity === "blocking" && inputs.ignoreChecks.includes(check.id);
    const stops = wrong2 && check.severity !== "advice" && !overruled;
    const report = { ...reportOf(check, phase, verdict), ...stops ? { stops } : {}, ...wrong2 && overruled ? { ignored: true } : {} };
    return { check, verdict, report, stops };
  });
}
var STOPS_UNKNOWN = /* @__PURE__ */ new Set(["replica-lag-is-within-limit"]);
function sayStops(judged) {
  const stopping = judged.filter((one) => one.stops);
  const [first] = stopping;
  if (first !== void 0 && stopping.length === 1)
    return sayOne(first.report);
  return `${stopping.length} checks are not met: ${stopping.map((one) => one.report.title).join("; ")}`;
}
var linesOf2 = (checks2) => checks2.filter((one) => one.stops === true).map((one) => `${sayOne(one)}${one.remedy === "" ? "" : `. What to do: ${one.remedy}`}`);
function sayOne({ title, verdict, observed, expected }) {
  if (verdict === "unknown")
    return `${title}: cannot be told (${observed})`;
  return `${title}: no (${observed}${expected === "" ? "" : `; needed: ${expected}`})`;
}
function remedyOf(judged) {
  const remedies = [...new Set(judged.filter((one) => one.stops && one.report.remedy !== "").map((one) => one.report.remedy))];
  return remedies.length > 1 ? "mend each of them: the log and the summary say how" : remedies[0] ?? "";
}

// lib/engine/advice.js
var ahead = (what) => ({ what, verdict: "ahead" });
var toDo = (what) => ({ what, verdict: "to_do" });
var done = (what) => ({ what, verdict: "done" });
var cannotTell2 = (what) => ({ what, verdict: "cannot_tell" });
var isPostgres = ({ blue: [{ engine }] }) => engine.includes("postgres");
var isMajor = ({ blue: [{ engine, engineVersion: engineVersion2 }], version }) => majorOf(engine, engineVersion2) !== majorOf(engine, version);
var isSwitched = ({ production }) => production !== void 0;
var anyOf = (databases2, has2) => databases2.some((one) => has2(one.traits) === true);
var noTrace = (sides, what) => isSwitched(sides) ? cannotTell2(what) : ahead(what);
var replication = (sides) => {
  if (isSwitched(sides))
    return void 0;
  const { blue: [{ engine, engineVersion: engineVersion2 }], version } = sides;
  const how = version === engineVersion2 ? `${engine} stays at ${version}` : `A ${isMajor(sides) ? "major" : "minor"} upgrade of ${engine} from ${engineVersion2} to ${version}`;
  if (!isPostgres(sides))
    return ahead(`${how}: green follows by the binary log. Keep it read-only`);
  return isLogical({ engine, engineVersion: engineVersion2 }, { engine, engineVersion: version }) ? ahead(`${how}: green follows by logical replication (${engine === "postgres" ? "RDS for PostgreSQL across majors" : "Aurora PostgreSQL always"}). Until the switchover no DDL, no large objects and no new partitions on blue, or it breaks; sequences move at the switchover`) : ahead(`${how}: green follows by physical replication (RDS for PostgreSQL within a major) and is strictly read-only until the switchover`);
};
var clients = (sides) => isSwitched(sides) ? toDo("Clients: drop the connections that pools still hold to old blue, which is read-only now") : ahead("Clients: names and endpoints stay. During the switchover, mostly less than a minute, writes wait or fail and every connection is dropped: clients must connect again and keep DNS answers for no more than 5 seconds");
var roles = ({ blue, production }) => {
  const features = blue.flatMap((one) => one.traits.roleFeatures);
  if (features.length === 0)
    return void 0;
  const names2 = [...new Set(features.map((name) => name === "" ? "one without a feature name" : name))];
  if (production === void 0)
    return ahead(`IAM roles are not copied: attach those of blue (${names2.join(", ")}) to green before the switchover, or to production after it`);
  const has2 = new Set(production.flatMap((one) => one.traits.roleFeatures));
  const missing = [...new Set(features)].filter((name) => !has2.has(name));
  return missing.length === 0 ? done(`IAM roles: production has those of old blue (${names2.join(", ")})`) : toDo(`IAM roles: production lacks ${missing.map((name) => name === "" ? "the one without a feature name" : name).join(", ")}, which old blue has`);
};
var iamUsers = ({ blue, production }) => {
  if (!anyOf(blue, (traits) => traits.usesIamAuthentication))
    return void 0;
  const [now] = production ?? [];
  return now === void 0 ? ahead("IAM database users: policies with rds-db:connect name a resource id; add green's before the switchover, or these users are locked out") : toDo(`IAM database users: policies with rds-db:connect must name ${now.resourceId} now`);
};
var resourceIds = ({ blue: [blue], production }) => {
  const [now] = production ?? [];
  const who = "AWS Backup, CloudTrail, Performance Insights and whatever else goes by resource id";
  return now === void 0 ? ahead(`Resource ids: production gets green's, no longer ${blue.resourceId}; ${who} must follow`) : toDo(`Resource ids: production is ${now.resourceId}, no longer ${blue.resourceId}; ${who} must follow`);
};
var tags2 = (sides) => isSwitched(sides) ? void 0 : ahead("Tags: blue's overwrite what is put on green meanwhile; put them on blue");
var autoScaling = (sides) => sides.blue[0].kind === "cluster" ? noTrace(sides, "Auto Scaling policies of the cluster are not copied: register them again") : void 0;
var activityStream = ({ blue, production }) => {
  if (!anyOf(blue, (traits) => traits.hasActivityStream))
    return void 0;
  if (production === void 0)
    return ahead("The database activity stream does not come along: start one on production and point its consumers to it");
  return anyOf(production, (traits) => traits.hasActivityStream) ? done("The database activity stream runs on production: point its consumers to it") : toDo("The database activity stream of old blue does not run on production: start it, and point its consumers to it");
};
var dataApi = (sides) => {
  if (!anyOf(sides.blue, (traits) => traits.hasDataApi))
    return void 0;
  const what = "Data API: a cluster that was renamed may need it turned off and on again; try it";
  return isSwitched(sides) ? toDo(what) : ahead(what);
};
var consumers = (sides) => noTrace(sides, isPostgres(sides) ? "Publications, subscriptions and replication slots of your own (DMS, Debezium): make them again on production" : "External replicas and consumers of the binary log (DMS, Debezium): point them to production; the coordinates are told after the switchover");
var statistics = (sides) => isPostgres(sides) && isMajor(sides) ? noTrace(sides, "A major upgrade leaves no planner statistics: run ANALYZE in every database, and REFRESH the materialized views") : void 0;
var settings = ({ blue, production }) => {
  const what = "Settings such as Multi-AZ, storage autoscaling, log exports and Performance Insights";
  if (production === void 0)
    return ahead(`${what} are compared after the switchover`);
  const differences2 = blue.flatMap((one, index) => differencesOf(one, production[index]));
  return differences2.length === 0 ? done(`${what} are as they were`) : toDo(`Set differently than on old blue: ${differences2.join("; ")}`);
};
function differencesOf(old, now) {
  if (now === void 0)
    return [];
  const rows = [
    ["deletion protection", old.deletionProtection, now.deletionProtection],
    ["Multi-AZ", old.traits.isMultiAz, now.traits.isMultiAz],
    ["backup retention (days)", old.traits.backupRetentionDays, now.traits.backupRetentionDays],
    ["largest storage (GiB)", old.traits.maxAllocatedStorage, now.traits.maxAllocatedStorage],
    ["Performance Insights", old.traits.hasPerformanceInsights, now.traits.hasPerformanceInsights],
    ["exported logs", [...old.traits.exportedLogs].sort().join(" "), [...now.traits.exportedLogs].sort().join(" ")],
    ["IAM authentication", old.traits.usesIamAuthentication, now.traits.usesIamAuthentication],
    ["minor upgrades by itself", old.traits.upgradesMinorVersionsItself, now.traits.upgradesMinorVersionsItself]
  ];
  return rows.flatMap(([name, before, after7]) => before === void 0 || after7 === void 0 || before === after7 ? [] : [`${now.name} ${name} ${String(after7)}, was ${String(before)}`]);
}
var recovery = ({ blue: [blue], production }) => {
  const what = `Point-in-time recovery of production begins when green was built; older times need ${blue.resourceId}: old blue itself, its retained backups or its final snapshot`;
  return production === void 0 ? ahead(what) : toDo(what);
};
var code2 = (sides) => {
  const what = "Infrastructure code must name the new version and parameter groups before it is applied next, or it undoes the upgrade";
  return isSwitched(sides) ? toDo(what) : ahead(what);
};
var costs = ({ blue, production }) => {
  const instances = blue.filter((one) => one.kind === "instance");
  const what = instances.map((one) => `${one.name} (${one.instanceClass ?? "class unknown"})`).join(", ");
  return production === void 0 ? ahead(`Costs: from create to cleanup each of these is paid for twice, with its storage: ${what}`) : toDo(`Costs: old blue is paid for until mode: cleanup deletes it with delete-old-databases: ${what}`);
};
var ITEMS = [
  replication,
  clients,
  iamUsers,
  roles,
  code2,
  costs,
  statistics,
  consumers,
  resourceIds,
  recovery,
  tags2,
  autoScaling,
  activityStream,
  dataApi,
  settings
];
var TOLD_BY = ["plan", "prepare", "create", "wait", "verify", "switchover"];
function adviceOf(now, phase) {
  const sides = TOLD_BY.includes(phase) ? sidesSeen(now) : void 0;
  return sides === void 0 ? [] : ITEMS.flatMap((item) => item(sides) ?? []);
}
var some = (databases2) => {
  const [first, ...others] = databases2;
  return first === void 0 ? void 0 : [first, ...others];
};
function sidesSeen(now) {
  const deployment2 = valueOf(now.deployment);
  if (deployment2 === void 0 || stageOf(deployment2.status) !== "completed") {
    const blue2 = some(valueOf(now.blue) ?? (deployment2 === void 0 ? [] : side("source")));
    const green2 = deployment2 === void 0 ? void 0 : valueOf(databaseAt(now, deployment2.target));
    const version = green2?.engineVersion ?? valueOf(now.target)?.engineVersion ?? blue2?.[0].engineVersion;
    if (blue2 === void 0 || version === void 0 || deployment2 === void 0 && now.target.is !== "known")
      return void 0;
    return { blue: blue2, production: void 0, version };
  }
  const [blue, production] = [some(side("source")), some(side("target"))];
  return blue === void 0 || production === void 0 ? void 0 : { blue, production, version: production[0].engineVersion };
  function side(which2) {
    return deployment2 === void 0 ? [] : databasesOn(deployment2, which2).flatMap((arn) => valueOf(databaseAt(now, arn)) ?? []);
  }
}

// lib/engine/changes.js
function changesOf(now, inputs) {
  const deployment2 = valueOf(now.deployment);
  if (deployment2 === void 0 || stageOf(deployment2.status) === "completed")
    return changesAhead(now, inputs);
  if (!["provisioning", "available"].includes(stageOf(deployment2.status)))
    return [];
  const blue = valueOf(databaseAt(now, deployment2.source));
  const green2 = valueOf(databaseAt(now, deployment2.target));
  if (blue === void 0 || green2 === void 0)
    return [];
  const side = (which2) => databasesOn(deployment2, which2).flatMap((arn) => valueOf(databaseAt(now, arn)) ?? []);
  return rowsOf(blue, green2, [instanceGroupOf(blue, side("source")), instanceGroupOf(green2, side("target"))]);
}
function rowsOf(blue, green2, groups) {
  const ofInstance = (value) => blue.kind === "cluster" ? void 0 : value;
  const rows = [
    ["engine version", `${blue.engine} ${blue.engineVersion}`, `${green2.engine} ${green2.engineVersion}`],
    ["parameter group", ...groups],
    ...blue.kind === "cluster" ? [["cluster parameter group", blue.parameterGroup, green2.parameterGroup]] : [],
    ["instance class", blue.instanceClass, green2.instanceClass],
    ["storage type", blue.storageType, green2.storageType],
    ["allocated storage (GiB)", ofInstance(blue.allocatedStorage), ofInstance(green2.allocatedStorage)],
    ["IOPS", blue.iops, green2.iops],
    ["storage throughput (MiB/s)", blue.storageThroughput, green2.storageThroughput],
    ["KMS key", keyOf(blue), keyOf(green2)],
    ["deletion protection", blue.deletionProtection, green2.deletionProtection]
  ];
  return rows.flatMap(([what, before, after7]) => before === void 0 && after7 === void 0 ? [] : [{ what, blue: String(before ?? ""), green: String(after7 ?? "") }]);
}
var keyOf = ({ kmsKeyId }) => kmsKeyId?.slice(kmsKeyId.lastIndexOf("/") + 1);
function changesAhead(now, inputs) {
  const [blue, others, target] = [valueOf(now.production), valueOf(now.blue), valueOf(now.target)];
  if (blue === void 0 || others === void 0 || target === void 0)
    return [];
  const groups = [instanceGroupOf(blue, others), target.group?.name ?? OPEN];
  return [...rowsOf(blue, asAsked(blue, target, inputs), groups).filter((one) => one.blue !== one.green), ...parameters2(now)];
}
var OPEN = "(not decided)";
var asAsked = (blue, target, inputs) => ({
  ...blue,
  engineVersion: target.engineVersion ?? blue.engineVersion,
  parameterGroup: (blue.kind === "cluster" ? target.clusterGroup?.name : target.group?.name) ?? OPEN,
  instanceClass: inputs.targetInstanceClass ?? blue.instanceClass,
  storageType: inputs.targetStorageType ?? blue.storageType,
  allocatedStorage: inputs.targetAllocatedStorage ?? blue.allocatedStorage,
  iops: inputs.targetIops ?? blue.iops,
  storageThroughput: inputs.targetStorageThroughput ?? blue.storageThroughput,
  kmsKeyId: inputs.targetKmsKeyId ?? blue.kmsKeyId
});
function parameters2({ facts: facts3 }) {
  if (facts3.is !== "known")
    return [];
  const [blue, green2] = [valueOf(facts3.value.blueGroups), valueOf(facts3.value.greenGroups)];
  if (blue === void 0 || green2 === void 0)
    return [];
  return ["cluster", "instance"].flatMap((kind) => differencesOf2(blue[kind], green2[kind], kind));
}
var isPlain = (value) => value !== void 0 && !isFormula(value);
function differencesOf2(blue, green2, kind) {
  if (blue === void 0 || green2 === void 0 || blue.name === green2.name)
    return [];
  const says = (group2, name) => valueIn2(group2, name) ?? "(default)";
  const told = [...blue.told.keys()].filter((name) => green2.told.has(name) && [blue, green2].every((group2) => isPlain(valueIn2(group2, name))));
  return [.../* @__PURE__ */ new Set([...blue.set.keys(), ...green2.set.keys(), ...told])].sort().filter((name) => says(blue, name) !== says(green2, name)).map((name) => ({
    what: `${kind === "cluster" ? "cluster parameter" : "parameter"} ${name}`,
    blue: says(blue, name),
    green: says(green2, name)
  }));
}

// lib/observing/claims.js
var CLAIMS = {
  deploymentAbsent: "deployment absent",
  productionAbsent: "production absent",
  namesakeAbsent: "namesake absent",
  ready: "ready",
  databasesAvailable: "databases available",
  noOldBlue: "no old blue",
  namesake: (status2) => `namesake ${status2}`,
  status: (status2) => `status ${status2}`,
  gone: (resourceId2) => `gone ${resourceId2}`,
  /** A database of blue, and how far it runs with the group of that kind that it is in. */
  applied: (database, status2, kind, group2, applied) => `${database} ${status2}, ${kind} group ${group2.toLowerCase()} ${applied}`
};
function claimsOf(now) {
  const claims = [];
  if (now.deployment.is === "absent")
    claims.push(CLAIMS.deploymentAbsent);
  if (now.deployment.is === "known")
    claims.push(CLAIMS.status(now.deployment.value.status));
  if (now.production.is === "absent")
    claims.push(CLAIMS.productionAbsent);
  if (now.namesake.is === "absent")
    claims.push(CLAIMS.namesakeAbsent);
  if (now.namesake.is === "known")
    claims.push(CLAIMS.namesake(now.namesake.value.status));
  if (now.deployment.is === "known" && now.databases.is === "known" && databasesNotAvailable(now).length === 0) {
    claims.push(CLAIMS.databasesAvailable);
    if (notReady(now).length === 0)
      claims.push(CLAIMS.ready);
  }
  if (now.oldBlue.is === "known") {
    if (now.oldBlue.value.length === 0)
      claims.push(CLAIMS.noOldBlue);
    for (const one of now.oldBlue.value)
      if (one.database.is === "absent")
        claims.push(CLAIMS.gone(one.resourceId));
  }
  claims.push(...appliedIn(now));
  for (const one of valueOf(now.green) ?? [])
    if (one.database.is === "absent")
      claims.push(CLAIMS.gone(one.resourceId));
  return claims;
}
function appliedIn(now) {
  if (now.preparing.is !== "known")
    return [];
  const production = valueOf(now.production);
  return (valueOf(now.blue) ?? []).flatMap((one) => {
    if (one.kind === "cluster")
      return [];
    const member = production?.members.find((other) => other.name === one.name);
    const own = CLAIMS.applied(one.name, one.status, "instance", one.parameterGroup ?? "", one.parameterApplyStatus ?? "");
    return member === void 0 ? [own] : [own, CLAIMS.applied(one.name, one.status, "cluster", production?.parameterGroup ?? "", member.clusterGroupStatus ?? "")];
  });
}
function fingerprintOfProgress(now) {
  const deployment2 = valueOf(now.deployment);
  const databases2 = [...valueOf(now.databases)?.entries() ?? []].map(([label, one]) => one.is === "known" ? [label, one.value.resourceId, one.value.status, one.value.storageOperation?.percent] : [label, one.is]);
  const statuses = (all) => all.map(({ resourceId: resourceId2, database }) => [resourceId2, database.is === "known" ? database.value.status : database.is]);
  const production = valueOf(now.production);
  return JSON.stringify([
    now.deployment.is,
    deployment2?.status,
    deployment2?.target,
    deployment2?.tasks,
    deployment2?.members.map((member) => [member.source, member.target, member.status]),
    databases2,
    statuses(valueOf(now.oldBlue) ?? []),
    statuses(valueOf(now.green) ?? []),
    now.namesake.is,
    valueOf(now.namesake)?.status,
    production?.status,
    production?.resourceId,
    appliedIn(now),
    [...valueOf(now.preparing)?.groups ?? []].map(([key, { group: group2 }]) => [key, group2.set.size])
  ]);
}

// lib/observing/recall.js
var mayHaveHappened = ({ answer }) => answer === "accepted" || answer.kind === "lost";
var hasSentTag = (written, key) => written.some(({ call }) => call.operation === "AddTagsToResource" && call.input.Tags?.some((tag) => tag.Key === key) === true);

// lib/waiting/steadiness.js
function hold(before, claims, elapsed) {
  const after7 = /* @__PURE__ */ new Map();
  for (const claim of claims) {
    const held = before.get(claim);
    after7.set(claim, held === void 0 ? { looks: 1, since: elapsed, until: elapsed } : { looks: held.looks + 1, since: held.since, until: elapsed });
  }
  return after7;
}
function hasHeld(steadiness, claim, milliseconds) {
  const held = steadiness.get(claim);
  return held !== void 0 && held.looks >= 2 && held.until - held.since >= milliseconds;
}

// lib/engine/endings.js
var permissionOf = (operation) => operation === "GetMetricData" ? "cloudwatch:GetMetricData" : `rds:${operation}`;
function endOfFault(fault2, operation, since2, inputs) {
  const ending = (reason, because, remedy) => ({ is: "failed", reason, because, remedy });
  if (fault2.told !== void 0)
    return ending(fault2.told.reason, fault2.told.because, fault2.told.remedy);
  const words = `${fault2.code}: ${fault2.message}`;
  const permission = /not authorized to perform: ([a-z0-9-]+:\w+)/i.exec(words)?.[1] ?? permissionOf(operation);
  switch (fault2.kind) {
    case "expired":
      return ending("credentials_expired", `the AWS credentials have expired (${words}); what was asked for goes on in AWS`, "run the same step again with fresh credentials: it goes on from what it finds; with role-to-assume the action renews them itself");
    case "no_credentials":
      return ending("access_denied", `no AWS credentials were found (${words})`, "give role-to-assume, or run aws-actions/configure-aws-credentials in a step before this one");
    case "denied":
      return ending("access_denied", `AWS does not allow ${permission}${permission === permissionOf(operation) ? "" : `, which ${operation} needs`}: ${words}`, `allow ${permission} to the role of this step`);
    case "throttled":
      return ending("throttled", `AWS has throttled ${operation} for ${duration(since2)} (${words})`, "run the same step again later: it goes on from what it finds");
    case "lost":
      return ending("aws_unreachable", `AWS has not answered ${operation} in ${inputs.awsRegion} for ${duration(since2)} (${words})`, "check aws-region, the endpoint and the network, then run the same step again");
    case "refused":
    case "not_found":
      return ending("unexpected_error", `AWS refused ${operation}: ${words}`, "if the inputs are right, this is a defect of the action: please report it");
  }
}

// lib/rds/events.js
var MINUTES_KEPT = 14 * 24 * 60 - 5;
var eventOf = (event) => ({
  date: event.Date,
  message: event.Message ?? "",
  source: event.SourceIdentifier ?? "",
  failure: (event.EventCategories ?? []).includes("failure")
});
async function deploymentEvents(look2, deploymentId) {
  const answers = await pages(look2, "DescribeEvents", {
    SourceType: "blue-green-deployment",
    SourceIdentifier: deploymentId,
    Duration: MINUTES_KEPT
  });
  return answers.flatMap((answer) => answer.Events ?? []).map(eventOf);
}
async function databaseEvents(look2, kind, name, minutes) {
  const which2 = name === void 0 ? {} : { SourceIdentifier: name };
  const answers = await pages(look2, "DescribeEvents", { SourceType: kind, ...which2, Duration: Math.min(MINUTES_KEPT, Math.ceil(minutes)) });
  return answers.flatMap((answer) => answer.Events ?? []).map(eventOf);
}
async function switchedOverAt(look2, deploymentId) {
  const events = await ifAllowed(deploymentEvents(look2, deploymentId));
  if (events.is !== "known")
    return events;
  const at2 = events.value.find((event) => /^Switchover completed on blue\/green deployment/i.test(event.message))?.date;
  return at2 === void 0 ? absent : known(at2);
}
var COORDINATES = /Binary log coordinates in green environment after switchover: file (\S+) and position (\d+)/;
var binlogCoordinates = (events) => events.flatMap((event) => {
  const found = COORDINATES.exec(event.message);
  return found === null ? [] : [{ database: event.source, file: found[1] ?? "", position: found[2] ?? "" }];
});

// lib/preparing/deliberate.js
var EQUAL = ["lower_case_table_names", ...BABELFISH];
var isApart = (group2, apart) => [...apart].some(([name, { value }]) => valueIn2(group2, name) !== value);
function apartOf(blue, own, isLogical2) {
  const made2 = /* @__PURE__ */ new Map();
  for (const name of EQUAL) {
    const value = blue.set.get(name)?.value;
    if (value !== void 0)
      made2.set(name, { value, why: "must be as on blue" });
  }
  const events = own.get(SCHEDULER)?.value ?? valueIn2(blue, SCHEDULER);
  if (isSchedulerOn(events) && isSchedulerOn(valueIn2(blue, SCHEDULER)))
    made2.set(SCHEDULER, { value: "OFF", why: "off while green is not production" });
  if (!isLogical2)
    return made2;
  if (capturesPlans(own.get(PLAN_BASELINES)?.value ?? valueIn2(blue, PLAN_BASELINES)))
    made2.set(PLAN_BASELINES, { value: "off", why: "off while green is not production" });
  const libraries = librariesOf(wordsOf(blue.set.get(LIBRARIES)?.value), own.has(LIBRARIES) ? wordsOf(own.get(LIBRARIES)?.value) : void 0);
  if (libraries !== void 0)
    made2.set(LIBRARIES, { value: libraries.join(","), why: "without pg_cron, with pgaudit where blue has it" });
  return made2;
}
function librariesOf(blue, own) {
  const begins = own ?? blue;
  const without = begins.filter((word) => word !== CRON);
  const made2 = blue.includes(AUDIT) && !without.includes(AUDIT) ? [...without, AUDIT] : without;
  return made2.length === begins.length && made2.every((word) => begins.includes(word)) ? void 0 : made2;
}
function deliberate(blueGroup, greenGroup) {
  if (blueGroup === void 0 || greenGroup === void 0)
    return [];
  const found = [];
  const compare3 = (name, isApart2) => {
    const [blue, green2] = [valueIn2(blueGroup, name), valueIn2(greenGroup, name)];
    if (isApart2(blue, green2))
      found.push({ name, blue, green: green2 });
  };
  compare3(SCHEDULER, (blue, green2) => isSchedulerOn(blue) && !isSchedulerOn(green2));
  compare3(PLAN_BASELINES, (blue, green2) => capturesPlans(blue) && !capturesPlans(green2));
  compare3(LIBRARIES, (blue, green2) => wordsOf(blue).includes(CRON) && !wordsOf(green2).includes(CRON));
  return found;
}

// lib/rds/parameter-groups.js
function parametersOf(list3) {
  const found = /* @__PURE__ */ new Map();
  for (const one of list3) {
    if (one.ParameterName === void 0)
      continue;
    found.set(one.ParameterName, {
      name: one.ParameterName,
      value: one.ParameterValue,
      isSetByUser: one.Source === "user",
      applyType: one.ApplyType === "static" ? "static" : "dynamic",
      isModifiable: one.IsModifiable !== false,
      allowedValues: one.AllowedValues,
      dataType: one.DataType
    });
  }
  return found;
}
async function parametersIn(look2, kind, group2, which2) {
  const narrowed = which2 === "set" ? { Source: "user" } : { Filters: [{ Name: "parameter-name", Values: [...which2] }] };
  const answers = kind === "instance" ? await pages(look2, "DescribeDBParameters", { DBParameterGroupName: group2, ...narrowed }) : await pages(look2, "DescribeDBClusterParameters", { DBClusterParameterGroupName: group2, ...narrowed });
  return parametersOf(answers.flatMap((answer) => answer.Parameters ?? []));
}
async function parametersOfFamily(look2, kind, family) {
  const answers = kind === "instance" ? await pages(look2, "DescribeEngineDefaultParameters", { DBParameterGroupFamily: family }) : await pages(look2, "DescribeEngineDefaultClusterParameters", { DBParameterGroupFamily: family });
  return parametersOf(answers.flatMap((answer) => answer.EngineDefaults?.Parameters ?? []));
}
async function groupNamed(look2, kind, name) {
  const found = kind === "instance" ? (await unlessNotFound(pages(look2, "DescribeDBParameterGroups", { DBParameterGroupName: name })) ?? []).flatMap((answer) => answer.DBParameterGroups ?? []).map((one2) => ({ name: one2.DBParameterGroupName, arn: one2.DBParameterGroupArn, family: one2.DBParameterGroupFamily })) : (await unlessNotFound(pages(look2, "DescribeDBClusterParameterGroups", { DBClusterParameterGroupName: name })) ?? []).flatMap((answer) => answer.DBClusterParameterGroups ?? []).map((one2) => ({ name: one2.DBClusterParameterGroupName, arn: one2.DBClusterParameterGroupArn, family: one2.DBParameterGroupFamily }));
  const one = found.find((group2) => group2.name?.toLowerCase() === name.toLowerCase());
  return one?.name === void 0 ? absent : known({ name: one.name, arn: one.arn ?? "", family: one.family ?? "" });
}

// lib/engine/set-back.js
async function read3(look2, kind, name) {
  if (name === void 0 || isDefaultGroup(name))
    return void 0;
  return { kind, name, family: void 0, set: await parametersIn(look2, kind, name, "set"), told: /* @__PURE__ */ new Map() };
}
var groupOf2 = (kind, databases2) => {
  const [first] = databases2;
  if (first === void 0)
    return void 0;
  return kind === "instance" ? instanceGroupOf(first, databases2) : first.kind === "cluster" ? first.parameterGroup : void 0;
};
async function setBack(look2, now, deployment2) {
  const side = (which2) => databasesOn(deployment2, which2).flatMap((arn) => valueOf(databaseAt(now, arn)) ?? []);
  const [old, production] = [side("source"), side("target")];
  const lines = await Promise.all(["cluster", "instance"].map(async (kind) => {
    const [before, after7] = [groupOf2(kind, old), groupOf2(kind, production)];
    if (before === after7)
      return [];
    const [blue, green2] = await Promise.all([read3(look2, kind, before), read3(look2, kind, after7)]);
    return deliberate(blue, green2).map(({ name, blue: was, green: is }) => ({
      what: `Parameter ${name} of ${after7}: set it back to ${was ?? "what the engine has"}; it is ${is ?? "left to the engine"} so that green did nothing of its own`,
      verdict: "to_do"
    }));
  }));
  return lines.flat();
}

// lib/engine/evidence.js
var NOTHING_GATHERED = { details: [], warnings: [], binlog: [], advice: [] };
var UPGRADE_LOG = /pg_upgrade_precheck|pg_upgrade_internal|PrePatchCompatibility|upgradeFailure|upgrade-prechecks/i;
var LOG_LINES = 40;
var EVENTS = 10;
var LOOKS_FOR_COORDINATES = 4;
var when = (event) => `${event.date === void 0 ? "" : `${event.date.toISOString()} `}${event.message}`;
async function optionally(pieces) {
  const details2 = [];
  const warnings2 = [];
  for (const piece of pieces) {
    try {
      details2.push(...await piece());
    } catch (thrown) {
      if (!(thrown instanceof _chunk_LNJJPMCI_js__WEBPACK_IMPORTED_MODULE_1__/* .Faulted */ .q3))
        throw thrown;
      warnings2.push(`less detail: ${thrown.fault.kind === "denied" ? `rds:${thrown.operation} is not allowed` : thrown.message}`);
    }
  }
  return { details: details2, warnings: warnings2 };
}
function fromDeployment(deployment2) {
  const lines = [];
  if (deployment2.statusDetails !== void 0 && deployment2.statusDetails !== "")
    lines.push(`status details: ${deployment2.statusDetails}`);
  for (const task of deployment2.tasks ?? [])
    if (isFailure(task.status))
      lines.push(`task ${task.name}: ${task.status}`);
  for (const member of deployment2.members)
    if (isFailure(member.status))
      lines.push(`member ${nameIn(member.source ?? member.target ?? "")}: ${member.status ?? ""}`);
  return lines;
}
async function failureEvents(look2, deployment2) {
  const events = await deploymentEvents(look2, deployment2.id);
  return events.filter((event) => event.failure).slice(-EVENTS).map((event) => `event: ${when(event)}`);
}
var greenInstances = (deployment2) => databasesOn(deployment2, "target").filter((arn) => parseArn(arn)?.type === "db").map(nameIn);
async function instanceEvents(look2, name) {
  const events = await databaseEvents(look2, "db-instance", name, 24 * 60);
  return events.filter((event) => event.failure || /fail|incompatib|can't be upgraded|terminated|error/i.test(event.message)).slice(-EVENTS).map((event) => `event of ${name}: ${when(event)}`);
}
async function upgradeLog(look2, name) {
  const answers = await pages(look2, "DescribeDBLogFiles", { DBInstanceIdentifier: name });
  const files = answers.flatMap((answer) => answer.DescribeDBLogFiles ?? []).filter((file) => UPGRADE_LOG.test(file.LogFileName ?? ""));
  const newest3 = files.sort((a, b) => (b.LastWritten ?? 0) - (a.LastWritten ?? 0))[0]?.LogFileName;
  if (newest3 === void 0)
    return [];
  const portion = await look2.rds.read("DownloadDBLogFilePortion", { DBInstanceIdentifier: name, LogFileName: newest3, NumberOfLines: 200 }, look2.signal);
  const lines = (portion.LogFileData ?? "").split("\n").filter((line2) => line2.trim() !== "");
  return lines.length === 0 ? [] : [`end of ${newest3} on ${name}:`, ...lines.slice(-LOG_LINES).map((line2) => `  ${line2}`)];
}
async function coordinates(look2, now, deployment2, pace2) {
  const production = valueOf(databaseAt(now, deployment2.target));
  if (production === void 0 || !/mysql|mariadb/.test(production.engine))
    return NOTHING_GATHERED;
  const since2 = valueOf(now.memory)?.switchedOverAt ?? valueOf(now.switchedOverAt);
  const minutes = since2 === void 0 ? 60 : (look2.clock.date().getTime() - since2.getTime()) / 6e4 + 60;
  const isFresh = minutes < 65;
  try {
    for (let times = 1; ; times += 1) {
      const found = binlogCoordinates(await databaseEvents(look2, "db-instance", void 0, Math.max(60, minutes)));
      const ours = found.filter((one) => [...deployment2.members.map((member) => nameIn(member.target ?? "")), production.name].some((name) => one.database === name || one.database.startsWith(`${name}-green-`)));
      if (ours.length > 0 || !isFresh || times === LOOKS_FOR_COORDINATES || look2.signal.aborted)
        return { ...NOTHING_GATHERED, binlog: ours };
      await look2.clock.sleep(pace2.pause("settling", look2.random, 0), look2.signal);
    }
  } catch (thrown) {
    if (!(thrown instanceof _chunk_LNJJPMCI_js__WEBPACK_IMPORTED_MODULE_1__/* .Faulted */ .q3))
      throw thrown;
    return { ...NOTHING_GATHERED, warnings: [`the binary log coordinates could not be read: ${thrown.message}`] };
  }
}
async function toSetBack(look2, now, deployment2) {
  try {
    return await setBack(look2, now, deployment2);
  } catch (thrown) {
    if (!(thrown instanceof _chunk_LNJJPMCI_js__WEBPACK_IMPORTED_MODULE_1__/* .Faulted */ .q3))
      throw thrown;
    return [];
  }
}
async function gather(look2, now, evidence2, pace2) {
  const deployment2 = valueOf(now.deployment);
  if (deployment2 === void 0 || evidence2 === void 0 || look2.signal.aborted)
    return NOTHING_GATHERED;
  switch (evidence2) {
    case "afterwards":
      return { ...await coordinates(look2, now, deployment2, pace2), advice: await toSetBack(look2, now, deployment2) };
    case "switchover": {
      const found = await optionally([() => failureEvents(look2, deployment2)]);
      return { ...NOTHING_GATHERED, ...found, details: [...fromDeployment(deployment2), ...found.details] };
    }
    case "provisioning": {
      const greens = greenInstances(deployment2).slice(0, 3);
      const found = await optionally([
        () => failureEvents(look2, deployment2),
        ...greens.flatMap((name) => [() => instanceEvents(look2, name), () => upgradeLog(look2, name)])
      ]);
      return { ...NOTHING_GATHERED, ...found, details: [...fromDeployment(deployment2), ...found.details] };
    }
  }
}

// lib/engine/failing.js
var MINUTE2 = 6e4;
var UNREACHABLE2 = { first: 2 * MINUTE2, later: 15 * MINUTE2 };
var failedOnceMore = (before, fault2, elapsed, confirming) => ({
  since: before?.since ?? elapsed,
  times: (before?.times ?? 0) + 1,
  throttled: (before?.throttled ?? 0) + (fault2.kind === "throttled" ? 1 : 0),
  confirming: confirming || before?.confirming === true
});

// lib/rds/subject.js
function subjectOf(call) {
  switch (call.operation) {
    case "CreateBlueGreenDeployment":
      return call.input.BlueGreenDeploymentName ?? "";
    case "SwitchoverBlueGreenDeployment":
    case "DeleteBlueGreenDeployment":
      return call.input.BlueGreenDeploymentIdentifier ?? "";
    case "AddTagsToResource":
      return `${nameIn(call.input.ResourceName ?? "")} (${(call.input.Tags ?? []).map((tag) => tag.Key ?? "").join(", ")})`;
    case "ModifyDBInstance":
    case "DeleteDBInstance":
    case "RebootDBInstance":
    case "AddRoleToDBInstance":
      return call.input.DBInstanceIdentifier ?? "";
    case "ModifyDBCluster":
    case "DeleteDBCluster":
    case "AddRoleToDBCluster":
      return call.input.DBClusterIdentifier ?? "";
    case "CreateDBParameterGroup":
    case "ModifyDBParameterGroup":
    case "ResetDBParameterGroup":
    case "DeleteDBParameterGroup":
      return call.input.DBParameterGroupName ?? "";
    case "CreateDBClusterParameterGroup":
    case "ModifyDBClusterParameterGroup":
    case "ResetDBClusterParameterGroup":
    case "DeleteDBClusterParameterGroup":
      return call.input.DBClusterParameterGroupName ?? "";
    case "CopyDBParameterGroup":
      return call.input.TargetDBParameterGroupIdentifier ?? "";
    case "CopyDBClusterParameterGroup":
      return call.input.TargetDBClusterParameterGroupIdentifier ?? "";
  }
}

// lib/engine/ledger.js
function essenceOf({ operation, input }) {
  if (operation === "AddTagsToResource")
    return [input.ResourceName, (input.Tags ?? []).map((tag) => tag.Key)];
  const makesGroup = operation === "CreateDBParameterGroup" || operation === "CreateDBClusterParameterGroup";
  return makesGroup ? { ...input, Tags: (input.Tags ?? []).map((tag) => tag.Key) } : input;
}
var sameCall = (one, other) => one.operation === other.operation && JSON.stringify(essenceOf(one)) === JSON.stringify(essenceOf(other));
var Ledger = class {
  entries = [];
  reports = [];
  /** Sent once; after any error a look has to tell what became of it (rule 4). */
  async send(rds, step2, phase, clock, signal) {
    const at2 = clock.elapsed();
    let answer = "accepted";
    try {
      await dispatch(rds, step2.call, signal);
    } catch (thrown) {
      answer = (0,_chunk_LNJJPMCI_js__WEBPACK_IMPORTED_MODULE_1__/* .faultOf */ .Kl)(thrown);
    }
    const entry = { step: step2, answer, at: at2, shown: false, looks: 0, seen: [] };
    this.entries.push(entry);
    this.reports.push({
      phase,
      operation: step2.call.operation,
      on: subjectOf(step2.call),
      answer: answer === "accepted" ? "accepted" : `${answer.kind}: ${answer.code}`,
      at: at2
    });
    return entry;
  }
  /** What the newest look shows of what was written. */
  look(now) {
    for (const entry of this.entries) {
      entry.looks += 1;
      if (entry.step.shows(now))
        entry.shown = true;
      const status2 = now.deployment.is === "known" ? now.deployment.value.status : void 0;
      if (status2 !== void 0 && !entry.seen.includes(status2))
        entry.seen.push(status2);
    }
  }
  written() {
    return this.entries.map((entry) => ({
      call: entry.step.call,
      answer: entry.answer,
      at: entry.at,
      shown: entry.shown,
      seen: [...entry.seen]
    }));
  }
  same(call) {
    return this.entries.filter((entry) => sameCall(entry.step.call, call));
  }
};
var dispatch = (rds, call, signal) => rds.write(call.operation, call.input, signal);

// lib/engine/looking-ahead.js
function settled(now) {
  return new Map(claimsOf(now).map((claim) => [claim, { looks: 2, since: Number.NEGATIVE_INFINITY, until: 0 }]));
}
var situationOf = (now, world, pace2) => ({
  now,
  isForeseen: true,
  first: now,
  written: [],
  steady: settled(now),
  seen: [],
  elapsed: 0,
  at: 0,
  date: world.clock.date(),
  pace: pace2,
  run: world.run
});
var ENOUGH_LOOKS = 3;
function isPlanned(step2, { dryRun }, foresees, looks) {
  if (!dryRun)
    return false;
  if (step2.do === "write" || step2.pace === "provisioning" || step2.pace === "switching")
    return true;
  return foresees && (step2.pace === "gate" || step2.pace === "settling" && looks > ENOUGH_LOOKS);
}
function foresee(phase, inputs, situation) {
  const plan7 = phase.plan(inputs, situation);
  if (plan7.is !== "steps" || plan7.steps[0].do !== "wait" || plan7.steps[0].pace !== "confirming")
    return plan7;
  const sure = phase.plan(inputs, { ...situation, steady: settled(situation.now) });
  if (sure.is === "refuse")
    return sure.would === void 0 ? plan7 : sure;
  if (sure.is !== "steps" || sure.steps[0].do !== "wait")
    return sure;
  return { ...sure, steps: [{ ...sure.steps[0], pace: "gate" }, ...sure.steps.slice(1)] };
}
function lookAhead(phase, inputs, now, world, pace2) {
  const plan7 = phase.plan(inputs, situationOf(now, world, pace2));
  return { plan: plan7, planned: plannedOf(phase.name, plan7), left: phase.after(inputs, now) };
}
function plannedOf(phase, plan7) {
  if (plan7.is === "steps")
    return plannedSteps(phase, plan7.steps);
  return plan7.is === "refuse" && plan7.would !== void 0 ? plannedSteps(phase, plan7.would) : [];
}
var plannedSteps = (phase, steps2) => steps2.map((step2) => step2.do === "write" ? { phase, intent: step2.intent, operation: step2.call.operation, input: { ...step2.call.input } } : { phase, intent: `wait: ${step2.intent}`, operation: void 0, input: void 0 });
var wouldBegin = ([first]) => `nothing was changed (dry-run): next would be to ${first.do === "wait" ? `wait: ${first.intent}` : first.intent}`;

// lib/reporting/when-to-print.js
var MINUTE3 = 6e4;
var PAUSES = [1 * MINUTE3, 2 * MINUTE3, 5 * MINUTE3];
var LAST_PAUSE = 10 * MINUTE3;
function whenToPrint(last, key, now) {
  if (last === void 0 || last.key !== key)
    return { key, at: now, beats: 0 };
  if (now - last.at < (PAUSES[last.beats] ?? LAST_PAUSE))
    return void 0;
  return { key, at: now, beats: last.beats + 1 };
}

// lib/engine/narrator.js
var Narrator = class {
  #phase;
  #reporter;
  #deadline;
  #last;
  constructor(phase, reporter2, deadline) {
    this.#phase = phase;
    this.#reporter = reporter2;
    this.#deadline = deadline;
  }
  waiting(now, step2, elapsed, at2) {
    const deployment2 = valueOf(now.deployment);
    const databases2 = [...valueOf(now.databases)?.values() ?? []].flatMap((one) => one.is === "known" ? [one.value] : []);
    const percents = databases2.flatMap((one) => one.storageOperation?.percent === void 0 ? [] : [one.storageOperation.percent]);
    const old = (valueOf(now.oldBlue) ?? []).flatMap((one) => one.database.is === "known" ? [one.database.value] : []);
    const progress = {
      phase: this.#phase,
      deploymentId: deployment2?.id ?? "",
      status: deployment2?.status ?? "",
      tasks: deployment2?.tasks ?? [],
      members: deployment2?.members ?? [],
      databases: databases2.length > 0 ? databases2 : old,
      storagePercent: percents.length === 0 ? void 0 : Math.min(...percents),
      elapsed,
      left: step2.toTheEnd === true ? void 0 : Math.max(0, this.#deadline - at2)
    };
    const why = deployment2 !== void 0 && (step2.pace === "provisioning" || step2.pace === "switching") && !step2.intent.includes('"') ? "" : step2.intent;
    const printed = whenToPrint(this.#last, `${progressKey(progress)} ${why.replaceAll(/\d+(\.\d+)?/g, "#")}`, at2);
    if (printed === void 0)
      return;
    this.#last = printed;
    this.#reporter.say(why === "" ? progressLine(progress) : `${progressLine(progress)}  ${why}`);
  }
};

// lib/phases/phase.js
var refuse = (outcome, reason, because, remedy, evidence2) => evidence2 === void 0 ? { is: "refuse", outcome, reason, because, remedy } : { is: "refuse", outcome, reason, because, remedy, evidence: evidence2 };
var steps = (first, ...rest) => ({
  is: "steps",
  steps: [first, ...rest]
});
var waitFor = (intent, pace2) => steps({ do: "wait", intent, pace: pace2 });

// lib/phases/certainty.js
var STALE = 3e4;
var PROOF = 5 * 6e4;
var holds = ({ steady, pace: pace2 }, claim, milliseconds = STALE) => hasHeld(steady, claim, pace2.scaled(milliseconds));
var statusHolds = (situation, deployment2, milliseconds = STALE) => holds(situation, CLAIMS.status(deployment2.status), milliseconds);
var lookOnceMore = ({ id, status: status2 }, pace2) => waitFor(`deployment ${id} says ${status2}: looking once more`, pace2);

// lib/engine/sending.js
var MINUTE4 = 6e4;
var TIMES = 3;
var SHOWN_WITHIN = 10 * MINUTE4;
var OPTIONAL_WITHIN = MINUTE4;
var SEND = { is: "send" };
var LOOK = "look at it in the console, then run the same step again";
var stop = (reason, because, remedy) => ({
  is: "stop",
  ending: { is: "failed", reason, because, remedy }
});
function maySend(ledger, step2, elapsed, pace2) {
  for (const entry of ledger.entries) {
    const open2 = outstanding(entry, elapsed, pace2);
    if (open2 !== void 0)
      return open2;
  }
  const before = ledger.same(step2.call);
  const last = before.at(-1);
  if (last === void 0)
    return SEND;
  if (last.answer === "accepted" && step2.once !== true && elapsed - last.at < pace2.scaled(STALE))
    return { is: "settle", intent: step2.intent };
  return again(step2, last.answer, before.length);
}
function outstanding(entry, elapsed, pace2) {
  if (entry.shown || !mayHaveHappened(entry))
    return void 0;
  const since2 = elapsed - entry.at;
  const settle = { is: "settle", intent: entry.step.intent };
  if (entry.answer !== "accepted")
    return since2 < pace2.scaled(STALE) || entry.looks < 2 ? settle : void 0;
  if (entry.step.optional === true && since2 > pace2.scaled(OPTIONAL_WITHIN))
    return void 0;
  return since2 <= SHOWN_WITHIN ? settle : stop("no_progress", `RDS accepted "${entry.step.intent}" and does not show it`, LOOK);
}
function again(step2, answer, times) {
  const what = `"${step2.intent}"`;
  const isOften = times >= TIMES;
  if (answer === "accepted" || answer.kind === "lost") {
    if (step2.once === true)
      return stop("no_progress", `${what} was asked for once and is not sent twice`, "look at it with mode: status");
    return isOften ? stop("no_progress", `${what} was sent ${times} times and nothing of it is to be seen`, LOOK) : SEND;
  }
  if (answer.kind === "throttled")
    return isOften ? stop("throttled", `RDS throttled ${what} ${times} times`, "run the same step again later") : SEND;
  const passes = /^InvalidDB\w*State|^InvalidBlueGreenDeploymentState|AlreadyExists|NotFound/.test(answer.code);
  if (passes && !isOften)
    return SEND;
  return stop(step2.refused.reason, `RDS refused ${what}: ${answer.code}: ${answer.message}`, step2.refused.remedy);
}

// lib/engine/time-left.js
var MINUTE5 = 6e4;
function tooShort({ needs, intent }, left, waitTimeoutMinutes, life) {
  if (needs === void 0)
    return void 0;
  if (left < needs)
    return {
      because: `not begun: ${intent}. It needs ${duration(needs)} of the run (switchover-timeout-seconds and ten minutes), and ${duration(Math.max(0, left))} of wait-timeout-minutes (${waitTimeoutMinutes}) are left`,
      remedy: needs > waitTimeoutMinutes * MINUTE5 ? `raise wait-timeout-minutes to at least ${Math.ceil(needs / MINUTE5) + 5}, or lower switchover-timeout-seconds` : "run the same step again in a run of its own"
    };
  if (life === void 0 || life.left >= needs)
    return void 0;
  return {
    because: `the credentials end at ${life.expires.toISOString()}, too soon to begin: ${intent}`,
    remedy: "run the same step again with fresh credentials"
  };
}

// lib/engine/drive.js
var SECOND = 1e3;
var MINUTE6 = 60 * SECOND;
var TIMES2 = 3;
var PATIENCE = 30 * MINUTE6;
var ON = { go: "on" };
var stop2 = (is, reason, because, remedy = "") => ({
  go: "stop",
  ending: { is, reason, because, remedy }
});
var Drive = class {
  #course;
  /** Readable from outside: a phase that throws has still written what it wrote. */
  ledger = new Ledger();
  #narrator;
  #warnings = [];
  #started;
  #now;
  #first;
  #deploymentId;
  #looks = 0;
  /** One after another, each with an answer that came only at a later attempt. */
  #throttledLooks = 0;
  #steady = /* @__PURE__ */ new Map();
  #seen = [];
  #checks = [];
  #planned = [];
  #progress = "";
  #changedAt;
  #failing;
  /** Something was missing and was done or waited for; confirming what was there does not count. */
  #did = false;
  #mismatches = 0;
  /** What was last waited for is followed whatever is left of the run. */
  #toTheEnd = false;
  constructor(course) {
    this.#course = course;
    this.#started = course.world.clock.elapsed();
    this.#changedAt = this.#started;
    this.#narrator = new Narrator(course.phase.name, course.world.reporter, course.deadline);
  }
  async run() {
    for (; ; ) {
      const turn = await this.#turn();
      if (turn.go === "stop")
        return this.#end(turn.ending);
    }
  }
  async #turn() {
    if (this.#course.world.signal.aborted)
      return this.#cancelled();
    const looked = await this.#look();
    if (looked !== void 0)
      return looked;
    if (this.#course.world.signal.aborted)
      return this.#cancelled();
    const { phase, inputs, foresees } = this.#course;
    const situation = this.#situation();
    const plan7 = foresees === true ? foresee(phase, inputs, situation) : phase.plan(inputs, situation);
    if (plan7.checks !== void 0)
      this.#checks = plan7.checks;
    switch (plan7.is) {
      case "done":
        for (const warning of plan7.warnings ?? [])
          this.#warn(warning);
        return {
          go: "stop",
          ending: { ...plan7, is: plan7.completed === true || this.#did ? "completed" : "nothing_to_do", remedy: plan7.remedy ?? "" }
        };
      case "refuse":
        this.#planned = inputs.dryRun ? plannedOf(phase.name, plan7) : [];
        return { go: "stop", ending: { ...plan7, is: plan7.outcome } };
      case "steps": {
        const [step2] = plan7.steps;
        if (step2.do === "wait" || step2.bearer === void 0)
          this.#failing = void 0;
        if (isPlanned(step2, inputs, foresees === true, this.#looks))
          return this.#onlyPlan(plan7);
        return step2.do === "write" ? this.#write(step2) : this.#wait(step2);
      }
    }
  }
  #onlyPlan(plan7) {
    this.#planned = plannedOf(this.#course.phase.name, plan7);
    for (const warning of plan7.warnings ?? [])
      this.#warn(warning);
    return stop2("planned", "plan_passed", wouldBegin(plan7.steps), "run without dry-run to do it");
  }
  /** Undefined when it looked; a turn when it could not and the run ends or tries again. */
  async #look() {
    const { phase, look: look2, inputs, world } = this.#course;
    const throttled = look2.throttled?.() ?? 0;
    let now;
    try {
      now = await phase.observe(look2, inputs, { before: this.#now, deploymentId: this.#deploymentId, written: this.ledger.written() });
    } catch (thrown) {
      if (!(thrown instanceof _chunk_LNJJPMCI_js__WEBPACK_IMPORTED_MODULE_1__/* .Faulted */ .q3))
        throw thrown;
      if (world.signal.aborted)
        return this.#cancelled();
      return this.#failedLook(thrown);
    }
    const elapsed = world.clock.elapsed();
    if (this.#failing?.confirming !== true)
      this.#failing = void 0;
    this.#throttledLooks = (look2.throttled?.() ?? 0) > throttled ? this.#throttledLooks + 1 : 0;
    this.#now = now;
    this.#looks += 1;
    this.#first ??= now;
    this.#deploymentId ??= valueOf(now.deployment)?.id;
    this.#steady = hold(this.#steady, claimsOf(now), elapsed);
    this.ledger.look(now);
    const status2 = valueOf(now.deployment)?.status;
    if (status2 !== void 0 && this.#seen.at(-1) !== status2)
      this.#seen.push(status2);
    const progress = fingerprintOfProgress(now);
    if (progress !== this.#progress)
      this.#changedAt = elapsed;
    this.#progress = progress;
    this.#course.know(now);
    return void 0;
  }
  async #failedLook({ fault: fault2, operation }, confirming = false) {
    const { world, pace: pace2 } = this.#course;
    const passing2 = fault2.kind === "throttled" || fault2.kind === "lost";
    const limit = this.#first === void 0 ? UNREACHABLE2.first : UNREACHABLE2.later;
    const elapsed = world.clock.elapsed();
    const failing = failedOnceMore(this.#failing, fault2, elapsed, confirming);
    this.#failing = failing;
    const since2 = elapsed - failing.since;
    const over = !this.#toTheEnd && elapsed >= this.#course.deadline;
    if (!passing2 || since2 >= limit || over)
      return { go: "stop", ending: endOfFault(fault2, operation, since2, this.#course.inputs) };
    if (failing.times === 1)
      world.reporter.say(`${operation} was not answered (${fault2.code}: ${fault2.message}); looking again, for at most ${duration(limit)}`);
    await this.#sleep(pace2.pause("settling", world.random, failing.throttled) * Math.min(6, failing.times));
    return ON;
  }
  #situation() {
    const { world, pace: pace2 } = this.#course;
    const now = this.#seenNow();
    return {
      now,
      isForeseen: false,
      first: this.#first ?? now,
      written: this.ledger.written(),
      steady: this.#steady,
      seen: this.#seen,
      elapsed: world.clock.elapsed() - this.#started,
      at: world.clock.elapsed(),
      date: world.clock.date(),
      pace: pace2,
      run: world.run
    };
  }
  #seenNow() {
    if (this.#now === void 0)
      throw new Error("planned before the first look");
    return this.#now;
  }
  async #wait(step2) {
    const { world, pace: pace2, deadline } = this.#course;
    const elapsed = world.clock.elapsed();
    if (step2.pace !== "confirming" && step2.pace !== "gate")
      this.#did = true;
    this.#toTheEnd = step2.toTheEnd === true;
    const notice = this.#course.expiry.before(step2);
    if (notice !== void 0)
      this.#warn(notice);
    this.#narrator.waiting(this.#seenNow(), step2, elapsed - this.#started, elapsed);
    if (step2.toTheEnd !== true && elapsed >= deadline)
      return this.#timedOut(step2.intent);
    const patience = step2.patience ?? (step2.pace === "provisioning" ? void 0 : PATIENCE);
    if (patience !== void 0 && elapsed - this.#changedAt >= patience) {
      return stop2("failed", "no_progress", `nothing has changed for ${duration(patience)}: ${step2.intent}`, "look at the database in the console; the same step run again goes on from here");
    }
    const pause = Math.max(pace2.pause(step2.pace, world.random, this.#throttledLooks), step2.atLeast ?? 0);
    await this.#sleep(step2.toTheEnd === true ? pause : Math.min(pause, Math.max(0, deadline - elapsed)));
    return ON;
  }
  #timedOut(intent) {
    return stop2("timed_out", "wait_timed_out", `wait-timeout-minutes (${this.#course.inputs.waitTimeoutMinutes}) is over: ${intent}`, "run the same step again: it goes on from here, and RDS goes on meanwhile");
  }
  async #write(step2) {
    const { world, pace: pace2, phase } = this.#course;
    const verdict = maySend(this.ledger, step2, world.clock.elapsed(), pace2);
    switch (verdict.is) {
      case "settle":
        return this.#wait({ do: "wait", intent: `waiting until RDS shows it: ${verdict.intent}`, pace: "settling" });
      case "stop":
        return { go: "stop", ending: verdict.ending };
      case "send":
        break;
    }
    const short = this.#outOfTime(step2);
    if (short !== void 0)
      return short;
    const other = await this.#confirm(step2);
    if (other !== void 0)
      return other;
    if (world.signal.aborted)
      return this.#cancelled();
    this.#did = true;
    world.reporter.say(`${phase.name}  ${step2.intent}`);
    const entry = await this.ledger.send(world.rds, step2, phase.name, world.clock, world.signal);
    this.#changedAt = world.clock.elapsed();
    return this.#afterWrite(entry, pace2);
  }
  #outOfTime(step2) {
    const { world, deadline, inputs } = this.#course;
    const left = deadline - world.clock.elapsed();
    if (left <= 0 && step2.optional !== true)
      return this.#timedOut(`not begun: ${step2.intent}`);
    const expires = world.expires();
    const life = expires === void 0 ? void 0 : { expires, left: expires.getTime() - world.clock.date().getTime() };
    const short = tooShort(step2, left, inputs.waitTimeoutMinutes, life);
    return short === void 0 ? void 0 : stop2("timed_out", "wait_timed_out", short.because, short.remedy);
  }
  /**
   * The delete calls take names only: asked by resource id right before, with nothing in between (rule 2). Undefined when the name bears
   * the id; a question that was not answered is a look that failed.
   */
  async #confirm(step2) {
    if (step2.bearer === void 0)
      return void 0;
    const { kind, name, resourceId: resourceId2 } = step2.bearer;
    try {
      const found = await databaseByResourceId(this.#course.look, kind, resourceId2);
      this.#failing = void 0;
      if (found.is !== "known" || found.value.name !== name)
        return await this.#mismatch(step2);
      this.#mismatches = 0;
      if (step2.bearer.still?.(found.value) !== false)
        return void 0;
      return await this.#wait({ do: "wait", intent: `${name} has changed: looking again`, pace: "confirming" });
    } catch (thrown) {
      if (!(thrown instanceof _chunk_LNJJPMCI_js__WEBPACK_IMPORTED_MODULE_1__/* .Faulted */ .q3))
        throw thrown;
      if (this.#course.world.signal.aborted)
        return this.#cancelled();
      return this.#failedLook(thrown, true);
    }
  }
  async #mismatch(step2) {
    this.#mismatches += 1;
    if (this.#mismatches >= TIMES2) {
      return stop2("blocked", "production_in_danger", `${step2.bearer?.name ?? ""} does not bear the resource id ${step2.bearer?.resourceId ?? ""} any more: nothing was sent`, "look who renamed it, then run the same step again");
    }
    return this.#wait({
      do: "wait",
      intent: `${step2.bearer?.name ?? ""} could not be confirmed by its resource id: looking again`,
      pace: "settling"
    });
  }
  async #afterWrite({ step: step2, answer }, pace2) {
    const { world } = this.#course;
    if (answer === "accepted")
      return ON;
    const words = `${answer.code}: ${answer.message}`;
    switch (answer.kind) {
      case "denied":
        if (step2.optional !== true)
          break;
        this.#warn(`left out: ${step2.intent} (${step2.call.operation} is not allowed)`);
        return ON;
      case "no_credentials":
      case "expired":
        break;
      case "lost":
        if (world.signal.aborted)
          return this.#cancelled();
        world.reporter.say(`the reply was lost (${words}); looking what became of it`);
        await this.#sleep(pace2.pause("settling", world.random, 0));
        return ON;
      case "refused":
      case "not_found":
      case "throttled":
        world.reporter.say(`RDS answered ${words}; looking again`);
        await this.#sleep(pace2.pause("settling", world.random, 1));
        return ON;
    }
    return { go: "stop", ending: endOfFault(answer, step2.call.operation, 0, this.#course.inputs) };
  }
  #warn(line2) {
    this.#warnings.push(line2);
    this.#course.world.reporter.warn(line2);
  }
  #cancelled() {
    const deployment2 = this.#now === void 0 ? void 0 : valueOf(this.#now.deployment);
    const moving = deployment2 !== void 0 && ["provisioning", "switching", "deleting"].includes(stageOf(deployment2.status));
    const last = this.ledger.entries.findLast(mayHaveHappened);
    const goesOn = [
      ...moving ? [`deployment ${deployment2.id} is ${deployment2.status}, which goes on in AWS`] : [],
      ...last === void 0 ? [] : [`what was asked for goes on in AWS (${last.step.intent})`]
    ];
    const state = goesOn.length === 0 ? "nothing was changed in this phase" : goesOn.join("; ");
    return stop2("cancelled", "cancelled", `cancelled: ${state}; nothing is undone`, "run the same step again: it goes on from what it finds");
  }
  #sleep(milliseconds) {
    return this.#course.world.clock.sleep(milliseconds, this.#course.world.signal);
  }
  async #end({ is, reason, because, remedy, evidence: evidence2, details: details2 = [], commands: commands2 = [] }) {
    const now = this.#now ?? NOTHING_SEEN;
    const gathered = await gather(this.#course.look, now, evidence2, this.#course.pace);
    for (const warning of gathered.warnings)
      this.#warn(warning);
    return {
      outcome: {
        is,
        phase: this.#course.phase.name,
        reason,
        because,
        remedy,
        details: [...details2, ...gathered.details],
        ...commands2.length === 0 ? {} : { commands: commands2 }
      },
      now,
      ledger: this.ledger,
      checks: this.#checks,
      planned: this.#planned,
      warnings: this.#warnings,
      binlog: gathered.binlog,
      advice: gathered.advice
    };
  }
};

// lib/engine/expiry.js
var ExpiryNotice = class {
  #world;
  /** Elapsed milliseconds at which the run ends. */
  #deadline;
  #isRenewed;
  #isSaid = false;
  constructor(world, deadline, isRenewed = false) {
    this.#world = world;
    this.#deadline = deadline;
    this.#isRenewed = isRenewed;
  }
  /** The warning, when it is time for it. Only RDS's building and deleting takes hours; a switchover is not begun on the last minutes. */
  before(step2) {
    const expires = this.#world.expires();
    if (this.#isSaid || step2.pace !== "provisioning" || expires === void 0)
      return void 0;
    const left = expires.getTime() - this.#world.clock.date().getTime();
    const mayLast = this.#deadline - this.#world.clock.elapsed();
    if (left >= mayLast)
      return void 0;
    this.#isSaid = true;
    const [what, remedy] = this.#isRenewed ? [
      "GitHub lets this job renew its AWS credentials until",
      "leave the rest to a later job: on-timeout: pass, and a shorter wait-timeout-minutes"
    ] : [
      "the AWS credentials end at",
      "let the action renew them (role-to-assume), or ask for a longer session (role-duration-seconds of configure-aws-credentials)"
    ];
    return `${what} ${expires.toISOString()}, in ${duration(left)}, and this wait may last ${duration(mayLast)}: when they end, the run ends with credentials_expired, RDS goes on, and the same step run again goes on from there. To avoid it, ${remedy}`;
  }
};

// lib/engine/last-look.js
function membersOf(now) {
  return (valueOf(now.deployment)?.members ?? []).map((member) => ({
    source: member.source ?? "",
    target: member.target ?? "",
    status: member.status ?? "",
    sourceDatabaseStatus: valueOf(databaseAt(now, member.source))?.status ?? "",
    targetDatabaseStatus: valueOf(databaseAt(now, member.target))?.status ?? ""
  }));
}
function oldDatabasesOf(now) {
  const old = (valueOf(now.oldBlue) ?? []).flatMap((one) => one.database.is === "known" ? [one.database.value] : []);
  const deployment2 = valueOf(now.deployment);
  const sources = deployment2 !== void 0 && stageOf(deployment2.status) === "completed" ? deployment2.members.flatMap((member) => valueOf(databaseAt(now, member.source)) ?? []) : [];
  return (old.length > 0 ? old : sources).map((database) => ({ name: database.name, resourceId: database.resourceId, status: database.status }));
}

// lib/engine/next-mode.js
function nextMode(outcome, phases3, now) {
  if (outcome.is === "planned")
    return phases3.find((phase) => phase.outcome.is === "planned")?.phase ?? "";
  if (outcome.reason === "deployment_not_found")
    return "create";
  if (outcome.phase === "plan" && outcome.is !== "nothing_to_do") {
    const first = phases3.at(-1)?.planned[0]?.phase ?? "";
    return outcome.is === "completed" || first === "prepare" ? first : "plan";
  }
  const stopped = !["completed", "nothing_to_do"].includes(outcome.is);
  if (stopped && outcome.phase !== "status")
    return phases3.at(-1)?.phase ?? "";
  const deployment2 = now === void 0 ? void 0 : valueOf(now.deployment);
  if (outcome.reason === "prepared" && (deployment2 === void 0 || stageOf(deployment2.status) === "completed"))
    return "create";
  if (deployment2 === void 0)
    return outcome.phase === "status" && outcome.is === "nothing_to_do" ? "create" : "";
  switch (stageOf(deployment2.status)) {
    case "provisioning":
      return "wait";
    case "available":
      return phases3.some((phase) => phase.phase === "wait") || now !== void 0 && now.databases.is === "known" && notReady(now).length === 0 ? "switchover" : "wait";
    case "switching":
    case "switchover_failed":
      return "switchover";
    case "completed":
      return "cleanup";
    case "invalid":
    case "failed":
      return "abort";
    case "deleting":
    case "unknown":
      return "";
  }
}

// lib/preparing/allowed.js
var RANGE = /^(-?\d+(?:\.\d+)?)-(-?\d+(?:\.\d+)?)$/;
function isWithin2(value, allowed) {
  const number = numberOf2(value);
  return wordsOf(allowed).some((one) => {
    if (one.toLowerCase() === value.toLowerCase())
      return true;
    const [, from, to] = RANGE.exec(one) ?? [];
    return number !== void 0 && from !== void 0 && to !== void 0 && number >= Number(from) && number <= Number(to);
  });
}
function isAllowed({ allowedValues, dataType }, value) {
  const isNumeric = dataType === "integer" || dataType === "float";
  if (isNumeric && isFormula(value))
    return true;
  if (dataType === "integer" && !Number.isInteger(numberOf2(value)))
    return false;
  if (allowedValues === void 0 || allowedValues.trim() === "")
    return !isNumeric || numberOf2(value) !== void 0;
  if (dataType === "list")
    return wordsOf(value).every((word) => isWithin2(word, allowedValues));
  return isWithin2(value, allowedValues);
}
function whyNot(definition, value, family) {
  if (definition === void 0)
    return `${family} does not have it`;
  if (!definition.isModifiable)
    return `${family} does not let it be changed`;
  return isAllowed(definition, value) ? void 0 : `${family} allows ${definition.allowedValues ?? definition.dataType ?? "something else"}`;
}
function spelled(definition, value) {
  const words = definition?.dataType === "list" ? [] : wordsOf(definition?.allowedValues);
  return words.find((word) => word.toLowerCase() === value.toLowerCase()) ?? value;
}

// lib/preparing/asked.js
var valuesOf = (list3) => new Map(list3.map(({ name, value }) => [name, value]));
function askedOf(inputs, side, kind) {
  const prefix = `${side === "blue" ? "source" : "target"}${kind === "cluster" ? "-cluster" : ""}`;
  const [group2, list3] = side === "blue" ? kind === "cluster" ? [inputs.sourceClusterParameterGroup, inputs.sourceClusterParameters] : [inputs.sourceParameterGroup, inputs.sourceParameters] : kind === "cluster" ? [inputs.targetClusterParameterGroup, inputs.targetClusterParameters] : [inputs.targetParameterGroup, inputs.targetParameters];
  return { input: `${prefix}-parameters`, group: group2, groupInput: `${prefix}-parameter-group`, values: valuesOf(list3) };
}
var asksToPrepare = (inputs) => ["blue", "green"].some((side) => ["instance", "cluster"].some((kind) => {
  const { group: group2, values } = askedOf(inputs, side, kind);
  return values.size > 0 || side === "blue" && group2 !== void 0;
}));
var forClustersOnly = (inputs) => ["blue", "green"].flatMap((side) => {
  const { input, group: group2, groupInput, values } = askedOf(inputs, side, "cluster");
  return [...group2 === void 0 ? [] : [groupInput], ...values.size === 0 ? [] : [input]];
});
function problemsOf(asked, definitions, family, needs) {
  return [...asked.values].flatMap(([name, value]) => {
    const because = whyNot(definitions.get(name), value, family);
    if (because !== void 0)
      return [`${asked.input}: ${name}=${value}: ${because}`];
    const need = needs.find((one) => one.name === name && !one.isLeast && !one.isMet(value));
    return need === void 0 ? [] : [`${asked.input}: ${name}=${value}: blue/green needs ${need.valueFor()}`];
  });
}

// lib/engine/planning.js
var aheadOfPlan = (inputs) => [
  ...asksToPrepare(inputs) ? ["prepare"] : [],
  "create",
  "wait",
  "verify",
  "switchover"
];
var NO_VERDICT = [
  "credentials_expired",
  "access_denied",
  "throttled",
  "aws_unreachable",
  "no_progress",
  "unexpected_error"
];
async function planPhases(phases3, means, from) {
  const planned2 = [];
  const checks2 = [];
  const warnings2 = [];
  const done2 = [];
  const stops = [];
  let left = from;
  for (const phase of phases3) {
    const one = await oneAhead(phase, left, means);
    planned2.push(...one.planned);
    checks2.push(...one.checks);
    warnings2.push(...one.warnings);
    if (isCut(one.outcome))
      return { outcome: { ...one.outcome, phase: "plan" }, planned: planned2, checks: checks2, warnings: warnings2, stops, isCut: true };
    if (isStop(one.outcome))
      stops.push(one);
    if (isStop(one.outcome) && one.planned.length === 0)
      break;
    if (one.planned.length === 0)
      done2.push(one.outcome);
    left = one.left;
    if (one.isLeaving)
      break;
  }
  const outcome = outcomeOf(phases3, planned2, done2, stops.map((one) => one.outcome));
  return { outcome, planned: planned2, checks: checks2, warnings: warnings2, stops, isCut: false };
}
async function oneAhead(phase, left, means) {
  const { inputs, world, pace: pace2 } = means;
  if (left === void 0) {
    const { outcome: outcome2, planned: planned3, checks: checks2, warnings: warnings2, now } = await means.drive(phase);
    const deployment2 = valueOf(now.deployment);
    const isLeaving = deployment2 !== void 0 && stageOf(deployment2.status) === "deleting";
    return { outcome: outcome2, planned: planned3, checks: checks2, warnings: warnings2, left: planned3.length === 0 ? void 0 : phase.after(inputs, now), isLeaving, seen: now };
  }
  const { plan: plan7, planned: planned2, left: after7 } = lookAhead(phase, inputs, left, world, pace2);
  const common2 = { planned: planned2, checks: plan7.checks ?? [], left: planned2.length === 0 ? left : after7, isLeaving: false };
  if (plan7.is === "refuse") {
    const { outcome: is, reason, because: because2, remedy, details: details2 = [], commands: commands2 = [] } = plan7;
    return { ...common2, outcome: { is, phase: phase.name, reason, because: because2, remedy, details: details2, commands: commands2 }, warnings: [] };
  }
  const because = plan7.is === "done" ? plan7.because : wouldBegin(plan7.steps);
  const outcome = { is: "planned", phase: phase.name, reason: "plan_passed", because, remedy: "", details: [] };
  return { ...common2, outcome, warnings: plan7.warnings ?? [] };
}
var isCut = ({ is, reason }) => is === "cancelled" || is === "timed_out" || NO_VERDICT.includes(reason);
var isStop = ({ is }) => is === "blocked" || is === "failed";
function outcomeOf(phases3, planned2, done2, stops) {
  const [first] = stops;
  if (first !== void 0) {
    return {
      is: "blocked",
      phase: "plan",
      reason: first.reason,
      because: stops.map((one) => `${one.phase} would stop: ${one.because}`).join("; "),
      remedy: [...new Set(stops.map((one) => one.remedy).filter((remedy) => remedy !== ""))].join("; "),
      details: stops.flatMap((one) => one.details),
      commands: stops.flatMap((one) => one.commands ?? [])
    };
  }
  const last = done2.at(-1);
  if (planned2.length === 0 && last !== void 0)
    return { is: "nothing_to_do", phase: "plan", reason: last.reason, because: last.because, remedy: last.remedy, details: [] };
  const left = phases3.map((phase) => phase.name).filter((name) => planned2.some((step2) => step2.phase === name));
  return {
    is: "completed",
    phase: "plan",
    reason: "plan_passed",
    because: `nothing stands in the way of ${left.join(", ")}`,
    remedy: "",
    details: []
  };
}

// lib/engine/telling.js
function given2(entries) {
  const told = {};
  for (const [name, value] of entries)
    if (value !== void 0)
      told[name] = String(value);
  return told;
}
function ofProduction(database, blue, memory, switchedOver) {
  const group2 = instanceGroupOf(database, blue);
  const clusterGroup = database.kind === "cluster" ? database.parameterGroup : void 0;
  const before = (remembered, now) => remembered ?? (switchedOver ? void 0 : now);
  return given2([
    ["source-kind", database.kind],
    ["source-identifier", database.name],
    ["engine", database.engine],
    ["engine-version", database.engineVersion],
    ["engine-version-before", before(memory?.beforeVersion, database.engineVersion)],
    ["parameter-group", group2],
    ["parameter-group-before", before(memory?.beforeGroup, group2)],
    ["cluster-parameter-group", clusterGroup],
    ["cluster-parameter-group-before", before(memory?.beforeClusterGroup, clusterGroup)],
    ["resource-id", database.resourceId],
    ["resource-id-before", before(memory?.blue[0]?.resourceId, database.resourceId)]
  ]);
}
var ofGreen = (green2) => given2([
  ["green-identifier", green2.name],
  ["green-endpoint", green2.endpoint],
  ["green-reader-endpoint", green2.readerEndpoint],
  ["green-port", green2.port]
]);
var NO_GREEN = { "green-identifier": "", "green-endpoint": "", "green-reader-endpoint": "", "green-port": "" };
var ofTarget = (now) => {
  const target = valueOf(now.target);
  return given2([
    ["target-parameter-group", target?.group?.name],
    ["target-cluster-parameter-group", target?.clusterGroup?.name]
  ]);
};
function tell(now) {
  const deployment2 = valueOf(now.deployment);
  const memory = valueOf(now.memory);
  const blue = valueOf(now.blue) ?? [];
  if (deployment2 === void 0) {
    const production2 = valueOf(now.production);
    return {
      ...ofTarget(now),
      ...now.deployment.is === "absent" ? { status: "", ...NO_GREEN } : {},
      ...production2 === void 0 ? {} : ofProduction(production2, blue, void 0, true)
    };
  }
  const stage = stageOf(deployment2.status);
  if (stage === "deleting")
    return { "deployment-id": deployment2.id, "deployment-name": deployment2.name, status: deployment2.status, ...NO_GREEN };
  const switchedOver = stage === "completed";
  const arns = productionArns(deployment2, memory);
  const looked = now.databases.is === "known" ? databaseAt(now, arns[0]) : notLooked;
  const production = valueOf(looked) ?? (switchedOver ? void 0 : valueOf(now.production));
  const members2 = now.databases.is === "known" ? arns.flatMap((arn) => valueOf(databaseAt(now, arn)) ?? []) : blue;
  const green2 = valueOf(databaseAt(now, deployment2.target));
  return {
    "deployment-id": deployment2.id,
    "deployment-name": deployment2.name,
    status: deployment2.status,
    ...production === void 0 ? {} : ofProduction(production, members2, memory, switchedOver),
    ...switchedOver ? { ...NO_GREEN, "old-identifier": nameIn(deployment2.source) } : {},
    ...green2 === void 0 || switchedOver ? {} : ofGreen(green2),
    ...ofTarget(now),
    ...given2([["fingerprint", switchedOver ? void 0 : fingerprintOf(now)?.text]])
  };
}

// lib/engine/with-prepare.js
function withPrepare(outcome, prepared) {
  const { planned: planned2, stops, isCut: isCut2 } = prepared;
  if (prepared.outcome.is === "cancelled" || prepared.outcome.is === "timed_out")
    return prepared.outcome;
  if (isCut2)
    return { ...outcome, details: [...outcome.details, `what prepare would do is not known: ${prepared.outcome.because}`] };
  const restarts = stops.filter((one) => one.outcome.reason === "reboot_needed");
  const details2 = [...outcome.details, ...restarts.flatMap((one) => one.outcome.details)];
  if (restarts.length === stops.length && planned2.some((step2) => step2.phase === "prepare"))
    return {
      ...outcome,
      details: details2,
      commands: restarts.flatMap((one) => one.outcome.commands ?? []),
      remedy: `run mode: prepare${restarts.length > 0 ? " with allow-reboot: true, since it restarts production" : ""}; it does all that is missing, as the summary shows`
    };
  const others = stops.filter((one) => one.outcome.phase === "prepare" && one.checks.length === 0 && !restarts.includes(one));
  const told = others.flatMap((one) => [
    `prepare would stop: ${one.outcome.because}; what to do: ${one.outcome.remedy}`,
    ...one.outcome.details
  ]);
  return { ...outcome, details: [...details2, ...told] };
}

// lib/observing/choosing.js
var trouble = (reason, because, remedy) => ({ reason, because, remedy });
async function locateProduction(look2, inputs) {
  const source2 = inputs.source;
  if (source2 === void 0)
    return { production: notLooked, trouble: void 0 };
  if (source2.is === "arn") {
    const production2 = await databaseByName(look2, source2.arn.type === "cluster" ? "cluster" : "instance", source2.arn.name);
    if (production2.is !== "known")
      return { production: production2, trouble: void 0 };
    const seen = parseArn(production2.value.arn);
    if (seen !== void 0 && (seen.account !== source2.arn.account || seen.region !== source2.arn.region || seen.partition !== source2.arn.partition)) {
      return {
        production: notLooked,
        trouble: trouble("account_not_allowed", `the credentials of this run see a database ${source2.arn.name} in another account or Region than the ARN given as source`, "use credentials of the account in the ARN, or correct the ARN")
      };
    }
    return { production: production2, trouble: memberTrouble(production2.value) };
  }
  const [instance, cluster] = await Promise.all([
    databaseByName(look2, "instance", source2.name),
    databaseByName(look2, "cluster", source2.name)
  ]);
  if (instance.is === "known" && cluster.is === "known") {
    return {
      production: notLooked,
      trouble: trouble("source_not_found", `source ${source2.name} names both a DB instance and a DB cluster (db:${source2.name} and cluster:${source2.name})`, "give the ARN of the one that is meant")
    };
  }
  const production = instance.is === "known" ? instance : cluster;
  return { production, trouble: production.is === "known" ? memberTrouble(production.value) : void 0 };
}
function memberTrouble(database) {
  if (database.kind === "instance" && database.replicaOf !== void 0 && database.cluster === void 0) {
    const primary = nameIn(database.replicaOf);
    if (primary.replace(/-old\d+$/, "") === database.name)
      return void 0;
    return trouble("source_not_found", `${database.name} is a read replica of ${primary}; a deployment is made of the primary with all its replicas`, `give source: ${primary}`);
  }
  if (database.kind !== "instance" || database.cluster === void 0)
    return void 0;
  return trouble("source_not_found", `${database.name} is a member of the DB cluster ${database.cluster}; a deployment is made of the whole cluster`, `give source: ${database.cluster}`);
}
var list2 = (deployments) => deployments.map((one) => `${one.id} (${one.name}, ${one.status}, created ${one.createTime?.toISOString() ?? "at an unknown time"})`).join("; ");
var newest2 = (deployments) => [...deployments].sort((a, b) => (b.createTime?.getTime() ?? 0) - (a.createTime?.getTime() ?? 0))[0];
var chosen = (deployment2, stands) => ({ deployment: deployment2, greenOf: absent, trouble: stands });
async function chooseDeployment(look2, inputs, production, prefer) {
  if (inputs.deploymentId !== void 0)
    return chosen(...await byIdentifier(look2, inputs, production));
  if (production.is !== "known")
    return chosen(production.is === "absent" ? absent : production);
  return bySource(look2, production.value, prefer);
}
async function byIdentifier(look2, inputs, production) {
  const wanted = inputs.deploymentId;
  if (wanted === void 0)
    return [notLooked, void 0];
  if (wanted.is === "id")
    return belonging(await deploymentById(look2, wanted.id), inputs, production);
  const found = (await deploymentsWhere(look2, "blue-green-deployment-name", wanted.name)).filter((one2) => one2.name === wanted.name);
  if (found.length > 1)
    return [
      notLooked,
      trouble("deployment_unknown", `several deployments are called ${wanted.name}: ${list2(found)}`, "give deployment-id: bgd-...")
    ];
  const one = found[0];
  return belonging(one === void 0 ? absent : known(one), inputs, production);
}
function belonging(deployment2, inputs, production) {
  if (deployment2.is !== "known" || inputs.source === void 0 || production.is !== "known")
    return [deployment2, void 0];
  const { id, source: source2, target } = deployment2.value;
  const label = labelOf(production.value.arn);
  if (labelOf(source2) === label || target !== void 0 && labelOf(target) === label)
    return [deployment2, void 0];
  return [
    notLooked,
    trouble("deployment_differs", `deployment ${id} belongs to ${parseArn(source2)?.name ?? source2}, not to ${production.value.name}`, "give the source that belongs to deployment-id, or leave source out")
  ];
}
var hasMoved = ({ status: status2, target }) => stageOf(status2) === "completed" && !/-green-[a-z0-9]{6}$/.test(target ?? "");
async function bySource(look2, production, prefer) {
  const [sourced, targeted] = await Promise.all([
    deploymentsWhere(look2, "source", production.arn),
    deploymentsWhere(look2, "target", production.arn)
  ]);
  const label = labelOf(production.arn);
  const asSource = sourced.filter((one2) => labelOf(one2.source) === label && !hasMoved(one2));
  const oldOf = sourced.find((one2) => labelOf(one2.source) === label && hasMoved(one2));
  const asTarget = targeted.filter((one2) => one2.target !== void 0 && labelOf(one2.target) === label);
  const green2 = asTarget.find((one2) => ["provisioning", "available", "invalid"].includes(stageOf(one2.status)));
  const moved = asTarget.filter((one2) => one2 !== green2 && stageOf(one2.status) !== "deleting");
  const completed2 = moved.filter((one2) => stageOf(one2.status) === "completed");
  const open2 = [...new Map([...asSource, ...moved.filter((one2) => stageOf(one2.status) !== "completed")].map((one2) => [one2.id, one2])).values()];
  const leaving = asTarget.filter((one2) => stageOf(one2.status) === "deleting");
  const greenOf = green2 === void 0 ? absent : known(green2);
  const several = (which2, what) => ({
    deployment: notLooked,
    greenOf,
    trouble: trouble("deployment_unknown", `${production.name} has ${which2.length} ${what} deployments: ${list2(which2)}`, "give deployment-id: the one that is meant")
  });
  const one = (deployment2) => ({
    deployment: deployment2 === void 0 ? absent : known(deployment2),
    greenOf,
    trouble: void 0
  });
  if (oldOf !== void 0 && open2.length === 0 && completed2.length === 0) {
    return {
      deployment: notLooked,
      greenOf,
      trouble: trouble("source_in_deployment", `${production.name} is old blue of deployment ${oldOf.id}`, `give source: ${nameIn(oldOf.target ?? "")}, which is production now`)
    };
  }
  if (prefer === "completed") {
    const candidates = [...completed2, ...leaving];
    return candidates.length > 1 ? several(candidates, "completed") : one(candidates[0] ?? (open2.length > 1 ? void 0 : open2[0]));
  }
  return open2.length > 1 ? several(open2, "open") : one(open2[0] ?? newest2(completed2));
}
function accountTrouble(inputs, arn) {
  const account = arn === void 0 ? void 0 : parseArn(arn)?.account;
  if (inputs.allowedAccountIds.length === 0 || arn === void 0 || account !== void 0 && inputs.allowedAccountIds.includes(account))
    return void 0;
  return trouble("account_not_allowed", "the database is in an account that is not one of allowed-account-ids", "use credentials of an allowed account, or add the account to allowed-account-ids");
}
async function lookForDeployment(look2, inputs, recall, prefer) {
  const again2 = recall.deploymentId === void 0 ? void 0 : await deploymentById(look2, recall.deploymentId);
  if (again2?.is === "known")
    return { ...NOTHING_SEEN, ...chosen(again2), production: recall.before?.production ?? notLooked };
  const { production, trouble: trouble2 } = await locateProduction(look2, inputs);
  if (trouble2 !== void 0)
    return { ...NOTHING_SEEN, trouble: trouble2, production };
  if (again2 !== void 0)
    return { ...NOTHING_SEEN, ...chosen(again2), production };
  const found = await chooseDeployment(look2, inputs, production, prefer);
  return { ...NOTHING_SEEN, ...found, trouble: found.trouble ?? greenTrouble(found, production), production };
}
function greenTrouble({ deployment: deployment2, greenOf }, production) {
  if (deployment2.is === "known" || greenOf.is !== "known" || production.is !== "known")
    return void 0;
  return trouble("source_in_deployment", `${production.value.name} is the green side of deployment ${greenOf.value.id}`, `give source: ${nameIn(greenOf.value.source)}, or deployment-id: ${greenOf.value.id}`);
}

// lib/inquiries/status.js
async function look(readers, inputs) {
  const seen = await lookForDeployment(readers, inputs, { before: void 0, deploymentId: void 0, written: [] }, "open");
  return seen.deployment.is === "known" ? lookAtBothSides(readers, seen, seen.deployment.value) : seen;
}
var describe2 = ({ name, engine, engineVersion: engineVersion2, globalCluster }) => `${name} runs ${engine} ${engineVersion2}${globalCluster === void 0 ? "" : ` and belongs to the global database ${globalCluster}`}`;
function outcomeOf2(now, inputs) {
  const ended = (is, because, remedy = "", details3 = []) => ({
    is,
    phase: "status",
    reason: "status_read",
    because,
    remedy,
    details: details3
  });
  if (now.trouble !== void 0)
    return ended("completed", now.trouble.because, now.trouble.remedy);
  const deployment2 = valueOf(now.deployment);
  const production = valueOf(now.production);
  if (deployment2 === void 0) {
    const runs = production === void 0 ? "" : `; ${describe2(production)}`;
    const wanted = inputs.source?.text ?? (inputs.deploymentId?.is === "id" ? inputs.deploymentId.id : inputs.deploymentId?.name) ?? "";
    return ended("nothing_to_do", `no deployment was found for ${wanted} in ${inputs.awsRegion}${runs}`);
  }
  const unwell = failuresIn(now);
  const open2 = stageOf(deployment2.status) === "available" ? notReady(now) : [];
  const memory = valueOf(now.memory);
  const details2 = [
    ...deployment2.statusDetails === void 0 ? [] : [`status details: ${deployment2.statusDetails}`],
    ...unwell,
    ...open2,
    ...memory?.unread ?? []
  ];
  return ended("completed", `deployment ${deployment2.id} (${deployment2.name}) is ${deployment2.status}${production === void 0 ? "" : `; ${describe2(production)}`}`, "", [...new Set(details2)]);
}
var status = {
  name: "status",
  async answer(readers, inputs) {
    const now = await look(readers, inputs);
    return { outcome: outcomeOf2(now, inputs), now };
  }
};

// lib/inquiries/index.js
var inquiries2 = [status];

// lib/observing/green.js
function greenSeen(seen, deployment2, before) {
  const greens = new Map(before.map((one) => [one.resourceId, one]));
  for (const arn of databasesOn(deployment2, "target")) {
    const database = valueOf(databaseAt(seen, arn));
    if (database === void 0)
      continue;
    greens.set(database.resourceId, { kind: database.kind, resourceId: database.resourceId, name: database.name, database: known(database) });
  }
  return [...greens.values()];
}
async function lookUpGreen(look2, greens) {
  const found = await databasesByResourceId(look2, greens.map((one) => one.resourceId));
  return greens.map((one) => ({ ...one, database: found.get(one.resourceId) ?? absent }));
}

// lib/phases/deletion-of-deployment.js
function deletionOfDeployment(deployment2, green2) {
  const [what, withGreen, phase] = green2 === "goes" ? [" and its green; blue stays as it is", { DeleteTarget: true }, "abort"] : ["; the databases of both sides stay", {}, "cleanup"];
  return {
    do: "write",
    intent: `delete deployment ${deployment2.id}${what}`,
    call: { operation: "DeleteBlueGreenDeployment", input: { BlueGreenDeploymentIdentifier: deployment2.id, ...withGreen } },
    shows: (now) => now.deployment.is === "absent" || now.deployment.is === "known" && stageOf(now.deployment.value.status) === "deleting",
    refused: { reason: "cannot_tell", remedy: `look at the deployment in the console, then run ${phase} again` }
  };
}

// lib/phases/deletion-protection.js
function unprotect(database, seenIn2) {
  const off = { DeletionProtection: false, ApplyImmediately: true };
  const call = database.kind === "cluster" ? { operation: "ModifyDBCluster", input: { DBClusterIdentifier: database.name, ...off } } : { operation: "ModifyDBInstance", input: { DBInstanceIdentifier: database.name, ...off } };
  return {
    do: "write",
    intent: `turn deletion protection of ${database.name} (${database.resourceId}) off`,
    call,
    shows: (now) => {
      const seen = seenIn2(now);
      return seen !== void 0 && seen.is !== "unknown" && valueOf(seen)?.deletionProtection !== true;
    },
    refused: { reason: "deletion_protected", remedy: "turn deletion protection off by hand, then run the same step again" },
    bearer: { kind: database.kind, name: database.name, resourceId: database.resourceId }
  };
}

// lib/phases/refusals.js
var refuseNewer = (deployment2, memory) => refuse("blocked", "deployment_unknown", `deployment ${deployment2.id} was written by a later release of this action (tags ${memory.newer ?? ""})`, "use that release, or a later one");
var refuseTrouble = ({ reason, because, remedy }) => refuse("blocked", reason, because, remedy);
var refuseUnknownStatus = (deployment2) => refuse("blocked", "status_unknown", `deployment ${deployment2.id} has the status "${deployment2.status}", which this release does not know`, "look at it in the console, and use a release that knows it");
var refuseUnreadTags = (deployment2, because) => refuse("blocked", "cannot_tell", `the tags of deployment ${deployment2.id} cannot be read: ${because}`, "allow rds:ListTagsForResource");
function globalDatabaseOf(now, deployment2) {
  const source2 = parseArn(deployment2.source);
  if (source2?.type === "global-cluster")
    return source2.name;
  const databases2 = [databaseAt(now, deployment2.source), databaseAt(now, deployment2.target)];
  return databases2.flatMap((one) => valueOf(one)?.globalCluster ?? [])[0];
}
var refuseGlobal = (name) => refuse("blocked", "global_database_not_supported", `the source belongs to the global database ${name}`, "this action shows global databases with mode: status, and does not change them");
var refuseOwned = (deployment2, stack) => refuse("blocked", "owned_by_stack", `deployment ${deployment2.id} belongs to the CloudFormation stack ${stack}`, "remove it from the stack, which deletes it");

// lib/phases/without.js
function withoutDeployment(inputs, situation, isAtTarget) {
  const { production } = situation.now;
  if (production.is === "known" && isAtTarget(production.value)) {
    return {
      is: "done",
      reason: "already_at_target",
      because: `${production.value.name} already is what is asked for (${production.value.engine} ${production.value.engineVersion}), and no deployment is left`
    };
  }
  if (!holds(situation, CLAIMS.deploymentAbsent))
    return waitFor("making sure that the deployment is not there", "confirming");
  if (production.is === "absent")
    return sourceNotFound(inputs, situation);
  const wanted = inputs.deploymentId === void 0 ? `of ${inputs.source?.text ?? "the source"}` : inputs.deploymentId.is === "id" ? inputs.deploymentId.id : inputs.deploymentId.name;
  return refuse("failed", "deployment_not_found", `deployment ${wanted} was not found in ${inputs.awsRegion}`, "correct deployment-id and aws-region, or run create first");
}
function sourceNotFound(inputs, situation) {
  if (!holds(situation, CLAIMS.productionAbsent))
    return waitFor("making sure that the source is not there", "confirming");
  return refuse("failed", "source_not_found", `${inputs.source?.text ?? "the source"} was not found in ${inputs.awsRegion}`, "correct source and aws-region, or use credentials of the account it is in");
}

// lib/phases/abort.js
var MINUTE7 = 6e4;
var LEFT_BEHIND = 5 * MINUTE7;
async function observe(look2, inputs, recall) {
  const seen = await lookForDeployment(look2, inputs, recall, "open");
  if (seen.trouble !== void 0 || seen.deployment.is === "unknown")
    return seen;
  const before = valueOf(recall.before?.green ?? absent) ?? [];
  if (seen.deployment.is === "absent")
    return { ...seen, memory: recall.before?.memory ?? seen.memory, green: known(await lookUpGreen(look2, before)) };
  const deployment2 = seen.deployment.value;
  if (stageOf(deployment2.status) === "completed")
    return seen;
  const sides = await lookAtBothSides(look2, seen, deployment2);
  return { ...sides, green: known(await lookUpGreen(look2, greenSeen(sides, deployment2, before))) };
}
function plan(inputs, situation) {
  const { now } = situation;
  if (now.trouble !== void 0)
    return refuseTrouble(now.trouble);
  if (now.deployment.is === "unknown")
    return waitFor(`the deployment could not be read: ${now.deployment.because}`, "settling");
  const account = accountTrouble(inputs, valueOf(now.deployment)?.source ?? valueOf(now.production)?.arn);
  if (account !== void 0)
    return refuseTrouble(account);
  if (now.deployment.is === "absent")
    return gone(inputs, situation);
  const deployment2 = now.deployment.value;
  switch (stageOf(deployment2.status)) {
    case "provisioning":
    case "available":
    case "invalid":
    case "switchover_failed":
    case "failed":
      return remove(inputs, situation, deployment2);
    case "switching":
      return refuse("blocked", "deployment_unknown", `deployment ${deployment2.id} is being switched over`, "wait until the switchover is over; mode: switchover follows it");
    case "completed":
      return refuse("blocked", "already_switched_over", `deployment ${deployment2.id} has been switched over: its green is production`, "remove the deployment and old blue with mode: cleanup");
    case "deleting":
      return waitFor(`deployment ${deployment2.id} is being deleted`, "provisioning");
    case "unknown":
      return refuseUnknownStatus(deployment2);
  }
}
function unproven(now, deployment2, memory) {
  const switched = deployment2.members.find((member) => member.status?.includes("SWITCHOVER") === true);
  if (switched !== void 0)
    return `member ${switched.source ?? switched.target ?? ""} is ${switched.status ?? ""}`;
  if (memory.blue.length > 0)
    return noNameMoved(now, deployment2, memory) ? void 0 : "not every production name is seen to carry the resource id blue had";
  if (stageOf(deployment2.status) === "switchover_failed" || stageOf(deployment2.status) === "failed")
    return "it does not remember what blue was";
  const missing = productionArns(deployment2, memory).find((arn) => databaseAt(now, arn).is !== "known");
  return missing === void 0 ? void 0 : `${missing} is not seen to be there`;
}
function remove(inputs, situation, deployment2) {
  const { now } = situation;
  if (now.memory.is === "unknown")
    return refuseUnreadTags(deployment2, now.memory.because);
  const memory = valueOf(now.memory) ?? EMPTY_MEMORY;
  if (memory.newer !== void 0)
    return refuseNewer(deployment2, memory);
  if (memory.stack !== void 0)
    return refuseOwned(deployment2, memory.stack);
  const doubt = unproven(now, deployment2, memory);
  if (doubt !== void 0) {
    if (!statusHolds(situation, deployment2))
      return waitFor(`not proven yet that production is blue: ${doubt}`, "settling");
    return refuse("blocked", "production_in_danger", `deployment ${deployment2.id} is ${deployment2.status}, and it is not proven that production is still blue: ${doubt}`, "nothing was deleted; look at every name in the console", "switchover");
  }
  const greens = valueOf(now.green) ?? [];
  const guarded = greens.filter((one) => valueOf(one.database)?.deletionProtection === true && valueOf(one.database)?.cluster === void 0);
  if (guarded.length > 0 && !inputs.disableDeletionProtection) {
    return refuse("blocked", "deletion_protected", `nothing was changed: deletion protection is on for ${guarded.map((one) => one.name).join(", ")}`, "turn it off on green, or set disable-deletion-protection: true");
  }
  const waiting = refusedWhileBuilding(situation, deployment2);
  if (waiting !== void 0)
    return waiting;
  const off = guarded.flatMap((one) => {
    const database = valueOf(one.database);
    return database === void 0 ? [] : [unprotect(database, (seen) => (valueOf(seen.green) ?? []).find((other) => other.resourceId === one.resourceId)?.database)];
  });
  const deletion = deletionOfDeployment(deployment2, "goes");
  const [first, ...rest] = [...off, deletion];
  return steps(first, ...rest);
}
function refusedWhileBuilding(situation, deployment2) {
  const last = situation.written.findLast((one) => one.call.operation === "DeleteBlueGreenDeployment");
  if (last === void 0 || last.answer === "accepted" || last.answer.kind !== "refused")
    return void 0;
  if (stageOf(deployment2.status) !== "provisioning")
    return void 0;
  return waitFor(`RDS does not delete deployment ${deployment2.id} while it is being built: waiting until it is`, "provisioning");
}
function gone(inputs, situation) {
  const { now, first } = situation;
  if (!holds(situation, CLAIMS.deploymentAbsent))
    return waitFor("making sure that the deployment is gone", situation.written.length > 0 ? "settling" : "confirming");
  const left = (valueOf(now.green) ?? []).filter((one) => !holds(situation, CLAIMS.gone(one.resourceId)));
  const renamed = left.find((one) => one.database.is === "known" && one.database.value.name !== one.name);
  if (renamed !== void 0) {
    return refuse("blocked", "production_in_danger", `${renamed.name} (${renamed.resourceId}) was green and bears another name now, ${valueOf(renamed.database)?.name ?? ""}: somebody switched over`, "leave it alone: it may be production; look at every name in the console");
  }
  const leaving = left.filter((one) => one.database.is !== "known" || one.database.value.status === "deleting");
  if (leaving.length > 0)
    return waitFor(`${names(leaving)} ${leaving.length === 1 ? "is" : "are"} being deleted`, "provisioning");
  if (left.length > 0) {
    if (!holds(situation, CLAIMS.deploymentAbsent, LEFT_BEHIND))
      return waitFor(`${names(left)} ${left.length === 1 ? "is" : "are"} still there`, "settling");
    return refuse("failed", "cannot_tell", `the deployment is gone, and RDS left behind ${names(left)}, which this action does not delete`, "make sure that nobody uses them, then delete them by hand: they cost money");
  }
  if (first.deployment.is !== "known" && now.production.is === "absent")
    return sourceNotFound(inputs, situation);
  if (first.deployment.is !== "known")
    return { is: "done", reason: "nothing_left", because: "no deployment that is not switched over is left" };
  return { is: "done", reason: "aborted", because: "the deployment and its green are gone; blue is as it was" };
}
var names = (greens) => greens.map((one) => `${one.name} (${one.resourceId})`).join(", ");
function after(_inputs, observed) {
  const deployment2 = valueOf(observed.deployment);
  if (deployment2 === void 0 || ["switching", "completed", "unknown"].includes(stageOf(deployment2.status)))
    return observed;
  const green2 = (valueOf(observed.green) ?? []).map((one) => ({ ...one, database: absent }));
  return { ...observed, deployment: absent, green: known(green2) };
}
var abort = { name: "abort", observe, plan, after };

// lib/observing/old-blue.js
var MINUTE8 = 6e4;
function claimedByDeployment(inputs, seen, deployment2) {
  const memory = valueOf(seen.memory);
  if (memory !== void 0 && memory.blue.length > 0) {
    return memory.blue.map((one) => ({
      resourceId: one.resourceId,
      production: one.name,
      deploymentId: deployment2.id,
      switchedOverAt: memory.switchedOverAt,
      ours: true
    }));
  }
  return deployment2.members.flatMap((member) => {
    const database = valueOf(databaseAt(seen, member.source));
    if (database === void 0 || member.target === void 0)
      return [];
    return [
      {
        resourceId: database.resourceId,
        production: nameIn(member.target),
        deploymentId: deployment2.id,
        switchedOverAt: memory?.switchedOverAt,
        ours: inputs.oldResourceIds.includes(database.resourceId)
      }
    ];
  });
}
async function claimedByMarks(look2, which2) {
  const [instances, clusters] = await Promise.all([databases(look2, "instance", { by: "all" }), databases(look2, "cluster", { by: "all" })]);
  const marks = (await Promise.all([...clusters, ...instances].map(async (database) => readMark(await tagsOfDatabase(look2, database), database.resourceId) ?? []))).flat();
  const deployments = new Set(marks.filter(which2).map((mark) => mark.deploymentId));
  return marks.filter((mark) => deployments.has(mark.deploymentId)).map((mark) => ({ ...mark, ours: true }));
}
var finalSnapshotName = (inputs, production, resourceId2) => `${inputs.finalSnapshotPrefix}-${production}-${resourceId2.slice(-8)}`.toLowerCase();
async function snapshotNamed(look2, kind, name) {
  const found = await ifAllowed(unlessNotFound(kind === "instance" ? instanceSnapshot(look2, name) : clusterSnapshot(look2, name)));
  if (found.is !== "known")
    return found;
  return found.value === void 0 ? absent : known(found.value);
}
async function instanceSnapshot(look2, name) {
  const answers = await pages(look2, "DescribeDBSnapshots", { DBSnapshotIdentifier: name });
  const one = answers.flatMap((answer) => answer.DBSnapshots ?? []).find((snapshot) => snapshot.DBSnapshotIdentifier === name);
  return one === void 0 ? void 0 : { resourceId: one.DbiResourceId ?? "", status: one.Status ?? "" };
}
async function clusterSnapshot(look2, name) {
  const answers = await pages(look2, "DescribeDBClusterSnapshots", { DBClusterSnapshotIdentifier: name });
  const one = answers.flatMap((answer) => answer.DBClusterSnapshots ?? []).find((snapshot) => snapshot.DBClusterSnapshotIdentifier === name);
  return one === void 0 ? void 0 : { resourceId: one.DbClusterResourceId ?? "", status: one.Status ?? "" };
}
var takesSnapshot = (database) => database.kind === "cluster" || database.replicaOf === void 0 && database.cluster === void 0;
async function otherDeploymentOf(look2, database, deploymentId) {
  const found = await deploymentsWhere(look2, "source", database.arn);
  return found.find((one) => one.id !== deploymentId && labelOf(one.source) === labelOf(database.arn))?.id;
}
async function lookUp(look2, inputs, claimed, proving2) {
  const names2 = (kind) => claimed.filter((one) => kindOfResourceId(one.resourceId) === kind).map((one) => one.production);
  const productions = await databasesNamed(look2, { instance: names2("instance"), cluster: names2("cluster") });
  const found = await databasesByResourceId(look2, claimed.map((one) => one.resourceId));
  return Promise.all(claimed.map(async (one) => {
    const kind = kindOfResourceId(one.resourceId);
    const seen = found.get(one.resourceId) ?? absent;
    const database = valueOf(seen);
    const wanted = database !== void 0 && inputs.deleteOldDatabases && inputs.finalSnapshot && takesSnapshot(database) && database.status !== "deleting";
    return {
      ...one,
      kind,
      database: seen,
      mark: database === void 0 ? void 0 : readMark(await tagsOfDatabase(look2, database), database.resourceId),
      productionNow: productions.get(labelFor(kind, one.production)) ?? absent,
      otherDeployment: proving2 && inputs.deleteOldDatabases && database !== void 0 && takesSnapshot(database) ? await otherDeploymentOf(look2, database, one.deploymentId) : void 0,
      snapshot: wanted ? await snapshotNamed(look2, kind, finalSnapshotName(inputs, one.production, one.resourceId)) : notLooked
    };
  }));
}
var LATE = 2 * MINUTE8;
async function readIdleness(look2, inputs, old) {
  const names2 = [
    ...new Set(old.flatMap((one) => {
      const database = valueOf(one.database);
      if (database === void 0 || database.status === "deleting")
        return [];
      return database.kind === "cluster" ? database.members.map((member) => member.name) : [database.name];
    }))
  ];
  const to = look2.clock.date();
  const from = new Date(to.getTime() - inputs.oldIdleMinutes * MINUTE8);
  if (inputs.oldIdleMinutes === 0 || names2.length === 0)
    return known({ missing: /* @__PURE__ */ new Map(), most: /* @__PURE__ */ new Map() });
  const found = await maxima(look2, names2.map((name) => ({ metric: "DatabaseConnections", dimensions: { DBInstanceIdentifier: name } })), from, to);
  const missing = /* @__PURE__ */ new Map();
  const most = /* @__PURE__ */ new Map();
  names2.forEach((name, index) => {
    const points = found[index] ?? [];
    missing.set(name, minutesMissing(points, from, to));
    most.set(name, Math.max(0, ...points.map((point) => point.value)));
  });
  return known({ missing, most });
}
function minutesMissing(points, from, to) {
  const seen = new Set(points.map((point) => Math.floor(point.at.getTime() / MINUTE8)));
  let missing = 0;
  for (let minute = Math.ceil(from.getTime() / MINUTE8); (minute + 1) * MINUTE8 <= to.getTime() - LATE; minute += 1)
    if (!seen.has(minute))
      missing += 1;
  return missing === 0 && seen.size === 0 ? 1 : missing;
}

// lib/observing/options.js

function optionsAsked(inputs) {
  const given4 = [
    ["engine-version", inputs.targetEngineVersion],
    ["parameter-group", inputs.targetParameterGroup],
    ["cluster-parameter-group", inputs.targetClusterParameterGroup],
    ["instance-class", inputs.targetInstanceClass],
    ["storage-type", inputs.targetStorageType],
    ["allocated-storage", inputs.targetAllocatedStorage],
    ["iops", inputs.targetIops],
    ["storage-throughput", inputs.targetStorageThroughput],
    ["upgrade-storage-config", inputs.upgradeStorageConfig],
    ["kms-key-id", inputs.targetKmsKeyId]
  ];
  return new Map(given4.flatMap(([name, value]) => value === void 0 ? [] : [[name, String(value)]]));
}
var inputNameOf = (name) => name === "upgrade-storage-config" ? name : `target-${name}`;
var digestOf = (sourceName, options) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_8__.hash)("sha256", JSON.stringify([sourceName.toLowerCase(), [...options].sort(([a], [b]) => a < b ? -1 : 1)]));
function derivedName(sourceName, options) {
  const version = (options.get("engine-version") ?? "").replace(/[^a-zA-Z0-9]+/g, "-").replace(/^-|-$/g, "");
  const digest = digestOf(sourceName, options).slice(0, 10);
  const stem = sourceName.slice(0, 60 - digest.length - 1 - (version === "" ? 0 : Math.min(version.length, 16) + 1)).replace(/-+$/, "");
  return [stem, version.slice(0, 16).replace(/-+$/, ""), digest].filter((part) => part !== "").join("-");
}
var lastPart = (key) => key.slice(key.lastIndexOf("/") + 1).toLowerCase();
var compare2 = (is, asked) => is === void 0 ? "cannot_tell" : String(is).toLowerCase() === asked.toLowerCase() ? "yes" : "no";
function storageConfig(database, asked) {
  if (asked === "false" || database.storageConfigUpgradeAvailable === false)
    return "yes";
  return database.storageConfigUpgradeAvailable === true ? "no" : "cannot_tell";
}
var sameKey = (is, asked) => is === void 0 ? "no" : /(^|:)alias\//.test(asked) ? "cannot_tell" : lastPart(is) === lastPart(asked) ? "yes" : "no";
function has(name, database, instanceGroup2) {
  switch (name) {
    case "engine-version":
      return database.engineVersion;
    case "parameter-group":
      return database.kind === "cluster" ? instanceGroup2 : database.parameterGroup;
    case "cluster-parameter-group":
      return database.kind === "cluster" ? database.parameterGroup : void 0;
    case "instance-class":
      return database.instanceClass;
    case "storage-type":
      return database.storageType;
    case "allocated-storage":
      return database.allocatedStorage;
    case "iops":
      return database.iops;
    case "storage-throughput":
      return database.storageThroughput;
    case "upgrade-storage-config":
      return database.storageConfigUpgradeAvailable === false;
    case "kms-key-id":
      return database.kmsKeyId;
  }
}
function agrees(name, asked, database, instanceGroup2) {
  if (name === "engine-version")
    return isAt(database.engineVersion, asked) ? "yes" : "no";
  if (name === "upgrade-storage-config")
    return storageConfig(database, asked);
  if (name === "kms-key-id")
    return sameKey(database.kmsKeyId, asked);
  return compare2(has(name, database, instanceGroup2), asked);
}
var compareWith = (options, database, instanceGroup2) => [...options].map(([name, asked]) => ({
  name,
  asked,
  agreement: agrees(name, asked, database, instanceGroup2),
  has: String(has(name, database, instanceGroup2) ?? "")
}));
var allMet = (compared) => compared.every((one) => one.agreement !== "no") && compared.some((one) => one.agreement === "yes");
var unseen = (compared) => compared.filter((one) => one.agreement === "cannot_tell").map((one) => `${inputNameOf(one.name)} ${one.asked}`);
function differences(memory, options, which2) {
  const lines = [];
  for (const [name, asked] of options) {
    const recorded = memory.target.get(name);
    const same = recorded === asked || name === "engine-version" && recorded !== void 0 && isAt(recorded, asked);
    if (!same)
      lines.push(`${inputNameOf(name)} is ${asked} here and ${recorded ?? "not given"} there`);
  }
  for (const [name, recorded] of which2 === "all" ? memory.target : []) {
    if (!options.has(name))
      lines.push(`${inputNameOf(name)} is not given here and ${recorded} there`);
  }
  return lines;
}
var differencesOf3 = (compared) => compared.filter((one) => one.agreement !== "yes").map((one) => `${inputNameOf(one.name)} ${one.asked} ${one.agreement === "no" ? `is not what green has (${one.has})` : "cannot be seen on green"}`);
var instanceGroup = (blue) => valueOf(blue)?.find((one) => one.kind === "instance")?.parameterGroup;
function compareProduction(options, production, blue) {
  const other = valueOf(blue)?.find((one) => one.kind === "instance" && one.parameterGroup !== options.get("parameter-group"));
  return compareWith(options, production, instanceGroup(blue)).map((one) => one.name === "parameter-group" && one.agreement === "yes" && other !== void 0 ? { ...one, agreement: "no", has: other.parameterGroup ?? "" } : one);
}
function atTarget(inputs, production, blue) {
  const options = optionsAsked(inputs);
  return options.size > 0 && allMet(compareProduction(options, production, blue));
}

// lib/phases/requests.js
var deploymentNameOf = (inputs, production) => inputs.deploymentName ?? derivedName(production.name, optionsAsked(inputs));
var remember = (blue) => blue.map((one) => ({ name: one.name, resourceId: one.resourceId }));
function blueMemory(production, blue) {
  const group2 = instanceGroupOf(production, blue);
  const clusterGroup = production.kind === "cluster" ? production.parameterGroup : void 0;
  return [
    ...blueTags(remember(blue)).map(([Key, Value]) => ({ Key, Value })),
    { Key: KEYS.beforeVersion, Value: production.engineVersion },
    ...group2 === void 0 ? [] : [{ Key: KEYS.beforeGroup, Value: group2 }],
    ...clusterGroup === void 0 ? [] : [{ Key: KEYS.beforeClusterGroup, Value: clusterGroup }]
  ];
}
function requestTags(inputs, production, blue, target, runUrl) {
  const options = optionsAsked(inputs);
  const recorded = [...options].map(([name, value]) => ({
    Key: `${KEYS.target}${name}`,
    Value: name === "engine-version" ? target.engineVersion ?? production.engineVersion : value
  }));
  return [
    { Key: KEYS.request, Value: digestOf(production.name, options) },
    ...recorded,
    ...blueMemory(production, blue),
    ...runUrl === "" ? [] : [{ Key: KEYS.run, Value: runUrl.slice(0, 256) }],
    ...inputs.tags.map((tag) => ({ Key: tag.key, Value: tag.value }))
  ];
}
function given3(members2) {
  return Object.fromEntries(Object.entries(members2).filter(([, value]) => value !== void 0));
}
function createRequest(inputs, production, blue, target, runUrl) {
  const key = inputs.targetKmsKeyId;
  const encrypted = production.kind === "cluster" ? [production] : blue;
  return {
    BlueGreenDeploymentName: deploymentNameOf(inputs, production),
    Source: production.arn,
    ...given3({
      TargetEngineVersion: target.engineVersion,
      TargetDBParameterGroupName: target.group?.name,
      TargetDBClusterParameterGroupName: target.clusterGroup?.name,
      TargetDBInstanceClass: inputs.targetInstanceClass,
      TargetStorageType: inputs.targetStorageType,
      TargetAllocatedStorage: inputs.targetAllocatedStorage,
      TargetIops: inputs.targetIops,
      TargetStorageThroughput: inputs.targetStorageThroughput,
      UpgradeTargetStorageConfig: inputs.upgradeStorageConfig,
      TargetResourceConfigurations: key === void 0 ? void 0 : encrypted.map((one) => ({ SourceArn: one.arn, TargetKmsKeyId: key }))
    }),
    Tags: requestTags(inputs, production, blue, target, runUrl)
  };
}

// lib/phases/remembering.js
var tagStep = (arn, tags3, rest) => ({
  do: "write",
  call: { operation: "AddTagsToResource", input: { ResourceName: arn, Tags: tags3 } },
  refused: { reason: "access_denied", remedy: "allow rds:AddTagsToResource" },
  ...rest
});
var rememberBlue = (production, blue, deployment2) => steps(tagStep(deploymentArn(deployment2), [...blueMemory(production, blue)], {
  intent: `remember on deployment ${deployment2.id} which databases are blue`,
  shows: (now) => now.memory.is === "known" && now.memory.value.blue.length >= blue.length
}));

// lib/phases/old-blue-steps.js
var databaseNow = (now, resourceId2) => valueOf((valueOf(now.oldBlue) ?? []).find((one) => one.resourceId === resourceId2)?.database ?? absent);
function markSteps(situation, deploymentId, old) {
  return old.flatMap((one) => {
    const database = valueOf(one.database);
    if (database === void 0 || one.mark?.deploymentId === deploymentId)
      return [];
    const at2 = one.switchedOverAt ?? valueOf(situation.now.switchedOverAt) ?? situation.date;
    const value = printMark({ deploymentId, resourceId: one.resourceId, production: one.production, switchedOverAt: at2 });
    const bears = (now) => (valueOf(now.oldBlue) ?? []).some((seen) => seen.resourceId === one.resourceId && seen.mark?.deploymentId === deploymentId);
    return [
      tagStep(database.arn, [{ Key: KEYS.oldBlue, Value: value }], {
        intent: `mark ${database.name} (${one.resourceId}) as old blue of ${one.production}`,
        shows: (now) => databaseNow(now, one.resourceId) === void 0 || bears(now),
        bearer: { kind: one.kind, name: database.name, resourceId: one.resourceId }
      })
    ];
  });
}
function orderOf(one, all) {
  const database = valueOf(one.database);
  if (database === void 0)
    return 0;
  if (database.kind === "cluster")
    return 2;
  if (database.cluster === void 0)
    return database.replicaOf === void 0 ? 1 : 0;
  const writer = all.some((other) => other.database.is === "known" && other.database.value.members.some((member) => member.writer && member.name === database.name));
  return writer ? 1 : 0;
}
function deletionSteps(inputs, left) {
  const steps2 = [];
  const orders = [...new Set(left.map((one) => orderOf(one, left)))].sort((a, b) => a - b);
  for (const order2 of orders) {
    const group2 = left.filter((one) => orderOf(one, left) === order2);
    for (const one of group2) {
      const database = valueOf(one.database);
      if (database === void 0 || database.status === "deleting")
        continue;
      if (database.deletionProtection === true && inputs.disableDeletionProtection && database.cluster === void 0)
        steps2.push(unprotect(database, (now) => (valueOf(now.oldBlue) ?? []).find((other) => other.resourceId === one.resourceId)?.database));
      const deletion = deletionOf(inputs, one, database);
      if ("is" in deletion)
        return deletion;
      steps2.push(deletion);
    }
    const there = group2.flatMap((one) => valueOf(one.database)?.name ?? []);
    const intent = there.length === 0 ? `making sure that ${group2.map((one) => one.resourceId).join(", ")} ${group2.length === 1 ? "is" : "are"} gone` : `${there.join(", ")} ${there.length === 1 ? "is" : "are"} being deleted`;
    steps2.push({ do: "wait", intent, pace: "provisioning" });
  }
  return steps2;
}
function deletionOf(inputs, one, database) {
  const snapshot = finalSnapshotName(inputs, one.production, one.resourceId);
  const wanted = inputs.finalSnapshot && takesSnapshot(database);
  let taken = false;
  if (wanted) {
    const stands = snapshotStands(one, snapshot);
    if (stands !== void 0 && stands !== "taken")
      return stands;
    taken = stands === "taken";
    if (!taken && database.status !== "available") {
      if (isDatabaseFailure(database.status) || database.status === "stopped") {
        return refuse("blocked", "cannot_tell", `${database.name} is ${database.status}: RDS takes no final snapshot of it`, "bring it back to available, or set final-snapshot: false");
      }
      return { do: "wait", intent: `${database.name} is ${database.status}; its final snapshot needs it available`, pace: "settling" };
    }
  }
  const how = wanted && !taken ? { FinalDBSnapshotIdentifier: snapshot, SkipFinalSnapshot: false } : { SkipFinalSnapshot: true };
  const backups2 = { DeleteAutomatedBackups: !inputs.keepAutomatedBackups };
  const call = database.kind === "cluster" ? { operation: "DeleteDBCluster", input: { DBClusterIdentifier: database.name, ...how, ...backups2 } } : {
    operation: "DeleteDBInstance",
    input: { DBInstanceIdentifier: database.name, ...how, ...database.cluster === void 0 ? backups2 : {} }
  };
  return {
    do: "write",
    intent: `delete ${database.name} (${one.resourceId})${wanted ? `, with final snapshot ${snapshot}` : ""}`,
    call,
    shows: (now) => {
      const seen = databaseNow(now, one.resourceId);
      return seen === void 0 || seen.status === "deleting";
    },
    refused: { reason: "cannot_tell", remedy: "mend what RDS names, then run cleanup again" },
    bearer: { kind: one.kind, name: database.name, resourceId: one.resourceId }
  };
}
function snapshotStands(one, name) {
  switch (one.snapshot.is) {
    case "absent":
      return void 0;
    case "unknown":
      return refuse("blocked", "cannot_tell", `whether a snapshot ${name} exists cannot be read: ${one.snapshot.because}`, "allow rds:DescribeDBSnapshots and rds:DescribeDBClusterSnapshots");
    case "known": {
      const { resourceId: resourceId2, status: status2 } = one.snapshot.value;
      if (resourceId2 !== one.resourceId) {
        return refuse("blocked", "not_proven", `the snapshot ${name} exists and is of another database (${resourceId2 === "" ? "of an unknown resource id" : resourceId2})`, "give another final-snapshot-prefix");
      }
      if (status2 === "available")
        return "taken";
      if (isDatabaseFailure(status2))
        return refuse("blocked", "not_proven", `the final snapshot ${name} is ${status2}`, "delete it, or give another final-snapshot-prefix");
      return { do: "wait", intent: `the snapshot ${name} is ${status2}`, pace: "settling" };
    }
  }
}

// lib/phases/cleanup.js
async function observe2(look2, inputs, recall) {
  const seen = await lookForDeployment(look2, inputs, recall, "completed");
  if (seen.trouble !== void 0 || seen.deployment.is === "unknown")
    return seen;
  const deployment2 = valueOf(seen.deployment);
  const stage = deployment2 === void 0 ? void 0 : stageOf(deployment2.status);
  if (deployment2 !== void 0 && (stage === "completed" || stage === "deleting"))
    return lookAtCompleted(look2, inputs, recall, seen, deployment2);
  if (deployment2 !== void 0 && inputs.deploymentId !== void 0)
    return seen;
  const claimed = await claimedWithout(look2, inputs, recall, seen.production);
  return "reason" in claimed ? { ...seen, trouble: claimed } : withOldBlue(look2, inputs, recall, seen, claimed);
}
async function lookAtCompleted(look2, inputs, recall, seen, deployment2) {
  const sides = await lookAtBothSides(look2, seen, deployment2);
  if (stageOf(deployment2.status) === "completed")
    return withOldBlue(look2, inputs, recall, sides, claimedByDeployment(inputs, sides, deployment2));
  const before = valueOf(recall.before?.oldBlue ?? absent);
  const moved = before ?? claimedByDeployment(inputs, sides, deployment2).filter((one) => !isProduction(sides, deployment2, one.resourceId));
  return withOldBlue(look2, inputs, recall, sides, moved);
}
var isProduction = (seen, deployment2, resourceId2) => productionArns(deployment2, valueOf(seen.memory)).some((arn) => valueOf(databaseAt(seen, arn))?.resourceId === resourceId2);
async function claimedWithout(look2, inputs, recall, production) {
  const before = valueOf(recall.before?.oldBlue ?? absent);
  if (before !== void 0 && before.length > 0)
    return before;
  const wanted = inputs.deploymentId;
  if (wanted?.is === "id") {
    const marked = await claimedByMarks(look2, (mark) => mark.deploymentId === wanted.id);
    return await unproven2(look2, inputs, marked) ?? marked;
  }
  const name = valueOf(production)?.name ?? (inputs.source?.is === "arn" ? inputs.source.arn.name : inputs.source?.name);
  const kind = valueOf(production)?.kind;
  const others = /* @__PURE__ */ new Set([...valueOf(production)?.replicas ?? [], ...(valueOf(production)?.members ?? []).map((member) => member.name)]);
  const claimed = await claimedByMarks(look2, (mark) => name === void 0 || mark.production === name && (kind === void 0 || kindOfResourceId(mark.resourceId) === kind) || others.has(mark.production));
  const listed = await unproven2(look2, inputs, claimed);
  if (listed !== void 0)
    return listed;
  if (wanted === void 0 || claimed.length === 0)
    return claimed;
  return {
    reason: "cannot_tell",
    because: `no deployment is called ${wanted.name}; old databases of ${[...new Set(claimed.map((one) => one.deploymentId))].join(", ")} are left, and their marks do not say what it was called`,
    remedy: "give deployment-id: bgd-..., or source alone"
  };
}
async function unproven2(look2, inputs, claimed) {
  const others = inputs.oldResourceIds.filter((id) => !claimed.some((one) => one.resourceId === id));
  const found = await databasesByResourceId(look2, others);
  const there = others.flatMap((id) => valueOf(found.get(id) ?? absent) ?? []);
  if (there.length === 0)
    return void 0;
  return {
    reason: "cannot_tell",
    because: `${there.map((one) => `${one.name} (${one.resourceId})`).join(", ")} of old-resource-ids cannot be proven to be old blue: their deployment is gone, and they bear no mark`,
    remedy: "make sure that nobody uses them, then delete them by hand"
  };
}
async function withOldBlue(look2, inputs, recall, seen, claimed) {
  const proving2 = recall.written.length === 0;
  const at2 = proving2 ? await timeOfSwitchover(look2, inputs, recall, claimed) : recall.before?.switchedOverAt ?? notLooked;
  const old = await lookUp(look2, inputs, claimed, proving2);
  const idleness = proving2 ? await readIdleness(look2, inputs, old) : notLooked;
  return { ...seen, oldBlue: known(old), idleness, switchedOverAt: at2 };
}
async function timeOfSwitchover(look2, inputs, recall, claimed) {
  const open2 = claimed.find((one) => one.switchedOverAt === void 0);
  if (open2 === void 0 || inputs.oldMinAgeHours === 0 || !inputs.deleteOldDatabases)
    return notLooked;
  const before = recall.before?.switchedOverAt;
  if (before !== void 0 && before.is !== "unknown")
    return before;
  return switchedOverAt(look2, open2.deploymentId);
}
function plan2(inputs, situation) {
  const { now } = situation;
  if (now.trouble !== void 0)
    return refuseTrouble(now.trouble);
  const account = accountTrouble(inputs, valueOf(now.deployment)?.source ?? valueOf(now.production)?.arn ?? valueOf(now.oldBlue)?.flatMap((one) => valueOf(one.database)?.arn ?? [])[0]);
  if (account !== void 0)
    return refuseTrouble(account);
  if (now.deployment.is === "unknown")
    return waitFor(`the deployment could not be read: ${now.deployment.because}`, "settling");
  if (now.deployment.is === "absent")
    return withoutDeployment2(inputs, situation);
  const deployment2 = now.deployment.value;
  switch (stageOf(deployment2.status)) {
    case "provisioning":
    case "available":
    case "invalid":
    case "switchover_failed":
    case "failed":
    case "switching":
      return open(inputs, situation, deployment2);
    case "completed":
      return completed(inputs, situation, deployment2);
    case "deleting":
      return waitFor(`deployment ${deployment2.id} is being deleted`, "provisioning");
    case "unknown":
      return refuseUnknownStatus(deployment2);
  }
}
function open(inputs, situation, deployment2) {
  const old = valueOf(situation.now.oldBlue) ?? [];
  if (old.length > 0 && inputs.deleteOldDatabases)
    return fromMarks(inputs, situation, old);
  if (!statusHolds(situation, deployment2))
    return lookOnceMore(deployment2, "confirming");
  const stage = stageOf(deployment2.status);
  const remedy = stage === "switching" ? "run cleanup once the switchover is over" : stage === "switchover_failed" ? "run mode: switchover or mode: abort first" : "run mode: switchover first, or mode: abort to remove it";
  return refuse("blocked", "deployment_unknown", `deployment ${deployment2.id} is ${deployment2.status}: ${stage === "switchover_failed" ? "its switchover did not come to its end" : "it has not been switched over"}`, remedy);
}
function completed(inputs, situation, deployment2) {
  const { now } = situation;
  if (now.memory.is === "unknown")
    return refuseUnreadTags(deployment2, now.memory.because);
  const memory = valueOf(now.memory) ?? EMPTY_MEMORY;
  if (memory.newer !== void 0)
    return refuseNewer(deployment2, memory);
  if (memory.stack !== void 0)
    return refuseOwned(deployment2, memory.stack);
  const outer = globalDatabaseOf(now, deployment2);
  if (outer !== void 0)
    return refuseGlobal(outer);
  const proof = prove(now, deployment2, memory, void 0);
  switch (proof.is) {
    case "failed":
      return refuse("blocked", "member_failed", `deployment ${deployment2.id} says ${deployment2.status}, but ${proof.because.join("; ")}`, "nothing was deleted: a member that failed still is production; look at each member in the console", "switchover");
    case "not_yet":
      if (!statusHolds(situation, deployment2, PROOF))
        return waitFor(`not proven yet: ${proof.because.join("; ")}`, "settling");
      return refuse("blocked", "not_proven", `deployment ${deployment2.id} says ${deployment2.status}, but ${proof.because.join("; ")}`, "nothing was deleted; look at each name in the console");
    case "proven":
      break;
  }
  if (now.oldBlue.is === "unknown")
    return waitFor(`the old databases could not be read: ${now.oldBlue.because}`, "settling");
  const old = valueOf(now.oldBlue) ?? [];
  const danger = inDanger(inputs, old);
  if (danger !== void 0) {
    return statusHolds(situation, deployment2) ? danger : waitFor("looking once more who bears the names of production", "confirming");
  }
  return proving(inputs, situation, old, [
    ...markSteps(situation, deployment2.id, old.filter((one) => one.ours)),
    deletionOfDeployment(deployment2, "is production")
  ]);
}
function inDanger(inputs, old) {
  const danger = (because) => refuse("blocked", "production_in_danger", because, "nothing was deleted; look at both databases in the console, and keep final-snapshot: true");
  for (const one of old) {
    const database = valueOf(one.database);
    if (database === void 0)
      continue;
    const bears = one.productionNow.is === "known" && one.productionNow.value.resourceId === one.resourceId;
    if (bears || database.name === one.production)
      return danger(`${one.production} is ${one.resourceId}, which was recorded as old blue: it is production`);
    if (one.productionNow.is === "unknown")
      return danger(`who bears the name ${one.production} now could not be read: ${one.productionNow.because}`);
    if (one.productionNow.is === "absent" && takesSnapshot(database))
      return danger(`nobody bears the name ${one.production}: ${database.name} may be the only copy`);
    const successor = takesSnapshot(database) ? notASuccessor(one, inputs) : void 0;
    if (successor !== void 0)
      return danger(`${one.production} ${successor}: ${database.name} may be the only copy`);
  }
  return void 0;
}
var SKEW = 5 * 6e4;
function notASuccessor({ productionNow: productionNow2, switchedOverAt: switchedOverAt2 }, inputs) {
  const now = valueOf(productionNow2);
  if (now === void 0)
    return void 0;
  if (now.status === "deleting" || now.status === "creating" || isDatabaseFailure(now.status))
    return `is ${now.status}`;
  if (inputs.finalSnapshot || !inputs.deleteOldDatabases || now.createdAt === void 0 || switchedOverAt2 === void 0 || now.createdAt.getTime() <= switchedOverAt2.getTime() + SKEW)
    return void 0;
  return `was made at ${now.createdAt.toISOString()}, after the switchover, and no final snapshot is asked for`;
}
function proving(inputs, situation, old, first) {
  const judged = situation.written.length > 0 ? [] : judgeAll(cleanupChecks, "cleanup", situation, inputs);
  const checks2 = judged.length === 0 ? {} : { checks: judged.map((one) => one.report) };
  const stop3 = judged.find((one) => one.stops);
  if (stop3 !== void 0) {
    const isUnknown = judged.every((one) => !one.stops || one.verdict.is === "unknown");
    const reason = isUnknown ? "cannot_tell" : stop3.check.reason ?? "checks_not_met";
    return { ...refuse("blocked", reason, `nothing was changed: ${sayStops(judged)}`, remedyOf(judged)), ...checks2 };
  }
  const deletions = inputs.deleteOldDatabases ? deletionSteps(inputs, old.filter((one) => one.ours)) : [];
  if ("is" in deletions)
    return { ...deletions, ...checks2 };
  const [next, ...rest] = [...first, ...deletions];
  return next === void 0 ? finished(situation, old) : { is: "steps", steps: [next, ...rest], ...checks2 };
}
function withoutDeployment2(inputs, situation) {
  const { now } = situation;
  if (now.oldBlue.is === "unknown")
    return waitFor(`the old databases could not be read: ${now.oldBlue.because}`, "settling");
  if (!holds(situation, CLAIMS.deploymentAbsent))
    return waitFor("making sure that the deployment is gone", situation.written.length > 0 ? "settling" : "confirming");
  return fromMarks(inputs, situation, valueOf(now.oldBlue) ?? []);
}
function fromMarks(inputs, situation, old) {
  const did = situation.written.length > 0;
  if (old.length === 0) {
    if (!did && !holds(situation, CLAIMS.noOldBlue))
      return waitFor("making sure that no old database is left", "confirming");
    if (!did && situation.now.production.is === "absent")
      return sourceNotFound(inputs, situation);
    return did ? { is: "done", reason: "cleaned_up", because: "the deployment is gone" } : { is: "done", reason: "nothing_left", because: "no deployment and no marked old database is left" };
  }
  const danger = inDanger(inputs, old);
  if (danger !== void 0)
    return danger;
  const left = old.filter((one) => !holds(situation, CLAIMS.gone(one.resourceId)));
  return !inputs.deleteOldDatabases || left.every((one) => !one.ours) ? finished(situation, left) : proving(inputs, situation, left, []);
}
function finished(situation, left) {
  const names2 = (which2) => which2.map((one) => `${valueOf(one.database)?.name ?? one.resourceId} (${one.resourceId})`).join(", ");
  const ours = left.filter((one) => one.ours);
  const others = left.filter((one) => !one.ours);
  const stays = [
    ...ours.length === 0 ? [] : [`old databases that stay and cost money: ${names2(ours)}`],
    ...others.length === 0 ? [] : [`not touched, because this action did not record them: ${names2(others)}`]
  ];
  const remedies = [
    ...ours.length === 0 ? [] : ["delete them later with mode: cleanup and delete-old-databases: true"],
    ...others.length === 0 ? [] : ["delete by hand what nobody needs any more"]
  ];
  const because = [...whatIsGone(situation, stays.length === 0), ...stays].join("; ");
  const reason = situation.written.length > 0 || situation.first.deployment.is === "known" ? "cleaned_up" : "nothing_left";
  return { is: "done", reason, because, remedy: remedies.join("; ") };
}
function whatIsGone({ first, now }, withOld) {
  const beside = valueOf(now.deployment);
  if (beside === void 0) {
    const which2 = `deployment ${valueOf(first.deployment)?.id ?? ""}`.trim();
    return [withOld ? `${which2} and its old databases are gone` : `${which2} is gone`];
  }
  const earlier = [...new Set((valueOf(now.oldBlue) ?? []).map((one) => one.deploymentId))].join(", ");
  const stays = `deployment ${beside.id} is ${beside.status} and stays`;
  return withOld ? [`the old databases of deployment ${earlier} are gone`, stays] : [stays];
}
function after2(inputs, observed) {
  const deployment2 = valueOf(observed.deployment);
  if (deployment2 !== void 0 && !["completed", "deleting"].includes(stageOf(deployment2.status)))
    return observed;
  const old = (valueOf(observed.oldBlue) ?? []).map((one) => ({ ...one, database: inputs.deleteOldDatabases ? absent : one.database }));
  return { ...observed, deployment: absent, oldBlue: known(old) };
}
var cleanup2 = { name: "cleanup", observe: observe2, plan: plan2, after: after2 };

// lib/rds/surroundings.js
var orderableOf = (one) => ({
  storageType: one.StorageType,
  storage: { from: one.MinStorageSize, to: one.MaxStorageSize },
  iops: { from: one.MinIopsPerDbInstance, to: one.MaxIopsPerDbInstance },
  throughput: { from: one.MinStorageThroughputPerDbInstance, to: one.MaxStorageThroughputPerDbInstance }
});
var ONE_BY_ONE = 2;
async function orderable(look2, engine, version, classes) {
  const common2 = { Engine: engine, EngineVersion: version };
  const asked = classes.length > ONE_BY_ONE ? [common2] : classes.map((one) => ({ ...common2, DBInstanceClass: one }));
  const answers = await Promise.all(asked.map((input) => pages(look2, "DescribeOrderableDBInstanceOptions", input)));
  const all = answers.flat().flatMap((answer) => answer.OrderableDBInstanceOptions ?? []);
  return new Map(classes.map((one) => [one, all.filter((option2) => option2.DBInstanceClass === one).map(orderableOf)]));
}
async function proxyTargets(look2, databases2) {
  const names2 = new Set(databases2.map((one) => one.name.toLowerCase()));
  const proxies = (await pages(look2, "DescribeDBProxies", {})).flatMap((answer) => answer.DBProxies ?? []);
  const found = await Promise.all(proxies.map(async ({ DBProxyName }) => {
    if (DBProxyName === void 0)
      return [];
    const answers = await unlessNotFound(pages(look2, "DescribeDBProxyTargets", { DBProxyName })) ?? [];
    return answers.flatMap((answer) => answer.Targets ?? []).map((target) => ({
      proxy: DBProxyName,
      database: target.RdsResourceId ?? target.TrackedClusterId ?? nameIn(target.TargetArn ?? ""),
      health: target.TargetHealth?.State ?? "",
      because: target.TargetHealth?.Description ?? target.TargetHealth?.Reason ?? ""
    }));
  }));
  return found.flat().filter((target) => names2.has(target.database.toLowerCase()));
}
async function integrationsOf(look2, arns) {
  const filters = [{ Name: "source-arn", Values: [...arns] }];
  const answers = await unlessNotFound(pages(look2, "DescribeIntegrations", { Filters: filters })) ?? [];
  return answers.flatMap((answer) => answer.Integrations ?? []).map((one) => ({ name: one.IntegrationName ?? nameIn(one.IntegrationArn ?? ""), status: one.Status ?? "" }));
}
async function customEndpoints(look2, cluster) {
  const answers = await pages(look2, "DescribeDBClusterEndpoints", { DBClusterIdentifier: cluster });
  return answers.flatMap((answer) => answer.DBClusterEndpoints ?? []).filter((one) => one.EndpointType === "CUSTOM").map((one) => ({
    name: one.DBClusterEndpointIdentifier ?? "",
    staticMembers: one.StaticMembers ?? [],
    excludedMembers: one.ExcludedMembers ?? []
  }));
}
async function pendingMaintenance(look2, database) {
  const filters = [{ Name: database.kind === "cluster" ? "db-cluster-id" : "db-instance-id", Values: [database.name] }];
  const answers = await unlessNotFound(pages(look2, "DescribePendingMaintenanceActions", { Filters: filters })) ?? [];
  return answers.flatMap((answer) => answer.PendingMaintenanceActions ?? []).flatMap((one) => (one.PendingMaintenanceActionDetails ?? []).map((detail) => ({
    database: nameIn(one.ResourceIdentifier ?? ""),
    action: detail.Action ?? "",
    description: detail.Description ?? ""
  })));
}
async function quotas(look2) {
  const { AccountQuotas } = await look2.rds.read("DescribeAccountAttributes", {}, look2.signal);
  return new Map((AccountQuotas ?? []).flatMap((one) => one.AccountQuotaName === void 0 || one.Max === void 0 ? [] : [[one.AccountQuotaName, { used: one.Used ?? 0, max: one.Max }]]));
}
async function engineVersions(look2, engine, version) {
  const which2 = version === void 0 ? {} : { EngineVersion: version };
  const answers = await pages(look2, "DescribeDBEngineVersions", { Engine: engine, ...which2, IncludeAll: true });
  return answers.flatMap((answer) => answer.DBEngineVersions ?? []).flatMap((one) => one.EngineVersion === void 0 ? [] : {
    version: one.EngineVersion,
    family: one.DBParameterGroupFamily,
    targets: (one.ValidUpgradeTarget ?? []).flatMap((target) => target.EngineVersion === void 0 ? [] : { version: target.EngineVersion, isMajor: target.IsMajorVersionUpgrade === true }),
    status: one.Status
  });
}

// lib/observing/facts.js
var NO_FACTS = {
  blueGroups: notLooked,
  greenGroups: notLooked,
  orderable: notLooked,
  orderableToday: notLooked,
  proxyTargets: notLooked,
  integrations: notLooked,
  customEndpoints: notLooked,
  maintenance: notLooked,
  quotas: notLooked,
  freeStorage: notLooked,
  walGeneration: notLooked,
  credits: notLooked
};
var TOLD = [
  "apg_plan_mgmt.capture_plan_baselines",
  "babelfishpg_tds.tds_default_numeric_precision",
  "babelfishpg_tds.tds_default_numeric_scale",
  "babelfishpg_tsql.default_locale",
  "babelfishpg_tsql.migration_mode",
  "babelfishpg_tsql.server_collation_name",
  "binlog_format",
  "event_scheduler",
  "gtid-mode",
  "innodb_flush_log_at_trx_commit",
  "lower_case_table_names",
  "max_logical_replication_workers",
  "max_replication_slots",
  "max_wal_senders",
  "max_worker_processes",
  "rds.babelfish_status",
  "rds.force_ssl",
  "rds.group_replication_enabled",
  "rds.logical_replication",
  "rds.logically_replicate_unlogged_tables",
  "recovery_min_apply_delay",
  "shared_preload_libraries",
  "synchronous_commit"
];
async function group(look2, source2, kind, which2) {
  if (which2 === void 0 || which2.family.is === "absent")
    return void 0;
  const { name, family } = which2;
  const decides = kind === source2.production.kind;
  const [set, told] = await Promise.all([
    isDefaultGroup(name) ? /* @__PURE__ */ new Map() : unlessNotFound(parametersIn(look2, kind, name, "set")),
    decides ? unlessNotFound(parametersIn(look2, kind, name, TOLD)) : /* @__PURE__ */ new Map()
  ]);
  if (set === void 0 || told === void 0)
    return void 0;
  return { kind, name, family: valueOf(family), set, told };
}
var today = (name) => name === void 0 ? void 0 : { name, family: unknown("nobody asked") };
var GATHER = {
  async blueGroups(look2, source2) {
    const { production, instances } = source2;
    const own = instanceGroupOf(production, instances);
    const others = [...new Set(instances.flatMap((one) => one.parameterGroup === own ? [] : one.parameterGroup ?? []))];
    const [instance, cluster, ...replicas] = await Promise.all([
      group(look2, source2, "instance", today(own)),
      group(look2, source2, "cluster", today(production.kind === "cluster" ? production.parameterGroup : void 0)),
      ...others.map((name) => group(look2, source2, "instance", today(name)))
    ]);
    return { instance, cluster, replicas: replicas.flatMap((one) => one ?? []) };
  },
  async greenGroups(look2, source2) {
    const [instance, cluster] = await Promise.all([
      group(look2, source2, "instance", source2.target.group),
      group(look2, source2, "cluster", source2.target.clusterGroup)
    ]);
    return { instance, cluster };
  },
  orderable: (look2, { production, version, classes }) => orderable(look2, production.engine, version, classes),
  async orderableToday(look2, { production, instances, classes }) {
    const added = classes.filter((one) => instances.every((instance) => instance.instanceClass !== one));
    const own = instances[0]?.instanceClass;
    return added.length === 0 || own === void 0 ? /* @__PURE__ */ new Map() : orderable(look2, production.engine, production.engineVersion, [...added, own]);
  },
  proxyTargets: (look2, { blue }) => proxyTargets(look2, blue),
  // Of Aurora the cluster is the source of an integration, of RDS any instance may be.
  integrations: (look2, { production, blue, green: green2 }) => integrationsOf(look2, [...blue, ...green2].filter((one) => one.kind === production.kind).map((one) => one.arn)),
  customEndpoints: async (look2, { production }) => production.kind === "cluster" && production.customEndpoints.length > 0 ? customEndpoints(look2, production.name) : [],
  maintenance: (look2, { production }) => pendingMaintenance(look2, production),
  quotas: (look2) => quotas(look2),
  async freeStorage(look2, { production }) {
    if (production.kind === "cluster")
      return void 0;
    const [free] = await newestOf(look2, production, ["FreeStorageSpace"]);
    return free;
  },
  async walGeneration(look2, { production }) {
    if (production.engine !== "postgres")
      return void 0;
    const to = look2.clock.date();
    const asked = [{ metric: "TransactionLogsGeneration", dimensions: { DBInstanceIdentifier: production.name } }];
    const [points = []] = await maxima(look2, asked, new Date(to.getTime() - 24 * 36e5), to, "hour");
    return points.length === 0 ? void 0 : Math.max(...points.map((point) => point.value));
  },
  async credits(look2, { production }) {
    const metrics = creditMetricsOf(production);
    const found = metrics.length === 0 ? [] : await newestOf(look2, production, metrics);
    const valueFor = (metric) => found[metrics.indexOf(metric)];
    return { burstBalance: valueFor("BurstBalance"), cpuCredits: valueFor("CPUCreditBalance") };
  }
};
var creditMetricsOf = ({ kind, storageType, instanceClass: instanceClass2 }) => kind === "cluster" ? [] : [...storageType === "gp2" ? ["BurstBalance"] : [], ...isBurstable(instanceClass2) ? ["CPUCreditBalance"] : []];
async function newestOf(look2, { name }, metrics) {
  const to = look2.clock.date();
  const asked = metrics.map((metric) => ({ metric, dimensions: { DBInstanceIdentifier: name } }));
  const points = await maxima(look2, asked, new Date(to.getTime() - 10 * 6e4), to);
  return points.map((list3) => list3.at(-1)?.value);
}
async function ifAnswered(answer) {
  try {
    return known(await answer);
  } catch (thrown) {
    if (thrown instanceof _chunk_LNJJPMCI_js__WEBPACK_IMPORTED_MODULE_1__/* .Faulted */ .q3 && ["denied", "refused", "not_found"].includes(thrown.fault.kind))
      return unknown(thrown.message);
    throw thrown;
  }
}
async function gatherFacts(look2, source2, names2) {
  const one = async (name) => [
    name,
    // The compiler does not see that the value fits its name.
    await ifAnswered(GATHER[name](look2, source2))
  ];
  const told = await Promise.all([...new Set(names2)].map(one));
  return { ...NO_FACTS, ...Object.fromEntries(told) };
}
var withFacts = (facts3, over) => facts3.is === "known" ? { is: "known", value: { ...facts3.value, ...over } } : facts3;
var factsUnread = unknown("the facts for the checks were not read");

// lib/observing/hops.js
function hopsBetween(versions, from, asked) {
  const targets = new Map(versions.map((one) => [
    one.version,
    one.targets.map((target) => target.version).toSorted(compareVersions).reverse()
  ]));
  const seen = /* @__PURE__ */ new Set([from]);
  let ways = [[from]];
  while (ways.length > 0) {
    const longer = [];
    for (const way of ways)
      for (const next of targets.get(way.at(-1) ?? "") ?? []) {
        if (isAt(next, asked))
          return [...way.slice(1), next];
        if (seen.has(next))
          continue;
        seen.add(next);
        longer.push([...way, next]);
      }
    ways = longer;
  }
  return [];
}

// lib/observing/prepared.js
var nameOf4 = (production, family, side) => `${production.name}-${family}-bg-${side}`.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/-+/g, "-");
var SEVERAL = [2, 3, 4, 5, 6, 7, 8, 9];
function greenGroups(production, family) {
  const name = nameOf4(production, family, "green");
  return [name, ...SEVERAL.map((number) => `${name}-${number}`)];
}
var preparedBlueGroup = (production, family) => nameOf4(production, family, "blue");
var groupByItself = (used, blueFamily, family) => family === blueFamily ? used : isDefaultGroup(used) && family !== void 0 ? `default.${family}` : void 0;
var saysSeveral = (used, input) => ({
  because: `the databases of blue use different parameter groups: ${used.join(", ")}`,
  remedy: `give ${input}: green gets one group for all of them`
});

// lib/observing/targets.js
async function versionAsked(look2, asked, { engine, engineVersion: engineVersion2 }) {
  const [current] = (await engineVersions(look2, engine, engineVersion2)).filter((one) => one.version === engineVersion2);
  if (asked === void 0 || isAt(engineVersion2, asked))
    return { engineVersion: void 0, blueFamily: current?.family, family: current?.family, reachable: [], hops: [] };
  const reachable = current?.targets.map((one) => one.version) ?? [];
  const exact = resolve(asked, reachable);
  const base = { blueFamily: current?.family, reachable, engineVersion: exact ?? asked };
  if (exact === void 0)
    return { ...base, family: void 0, hops: hopsBetween(await engineVersions(look2, engine), engineVersion2, asked) };
  const [target] = (await engineVersions(look2, engine, exact)).filter((one) => one.version === exact);
  return { ...base, family: target?.family, hops: [] };
}
var inputOf = (kind) => kind === "cluster" ? "target-cluster-parameter-group" : "target-parameter-group";
var blocked = (because, remedy) => ({ trouble: { reason: "checks_not_met", because, remedy } });
async function lookUp2(look2, kind, name) {
  const found = await groupNamed(look2, kind, name);
  if (found.is !== "known")
    return { group: { name, family: found }, notes: known(NO_NOTES) };
  const tags3 = await ifAllowed(tagsAt(look2, found.value.arn));
  const notes = tags3.is === "known" ? known(readGroupNotes(tags3.value)) : tags3;
  return { group: { name, family: known(found.value.family), changedAt: valueOf(notes)?.changedAt }, notes };
}
var refuseUnfinished = (name) => blocked(`prepare has begun to fill parameter group ${name} and has not finished`, "run mode: prepare again; if one is running, let it end");
function takePrepared({ group: group2, notes }, kind, { resourceId: resourceId2 }) {
  const input = inputOf(kind);
  if (notes.is !== "known")
    return {
      trouble: {
        reason: "cannot_tell",
        because: `parameter group ${group2.name} may be what prepare has made for green, and its tags cannot be read${notes.is === "unknown" ? `: ${notes.because}` : ""}`,
        remedy: `allow rds:ListTagsForResource, or give ${input}`
      }
    };
  switch (standingOfGroup(notes.value, resourceId2)) {
    case "finished":
      return { group: group2 };
    case "of_another":
      return void 0;
    case "unfinished":
      return refuseUnfinished(group2.name);
    case "nobodys": {
      const { because, remedy } = saysNobodys(group2.name, input);
      return blocked(because, remedy);
    }
  }
}
async function groupFor(look2, asked, production, version) {
  const [first, ...others] = asked.used;
  const named2 = (name) => lookUp2(look2, asked.kind, name);
  if (asked.given !== void 0) {
    const given4 = await named2(asked.given);
    return valueOf(given4.notes)?.madeFor === UNFINISHED ? refuseUnfinished(given4.group.name) : { group: given4.group };
  }
  if (first === void 0)
    return { group: void 0 };
  const { blueFamily, family, engineVersion: engineVersion2 } = version;
  if (engineVersion2 !== void 0 && !version.reachable.includes(engineVersion2))
    return { group: void 0 };
  const isSameFamily = engineVersion2 === void 0 || family === blueFamily;
  if (!isSameFamily && family === void 0) {
    return {
      trouble: {
        reason: "cannot_tell",
        because: `RDS does not say which parameter group family ${production.engine} ${engineVersion2} needs`,
        remedy: `try again, or give ${inputOf(asked.kind)}`
      }
    };
  }
  for (const name of family === void 0 ? [] : greenGroups(production, family)) {
    if (sameName(name, first))
      continue;
    const there = await named2(name);
    if (there.group.family.is !== "known")
      break;
    const made2 = there.group.family.value === family ? takePrepared(there, asked.kind, production) : void 0;
    if (made2 !== void 0)
      return made2;
  }
  if (others.length > 0) {
    const { because, remedy } = saysSeveral(asked.used, inputOf(asked.kind));
    return blocked(because, remedy);
  }
  const byItself = groupByItself(first, blueFamily, isSameFamily ? blueFamily : family);
  if (byItself === first && !isDefaultGroup(first))
    return { group: (await named2(first)).group };
  if (byItself !== void 0)
    return { group: { name: byItself, family: known((isSameFamily ? blueFamily : family) ?? "") } };
  return blocked(`blue uses the custom parameter group ${first} of family ${blueFamily ?? "unknown"}; the target version needs one of family ${family}`, `make one and give ${inputOf(asked.kind)} (mode: prepare makes it from blue's own values)`);
}
var usedBy = (databases2) => [
  ...new Set(databases2.flatMap((one) => one.parameterGroup === void 0 ? [] : [one.parameterGroup]))
];
async function resolveTarget(look2, inputs, production, blue) {
  const version = await versionAsked(look2, inputs.targetEngineVersion, production);
  const instances = blue.filter((one) => one.kind === "instance");
  const isCluster = production.kind === "cluster";
  const [ofInstances, ofCluster2] = await Promise.all([
    groupFor(look2, { kind: "instance", given: inputs.targetParameterGroup, used: usedBy(instances) }, production, version),
    isCluster ? groupFor(look2, { kind: "cluster", given: inputs.targetClusterParameterGroup, used: usedBy([production]) }, production, version) : { group: void 0 }
  ]);
  const troubles = [ofInstances, ofCluster2].flatMap((one) => "trouble" in one ? [one.trouble] : []);
  return {
    ...version,
    group: "group" in ofInstances ? ofInstances.group : void 0,
    clusterGroup: "group" in ofCluster2 ? ofCluster2.group : void 0,
    trouble: troubles.length === 0 ? void 0 : oneOf2(troubles)
  };
}
function oneOf2(troubles) {
  const [first] = troubles;
  return first === void 0 ? void 0 : {
    reason: first.reason,
    because: troubles.map((one) => one.because).join("; "),
    remedy: [...new Set(troubles.map((one) => one.remedy))].join("; ")
  };
}

// lib/observing/looking-at-source.js
async function blueOf(look2, production) {
  const writerFirst = [...production.members].sort((a, b) => Number(b.writer) - Number(a.writer)).map((member) => member.name);
  const names2 = (production.kind === "cluster" ? writerFirst : production.replicas).filter((name) => !name.startsWith("arn:")).map((name) => name.toLowerCase());
  const found = await databases(look2, "instance", { by: "name", values: names2 });
  const ordered = names2.flatMap((name) => found.filter((one) => one.name.toLowerCase() === name));
  if (ordered.length !== names2.length)
    return unknown(`not every database of ${production.name} could be seen: ${names2.join(", ")}`);
  return known([production, ...ordered]);
}
async function withInstances(look2, inputs, seen) {
  if (seen.deployment.is !== "absent" || seen.production.is !== "known" || inputs.targetParameterGroup === void 0)
    return seen;
  return seen.production.value.kind === "cluster" ? { ...seen, blue: await blueOf(look2, seen.production.value) } : seen;
}
async function lookAtTarget(look2, inputs, production, blue, facts3) {
  if (blue.is !== "known")
    return { target: notLooked, facts: notLooked };
  const target = await resolveTarget(look2, inputs, production, blue.value);
  if (facts3 === void 0)
    return { target: known(target), facts: notLooked };
  return { target: known(target), facts: known(await gatherFacts(look2, sourceOf(production, blue.value, target, inputs), facts3)) };
}

// lib/phases/about-source.js
function planOfSource(inputs, situation, ways) {
  const { now } = situation;
  if (now.trouble !== void 0)
    return refuseTrouble(now.trouble);
  if (now.production.is === "absent")
    return sourceNotFound(inputs, situation);
  if (now.production.is === "unknown")
    return waitFor(`the source could not be read: ${now.production.because}`, "settling");
  const production = now.production.value;
  const account = accountTrouble(inputs, production.arn);
  if (account !== void 0)
    return refuseTrouble(account);
  const misfit = misfits(inputs, production);
  if (misfit !== void 0)
    return misfit;
  if (now.greenOf.is === "unknown")
    return waitFor(`the deployments could not be read: ${now.greenOf.because}`, "settling");
  if (now.greenOf.is === "known") {
    return refuse("blocked", "source_in_deployment", `${production.name} is the green side of deployment ${now.greenOf.value.id}`, "give the blue database as source");
  }
  switch (now.deployment.is) {
    case "unknown":
      return waitFor(`the deployments could not be read: ${now.deployment.because}`, "settling");
    case "absent":
      return ways.without(production);
    case "known":
      return planWith(production, now.deployment.value, ways);
  }
}
function misfits(inputs, production) {
  const options = optionsAsked(inputs);
  const ofInstances = [
    "instance-class",
    "storage-type",
    "allocated-storage",
    "iops",
    "storage-throughput",
    "upgrade-storage-config"
  ];
  const wrong2 = (production.kind === "cluster" ? ofInstances : ["cluster-parameter-group"]).filter((name) => options.has(name));
  if (wrong2.length === 0)
    return void 0;
  const kind = production.kind === "cluster" ? "an Aurora DB cluster" : "a DB instance";
  return refuse("failed", "invalid_input", `${production.name} is ${kind}, for which RDS does not take ${wrong2.map(inputNameOf).join(", ")}`, "leave it out");
}
function planWith(production, deployment2, ways) {
  switch (stageOf(deployment2.status)) {
    case "provisioning":
    case "available":
      return ways.open(production, deployment2);
    case "switching":
      return ways.switching(production, deployment2);
    case "completed": {
      const failed2 = deployment2.members.filter((member) => isFailure(member.status)).map((member) => `${nameIn(member.target ?? member.source ?? "")} ${member.status ?? ""}`);
      if (failed2.length === 0)
        return ways.without(production);
      return refuse("failed", "member_failed", `deployment ${deployment2.id} of ${production.name} says ${deployment2.status}, but ${failed2.join(", ")}: production is half switched over`, "look at each member in the console before another deployment is made", "switchover");
    }
    case "switchover_failed":
      return refuse("failed", "switchover_failed", `deployment ${deployment2.id} of ${production.name} is ${deployment2.status}`, "look at it with mode: status; mode: switchover tries again if no name has moved, mode: abort removes it", "switchover");
    case "invalid":
    case "failed":
      return refuse("failed", "provisioning_failed", `deployment ${deployment2.id} of ${production.name} is ${deployment2.status}`, "mend the cause, remove it with mode: abort, then run create again", "provisioning");
    case "deleting":
      return waitFor(`deployment ${deployment2.id} is being deleted`, "provisioning");
    case "unknown":
      return refuseUnknownStatus(deployment2);
  }
}
function alreadyThere(inputs, production, blue) {
  const compared = compareProduction(optionsAsked(inputs), production, blue);
  if (allMet(compared)) {
    const open2 = unseen(compared);
    const caveat = open2.length === 0 ? "" : `; what cannot be seen from RDS: ${open2.join(", ")}`;
    return {
      is: "done",
      reason: "already_at_target",
      because: `${production.name} already is what is asked for (${production.engine} ${production.engineVersion})${caveat}`
    };
  }
  if (compared.some((one) => one.agreement !== "cannot_tell"))
    return void 0;
  return refuse("blocked", "cannot_tell", `whether ${production.name} already is what is asked for cannot be seen: ${unseen(compared).join(", ")}`, "give the id or ARN of the key instead of its alias");
}
function notYetAvailable(blue, phase) {
  const other = blue.find((one) => one.status !== "available");
  if (other === void 0)
    return void 0;
  const { name, because, reason, pace: pace2 } = phase;
  if (isDatabaseFailure(other.status) || other.status === "stopped") {
    return refuse("blocked", reason, `${other.name} is ${other.status}; ${because}`, `bring it back to available, then run ${name} again`);
  }
  if (!isKnownDatabaseStatus(other.status)) {
    return refuse("blocked", "status_unknown", `${other.name} has the status "${other.status}", which this release does not know`, `wait until it is available, then run ${name} again`);
  }
  return waitFor(`${other.name} is ${other.status}; ${because}`, pace2);
}

// lib/phases/young-groups.js
var NOTED_FOR = 6e4;
var SETTLED = 5 * 6e4 + NOTED_FOR;
function youngGroups(groups, { date, pace: pace2 }) {
  const limit = pace2.scaled(SETTLED);
  const young = groups.flatMap((one) => {
    const age = one?.changedAt === void 0 ? void 0 : date.getTime() - one.changedAt.getTime();
    return one !== void 0 && age !== void 0 && Math.abs(age) < limit ? [{ name: one.name, left: limit - age }] : [];
  });
  if (young.length === 0)
    return void 0;
  return waitStep(young.map((one) => one.name).join(" and "), Math.min(limit, Math.max(...young.map((one) => one.left))));
}
var waitStep = (what, atLeast) => ({
  do: "wait",
  intent: `RDS takes in ${what}: AWS wants five minutes between the last change of a parameter group and its first use`,
  pace: "provisioning",
  atLeast
});

// lib/phases/create.js
var NEW_ID = "bgd-(new)";
var AVAILABLE_ONLY = {
  name: "create",
  because: "RDS makes deployments of available databases only",
  reason: "create_refused",
  pace: "settling"
};
async function observe3(look2, inputs, recall) {
  const { production, trouble: trouble2 } = await locateProduction(look2, inputs);
  if (trouble2 !== void 0 || production.is !== "known")
    return { ...NOTHING_SEEN, trouble: trouble2, production };
  const chosen2 = await chooseDeployment(look2, { ...inputs, deploymentId: void 0 }, production, "open");
  const seen = { ...NOTHING_SEEN, ...chosen2, production };
  if (chosen2.trouble !== void 0)
    return seen;
  if (chosen2.deployment.is === "known" && stageOf(chosen2.deployment.value.status) !== "completed")
    return lookAtOpen(look2, seen, chosen2.deployment.value);
  const blue = await blueOf(look2, production.value);
  if (atTarget(inputs, production.value, blue))
    return { ...seen, blue };
  const name = deploymentNameOf(inputs, production.value);
  const namesake = (await deploymentsWhere(look2, "blue-green-deployment-name", name)).find((one) => one.name === name);
  if (namesake !== void 0 && stageOf(namesake.status) !== "completed" && labelOf(namesake.source) === labelOf(production.value.arn)) {
    return lookAtOpen(look2, { ...seen, deployment: known(namesake) }, namesake);
  }
  const judged = inputs.dryRun ? [...createChecks, ...atSwitchoverChecks] : createChecks;
  const facts3 = recall.before === void 0 && !inputs.dryRun ? void 0 : factsFor(judged);
  const found = await lookAtTarget(look2, inputs, production.value, blue, facts3);
  const target = found.target.is === "known" ? known(withNotes(found.target.value, recall.before)) : found.target;
  return { ...seen, blue, ...found, target, namesake: namesake === void 0 ? absent : known(namesake) };
}
function withNotes(target, before) {
  const earlier = before === void 0 ? void 0 : valueOf(before.target);
  const kept = (now, then) => now === void 0 || now.changedAt !== void 0 || now.name !== then?.name ? now : { ...now, changedAt: then.changedAt };
  return { ...target, group: kept(target.group, earlier?.group), clusterGroup: kept(target.clusterGroup, earlier?.clusterGroup) };
}
async function lookAtOpen(look2, seen, deployment2) {
  const sides = await lookAtBothSides(look2, seen, deployment2);
  const blue = blueOfDeployment(sides, deployment2);
  return { ...sides, blue: blue === void 0 ? unknown(`not every database of ${deployment2.id} could be seen`) : known(blue) };
}
var plan3 = (inputs, situation) => planOfSource(inputs, situation, {
  open: (production, deployment2) => adopt(inputs, situation, production, deployment2),
  switching(production, deployment2) {
    const memory = valueOf(situation.now.memory);
    const lines = memory?.request === void 0 ? [] : differences(memory, optionsAsked(inputs), "all");
    if (lines.length > 0)
      return refuseDifferent(production, deployment2, lines);
    return { is: "done", reason: "deployment_adopted", because: `deployment ${deployment2.id} of ${production.name} is being switched over` };
  },
  without: (production) => planWithout(inputs, situation, production)
});
function adopt(inputs, situation, production, deployment2) {
  const { now } = situation;
  const ours = situation.written.some((one) => one.call.operation === "CreateBlueGreenDeployment" && mayHaveHappened(one));
  const done2 = ours ? {
    is: "done",
    reason: "deployment_created",
    because: `deployment ${deployment2.id} (${deployment2.name}) of ${production.name} was created`
  } : {
    is: "done",
    reason: "deployment_adopted",
    because: `deployment ${deployment2.id} (${deployment2.name}) of ${production.name} is there already, as asked for`
  };
  if (now.memory.is === "unknown") {
    if (ours)
      return done2;
    return refuse("blocked", "cannot_tell", `what deployment ${deployment2.id} was made for cannot be read: ${now.memory.because}`, "allow rds:ListTagsForResource");
  }
  const memory = valueOf(now.memory) ?? EMPTY_MEMORY;
  if (memory.newer !== void 0)
    return refuseNewer(deployment2, memory);
  const options = optionsAsked(inputs);
  const first = memory.blue[0];
  if (first !== void 0 && first.name === production.name && first.resourceId !== production.resourceId) {
    if (!statusHolds(situation, deployment2))
      return waitFor(`looking once more whether ${production.name} is what deployment ${deployment2.id} was made of`, "confirming");
    return refuse("blocked", "production_in_danger", `${production.name} is ${production.resourceId} now; deployment ${deployment2.id} was made when it was ${first.resourceId}: somebody has renamed or replaced it`, "look at both databases in the console; remove the deployment with mode: abort and make a new one");
  }
  if (memory.request !== void 0) {
    const lines = memory.request === digestOf(production.name, options) ? [] : differences(memory, options, "all");
    return lines.length === 0 ? done2 : refuseDifferent(production, deployment2, lines);
  }
  return adoptUnrecorded(options, situation, production, deployment2, memory, done2);
}
var refuseDifferent = (production, deployment2, lines) => refuse("blocked", "deployment_differs", `${production.name} already has deployment ${deployment2.id} (${deployment2.status}), which differs from what is asked for: ${lines.join("; ")}`, "ask for what it was made for, or remove it with mode: abort first");
function adoptUnrecorded(options, situation, production, deployment2, memory, done2) {
  const { now } = situation;
  const green2 = databaseAt(now, deployment2.target);
  if (stageOf(deployment2.status) !== "available" || green2.is !== "known") {
    return waitFor(`deployment ${deployment2.id} was not made by this action: waiting until its green can be compared with what is asked for`, "provisioning");
  }
  const lines = differencesOf3(compareWith(options, green2.value, greenInstanceGroup(now, deployment2)));
  if (lines.length > 0)
    return refuseDifferent(production, deployment2, lines);
  if (memory.blue.length > 0)
    return done2;
  if (now.blue.is !== "known")
    return waitFor(`the databases of ${production.name} could not be read`, "settling");
  return rememberBlue(production, now.blue.value, deployment2);
}
function planWithout(inputs, situation, production) {
  const { now } = situation;
  const already = alreadyThere(inputs, production, now.blue);
  if (already !== void 0)
    return already;
  if (production.globalCluster !== void 0)
    return refuseGlobal(production.globalCluster);
  if (now.blue.is !== "known")
    return waitFor(`the databases of ${production.name} could not be read`, "settling");
  if (now.namesake.is === "known")
    return refuseNamesake(situation, production, now.namesake.value);
  const sure = holds(situation, CLAIMS.namesakeAbsent) && (now.deployment.is !== "absent" || holds(situation, CLAIMS.deploymentAbsent));
  if (now.namesake.is === "unknown")
    return waitFor("the deployments could not be read", "settling");
  if (!sure)
    return waitFor(`making sure that no deployment of ${production.name} is there`, "confirming");
  if (now.target.is !== "known" || now.facts.is !== "known")
    return waitFor("the target could not be read", "settling");
  const call = createStep(inputs, situation, production, now.blue.value, now.target.value);
  const judged = judgeAll(createChecks, "create", situation, inputs);
  const checks2 = judged.map((one) => one.report);
  if (judged.some((one) => one.stops)) {
    const stopped = refuse("blocked", "checks_not_met", sayStops(judged), remedyOf(judged));
    return { ...stopped, checks: checks2, would: [call] };
  }
  const waiting = notYetAvailable(now.blue.value, AVAILABLE_ONLY);
  if (waiting?.is === "refuse")
    return { ...waiting, checks: checks2, would: [call] };
  const young = youngGroups([now.target.value.group, now.target.value.clusterGroup], situation);
  const first = waiting?.is === "steps" ? waiting.steps[0] : young;
  return { is: "steps", steps: first === void 0 ? [call] : [first, call], checks: checks2 };
}
function createStep(inputs, { run: run2 }, production, blue, target) {
  const name = deploymentNameOf(inputs, production);
  const version = target.engineVersion === void 0 ? "" : ` with ${production.engine} ${target.engineVersion}`;
  return {
    do: "write",
    intent: `create deployment ${name} of ${production.name}${version}`,
    call: { operation: "CreateBlueGreenDeployment", input: createRequest(inputs, production, blue, target, run2.url) },
    shows: (seen) => seen.deployment.is === "known" && stageOf(seen.deployment.value.status) !== "completed",
    refused: { reason: "create_refused", remedy: "mend what RDS names, then run create again" }
  };
}
function refuseNamesake(situation, production, namesake) {
  if (stageOf(namesake.status) === "deleting")
    return waitFor(`deployment ${namesake.id}, which bears the same name, is being deleted`, "provisioning");
  if (labelOf(namesake.source) === labelOf(production.arn) || namesake.target !== void 0 && labelOf(namesake.target) === labelOf(production.arn)) {
    if (!holds(situation, CLAIMS.namesake(namesake.status), PROOF))
      return waitFor(`deployment ${namesake.id} is ${namesake.status}: waiting until ${production.name} is what it made`, "settling");
    return refuse("failed", "not_proven", `deployment ${namesake.id} (${namesake.name}) of ${production.name} is ${namesake.status}, but ${production.name} runs ${production.engine} ${production.engineVersion} and is not what was asked for`, "look at it with mode: status; remove it with mode: cleanup, or give another deployment-name, to upgrade again");
  }
  const ours = situation.written.length > 0;
  return refuse("blocked", "deployment_differs", `the name ${namesake.name} belongs to deployment ${namesake.id} of another source, ${nameIn(namesake.source)}${ours ? ", made meanwhile" : ""}`, "give another deployment-name");
}
var tagsOf2 = (tags3) => new Map(tags3.map((tag) => [tag.Key ?? "", tag.Value ?? ""]));
function after3(inputs, observed) {
  const production = valueOf(observed.production);
  if (production === void 0 || atTarget(inputs, production, observed.blue))
    return observed;
  const existing = valueOf(observed.deployment);
  if (existing !== void 0 && stageOf(existing.status) === "switching")
    return observed;
  const request = createRequest(inputs, production, valueOf(observed.blue) ?? [production], valueOf(observed.target) ?? NO_TARGET, "");
  const tags3 = tagsOf2(request.Tags ?? []);
  const open2 = existing !== void 0 && ["provisioning", "available"].includes(stageOf(existing.status)) ? existing : void 0;
  const deployment2 = open2 ?? {
    id: NEW_ID,
    name: deploymentNameOf(inputs, production),
    status: "PROVISIONING",
    statusDetails: void 0,
    source: production.arn,
    target: void 0,
    members: [],
    tasks: [],
    createTime: void 0,
    tags: known(tags3)
  };
  const isRecorded = valueOf(observed.memory)?.request !== void 0;
  const added = open2 === void 0 ? tags3 : tagsOf2(blueMemory(production, valueOf(observed.blue) ?? [production]));
  const recorded = isRecorded ? observed.memory : known(readMemory(added));
  return { ...observed, trouble: void 0, deployment: known(deployment2), memory: recorded, namesake: notLooked, greenOf: absent };
}
var NO_TARGET = {
  engineVersion: void 0,
  group: void 0,
  clusterGroup: void 0,
  blueFamily: void 0,
  family: void 0,
  reachable: [],
  hops: [],
  trouble: void 0
};
var create = { name: "create", observe: observe3, plan: plan3, after: after3 };

// lib/observing/preparing.js
var groupKey = (kind, name) => `${kind} ${name.toLowerCase()}`;
function namesOfGroups(inputs, production, blue, { blueFamily, family }) {
  const names2 = (kind, current2, source2, target, others2 = []) => {
    const own = source2 ?? (blueFamily === void 0 ? void 0 : preparedBlueGroup(production, blueFamily));
    const derived = family === void 0 ? [] : greenGroups(production, family);
    return { kind, current: current2, others: others2, blue: own, greens: target === void 0 ? derived : [target] };
  };
  const current = instanceGroupOf(production, blue.slice(1));
  const used = blue.flatMap((one) => one.kind === "instance" && one.parameterGroup !== void 0 ? [one.parameterGroup] : []);
  const others = [...new Set(used)].filter((name) => name !== current);
  const ofInstances = names2("instance", current, inputs.sourceParameterGroup, inputs.targetParameterGroup, others);
  if (production.kind === "instance")
    return [ofInstances];
  return [names2("cluster", production.parameterGroup, inputs.sourceClusterParameterGroup, inputs.targetClusterParameterGroup), ofInstances];
}
async function usersOfGroups(look2, kinds) {
  const users = /* @__PURE__ */ new Map();
  for (const one of (await Promise.all(kinds.map((kind) => databases(look2, kind, { by: "all" })))).flat()) {
    if (one.parameterGroup === void 0)
      continue;
    const key = groupKey(one.kind, one.parameterGroup);
    users.set(key, [...users.get(key) ?? [], one.name]);
  }
  return users;
}
async function groupSeen(look2, kind, name, isOurs, users) {
  const found = valueOf(await groupNamed(look2, kind, name));
  if (found === void 0)
    return void 0;
  const isDefault = isDefaultGroup(found.name);
  const [set, told, notes] = await Promise.all([
    isDefault ? /* @__PURE__ */ new Map() : unlessNotFound(parametersIn(look2, kind, found.name, "set")),
    unlessNotFound(parametersIn(look2, kind, found.name, TOLD)),
    isDefault || !isOurs ? NO_NOTES : tagsAt(look2, found.arn).then(readGroupNotes)
  ]);
  if (set === void 0 || told === void 0)
    return void 0;
  const group2 = { kind, name: found.name, family: found.family, set, told };
  const key = groupKey(kind, name);
  return [key, { group: group2, arn: found.arn, ...notes, users: users.get(key) ?? [] }];
}
async function lookAtGroups(look2, names2, before) {
  const users = await usersOfGroups(look2, names2.map((one) => one.kind));
  const seenOf = async ({ kind, current, others, blue, greens }) => {
    const isOurs = (name) => [blue, ...greens].some((one) => one !== void 0 && sameName(one, name));
    const first = [...new Set([current, ...others, blue].flatMap((name) => name?.toLowerCase() ?? []))];
    const found = await Promise.all(first.map((name) => groupSeen(look2, kind, name, isOurs(name), users)));
    for (const name of greens) {
      if (first.includes(name.toLowerCase()))
        continue;
      const seen = await groupSeen(look2, kind, name, true, users);
      if (seen === void 0)
        break;
      found.push(seen);
    }
    return found;
  };
  const groups = (await Promise.all(names2.map(seenOf))).flat();
  return new Map(groups.flatMap((one) => {
    if (one === void 0)
      return [];
    const [key, seen] = one;
    const earlier = before?.groups.get(key);
    return [[key, { ...seen, changedAt: seen.changedAt ?? earlier?.changedAt, madeFor: seen.madeFor ?? earlier?.madeFor }]];
  }));
}
async function lookAtDefinitions(look2, kinds, families, before) {
  const wanted = [...new Set(families)].flatMap((family) => kinds.map((kind) => ({ kind, family })));
  const definitions = wanted.map(async ({ kind, family }) => {
    const key = groupKey(kind, family);
    return [key, before?.definitions.get(key) ?? await parametersOfFamily(look2, kind, family)];
  });
  return new Map(await Promise.all(definitions));
}

// lib/preparing/batches.js
var MOST = 20;
var batchesOf = (settings2) => Array.from({ length: Math.ceil(settings2.length / MOST) }, (_, at2) => settings2.slice(at2 * MOST, (at2 + 1) * MOST));
var settingOf = (name, value, definitions) => ({
  name,
  value,
  applyType: definitions.get(name)?.applyType ?? "static"
});
var methodOf = ({ applyType }) => applyType === "dynamic" ? "immediate" : "pending-reboot";
var rowsToReset = (settings2) => settings2.map((one) => ({ ParameterName: one.name, ApplyMethod: methodOf(one) }));
var rowsToSet = (settings2) => settings2.map((one) => ({ ParameterName: one.name, ParameterValue: one.value, ApplyMethod: methodOf(one) }));

// lib/preparing/needs.js
function needsOf({ production, replication: replication2, isAurora }, kind, group2) {
  const isLogical2 = replication2 === "logical";
  if (kind !== production.kind)
    return isLogical2 && group2.set.has(SYNCHRONOUS_COMMIT.name) ? [SYNCHRONOUS_COMMIT] : [];
  if (isLogical2)
    return [LOGICAL_REPLICATION, ...SIZES, ...isAurora ? [SYNCHRONOUS_COMMIT] : []];
  return production.engine === "aurora-mysql" ? [BINARY_LOG] : [];
}
function standingOf(need, group2) {
  if (need.isMet(valueIn2(group2, need.name), group2))
    return "met";
  const set = group2.set.get(need.name)?.value;
  return need.isLeast && set !== void 0 && isFormula(set) ? "left" : "missing";
}

// lib/preparing/contents.js
function contentsOf(filling2) {
  const { group: group2, definitions, from, fromDefinitions, keepsOwn, apart, asked, needs } = filling2;
  const follows = from !== void 0 && !keepsOwn;
  const begins = follows ? { ...group2, set: /* @__PURE__ */ new Map(), told: /* @__PURE__ */ new Map() } : group2;
  const wishes = /* @__PURE__ */ new Map();
  const needed = /* @__PURE__ */ new Set();
  const left = [];
  const wish = (name, asItIs, isNeeded) => {
    const definition = definitions.get(name);
    const value = spelled(definition, asItIs);
    const because = whyNot(definition, value, group2.family);
    if (because !== void 0) {
      if (!left.some((one) => one.name === name))
        left.push({ name, value, because });
      return;
    }
    wishes.set(name, value);
    if (isNeeded)
      needed.add(name);
  };
  for (const { name, value } of from?.set.values() ?? []) {
    if (apart.has(name) || keepsOwn && group2.set.has(name))
      continue;
    if (value === void 0)
      left.push({ name, value: "", because: "RDS does not show what it is set to" });
    else
      wish(name, value, false);
  }
  for (const [name, { value }] of apart)
    if (value !== "" || begins.set.has(name))
      wish(name, value, true);
  for (const [name, value] of asked)
    wish(name, value, true);
  const formulas = [];
  for (const need of needs) {
    if (asked.has(need.name))
      continue;
    const soFar = withValues(begins, wishes, definitions);
    const standing = standingOf(need, soFar);
    if (standing === "missing")
      wish(need.name, need.valueFor(soFar), true);
    if (standing === "left")
      formulas.push(need.name);
  }
  const says = (name) => (group2.set.get(name) ?? definitions.get(name))?.value;
  const open2 = [...wishes].filter(([name, value]) => says(name) !== value);
  const isCarried = (name) => wishes.has(name) || fromDefinitions.get(name)?.value === group2.set.get(name)?.value;
  const extra = follows ? [...group2.set].filter(([name]) => !isCarried(name)) : [];
  const kept = new Map([...group2.set].filter(([name]) => !extra.some(([other]) => other === name)));
  return {
    missing: open2.map(([name, value]) => settingOf(name, value, definitions)),
    extra: extra.map(([name, { value = "" }]) => settingOf(name, value, definitions)),
    needed: open2.flatMap(([name]) => needed.has(name) ? [name] : []),
    left,
    formulas,
    made: withValues({ ...begins, set: kept }, wishes, definitions)
  };
}
var userSet = (name, value, definition) => ({
  name,
  value,
  isSetByUser: true,
  applyType: definition?.applyType ?? "static",
  isModifiable: true,
  allowedValues: definition?.allowedValues,
  dataType: definition?.dataType
});
var withValues = (group2, values, definitions) => ({
  ...group2,
  set: new Map([...group2.set, ...[...values].map(([name, value]) => [name, userSet(name, value, definitions.get(name))])]),
  told: new Map([...definitions, ...group2.told])
});

// lib/preparing/remarks.js
function remarksOn(name, { left, formulas }, from) {
  return [
    ...left.map((one) => `${one.name}=${one.value}${from === void 0 ? "" : ` of ${from}`} is not in parameter group ${name}: ${one.because}`),
    ...formulas.map((one) => `${one} of parameter group ${name} is a formula and was left as it is: make sure that it comes to enough`)
  ];
}

// lib/preparing/blue.js
function blueWork(one) {
  const { kind, source: source2, used, inputs, blueFamily, definitions } = one;
  const asked = askedOf(inputs, "blue", kind);
  const needs = needsOf(source2, kind, used.group);
  const { blue: own } = definitions;
  const filling2 = { definitions: own, fromDefinitions: own, apart: /* @__PURE__ */ new Map(), asked: asked.values, needs };
  const today2 = contentsOf({ ...filling2, group: { ...used.group, family: blueFamily }, from: void 0, keepsOwn: true });
  const isPrepared = one.blue !== void 0 && sameName(used.group.name, one.blue);
  const asks = needs.length > 0 || asked.values.size > 0;
  const workOn = (name2, seen2, contents, from) => decided({
    wanted: name2,
    work: {
      side: "blue",
      kind,
      name: name2,
      family: blueFamily,
      seen: seen2,
      missing: contents.missing,
      extra: contents.extra,
      isToBeFinished: false,
      isLive: (seen2?.users ?? []).some((user) => isOfBlue(one, user)),
      from: from === void 0 || isDefaultGroup(from) ? void 0 : from,
      made: contents.made
    },
    group: contents.made,
    notes: [...remarksOn(name2, contents, from), ...belowNeeds(asked, needs)]
  });
  if (today2.missing.length === 0) {
    if (isPrepared && asks)
      return workOn(used.group.name, used, today2);
    return decided({
      wanted: asks ? used.group.name : void 0,
      work: void 0,
      group: used.group,
      notes: remarksOn(used.group.name, today2, void 0)
    });
  }
  const name = one.blue ?? "";
  const seen = one.preparing.groups.get(groupKey(kind, name));
  const stands = standsInTheWay(one, name, seen, asked);
  if (stands !== void 0)
    return stands;
  if (isPrepared)
    return workOn(used.group.name, used, today2);
  const group2 = { ...seen?.group ?? emptyGroup(kind, name, blueFamily, definitions.blue), family: blueFamily };
  const keepsOwn = asked.group !== void 0;
  return workOn(name, seen, contentsOf({ ...filling2, group: group2, from: used.group, keepsOwn }), used.group.name);
}
var belowNeeds = ({ input, values }, needs) => needs.flatMap((need) => {
  const value = values.get(need.name);
  return value === void 0 || !need.isLeast || isFormula(value) || need.isMet(value) ? [] : [`${input}: ${need.name}=${value} may be too few: ${need.valueFor()} is enough for a few dozen databases`];
});
var isOfBlue = ({ source: source2 }, name) => source2.blue.some((one) => one.name === name);
function standsInTheWay(one, name, seen, asked) {
  const { kind, source: source2, used, blueFamily } = one;
  const another = `give ${asked.groupInput}: another one, which is made if it does not exist`;
  if (isDefaultGroup(name))
    return blocked2(`${name} is a default parameter group, which nobody can edit`, another);
  if (seen !== void 0 && seen.group.family !== blueFamily)
    return blocked2(`parameter group ${name} is of family ${seen.group.family}; ${source2.production.name} needs one of ${blueFamily}`, another);
  const strangers = (seen?.users ?? []).filter((user) => !isOfBlue(one, user));
  if (strangers.length > 0)
    return blocked2(`parameter group ${name} is used by ${strangers.join(", ")} too, and is not edited`, another);
  if (asked.group === void 0 && seen !== void 0 && !sameName(name, used.group.name)) {
    const nobodys = refuseNobodys(seen, asked.groupInput);
    if (nobodys !== void 0)
      return nobodys;
  }
  if (kind === "cluster" || asked.group !== void 0)
    return void 0;
  const others = source2.instances.filter(({ parameterGroup: own }) => own !== void 0 && !isDefaultGroup(own) && !sameName(own, used.group.name) && !sameName(own, name));
  if (others.length === 0)
    return void 0;
  return blocked2(`${others.map((other) => `${other.name} uses the parameter group ${other.parameterGroup}`).join(", ")}, and ${source2.production.name} uses ${used.group.name}`, `give ${asked.groupInput}: all of them get that one`);
}
function ofStandbys({ kind, others, preparing, source: source2 }, blue) {
  if (kind !== "instance" || source2.production.engine !== "postgres" || blue.wanted === void 0)
    return [];
  return others.flatMap((name) => {
    const seen = preparing.groups.get(groupKey(kind, name));
    if (seen === void 0 || !sameName(blue.wanted ?? "", source2.production.parameterGroup ?? ""))
      return [];
    const fewer = STANDBY.filter((one) => (numberIn(seen.group, one) ?? 0) < (numberIn(blue.group, one) ?? 0));
    const users = source2.instances.flatMap((one) => sameName(one.parameterGroup ?? "", name) ? [one.name] : []);
    return fewer.length === 0 ? [] : [`${users.join(", ")} stays in ${name}: raise ${fewer.join(", ")} there to what ${blue.group.name} says, or it stops replaying`];
  });
}
var STANDBY = ["max_connections", "max_prepared_transactions", "max_locks_per_transaction", "max_wal_senders", "max_worker_processes"];

// lib/preparing/green.js
function greenWork(one, blue) {
  const { kind, source: source2, inputs, family, blueFamily, definitions } = one;
  const asked = askedOf(inputs, "green", kind);
  const trouble2 = differentGroups(one, blue, asked.group, asked.groupInput);
  if (trouble2 !== void 0)
    return trouble2;
  const name = asked.group ?? freeName(one, blue);
  const seen = one.preparing.groups.get(groupKey(kind, name));
  const isLogical2 = source2.replication === "logical";
  const keepsOwn = asked.group !== void 0;
  const apart = apartOf(blue.group, (keepsOwn ? seen?.group.set : void 0) ?? /* @__PURE__ */ new Map(), isLogical2);
  const isDerived = asked.group === void 0;
  if (isDerived && seen !== void 0 && !sameName(name, blue.group.name)) {
    const nobodys = refuseNobodys(seen, asked.groupInput);
    if (nobodys !== void 0)
      return nobodys;
  }
  const standing = seen === void 0 ? "nobodys" : standingOfGroup(seen, source2.production.resourceId);
  const isThere = seen?.group.family === family && ["finished", "unfinished"].includes(standing);
  if (isDerived && !isThere && !needsItsOwn(one, blue, asked.values.size > 0, apart))
    return decided({ work: void 0, group: whatItGets(one, blue), notes: [] });
  if (seen === void 0 && isDefaultGroup(name))
    return blocked2(`there is no parameter group ${name}`, `correct ${asked.groupInput}`);
  if (seen !== void 0 && seen.group.family !== family)
    return blocked2(`parameter group ${name} is of family ${seen.group.family}; green needs one of ${family}`, `give another ${asked.groupInput}`);
  const contents = contentsOf({
    group: { ...seen?.group ?? emptyGroup(kind, name, family, definitions.green), family },
    definitions: definitions.green,
    from: sameName(name, blue.group.name) ? void 0 : blue.group,
    fromDefinitions: definitions.blue,
    keepsOwn,
    apart,
    asked: asked.values,
    needs: needsOf(source2, kind, blue.group)
  });
  const work = ({ missing, extra, made: made2 }) => ({
    side: "green",
    kind,
    name,
    family,
    seen,
    missing,
    extra,
    isToBeFinished: isDerived || seen === void 0 || seen.madeFor === UNFINISHED || missing.length > 0,
    isLive: false,
    from: sameName(name, blue.group.name) || isDefaultGroup(blue.group.name) ? void 0 : blue.group.name,
    made: made2
  });
  if (!isDerived && standing === "of_another" && seen?.users.length === 0 && contents.missing.length > 0)
    return blocked2(`parameter group ${name} was made for the green of another database (${seen.madeFor}): what is set for ${source2.production.name} would be set there too`, `give another ${asked.groupInput}; if that database is gone, take the tag off the group`);
  const isFixed = seen !== void 0 && (isDefaultGroup(name) || seen.users.length > 0);
  const stands = isFixed ? asItStands(seen, contents, asked.values, asked.groupInput, work({ missing: [], extra: [], made: seen.group })) : decided({
    work: work(contents),
    group: contents.made,
    notes: remarksOn(name, contents, blueFamily === family ? void 0 : blue.group.name)
  });
  if (stands.is !== "decided")
    return stands;
  const notes = [
    ...stands.value.notes,
    ...ownValues(one, blue.group, seen, keepsOwn),
    ...ofOthers(one, blue, stands.value.group),
    ...ofEngine(one, stands.value.group)
  ];
  return decided({ ...stands.value, notes });
}
function freeName({ kind, greens, preparing, source: source2 }, blue) {
  const isFree = (name) => {
    const seen = preparing.groups.get(groupKey(kind, name));
    if (sameName(name, blue.group.name))
      return false;
    return seen === void 0 || seen.users.length === 0 || standingOfGroup(seen, source2.production.resourceId) !== "of_another";
  };
  return greens.find(isFree) ?? greens.at(-1) ?? "";
}
function ownValues({ kind }, blue, seen, keepsOwn) {
  if (seen === void 0 || !keepsOwn || sameName(seen.group.name, blue.name))
    return [];
  const own = [...seen.group.set.keys()];
  const lines = differencesIn(own, blue, seen.group);
  const what = kind === "cluster" ? "cluster parameter group" : "parameter group";
  return lines.length === 0 ? [] : [`${what} ${seen.group.name} keeps what it says otherwise than ${blue.name}: ${lines.join(", ")}`];
}
function ofOthers({ others, preparing, kind, source: source2 }, blue, green2) {
  return others.flatMap((name) => {
    const seen = preparing.groups.get(groupKey(kind, name));
    if (seen === void 0 || sameName(name, green2.name) || sameName(name, blue.wanted ?? ""))
      return [];
    const lines = differencesIn([...seen.group.set.keys()], seen.group, green2);
    const users = source2.instances.flatMap((one) => sameName(one.parameterGroup ?? "", name) ? [one.name] : []);
    return lines.length === 0 ? [] : [`green gets one group for all: of ${name}, which ${users.join(", ")} uses, ${lines.join(", ")} in ${green2.name}`];
  });
}
function ofEngine({ blueFamily, family, definitions }, green2) {
  if (blueFamily === family)
    return [];
  const lines = [...definitions.green.values()].flatMap(({ name, value }) => {
    const before = definitions.blue.get(name);
    if (before?.value === void 0 || value === void 0 || before.value === value || green2.set.has(name))
      return [];
    return isFormula(value) || isFormula(before.value) ? [] : [`${name} ${before.value} \u2192 ${value}`];
  });
  if (lines.length === 0)
    return [];
  return [
    `nobody has set these, and ${family} has other defaults than ${blueFamily}: ${lines.join(", ")}; target-parameters keeps what has to stay`
  ];
}
function asItStands(seen, contents, asked, input, work) {
  const { name } = seen.group;
  const isDefault = isDefaultGroup(name);
  const lacks = isDefault ? contents.needed.filter((one) => asked.has(one)) : contents.needed;
  if (lacks.length > 0)
    return blocked2(`parameter group ${name} lacks ${lacks.join(", ")} and is not edited: it is ${isDefault ? "a default group" : `used by ${seen.users.join(", ")}`}`, `give ${input}: another one, which is made if it does not exist`);
  const notes = [
    ...contents.missing.map((one) => `parameter group ${name} was left as it is, and does not say ${one.name}=${one.value}`),
    ...contents.extra.map((one) => `parameter group ${name} was left as it is, and still says ${one.name}=${one.value}`)
  ];
  return decided({ work, group: seen.group, notes });
}
function needsItsOwn({ family, blueFamily }, blue, isAsked, apart) {
  if (isAsked || !isDefaultGroup(blue.group.name) && family !== blueFamily)
    return true;
  return isApart(blue.group, apart);
}
function whatItGets({ kind, family, blueFamily, definitions }, { group: group2 }) {
  const name = groupByItself(group2.name, blueFamily, family);
  return name === void 0 || name === group2.name ? group2 : emptyGroup(kind, name, family, definitions.green);
}
function differentGroups(one, blue, given4, input) {
  if (given4 !== void 0 || one.kind === "cluster")
    return void 0;
  const isMoved = blue.wanted !== void 0 && !sameName(blue.wanted, one.used.group.name);
  const used = new Set(one.source.instances.flatMap(({ parameterGroup: parameterGroup2 }) => parameterGroup2?.toLowerCase() ?? []));
  if (isMoved || used.size <= 1)
    return void 0;
  const { because, remedy } = saysSeveral([...used], input);
  return blocked2(because, remedy);
}

// lib/preparing/work.js
var decided = (value) => ({ is: "decided", value });
var blocked2 = (because, remedy) => ({
  is: "stopped",
  stop: { outcome: "blocked", reason: "checks_not_met", because, remedy }
});
var wrongInput = (because, remedy) => ({
  is: "stopped",
  stop: { outcome: "failed", reason: "invalid_input", because, remedy }
});
function decideWork(inputs, source2, preparing) {
  const { production, target } = source2;
  const { blueFamily, family, trouble: trouble2 } = target;
  const strangers = production.kind === "cluster" ? [] : forClustersOnly(inputs);
  if (strangers.length > 0)
    return wrongInput(`${production.name} is a DB instance, which has no cluster parameter group: ${strangers.join(", ")}`, "leave it out");
  if (blueFamily === void 0 || family === void 0)
    return {
      is: "stopped",
      stop: {
        outcome: "blocked",
        reason: "cannot_tell",
        because: trouble2?.because ?? `RDS does not say which parameter group family ${production.engine} ${production.engineVersion} has`,
        remedy: trouble2?.remedy ?? "try again"
      }
    };
  const kinds = [];
  for (const names2 of namesOfGroups(inputs, production, source2.blue, target)) {
    const { kind, current } = names2;
    const shared = sharedByBoth(inputs, kind, names2);
    if (shared !== void 0)
      return wrongInput(`${shared} would be the new group of blue and that of green: what is set for green would be set for production`, "give two different groups");
    const used = current === void 0 ? void 0 : preparing.groups.get(groupKey(kind, current));
    const [blue, green2] = [blueFamily, family].map((one) => preparing.definitions.get(groupKey(kind, one)));
    if (used === void 0)
      return { is: "unread", because: `the parameter group of ${production.name} could not be read` };
    const isIdle = hasNothingToFill(inputs, source2, names2, used.group, preparing.groups);
    if (!isIdle && (blue === void 0 || green2 === void 0))
      return { is: "unread", because: `the parameters of ${family} could not be read` };
    kinds.push({ ...names2, inputs, source: source2, preparing, used, blueFamily, family, definitions: { blue: blue ?? NONE, green: green2 ?? NONE } });
  }
  const problems = kinds.flatMap(({ kind, definitions, used }) => {
    const needs = needsOf(source2, kind, used.group);
    return [
      ...problemsOf(askedOf(inputs, "blue", kind), definitions.blue, blueFamily, needs),
      ...problemsOf(askedOf(inputs, "green", kind), definitions.green, family, needs)
    ];
  });
  if (problems.length > 0)
    return wrongInput(problems.join("; "), "correct these lines; nothing was changed");
  const made2 = [];
  for (const one of kinds) {
    const work = ofKind(one);
    if (work.is !== "decided")
      return work;
    made2.push(work.value);
  }
  return decided({ kinds: made2, needsBackups: production.kind === "instance" && production.traits.backupRetentionDays === 0 });
}
var NONE = /* @__PURE__ */ new Map();
function hasNothingToFill(inputs, source2, { kind, greens }, used, groups) {
  const { blueFamily, family } = source2.target;
  const green2 = askedOf(inputs, "green", kind);
  return askedOf(inputs, "blue", kind).values.size === 0 && green2.values.size === 0 && green2.group === void 0 && !greens.some((name) => !sameName(name, used.name) && groups.has(groupKey(kind, name))) && needsOf(source2, kind, used).every((need) => standingOf(need, used) !== "missing") && (blueFamily === family || isDefaultGroup(used.name)) && !isApart(used, apartOf(used, NONE, source2.replication === "logical"));
}
function kindsToKnow(inputs, source2, groups) {
  const { production, blue, target } = source2;
  return namesOfGroups(inputs, production, blue, target).flatMap((names2) => {
    const used = groups.get(groupKey(names2.kind, names2.current ?? ""));
    return used !== void 0 && hasNothingToFill(inputs, source2, names2, used.group, groups) ? [] : [names2.kind];
  });
}
function ofKind(one) {
  const blue = blueWork(one);
  if (blue.is !== "decided")
    return blue;
  const green2 = greenWork(one, blue.value);
  if (green2.is !== "decided")
    return green2;
  const groups = [blue.value.work, green2.value.work].flatMap((work) => work ?? []);
  return decided({
    kind: one.kind,
    blue: blue.value.wanted,
    groups,
    differences: differencesOf4(one, blue.value),
    blueGroup: blue.value.group,
    greenGroup: green2.value.group,
    notes: [...blue.value.notes, ...green2.value.notes, ...ofStandbys(one, blue.value)]
  });
}
function differencesOf4({ kind, current, others, preparing }, { wanted, group: group2 }) {
  const differences2 = /* @__PURE__ */ new Map();
  for (const used of [current, ...others].flatMap((one) => one ?? [])) {
    const today2 = preparing.groups.get(groupKey(kind, used))?.group;
    if (wanted === void 0 || today2 === void 0 || sameName(used, wanted))
      continue;
    differences2.set(used.toLowerCase(), differencesIn([...today2.set.keys(), ...group2.set.keys()], today2, group2));
  }
  return differences2;
}
function refuseNobodys(seen, input) {
  if (standingOfGroup(seen, "") !== "nobodys")
    return void 0;
  const { because, remedy } = saysNobodys(seen.group.name, input);
  return blocked2(because, remedy);
}
var emptyGroup = (kind, name, family, definitions) => ({ kind, name, family, set: /* @__PURE__ */ new Map(), told: definitions });
function sharedByBoth(inputs, kind, { current, blue, greens }) {
  const asked = [askedOf(inputs, "blue", kind).group, askedOf(inputs, "green", kind).group];
  if (blue === void 0 || asked.every((one) => one === void 0) || sameName(blue, current ?? ""))
    return void 0;
  return greens.find((green2) => sameName(green2, blue));
}

// lib/phases/prepared-source.js
var IN_SYNC = "in-sync";
function preparedSource(observed, source2, work, preparing) {
  const [ofCluster2, ofInstances] = ["cluster", "instance"].map((kind) => work.kinds.find((one) => one.kind === kind));
  const changed = (one) => {
    const kind = one.kind === "cluster" ? ofCluster2 : ofInstances;
    const { traits } = one;
    const isPrimary = one.resourceId === source2.production.resourceId;
    return {
      ...one,
      status: kind?.blue === void 0 && !(isPrimary && work.needsBackups) ? one.status : "available",
      parameterGroup: kind?.blue ?? one.parameterGroup,
      parameterApplyStatus: ofInstances?.blue === void 0 ? one.parameterApplyStatus : IN_SYNC,
      members: ofCluster2?.blue === void 0 ? one.members : one.members.map((member) => ({ ...member, clusterGroupStatus: IN_SYNC })),
      traits: isPrimary && work.needsBackups ? { ...traits, backupRetentionDays: 1, pendingChanges: [] } : traits
    };
  };
  const blue = source2.blue.map(changed);
  const target = {
    ...source2.target,
    group: groupOf3(ofInstances, source2.target),
    clusterGroup: groupOf3(ofCluster2, source2.target),
    trouble: void 0
  };
  const isMoved = ({ kind, blue: group2 }) => group2 !== void 0 && source2.blue.some((one) => one.kind === kind && !sameName(one.parameterGroup ?? "", group2));
  const isChanged = work.kinds.some((kind) => isMoved(kind) || kind.groups.some((one) => one.seen === void 0 || one.missing.length > 0 || one.extra.length > 0));
  const groups = { instance: ofInstances?.greenGroup, cluster: ofCluster2?.greenGroup };
  const blueGroups = { instance: ofInstances?.blueGroup, cluster: ofCluster2?.blueGroup, replicas: [] };
  return {
    ...observed,
    trouble: void 0,
    production: known(changed(source2.production)),
    blue: known(blue),
    target: known(target),
    facts: isChanged ? withFacts(observed.facts, { greenGroups: known(groups), blueGroups: known(blueGroups) }) : observed.facts,
    preparing: known({ ...preparing, groups: new Map([...preparing.groups, ...made(work, source2)]) })
  };
}
var groupOf3 = (kind, { family }) => kind === void 0 ? void 0 : { name: kind.greenGroup.name, family: known(kind.greenGroup.family ?? family ?? "") };
function made(work, source2) {
  return work.kinds.flatMap(({ kind, blue, groups, blueGroup }) => {
    const users = source2.blue.flatMap((one) => one.kind === kind ? [one.name] : []);
    const isBlue = (name) => name.toLowerCase() === (blue ?? blueGroup.name).toLowerCase();
    const seen = groups.map((one) => ({ name: one.name, arn: one.seen?.arn ?? "", group: one.made, users: one.seen?.users ?? [] }));
    return seen.map(({ name, arn, group: group2, users: others }) => [
      groupKey(kind, name),
      { group: group2, arn, changedAt: void 0, madeFor: source2.production.resourceId, users: isBlue(name) ? users : others }
    ]);
  });
}

// lib/phases/preparing-groups.js
var REFUSED = { reason: "cannot_tell", remedy: "mend what RDS names, then run prepare again" };
var seenIn = (now, { kind, name }) => valueOf(now.preparing)?.groups.get(groupKey(kind, name));
var isToChange = ({ missing, extra }) => missing.length > 0 || extra.length > 0;
function groupSteps(work, production, situation) {
  const { seen, missing, extra, isToBeFinished } = work;
  const isFinished = seen?.madeFor === production.resourceId;
  const isChanged = isToChange(work);
  const steps2 = seen === void 0 ? [making(work, production, situation)] : [];
  if (seen !== void 0 && isChanged && (isToBeFinished && isFinished || !isNoted(seen, situation)))
    steps2.push(noting(work, seen, situation));
  steps2.push(...batchesOf(extra).map((batch) => clearing(work, batch)), ...batchesOf(missing).map((batch) => filling(work, batch)));
  if (isToBeFinished && (isChanged || !isFinished))
    steps2.push(finishing(work, production));
  return steps2;
}
var isNoted = ({ changedAt }, { date, pace: pace2 }) => changedAt !== void 0 && Math.abs(date.getTime() - changedAt.getTime()) < pace2.scaled(NOTED_FOR);
var beginning = ({ isToBeFinished }, date) => [
  { Key: KEYS.groupChangedAt, Value: date.toISOString() },
  ...isToBeFinished ? [{ Key: KEYS.groupMadeFor, Value: UNFINISHED }] : []
];
function making(work, production, { date }) {
  const { kind, name, family, from, missing } = work;
  const common2 = {
    DBParameterGroupFamily: family,
    Description: `${work.side === "blue" ? "Source" : "Target"} of a blue/green deployment of ${production.name}`,
    Tags: beginning(work, date)
  };
  const call = kind === "cluster" ? { operation: "CreateDBClusterParameterGroup", input: { DBClusterParameterGroupName: name, ...common2 } } : { operation: "CreateDBParameterGroup", input: { DBParameterGroupName: name, ...common2 } };
  const values = `${missing.length} ${missing.length === 1 ? "value" : "values"}`;
  return {
    do: "write",
    intent: `make the parameter group ${name} (${family}) for ${work.side}, to hold ${values}${from === void 0 ? "" : `, those of ${from} among them`}`,
    call,
    shows: (now) => seenIn(now, work) !== void 0,
    refused: REFUSED
  };
}
function noting(work, seen, { date }) {
  return tagStep(seen.arn, beginning(work, date), {
    intent: `note on parameter group ${work.name} that it is being changed`,
    shows: (now) => (seenIn(now, work)?.changedAt?.getTime() ?? 0) >= date.getTime()
  });
}
function finishing(work, production) {
  const { name, resourceId: resourceId2 } = production;
  const arn = work.seen?.arn ?? siblingArn(production.arn, work.kind === "cluster" ? "cluster-pg" : "pg", work.name);
  return tagStep(arn, [{ Key: KEYS.groupMadeFor, Value: resourceId2 }], {
    intent: `note on parameter group ${work.name} that green of ${name} (${resourceId2}) is to get it`,
    shows: (now) => seenIn(now, work)?.madeFor === resourceId2
  });
}
function clearing(work, batch) {
  const { kind, name } = work;
  const Parameters = rowsToReset(batch);
  const call = kind === "cluster" ? { operation: "ResetDBClusterParameterGroup", input: { DBClusterParameterGroupName: name, Parameters } } : { operation: "ResetDBParameterGroup", input: { DBParameterGroupName: name, Parameters } };
  return {
    do: "write",
    intent: `reset ${batch.map((one) => `${one.name} (${one.value})`).join(", ")} in parameter group ${name}: nothing asks for it any more`,
    call,
    shows: (now) => {
      const set = seenIn(now, work)?.group.set;
      return set !== void 0 && !batch.some((one) => set.has(one.name));
    },
    refused: REFUSED
  };
}
function filling(work, batch) {
  const { kind, name } = work;
  const Parameters = rowsToSet(batch);
  const call = kind === "cluster" ? { operation: "ModifyDBClusterParameterGroup", input: { DBClusterParameterGroupName: name, Parameters } } : { operation: "ModifyDBParameterGroup", input: { DBParameterGroupName: name, Parameters } };
  return {
    do: "write",
    intent: `set ${batch.map((one) => `${one.name}=${one.value}`).join(", ")} in parameter group ${name}`,
    call,
    shows: (now) => {
      const set = seenIn(now, work)?.group.set;
      const definitions = valueOf(now.preparing)?.definitions.get(groupKey(kind, work.family));
      return set !== void 0 && batch.every((one) => (set.get(one.name) ?? definitions?.get(one.name))?.value === one.value);
    },
    refused: REFUSED
  };
}

// lib/phases/preparing-production.js
var CERTAIN = 2 * STALE;
var NOT_HAPPENED = 4 * STALE;
var READERS_STAY_UP = {
  "aurora-postgresql": { 12: "12.14", 13: "13.10", 14: "14.7", 15: "15.2" },
  "aurora-mysql": { "5.7": "5.7.mysql_aurora.2.10.0" }
};
function readersStayUp({ engine, engineVersion: engineVersion2 }) {
  const from = READERS_STAY_UP[engine]?.[majorOf(engine, engineVersion2)];
  if (from === void 0)
    return !(engine === "aurora-postgresql" && Number(majorOf(engine, engineVersion2)) < 12);
  return compareVersions(engineVersion2, from) >= 0;
}
function appliedOf({ production }, database, kind) {
  const member = production.members.find((one) => one.name === database.name);
  return kind === "cluster" ? { database, kind, group: production.parameterGroup ?? "", status: member?.clusterGroupStatus ?? "" } : { database, kind, group: database.parameterGroup ?? "", status: database.parameterApplyStatus ?? "" };
}
var claimOf = ({ database, kind, group: group2, status: status2 }) => CLAIMS.applied(database.name, database.status, kind, group2, status2);
var isWriter = ({ production }, { name }) => production.kind === "cluster" ? production.members.some((one) => one.writer && one.name === name) : production.name === name;
var inOrder = (source2) => [
  ...source2.instances.filter((one) => !isWriter(source2, one)),
  ...source2.instances.filter((one) => isWriter(source2, one))
];
function toAssociate(source2, { kind, blue }) {
  if (blue === void 0)
    return [];
  if (kind === "cluster")
    return sameName(source2.production.parameterGroup ?? "", blue) ? [] : [source2.production];
  const primary = source2.instances.find((one) => isWriter(source2, one)) ?? source2.instances[0];
  if (primary === void 0 || sameName(primary.parameterGroup ?? "", blue))
    return [];
  return inOrder(source2).filter((one) => !sameName(one.parameterGroup ?? "", blue));
}
function concerned(source2, work) {
  const { kind, blue } = work;
  if (blue === void 0)
    return [];
  if (kind === "cluster") {
    const writer = source2.instances.find((one) => isWriter(source2, one));
    const isOpen4 = writer !== void 0 && appliedOf(source2, writer, "cluster").status !== "in-sync";
    const isMoved = toAssociate(source2, { kind, blue }).length > 0;
    return readersStayUp(source2.production) && (isOpen4 || isMoved || becomesStale(work)) ? inOrder(source2) : writer === void 0 ? [] : [writer];
  }
  const moved = toAssociate(source2, { kind, blue });
  return inOrder(source2).filter((one) => moved.includes(one) || sameName(one.parameterGroup ?? "", blue));
}
var UNCHANGED = 30 * 6e4;
var wait = (intent, pace2) => ({ do: "wait", intent, pace: pace2, patience: UNCHANGED });
function productionSteps(source2, work, situation) {
  const live = work.kinds.flatMap((kind) => kind.groups.filter((one) => one.isLive && isToChange(one)));
  const isEdited = live.length > 0;
  const associations = work.kinds.flatMap((kind) => toAssociate(source2, kind).map((database) => associate(database, kind)));
  const restarts = inOrder(source2).flatMap((database) => {
    const open2 = work.kinds.filter((kind) => concerned(source2, kind).includes(database) && isOpen3(source2, database, kind, isEdited));
    return open2.length === 0 ? [] : restart(source2, database, open2, situation, isEdited && open2.some(becomesStale));
  });
  return [
    ...work.needsBackups ? [backups(source2.production)] : [],
    ...live.flatMap((one) => groupSteps(one, source2.production, situation)),
    ...associations,
    ...restarts
  ];
}
function isOpen3(source2, database, kind, isEdited) {
  const { group: group2, status: status2 } = appliedOf(source2, database, kind.kind);
  const isMoved = !sameName(group2, kind.blue ?? "");
  return isMoved || isEdited && becomesStale(kind) || status2 !== "in-sync";
}
var becomesStale = ({ groups }) => groups.some((one) => one.isLive && [...one.missing, ...one.extra].some(({ applyType }) => applyType === "static"));
function backups(production) {
  const { name, resourceId: resourceId2, kind, traits } = production;
  const isUnderWay = (one) => (one.traits.backupRetentionDays ?? 0) > 0 || one.traits.pendingChanges.includes("BackupRetentionPeriod");
  if (traits.pendingChanges.includes("BackupRetentionPeriod"))
    return wait(`automated backups of ${name} are being switched on; a change that somebody has put off to the maintenance window has to be applied first`, "provisioning");
  return {
    do: "write",
    intent: `switch automated backups of ${name} (${resourceId2}) on, which is an outage`,
    call: { operation: "ModifyDBInstance", input: { DBInstanceIdentifier: name, BackupRetentionPeriod: 1, ApplyImmediately: true } },
    shows: (now) => now.production.is === "known" && isUnderWay(now.production.value),
    refused: REFUSED,
    // Whoever has switched them on meanwhile has said for how many days.
    bearer: { kind, name, resourceId: resourceId2, still: (found) => found.status === "available" && (found.traits.backupRetentionDays ?? 0) === 0 }
  };
}
var databaseIn = (now, { resourceId: resourceId2 }) => [...valueOf(now.blue) ?? [], ...now.production.is === "known" ? [now.production.value] : []].find((one) => one.resourceId === resourceId2);
function associate(database, { kind, blue: group2 = "", differences: differences2 }) {
  const { name, resourceId: resourceId2, parameterGroup: used = "" } = database;
  const changed = differences2.get(used.toLowerCase()) ?? [];
  const call = database.kind === "cluster" ? { operation: "ModifyDBCluster", input: { DBClusterIdentifier: name, DBClusterParameterGroupName: group2, ApplyImmediately: true } } : { operation: "ModifyDBInstance", input: { DBInstanceIdentifier: name, DBParameterGroupName: group2, ApplyImmediately: true } };
  return {
    do: "write",
    intent: `put ${name} (${resourceId2}) into the ${kind === "cluster" ? "cluster " : ""}parameter group ${group2} in the place of ${used}: ${changed.length === 0 ? "no value changes" : changed.join(", ")}`,
    call,
    shows: (now) => sameName(databaseIn(now, database)?.parameterGroup ?? "", group2),
    refused: REFUSED,
    bearer: { kind: database.kind, name, resourceId: resourceId2, still: (found) => found.status === "available" }
  };
}
var isRebootOf = (call, name) => call.operation === "RebootDBInstance" && call.input.DBInstanceIdentifier?.toLowerCase() === name.toLowerCase();
var isMoveOf = (call, name) => call.operation === "ModifyDBCluster" || call.operation === "ModifyDBInstance" && call.input.DBParameterGroupName !== void 0 && call.input.DBInstanceIdentifier === name;
function restart(source2, database, open2, situation, isStale) {
  const { name, resourceId: resourceId2 } = database;
  const states = open2.map((kind) => appliedOf(source2, database, kind.kind));
  const pending2 = states.filter((one) => one.status === "pending-reboot");
  const groups = [...new Set(open2.map((kind) => kind.blue ?? ""))].join(" and ");
  const isAhead = isStale || open2.some((kind) => !sameName(appliedOf(source2, database, kind.kind).group, kind.blue ?? ""));
  if (!isAhead && pending2.length === 0)
    return wait(`${name} takes in parameter group ${groups} (${states.map((one) => one.status).join(", ")})`, "provisioning");
  const moved = situation.written.findLast((one) => isMoveOf(one.call, name) && mayHaveHappened(one))?.at ?? Number.NEGATIVE_INFINITY;
  const sent = situation.written.findLast((one) => isRebootOf(one.call, name) && mayHaveHappened(one) && one.at >= moved);
  if (!isAhead && sent !== void 0 && (sent.answer === "accepted" || situation.at - sent.at < situation.pace.scaled(NOT_HAPPENED)))
    return wait(`${name} was restarted, and still says pending-reboot`, "provisioning");
  if (!isAhead && !pending2.every((one) => holds(situation, claimOf(one), CERTAIN)))
    return wait(`making sure that ${name} waits for a restart`, "confirming");
  const waits = (now) => {
    const found = databaseIn(now, database);
    const production = valueOf(now.production);
    if (found === void 0 || production === void 0)
      return false;
    return found.status !== "available" || !open2.some((kind) => appliedOf({ ...source2, production }, found, kind.kind).status === "pending-reboot");
  };
  return {
    do: "write",
    intent: `restart ${name} (${resourceId2}), which is an outage, so that it runs with parameter group ${groups}`,
    call: { operation: "RebootDBInstance", input: { DBInstanceIdentifier: name } },
    shows: waits,
    refused: REFUSED,
    bearer: {
      kind: "instance",
      name,
      resourceId: resourceId2,
      still: (found) => found.status === "available" && (open2.every((kind) => kind.kind === "cluster") || found.parameterApplyStatus === "pending-reboot")
    }
  };
}
function notSurelyInSync(source2, work, situation) {
  const states = work.kinds.flatMap((kind) => concerned(source2, kind).map((database) => appliedOf(source2, database, kind.kind)));
  const fresh = states.find((one) => wasMoved(one, situation) && !wasRestarted(source2, one.database, situation) && !holds(situation, claimOf(one), PROOF));
  if (fresh !== void 0)
    return `waiting until RDS says that ${fresh.database.name} has to be restarted`;
  const unsure = states.find((one) => !holds(situation, claimOf(one)));
  return unsure === void 0 ? void 0 : `making sure that ${unsure.database.name} runs with parameter group ${unsure.group}`;
}
var wasMoved = ({ database, kind }, { written }) => written.some((one) => mayHaveHappened(one) && (kind === "cluster" && one.call.operation === "ModifyDBCluster" || kind === "instance" && one.call.operation === "ModifyDBInstance" && one.call.input.DBParameterGroupName !== void 0 && one.call.input.DBInstanceIdentifier === database.name));
var wasRestarted = ({ instances }, { name }, { written }) => written.some((one) => mayHaveHappened(one) && [name, ...instances.map((other) => other.name)].some((other) => isRebootOf(one.call, other)));
function wouldApplyMore(source2, { needsBackups }, steps2) {
  const touched = new Set(steps2.flatMap((step2) => step2.do === "write" && step2.bearer !== void 0 && step2.call.operation !== "RebootDBInstance" ? [step2.bearer.name] : []));
  const others = [source2.production, ...source2.instances].flatMap((one) => {
    const pending2 = one.traits.pendingChanges.filter((name) => !needsBackups || name !== "BackupRetentionPeriod");
    return touched.has(one.name) && pending2.length > 0 ? [`${one.name} (${pending2.join(", ")})`] : [];
  });
  if (others.length === 0)
    return void 0;
  return refuse("blocked", "checks_not_met", `changes wait for the maintenance window, and RDS would make them with those of prepare: ${[...new Set(others)].join("; ")}`, "make them or take them back first, then run prepare again");
}

// lib/phases/command-lines.js
var kebab = (text3) => text3.replaceAll(/([a-z0-9])([A-Z])/g, "$1-$2").replaceAll(/([A-Z])([A-Z][a-z])/g, "$1-$2").toLowerCase();
var quoted2 = (text3) => /^[\w.:/=+-]+$/.test(text3) ? text3 : `'${text3.replaceAll("'", String.raw`'\''`)}'`;
function option(name, value) {
  const flag2 = `--${kebab(name)}`;
  if (value === true)
    return flag2;
  if (value === false)
    return `--no-${kebab(name)}`;
  return `${flag2} ${quoted2(typeof value === "string" || typeof value === "number" ? String(value) : JSON.stringify(value))}`;
}
var pauseLine = (milliseconds) => `sleep ${Math.ceil(milliseconds / 1e3)}`;
var commandLine = ({ operation, input }, region2) => [
  `aws rds ${kebab(operation)} --region ${region2}`,
  ...Object.entries(input).flatMap(([name, value]) => value === void 0 ? [] : [option(name, value)])
].join(" ");
var waitLine = (kind, name, region2) => `sleep 60 && aws rds wait db-${kind}-available --region ${region2} --db-${kind}-identifier ${name}`;

// lib/phases/reboot-needed.js
function rebootNeeded({ inputs, source: source2, work, making: making2, left, situation }) {
  const writes2 = left.flatMap((step2) => step2.do === "write" ? [step2] : []);
  const groups = work.kinds.flatMap((kind) => kind.groups);
  const edited = groups.filter((one) => one.isLive && isToChange(one)).map((one) => one.name);
  const databases2 = writes2.flatMap((step2) => step2.bearer?.name ?? []);
  const typed = writes2.filter((step2) => step2.call.operation !== "AddTagsToResource");
  const made2 = groups.length === 0 || inputs.dryRun ? "" : `the parameter groups are there (${each(groups.map((one) => one.name))}); `;
  const count = `${typed.length} ${typed.length === 1 ? "change" : "changes"} of production ${typed.length === 1 ? "is" : "are"} left`;
  const outage = typed.some((step2) => /^(Modify|Reboot)DBInstance$/.test(step2.call.operation)) ? ", and a restart is an outage" : "";
  const isUnmade = groups.some((one) => one.side === "blue" && one.seen === void 0);
  const refusal = refuse("blocked", "reboot_needed", `${made2}${count} (${each([...edited, ...databases2])})${outage}`, isUnmade ? "set allow-reboot: true; or run mode: prepare as it is (no dry-run): it makes the groups and prints the commands for the rest" : "set allow-reboot: true, or run the commands below in their order");
  const commands2 = isUnmade ? [] : linesOf3(typed, source2, work, inputs.awsRegion, situation);
  const [first, ...rest] = [...making2, ...left];
  const told = { ...refusal, details: work.kinds.flatMap((kind) => kind.notes), commands: commands2 };
  return first === void 0 ? told : { ...told, would: [first, ...rest] };
}
var each = (names2) => [...new Set(names2)].join(", ");
function linesOf3(typed, source2, work, region2, situation) {
  const young = youngGroups(newOfBlue(source2, work), situation);
  const edits = typed.some((step2) => step2.call.operation.endsWith("ParameterGroup"));
  return [
    ...young?.atLeast === void 0 ? [] : [pauseLine(young.atLeast)],
    ...typed.flatMap(({ call, bearer }) => [
      commandLine(call, region2),
      ...bearer === void 0 ? [] : [waitLine(bearer.kind, bearer.name, region2)]
    ]),
    ...edits ? [pauseLine(situation.pace.scaled(SETTLED))] : []
  ];
}
var dated = (groups) => groups.flatMap(({ seen, name }) => seen === void 0 ? [] : [{ name, changedAt: seen.changedAt }]);
var newOfBlue = (source2, { kinds }) => dated(kinds.flatMap((kind) => toAssociate(source2, kind).length === 0 ? [] : kind.groups.filter((one) => one.side === "blue")));

// lib/phases/prepare.js
var FIRST = createChecks.filter((check) => check.guards.includes("prepare"));
var changesProduction = ({ operation }) => /^(ModifyDBInstance|ModifyDBCluster|RebootDBInstance)$/.test(operation);
async function observe4(look2, inputs, recall) {
  const { production, trouble: trouble2 } = await locateProduction(look2, inputs);
  if (trouble2 !== void 0 || production.is !== "known")
    return { ...NOTHING_SEEN, trouble: trouble2, production };
  const chosen2 = await chooseDeployment(look2, { ...inputs, deploymentId: void 0 }, production, "open");
  const seen = { ...NOTHING_SEEN, ...chosen2, production };
  if (chosen2.trouble !== void 0)
    return seen;
  if (chosen2.deployment.is === "known" && stageOf(chosen2.deployment.value.status) !== "completed")
    return seen;
  const blue = await blueOf(look2, production.value);
  if (blue.is !== "known" || atTarget(inputs, production.value, blue))
    return { ...seen, blue };
  const found = await lookAtTarget(look2, inputs, production.value, blue, inputs.dryRun || !recall.written.some((one) => changesProduction(one.call)) ? factsFor(createChecks) : []);
  const namesake = inputs.dryRun ? await lookForNamesake(look2, inputs, production.value) : seen.namesake;
  if (found.target.is !== "known")
    return { ...seen, blue, ...found, namesake };
  const source2 = sourceOf(production.value, blue.value, found.target.value, inputs);
  const preparing = lookAtSource(look2, inputs, source2, valueOf(recall.before?.preparing ?? absent));
  return { ...seen, blue, ...found, namesake, preparing: inputs.dryRun ? await ifAllowed(preparing) : known(await preparing) };
}
async function lookAtSource(look2, inputs, source2, before) {
  const names2 = namesOfGroups(inputs, source2.production, source2.blue, source2.target);
  const groups = await lookAtGroups(look2, names2, before);
  const families = [source2.target.blueFamily, source2.target.family].flatMap((family) => family ?? []);
  return { groups, definitions: await lookAtDefinitions(look2, kindsToKnow(inputs, source2, groups), families, before) };
}
async function complete(look2, inputs, seen) {
  const [production, blue, target] = [valueOf(seen.production), valueOf(seen.blue), valueOf(seen.target)];
  if (production === void 0 || blue === void 0 || target === void 0)
    return seen;
  return { ...seen, preparing: await ifAllowed(lookAtSource(look2, inputs, sourceOf(production, blue, target, inputs))) };
}
async function lookForNamesake(look2, inputs, production) {
  const name = deploymentNameOf(inputs, production);
  const namesake = (await deploymentsWhere(look2, "blue-green-deployment-name", name)).find((one) => one.name === name);
  return namesake === void 0 ? absent : known(namesake);
}
function plan4(inputs, situation) {
  const stands = (production, { id, status: status2 }) => ({
    is: "done",
    reason: "prepared",
    because: `deployment ${id} of ${production.name} is there already (${status2}): blue is not changed under it`
  });
  return planOfSource(inputs, situation, {
    open: stands,
    switching: stands,
    without: (production) => planWithout2(inputs, situation, production)
  });
}
function planWithout2(inputs, situation, production) {
  const { now } = situation;
  const already = alreadyThere(inputs, production, now.blue);
  if (already !== void 0)
    return already;
  if (production.globalCluster !== void 0)
    return refuseGlobal(production.globalCluster);
  if (now.blue.is !== "known")
    return waitFor(`the databases of ${production.name} could not be read`, "settling");
  if (now.deployment.is === "absent" && !holds(situation, CLAIMS.deploymentAbsent))
    return waitFor(`making sure that no deployment of ${production.name} is there`, "confirming");
  if (now.target.is !== "known" || now.facts.is !== "known")
    return waitFor("the target could not be read", "settling");
  const judged = judgeAll(FIRST, "prepare", situation, inputs);
  const checks2 = judged.map((one) => one.report);
  if (judged.some((one) => one.stops))
    return { ...refuse("blocked", "checks_not_met", `nothing was changed: ${sayStops(judged)}`, remedyOf(judged)), checks: checks2 };
  if (production.kind === "cluster" && !production.members.some((one) => one.writer))
    return waitFor(`RDS shows no writer of ${production.name}`, "settling");
  if (now.preparing.is !== "known")
    return waitFor(`the parameter groups could not be read: ${now.preparing.is === "unknown" ? now.preparing.because : ""}`, "settling");
  const source2 = sourceOf(production, now.blue.value, now.target.value, inputs);
  const decision = decideWork(inputs, source2, now.preparing.value);
  switch (decision.is) {
    case "unread":
      return waitFor(decision.because, "settling");
    case "stopped": {
      const { outcome, reason, because, remedy } = decision.stop;
      return refuse(outcome, reason, because, remedy);
    }
    case "decided":
      return inVain(inputs, situation, source2, decision.value) ?? planWork(inputs, situation, source2, decision.value);
  }
}
function inVain(inputs, situation, source2, work) {
  const { now, written } = situation;
  if (written.some((one) => changesProduction(one.call)) || now.preparing.is !== "known")
    return void 0;
  const judged = judgeAll(createChecks, "prepare", { ...situation, now: preparedSource(now, source2, work, now.preparing.value) }, inputs);
  if (!judged.some((one) => one.stops))
    return void 0;
  const checks2 = judged.map((one) => one.report);
  return {
    ...refuse("blocked", "checks_not_met", `production was not changed; prepared, create would stop: ${sayStops(judged)}`, remedyOf(judged)),
    checks: checks2
  };
}
var AVAILABLE_ONLY2 = {
  name: "prepare",
  because: "only an available database is changed",
  reason: "checks_not_met",
  pace: "provisioning"
};
function planWork(inputs, situation, source2, work) {
  const all = work.kinds.flatMap((kind) => kind.groups);
  const warnings2 = work.kinds.flatMap((kind) => kind.notes);
  const making2 = all.filter((one) => !one.isLive).flatMap((one) => groupSteps(one, source2.production, situation));
  const changing = productionSteps(source2, work, situation);
  const stands = wouldApplyMore(source2, work, changing);
  if (stands !== void 0)
    return stands;
  if (changing.some((step2) => step2.do === "write") && !inputs.allowReboot && (making2.length === 0 || inputs.dryRun)) {
    const unsure2 = changing.find((step2) => step2.do === "wait" && step2.pace === "confirming");
    if (unsure2 !== void 0)
      return { ...steps(unsure2, ...making2, ...changing), warnings: warnings2 };
    return rebootNeeded({ inputs, source: source2, work, making: making2, left: changing, situation });
  }
  const [first, ...rest] = making2;
  if (first !== void 0)
    return { ...steps(first, ...rest, ...inputs.allowReboot ? changing : []), warnings: warnings2 };
  const [next, ...later] = changing;
  const touched = situation.written.some((one) => changesProduction(one.call));
  if (next !== void 0 || touched) {
    const busy = notYetAvailable([...source2.blue], AVAILABLE_ONLY2);
    if (busy !== void 0)
      return busy;
  }
  const fresh = next?.do === "write" && isMove(next.call) ? youngGroups(newOfBlue(source2, work), situation) : void 0;
  if (next !== void 0)
    return { ...fresh === void 0 ? steps(next, ...later) : steps(fresh, next, ...later), warnings: warnings2 };
  const young = youngGroups(dated(all), situation);
  if (young !== void 0)
    return { ...steps(young), warnings: warnings2 };
  const unsure = notSurelyInSync(source2, work, situation);
  if (unsure !== void 0)
    return waitFor(unsure, "confirming");
  return { is: "done", reason: "prepared", because: whatWasMade(source2, situation.written), warnings: warnings2 };
}
var isMove = ({ operation, input }) => ("DBParameterGroupName" in input || "DBClusterParameterGroupName" in input) && /^ModifyDB(Instance|Cluster)$/.test(operation);
function whatWasMade({ production }, written) {
  const calls2 = written.filter(mayHaveHappened).map((one) => one.call);
  const parts = [
    ["made parameter group", (one) => /^CreateDB(Cluster)?ParameterGroup$/.test(one.operation)],
    ["changed", (one) => /^(Modify|Reset)DB(Cluster)?ParameterGroup$/.test(one.operation)],
    ["switched automated backups on of", (one) => one.operation === "ModifyDBInstance" && one.input.BackupRetentionPeriod !== void 0],
    [
      "put into its group",
      (one) => one.operation === "ModifyDBCluster" || one.operation === "ModifyDBInstance" && one.input.DBParameterGroupName !== void 0
    ],
    ["restarted", (one) => one.operation === "RebootDBInstance"]
  ];
  const done2 = parts.flatMap(([what, isSuch]) => {
    const names2 = [...new Set(calls2.filter(isSuch).map(subjectOf))];
    return names2.length === 0 ? [] : [`${what} ${names2.join(", ")}`];
  });
  return done2.length === 0 ? `${production.name} needs nothing before a deployment is made of it` : `${production.name} is prepared: ${done2.join("; ")}`;
}
function after4(inputs, observed) {
  const [production, blue, target] = [valueOf(observed.production), valueOf(observed.blue), valueOf(observed.target)];
  const preparing = valueOf(observed.preparing);
  if (production === void 0 || blue === void 0 || target === void 0 || preparing === void 0)
    return observed;
  const deployment2 = valueOf(observed.deployment);
  const isLeaving = deployment2 !== void 0 && stageOf(deployment2.status) === "deleting";
  if (deployment2 !== void 0 && !isLeaving && stageOf(deployment2.status) !== "completed")
    return observed;
  if (atTarget(inputs, production, observed.blue))
    return observed;
  const source2 = sourceOf(production, blue, target, inputs);
  const decision = decideWork(inputs, source2, preparing);
  if (decision.is !== "decided")
    return observed;
  return preparedSource(isLeaving ? { ...observed, deployment: absent } : observed, source2, decision.value, preparing);
}
var prepare2 = { name: "prepare", observe: observe4, complete, plan: plan4, after: after4 };

// lib/phases/protection-lost.js
function protectionLost(now, deployment2) {
  return deployment2.members.flatMap((member) => {
    const blue = valueOf(databaseAt(now, member.source));
    const green2 = valueOf(databaseAt(now, member.target));
    if (blue?.deletionProtection !== true || green2?.deletionProtection !== false || green2.cluster !== void 0)
      return [];
    return [`${nameIn(member.target ?? "")} has no deletion protection, which ${nameIn(member.source ?? "")} has: turn it on`];
  });
}

// lib/phases/switchover-asking.js
var SECOND2 = 1e3;
var MINUTE9 = 60 * SECOND2;
var READY_FOR = 5 * SECOND2;
var RESERVE = 10 * MINUTE9;
var calls = (written) => written.filter((one) => one.call.operation === "SwitchoverBlueGreenDeployment");
var begun = (written) => calls(written).filter(mayHaveHappened);
function gates(inputs, situation, deployment2) {
  const { now } = situation;
  if (now.memory.is === "unknown")
    return refuseUnreadTags(deployment2, now.memory.because);
  const memory = valueOf(now.memory) ?? EMPTY_MEMORY;
  if (memory.newer !== void 0)
    return refuseNewer(deployment2, memory);
  if (memory.blueUnread)
    return refuseUnreadTags(deployment2, memory.unread.join("; "));
  const outer = globalDatabaseOf(now, deployment2);
  if (outer !== void 0)
    return refuseGlobal(outer);
  const other = notAsAsked(inputs, situation, deployment2, memory);
  if (other !== void 0)
    return other;
  const refused = refusedForGood(situation, deployment2);
  if (refused !== void 0)
    return refused;
  const broken = stageOf(deployment2.status) === "available" ? failuresIn(now) : [];
  if (broken.length > 0) {
    return refuse("failed", "member_failed", `deployment ${deployment2.id} cannot be switched over: ${broken.join("; ")}`, "mend it, or remove the deployment with mode: abort and make a new one", "switchover");
  }
  const judged = judgeAll(switchoverChecks, "switchover", situation, inputs);
  const checks2 = judged.map((one) => one.report);
  const stopping = judged.filter((one) => one.stops);
  if (stopping.length > 0) {
    const not = situation.isForeseen ? "" : `deployment ${deployment2.id} was not switched over: `;
    const never = stopping.filter((one) => one.verdict.is === "not_met" && one.check.passes !== true);
    if (never.length > 0) {
      const reason = never.find((one) => one.check.reason !== void 0)?.check.reason ?? "checks_not_met";
      return {
        ...refuse("blocked", reason, `${not}${sayStops(never)}`, remedyOf(never)),
        checks: checks2
      };
    }
    if (situation.elapsed >= inputs.gateTimeoutMinutes * MINUTE9) {
      return {
        ...refuse("blocked", "checks_not_met", `${not}${sayStops(judged)}`, remedyOf(judged)),
        checks: checks2
      };
    }
    return {
      is: "steps",
      steps: [{ do: "wait", intent: sayStops(judged), pace: "confirming", patience: (inputs.gateTimeoutMinutes + 1) * MINUTE9 }],
      checks: checks2
    };
  }
  const claim = stageOf(deployment2.status) === "available" ? CLAIMS.ready : CLAIMS.databasesAvailable;
  if (!holds(situation, claim, READY_FOR))
    return { is: "steps", steps: [{ do: "wait", intent: "ready: looking once more before the switchover", pace: "gate" }], checks: checks2 };
  return { ...callIt(inputs, situation, deployment2, memory), checks: checks2 };
}
function notAsAsked(inputs, situation, deployment2, memory) {
  const { now } = situation;
  const options = optionsAsked(inputs);
  const green2 = valueOf(databaseAt(now, deployment2.target));
  const asked = inputs.targetEngineVersion;
  const recorded = memory.request === void 0 ? [] : differences(memory, options, "only what is asked here");
  const lines = green2 === void 0 || asked === void 0 || isAt(green2.engineVersion, asked) ? recorded : [...recorded, `green runs ${green2.engineVersion}`];
  if (lines.length > 0) {
    return refuse("blocked", "deployment_differs", `deployment ${deployment2.id} is not what is asked for: ${lines.join("; ")}`, "leave the target options out, or ask for what it was made for");
  }
  if (memory.blue.length === 0 || situation.isForeseen || noNameMoved(now, deployment2, memory))
    return void 0;
  if (!statusHolds(situation, deployment2))
    return waitFor("looking once more whether every name still carries the resource id blue had", "confirming");
  return refuse("blocked", "production_in_danger", `not every name of production carries the resource id it had when deployment ${deployment2.id} was made: somebody has renamed or replaced a database`, "look at every name in the console; remove the deployment with mode: abort and make a new one");
}
function refusedForGood(situation, deployment2) {
  const last = calls(situation.written).at(-1);
  if (last === void 0 || last.answer === "accepted" || last.answer.kind !== "refused" || /not in available state/i.test(last.answer.message))
    return void 0;
  if (situation.at - last.at < situation.pace.scaled(STALE) || !statusHolds(situation, deployment2)) {
    return waitFor(`RDS refused the switchover (${last.answer.message}): looking whether one is under way`, "settling");
  }
  return refuse("failed", "switchover_refused", `RDS refused the switchover of ${deployment2.id}: ${last.answer.code}: ${last.answer.message}`, "mend what RDS names, then run switchover again", "switchover");
}
function callIt(inputs, situation, deployment2, memory) {
  const { now, written, run: run2 } = situation;
  if (memory.blue.length === 0) {
    const blue = blueOfDeployment(now, deployment2);
    const production = blue?.[0];
    if (blue === void 0 || production === void 0)
      return waitFor(`the databases of ${deployment2.id} could not all be read`, "settling");
    return rememberBlue(production, blue, deployment2);
  }
  const value = `${run2.id === "" ? "local" : run2.id} ${situation.date.toISOString()}`;
  const needs = inputs.switchoverTimeoutSeconds * SECOND2 + RESERVE;
  const call = {
    do: "write",
    intent: `switch over ${deployment2.id}: green becomes production`,
    call: {
      operation: "SwitchoverBlueGreenDeployment",
      input: { BlueGreenDeploymentIdentifier: deployment2.id, SwitchoverTimeout: inputs.switchoverTimeoutSeconds }
    },
    shows: (seen) => seen.deployment.is === "known" && ["switching", "completed", "switchover_failed"].includes(stageOf(seen.deployment.value.status)),
    refused: { reason: "switchover_refused", remedy: "mend what RDS names, then run switchover again" },
    needs,
    once: true
  };
  if (hasSentTag(written, KEYS.switchover))
    return steps(call);
  const note = tagStep(deploymentArn(deployment2), [{ Key: KEYS.switchover, Value: value }], {
    intent: "note on the deployment who asks for the switchover",
    shows: (seen) => valueOf(seen.memory)?.switchover === value,
    optional: true,
    needs
  });
  return steps(note, call);
}

// lib/phases/switchover-following.js
var SECOND3 = 1e3;
var MINUTE10 = 60 * SECOND3;
var GRACE = 2 * MINUTE10;
function pending(situation, deployment2) {
  const { pace: pace2, now, first } = situation;
  const call = begun(situation.written).at(-1);
  const began = call?.seen.includes("SWITCHOVER_IN_PROGRESS") === true;
  const settled2 = statusHolds(situation, deployment2);
  const before = new Set(valueOf(first.failures) ?? []);
  const cancelled2 = first.failures.is === "known" ? (valueOf(now.failures) ?? []).filter((event) => !before.has(event)) : [];
  const again2 = "find the cause, then run switchover again; connections were dropped even though nothing changed";
  if (settled2 && began)
    return refuse("failed", "switchover_rolled_back", `RDS began the switchover of ${deployment2.id} and rolled it back: production is blue, unchanged`, again2, "switchover");
  if (settled2 && cancelled2.length > 0 && call !== void 0 && situation.at - call.at >= pace2.scaled(STALE))
    return refuse("failed", "switchover_refused", `RDS cancelled the switchover of ${deployment2.id} before it began: production is blue, unchanged`, again2, "switchover");
  if (settled2 && call !== void 0 && situation.at - call.at > pace2.scaled(GRACE)) {
    const lost = call.answer === "accepted" ? "accepted" : `sent and its reply lost (${call.answer.code})`;
    return refuse("failed", "switchover_not_begun", `the switchover of ${deployment2.id} was ${lost}, and RDS did not begin it: production is blue, unchanged`, "look at the events of the deployment, then run switchover again", "switchover");
  }
  return steps({
    do: "wait",
    intent: `the switchover of ${deployment2.id} was asked for; waiting until RDS begins it`,
    pace: "switching",
    toTheEnd: true
  });
}
function follow(inputs, situation, deployment2) {
  const ours = begun(situation.written).length > 0;
  const intent = ours ? `deployment ${deployment2.id} is being switched over` : `deployment ${deployment2.id} is being switched over, by an earlier run or somebody else`;
  return steps({
    do: "wait",
    intent,
    pace: "switching",
    toTheEnd: true,
    patience: Math.max(30 * MINUTE10, inputs.switchoverTimeoutSeconds * SECOND3 + RESERVE)
  });
}
function afterFailure(inputs, situation, deployment2) {
  const { now, first } = situation;
  const memory = valueOf(now.memory);
  const call = begun(situation.written).at(-1);
  const failedBefore = first.deployment.is === "known" && stageOf(first.deployment.value.status) === "switchover_failed";
  if (call !== void 0 && failedBefore && !call.seen.includes("SWITCHOVER_IN_PROGRESS"))
    return pending(situation, deployment2);
  const settled2 = statusHolds(situation, deployment2);
  if (call !== void 0 || situation.seen.includes("SWITCHOVER_IN_PROGRESS")) {
    if (!settled2)
      return lookOnceMore(deployment2, "settling");
    const where = noNameMoved(now, deployment2, memory) ? "no name has moved: production is blue, unchanged" : "which side production is now is not proven";
    return refuse("failed", "switchover_failed", `the switchover of ${deployment2.id} failed; ${where}`, "find the cause in the events; run switchover again if no name has moved", "switchover");
  }
  if (noNameMoved(now, deployment2, memory))
    return gates(inputs, situation, deployment2);
  if (!settled2)
    return lookOnceMore(deployment2, "settling");
  return refuse("failed", "switchover_failed", `deployment ${deployment2.id} is ${deployment2.status}, and it is not proven that production is still blue`, "look at every name in the console before anything else", "switchover");
}
function rolledBack(situation, deployment2) {
  if (!statusHolds(situation, deployment2))
    return lookOnceMore(deployment2, "settling");
  return refuse("failed", "switchover_rolled_back", `an earlier run or somebody else switched over ${deployment2.id}, and RDS rolled it back: production is blue, unchanged`, "find the cause, then run switchover again", "switchover");
}

// lib/phases/switchover.js
async function observe5(look2, inputs, recall) {
  const seen = await lookForDeployment(look2, inputs, recall, "open");
  if (seen.deployment.is !== "known")
    return withInstances(look2, inputs, seen);
  const deployment2 = seen.deployment.value;
  const stage = stageOf(deployment2.status);
  if (stage === "switching")
    return { ...seen, memory: recall.before?.memory ?? notLooked, failures: recall.before?.failures ?? notLooked };
  if (stage !== "available" && stage !== "switchover_failed" && stage !== "completed")
    return seen;
  const found = await lookAtBothSides(look2, seen, deployment2);
  if (stage === "completed")
    return { ...found, switchedOverAt: await timeOfSwitchover2(look2, deployment2, valueOf(found.memory), recall) };
  const failures = await readFailures(look2, deployment2, recall);
  if (begun(recall.written).length > 0 || databasesNotAvailable(found).length > 0)
    return { ...found, failures };
  const [lag, facts3] = await Promise.all([
    readLag(look2, found, inputs.ignoreChecks.includes(lagWithinLimit.id)),
    lookAround(look2, inputs, found)
  ]);
  return { ...found, failures, lag, facts: facts3 };
}
async function lookAround(look2, inputs, found) {
  const source2 = sourceOfBothSides(found, inputs);
  if (source2 === void 0)
    return notLooked;
  return known(await gatherFacts(look2, source2, factsAskedOf(atSwitchoverChecks, source2, inputs)));
}
async function readFailures(look2, deployment2, recall) {
  const before = recall.before?.failures;
  if (before?.is === "known" && begun(recall.written).length === 0)
    return before;
  const events = await ifAllowed(deploymentEvents(look2, deployment2.id));
  if (events.is !== "known")
    return events;
  return known(events.value.filter((event) => event.failure).map((event) => `${event.date?.toISOString() ?? ""} ${event.message}`));
}
async function timeOfSwitchover2(look2, deployment2, memory, recall) {
  if (memory?.switchedOverAt !== void 0)
    return notLooked;
  return recall.before?.switchedOverAt.is === "known" ? recall.before.switchedOverAt : switchedOverAt(look2, deployment2.id);
}
function plan5(inputs, situation) {
  const { now } = situation;
  if (now.trouble !== void 0)
    return refuseTrouble(now.trouble);
  if (now.deployment.is === "unknown")
    return waitFor(`the deployment could not be read: ${now.deployment.because}`, "settling");
  if (now.deployment.is === "absent")
    return withoutDeployment(inputs, situation, (production) => atTarget(inputs, production, now.blue));
  const deployment2 = now.deployment.value;
  const account = accountTrouble(inputs, deployment2.source);
  if (account !== void 0)
    return refuseTrouble(account);
  switch (stageOf(deployment2.status)) {
    case "provisioning":
      if (!statusHolds(situation, deployment2))
        return lookOnceMore(deployment2, "confirming");
      return refuse("blocked", "deployment_unknown", `deployment ${deployment2.id} is still being built`, "run mode: wait first");
    case "available":
      if (begun(situation.written).length > 0)
        return pending(situation, deployment2);
      return situation.seen.includes("SWITCHOVER_IN_PROGRESS") ? rolledBack(situation, deployment2) : gates(inputs, situation, deployment2);
    case "switching":
      return follow(inputs, situation, deployment2);
    case "completed":
      return proveIt(inputs, situation, deployment2);
    case "switchover_failed":
      return afterFailure(inputs, situation, deployment2);
    case "invalid":
    case "failed":
      return refuse("failed", "switchover_failed", `deployment ${deployment2.id} is ${deployment2.status} and cannot be switched over`, "remove it with mode: abort, mend the cause, then run create again", "switchover");
    case "deleting":
      return refuse("failed", "deployment_deleting", `deployment ${deployment2.id} is being deleted`, "run create again once it is gone");
    case "unknown":
      return refuseUnknownStatus(deployment2);
  }
}
function proveIt(inputs, situation, deployment2) {
  const { now, first } = situation;
  const memory = valueOf(now.memory);
  if (memory?.newer !== void 0)
    return refuseNewer(deployment2, memory);
  const proof = prove(now, deployment2, memory, inputs.targetEngineVersion);
  switch (proof.is) {
    case "failed":
      return refuse("failed", "member_failed", `deployment ${deployment2.id} says ${deployment2.status}, but ${proof.because.join("; ")}`, "do not run cleanup: a member that failed still is production; look at each member in the console", "switchover");
    case "not_yet":
      if (statusHolds(situation, deployment2, PROOF)) {
        return refuse("failed", "not_proven", `deployment ${deployment2.id} says ${deployment2.status}, but ${proof.because.join("; ")}`, "do not run cleanup; look at each name in the console", "switchover");
      }
      return steps({ do: "wait", intent: `switched over; not proven yet: ${proof.because.join("; ")}`, pace: "settling", toTheEnd: true });
    case "proven":
      break;
  }
  const tagged = memory === void 0 || memory.blue.length === 0 || memory.switchedOverAt !== void 0;
  if (!tagged && !hasSentTag(situation.written, KEYS.switchedOverAt))
    return tellWhen(situation, deployment2);
  const already = first.deployment.is === "known" && stageOf(first.deployment.value.status) === "completed";
  const production = valueOf(databaseAt(now, productionArns(deployment2, memory)[0]));
  const runs = production === void 0 ? "" : `: ${production.name} runs ${production.engine} ${production.engineVersion} on ${production.resourceId}`;
  const [reason, what] = already ? ["already_switched_over", "was switched over before"] : ["switchover_completed", "is switched over"];
  return {
    is: "done",
    reason,
    because: `deployment ${deployment2.id} ${what}, and it is proven${runs}`,
    evidence: "afterwards",
    warnings: protectionLost(now, deployment2)
  };
}
function tellWhen(situation, deployment2) {
  const at2 = valueOf(situation.now.switchedOverAt) ?? situation.date;
  return steps(tagStep(deploymentArn(deployment2), [{ Key: KEYS.switchedOverAt, Value: at2.toISOString() }], {
    intent: "note on the deployment when it was switched over",
    shows: (seen) => valueOf(seen.memory)?.switchedOverAt !== void 0,
    optional: true
  }));
}
function after5(_inputs, observed) {
  const deployment2 = valueOf(observed.deployment);
  if (deployment2 === void 0)
    return observed;
  if (stageOf(deployment2.status) === "completed")
    return { ...observed, memory: known({ ...valueOf(observed.memory) ?? EMPTY_MEMORY, switchedOverAt: /* @__PURE__ */ new Date(0) }) };
  if (!["available", "switching", "switchover_failed"].includes(stageOf(deployment2.status)))
    return observed;
  const moved = {
    ...deployment2,
    status: "SWITCHOVER_COMPLETED",
    source: `${deployment2.source}-old1`,
    target: deployment2.source,
    members: deployment2.members.map((member) => ({
      source: `${member.source ?? ""}-old1`,
      target: member.source,
      status: "SWITCHOVER_COMPLETED"
    }))
  };
  const databases2 = new Map(observed.databases.is === "known" ? observed.databases.value : []);
  for (const member of deployment2.members) {
    const green2 = valueOf(databaseAt(observed, member.target));
    const blue = valueOf(databaseAt(observed, member.source));
    if (green2 !== void 0 && blue !== void 0)
      databases2.set(labelFor(blue.kind, blue.name), known({ ...green2, name: blue.name, arn: blue.arn }));
  }
  const memory = valueOf(observed.memory) ?? EMPTY_MEMORY;
  return {
    ...observed,
    deployment: known(moved),
    databases: known(databases2),
    memory: known({ ...memory, switchedOverAt: memory.switchedOverAt ?? /* @__PURE__ */ new Date(0) })
  };
}
var switchover2 = { name: "switchover", observe: observe5, plan: plan5, after: after5 };

// lib/phases/wait.js
var UNKNOWN_FOR = 30 * 6e4;
async function observe6(look2, inputs, recall) {
  const seen = await lookForDeployment(look2, inputs, recall, "open");
  if (seen.deployment.is !== "known")
    return withInstances(look2, inputs, seen);
  if (stageOf(seen.deployment.value.status) !== "available")
    return seen;
  return { ...seen, databases: known(await databasesByArn(look2, sidesOf(seen.deployment.value))) };
}
function plan6(inputs, situation) {
  const { now } = situation;
  if (now.trouble !== void 0)
    return refuseTrouble(now.trouble);
  if (now.deployment.is === "unknown")
    return waitFor(`the deployment could not be read: ${now.deployment.because}`, "settling");
  if (now.deployment.is === "absent")
    return withoutDeployment(inputs, situation, (production) => atTarget(inputs, production, now.blue));
  return planWith2(situation, now.deployment.value);
}
function planWith2(situation, deployment2) {
  switch (stageOf(deployment2.status)) {
    case "provisioning":
      return failed(situation.now, deployment2) ?? waitFor(`deployment ${deployment2.id} is being built`, "provisioning");
    case "available":
      return failed(situation.now, deployment2) ?? planAvailable(situation, deployment2);
    case "switching":
      return { is: "done", reason: "green_ready", because: `deployment ${deployment2.id} is being switched over already` };
    case "completed":
      return { is: "done", reason: "already_switched_over", because: `deployment ${deployment2.id} has been switched over already` };
    case "switchover_failed":
      return refuse("failed", "switchover_failed", `deployment ${deployment2.id} is ${deployment2.status}`, "mode: switchover tries again if no name has moved, mode: abort removes it", "switchover");
    case "invalid":
    case "failed":
      return refuse("failed", "provisioning_failed", `green of deployment ${deployment2.id} could not be built: it is ${deployment2.status}`, REBUILD, "provisioning");
    case "deleting":
      return refuse("failed", "deployment_deleting", `deployment ${deployment2.id} is being deleted`, "run create again once it is gone");
    case "unknown":
      return whileUnknown(`deployment ${deployment2.id} has the status "${deployment2.status}", which this release does not know`);
  }
}
var REBUILD = "mend the cause on blue, remove the deployment with mode: abort, then run create again";
function failed(now, deployment2) {
  const lines = failuresIn(now);
  if (lines.length === 0)
    return void 0;
  return refuse("failed", "provisioning_failed", `green of deployment ${deployment2.id} could not be built: ${lines.join("; ")}`, REBUILD, "provisioning");
}
function planAvailable(situation, deployment2) {
  const lines = notReady(situation.now);
  if (lines.length === 0) {
    if (!holds(situation, CLAIMS.ready))
      return waitFor("everything is available: looking once more", "confirming");
    return {
      is: "done",
      reason: "green_ready",
      because: `green of deployment ${deployment2.id} is ready: every task, member and database of both sides is available`,
      completed: true,
      warnings: protectionLost(situation.now, deployment2)
    };
  }
  const unknown2 = unknownStatuses(situation.now, deployment2);
  const why = lines.join("; ");
  return unknown2.length === 0 ? waitFor(why, "provisioning") : whileUnknown(`${why} (a status this release does not know: "${unknown2.join('", "')}")`);
}
var whileUnknown = (intent) => steps({ do: "wait", intent, pace: "provisioning", patience: UNKNOWN_FOR });
var TASK = /^(PENDING|IN_PROGRESS|COMPLETED)$/;
var MEMBER = /^(PROVISIONING|AVAILABLE|SWITCHOVER_IN_PROGRESS|SWITCHOVER_COMPLETED)$/;
function unknownStatuses(now, deployment2) {
  const databases2 = sidesOf(deployment2).flatMap((arn) => {
    const database = databaseAt(now, arn);
    return database.is === "known" && !isKnownDatabaseStatus(database.value.status) ? [database.value.status] : [];
  });
  const tasks = (deployment2.tasks ?? []).flatMap((task) => TASK.test(task.status) ? [] : [task.status]);
  const members2 = deployment2.members.flatMap((member) => member.status === void 0 || MEMBER.test(member.status) ? [] : [member.status]);
  return [.../* @__PURE__ */ new Set([...databases2, ...tasks, ...members2])];
}
function after6(inputs, observed) {
  const deployment2 = valueOf(observed.deployment);
  if (deployment2 === void 0 || !["provisioning", "available"].includes(stageOf(deployment2.status)))
    return observed;
  const isBuilding = stageOf(deployment2.status) === "provisioning";
  const blue = valueOf(observed.blue) ?? [];
  const pairs2 = deployment2.members.length > 0 ? deployment2.members : (blue.length > 0 ? blue.map((one) => one.arn) : [deployment2.source]).map((source2) => ({ source: source2, target: void 0 }));
  const members2 = pairs2.map((pair2) => ({ source: pair2.source, target: pair2.target ?? `${pair2.source ?? ""}-green-(new)`, status: "AVAILABLE" }));
  const ready = {
    ...deployment2,
    status: "AVAILABLE",
    target: deployment2.target ?? `${deployment2.source}-green-(new)`,
    tasks: (deployment2.tasks ?? []).map((task) => ({ ...task, status: "COMPLETED" })),
    members: members2
  };
  const databases2 = /* @__PURE__ */ new Map();
  for (const member of members2) {
    const seen = valueOf(databaseAt(observed, member.source)) ?? blue.find((one) => one.arn === member.source);
    if (seen === void 0 || member.source === void 0)
      continue;
    databases2.set(labelOf(member.source), known({ ...seen, status: "available" }));
    const there = valueOf(databaseAt(observed, member.target));
    const green2 = there === void 0 || isBuilding ? { ...imagined(seen, member.target, versionOf(inputs, observed, seen)), ...idOf(there) } : there;
    databases2.set(labelOf(member.target), known({ ...green2, status: "available", storageOperation: void 0 }));
  }
  const tags3 = valueOf(deployment2.tags);
  const memory = observed.memory.is === "known" ? observed.memory : known(readMemory(tags3 ?? /* @__PURE__ */ new Map()));
  return {
    ...observed,
    deployment: known(ready),
    memory,
    databases: known(databases2),
    lag: known({ metric: "ReplicaLag", unit: "seconds", newest: 0, worst: 0 }),
    failures: known([])
  };
}
function versionOf({ targetEngineVersion: asked }, { target }, blue) {
  if (target.is === "known")
    return target.value.engineVersion ?? blue.engineVersion;
  return asked === void 0 || isAt(blue.engineVersion, asked) ? blue.engineVersion : asked;
}
var idOf = (green2) => green2 === void 0 ? void 0 : { resourceId: green2.resourceId };
var imagined = (blue, arn, engineVersion2) => ({
  ...blue,
  name: nameIn(arn),
  arn,
  resourceId: `${blue.resourceId}-(green)`,
  engineVersion: engineVersion2,
  // Facts G-18: roles are not copied.
  traits: { ...blue.traits, roleFeatures: [] }
});
var wait2 = { name: "wait", observe: observe6, plan: plan6, after: after6 };

// lib/phases/index.js
var phases2 = [prepare2, create, wait2, switchover2, cleanup2, abort];

// lib/rds/patience.js
var ATTEMPTS = 4;
async function patiently(operation, means, send) {
  for (let attempt = 1; ; attempt += 1) {
    let fault2;
    try {
      return await send();
    } catch (thrown) {
      if (thrown instanceof _chunk_LNJJPMCI_js__WEBPACK_IMPORTED_MODULE_1__/* .Faulted */ .q3 || !(0,_chunk_LNJJPMCI_js__WEBPACK_IMPORTED_MODULE_1__/* .isFault */ .Zh)(thrown))
        throw thrown;
      fault2 = (0,_chunk_LNJJPMCI_js__WEBPACK_IMPORTED_MODULE_1__/* .faultOf */ .Kl)(thrown);
    }
    if (fault2.kind === "throttled")
      means.throttled?.();
    const again2 = (fault2.kind === "throttled" || fault2.kind === "lost") && attempt < ATTEMPTS && !means.signal.aborted;
    if (!again2)
      throw new _chunk_LNJJPMCI_js__WEBPACK_IMPORTED_MODULE_1__/* .Faulted */ .q3(fault2, operation);
    await means.clock.sleep(means.pace.scaled(500 * (1 + means.random() * 2 ** attempt)), means.signal);
  }
}
function patientReads(rds, means) {
  return { read: (operation, input, signal) => patiently(operation, means, () => rds.read(operation, input, signal)) };
}
function patientMetrics(metrics, means) {
  return { read: (operation, input, signal) => patiently(operation, means, () => metrics.read(operation, input, signal)) };
}

// lib/reporting/discreet.js
function discreet(reporter2, accounts) {
  const clean = (text3) => withoutArns(text3, [...accounts]);
  return {
    startGroup: (title) => reporter2.startGroup(clean(title)),
    endGroup: () => reporter2.endGroup(),
    say: (line2) => reporter2.say(clean(line2)),
    warn: (line2) => reporter2.warn(clean(line2)),
    know: (outputs) => reporter2.know(outputs)
  };
}

// lib/waiting/pace.js
function paceOf(pollIntervalSeconds) {
  const seconds = pollIntervalSeconds ?? 30;
  const shrink = seconds < 5 ? seconds / 30 : 1;
  return {
    scaled: (milliseconds) => milliseconds * shrink,
    pause(name, random, throttledLooks) {
      switch (name) {
        case "provisioning":
          return seconds * 1e3 * (0.9 + random() * 0.2);
        case "settling":
        case "gate":
          return 5e3 * shrink;
        case "confirming":
          return 30500 * shrink;
        case "switching":
          return Math.min(5e3, 1e3 * 2 ** throttledLooks) * shrink;
      }
    }
  };
}

// lib/run.js
var MINUTE11 = 6e4;
var AVAILABLE = /* @__PURE__ */ new Set([
  "plan",
  ...phases2.map((phase) => phase.name),
  ...inquiries2.map((inquiry) => inquiry.name)
]);
var MENDED = new Set(createChecks.flatMap((one) => one.isMendedByPrepare === true ? [one.id] : []));
function endsTheRun(name, { outcome: { is }, isLeaving }) {
  if (is === "planned")
    return isLeaving ? "what is being deleted has to be gone first" : void 0;
  return is === "completed" || is === "nothing_to_do" ? void 0 : `${name} ended ${is}`;
}
var Run = class {
  #inputs;
  #world;
  #outputs = {};
  #phases = [];
  #leftOut = [];
  #checks = /* @__PURE__ */ new Map();
  #writes = [];
  #entries = [];
  #warnings = [];
  #binlog = [];
  #advice = [];
  /** Hidden in every line, as soon as RDS has named them. */
  #accounts = /* @__PURE__ */ new Set();
  #startedAt;
  #expiry;
  #now;
  constructor(inputs, world) {
    this.#inputs = inputs;
    this.#world = { ...world, reporter: discreet(world.reporter, this.#accounts) };
    this.#startedAt = world.clock.date();
    this.#expiry = new ExpiryNotice(world, inputs.waitTimeoutMinutes * MINUTE11, inputs.roleToAssume !== void 0);
  }
  async go() {
    const inquiry = inquiries2.find((one) => this.#inputs.modes.includes(one.name));
    if (inquiry === void 0)
      await this.#drive();
    else
      await this.#ask(inquiry);
    return this.report();
  }
  #look() {
    const { clock, random, signal, rds, metrics } = this.#world;
    let throttled = 0;
    const means = {
      clock,
      random,
      signal,
      pace: paceOf(this.#inputs.pollIntervalSeconds),
      throttled: () => {
        throttled += 1;
      }
    };
    return { rds: patientReads(rds, means), metrics: patientMetrics(metrics, means), clock, random, signal, throttled: () => throttled };
  }
  async #ask(inquiry) {
    const started = this.#world.clock.elapsed();
    this.#world.reporter.startGroup(inquiry.name);
    let outcome;
    try {
      const answer = await inquiry.answer(this.#look(), this.#inputs);
      this.#know(answer.now);
      outcome = answer.outcome;
    } catch (thrown) {
      if (!(thrown instanceof _chunk_LNJJPMCI_js__WEBPACK_IMPORTED_MODULE_1__/* .Faulted */ .q3))
        throw thrown;
      outcome = this.#faulted(inquiry.name, thrown, started);
    }
    this.#ended(inquiry.name, outcome, started, []);
  }
  #faulted(phase, { fault: fault2, operation }, started) {
    const ending = this.#world.signal.aborted ? { is: "cancelled", reason: "cancelled", because: "cancelled; nothing was changed", remedy: "" } : endOfFault(fault2, operation, this.#world.clock.elapsed() - started, this.#inputs);
    return { ...ending, phase, details: [] };
  }
  async #drive() {
    const wanted = [...PHASE_ORDER, "abort"].filter((name) => this.#inputs.modes.includes(name));
    let left;
    for (const [index, name] of wanted.entries()) {
      if (name === "plan") {
        const outcome = await this.#plan(wanted.slice(1));
        if (outcome.is === "completed" || outcome.is === "nothing_to_do")
          continue;
        for (const other of wanted.slice(1))
          this.#leftOut.push({ phase: other, because: `plan ended ${outcome.is}` });
        return;
      }
      const phase = phases2.find((one2) => one2.name === name);
      if (phase === void 0) {
        this.#leftOut.push({ phase: name, because: "this release does not have it" });
        this.#world.reporter.say(`${name} is left out: this release does not have it`);
        continue;
      }
      const started = this.#world.clock.elapsed();
      this.#world.reporter.startGroup(name);
      const isForeseen = left !== void 0;
      const one = await oneAhead(phase, left, this.#means(false));
      if (isForeseen)
        this.#warnings.push(...one.warnings);
      this.#sayStops(one.checks);
      this.#ended(name, one.outcome, started, one.planned);
      left = one.left;
      const because = endsTheRun(name, one);
      if (because === void 0)
        continue;
      for (const other of wanted.slice(index + 1))
        this.#leftOut.push({ phase: other, because });
      return;
    }
  }
  async #plan(behind) {
    const started = this.#world.clock.elapsed();
    this.#world.reporter.startGroup("plan");
    const ahead2 = behind.length === 0 ? aheadOfPlan(this.#inputs) : behind;
    const asked = await this.#planPhases(ahead2);
    for (const check of asked.checks)
      this.#checks.set(check.id, check);
    const prepared = ahead2.includes("prepare") ? void 0 : await this.#withPrepare(ahead2, asked, started);
    const outcome = prepared === void 0 ? asked.outcome : withPrepare(asked.outcome, prepared);
    this.#warnings.push(.../* @__PURE__ */ new Set([...asked.warnings, ...prepared?.warnings ?? []]));
    this.#sayStops(asked.checks);
    this.#ended("plan", outcome, started, prepared !== void 0 && prepared.planned.length > 0 ? prepared.planned : asked.planned);
    return outcome;
  }
  /** Undefined: nothing that `prepare` mends stops the plan. */
  async #withPrepare(ahead2, asked, started) {
    const [first] = asked.stops;
    const seen = first?.checks.some((one) => one.verdict === "not_met" && MENDED.has(one.id)) === true ? first.seen : void 0;
    const prepare3 = phases2.find((phase) => phase.name === "prepare");
    if (seen === void 0 || prepare3?.complete === void 0)
      return void 0;
    try {
      return await this.#planPhases(["prepare", ...ahead2], await prepare3.complete(this.#look(), this.#means(true).inputs, seen));
    } catch (thrown) {
      if (!(thrown instanceof _chunk_LNJJPMCI_js__WEBPACK_IMPORTED_MODULE_1__/* .Faulted */ .q3))
        throw thrown;
      return { outcome: this.#faulted("plan", thrown, started), planned: [], checks: [], warnings: [], stops: [], isCut: true };
    }
  }
  #planPhases(ahead2, from) {
    return planPhases(phases2.filter((phase) => ahead2.includes(phase.name)), this.#means(true), from);
  }
  #means(foresees) {
    return {
      inputs: foresees ? { ...this.#inputs, dryRun: true } : this.#inputs,
      world: this.#world,
      pace: paceOf(this.#inputs.pollIntervalSeconds),
      drive: (phase) => this.#runPhase(phase, foresees)
    };
  }
  async #runPhase(phase, foresees) {
    const world = this.#world;
    const inputs = this.#narrowed();
    const drive = new Drive({
      phase,
      inputs: foresees ? { ...inputs, dryRun: true } : inputs,
      foresees,
      world,
      look: this.#look(),
      pace: paceOf(this.#inputs.pollIntervalSeconds),
      deadline: this.#inputs.waitTimeoutMinutes * MINUTE11,
      expiry: this.#expiry,
      know: (now) => this.#know(now)
    });
    try {
      const end = await drive.run();
      if (foresees)
        return end;
      this.#warnings.push(...end.warnings);
      this.#binlog.push(...end.binlog);
      this.#advice.push(...end.advice);
      for (const check of end.checks)
        this.#checks.set(check.id, check);
      const call = end.ledger.entries.find((entry) => entry.step.call.operation === "SwitchoverBlueGreenDeployment" && mayHaveHappened(entry));
      if (call !== void 0 && end.outcome.reason === "switchover_completed")
        this.#tell({ "switchover-seconds": ((world.clock.elapsed() - call.at) / 1e3).toFixed(1) });
      return end;
    } finally {
      this.#writes.push(...drive.ledger.reports);
      this.#entries.push(...drive.ledger.entries);
    }
  }
  /** Later phases of one run speak of the deployment that an earlier one found or made. */
  #narrowed() {
    const deployment2 = this.#now === void 0 ? void 0 : valueOf(this.#now.deployment);
    if (this.#inputs.deploymentId !== void 0 || deployment2 === void 0)
      return this.#inputs;
    return { ...this.#inputs, deploymentId: { is: "id", id: deployment2.id } };
  }
  #ended(phase, outcome, started, planned2) {
    const { reporter: reporter2, clock } = this.#world;
    this.#phases.push({ phase, outcome, took: clock.elapsed() - started, planned: planned2 });
    for (const step2 of planned2)
      reporter2.say(`${step2.phase}  would ${step2.intent}${step2.operation === void 0 ? "" : `  ${step2.operation} ${JSON.stringify(step2.input)}`}`);
    for (const line2 of [...outcome.details, ...outcome.commands ?? []])
      reporter2.say(line2);
    reporter2.say(`${phase}  ${outcome.is} (${outcome.reason}): ${outcome.because}`);
    reporter2.endGroup();
  }
  #sayStops(checks2) {
    const lines = linesOf2(checks2);
    if (lines.length > 1)
      for (const line2 of lines)
        this.#world.reporter.say(line2);
  }
  #know(now) {
    this.#now = now;
    for (const arn of [valueOf(now.production)?.arn, valueOf(now.deployment)?.source]) {
      const account = arn === void 0 ? void 0 : parseArn(arn)?.account;
      if (account !== void 0 && account !== "")
        this.#accounts.add(account);
    }
    this.#tell(tell(now));
  }
  #tell(told) {
    const changed = Object.entries(told).filter(([name, value]) => this.#outputs[name] !== value);
    if (changed.length === 0)
      return;
    const news = Object.fromEntries(changed);
    Object.assign(this.#outputs, news);
    this.#world.reporter.know(news);
  }
  /** The phase that stopped the run decides; if none did, whether any phase completed (contract, "Outputs"). */
  #outcome() {
    const last = this.#phases.at(-1)?.outcome;
    if (last === void 0)
      return { is: "failed", phase: "", reason: "unexpected_error", because: "no phase was run", remedy: "", details: [] };
    if (last.is !== "nothing_to_do")
      return last;
    return this.#phases.findLast((phase) => phase.outcome.is === "completed" && phase.phase !== "plan")?.outcome ?? last;
  }
  report() {
    const outcome = this.#outcome();
    const now = this.#now;
    const deployment2 = now === void 0 ? void 0 : valueOf(now.deployment);
    const switchedOver = deployment2 !== void 0 && stageOf(deployment2.status) === "completed";
    const checks2 = [...this.#checks.values()];
    const outputs = {
      ...this.#outputs,
      outcome: outcome.is,
      reason: outcome.reason,
      phase: outcome.phase,
      changed: String(this.#entries.some(mayHaveHappened)),
      checks: withoutArns(JSON.stringify(checks2)),
      "next-mode": nextMode(outcome, this.#phases, now)
    };
    return {
      outcome,
      phases: this.#phases,
      leftOut: this.#leftOut,
      outputs,
      members: now === void 0 ? [] : membersOf(now),
      changes: now === void 0 ? [] : changesOf(now, this.#inputs),
      checks: checks2,
      writes: this.#writes,
      warnings: this.#warnings,
      advice: [...this.#advice, ...now === void 0 ? [] : adviceOf(now, outcome.phase)],
      binlog: this.#binlog,
      arns: {
        deployment: deployment2 === void 0 ? "" : deploymentArn(deployment2),
        source: deployment2?.source ?? (now === void 0 ? "" : valueOf(now.production)?.arn ?? ""),
        target: deployment2?.target ?? "",
        old: switchedOver ? deployment2.source : ""
      },
      oldDatabases: now === void 0 ? [] : oldDatabasesOf(now),
      startedAt: this.#startedAt,
      took: this.#world.clock.elapsed(),
      run: this.#world.run,
      region: this.#inputs.awsRegion
    };
  }
};

// lib/main.js
async function main(around) {
  const { env: env2, publisher } = around;
  const read4 = readInputs(env2, checks);
  publisher.mask(read4.secrets);
  publisher.know(emptyOutputs());
  const problems = read4.is === "wrong" ? read4.problems : unavailable(read4.inputs);
  if (problems.length > 0 || read4.is === "wrong")
    return publish(around, { ...empty(around, badInput(problems)), problems }, "fail");
  let run2;
  try {
    const { rds, metrics, expires } = await around.connect(read4.inputs);
    run2 = new Run(read4.inputs, { ...around, rds, metrics, expires, reporter: publisher });
    return await publish(around, await run2.go(), read4.inputs.onTimeout);
  } catch (thrown) {
    const report = run2 === void 0 ? empty(around, unexpected(thrown)) : { ...run2.report(), outcome: unexpected(thrown) };
    if (env2["RUNNER_DEBUG"] === "1" && thrown instanceof Error)
      publisher.say(thrown.stack ?? "");
    return publish(around, report, "fail");
  }
}
function unavailable(inputs) {
  if (inputs.upgrade)
    return [];
  const missing = inputs.modes.filter((mode) => !AVAILABLE.has(mode));
  return missing.map((mode) => ({
    input: "mode",
    value: `"${mode}"`,
    because: `this release does not have ${mode} yet`,
    allowed: [...AVAILABLE, "upgrade"].join(", "),
    example: "create"
  }));
}
var unexpected = (thrown) => ({
  is: "failed",
  phase: "",
  reason: "unexpected_error",
  because: `something went wrong inside the action: ${thrown instanceof Error ? thrown.message : String(thrown)}`,
  remedy: "please report it with the log of a run with debug logging; the same step run again goes on from what it finds",
  details: []
});
var empty = ({ clock, run: run2 }, outcome) => bareReport(outcome, { startedAt: clock.date(), took: clock.elapsed(), run: run2 });
async function publish({ publisher, signal }, found, onTimeout) {
  const { outcome } = found;
  const known2 = { ...emptyOutputs(), changed: "false", ...found.outputs, outcome: outcome.is, reason: outcome.reason, phase: outcome.phase };
  const path = publisher.reportPath();
  const guarded = Object.fromEntries(Object.entries({ ...known2, "report-path": path }).map(([name, value]) => [name, refuseAccount(name, value).value]));
  const report = { ...found, outputs: guarded };
  const accounts = accountsOf(report);
  const isFailure2 = exitCodeOf(outcome.is, onTimeout) === 1;
  const parts = [
    ["the outputs", () => publisher.know({ ...guarded, result: result(report, accounts) })],
    ["the error", () => isFailure2 ? publisher.fail(annotation2(outcome, accounts)) : void 0],
    ["the report file", () => publisher.writeReport(path, reportFile(report))],
    ["the summary", () => publisher.writeSummary(summary(report, SUMMARY_LIMIT, accounts))]
  ];
  for (const [what, part] of parts) {
    try {
      await part();
    } catch (thrown) {
      if (!signal.aborted)
        publisher.warn(`${what} could not be written: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
    }
  }
  return exitCodeOf(outcome.is, onTimeout);
}

// lib/waiting/real-clock.js
var realClock = {
  elapsed: () => performance.now(),
  date: () => /* @__PURE__ */ new Date(),
  sleep: (milliseconds, signal) => new Promise((resolve2) => {
    if (signal.aborted || milliseconds <= 0) {
      resolve2();
      return;
    }
    const over = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", over);
      resolve2();
    };
    const timer = setTimeout(over, milliseconds);
    signal.addEventListener("abort", over);
  })
};

// lib/index.js
var VERSION = "0.1.0";
var LAST_WORD = 4500;
var { env } = process;
var step = realStep();
var context = stepContext(env, (0,node_os__WEBPACK_IMPORTED_MODULE_3__.tmpdir)());
var reporter = stepReporter({ step, outputPath: context.outputPath, refuse: refuseAccount });
var cancelled = new AbortController();
function cancel() {
  if (cancelled.signal.aborted)
    return;
  reporter.know({ outcome: "cancelled", reason: "cancelled" });
  cancelled.abort();
  setTimeout(() => process.exit(1), LAST_WORD).unref();
}
process.on("SIGINT", cancel);
process.on("SIGTERM", cancel);
function roleOf(inputs) {
  if (inputs.roleToAssume === void 0)
    return void 0;
  const { token, until } = jobTokens(env, reporter.mask, cancelled.signal);
  const [run2 = ""] = context.run.id.split(".");
  return {
    arn: inputs.roleToAssume,
    sessionName: inputs.roleSessionName ?? (run2 === "" ? "rds-blue-green" : `rds-blue-green-${run2}`),
    durationSeconds: inputs.roleDurationSeconds,
    token,
    tokensUntil: until,
    signal: cancelled.signal
  };
}
var code3 = await main({
  env,
  publisher: {
    ...reporter,
    reportPath: () => reportPath(context, step.token()),
    writeReport,
    writeSummary: (markdown) => writeSummary(markdown, env)
  },
  connect: async (inputs) => {
    const { connect } = await __nccwpck_require__.e(/* import() */ 135).then(__nccwpck_require__.bind(__nccwpck_require__, 135));
    const keeping = { date: realClock.date, say: reporter.say, environmentEnd: env["AWS_CREDENTIAL_EXPIRATION"] };
    return connect({ region: inputs.awsRegion, run: context.run.id, version: VERSION }, keeping, roleOf(inputs));
  },
  clock: realClock,
  random: Math.random,
  signal: cancelled.signal,
  run: context.run
});
process.stdout.write("", () => process.exit(code3));

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

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
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
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
/******/ var __webpack_exports__ = __nccwpck_require__(8568);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
