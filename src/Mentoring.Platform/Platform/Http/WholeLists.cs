using System.Text.Json;
using System.Text.Json.Serialization;

namespace Mentoring.Platform.Platform.Http;

/// <summary>
/// A list in a request has no holes: no wire type says that an item may be null, and the serializer checks only
/// members, not items.
/// </summary>
internal sealed class WholeLists : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType
        && typeToConvert.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)
        && !typeToConvert.GenericTypeArguments[0].IsValueType;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)
            Activator.CreateInstance(typeof(WholeList<>).MakeGenericType(typeToConvert.GenericTypeArguments))!;

    private sealed class WholeList<T> : JsonConverter<IReadOnlyList<T>>
        where T : class
    {
        public override IReadOnlyList<T> Read(
            ref Utf8JsonReader reader,
            Type typeToConvert,
            JsonSerializerOptions options
        )
        {
            try
            {
                var items = JsonSerializer.Deserialize<List<T?>>(ref reader, options) ?? [];
                var hole = items.IndexOf(null);
                if (hole >= 0)
                    throw new JsonException("An item of the list is null.", $"$[{hole}]", null, null);
                return items!;
            }
            catch (JsonException e)
            {
                // The path within the list stays with the cause; the serializer says where the list itself is.
                throw new JsonException("The list cannot be read.", e);
            }
        }

        public override void Write(Utf8JsonWriter writer, IReadOnlyList<T> value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize<IEnumerable<T>>(writer, value, options);
    }
}
