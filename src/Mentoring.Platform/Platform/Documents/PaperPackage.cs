using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Mentoring.Platform.Platform.Documents;

/// <summary>
/// Puts the parts of a paper into a .docx. Equal papers are equal byte for byte: relationship ids and
/// times are fixed, and nothing is compressed, because what a compressor makes of the same text
/// changes with its version (the database compresses the stored bytes anyway).
/// </summary>
internal static class PaperPackage
{
    private const string DraftMark = "ПРОЕКТ";

    /// <summary>The earliest time that a zip archive can hold.</summary>
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Assemble(IEnumerable<OpenXmlElement> content, PaperProperties properties)
    {
        using var buffer = new MemoryStream();
        using (var document = WordprocessingDocument.Create(buffer, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            document.ChangeIdOfPart(main, "rId1");
            WriteCoreProperties(document, properties);

            main.AddNewPart<StyleDefinitionsPart>("rId1").Styles = PaperStyles.All();
            main.AddNewPart<DocumentSettingsPart>("rId2").Settings = DocumentSettings();
            main.AddNewPart<FontTablePart>("rId3").Fonts = Fonts();
            main.AddNewPart<HeaderPart>("rId4").Header = FirstPageTop(properties.IsDraft);
            main.AddNewPart<HeaderPart>("rId5").Header = PageTop(properties.IsDraft);
            main.Document = new Document(new Body(content.Append(Section(first: "rId4", others: "rId5"))));
        }

        return Repacked(buffer.ToArray());
    }

    private static SectionProperties Section(string first, string others) =>
        new(
            new HeaderReference { Type = HeaderFooterValues.First, Id = first },
            new HeaderReference { Type = HeaderFooterValues.Default, Id = others },
            new PageSize { Width = PaperMeasures.PageWidth, Height = PaperMeasures.PageHeight },
            new PageMargin
            {
                Left = (uint)PaperMeasures.Left,
                Right = (uint)PaperMeasures.Right,
                Top = PaperMeasures.Top,
                Bottom = PaperMeasures.Bottom,
                Header = (uint)PaperMeasures.Header,
                Footer = (uint)PaperMeasures.Header,
                Gutter = 0,
            },
            // The first page has a top of its own: it carries no number.
            new TitlePage()
        );

    private static Header FirstPageTop(bool isDraft) => new(TopLine(new Run(), isDraft));

    private static Header PageTop(bool isDraft) =>
        new(TopLine(new SimpleField(new Run(new Text("2"))) { Instruction = " PAGE " }, isDraft));

    private static Paragraph TopLine(OpenXmlElement middle, bool isDraft)
    {
        var line = new Paragraph(
            new ParagraphProperties(new ParagraphStyleId { Val = PaperStyles.PageTop }),
            new Run(new TabChar()),
            middle
        );
        if (isDraft)
        {
            line.AppendChild(new Run(new RunProperties(new Bold()), new TabChar(), new Text(DraftMark)));
        }

        return line;
    }

    private static Settings DocumentSettings() =>
        new(
            new DefaultTabStop { Val = (short)PaperMeasures.FirstLine },
            new CharacterSpacingControl { Val = CharacterSpacingValues.DoNotCompress },
            new Compatibility(
                // A line broken inside a justified paragraph is not stretched over the whole width.
                new DoNotExpandShiftReturn(),
                new CompatibilitySetting
                {
                    Name = CompatSettingNameValues.CompatibilityMode,
                    Uri = "http://schemas.microsoft.com/office/word",
                    Val = "15",
                }
            )
        );

    /// <summary>Where Times New Roman is not installed, its free metric twin stands in and keeps the lines.</summary>
    private static Fonts Fonts() =>
        new(
            new Font(
                new AltName { Val = "Liberation Serif" },
                new FontCharSet { Val = "CC" },
                new FontFamily { Val = FontFamilyValues.Roman },
                new Pitch { Val = FontPitchValues.Variable }
            )
            {
                Name = "Times New Roman",
            }
        );

    // Written by hand: the packaging library would name this part by a random id and add the time of day.
    private static void WriteCoreProperties(WordprocessingDocument document, PaperProperties properties)
    {
        XNamespace core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
        XNamespace dc = "http://purl.org/dc/elements/1.1/";
        XNamespace terms = "http://purl.org/dc/terms/";
        XNamespace instance = "http://www.w3.org/2001/XMLSchema-instance";
        var root = new XElement(
            core + "coreProperties",
            new XAttribute(XNamespace.Xmlns + "cp", core),
            new XAttribute(XNamespace.Xmlns + "dc", dc),
            new XAttribute(XNamespace.Xmlns + "dcterms", terms),
            new XAttribute(XNamespace.Xmlns + "xsi", instance),
            new XElement(dc + "title", PaperText.Line(properties.Title)),
            new XElement(dc + "creator", PaperText.Line(properties.Author)),
            new XElement(dc + "language", "ru-RU")
        );
        if (properties.IsDraft)
        {
            root.Add(new XElement(core + "contentStatus", "Проект"));
        }

        if (properties.Date is { } date)
        {
            var moment = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T00:00:00Z";
            foreach (var name in new[] { "created", "modified" })
            {
                root.Add(new XElement(terms + name, new XAttribute(instance + "type", "dcterms:W3CDTF"), moment));
            }
        }

        var part = document.AddCoreFilePropertiesPart();
        document.ChangeIdOfPart(part, "rId2");
        using var stream = part.GetStream(FileMode.Create);
        using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        writer.Write("""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""");
        writer.Write(root.ToString(SaveOptions.DisableFormatting));
    }

    private static byte[] Repacked(byte[] package)
    {
        using var target = new MemoryStream();
        using (var source = new ZipArchive(new MemoryStream(package), ZipArchiveMode.Read))
        using (var archive = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            // «[Content_Types].xml» comes first by this order: some programs know the format by it.
            foreach (var part in source.Entries.OrderBy(part => part.FullName, PartOrder))
            {
                var entry = archive.CreateEntry(part.FullName, CompressionLevel.NoCompression);
                entry.LastWriteTime = NoTime;
                using var from = part.Open();
                using var to = entry.Open();
                from.CopyTo(to);
            }
        }

        return target.ToArray();
    }

    private static readonly Comparer<string> PartOrder = Comparer<string>.Create(
        (one, other) =>
            (one.StartsWith('['), other.StartsWith('[')) switch
            {
                (true, false) => -1,
                (false, true) => 1,
                _ => string.CompareOrdinal(one, other),
            }
    );
}
