/** A simulation that no policy, or not this one, can run: what it names is missing, or a number cannot be. */
export class DoesNotFit extends RangeError {
  override readonly name = "DoesNotFit"
}
