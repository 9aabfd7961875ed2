/**
 * Laws as values: one list of promises that every adapter of a port keeps, registered into any test runner.
 * A law whose needs an adapter lacks is skipped by name, never in silence.
 */

/** `F` is what a law runs on: a fresh adapter, empty, and whatever is needed to look at it from outside. */
export interface Law<F, N extends string = string> {
  /** Reads as a sentence of the contract. */
  readonly name: string
  readonly needs: readonly N[]
  /** Rejects with an assertion error when the law is broken. */
  readonly run: (make: () => Promise<F>) => Promise<void>
}

export interface Disposable {
  readonly dispose?: () => Promise<void>
}

/** Makes a law out of what it does with one fixture, which it disposes of. */
export const law = <F extends Disposable, N extends string = never>(
  name: string,
  needs: readonly N[],
  body: (fixture: F) => Promise<void>
): Law<F, N> => ({
  name,
  needs,
  run: async (make) => {
    const fixture = await make()
    try {
      await body(fixture)
    } finally {
      await fixture.dispose?.()
    }
  }
})

/** The two functions of vitest, jest and node:test that are needed. */
export interface Runner {
  readonly describe: (title: string, body: () => void) => unknown
  readonly test: ((title: string, body: () => Promise<void>) => unknown) & {
    readonly skip: (title: string, body: () => Promise<void>) => unknown
  }
}

export interface Subject<F, N extends string> {
  readonly title: string
  readonly capabilities: Readonly<Record<N, boolean>>
  readonly make: () => Promise<F>
}

/** Registers each law as a test of the runner's, and what cannot run as skipped, with what it would need. */
export const register = <F, N extends string>(
  laws: readonly Law<F, N>[],
  { title, capabilities, make }: Subject<F, N>,
  { describe, test }: Runner
): void => {
  describe(title, () => {
    for (const { name, needs, run } of laws) {
      const missing = needs.filter((need) => !capabilities[need])
      if (missing.length === 0) test(name, () => run(make))
      else test.skip(`${name} (needs ${missing.join(", ")})`, () => run(make))
    }
  })
}
