/** What people should know of a group that was filled, in words. */
import type {Contents} from './contents.ts'

export function remarksOn(name: string, {left, formulas}: Contents, from: string | undefined): readonly string[] {
  return [
    ...left.map(
      one => `${one.name}=${one.value}${from === undefined ? '' : ` of ${from}`} is not in parameter group ${name}: ${one.because}`
    ),
    ...formulas.map(one => `${one} of parameter group ${name} is a formula and was left as it is: make sure that it comes to enough`)
  ]
}
