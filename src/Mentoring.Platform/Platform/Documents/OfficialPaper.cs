using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Mentoring.Platform.Platform.Documents;

/// <summary>
/// An official Russian paper laid out by ГОСТ Р 7.0.97-2025, written from top to bottom: each method
/// adds the requisite that it is named by, and <see cref="ToDocx"/> gives the file. Equal calls give
/// equal bytes, so that the file can be sealed by its hash.
/// </summary>
/// <example><code>
/// var bytes = new OfficialPaper(new() { Title = "Справка № 4", Author = "МБОУ «СОШ № 3»" })
///     .Organization("Муниципальное бюджетное …", "МБОУ «СОШ № 3»")
///     .Kind("СПРАВКА")
///     .Registration(date, "4")
///     .Place("г. Верхнереченск")
///     .Heading("О работе наставников")
///     .Text("…")
///     .Signature("Директор", "Г.С. Яровая")
///     .ToDocx();
/// </code></example>
public sealed class OfficialPaper(PaperProperties properties)
{
    private const string BlankDate = "______________";
    private const string BlankNumber = "________";

    private readonly List<OpenXmlElement> _content = [];

    /// <summary>The full name in capitals and, below it, the short one in brackets.</summary>
    public OfficialPaper Organization(string fullName, string? shortName = null)
    {
        Add(PaperStyles.Organization, fullName.ToUpperInvariant());
        return string.IsNullOrWhiteSpace(shortName)
            ? this
            : Add(PaperStyles.Organization, $"({PaperText.Line(shortName)})");
    }

    /// <summary>The word that names the kind of the paper, «ПРИКАЗ».</summary>
    public OfficialPaper Kind(string word) => Add(PaperStyles.Kind, word);

    /// <summary>Date at the left margin, number at the right one; blanks where there is none yet.</summary>
    public OfficialPaper Registration(DateOnly? date, string? number)
    {
        var line = Paragraph(PaperStyles.Registration, DateOrBlank(date));
        line.Append(new Run(new TabChar()), PaperText.Run("№ " + NumberOrBlank(number)));
        return Add(line);
    }

    /// <summary>The place where the paper is issued.</summary>
    public OfficialPaper Place(string place) => Add(PaperStyles.Place, place);

    /// <summary>What the paper is about, «О …»: at the left, without a dot at the end.</summary>
    public OfficialPaper Heading(string heading) => Add(PaperStyles.Heading, PaperText.WithoutFinalDot(heading));

    /// <summary>Text; each line of it becomes a paragraph.</summary>
    public OfficialPaper Text(string text) => AddLines(text, keepNext: false);

    /// <summary>Text that stays on one page with what follows it, so that a signature never stands alone.</summary>
    public OfficialPaper TextBeforeSignature(string text) => AddLines(text, keepNext: true);

    /// <summary>The word that orders («ПРИКАЗЫВАЮ:»), on a line of its own from the left margin.</summary>
    public OfficialPaper OperativeWord(string word) => Add(PaperStyles.Operative, word);

    /// <summary>Position at the left, name at the right, between them room to sign by hand.</summary>
    public OfficialPaper Signature(string title, string name)
    {
        Add(PaperStyles.Label, "");
        return Add(
            PaperTable.Unruled(
                [(PaperStyles.Requisite, 85), (PaperStyles.Requisite, 25), (PaperStyles.RequisiteRight, 60)],
                [
                    [title, "", name],
                ]
            )
        );
    }

    /// <summary>The visas of those who agreed to the paper: position, room to sign, name, date. None: nothing is written.</summary>
    public OfficialPaper Visas(IReadOnlyList<(string Title, string Name, DateOnly? Date)> visas)
    {
        if (visas.Count == 0)
        {
            return this;
        }

        Add(PaperStyles.Label, "Визы:");
        return Add(
            PaperTable.Unruled(
                [
                    (PaperStyles.Requisite, 60),
                    (PaperStyles.Requisite, 25),
                    (PaperStyles.Requisite, 50),
                    (PaperStyles.RequisiteRight, 35),
                ],
                [.. visas.Select(visa => (IReadOnlyList<string?>)[visa.Title, "", visa.Name, DateOrBlank(visa.Date)])]
            )
        );
    }

    /// <summary>A line that introduces the table or the list below it and stays with it.</summary>
    public OfficialPaper Label(string text) => Add(PaperStyles.Label, text);

    /// <summary>A ruled table over the whole width; its head row is repeated on every page.</summary>
    public OfficialPaper Table(IReadOnlyList<PaperColumn> columns, IReadOnlyList<IReadOnlyList<string?>> rows) =>
        Add(PaperTable.Ruled(columns, rows));

    /// <summary>Begins a page with the mark at the upper right («Приложение № 1», «к приказу …») and the title below it.</summary>
    public OfficialPaper Annex(IReadOnlyList<string> mark, string title)
    {
        for (var index = 0; index < mark.Count; index++)
        {
            var line = Paragraph(PaperStyles.Block, mark[index]);
            if (index == 0)
            {
                line.ParagraphProperties!.PageBreakBefore = new PageBreakBefore();
            }

            Add(line);
        }

        return Add(PaperStyles.Title, title);
    }

    /// <summary>The file, a .docx.</summary>
    public byte[] ToDocx()
    {
        var content = _content.Select(element => element.CloneNode(true));
        if (_content.LastOrDefault() is Table)
        {
            // A word processor adds a full line after a last table, and with it sometimes an empty page.
            content = content.Append(Paragraph(PaperStyles.Thread, ""));
        }

        return PaperPackage.Assemble(content, properties);
    }

    /// <summary>«08.09.2022», or a blank to be filled in by hand.</summary>
    public static string DateOrBlank(DateOnly? date) => date is { } day ? RussianDate.InFigures(day) : BlankDate;

    /// <summary>The number as it is registered, or a blank to be filled in by hand.</summary>
    public static string NumberOrBlank(string? number) => string.IsNullOrWhiteSpace(number) ? BlankNumber : number;

    private OfficialPaper AddLines(string text, bool keepNext)
    {
        foreach (var line in PaperText.Lines(text))
        {
            var paragraph = Paragraph(PaperStyles.Body, line);
            paragraph.ParagraphProperties!.KeepNext = keepNext ? new KeepNext() : null;
            Add(paragraph);
        }

        return this;
    }

    private OfficialPaper Add(string style, string text) => Add(Paragraph(style, text));

    private OfficialPaper Add(OpenXmlElement element)
    {
        // Word joins two tables that touch.
        if (element is Table && _content.LastOrDefault() is Table)
        {
            _content.Add(Paragraph(PaperStyles.Thread, ""));
        }

        _content.Add(element);
        return this;
    }

    private static Paragraph Paragraph(string style, string text) =>
        new(new ParagraphProperties(new ParagraphStyleId { Val = style }), PaperText.Run(text));
}
