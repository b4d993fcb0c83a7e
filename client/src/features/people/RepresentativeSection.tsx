import { Group, List, Text } from '@mantine/core'
import { useLingui } from '@lingui/react/macro'
import { InvitationButton } from '~/features/accounts'
import { useLabels } from '~/platform/labels/useLabels'
import { Section } from '~/ui/Section'

interface Representative {
  personId: string
  name: string
  relation: string
  authorityDocument?: string | null
}

/** Who stands for a minor; each can be invited to an account of their own. */
export function RepresentativeSection({ representatives }: { representatives: Representative[] }) {
  const { t } = useLingui()
  const label = useLabels()
  if (representatives.length === 0) return null
  return (
    <Section title={t`Законные представители`}>
      <List listStyleType="none" spacing="sm">
        {representatives.map((person) => (
          <List.Item key={person.personId}>
            <Group gap="sm">
              <Text>
                {[person.name, label('legalRelation', person.relation), person.authorityDocument]
                  .filter(Boolean)
                  .join(', ')}
              </Text>
              <InvitationButton personId={person.personId} name={person.name} />
            </Group>
          </List.Item>
        ))}
      </List>
    </Section>
  )
}
