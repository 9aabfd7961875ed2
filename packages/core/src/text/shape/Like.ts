/** The texts of one language with the keys and arguments of another: a key too few or too many does not compile. */
export type Like<T> = T extends (...about: infer About) => infer Said
  ? (...about: About) => Like<Said>
  : T extends string
    ? string
    : { readonly [Key in keyof T]: Like<T[Key]> }
