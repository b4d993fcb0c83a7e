using System.Globalization;
using Mentoring.Platform.Platform.Documents;

namespace Mentoring.Platform.Features.Orders;

/// <summary>The paper of an order: its text with the requisites of the organization.</summary>
public static class OrderLayoutOf
{
    /// <param name="number">None for a draft.</param>
    /// <param name="signedOn">None for a draft.</param>
    public static byte[] Docx(Order order, OrderingOrganization organization, string? number, DateOnly? signedOn) =>
        new OrderPaper
        {
            OrganizationFullName = organization.FullName,
            OrganizationShortName = organization.ShortName,
            Date = signedOn,
            Number = number,
            Place = organization.Place,
            Heading = order.Text.Heading,
            Preamble = order.Text.Preamble,
            Clauses =
            [
                .. order.Text.Clauses.Select(c => new OrderPaperClause(
                    c.Text,
                    [.. c.SubClauses.Select(s => new OrderPaperClause(s))]
                )),
            ],
            Control = order.Text.Control,
            Signatory = new OrderPaperSignatory(order.Text.Signatory.Title, order.Text.Signatory.Name),
            Acknowledgments =
            [
                .. order
                    .Acknowledgments.OrderBy(a => a.Ordinal)
                    .Select(a => new OrderPaperAcknowledgment(a.Position, a.Name)),
            ],
            Annex = order.Pairs.Count > PairOrderWording.MostInClauses ? Annex(order) : null,
        }.ToDocx();

    /// <summary>«Приказ № 12 от 20.04.2026.docx»; a slash of the number would be a folder.</summary>
    public static string FileName(Order order) =>
        order is { Number: { } number, SignedOn: { } signedOn }
            ? $"Приказ № {Safe(number)} от {signedOn.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture)}.docx"
            : $"Приказ (проект от {order.DraftedOn.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture)}).docx";

    private static OrderPaperAnnex Annex(Order order) =>
        new(
            "Наставнические пары",
            [
                .. order
                    .Pairs.OrderBy(p => p.Ordinal)
                    .Select(p => new OrderPaperPair(
                        p.MentorName,
                        p.MentorPosition,
                        p.MenteeName,
                        p.MenteePosition,
                        p.FormName
                    )),
            ]
        );

    private static string Safe(string number) =>
        string.Concat(number.Select(c => "/\\:*?\"<>|".Contains(c, StringComparison.Ordinal) ? '-' : c));
}
