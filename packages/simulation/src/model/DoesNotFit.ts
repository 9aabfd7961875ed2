import type { Bundle } from "@hearback/core"

/** A simulation that no policy, or not this one, can run: what it names is missing, or a number cannot be. */
export class DoesNotFit extends RangeError {
  override readonly name = "DoesNotFit"
  readonly says: Readonly<Record<Bundle.Language, string>>

  constructor(en: string, zh: string) {
    super(en)
    this.says = { en, "zh-CN": zh }
  }
}
