using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Mentoring.UnitTests.Documents;

/// <summary>What a reader of the file sees, with no-break spaces told as plain ones.</summary>
internal sealed class DocxReading
{
    private DocxReading(WordprocessingDocument document, byte[] docx)
    {
        var body = document.MainDocumentPart!.Document.Body!;
        Elements =
        [
            .. body
                .ChildElements.Where(element => element is Paragraph or Table)
                .Select(element => (OpenXmlElement)element.CloneNode(true)),
        ];
        Section = (SectionProperties)body.GetFirstChild<SectionProperties>()!.CloneNode(true);
        FirstPageTop = TopOf(document, HeaderFooterValues.First);
        OtherPagesTop = TopOf(document, HeaderFooterValues.Default);
        Errors =
        [
            .. new OpenXmlValidator(FileFormatVersions.Office2019)
                .Validate(document)
                .Select(error => $"{error.Path?.XPath}: {error.Description}"),
        ];
        Title = document.PackageProperties.Title;
        Author = document.PackageProperties.Creator;
        Status = document.PackageProperties.ContentStatus;
        Created = document.PackageProperties.Created;
        using var archive = new ZipArchive(new MemoryStream(docx));
        Entries = [.. archive.Entries.Select(entry => (entry.FullName, entry.LastWriteTime.DateTime))];
    }

    public IReadOnlyList<OpenXmlElement> Elements { get; }
    public SectionProperties Section { get; }
    public Header FirstPageTop { get; }
    public Header OtherPagesTop { get; }
    public IReadOnlyList<string> Errors { get; }
    public IReadOnlyList<(string Name, DateTime Time)> Entries { get; }
    public string? Title { get; }
    public string? Author { get; }
    public string? Status { get; }
    public DateTime? Created { get; }

    public IReadOnlyList<Table> Tables => [.. Elements.OfType<Table>()];

    /// <summary>Every paragraph and every row of a table, from top to bottom; empty ones are left out.</summary>
    public IReadOnlyList<string> Lines =>
        [
            .. Elements
                .SelectMany(element =>
                    element is Table table ? Rows(table).Select(row => string.Join(" | ", row)) : [TextOf(element)]
                )
                .Where(line => line.Length > 0),
        ];

    public static DocxReading Of(byte[] docx)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(docx), isEditable: false);
        return new(document, docx);
    }

    public static IReadOnlyList<IReadOnlyList<string>> Rows(Table table) =>
        [
            .. table
                .Elements<TableRow>()
                .Select(row => (IReadOnlyList<string>)[.. row.Elements<TableCell>().Select(TextOf)]),
        ];

    public Paragraph ParagraphOf(string text) =>
        Elements.OfType<Paragraph>().Single(paragraph => TextOf(paragraph) == text);

    public static string TextOf(OpenXmlElement element) =>
        string.Concat(
                element
                    .Descendants()
                    .Select(part =>
                        part switch
                        {
                            Text text => text.Text,
                            TabChar => "\t",
                            Break => "\n",
                            _ => "",
                        }
                    )
            )
            .Replace('\u00A0', ' ');

    private static Header TopOf(WordprocessingDocument document, HeaderFooterValues pages)
    {
        var main = document.MainDocumentPart!;
        var reference = main.Document.Body!.Descendants<HeaderReference>().Single(header => header.Type! == pages);
        return ((HeaderPart)main.GetPartById(reference.Id!)).Header;
    }
}
