using Mentoring.Platform.Features.Board;

namespace Mentoring.UnitTests.Board;

public sealed class OrganizationBoardTests
{
    private static readonly DateOnly Today = SampleBoards.Today;

    [Fact]
    public void Items_are_sorted_by_urgency_whatever_comes_first()
    {
        var kinds = Enum.GetValues<BoardKind>();

        var board = OrganizationBoard.Of(Today, kinds.Reverse().Select(kind => Line(kind, "Ким")));

        board.Items.Select(i => i.Severity).ShouldBeInOrder();
        board.Items.Select(i => i.Kind).ShouldBe(kinds, "the enumeration is in this order already");
        board.Items.Select(i => i.Severity).Distinct().ShouldBe(Enum.GetValues<BoardSeverity>());
    }

    [Fact]
    public void An_item_counts_all_and_shows_the_first_by_date_then_by_name_with_undated_last()
    {
        var lines = new[]
        {
            Line(BoardKind.SilentPairs, "Яшин"),
            Line(BoardKind.SilentPairs, "Юдин", Today),
            Line(BoardKind.SilentPairs, "Ёлкин", Today.AddDays(-1)),
            Line(BoardKind.SilentPairs, "Жуков", Today.AddDays(-1)),
            Line(BoardKind.SilentPairs, "Енин", Today.AddDays(-1)),
            Line(BoardKind.SilentPairs, "Эрн", Today.AddDays(-2)),
        };

        var item = OrganizationBoard.Of(Today, lines).Items.ShouldHaveSingleItem();

        item.Count.ShouldBe(6);
        item.Entries.Select(e => e.Title).ShouldBe(["Эрн", "Ёлкин", "Енин", "Жуков", "Юдин"]);
    }

    [Fact]
    public void Where_nothing_is_asked_there_is_no_item() => OrganizationBoard.Of(Today, []).Items.ShouldBeEmpty();

    private static BoardLine Line(BoardKind kind, string title, DateOnly? date = null)
    {
        var id = Guid.CreateVersion7();
        return new(kind, new BoardEntry(id, title, null, [], date, new BoardTarget(BoardTargetKind.Pair, id)));
    }
}
