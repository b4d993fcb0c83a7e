using System.Globalization;
using System.Text;

namespace Mentoring.Platform.Platform.Texts;

/// <summary>
/// The one gate for text that people type or paste: what is stored, looked for and printed has passed it. Lines are
/// separated by '\n'; within a line every run of blanks is one blank. What cannot be seen (zero-width and
/// direction-changing characters, soft hyphens, fillers, control characters) is dropped, so that a text that looks
/// like nothing is nothing. The result is in Unicode form C and has no blanks at either end.
/// </summary>
public static class CleanText
{
    /// <summary>Whether the text is whole: no half of a surrogate pair stands alone.</summary>
    public static bool IsWhole(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
            else if (char.IsSurrogate(text[i]))
                return false;
        }
        return true;
    }

    /// <summary>Whether a text column can hold the text as it is.</summary>
    public static bool IsStorable(string text) => IsWhole(text) && !text.Contains('\0');

    /// <summary>The text as people mean it. Half a surrogate pair becomes U+FFFD.</summary>
    public static string Of(string text)
    {
        var clean = new StringBuilder(text.Length);
        Rune? before = null;
        var runes = text.Replace("\r\n", "\n", StringComparison.Ordinal).EnumerateRunes().ToArray();
        for (var i = 0; i < runes.Length; i++)
        {
            if (Meaning(runes[i], before, i + 1 < runes.Length ? runes[i + 1] : null) is not { } rune)
                continue;
            var isBlank = rune.Value is ' ';
            if (isBlank && (clean.Length == 0 || clean[^1] is ' ' or '\n'))
                continue;
            if (rune.Value is '\n' && clean.Length > 0 && clean[^1] == ' ')
                clean.Length--;
            clean.Append(rune.ToString());
            before = rune;
        }
        return clean.ToString().Trim().Normalize();
    }

    /// <summary>What stands for the character; null drops it.</summary>
    private static Rune? Meaning(Rune rune, Rune? before, Rune? after) =>
        rune.Value switch
        {
            '\n' or '\r' or '\v' or '\f' or 0x85 or 0x2028 or 0x2029 => new Rune('\n'),
            // What a word processor puts for a hyphen that does not break.
            0x1E => new Rune('-'),
            // Letters and signs of no shape: fillers, the blank of Braille.
            0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x3164 or 0xFFA0 or 0x2800 => null,
            // Marks of no shape: the joiner of graphemes, choosers of variants.
            0x034F or (>= 0x180B and <= 0x180F) or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0000 and <= 0xE0FFF) => null,
            (>= 0xFDD0 and <= 0xFDEF) => null,
            var code when (code & 0xFFFE) == 0xFFFE => null,
            // Joiners belong to the spelling of some scripts, never to Cyrillic or Latin.
            0x200C or 0x200D => Spells(before) && Spells(after) ? rune : null,
            '\t' => new Rune(' '),
            _ => Rune.GetUnicodeCategory(rune) switch
            {
                UnicodeCategory.SpaceSeparator => new Rune(' '),
                UnicodeCategory.Control or UnicodeCategory.Format => null,
                _ => rune,
            },
        };

    private static bool Spells(Rune? rune) =>
        rune is { Value: > 0x0590 and < 0x1E00 } letter
        && Rune.GetUnicodeCategory(letter)
            is UnicodeCategory.OtherLetter
                or UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark;
}
