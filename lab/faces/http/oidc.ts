/** GitHub's token endpoint as a job sees it: `ACTIONS_ID_TOKEN_REQUEST_URL` with `&audience=`, and the request token as bearer. */
import type {Identities} from './identities.ts'
import type {Reply, Request} from './protocols.ts'

export function answerOidc({url, headers}: Request, requestToken: string, known: Identities): Reply {
  if (!/^bearer /i.test(headers.authorization ?? '') || headers.authorization?.slice('bearer '.length) !== requestToken) {
    return reply(401, {message: 'Unauthorized'})
  }
  return reply(200, {value: known.issueToken(url.searchParams.get('audience'))})
}

function reply(status: number, body: object): Reply {
  return {status, headers: {'content-type': 'application/json'}, body: JSON.stringify(body)}
}
