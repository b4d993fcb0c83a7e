using Mentoring.Platform.Features.Mentees;
using Mentoring.Platform.Platform.Results;

namespace Mentoring.UnitTests.Mentees;

/// <summary>Every transition of a mentee from every state: what is allowed leads where it should, the rest is refused.</summary>
public sealed class MenteeProfileTests
{
    private static readonly DateOnly Today = new(2026, 4, 15);
    private static readonly MenteeDetails Details = new("student", "8А", null, [new("subjectGaps", "геометрия")]);

    private static readonly Dictionary<string, Action<MenteeProfile>> Ways = new(StringComparer.Ordinal)
    {
        ["Identified"] = _ => { },
        ["Surveyed"] = m => m.Edit(Details).IsOk.ShouldBeTrue(),
        ["Consented"] = m =>
        {
            Ways!["Surveyed"](m);
            m.ConsentGiven();
        },
        ["InBase"] = m => Do(m, "Consented", x => x.Admit(Today)),
        ["Matched"] = m => Do(m, "InBase", x => x.Match()),
        ["Unpaired"] = m => Do(m, "InBase", x => x.LeaveUnpaired()),
        ["InProgram"] = m => Do(m, "Matched", x => x.StartProgram()),
        ["Finished"] = m => Do(m, "InProgram", x => x.Finish()),
        ["Blocked"] = m =>
        {
            Ways!["InBase"](m);
            m.ConsentWithdrawn();
        },
    };

    private static readonly Dictionary<string, Func<MenteeProfile, string?>> Steps = new(StringComparer.Ordinal)
    {
        ["edit"] = m => m.Edit(Details).Error?.Code,
        ["consentGiven"] = m => Silent(m.ConsentGiven),
        ["consentWithdrawn"] = m => Silent(m.ConsentWithdrawn),
        ["admit"] = m => m.Admit(Today).Error?.Code,
        ["match"] = m => m.Match().Error?.Code,
        ["leaveUnpaired"] = m => m.LeaveUnpaired().Error?.Code,
        ["startProgram"] = m => m.StartProgram().Error?.Code,
        ["return"] = m => m.ReturnToBase().Error?.Code,
        ["finish"] = m => m.Finish().Error?.Code,
    };

    private static readonly Dictionary<string, string> Table = new(StringComparer.Ordinal)
    {
        ["Identified"] = "edit→Surveyed consentGiven→Identified consentWithdrawn→Identified",
        ["Surveyed"] = "edit→Surveyed consentGiven→Consented consentWithdrawn→Surveyed",
        ["Consented"] = "edit→Consented consentGiven→Consented consentWithdrawn→Blocked admit→InBase",
        ["InBase"] = "edit→InBase consentGiven→InBase consentWithdrawn→Blocked match→Matched leaveUnpaired→Unpaired",
        ["Matched"] =
            "edit→Matched consentGiven→Matched consentWithdrawn→Blocked match→Matched startProgram→InProgram return→InBase finish→Finished",
        ["Unpaired"] = "edit→Unpaired consentGiven→Unpaired consentWithdrawn→Blocked match→Matched",
        ["InProgram"] =
            "edit→InProgram consentGiven→InProgram consentWithdrawn→Blocked match→InProgram startProgram→InProgram return→InBase finish→Finished",
        ["Finished"] = "consentGiven→Finished consentWithdrawn→Finished admit→InBase",
        ["Blocked"] =
            "edit!mentee.blocked consentGiven→InBase consentWithdrawn→Blocked admit!mentee.blocked match!mentee.blocked leaveUnpaired!mentee.blocked startProgram!mentee.blocked return!mentee.blocked finish!mentee.blocked",
    };

    public static readonly TheoryData<string, string, string> Cells = [.. AllCells()];

    [Theory]
    [MemberData(nameof(Cells))]
    [Trait("covers", "S0-31")]
    public void Each_step_from_each_state(string from, string step, string expected)
    {
        var mentee = In(from);
        var before = mentee.State;

        var refusal = Steps[step](mentee);

        if (expected.StartsWith('!'))
        {
            refusal.ShouldBe(expected[1..]);
            mentee.State.ShouldBe(before);
        }
        else
        {
            refusal.ShouldBeNull();
            mentee.State.ToString().ShouldBe(expected);
        }
    }

    [Fact]
    public void Nine_states_times_nine_steps_are_tried() => Cells.Count.ShouldBe(81);

    [Fact]
    public void With_two_pairs_the_end_of_one_is_not_the_end()
    {
        var mentee = In("InProgram");
        mentee.Match().IsOk.ShouldBeTrue();

        mentee.Finish().IsOk.ShouldBeTrue();
        mentee.State.ShouldBe(MenteeState.InProgram);
        mentee.Finish().IsOk.ShouldBeTrue();

        mentee.State.ShouldBe(MenteeState.Finished);
    }

    [Theory]
    [InlineData("Consented")]
    [InlineData("Unpaired")]
    [InlineData("InProgram")]
    [Trait("covers", "C-14")]
    public void A_blocked_mentee_returns_to_where_he_was(string state)
    {
        var mentee = In(state);

        mentee.ConsentWithdrawn();
        mentee.State.ShouldBe(MenteeState.Blocked);
        mentee.ConsentGiven();

        mentee.State.ToString().ShouldBe(state);
        mentee.BlockedIn.ShouldBeNull();
    }

    [Fact]
    public void A_pair_that_ends_while_the_mentee_is_blocked_is_remembered()
    {
        var mentee = In("InProgram");
        mentee.ConsentWithdrawn();

        mentee.ReturnToBase().IsOk.ShouldBeTrue();
        mentee.State.ShouldBe(MenteeState.Blocked);
        mentee.ConsentGiven();

        mentee.State.ShouldBe(MenteeState.InBase);
    }

    [Fact]
    public void Requests_are_replaced_in_their_order_and_never_all_taken_back()
    {
        var mentee = In("Surveyed");

        mentee.Edit(Details with { Requests = [new("b"), new("a", " ")] }).IsOk.ShouldBeTrue();
        mentee.Requests.Select(r => (r.Position, r.TopicCode, r.Text)).ShouldBe([(0, "b", null), (1, "a", null)]);
        mentee.Edit(Details with { Requests = [new("c")] }).IsOk.ShouldBeTrue();
        mentee.Requests.ShouldHaveSingleItem().TopicCode.ShouldBe("c");
        mentee.Edit(Details with { Requests = [] }).Error!.Code.ShouldBe("mentee.requests_required");
        var many = Enumerable.Repeat(new RequestText("x"), MenteeProfile.MostRequests + 1).ToList();
        mentee.Edit(Details with { Requests = many }).Error!.Code.ShouldBe("mentee.too_many_requests");
    }

    private static MenteeProfile In(string state)
    {
        var mentee = MenteeProfile.Register(Guid.CreateVersion7(), Details with { Requests = [] }).Value;
        Ways[state](mentee);
        return mentee;
    }

    private static void Do(MenteeProfile mentee, string from, Func<MenteeProfile, Result> step)
    {
        Ways[from](mentee);
        step(mentee).IsOk.ShouldBeTrue();
    }

    private static string? Silent(Action step)
    {
        step();
        return null;
    }

    private static IEnumerable<TheoryDataRow<string, string, string>> AllCells()
    {
        foreach (var (state, cells) in Table)
        {
            var named = cells
                .Split(' ')
                .ToDictionary(
                    c => c.Split('→', '!')[0],
                    c => c[c.IndexOfAny(['→', '!'])..].TrimStart('→'),
                    StringComparer.Ordinal
                );
            foreach (var step in Steps.Keys)
                yield return new(state, step, named.GetValueOrDefault(step, "!mentee.wrong_state"));
        }
    }
}
