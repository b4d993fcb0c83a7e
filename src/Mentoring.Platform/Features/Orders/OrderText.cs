using System.Text.RegularExpressions;

namespace Mentoring.Platform.Features.Orders;

/// <summary>
/// What an order says, as the curator may word it. Numbers of clauses and the word that orders are the layout's: where a
/// pasted text has them already, they are left out.
/// </summary>
/// <param name="Heading">«О закреплении наставнических пар», without a final dot.</param>
/// <param name="Preamble">The legal grounds and the purpose.</param>
/// <param name="Control">Who watches over it; printed as the last clause.</param>
public sealed partial record OrderText(
    string Heading,
    string Preamble,
    IReadOnlyList<OrderClause> Clauses,
    string Control,
    OrderSignatory Signatory
)
{
    /// <summary>The text without what the layout writes by itself.</summary>
    public OrderText WithoutLayout() =>
        this with
        {
            Preamble = OperativeWord().Replace(Preamble, ""),
            Clauses =
            [
                .. Clauses.Select(clause => new OrderClause(
                    Unnumbered(clause.Text),
                    [.. clause.SubClauses.Select(Unnumbered)]
                )),
            ],
            Control = Unnumbered(Control),
        };

    private static string Unnumbered(string clause) => ClauseNumber().Replace(clause, "");

    /// <summary>«1.», «2)», «3.1.»; a date such as 01.09.2026 is none.</summary>
    [GeneratedRegex(@"^\d{1,2}(?:\.\d{1,2})*[.)]\s+(?=\S)", RegexOptions.CultureInvariant)]
    private static partial Regex ClauseNumber();

    [GeneratedRegex(@"[\s,]*\bприказываю\s*:?\s*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OperativeWord();
}

/// <summary>A clause without its number; the layout numbers it.</summary>
public sealed record OrderClause(string Text, IReadOnlyList<string> SubClauses);

/// <summary>«Директор МБОУ …» and «И.О. Фамилия».</summary>
public sealed record OrderSignatory(string Title, string Name);
