import {mask} from './commands.ts'

/** Shorter than this, a mask would blot out half of the log and make GitHub drop outputs, and hide nothing worth hiding. */
const SHORTEST = 3

/**
 * Commands that mask every secret, to be written before any other line. The runner compares line by line, so each line of a longer
 * secret is masked too; it adds the usual encodings itself.
 */
export function masks(secrets: readonly string[]): string[] {
  const values = secrets.flatMap(secret => [secret, secret.trim(), ...secret.split(/[\r\n]+/).map(line => line.trim())])
  return [...new Set(values)].filter(value => value.trim().length >= SHORTEST).map(mask)
}
