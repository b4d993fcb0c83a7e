using System.Text.Json;
using System.Text.Json.Serialization;
using Mentoring.Platform.Platform.Texts;

namespace Mentoring.Platform.Platform.Http;

/// <summary>Text in a body passes <see cref="CleanText"/>. Half a surrogate pair is a malformed request.</summary>
internal sealed class WireText : WholeText
{
    protected override string Read(string text) => CleanText.Of(text);
}

/// <summary>A secret is taken letter for letter as it was typed.</summary>
internal sealed class TextAsTyped : WholeText
{
    protected override string Read(string text) => text;
}

/// <summary>The number of a paper comes without its sign.</summary>
internal sealed class PaperNumberText : WholeText
{
    protected override string Read(string text) => PaperNumber.Of(CleanText.Of(text));
}

internal abstract class WholeText : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        string? text;
        try
        {
            text = reader.GetString();
        }
        catch (InvalidOperationException e)
        {
            throw new JsonException("The text is not whole.", e);
        }
        return text is null ? null
            : CleanText.IsWhole(text) ? Read(text)
            : throw new JsonException("The text is not whole.");
    }

    protected abstract string Read(string text);

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value);

    public override string ReadAsPropertyName(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    ) => reader.GetString()!;

    public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value);
}
