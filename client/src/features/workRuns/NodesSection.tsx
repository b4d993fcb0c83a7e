import { Badge, Code, Group, Stack, Text } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { Section } from '~/ui/Section'
import { Loaded } from '~/ui/states'
import { useMoments } from './useMoments'
import type { WorkStateQuery } from './useWorkState'

/** The processes that do background work, and whether they live. */
export function NodesSection({ state }: { state: WorkStateQuery }) {
  const { t } = useLingui()
  const { moment } = useMoments()
  return (
    <Section title={t`Рабочие процессы`}>
      <Loaded query={state}>
        {({ nodes }) =>
          nodes.some((node) => node.isAlive) ? (
            <Stack component="ul" gap="xs" m={0} p={0} style={{ listStyle: 'none' }}>
              {nodes.map(({ name, lastSeenAt, isAlive }) => (
                <Group component="li" key={name} gap="sm">
                  <Code>{name}</Code>
                  <Badge color={isAlive ? 'green' : 'red'} variant="light" tt="none">
                    {isAlive ? t`Работает` : t`Не отвечает`}
                  </Badge>
                  <Text size="sm" c="dimmed">
                    <Trans>последний отклик: {moment(lastSeenAt)}</Trans>
                  </Text>
                </Group>
              ))}
            </Stack>
          ) : (
            <Text role="alert">
              <Trans>
                Ни один рабочий процесс не отвечает. Задания ждут и будут выполнены, когда процесс
                запустят.
              </Trans>
            </Text>
          )
        }
      </Loaded>
    </Section>
  )
}
