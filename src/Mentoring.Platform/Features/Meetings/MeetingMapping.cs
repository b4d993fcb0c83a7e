using Mentoring.Platform.Features.Pairs;
using Mentoring.Platform.Features.Programs;
using Mentoring.Platform.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Platform.Features.Meetings;

internal static class MeetingMapping
{
    public static void Configure(ModelBuilder model) =>
        model.Entity<Meeting>(e =>
        {
            e.HasKey(m => new { m.TenantId, m.Id });
            e.RefersTo<Meeting, MentoringTeam>(m => new { m.TenantId, m.PairId });
            // What was struck out is found by no query: not in lists, not in the chain, not on the board.
            e.HasQueryFilter("counts", m => m.StruckOutOn == null);
            e.Property(m => m.Type).HasConversion<EnumText<MeetingType>>();
            e.Property(m => m.Mode).HasConversion<EnumText<MeetingMode>>();
            e.Property(m => m.LoggedAs).HasConversion<EnumText<ProgramParty>>();
        });
}
