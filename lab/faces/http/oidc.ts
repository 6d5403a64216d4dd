/** GitHub's token endpoint as a job sees it: `ACTIONS_ID_TOKEN_REQUEST_URL` with `&audience=`, and the request token as bearer. */
import type {Reply, Request} from './protocols.ts'

/** The token is signed by nobody: the lab's STS does not verify it. */
export function answerOidc({url, headers}: Request, requestToken: string, serial: number): Reply {
  if (!/^bearer /i.test(headers.authorization ?? '') || headers.authorization?.slice('bearer '.length) !== requestToken) {
    return reply(401, {message: 'Unauthorized'})
  }
  const now = Math.floor(Date.now() / 1000)
  const claims = {
    aud: url.searchParams.get('audience') ?? 'https://github.com/lab',
    sub: 'repo:lab/databases:ref:refs/heads/main',
    iss: 'https://token.actions.githubusercontent.com',
    jti: `${serial}`,
    iat: now,
    exp: now + 300
  }
  return reply(200, {value: [{typ: 'JWT', alg: 'RS256'}, claims, {}].map(encode).join('.')})
}

function encode(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url')
}

function reply(status: number, body: object): Reply {
  return {status, headers: {'content-type': 'application/json'}, body: JSON.stringify(body)}
}
