/**
 * The seam between the lab's faces and what stands behind them. A face (in process, HTTP) hands over one request in AWS's words
 * and gets the SDK-shaped answer, or a refusal. Behind the seam, once for both faces: faults, latency, throttling, the account's
 * IAM policy, stale reads, the record of requests, and the model.
 */
export type Api = 'rds' | 'monitoring' | 'sts'

export interface Service {
  /** Rejects with a `Refusal`, or with a `Broken` for a connection that breaks; may also never settle (a killed caller). */
  answer(api: Api, operation: string, input: object): Promise<object>
}

/** What AWS answers instead of a result: the code as it stands on the wire, and the HTTP status. */
export interface Refusal {
  readonly refused: true
  readonly code: string
  readonly message: string
  readonly status: number
}

/** The connection broke: nobody knows whether the request had its effect. */
export interface Broken {
  readonly broken: true
  readonly code: 'ECONNRESET' | 'ETIMEDOUT'
  readonly message: string
}
