/** An adapter that is wrong in one way, to show that a law notices. */
export interface Broken<F> {
  /** Name of the law that it must fail. */
  readonly law: string
  /** What is wrong with it. */
  readonly fault: string
  readonly make: () => Promise<F>
}
