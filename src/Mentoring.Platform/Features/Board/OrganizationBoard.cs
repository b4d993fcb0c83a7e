using Mentoring.Platform.Features.Orders;
using Mentoring.Platform.Features.Pairs;

namespace Mentoring.Platform.Features.Board;

/// <summary>What needs the actor's attention now, the most urgent first.</summary>
public sealed record OrganizationBoard(DateOnly Today, IReadOnlyList<BoardItem> Items)
{
    /// <summary>So many entries of an item are shown; the rest is counted.</summary>
    public const int MostEntries = 5;

    public static OrganizationBoard Of(DateOnly today, IEnumerable<BoardLine> lines) =>
        new(
            today,
            [
                .. lines
                    .GroupBy(line => line.Kind, line => line.Entry)
                    .Select(entries => new BoardItem(
                        entries.Key,
                        BoardKinds.SeverityOf(entries.Key),
                        entries.Count(),
                        [
                            .. entries
                                .OrderBy(e => e.Date ?? DateOnly.MaxValue)
                                .ThenBy(e => e.Title, RussianOrder.Comparer)
                                .ThenBy(e => e.Id)
                                .Take(MostEntries),
                        ]
                    ))
                    .OrderBy(item => item.Severity)
                    .ThenBy(item => item.Kind),
            ]
        );
}

/// <summary>One matter with the cases that it is about.</summary>
/// <param name="Count">All of them, shown or not.</param>
/// <param name="Entries">The first ones, by date.</param>
public sealed record BoardItem(BoardKind Kind, BoardSeverity Severity, int Count, IReadOnlyList<BoardEntry> Entries);

/// <summary>One case. What is written here are names, dates and numbers; what they mean follows from the kind.</summary>
/// <param name="Id">Of what the entry is about; one and the same record may be the target of several.</param>
/// <param name="Detail">Whom it waits for, what it is about, or how much of it is done.</param>
/// <param name="Words">Codes of fixed enumerations that say more, e.g. what the legal gate misses.</param>
public sealed record BoardEntry(
    Guid Id,
    string Title,
    string? Detail,
    IReadOnlyList<BoardWord> Words,
    DateOnly? Date,
    BoardTarget Target
);

/// <summary>What an entry opens.</summary>
public sealed record BoardTarget(BoardTargetKind Kind, Guid Id);

public enum BoardTargetKind
{
    Mentor,
    Mentee,
    Pair,
    Order,
    Program,
    Person,
}

/// <summary>A code of one of the contract's fixed enumerations.</summary>
public sealed record BoardWord(BoardVocabulary Of, string Code);

/// <summary>Of which enumeration a word is.</summary>
public enum BoardVocabulary
{
    GateMissing,
    ConsentState,
    MeetingType,
    Party,
    ProgramChangeKind,
    ProgramPart,
}

/// <summary>An entry with the kind of item that it belongs to.</summary>
public sealed record BoardLine(BoardKind Kind, BoardEntry Entry)
{
    internal static BoardLine Of(
        BoardKind kind,
        Guid id,
        string title,
        BoardTarget target,
        DateOnly? date = null,
        string? detail = null,
        IEnumerable<BoardWord>? words = null
    ) =>
        new(
            kind,
            new BoardEntry(id, title, string.IsNullOrEmpty(detail) ? null : detail, [.. words ?? []], date, target)
        );
}
