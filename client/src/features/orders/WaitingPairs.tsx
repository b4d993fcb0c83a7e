import { Alert, List, Text } from '@mantine/core'
import { Plural, Trans } from '@lingui/react/macro'
import type { Answer } from '~/platform/api/types'
import { useLabels } from '~/platform/labels/useLabels'

/** What signing did: pairs that work from now on, and in words what the others still lack. */
export function WaitingPairs({ signed }: { signed: Answer<'signOrder'> }) {
  const label = useLabels()
  const names = (pairId: string) => {
    const pair = signed.pairs.find((known) => known.pairId === pairId)
    return pair ? `${pair.mentorName} — ${pair.menteeName}` : ''
  }
  return (
    <Alert
      role="status"
      color={signed.waiting.length > 0 ? 'orange' : 'green'}
      variant="light"
      mb="md"
    >
      <Text>
        <Plural
          value={signed.activated.length}
          _0="Пока ни одна пара не начала работать."
          one="# пара начала работать."
          few="# пары начали работать."
          many="# пар начали работать."
          other="# пары начали работать."
        />
      </Text>
      {signed.waiting.length > 0 && (
        <>
          <Text mt="xs">
            <Trans>Остальным не хватает:</Trans>
          </Text>
          <List>
            {signed.waiting.map((pair) => (
              <List.Item key={pair.pairId}>
                {names(pair.pairId)}
                {': '}
                {pair.missing
                  .map((item) =>
                    [label('gateMissing', item.code), item.name].filter(Boolean).join(' — '),
                  )
                  .join('; ')}
              </List.Item>
            ))}
          </List>
        </>
      )}
    </Alert>
  )
}
