import { Button, Checkbox, Group, Stack } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { Trans, useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useRead, useWrite } from '~/platform/api/api'
import { useOrganizationId } from '~/platform/session/SessionContext'
import { PageHeader } from '~/ui/PageHeader'
import { ProblemAlert } from '~/ui/ProblemAlert'
import { ButtonLink } from '~/ui/links'
import { Empty, Loaded } from '~/ui/states'

/** Chooses the pairs of an order; the text is made by the server and may then be edited. */
export function DraftOrderPage() {
  const { t } = useLingui()
  const organizationId = useOrganizationId()
  const query = useRead('/organizations/{organizationId}/pairs', {
    path: { organizationId },
    query: { state: 'consentsCollected', limit: 200 },
  })
  return (
    <>
      <PageHeader
        title={t`Приказ о закреплении пар`}
        description={t`Выберите пары, в которых обе стороны согласились.`}
      />
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t`Нет пар, готовых к приказу`}>
              <Trans>Наставник и наставляемый должны сначала дать согласие на участие.</Trans>
            </Empty>
          ) : (
            <ChoosePairs
              pairs={items.map(({ id, mentor, mentee, form }) => ({
                id,
                label: `${mentor.name} — ${mentee.name} (${form.name})`,
              }))}
            />
          )
        }
      </Loaded>
    </>
  )
}

function ChoosePairs({ pairs }: { pairs: { id: string; label: string }[] }) {
  const { t } = useLingui()
  const organizationId = useOrganizationId()
  const navigate = useNavigate()
  const [chosen, setChosen] = useState(() => pairs.map(({ id }) => id))
  const draft = useWrite('post', '/organizations/{organizationId}/orders')
  const send = async () => {
    const done = await draft.send({ path: { organizationId }, body: { pairIds: chosen } })
    if (!done) return
    notifications.show({ message: t`Проект приказа готов. Прочитайте его перед подписанием.` })
    await navigate({
      to: '/o/$organizationId/orders/$orderId',
      params: { organizationId, orderId: done.data.id },
    })
  }
  return (
    <Stack maw={720}>
      <Checkbox.Group label={t`Пары`} value={chosen} onChange={setChosen}>
        <Stack mt="xs" gap="sm">
          {pairs.map(({ id, label }) => (
            <Checkbox key={id} value={id} label={label} />
          ))}
        </Stack>
      </Checkbox.Group>
      <ProblemAlert problem={draft.problem} />
      <Group>
        <Button
          disabled={chosen.length === 0}
          loading={draft.isPending}
          onClick={() => void send()}
        >
          <Trans>Составить проект</Trans>
        </Button>
        <ButtonLink variant="default" to="/o/$organizationId/orders" params={{ organizationId }}>
          <Trans>Отмена</Trans>
        </ButtonLink>
      </Group>
    </Stack>
  )
}
