/** Laws of a directory: it says the same about a person in answer to every question. */
import assert from "node:assert/strict"
import type { Directory, Person } from "../../port/Directory.ts"
import { type Disposable, type Law, law } from "../laws/Law.ts"

/** A directory under test. */
export interface DirectoryFixture extends Disposable {
  readonly directory: Directory
  /** The ids of some people whom the directory knows. */
  readonly people: readonly string[]
  /** Roles that some of these people have. */
  readonly roles: readonly string[]
  /**
   * Somebody of `people` who is absent at the instant `at` and present at `back`, if there is anybody. Units: ms since
   * 1970.
   */
  readonly away?: { readonly id: string; readonly at: number; readonly back: number }
}

/** A law of a directory. */
export type DirectoryLaw = Law<DirectoryFixture, never>

const directoryLaw = (
  name: string,
  because: string,
  body: (fixture: DirectoryFixture) => Promise<void>
): DirectoryLaw => law<DirectoryFixture>({ name, because, needs: [] }, body)

const at = Date.UTC(2026, 10, 16, 1)

const rolesOf = async (directory: Directory, id: string): Promise<readonly string[]> =>
  [...((await directory.person(id))?.roles ?? [])].toSorted()

/** Returns everyone with one of the roles. */
const everyone = async ({ directory, roles }: DirectoryFixture): Promise<readonly Person[]> => {
  const lists = await Promise.all(roles.map((role) => directory.withRole(role, { at })))
  return lists.flat()
}

/** Names that every JavaScript object has. */
export const inherited = ["constructor", "__proto__", "toString", "hasOwnProperty"]

/** The laws of directories. */
export const directoryLaws: readonly DirectoryLaw[] = [
  directoryLaw(
    "whom it does not know is undefined, and no error",
    "the engine takes an error for an outage: it would try again for ever, instead of refusing a stranger",
    async ({ directory }) => {
      for (const id of ["nobody-of-this-name", ""]) {
        assert.equal(await directory.person(id), undefined)
        assert.equal(await directory.absence(id, at), undefined)
      }
    }
  ),

  directoryLaw(
    "nobody is known by a name that every object answers to",
    "whoever calls themselves `constructor` would be a person with whatever that happens to be",
    async ({ directory }) => {
      for (const id of inherited) {
        assert.equal(await directory.person(id), undefined)
        assert.equal(await directory.absence(id, at), undefined)
        assert.deepEqual(await directory.withRole(id, { at }), [])
      }
    }
  ),

  directoryLaw(
    "a person has the id that was asked for, and a list of roles",
    "the record would name somebody else than the one who acted",
    async ({ directory, people }) => {
      assert.ok(people.length > 0, "the fixture names people whom the directory knows")
      for (const id of people) {
        const found = await directory.person(id)
        assert.equal(found?.id, id)
        assert.ok(Array.isArray(found?.roles), `the roles of ${id} are no list`)
      }
    }
  ),

  directoryLaw(
    "who is listed under a role has it, and is the same person when asked for alone",
    "work would be given to somebody whose commands are then refused",
    async (fixture) => {
      const { directory, roles } = fixture
      for (const role of roles) {
        const found = await directory.withRole(role, { at })
        assert.ok(found.length > 0, `the fixture names a role that somebody has: ${role}`)
        for (const person of found) {
          assert.ok(person.roles.includes(role), `${person.id} is listed under ${role} and does not have it`)
          assert.deepEqual(await rolesOf(directory, person.id), person.roles.toSorted())
        }
        assert.equal(new Set(found.map(({ id }) => id)).size, found.length, `somebody is listed twice under ${role}`)
      }
    }
  ),

  directoryLaw(
    "who has a role is listed under it",
    "nobody would be asked to approve, though there is somebody who may",
    async (fixture) => {
      const listed = new Set((await everyone(fixture)).map(({ id }) => id))
      for (const id of fixture.people) {
        const roles = await rolesOf(fixture.directory, id)
        if (roles.some((role) => fixture.roles.includes(role))) assert.ok(listed.has(id), `${id} is listed nowhere`)
      }
    }
  ),

  directoryLaw(
    "a role that nobody has is an empty list",
    "a policy may name a role before anybody has it, and no case could be opened",
    async ({ directory }) => {
      assert.deepEqual(await directory.withRole("no-role-of-this-name", { at }), [])
    }
  ),

  directoryLaw(
    "the order of those with a role stays the same",
    "of two who are equally free the first one is chosen: the same case would go to somebody else each time",
    async ({ directory, roles }) => {
      for (const role of roles) {
        const ids = async () => (await directory.withRole(role, { at })).map(({ id }) => id)
        const first = await ids()
        for (let n = 0; n < 3; n++) assert.deepEqual(await ids(), first)
      }
    }
  ),

  directoryLaw(
    "who is absent is still listed, and is absent at that instant alone",
    "the engine itself lets the deputy stand in: whom it does not see it cannot replace, and who is back stays away",
    async ({ directory, away }) => {
      if (away === undefined) return
      const { id, at: then, back } = away
      const roles = await rolesOf(directory, id)
      for (const role of roles)
        assert.ok(
          (await directory.withRole(role, { at: then })).some((person) => person.id === id),
          `${id} is not listed while away`
        )
      const absence = await directory.absence(id, then)
      assert.ok(absence !== undefined, `${id} is not absent`)
      assert.ok(absence.until === undefined || absence.until > then, "the absence is over before it is asked for")
      assert.equal(await directory.absence(id, back), undefined)
    }
  )
]
