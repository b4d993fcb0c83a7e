/** The parts of a name that papers and lists need. */
export interface NamedPerson {
  familyName: string
  givenName: string
  patronymic?: string | null
}

export function fullName(person: NamedPerson): string {
  return [person.familyName, person.givenName, person.patronymic].filter(Boolean).join(' ')
}

/** A person's full name, never broken between initials. */
export function PersonName({ person }: { person: NamedPerson }) {
  return <span translate="no">{fullName(person)}</span>
}
