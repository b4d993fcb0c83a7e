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
            var items = JsonSerializer.Deserialize<List<T?>>(ref reader, options) ?? [];
            if (items.Contains(null))
                throw new JsonException("An item of the list is null.");
            return items!;
        }

        public override void Write(Utf8JsonWriter writer, IReadOnlyList<T> value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize<IEnumerable<T>>(writer, value, options);
    }
}
