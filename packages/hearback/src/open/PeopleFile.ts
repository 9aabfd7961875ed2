/**
 * The people file of a loop. It is read again when it changes. If it cannot be used, the last known people stay, in
 * this process and in the next one, because notices of due work must reach somebody.
 */
import type { Bundle } from "@hearback/core"
import type { People } from "@hearback/policy"
import { isHearbackError } from "../call/HearbackError.ts"
import { readPeopleFile, versionOf } from "../policy/Files.ts"

/** An open people file. */
export interface PeopleFile {
  /** Returns the current people. */
  current(): People
  /** Returns why the file cannot be used now. */
  problem(): string | undefined
}

interface PeopleFileOptions {
  readonly path: string
  readonly bundle: Bundle.Bundle
  /** Returns the people who were known last, before this process. */
  readonly kept: People | undefined
  /** Keeps the current people. */
  readonly keep: (people: People) => void
  readonly warn: (message: string, details: Readonly<Record<string, unknown>>) => void
}

/** The interval of checks for changes of the file.  Units: ms. */
const LOOK_EVERY = 1000

/** Opens a people file. Errors: `people/invalid` if it cannot be used and no people are known from before. */
export const openPeopleFile = ({ path, bundle, kept, keep, warn }: PeopleFileOptions): PeopleFile => {
  let problem: string | undefined
  let version = versionOf(path)
  let lookedAt = performance.now()
  const read = (last: People | undefined): People => {
    try {
      const people = readPeopleFile(path, bundle)
      problem = undefined
      keep(people)
      return people
    } catch (error) {
      if (last === undefined || !isHearbackError(error, "people/invalid")) throw error
      problem = error.message
      warn("the people file cannot be used: those who were known last are", { path })
      return last
    }
  }
  let people = read(kept)
  const look = (): void => {
    const now = performance.now()
    if (now - lookedAt < LOOK_EVERY) return
    lookedAt = now
    const found = versionOf(path)
    if (found === version) return
    version = found
    people = read(people)
  }
  return {
    current: () => {
      look()
      return people
    },
    problem: () => {
      look()
      return problem
    }
  }
}
