import { type Say, said, type TranslatedText } from "../text/TranslatedText.ts"

/** A simulation that no policy, or not this one, can run: what it names is missing, or a number cannot be. */
export class DoesNotFit extends RangeError {
  override readonly name = "DoesNotFit"
  readonly says: TranslatedText

  constructor(say: Say) {
    const says = said(say)
    super(says.en)
    this.says = says
  }
}
