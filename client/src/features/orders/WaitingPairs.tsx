import { Alert, List, Text } from '@mantine/core'
import { Plural, Trans } from '@lingui/react/macro'
import type { Answer } from '~/platform/api/types'
import { useLabels } from '~/platform/labels/useLabels'

interface Props {
  /** The order as it stands now: it knows the names. */
  order: Answer<'getOrder'>
  signed: Answer<'signOrder'>
}

/** What signing did: pairs that work from now on, and in words what the others still lack. */
export function WaitingPairs({ order, signed }: Props) {
  const label = useLabels()
  const waiting = order.pairs.filter((pair) =>
    signed.waiting.some(({ pairId }) => pairId === pair.pairId),
  )
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
      {waiting.length > 0 && (
        <>
          <Text mt="xs">
            <Trans>Остальным не хватает:</Trans>
          </Text>
          <List>
            {waiting.map(({ pairId, mentorName, menteeName, gate }) => (
              <List.Item key={pairId}>
                {mentorName} — {menteeName}
                {': '}
                {gate.missing
                  .map((item) =>
                    [label('gateCode', item.code), item.name].filter(Boolean).join(' — '),
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
