/** A reporter through which no ARN and no account id reaches the log: AWS's own error texts are full of them. */
import type {Reporter} from '../world.ts'
import {withoutArns} from './accounts.ts'

/** `accounts` may grow while the run learns which account it is in. */
export function discreet(reporter: Reporter, accounts: ReadonlySet<string>): Reporter {
  const clean = (text: string): string => withoutArns(text, [...accounts])
  return {
    startGroup: title => reporter.startGroup(clean(title)),
    endGroup: () => reporter.endGroup(),
    say: line => reporter.say(clean(line)),
    warn: line => reporter.warn(clean(line)),
    know: outputs => reporter.know(outputs)
  }
}
