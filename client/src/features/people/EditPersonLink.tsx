import { Trans, useLingui } from '@lingui/react/macro'
import { useOrganizationId } from '~/platform/session/SessionContext'
import { ButtonLink } from '~/ui/links'

interface Props {
  personId: string
  name: string
  allowed: string[]
}

/** To the page where name, birth date and contacts are put right, whatever the person is here. */
export function EditPersonLink({ personId, name, allowed }: Props) {
  const { t } = useLingui()
  const organizationId = useOrganizationId()
  if (!allowed.includes('editPerson')) return null
  return (
    <ButtonLink
      size="xs"
      variant="subtle"
      to="/o/$organizationId/people/$personId/edit"
      params={{ organizationId, personId }}
      aria-label={t`Исправить данные: ${name}`}
    >
      <Trans>Исправить данные</Trans>
    </ButtonLink>
  )
}
