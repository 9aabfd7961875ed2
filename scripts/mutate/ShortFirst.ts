import { BaseSequencer, type TestSpecification } from "vitest/node"

/**
 * Runs test files first that noticed the mutant before, then short ones, since one test that notices it ends the run.
 */
export class ShortFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const cost = (file: TestSpecification) => {
      const last = this.ctx.cache.getTestSpecificationResult(file)
      return last === undefined || last.failed ? 0 : last.duration
    }
    return files.toSorted((one, other) => cost(one) - cost(other))
  }
}
