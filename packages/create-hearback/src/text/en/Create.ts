/** What `npm create hearback` says and asks. */
export const create = {
  /** The word for "language": the question shows it in every language. */
  language: "Language",
  /** Words that answer the question, beside the names of the language. */
  answers: ["e", "english"],
  folder: (usual: string) => `Folder [${usual}]: `,
  help: (languages: string) => `npm create hearback [folder] -- [options]

Makes a folder with a policy, its people, a scenario and a program that runs.

  --lang ${languages}   language of the files; else asked, or that of the locale
  --name <id>    id of the policy; else the folder's name
  --force        overwrite files that are there
`
}

export type Create = Texts<typeof create>

type Texts<T> = { readonly [K in keyof T]: T[K] extends readonly string[] ? readonly string[] : T[K] }
