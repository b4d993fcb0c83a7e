import { Alert, List } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { IconCheck, IconLock } from '@tabler/icons-react'
import { useLabels } from '~/platform/labels/useLabels'
import type { Pair } from './types'

/** The legal gate in words: what is still missing for the pair to work. */
export function GateSection({ pair }: { pair: Pair }) {
  const { t } = useLingui()
  const label = useLabels()
  if (pair.state === 'closed' || pair.state === 'declined') return null
  if (pair.gate.open) {
    return (
      <Alert
        color="green"
        variant="light"
        mb="md"
        icon={<IconCheck aria-hidden />}
        title={t`Всё оформлено`}
      >
        <Trans>Согласия, приказ и соглашения на месте: пара может работать.</Trans>
      </Alert>
    )
  }
  return (
    <Alert
      color="orange"
      variant="light"
      mb="md"
      icon={<IconLock aria-hidden />}
      title={t`Чтобы пара работала, не хватает`}
    >
      <List>
        {pair.gate.missing.map((item) => (
          <List.Item key={`${item.code} ${item.personId}`}>
            {label('gateCode', item.code)}
            {item.name && `: ${item.name}`}
          </List.Item>
        ))}
      </List>
    </Alert>
  )
}
