using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Mentoring.Platform.Features.ApiKeys;

/// <summary>
/// How a key is written: <c>mp_</c>, eight letters by which people know it again, an underscore, 26 letters that are the
/// secret (154 bits), six of a checksum. Scanners of leaked secrets find it by its form, and a slip of the hand is
/// seen without asking the database.
/// </summary>
internal static partial class KeyText
{
    private const string Letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const int SecretLetters = 26;
    private const int ChecksumLetters = 6;

    /// <summary>For example <c>mp_4kX7q2Md</c>: not secret, shown in lists.</summary>
    public static string PrefixOf(string key) => key[..11];

    public static string New()
    {
        var random = RandomNumberGenerator.GetString(Letters, 8 + SecretLetters);
        var body = $"mp_{random[..8]}_{random[8..]}";
        return body + Checksum(body);
    }

    public static bool IsWellFormed(string text) =>
        Form().IsMatch(text) && text[^ChecksumLetters..] == Checksum(text[..^ChecksumLetters]);

    public static byte[] Hash(string key) => SHA256.HashData(Encoding.ASCII.GetBytes(key));

    /// <summary>CRC-32C in base 62: every change of one or two neighbouring letters shows.</summary>
    private static string Checksum(string body)
    {
        var crc = uint.MaxValue;
        foreach (var letter in body)
            crc = BitOperations.Crc32C(crc, (byte)letter);
        crc = ~crc;
        return string.Create(
            ChecksumLetters,
            crc,
            static (text, rest) =>
            {
                for (var i = text.Length - 1; i >= 0; i--, rest /= 62)
                    text[i] = Letters[(int)(rest % 62)];
            }
        );
    }

    [GeneratedRegex("^mp_[0-9A-Za-z]{8}_[0-9A-Za-z]{32}$", RegexOptions.NonBacktracking)]
    private static partial Regex Form();
}
