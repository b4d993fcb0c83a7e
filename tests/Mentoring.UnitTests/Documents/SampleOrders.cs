using Mentoring.Platform.Platform.Documents;

namespace Mentoring.UnitTests.Documents;

internal static class SampleOrders
{
    public static OrderPaper Signed { get; } =
        new()
        {
            OrganizationFullName =
                "Муниципальное бюджетное общеобразовательное учреждение «Средняя общеобразовательная школа № 3»",
            OrganizationShortName = "МБОУ «СОШ № 3»",
            Date = new(2025, 10, 6),
            Number = "214/1",
            Place = "г. Верхнереченск",
            Heading = "О закреплении наставнических пар",
            Preamble =
                "В соответствии со статьёй 351.8 Трудового кодекса Российской Федерации, в целях поддержки молодых педагогов.",
            Clauses =
            [
                new("Закрепить наставнические пары (приложение № 1)."),
                new("Куратору Д.В. Лопатину:", [new("представить программы;"), new("вести учёт встреч.")]),
                new("Делопроизводителю А.О. Руденской ознакомить с настоящим приказом работников под подпись."),
            ],
            Control = "Контроль за исполнением приказа оставляю за собой.",
            Signatory = new("Директор МБОУ «СОШ № 3»", "Г.С. Яровая"),
            Visas = [new("Заместитель директора", "Д.В. Лопатин", new DateOnly(2025, 10, 3))],
            Acknowledgments =
            [
                new("Учитель математики", "Звонарёва Т.К.", new DateOnly(2025, 10, 7)),
                new("Учитель физики", "Нестругин М.И."),
            ],
            Annex = new(
                "Наставнические пары на 2025–2026 учебный год",
                [new("Звонарёва Т.К.", "учитель математики", "Нестругин М.И.", "учитель физики", "учитель – учитель")]
            ),
        };

    public static OrderPaper Draft { get; } = Signed with { Date = null, Number = null };

    /// <summary>Everything at once that people and programs have been seen to paste into a text field.</summary>
    public const string Nasty =
        "<b>&amp;</b>]]>\0\a\u001B\"'=SUM(A1)\r\n{ MERGEFIELD x }\tтаб\u202Eоборот\u200B\uD800\uFFFF \u2028конец 🎓";

    public static OrderPaper Hostile { get; } = FilledWith(Nasty + new string('Ы', 3000));

    public static OrderPaper FilledWith(string text) =>
        new()
        {
            OrganizationFullName = text,
            OrganizationShortName = text,
            Date = new(2025, 10, 6),
            Number = text,
            Place = text,
            Heading = text,
            Preamble = text,
            Clauses = [new(text, [new(text)])],
            Control = text,
            Signatory = new(text, text),
            Visas = [new(text, text)],
            Acknowledgments = [new(text, text)],
            Annex = new(text, [new(text, text, text, text, text)]),
        };
}
