import { BaseSequencer, type TestSpecification } from "vitest/node"

/** Test files that noticed the mutant before go first, then short ones: one test that notices a mutant ends its run. */
export class ShortFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const cost = (file: TestSpecification) => {
      const last = this.ctx.cache.getTestSpecificationResult(file)
      return last === undefined || last.failed ? 0 : last.duration
    }
    return files.toSorted((one, other) => cost(one) - cost(other))
  }
}
