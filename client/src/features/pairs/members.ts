interface Member {
  side: 'mentor' | 'mentee'
  name: string
}

/** «Наставник — наставляемый»: the names of a pair, the mentor first. */
export function namesOf(pair: { members: Member[] }): string {
  const names = (side: Member['side']) =>
    pair.members
      .filter((member) => member.side === side)
      .map((member) => member.name)
      .join(', ')
  return `${names('mentor')} — ${names('mentee')}`
}
