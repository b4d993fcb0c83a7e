using System.Buffers.Text;
using System.Text.Json;

namespace Mentoring.Platform.Platform.Lists;

/// <summary>What was seen last, as an opaque word.</summary>
internal static class Cursors
{
    public static string Write(object? key, Guid lastId) =>
        Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(new object?[] { key, lastId }));

    /// <exception cref="FormatException">The cursor is not one of ours.</exception>
    public static (TKey Key, Guid Id) Read<TKey>(string cursor)
    {
        try
        {
            using var json = JsonDocument.Parse(Base64Url.DecodeFromChars(cursor));
            return (json.RootElement[0].Deserialize<TKey>()!, json.RootElement[1].GetGuid());
        }
        catch (Exception e)
        {
            throw new FormatException("The cursor is not one that a list has answered with.", e);
        }
    }
}
