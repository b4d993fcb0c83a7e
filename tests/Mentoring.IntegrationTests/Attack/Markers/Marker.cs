using System.Collections.Concurrent;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Mentoring.IntegrationTests.Harness;

namespace Mentoring.IntegrationTests.Attack.Markers;

/// <summary>A word that stands in one column of one tenant and nowhere else.</summary>
/// <param name="Column">As <c>table.column</c>.</param>
internal sealed record Marker(Guid Tenant, string Column);

/// <summary>Makes markers and finds them again: a word of the tenant, then a word of the column.</summary>
internal static class MarkerWords
{
    /// <summary>Texts that a use case was given; it puts them where it wants.</summary>
    public const string Typed = "typed";

    private const string Alphabet = "абвгдежзийклмнопрстуфхцчшщыэюя";
    private const int ColumnLength = 6;
    private static readonly ConcurrentDictionary<string, string> Columns = new(StringComparer.Ordinal);

    private static readonly Dictionary<string, Guid> Tenants = TestTree.Tenants.Keys.ToDictionary(Of);

    /// <summary>The tenant's part: letters alone, so that it may stand in a name.</summary>
    public static string Of(Guid tenant) => "мк" + Letters(tenant.ToString(), 10);

    public static string Of(Guid tenant, string column)
    {
        var word = Letters(column, ColumnLength);
        Columns.GetOrAdd(word, column).ShouldBe(column, "two columns with one word");
        return Of(tenant) + word;
    }

    /// <summary>Every marker in a text, whatever its letters' case.</summary>
    public static IEnumerable<Marker> In(string text)
    {
        var lower = text.ToLowerInvariant();
        foreach (var (word, tenant) in Tenants)
        {
            for (
                var at = lower.IndexOf(word, StringComparison.Ordinal);
                at >= 0;
                at = lower.IndexOf(word, at + 1, StringComparison.Ordinal)
            )
            {
                var rest = lower.AsSpan(at + word.Length);
                var column = rest.Length < ColumnLength ? "" : rest[..ColumnLength].ToString();
                yield return new Marker(tenant, Columns.GetValueOrDefault(column, "cut off"));
            }
        }
    }

    /// <summary>The same document with the words of another tenant, and of its ancestors.</summary>
    public static byte[] Rewrite(byte[] document, Guid from, Guid to)
    {
        using var stream = new MemoryStream();
        stream.Write(document);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (var entry in archive.Entries.Where(e => e.FullName.EndsWith(".xml", StringComparison.Ordinal)))
            {
                using var part = entry.Open();
                var text = new StreamReader(part).ReadToEnd();
                foreach (var (old, now) in TestTree.Lineage(from).Zip(TestTree.Lineage(to)))
                    text = text.Replace(Of(old), Of(now), StringComparison.OrdinalIgnoreCase);
                part.SetLength(0);
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        }
        return stream.ToArray();
    }

    /// <summary>All parts of a document as one text.</summary>
    public static string Read(byte[] document)
    {
        using var archive = new ZipArchive(new MemoryStream(document));
        return string.Join('\n', archive.Entries.Select(e => new StreamReader(e.Open()).ReadToEnd()));
    }

    private static string Letters(string of, int count) =>
        string.Concat(
            SHA256.HashData(Encoding.UTF8.GetBytes(of)).Take(count).Select(b => Alphabet[b % Alphabet.Length])
        );
}
