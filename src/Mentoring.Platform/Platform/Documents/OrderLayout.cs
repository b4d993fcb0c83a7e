using System.Globalization;

namespace Mentoring.Platform.Platform.Documents;

/// <summary>The requisites of an order from top to bottom.</summary>
internal static class OrderLayout
{
    private static readonly PaperColumn[] AcknowledgmentColumns =
    [
        new("№", 10, Centered: true),
        new("Должность", 56),
        new("Фамилия, инициалы", 46),
        new("Подпись", 30),
        new("Дата", 28, Centered: true),
    ];

    private static readonly PaperColumn[] PairColumns =
    [
        new("№", 8, Centered: true),
        new("Наставник", 34),
        new("Должность наставника", 33),
        new("Наставляемый", 34),
        new("Должность (класс) наставляемого", 31),
        new("Форма наставничества", 30),
    ];

    public static OfficialPaper Write(OrderPaper order)
    {
        var paper = new OfficialPaper(PropertiesOf(order))
            .Organization(order.OrganizationFullName, order.OrganizationShortName)
            .Kind(order.Kind.Title)
            .Registration(order.Date, order.Number)
            .Place(order.Place)
            .Heading(order.Heading)
            // The sentence goes on with the word that orders.
            .Text(PaperText.WithoutFinalDot(order.Preamble))
            .OperativeWord(order.Kind.OperativeWord);

        for (var index = 0; index < order.Clauses.Count; index++)
        {
            WriteClause(paper, order.Clauses[index], Numbered(index));
        }

        paper
            .TextBeforeSignature($"{Numbered(order.Clauses.Count)}. {order.Control}")
            .Signature(order.Signatory.Title, order.Signatory.Name)
            .Visas([.. order.Visas.Select(visa => (visa.Title, visa.Name, visa.Date))]);
        WriteAcknowledgments(paper, order);
        WriteAnnex(paper, order);
        return paper;
    }

    // Numbers are part of the signed text, since clauses refer to each other by them: no word
    // processor counts them anew.
    private static void WriteClause(OfficialPaper paper, OrderPaperClause clause, string number)
    {
        paper.Text($"{number}. {clause.Text}");
        for (var index = 0; index < clause.SubClauses.Count; index++)
        {
            WriteClause(paper, clause.SubClauses[index], $"{number}.{Numbered(index)}");
        }
    }

    private static void WriteAcknowledgments(OfficialPaper paper, OrderPaper order)
    {
        if (order.Acknowledgments.Count == 0)
        {
            return;
        }

        paper
            .Label($"С {order.Kind.Instrumental} ознакомлены:")
            .Table(
                AcknowledgmentColumns,
                Rows(
                    order.Acknowledgments,
                    row => [row.Position, row.Name, "", row.AcknowledgedOn is { } day ? RussianDate.InFigures(day) : ""]
                )
            );
    }

    private static void WriteAnnex(OfficialPaper paper, OrderPaper order)
    {
        if (order.Annex is not { } annex)
        {
            return;
        }

        paper
            .Annex(
                [
                    "Приложение № 1",
                    $"к {order.Kind.Dative} {order.OrganizationShortName ?? order.OrganizationFullName}",
                    $"от {OfficialPaper.DateOrBlank(order.Date)} № {OfficialPaper.NumberOrBlank(order.Number)}",
                ],
                annex.Title
            )
            .Table(
                PairColumns,
                Rows(
                    annex.Pairs,
                    pair => [pair.Mentor, pair.MentorPosition, pair.Mentee, pair.MenteePosition, pair.Form]
                )
            );
    }

    private static PaperProperties PropertiesOf(OrderPaper order)
    {
        var kind = order.Kind.Title[..1] + order.Kind.Title[1..].ToLowerInvariant();
        return new()
        {
            Title = order is { IsDraft: false, Date: { } date }
                ? $"{kind} от {RussianDate.InFigures(date)} № {order.Number} «{order.Heading}»"
                : $"{kind} «{order.Heading}», проект",
            Author = order.OrganizationShortName ?? order.OrganizationFullName,
            Date = order.IsDraft ? null : order.Date,
            IsDraft = order.IsDraft,
        };
    }

    /// <summary>The rows of a table with their ordinal numbers in front.</summary>
    private static IReadOnlyList<IReadOnlyList<string?>> Rows<T>(IReadOnlyList<T> items, Func<T, string[]> cells) =>
        [.. items.Select((item, index) => (IReadOnlyList<string?>)[Numbered(index), .. cells(item)])];

    private static string Numbered(int index) => (index + 1).ToString(CultureInfo.InvariantCulture);
}
