/**
 * Laws as values: one list of promises that every adapter of a port keeps, for any test runner. If an adapter lacks the
 * abilities that a law needs, the law is listed as skipped.
 */
import { AssertionError } from "node:assert"

/** One law of an adapter. `F` is its fixture: a new, empty adapter and what the test needs to observe it. */
export interface Law<F, N extends string = string> {
  /** The law as a sentence. */
  readonly name: string
  /** What happens to a host whose adapter breaks the law. */
  readonly because: string
  /** The capabilities that the law needs. */
  readonly needs: readonly N[]
  /** Runs the law. Rejects with an assertion error that names the broken promise, its reason and the actual value. */
  readonly run: (make: () => Promise<F>) => Promise<void>
}

/** A fixture that may have something to close. */
export interface Disposable {
  /** Called at the end of each law. */
  readonly dispose?: () => Promise<void>
}

/** Makes a law from what it checks on one fixture, which is closed afterwards. */
export const law = <F extends Disposable, N extends string = never>(
  said: Omit<Law<F, N>, "run">,
  body: (fixture: F) => Promise<void>
): Law<F, N> => ({
  ...said,
  run: async (make) => {
    const fixture = await make()
    try {
      await body(fixture)
    } catch (found) {
      throw brokenPromise(said, found)
    } finally {
      await fixture.dispose?.()
    }
  }
})

const brokenPromise = ({ name, because }: Omit<Law<unknown>, "run">, found: unknown): AssertionError => {
  const {
    actual,
    expected,
    operator = "throw"
  } = found instanceof AssertionError ? found : ({} as Partial<AssertionError>)
  const what = found instanceof Error ? found.message : String(found)
  const message = `The port promises: ${name}.\nIt matters because ${because}.\nFound: ${what}`
  return Object.assign(new AssertionError({ message, actual, expected, operator }), { cause: found })
}

/** The two functions of vitest, jest and node:test that `register` needs. */
export interface TestRunner {
  readonly describe: (title: string, body: () => void) => unknown
  readonly test: ((title: string, body: () => Promise<void>) => unknown) & {
    readonly skip: (title: string, body: () => Promise<void>) => unknown
  }
}

/** The adapter under test: its title, its abilities, and how to make a fixture. */
export interface LawSubject<F, N extends string> {
  readonly title: string
  readonly capabilities: Readonly<Record<N, boolean>>
  readonly make: () => Promise<F>
}

/**
 * Registers each law as a test of a test runner. A law that needs what the adapter does not have is registered as
 * skipped, with its need.
 */
export const register = <F, N extends string>(
  laws: readonly Law<F, N>[],
  { title, capabilities, make }: LawSubject<F, N>,
  { describe, test }: TestRunner
): void => {
  describe(title, () => {
    for (const { name, needs, run } of laws) {
      const missing = needs.filter((need) => !capabilities[need])
      if (missing.length === 0) test(name, () => run(make))
      else test.skip(`${name} (needs ${missing.join(", ")})`, () => run(make))
    }
  })
}
