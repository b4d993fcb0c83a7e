using Mentoring.Platform.Features.Organizations;
using Mentoring.Platform.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Platform.Features.Figures;

/// <summary>The roll-up: the figures of a tenant of any level in a school year. Written by jobs alone.</summary>
public sealed class TenantFigures : FigureCounts, IUpward
{
    /// <summary>Raised when counting changes: the next look at each organization then writes its row anew.</summary>
    public const int CurrentCalculation = 2;

    public Guid TenantId { get; internal set; }
    public required Guid[] Lineage { get; init; }

    /// <summary>The year in which the school year starts.</summary>
    public required int SchoolYear { get; init; }
    public int CalculationVersion { get; private set; }

    /// <summary>When these figures were found to be so. Looking again and finding the same leaves it.</summary>
    public DateTimeOffset ComputedAt { get; private set; }

    /// <summary>Of a municipality, as <see cref="ProtectedCounts"/> says; of others nothing.</summary>
    public string[] ProtectedGroups { get; private set; } = [];

    /// <inheritdoc cref="ProtectedGroups"/>
    public int[] KnownSums { get; private set; } = [];

    /// <returns>Whether anything is new.</returns>
    public bool Write(FigureCounts counts, ProtectedCounts hidden, DateTimeOffset now)
    {
        if (CalculationVersion == CurrentCalculation && HasSame(counts) && Protects(hidden))
            return false;
        Take(counts);
        ProtectedGroups = Words(hidden);
        KnownSums = [.. hidden.KnownSums];
        CalculationVersion = CurrentCalculation;
        ComputedAt = now;
        return true;
    }

    public bool Protects(ProtectedCounts hidden) =>
        ProtectedGroups.SequenceEqual(Words(hidden)) && KnownSums.SequenceEqual(hidden.KnownSums);

    private static string[] Words(ProtectedCounts hidden) => [.. hidden.Groups.Select(EnumText<TargetGroup>.Write)];
}

internal static class FiguresMapping
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<TenantFigures>(e => e.HasKey(f => new { f.TenantId, f.SchoolYear }));
        model.Entity<FiguresCheck>(e => e.HasKey(c => c.TenantId));
        model.Entity<FiguresDrift>(e => e.HasKey(d => new { d.TenantId, d.Night }));
    }
}
