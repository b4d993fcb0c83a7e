using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Mentoring.Platform.Platform.Data;

namespace Mentoring.Platform.Features.Programs;

/// <summary>The sealed text of an edition that was in force: written once, never changed.</summary>
public sealed class ProgramEdition : ITenantOwned
{
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    private ProgramEdition() { }

    public Guid TenantId { get; private set; }
    public Guid ProgramId { get; private init; }
    public int Edition { get; private init; }

    /// <summary>The <see cref="ProgramContent"/> as JSON, byte for byte what was hashed.</summary>
    public string Content { get; private init; } = "";

    /// <summary>SHA-256 of the content.</summary>
    public byte[] Hash { get; private init; } = [];
    public DateOnly SealedOn { get; private init; }

    internal static ProgramEdition Seal(MentoringProgram program, DateOnly on)
    {
        var content = JsonSerializer.Serialize(program.ToContent(), Json);
        return new()
        {
            ProgramId = program.Id,
            Edition = program.Edition,
            Content = content,
            Hash = SHA256.HashData(Encoding.UTF8.GetBytes(content)),
            SealedOn = on,
        };
    }
}
