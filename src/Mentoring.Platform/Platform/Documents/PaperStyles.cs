using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using static Mentoring.Platform.Platform.Documents.PaperMeasures;

namespace Mentoring.Platform.Platform.Documents;

/// <summary>
/// The styles of a paper, one for each requisite: a paragraph names its style and carries no
/// formatting of its own, so that a school may restyle a downloaded draft in one place.
/// </summary>
internal static class PaperStyles
{
    public const string Body = "PaperBody";
    public const string Organization = "PaperOrganization";
    public const string Kind = "PaperKind";
    public const string Registration = "PaperRegistration";
    public const string Place = "PaperPlace";
    public const string Heading = "PaperHeading";
    public const string Operative = "PaperOperative";
    public const string Requisite = "PaperRequisite";
    public const string RequisiteRight = "PaperRequisiteRight";
    public const string Label = "PaperLabel";
    public const string Block = "PaperBlock";
    public const string Title = "PaperTitle";
    public const string Cell = "PaperCell";
    public const string CellHead = "PaperCellHead";
    public const string Thread = "PaperThread";
    public const string PageTop = "PaperPageTop";

    private const string Font = "Times New Roman";

    // 14, 12, 11 pt in half-points; 1.15 and single spacing in 240ths of a line; spaces in twips.
    private const int Normal = 28;
    private const int Small = 24;
    private const int InTable = 22;
    private const int Spaced = 276;
    private const int Single = 240;

    public static Styles All() =>
        new(
            Defaults(),
            Base(),
            // Justified, first line 1.25 cm.
            Style(
                Body,
                "Текст",
                new()
                {
                    Align = JustificationValues.Both,
                    FirstLine = FirstLine,
                    Line = Spaced,
                }
            ),
            Style(Organization, "Наименование организации", new() { Align = JustificationValues.Center, Bold = true }),
            Style(
                Kind,
                "Вид документа",
                new()
                {
                    Align = JustificationValues.Center,
                    Bold = true,
                    Before = 240,
                    After = 240,
                    Outline = 0,
                }
            ),
            Style(Registration, "Дата и номер", new() { Tabs = [(TabStopValues.Right, TextWidth)] }),
            Style(
                Place,
                "Место составления",
                new()
                {
                    Align = JustificationValues.Center,
                    Before = 120,
                    After = 240,
                }
            ),
            Style(
                Heading,
                "Заголовок к тексту",
                new()
                {
                    Bold = true,
                    Right = BesideHeading,
                    After = 240,
                    KeepNext = true,
                }
            ),
            // «ПРИКАЗЫВАЮ:» starts at the left margin and is never left alone at the bottom.
            Style(
                Operative,
                "Распорядительное слово",
                new()
                {
                    Before = 120,
                    After = 120,
                    KeepNext = true,
                }
            ),
            Style(Requisite, "Реквизит", new()),
            Style(RequisiteRight, "Реквизит справа", new() { Align = JustificationValues.Right }),
            Style(
                Label,
                "Подзаголовок реквизита",
                new()
                {
                    Before = 360,
                    After = 120,
                    KeepNext = true,
                }
            ),
            Style(Block, "Ссылка приложения", new() { Left = BesideBlock, KeepNext = true }),
            Style(
                Title,
                "Название приложения",
                new()
                {
                    Align = JustificationValues.Center,
                    Bold = true,
                    Before = 360,
                    After = 240,
                    KeepNext = true,
                    Outline = 0,
                }
            ),
            Style(Cell, "Ячейка таблицы", new() { Size = InTable }),
            Style(
                CellHead,
                "Заголовок таблицы",
                new()
                {
                    Size = InTable,
                    Align = JustificationValues.Center,
                    KeepNext = true,
                }
            ),
            // As thin as a thread: it only parts what must not touch.
            Style(Thread, "Разделитель", new() { Size = 2 }),
            Style(
                PageTop,
                "Верхнее поле",
                new() { Size = Small, Tabs = [(TabStopValues.Center, TextWidth / 2), (TabStopValues.Right, TextWidth)] }
            )
        );

    private static DocDefaults Defaults() =>
        new(
            new RunPropertiesDefault(
                new RunPropertiesBaseStyle(
                    new RunFonts
                    {
                        Ascii = Font,
                        HighAnsi = Font,
                        EastAsia = Font,
                        ComplexScript = Font,
                    },
                    new FontSize { Val = Text(Normal) },
                    new FontSizeComplexScript { Val = Text(Normal) },
                    new Languages
                    {
                        Val = "ru-RU",
                        EastAsia = "ru-RU",
                        Bidi = "ar-SA",
                    }
                )
            ),
            new ParagraphPropertiesDefault(
                new ParagraphPropertiesBaseStyle(
                    new SpacingBetweenLines
                    {
                        Before = "0",
                        After = "0",
                        Line = Text(Single),
                        LineRule = LineSpacingRuleValues.Auto,
                    }
                )
            )
        );

    private static Style Base() =>
        new(new StyleName { Val = "Normal" }, new PrimaryStyle())
        {
            Type = StyleValues.Paragraph,
            StyleId = "Normal",
            Default = true,
        };

    private static Style Style(string id, string name, TextLook look) =>
        new(
            new StyleName { Val = name },
            new BasedOn { Val = "Normal" },
            new PrimaryStyle(),
            ParagraphLook(look),
            RunLook(look)
        )
        {
            Type = StyleValues.Paragraph,
            StyleId = id,
            CustomStyle = true,
        };

    private static StyleParagraphProperties ParagraphLook(TextLook look)
    {
        var properties = new StyleParagraphProperties
        {
            KeepNext = look.KeepNext ? new KeepNext() : null,
            SpacingBetweenLines = new SpacingBetweenLines
            {
                Before = Text(look.Before),
                After = Text(look.After),
                Line = Text(look.Line),
                LineRule = LineSpacingRuleValues.Auto,
            },
            Indentation = new Indentation
            {
                Left = Text(look.Left),
                Right = Text(look.Right),
                FirstLine = Text(look.FirstLine),
            },
            Justification = new Justification { Val = look.Align },
            OutlineLevel = look.Outline is { } level ? new OutlineLevel { Val = level } : null,
        };
        if (look.Tabs.Count > 0)
        {
            properties.Tabs = new Tabs(look.Tabs.Select(tab => new TabStop { Val = tab.Kind, Position = tab.At }));
        }

        return properties;
    }

    private static StyleRunProperties RunLook(TextLook look) =>
        new()
        {
            Bold = look.Bold ? new Bold() : null,
            FontSize = new FontSize { Val = Text(look.Size) },
            FontSizeComplexScript = new FontSizeComplexScript { Val = Text(look.Size) },
        };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed record TextLook
    {
        public JustificationValues Align { get; init; } = JustificationValues.Left;
        public bool Bold { get; init; }
        public int Size { get; init; } = Normal;
        public int Line { get; init; } = Single;
        public int Before { get; init; }
        public int After { get; init; }
        public int Left { get; init; }
        public int Right { get; init; }
        public int FirstLine { get; init; }
        public bool KeepNext { get; init; }
        public int? Outline { get; init; }
        public IReadOnlyList<(TabStopValues Kind, int At)> Tabs { get; init; } = [];
    }
}
