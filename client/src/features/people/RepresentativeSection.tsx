import { Group, List, Text } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { InvitationButton } from '~/features/accounts'
import { useLabels } from '~/platform/labels/useLabels'
import { Section } from '~/ui/Section'
import { AddRepresentativeButton } from './AddRepresentativeButton'
import { EditPersonLink } from './EditPersonLink'
import { EndRepresentationButton } from './EndRepresentationButton'

interface Representative {
  id: string
  personId: string
  name: string
  relation: string
  authorityDocument?: string | null
}

interface Props {
  minor: { id: string; isMinor: boolean }
  representatives: Representative[]
  /** From the card of the minor. */
  allowed: string[]
}

/** Who stands for a minor; each can be invited to an account of their own. */
export function RepresentativeSection({ minor, representatives, allowed }: Props) {
  const { t } = useLingui()
  const label = useLabels()
  if (representatives.length === 0 && !minor.isMinor) return null
  return (
    <Section
      title={t`Законные представители`}
      actions={
        allowed.includes('addLegalRepresentative') && <AddRepresentativeButton minorId={minor.id} />
      }
    >
      {representatives.length === 0 && (
        <Text c="dimmed">
          <Trans>
            Никто не записан. За несовершеннолетнего подписывает законный представитель.
          </Trans>
        </Text>
      )}
      <List listStyleType="none" spacing="sm">
        {representatives.map((person) => (
          <List.Item key={person.id}>
            <Group gap="sm">
              <Text>
                {[person.name, label('legalRelation', person.relation), person.authorityDocument]
                  .filter(Boolean)
                  .join(', ')}
              </Text>
              <InvitationButton personId={person.personId} name={person.name} />
              <EditPersonLink personId={person.personId} name={person.name} allowed={allowed} />
              {allowed.includes('endRepresentation') && (
                <EndRepresentationButton minorId={minor.id} representation={person} />
              )}
            </Group>
          </List.Item>
        ))}
      </List>
    </Section>
  )
}
