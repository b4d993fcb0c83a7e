using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Mentoring.Platform.Platform.Texts;

namespace Mentoring.Platform.Platform.Documents;

/// <summary>
/// The only way by which text typed by people gets into a paper. It passes the gate for text again, since what
/// stands in the database may be older than a rule of the gate; markup and formulas stay as letters on the paper.
/// </summary>
internal static partial class PaperText
{
    private const char NoBreakSpace = '\u00A0';

    /// <summary>The text as one line: every break becomes a space.</summary>
    public static string Line(string? text) => string.Join(' ', Lines(text));

    /// <summary>The non-empty lines of the text, cleaned.</summary>
    public static IReadOnlyList<string> Lines(string? text) =>
        CleanText.Of(text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>One run for the full width of the sheet; the lines of the text are separated by line breaks.</summary>
    public static Run Run(string? text) => Run(Lines(text).Select(Glued));

    /// <summary>The same for a narrow column, where glued words would have to be torn inside.</summary>
    public static Run RunInColumn(string? text) => Run(Lines(text));

    private static Run Run(IEnumerable<string> lines)
    {
        var run = new Run();
        foreach (var line in lines)
        {
            if (run.HasChildren)
            {
                run.AppendChild(new Break());
            }

            run.AppendChild(new Text(line) { Space = SpaceProcessingModeValues.Preserve });
        }

        return run;
    }

    /// <summary>Without the dot that ends a sentence; the dot of an abbreviation («2026 г.», «и др.») stays.</summary>
    public static string WithoutFinalDot(string text)
    {
        var trimmed = text.TrimEnd();
        return SentenceEnd().IsMatch(trimmed) ? trimmed[..^1] : trimmed;
    }

    /// <summary>«№ 5», «8 сентября 2022 г.», «И.О. Фамилия», «п. 3» and a dash never part at the end of a line.</summary>
    private static string Glued(string line) => PlaceToGlue().Replace(line, NoBreakSpace.ToString());

    [GeneratedRegex(
        """
            (?<=№)[ ] | (?<=\d)[ ](?=г\.) | [ ](?=[–—][ ])
            | (?<=\b(?:п|пп|ч|ст|г|с)\.)[ ](?=[\d\p{Lu}])
            | (?<=\p{Lu}\.)[ ](?=\p{Lu}[\p{Ll}]) | (?<=\p{Lu}[\p{Ll}-]+)[ ](?=\p{Lu}\.-?\p{Lu}\.)
            """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant
    )]
    private static partial Regex PlaceToGlue();

    [GeneratedRegex(@"[^\s.]{3}\.\z|[»)\d]\.\z", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceEnd();
}
