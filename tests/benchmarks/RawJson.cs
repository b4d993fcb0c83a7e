using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Mentoring.Platform.Features.Meetings;
using Mentoring.Platform.Features.Pairs;
using Mentoring.Platform.Features.Programs;
using Mentoring.Platform.Platform.Lists;

namespace Mentoring.Benchmarks;

/// <summary>JSON code that the compiler writes, for the answers that the limit gives.</summary>
[JsonSerializable(typeof(Page<PairItem>), TypeInfoPropertyName = "PagePairItem")]
[JsonSerializable(typeof(ProgramCard))]
[JsonSerializable(typeof(LogMeeting))]
[JsonSerializable(typeof(WrittenMeeting))]
internal sealed partial class RawJson : JsonSerializerContext
{
    /// <summary>The same words on the wire.</summary>
    public static JsonSerializerOptions Wire() =>
        new(JsonSerializerDefaults.Web)
        {
            Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        };
}
