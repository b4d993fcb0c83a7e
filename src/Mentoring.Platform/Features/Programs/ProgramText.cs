using FluentValidation;
using Mentoring.Platform.Features.Reference;
using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Results;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Platform.Features.Programs;

/// <summary>What is typed of a program's forms and plan, when it is drafted, edited or amended.</summary>
internal interface IProgramPlan
{
    IReadOnlyList<string> FormCodes { get; }
    IReadOnlyList<string> KindCodes { get; }
    IReadOnlyList<ActivityPlan> Activities { get; }
}

/// <summary>What is typed of a whole program.</summary>
internal interface IProgramText : IProgramPlan
{
    DeliveryMode DeliveryMode { get; }
    DateOnly StartsOn { get; }
    DateOnly EndsOn { get; }
    ProgramRationale Rationale { get; }
}

internal static class ProgramTextRules
{
    private const int MostActivities = 100;
    private const int MostCodes = 10;

    /// <summary>Dates further away are slips of the pen.</summary>
    private static readonly DateOnly Earliest = new(2000, 1, 1);
    private static readonly DateOnly Latest = new(2099, 12, 31);

    public static ProgramContent ToContent(this IProgramText text, ProgramBasis basis) =>
        new(
            basis,
            [.. text.FormCodes.Distinct(StringComparer.Ordinal)],
            [.. text.KindCodes.Distinct(StringComparer.Ordinal)],
            text.DeliveryMode,
            new ProgramTerm(text.StartsOn, text.EndsOn),
            text.Rationale,
            text.Activities
        );

    public static void AddTextRules<T>(this AbstractValidator<T> validator)
        where T : IProgramText
    {
        validator.AddPlanRules();
        validator.RuleFor(r => r.StartsOn).GreaterThanOrEqualTo(Earliest).LessThanOrEqualTo(Latest);
        validator.RuleFor(r => r.EndsOn).GreaterThanOrEqualTo(Earliest).LessThanOrEqualTo(Latest);
        validator.RuleFor(r => r.Rationale).SetValidator(new RationaleValidator());
    }

    public static void AddPlanRules<T>(this AbstractValidator<T> validator)
        where T : IProgramPlan
    {
        validator
            .RuleFor(r => r.FormCodes)
            .NotEmpty()
            .Must(c => c.Count <= MostCodes)
            .WithErrorCode(ValidationCodes.TooLong);
        validator.RuleFor(r => r.KindCodes).Must(c => c.Count <= MostCodes).WithErrorCode(ValidationCodes.TooLong);
        validator.RuleForEach(r => r.FormCodes).NotEmpty().MaximumLength(100);
        validator.RuleForEach(r => r.KindCodes).NotEmpty().MaximumLength(100);
        validator
            .RuleFor(r => r.Activities)
            .Must(a => a.Count <= MostActivities)
            .WithErrorCode(ValidationCodes.TooLong);
        validator.RuleForEach(r => r.Activities).SetValidator(new ActivityPlanValidator());
    }

    /// <summary>Refuses what the reference data do not know; says how long programs of these kinds may be.</summary>
    public static async Task<Result<TermLimits>> CheckCodes(
        this IProgramPlan text,
        MentoringDbContext db,
        SettingsInForce settings,
        CancellationToken ct
    )
    {
        var forms = await db.Set<MentoringForm>()
            .Where(f => f.IsActive && text.FormCodes.Contains(f.Code))
            .Select(f => f.Code)
            .ToListAsync(ct);
        if (FirstUnknown(text.FormCodes, forms, "formCodes") is { } form)
            return form;
        var kinds = await db.Set<MentoringKind>()
            .Where(k => k.IsActive && text.KindCodes.Contains(k.Code))
            .Select(k => new KindTerm(k.TenantId, k.Code, k.MinMonths, k.MaxMonths))
            .ToListAsync(ct);
        if (FirstUnknown(text.KindCodes, [.. kinds.Select(k => k.Code)], "kindCodes") is { } kind)
            return kind;
        var directions = await db.Set<ReferenceItem>()
            .Where(i => i.IsActive && i.List == ReferenceList.ActivityDirections)
            .Select(i => i.Code)
            .ToListAsync(ct);
        for (var i = 0; i < text.Activities.Count; i++)
        {
            if (!directions.Contains(text.Activities[i].Direction, StringComparer.Ordinal))
                return ProgramErrors.UnknownCode.At($"/activities/{i}/direction");
        }
        return Limits(await settings.Read(ct), kinds, db.Lineage);
    }

    /// <summary>Of several kinds the longest decides: the others are parts of the same work.</summary>
    internal static TermLimits Limits(SettingValues settings, IReadOnlyList<KindTerm> kinds, Guid[] lineage)
    {
        if (kinds.Count == 0)
            return new TermLimits(settings.ProgramMinMonths, settings.ProgramMaxMonths);
        var nearest = kinds
            .GroupBy(k => k.Code, StringComparer.Ordinal)
            .Select(g => g.MinBy(k => Array.IndexOf(lineage, k.TenantId))!)
            .ToList();
        var min = nearest.Max(k => k.MinMonths ?? settings.ProgramMinMonths);
        return new TermLimits(min, Math.Max(min, nearest.Max(k => k.MaxMonths ?? settings.ProgramMaxMonths)));
    }

    private static Error? FirstUnknown(IReadOnlyList<string> asked, List<string> known, string field)
    {
        for (var i = 0; i < asked.Count; i++)
        {
            if (!known.Contains(asked[i], StringComparer.Ordinal))
                return ProgramErrors.UnknownCode.At($"/{field}/{i}");
        }
        return null;
    }

    private sealed class ActivityPlanValidator : AbstractValidator<ActivityPlan>
    {
        public ActivityPlanValidator()
        {
            RuleFor(a => a.Direction).NotEmpty().MaximumLength(100);
            RuleFor(a => a.Title).NotEmpty().MaximumLength(500);
            RuleFor(a => a.ExpectedResult).MaximumLength(500);
        }
    }

    private sealed class RationaleValidator : AbstractValidator<ProgramRationale>
    {
        public RationaleValidator()
        {
            RuleFor(r => r.Problem).MaximumLength(4000);
            RuleFor(r => r.Goals).MaximumLength(4000);
            RuleFor(r => r.MentorContent).MaximumLength(4000);
            RuleFor(r => r.MenteeContent).MaximumLength(4000);
            RuleFor(r => r.InterimResults).MaximumLength(4000);
            RuleFor(r => r.PlannedResults).MaximumLength(4000);
            RuleFor(r => r.MeetingSchedule).MaximumLength(4000);
            RuleFor(r => r.Conditions).MaximumLength(4000);
        }
    }
}

/// <summary>The rule of a kind about terms, by the tenant that set it.</summary>
internal sealed record KindTerm(Guid TenantId, string Code, int? MinMonths, int? MaxMonths);
