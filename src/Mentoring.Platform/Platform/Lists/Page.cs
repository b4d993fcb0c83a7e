using FluentValidation;

namespace Mentoring.Platform.Platform.Lists;

/// <summary>What every list takes beside its own filters.</summary>
public interface IPageRequest
{
    /// <summary>How many items; 50 by default, 200 at most.</summary>
    int? Limit { get; }

    /// <summary>Where the page before ended, as its answer said.</summary>
    string? Cursor { get; }

    /// <summary>A field of the list's own, with a minus in front for the other direction.</summary>
    string? Sort { get; }

    /// <summary>Beginnings of words.</summary>
    string? Q { get; }
}

/// <summary>An answer that says where the list goes on.</summary>
public interface IPage
{
    string? NextCursor { get; }

    /// <summary>The same page with another cursor.</summary>
    IPage GoingOnAt(string cursor);
}

/// <summary>A part of a list.</summary>
/// <param name="NextCursor">Asks for what follows; null at the end.</param>
/// <param name="Total">How many items the filters leave in all.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? NextCursor, int Total) : IPage
{
    IPage IPage.GoingOnAt(string cursor) => this with { NextCursor = cursor };
}

public static class PageRules
{
    public const int DefaultLimit = 50;
    public const int MostLimit = 200;

    /// <summary>Room for the longest key that a list is sorted by, sealed.</summary>
    public const int LongestCursor = 4000;

    /// <summary>Adds the rules that every list request has.</summary>
    public static void AddPageRules<T>(this AbstractValidator<T> validator, params string[] sorts)
        where T : IPageRequest
    {
        validator.RuleFor(r => r.Limit).InclusiveBetween(1, MostLimit);
        validator.RuleFor(r => r.Q).MaximumLength(100);
        validator.RuleFor(r => r.Cursor).MaximumLength(LongestCursor);
        validator
            .RuleFor(r => r.Sort)
            .Must(s => s is null || sorts.Contains(s.TrimStart('-'), StringComparer.Ordinal))
            .WithMessage($"Sort by one of: {string.Join(", ", sorts)}.");
    }
}
