using System.Security.Cryptography;
using System.Text;
using Mentoring.Platform.Platform.Texts;

namespace Mentoring.Platform.Features.Accounts;

/// <summary>A code that is printed, read aloud and typed: no letters that look alike, 60 bits.</summary>
internal static class OneTimeCode
{
    private const string Alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    /// <summary>For example <c>4KX7-Q2MD-9TRB</c>.</summary>
    public static string New()
    {
        var letters = RandomNumberGenerator.GetString(Alphabet, 12);
        return $"{letters[..4]}-{letters[4..8]}-{letters[8..]}";
    }

    /// <summary>Case, spaces, dashes and the alphabet of letters that look the same do not count.</summary>
    public static byte[] Hash(string code)
    {
        var latin = LookAlikes.InLatin(code.ToUpperInvariant());
        var letters = new string([.. latin.Where(char.IsAsciiLetterOrDigit)]);
        return SHA256.HashData(Encoding.ASCII.GetBytes(letters));
    }
}
