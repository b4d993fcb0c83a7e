using System.Text.Json;
using System.Text.Json.Serialization;
using Mentoring.Platform.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Platform.Features.Reference;

internal static class ReferenceMapping
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static void Configure(ModelBuilder model)
    {
        model.Entity<MentoringForm>(e =>
        {
            e.HasKey(f => new { f.TenantId, f.Code });
            e.Property(f => f.MentorGroup).HasConversion<EnumText<ParticipantGroup>>();
            e.Property(f => f.MenteeGroup).HasConversion<EnumText<ParticipantGroup>>();
        });
        model.Entity<RoleModel>(e =>
            e.HasKey(r => new
            {
                r.TenantId,
                r.FormCode,
                r.Code,
            })
        );
        model.Entity<MentoringKind>(e => e.HasKey(k => new { k.TenantId, k.Code }));
        model.Entity<ReferenceItem>(e =>
        {
            e.HasKey(i => new
            {
                i.TenantId,
                i.List,
                i.Code,
            });
            e.Property(i => i.List).HasConversion<EnumText<ReferenceList>>();
            e.Property(i => i.Data)
                .HasColumnType("jsonb")
                .HasConversion(
                    data => JsonSerializer.Serialize(data, Json),
                    text => JsonSerializer.Deserialize<ReferenceData>(text, Json)!
                );
        });
        model.Entity<Setting>(e =>
        {
            e.HasKey(s => new { s.TenantId, s.Key });
            e.Property(s => s.Value).HasColumnType("jsonb");
        });
    }
}
