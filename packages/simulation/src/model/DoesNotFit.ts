import { type Say, said, type TranslatedText } from "../text/TranslatedText.ts"

/**
 * A simulation that cannot run under any policy or under this one: something that it names is missing, or a number is
 * invalid.
 */
export class DoesNotFit extends RangeError {
  override readonly name = "DoesNotFit"
  readonly says: TranslatedText

  constructor(say: Say) {
    const says = said(say)
    super(says.en)
    this.says = says
  }
}
