using Mentoring.Platform.Features.Pairs;
using Mentoring.Platform.Platform.Documents;

namespace Mentoring.Platform.Features.Orders;

/// <summary>The organization as an order names it.</summary>
/// <param name="HeadTitle">«Директор», «Заведующий».</param>
/// <param name="HeadName">«Фамилия Имя Отчество».</param>
public sealed record OrderingOrganization(
    string FullName,
    string ShortName,
    string Place,
    string HeadTitle,
    string HeadName
);

/// <summary>A pair to be named in an order.</summary>
public sealed record PairToOrder(Guid PairId, MemberCard Mentor, MemberCard Mentee, string FormName);

/// <summary>
/// The words of an order on assigning pairs, as a clerk would write them; the curator edits them afterwards. Names stand
/// in the nominative, so that no name is declined wrongly.
/// </summary>
public static class PairOrderWording
{
    /// <summary>More pairs than this go into a table on a page of their own.</summary>
    public const int MostInClauses = 3;

    public static OrderText Text(OrderingOrganization organization, IReadOnlyList<PairToOrder> pairs)
    {
        var many = pairs.Count > 1;
        var employees = pairs.Any(p => p.Mentor.IsEmployee);
        var clauses = new List<OrderClause>
        {
            Assignment(pairs),
            new(
                $"{(many ? "Наставникам" : "Наставнику")} исполнять обязанности по Положению о системе наставничества "
                    + $"{organization.ShortName} и персонализированной программе наставничества.",
                []
            ),
            new(
                "Куратору наставничества:",
                [
                    $"организовать разработку и утверждение {(many ? "персонализированных программ" : "персонализированной программы")} наставничества;",
                    "вести учёт встреч и выполнения программ.",
                ]
            ),
        };
        if (employees)
            clauses.Add(
                new OrderClause(
                    "Специалисту по кадрам оформить с наставниками из числа работников дополнительные соглашения к "
                        + "трудовым договорам по статье 351.8 Трудового кодекса Российской Федерации.",
                    []
                )
            );
        clauses.Add(
            new OrderClause("Делопроизводителю ознакомить с настоящим приказом указанных в нём лиц под подпись.", [])
        );
        return new OrderText(
            many ? "О закреплении наставнических пар" : "О закреплении наставнической пары",
            Preamble(organization, employees),
            clauses,
            "Контроль за исполнением приказа оставляю за собой.",
            new OrderSignatory(
                $"{Capital(organization.HeadTitle)} {organization.ShortName}",
                Initials(organization.HeadName)
            )
        );
    }

    public static IReadOnlyList<OrderedPair> Pairs(IReadOnlyList<PairToOrder> pairs) =>
        [
            .. pairs.Select(
                (pair, index) =>
                    new OrderedPair
                    {
                        PairId = pair.PairId,
                        Ordinal = index + 1,
                        MentorName = Short(pair.Mentor),
                        MentorPosition = PositionOfMentor(pair.Mentor),
                        MenteeName = Short(pair.Mentee),
                        MenteePosition = PositionOfMentee(pair.Mentee),
                        FormName = pair.FormName,
                    }
            ),
        ];

    /// <summary>Everybody whom the order names, once, mentors first.</summary>
    public static IReadOnlyList<OrderAcknowledgment> Acknowledgments(IReadOnlyList<PairToOrder> pairs) =>
        [
            .. pairs
                .Select(p => (Card: p.Mentor, Position: PositionOfMentor(p.Mentor)))
                .Concat(pairs.Select(p => (Card: p.Mentee, Position: PositionOfMentee(p.Mentee))))
                .DistinctBy(row => row.Card.PersonId)
                .Select(
                    (row, index) =>
                        new OrderAcknowledgment
                        {
                            PersonId = row.Card.PersonId,
                            Ordinal = index + 1,
                            Name = Short(row.Card),
                            Position = Capital(row.Position),
                        }
                ),
        ];

    private static OrderClause Assignment(IReadOnlyList<PairToOrder> pairs) =>
        pairs.Count == 1 ? new OrderClause($"Закрепить наставническую пару: {Described(pairs[0])}.", [])
        : pairs.Count <= MostInClauses
            ? new OrderClause(
                "Закрепить наставнические пары:",
                [.. pairs.Select((p, i) => Described(p) + (i < pairs.Count - 1 ? ";" : "."))]
            )
        : new OrderClause("Закрепить наставнические пары согласно приложению № 1.", []);

    private static string Described(PairToOrder pair) =>
        $"наставник – {pair.Mentor.FullName}, {Small(PositionOfMentor(pair.Mentor))}, "
        + $"наставляемый – {pair.Mentee.FullName}, {Small(PositionOfMentee(pair.Mentee))}, "
        + $"форма наставничества «{pair.FormName}»";

    private static string Preamble(OrderingOrganization organization, bool employees)
    {
        string[] acts =
        [
            .. employees
                ? new[]
                {
                    "статьёй 351.8 Трудового кодекса Российской Федерации",
                    "пунктом 33 распоряжения Правительства Российской Федерации от 31.12.2019 № 3273-р",
                }
                : [],
            "распоряжением Министерства просвещения Российской Федерации от 25.12.2019 № Р-145 "
                + "«Об утверждении методологии (целевой модели) наставничества обучающихся»",
            "Концепцией развития наставничества в Российской Федерации на период до 2030 года, утверждённой "
                + "распоряжением Правительства Российской Федерации от 21.05.2025 № 1264-р",
            $"Положением о системе наставничества {organization.ShortName}",
        ];
        // «Со статьёй», but «с распоряжением».
        return $"В соответствии {(employees ? "со" : "с")} {string.Join(", ", acts)}, на основании письменных согласий участников, "
            + "в целях организации наставничества";
    }

    private static string Short(MemberCard card) =>
        PersonInitials.AfterSurname(card.FamilyName, card.GivenName, card.Patronymic);

    private static string PositionOfMentor(MemberCard card) => card.MentorPosition ?? "наставник";

    private static string PositionOfMentee(MemberCard card) =>
        card.MenteePosition
        ?? (
            card.SchoolClass is { } schoolClass
                ? $"обучающийся, {(schoolClass.EndsWith("класс", StringComparison.OrdinalIgnoreCase) ? schoolClass : schoolClass + " класс")}"
                : "наставляемый"
        );

    private static string Initials(string fullName)
    {
        var words = fullName.Split(' ', 3, StringSplitOptions.RemoveEmptyEntries);
        return words.Length < 2
            ? fullName
            : PersonInitials.BeforeSurname(words[0], words[1], words.Length > 2 ? words[2] : null);
    }

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>Inside a sentence; an abbreviation («ИТ-специалист») stays as it is.</summary>
    private static string Small(string text) =>
        text.Length < 2 || char.IsUpper(text[1]) ? text : char.ToLowerInvariant(text[0]) + text[1..];
}
