using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Mentoring.Platform.Platform.Lists;

/// <summary>What was seen last, as a text of ours; <see cref="CursorSeal"/> makes it opaque for the world.</summary>
internal static class Cursors
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public static string Write(object? key, Guid lastId) =>
        JsonSerializer.Serialize(new object?[] { key, lastId }, Json);

    /// <exception cref="FormatException">The cursor is none of this order's.</exception>
    public static (TKey Key, Guid Id) Read<TKey>(string cursor)
    {
        try
        {
            using var json = JsonDocument.Parse(cursor);
            return (json.RootElement[0].Deserialize<TKey>()!, json.RootElement[1].GetGuid());
        }
        catch (Exception e)
        {
            throw new FormatException("The cursor is not one that the list has answered with.", e);
        }
    }
}
