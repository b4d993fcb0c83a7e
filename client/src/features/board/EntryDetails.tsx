import { Text } from '@mantine/core'
import { useLingui } from '@lingui/react/macro'
import type { Answer } from '~/platform/api/types'
import { formatDate } from '~/platform/calendar/dates'
import { type Label, useLabels } from '~/platform/labels/useLabels'

type BoardItem = Answer<'getBoard'>['items'][number]
type BoardEntry = BoardItem['entries'][number]
type BoardWord = BoardEntry['words'][number]

const VOCABULARY: Record<BoardWord['of'], Parameters<Label>[0]> = {
  gateMissing: 'gateCode',
  consentState: 'consentValidity',
  meetingType: 'meetingType',
  party: 'programParty',
  programChangeKind: 'programChangeKind',
  programPart: 'programPart',
}

/** What the server adds to the title: whom it waits for, what is missing, since when. */
export function EntryDetails({ kind, entry }: { kind: BoardItem['kind']; entry: BoardEntry }) {
  const { t } = useLingui()
  const label = useLabels()
  const share = /^(\d+)\/(\d+)$/.exec(entry.detail ?? '')
  const [, done, all] = share ?? []
  const lines = [
    entry.words.map((word) => label(VOCABULARY[word.of], word.code)).join('; '),
    share ? t`${done} из ${all}` : entry.detail,
    entry.date && `${label('boardDate', kind)} ${formatDate(entry.date)}`,
  ].filter(Boolean)
  if (lines.length === 0) return null
  return (
    <Text size="sm" c="dimmed">
      {lines.join(' · ')}
    </Text>
  )
}
