using Mentoring.Platform.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Platform.Features.Figures;

/// <summary>The roll-up: the figures of a tenant of any level in a school year. Written by jobs alone.</summary>
public sealed class TenantFigures : FigureCounts, IUpward
{
    /// <summary>Raised when counting changes: the next look at each organization then writes its row anew.</summary>
    public const int CurrentCalculation = 3;

    public Guid TenantId { get; internal set; }
    public required Guid[] Lineage { get; init; }

    /// <summary>The year in which the school year starts.</summary>
    public required int SchoolYear { get; init; }
    public int CalculationVersion { get; private set; }

    /// <summary>When these figures were found to be so. Looking again and finding the same leaves it.</summary>
    public DateTimeOffset ComputedAt { get; private set; }

    /// <returns>Whether anything is new.</returns>
    public bool Write(FigureCounts counts, DateTimeOffset now)
    {
        if (CalculationVersion == CurrentCalculation && HasSame(counts))
            return false;
        Take(counts);
        CalculationVersion = CurrentCalculation;
        ComputedAt = now;
        return true;
    }
}

internal static class FiguresMapping
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<TenantFigures>(e => e.HasKey(f => new { f.TenantId, f.SchoolYear }));
        model.Entity<HiddenCoverage>(e =>
        {
            e.HasKey(h => new
            {
                h.TenantId,
                h.SchoolYear,
                h.OfTenantId,
            });
        });
        model.Entity<FiguresCheck>(e => e.HasKey(c => c.TenantId));
        model.Entity<FiguresDrift>(e => e.HasKey(d => new { d.TenantId, d.Night }));
    }
}
