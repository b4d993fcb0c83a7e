using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Mentoring.IntegrationTests.Orders;

/// <summary>A .docx as its reader sees it: paragraphs, then the rows of each table, with no-break spaces told as plain ones.</summary>
internal sealed record OrderReading(string[] Lines, string Tops)
{
    public static OrderReading Of(byte[] docx)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(docx), isEditable: false);
        new OpenXmlValidator(FileFormatVersions.Office2019)
            .Validate(document)
            .Select(error => $"{error.Path?.XPath}: {error.Description}")
            .ShouldBeEmpty();
        var body = document.MainDocumentPart!.Document.Body!;
        return new OrderReading(
            [
                .. body
                    .ChildElements.SelectMany(element =>
                        element switch
                        {
                            Table table => table
                                .Elements<TableRow>()
                                .Select(row => string.Join(" | ", row.Elements<TableCell>().Select(Text))),
                            Paragraph paragraph => [Text(paragraph)],
                            _ => [],
                        }
                    )
                    .Where(line => line.Length > 0),
            ],
            string.Concat(document.MainDocumentPart.HeaderParts.Select(part => Text(part.Header)))
        );
    }

    private static string Text(OpenXmlElement element) =>
        string.Concat(
                element
                    .Descendants()
                    .Select(part =>
                        part switch
                        {
                            Text text => text.Text,
                            TabChar => "\t",
                            _ => "",
                        }
                    )
            )
            .Replace('\u00A0', ' ');
}
