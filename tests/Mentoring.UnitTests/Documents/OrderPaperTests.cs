using DocumentFormat.OpenXml.Wordprocessing;
using Mentoring.Platform.Platform.Documents;

namespace Mentoring.UnitTests.Documents;

public sealed class OrderPaperTests
{
    private const string Mark = "ПРОЕКТ";

    private static readonly DocxReading Signed = DocxReading.Of(SampleOrders.Signed.ToDocx());
    private static readonly DocxReading Draft = DocxReading.Of(SampleOrders.Draft.ToDocx());

    [Fact, Trait("covers", "C-60"), Trait("covers", "S0-1")]
    public void A_signed_order_has_all_requisites_in_their_order() =>
        Signed.Lines.ShouldBe([
            "МУНИЦИПАЛЬНОЕ БЮДЖЕТНОЕ ОБЩЕОБРАЗОВАТЕЛЬНОЕ УЧРЕЖДЕНИЕ «СРЕДНЯЯ ОБЩЕОБРАЗОВАТЕЛЬНАЯ ШКОЛА № 3»",
            "(МБОУ «СОШ № 3»)",
            "ПРИКАЗ",
            "06.10.2025\t№ 214/1",
            "г. Верхнереченск",
            "О закреплении наставнических пар",
            "В соответствии со статьёй 351.8 Трудового кодекса Российской Федерации, в целях поддержки молодых педагогов",
            "ПРИКАЗЫВАЮ:",
            "1. Закрепить наставнические пары (приложение № 1).",
            "2. Куратору Д.В. Лопатину:",
            "2.1. представить программы;",
            "2.2. вести учёт встреч.",
            "3. Делопроизводителю А.О. Руденской ознакомить с настоящим приказом работников под подпись.",
            "4. Контроль за исполнением приказа оставляю за собой.",
            "Директор МБОУ «СОШ № 3» |  | Г.С. Яровая",
            "Визы:",
            "Заместитель директора |  | Д.В. Лопатин | 03.10.2025",
            "С приказом ознакомлены:",
            "№ | Должность | Фамилия, инициалы | Подпись | Дата",
            "1 | Учитель математики | Звонарёва Т.К. |  | 07.10.2025",
            "2 | Учитель физики | Нестругин М.И. |  | ",
            "Приложение № 1",
            "к приказу МБОУ «СОШ № 3»",
            "от 06.10.2025 № 214/1",
            "Наставнические пары на 2025–2026 учебный год",
            "№ | Наставник | Должность наставника | Наставляемый | Должность (класс) наставляемого | Форма наставничества",
            "1 | Звонарёва Т.К. | учитель математики | Нестругин М.И. | учитель физики | учитель – учитель",
        ]);

    [Fact, Trait("covers", "C-60")]
    public void A_draft_leaves_blanks_and_says_on_every_page_that_it_is_one()
    {
        DocxReading.TextOf(Draft.FirstPageTop).ShouldContain(Mark);
        DocxReading.TextOf(Draft.OtherPagesTop).ShouldContain(Mark);
        Draft.Lines.ShouldContain("______________\t№ ________");
        Draft.Lines.ShouldContain("от ______________ № ________");
        Draft.Status.ShouldBe("Проект");
        Draft.Title.ShouldBe("Приказ «О закреплении наставнических пар», проект");
        Draft.Created.ShouldBeNull();
    }

    [Fact]
    public void A_signed_order_carries_no_mark_of_a_draft()
    {
        DocxReading.TextOf(Signed.FirstPageTop).ShouldNotContain(Mark);
        DocxReading.TextOf(Signed.OtherPagesTop).ShouldNotContain(Mark);
        Signed.Status.ShouldBeNull();
        Signed.Title.ShouldBe("Приказ от 06.10.2025 № 214/1 «О закреплении наставнических пар»");
        Signed.Author.ShouldBe("МБОУ «СОШ № 3»");
        Signed.Created?.ToUniversalTime().ShouldBe(new DateTime(2025, 10, 6, 0, 0, 0, DateTimeKind.Utc));
    }

    [Theory]
    [InlineData(true, null)]
    [InlineData(true, " ")]
    [InlineData(false, "214/1")]
    public void Without_date_or_number_an_order_is_a_draft(bool dated, string? number)
    {
        var order = SampleOrders.Signed with { Date = dated ? SampleOrders.Signed.Date : null, Number = number };

        order.IsDraft.ShouldBeTrue();
        DocxReading.TextOf(DocxReading.Of(order.ToDocx()).FirstPageTop).ShouldContain(Mark);
    }

    [Theory, Trait("covers", "C-60")]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(120)]
    public void The_acknowledgment_table_has_a_row_for_each_person(int people)
    {
        var reading = DocxReading.Of(
            (
                SampleOrders.Signed with
                {
                    Annex = null,
                    Acknowledgments =
                    [
                        .. Enumerable
                            .Range(1, people)
                            .Select(number => new OrderPaperAcknowledgment("Учитель", $"Чумак {number}")),
                    ],
                }
            ).ToDocx()
        );

        reading.Lines.Count(line => line == "С приказом ознакомлены:").ShouldBe(people == 0 ? 0 : 1);
        var rows = reading.Tables.SelectMany(DocxReading.Rows).Where(row => row.Count == 5 && row[0] != "№").ToList();
        rows.Select(row => row[2]).ShouldBe(Enumerable.Range(1, people).Select(number => $"Чумак {number}"));
    }

    [Fact, Trait("covers", "S0-10")]
    public void Numbers_of_clauses_never_begin_anew_and_the_control_is_the_last_of_them()
    {
        var clauses = Enumerable
            .Range(1, 11)
            .Select(number => new OrderPaperClause($"Пункт {number}.", [new("часть", [new("доля")])]));

        var lines = DocxReading.Of((SampleOrders.Signed with { Clauses = [.. clauses] }).ToDocx()).Lines;

        lines.ShouldContain("11. Пункт 11.");
        lines.ShouldContain("11.1. часть");
        lines.ShouldContain("11.1.1. доля");
        lines.ShouldContain("12. Контроль за исполнением приказа оставляю за собой.");
    }

    [Fact]
    public void Control_signature_and_the_rows_of_a_short_table_stay_on_one_page()
    {
        var control = Signed
            .Elements.ToList()
            .FindIndex(line => DocxReading.TextOf(line).StartsWith("4. Контроль", StringComparison.Ordinal));

        KeepsNext(Signed.Elements[control]).ShouldBeTrue();
        KeepsNext(Signed.Elements[control + 1]).ShouldBeTrue();
        Signed.Elements[control + 2].ShouldBeOfType<Table>();
        Signed
            .Tables[2]
            .Elements<TableRow>()
            .Select(row => row.Descendants<Paragraph>().All(KeepsNext))
            .ShouldBe([true, true, false]);
        Signed
            .Tables.SelectMany(table => table.Descendants<TableRow>())
            .ShouldAllBe(row => row.Descendants<CantSplit>().Any());
    }

    [Fact]
    public void The_annex_begins_a_page_and_without_it_there_is_none()
    {
        Signed.ParagraphOf("Приложение № 1").ParagraphProperties!.PageBreakBefore.ShouldNotBeNull();
        DocxReading
            .Of((SampleOrders.Signed with { Annex = null }).ToDocx())
            .Elements.SelectMany(element => element.Descendants<PageBreakBefore>())
            .ShouldBeEmpty();
    }

    [Fact]
    public void An_organization_without_a_short_name_is_named_in_full()
    {
        var reading = DocxReading.Of((SampleOrders.Signed with { OrganizationShortName = null }).ToDocx());

        reading.Lines[1].ShouldBe("ПРИКАЗ");
        reading.Lines.ShouldContain($"к приказу {SampleOrders.Signed.OrganizationFullName}");
        reading.Author.ShouldBe(SampleOrders.Signed.OrganizationFullName);
    }

    [Theory]
    [InlineData("О закреплении пар.", "О закреплении пар")]
    [InlineData("О плане на 2026 г.", "О плане на 2026 г.")]
    [InlineData("О приказе от 06.10.2025.", "О приказе от 06.10.2025")]
    [InlineData("О системе «Учитель – учитель».", "О системе «Учитель – учитель»")]
    [InlineData("О наставниках и др.", "О наставниках и др.")]
    public void A_heading_ends_without_the_dot_of_a_sentence(string typed, string printed) =>
        DocxReading.Of((SampleOrders.Signed with { Heading = typed }).ToDocx()).Lines.ShouldContain(printed);

    private static bool KeepsNext(DocumentFormat.OpenXml.OpenXmlElement element) =>
        element is Paragraph { ParagraphProperties: { } properties }
        && (properties.KeepNext is not null || properties.ParagraphStyleId?.Val == PaperStyles.Label);
}
