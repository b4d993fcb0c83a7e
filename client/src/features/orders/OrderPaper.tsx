import { Box } from '@mantine/core'
import { useRead } from '~/platform/api/api'
import type { Answer } from '~/platform/api/types'
import { formatDate } from '~/platform/calendar/dates'
import { useOrganizationId } from '~/platform/session/SessionContext'
import { PrintLayout } from '~/ui/PrintLayout'
import classes from './OrderPaper.module.css'
import { PAPER } from './paperWords'

type Order = Answer<'getOrder'>

/** The order as it looks on paper. The words of a Russian paper are Russian in any language. */
export function OrderPaper({ order }: { order: Order }) {
  const organizationId = useOrganizationId()
  const { data: organization } = useRead('/organizations/{organizationId}', {
    path: { organizationId },
  })
  return (
    <PrintLayout label={order.heading}>
      <div lang="ru">
        <p className={classes.center}>{organization?.fullName}</p>
        <p className={classes.kind}>{PAPER.order}</p>
        <div className={classes.requisites}>
          <span>{order.signedOn ? formatDate(order.signedOn) : PAPER.blankDate}</span>
          <span>{order.number ? `№ ${order.number}` : PAPER.blankNumber}</span>
        </div>
        <p className={classes.center}>{organization?.locality}</p>
        <p className={classes.heading}>{order.heading}</p>
        <p className={classes.text}>{order.preamble}</p>
        <p>{PAPER.orders}</p>
        <ol className={classes.clauses}>
          {order.clauses.map((clause, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- a clause is known by its number
            <li key={index}>
              {clause.text}
              {clause.subClauses.length > 0 && (
                <ol className={classes.clauses}>
                  {clause.subClauses.map((part) => (
                    <li key={part}>{part}</li>
                  ))}
                </ol>
              )}
            </li>
          ))}
        </ol>
        <p className={classes.text}>{order.control}</p>
        <div className={classes.signature}>
          <span>{order.signatory.title}</span>
          <span className={classes.line} aria-hidden />
          <span>{order.signatory.name}</span>
        </div>
        {order.acknowledgments.length > 0 && <Acknowledgments order={order} />}
        {order.clauses.some(({ text }) => text.includes(PAPER.annexMention)) && (
          <Annex order={order} />
        )}
      </div>
    </PrintLayout>
  )
}

function Acknowledgments({ order }: { order: Order }) {
  return (
    <div className={classes.acknowledgments}>
      <p>{PAPER.acknowledged}</p>
      <Box className={classes.scroll} role="region" aria-label={PAPER.acknowledged} tabIndex={0}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{PAPER.name}</th>
              <th scope="col">{PAPER.position}</th>
              <th scope="col">{PAPER.date}</th>
              <th scope="col">{PAPER.signature}</th>
            </tr>
          </thead>
          <tbody>
            {order.acknowledgments.map((person) => (
              <tr key={person.personId}>
                <td>{person.name}</td>
                <td>{person.position}</td>
                <td className={classes.date}>
                  {person.acknowledgedOn ? formatDate(person.acknowledgedOn) : ''}
                </td>
                <td>&nbsp;</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Box>
    </div>
  )
}

/** The list of pairs, when the clauses refer to it. */
function Annex({ order }: { order: Order }) {
  const headers = [
    PAPER.mentor,
    PAPER.mentorPosition,
    PAPER.mentee,
    PAPER.menteePosition,
    PAPER.form,
  ]
  return (
    <div className={classes.annex}>
      <p className={classes.mark}>{PAPER.annex}</p>
      <p className={classes.center}>{PAPER.pairs}</p>
      <Box className={classes.scroll} role="region" aria-label={PAPER.pairs} tabIndex={0}>
        <table className={classes.table}>
          <thead>
            <tr>
              {headers.map((header) => (
                <th key={header} scope="col">
                  {header}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {order.pairs.map((pair) => (
              <tr key={pair.pairId}>
                <td>{pair.mentorName}</td>
                <td>{pair.mentorPosition}</td>
                <td>{pair.menteeName}</td>
                <td>{pair.menteePosition}</td>
                <td>{pair.formName}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Box>
    </div>
  )
}
