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
      </div>
    </PrintLayout>
  )
}

function Acknowledgments({ order }: { order: Order }) {
  return (
    <div className={classes.acknowledgments}>
      <p>{PAPER.acknowledged}</p>
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
              <td>{person.acknowledgedOn ? formatDate(person.acknowledgedOn) : ''}</td>
              <td>&nbsp;</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
