using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using FsCheck;
using FsCheck.Fluent;
using Mentoring.Platform.Platform.Documents;

namespace Mentoring.UnitTests.Documents;

public sealed class OfficialPaperTests
{
    public static TheoryData<string> Orders => ["signed", "draft", "hostile", "bare"];

    [Theory, Trait("covers", "C-60")]
    [MemberData(nameof(Orders))]
    public void The_file_is_valid_for_a_word_processor(string which) =>
        DocxReading.Of(Named(which).ToDocx()).Errors.ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Orders))]
    public void Equal_papers_are_equal_byte_for_byte(string which) =>
        Named(which).ToDocx().ShouldBe((Named(which) with { }).ToDocx());

    [Fact]
    public void The_file_holds_neither_the_time_of_its_making_nor_random_names()
    {
        var reading = DocxReading.Of(SampleOrders.Signed.ToDocx());

        reading.Entries.ShouldAllBe(entry => entry.Time == new DateTime(1980, 1, 1));
        reading
            .Entries.Select(entry => entry.Name)
            .ShouldBe([
                "[Content_Types].xml",
                "_rels/.rels",
                "docProps/core.xml",
                "word/_rels/document.xml.rels",
                "word/document.xml",
                "word/fontTable.xml",
                "word/header1.xml",
                "word/header2.xml",
                "word/settings.xml",
                "word/styles.xml",
            ]);
    }

    [Fact]
    public void One_changed_letter_changes_the_bytes() =>
        SampleOrders.Signed.ToDocx().ShouldNotBe((SampleOrders.Signed with { Number = "214/2" }).ToDocx());

    [Fact, Trait("covers", "C-60")]
    public void The_sheet_has_the_margins_of_the_standard()
    {
        var section = DocxReading.Of(SampleOrders.Signed.ToDocx()).Section;
        var margin = section.GetFirstChild<PageMargin>()!;

        // In twips: 56.7 to a millimeter.
        ((int)margin.Left!.Value).ShouldBe(1701);
        ((int)margin.Right!.Value).ShouldBe(567);
        margin.Top!.Value.ShouldBe(1134);
        margin.Bottom!.Value.ShouldBe(1134);
        ((int)margin.Header!.Value).ShouldBe(567);
        var size = section.GetFirstChild<PageSize>()!;
        ((int)size.Width!.Value, (int)size.Height!.Value).ShouldBe((11906, 16838));
    }

    [Fact, Trait("covers", "C-60")]
    public void Pages_are_numbered_at_the_top_from_the_second_one()
    {
        var reading = DocxReading.Of(SampleOrders.Signed.ToDocx());

        reading.Section.GetFirstChild<TitlePage>().ShouldNotBeNull();
        reading.FirstPageTop.Descendants<SimpleField>().ShouldBeEmpty();
        reading.OtherPagesTop.Descendants<SimpleField>().Single().Instruction!.Value!.Trim().ShouldBe("PAGE");
    }

    [Fact, Trait("covers", "C-60")]
    public void Text_is_set_in_14_points_justified_with_an_indent_of_12_5_millimeters()
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(SampleOrders.Signed.ToDocx()), false);
        var styles = document.MainDocumentPart!.StyleDefinitionsPart!.Styles!;
        var body = styles.Elements<Style>().Single(style => style.StyleId == PaperStyles.Body);

        styles.DocDefaults!.Descendants<RunFonts>().Single().Ascii!.Value.ShouldBe("Times New Roman");
        body.Descendants<FontSize>().Single().Val!.Value.ShouldBe("28");
        body.Descendants<Justification>().Single().Val!.Value.ShouldBe(JustificationValues.Both);
        body.Descendants<Indentation>().Single().FirstLine!.Value.ShouldBe("709");
        // 240 is a single line: 1.15.
        body.Descendants<SpacingBetweenLines>().Single().Line!.Value.ShouldBe("276");
    }

    [Fact]
    public void Every_style_that_a_paragraph_names_exists()
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(SampleOrders.Signed.ToDocx()), false);
        var main = document.MainDocumentPart!;
        var known = main.StyleDefinitionsPart!.Styles!.Elements<Style>().Select(style => style.StyleId!.Value!);

        var named = main
            .Document.Descendants<ParagraphStyleId>()
            .Concat(main.HeaderParts.SelectMany(part => part.Header.Descendants<ParagraphStyleId>()))
            .Select(style => style.Val!.Value!)
            .Distinct()
            .ToList();

        named.Count.ShouldBeGreaterThan(10);
        named.ShouldBeSubsetOf(known);
    }

    [Fact]
    public void Typed_text_stays_text_wherever_it_was_typed()
    {
        var reading = DocxReading.Of(SampleOrders.FilledWith(SampleOrders.Nasty).ToDocx());

        // An unpaired surrogate and a noncharacter cannot stand in XML; an invisible character could deceive.
        const string first = "<b>&amp;</b>]]>\"'=SUM(A1)";
        const string second = "{ MERGEFIELD x } табоборот\uFFFD";
        const string third = "конец 🎓";
        reading.Lines.ShouldContain($"1. {first}");
        reading.Lines.Count(line => line == second).ShouldBe(4);
        reading
            .Tables[0]
            .Descendants<TableCell>()
            .Select(DocxReading.TextOf)
            .ShouldContain($"{first}\n{second}\n{third}");
        reading.Elements.SelectMany(element => element.Descendants<TabChar>()).Count().ShouldBe(1);
        reading.Elements.SelectMany(element => element.Descendants<FieldCode>()).ShouldBeEmpty();
        reading.Elements.SelectMany(element => element.Descendants<SimpleField>()).ShouldBeEmpty();
    }

    [Fact]
    public void Any_text_at_all_gives_a_valid_file() =>
        Prop.ForAll<string?>(text => DocxReading.Of(SampleOrders.FilledWith(text ?? "").ToDocx()).Errors.Count == 0)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    [Fact]
    public void Tables_do_not_join_and_the_last_one_adds_no_page()
    {
        PaperColumn[] columns = [new("Имя", 2), new("Год", 1)];
        var paper = new OfficialPaper(new() { Title = "Справка", Author = "МБОУ" })
            .Table(
                columns,
                [
                    ["Чумак", "2025"],
                ]
            )
            .Table(columns, []);

        DocxReading
            .Of(paper.ToDocx())
            .Elements.Select(element => element.GetType())
            .ShouldBe([typeof(Table), typeof(Paragraph), typeof(Table), typeof(Paragraph)]);
        DocxReading.Of(paper.ToDocx()).Errors.ShouldBeEmpty();
    }

    [Fact]
    public void A_row_of_another_width_than_the_table_is_a_mistake_of_the_caller() =>
        Should.Throw<ArgumentException>(() =>
            new OfficialPaper(new() { Title = "Справка", Author = "МБОУ" }).Table(
                [new("Имя", 1)],
                [
                    ["один", "два"],
                ]
            )
        );

    [Theory]
    [InlineData(100, new[] { 1, 1, 1 })]
    [InlineData(9638, new[] { 8, 34, 33, 34, 31, 30 })]
    [InlineData(7, new[] { 5 })]
    public void Columns_fill_the_width_exactly(int width, int[] shares)
    {
        var parts = PaperMeasures.Divide(width, shares);

        parts.Length.ShouldBe(shares.Length);
        parts.Sum().ShouldBe(width);
        parts.ShouldAllBe(part => part > 0);
    }

    private static OrderPaper Named(string which) =>
        which switch
        {
            "signed" => SampleOrders.Signed,
            "draft" => SampleOrders.Draft,
            "hostile" => SampleOrders.Hostile,
            "bare" => SampleOrders.Draft with { Clauses = [], Visas = [], Acknowledgments = [], Annex = null },
            _ => throw new ArgumentOutOfRangeException(nameof(which)),
        };
}
