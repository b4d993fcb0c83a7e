namespace Mentoring.Platform.Platform.Documents;

/// <summary>What a paper says about itself outside its text. No clock and no user: the same record gives the same bytes.</summary>
public sealed record PaperProperties
{
    /// <summary>The title that readers of the file see, for example «Приказ от 08.09.2025 № 17/1».</summary>
    public required string Title { get; init; }

    /// <summary>The organization that issues the paper; a file names no person as its author.</summary>
    public required string Author { get; init; }

    /// <summary>The date of the paper; none before it is signed.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>A draft carries the mark «ПРОЕКТ» at the top of every page.</summary>
    public bool IsDraft { get; init; }
}
