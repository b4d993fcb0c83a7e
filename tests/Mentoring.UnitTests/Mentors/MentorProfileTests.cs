using Mentoring.Platform.Features.Mentors;
using Mentoring.Platform.Platform.Results;

namespace Mentoring.UnitTests.Mentors;

/// <summary>Every transition of a mentor from every state: what is allowed leads where it should, the rest is refused.</summary>
public sealed class MentorProfileTests
{
    private static readonly DateOnly Today = new(2026, 4, 15);

    private static readonly MentorDetails Details = new("учитель", null, ["physics"], ["mediation"], 2, true, null);

    /// <summary>How a mentor comes into each state.</summary>
    private static readonly Dictionary<string, Action<MentorProfile>> Ways = new(StringComparer.Ordinal)
    {
        ["Candidate"] = _ => { },
        ["Consented"] = m => m.ConsentGiven(),
        ["InBank"] = m => Do(m, "Consented", x => x.Admit(Today)),
        ["Trained"] = m => Do(m, "InBank", x => x.CompleteTraining(Today)),
        ["Assigned"] = m => Do(m, "InBank", x => x.Assign()),
        ["AssignedTrained"] = m => Do(m, "Trained", x => x.Assign()),
        ["Resigning"] = m => Do(m, "Assigned", x => x.Resign(Today)),
        ["Released"] = m =>
        {
            Do(m, "Resigning", x => x.ReturnToBank());
            m.Release().IsOk.ShouldBeTrue();
        },
        ["Excluded"] = m => Do(m, "InBank", x => x.Exclude("нет времени")),
        ["Blocked"] = m =>
        {
            Ways!["InBank"](m);
            m.ConsentWithdrawn();
        },
    };

    private static readonly Dictionary<string, Func<MentorProfile, string?>> Steps = new(StringComparer.Ordinal)
    {
        ["edit"] = m => m.Edit(Details).Error?.Code,
        ["consentGiven"] = m => Silent(m.ConsentGiven),
        ["consentWithdrawn"] = m => Silent(m.ConsentWithdrawn),
        ["admit"] = m => m.Admit(Today).Error?.Code,
        ["train"] = m => m.CompleteTraining(Today).Error?.Code,
        ["assign"] = m => m.Assign().Error?.Code,
        ["return"] = m => m.ReturnToBank().Error?.Code,
        ["resign"] = m => m.Resign(Today).Error?.Code,
        ["release"] = m => m.Release().Error?.Code,
        ["exclude"] = m => m.Exclude("нет времени").Error?.Code,
    };

    /// <summary>From each state: step → state, or the refusal. What is not named is refused as of the wrong state.</summary>
    private static readonly Dictionary<string, string> Table = new(StringComparer.Ordinal)
    {
        ["Candidate"] = "edit→Candidate consentGiven→Consented consentWithdrawn→Candidate exclude→Excluded",
        ["Consented"] = "edit→Consented consentGiven→Consented consentWithdrawn→Blocked admit→InBank exclude→Excluded",
        ["InBank"] =
            "edit→InBank consentGiven→InBank consentWithdrawn→Blocked train→Trained assign→Assigned exclude→Excluded",
        ["Trained"] = "edit→Trained consentGiven→Trained consentWithdrawn→Blocked assign→Assigned exclude→Excluded",
        ["Assigned"] =
            "edit→Assigned consentGiven→Assigned consentWithdrawn→Blocked train→Assigned assign→Assigned return→InBank resign→Resigning exclude!mentor.still_has_mentees",
        ["AssignedTrained"] =
            "edit→Assigned consentGiven→Assigned consentWithdrawn→Blocked assign→Assigned return→Trained resign→Resigning exclude!mentor.still_has_mentees",
        ["Resigning"] =
            "edit→Resigning consentGiven→Resigning consentWithdrawn→Blocked return→Resigning release!mentor.still_has_mentees exclude!mentor.still_has_mentees",
        ["Released"] = "consentGiven→Released consentWithdrawn→Released admit→InBank",
        ["Excluded"] = "consentGiven→Excluded consentWithdrawn→Excluded",
        ["Blocked"] =
            "edit!mentor.blocked consentGiven→InBank consentWithdrawn→Blocked admit!mentor.blocked train!mentor.blocked assign!mentor.blocked return!mentor.blocked resign!mentor.blocked release!mentor.blocked exclude→Excluded",
    };

    public static readonly TheoryData<string, string, string> Cells = [.. AllCells()];

    [Theory]
    [MemberData(nameof(Cells))]
    [Trait("covers", "S0-31")]
    public void Each_step_from_each_state(string from, string step, string expected)
    {
        var mentor = In(from);
        var before = mentor.State;

        var refusal = Steps[step](mentor);

        if (expected.StartsWith('!'))
        {
            refusal.ShouldBe(expected[1..]);
            mentor.State.ShouldBe(before);
        }
        else
        {
            refusal.ShouldBeNull();
            mentor.State.ToString().ShouldBe(expected);
        }
    }

    [Fact]
    public void Ten_states_times_ten_steps_are_tried() => Cells.Count.ShouldBe(100);

    [Fact]
    public void A_full_mentor_takes_nobody_more_and_shows_no_place()
    {
        var mentor = In("Assigned");
        mentor.Assign().IsOk.ShouldBeTrue();
        mentor.PlacesFree.ShouldBe(0);

        mentor.Assign().Error!.Code.ShouldBe("mentor.full");
        mentor.PlacesTaken.ShouldBe(2);
        mentor.Edit(Details with { Capacity = 1 }).IsOk.ShouldBeTrue();
        mentor.PlacesFree.ShouldBe(0);
        mentor.ReturnToBank().IsOk.ShouldBeTrue();
        mentor.State.ShouldBe(MentorState.Assigned);
    }

    [Theory]
    [InlineData("Consented")]
    [InlineData("Trained")]
    [InlineData("Assigned")]
    [InlineData("Resigning")]
    [Trait("covers", "C-14")]
    public void A_blocked_mentor_returns_to_where_he_was(string state)
    {
        var mentor = In(state);

        mentor.ConsentWithdrawn();
        mentor.State.ShouldBe(MentorState.Blocked);
        mentor.ConsentWithdrawn();
        mentor.ConsentGiven();

        mentor.State.ToString().ShouldBe(state);
        mentor.BlockedIn.ShouldBeNull();
    }

    [Fact]
    public void A_pair_that_ends_while_the_mentor_is_blocked_frees_him_for_later()
    {
        var mentor = In("AssignedTrained");
        mentor.ConsentWithdrawn();

        mentor.ReturnToBank().IsOk.ShouldBeTrue();
        mentor.State.ShouldBe(MentorState.Blocked);
        mentor.ConsentGiven();

        mentor.State.ShouldBe(MentorState.Trained);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(21)]
    public void A_capacity_nobody_has_is_refused(int capacity) =>
        MentorProfile
            .Register(Guid.CreateVersion7(), Details with { Capacity = capacity })
            .Error!.Code.ShouldBe("mentor.capacity_out_of_range");

    [Fact]
    public void Of_an_outsider_the_employer_is_known_and_of_an_employee_none()
    {
        var outsider = Details with { IsEmployee = false };
        MentorProfile.Register(Guid.Empty, outsider).Error!.Code.ShouldBe("mentor.employer_required");

        MentorProfile.Register(Guid.Empty, outsider with { Employer = "Завод" }).Value.Employer.ShouldBe("Завод");
        MentorProfile.Register(Guid.Empty, Details with { Employer = "Завод" }).Value.Employer.ShouldBeNull();
    }

    private static MentorProfile In(string state)
    {
        var mentor = MentorProfile.Register(Guid.CreateVersion7(), Details).Value;
        Ways[state](mentor);
        return mentor;
    }

    private static void Do(MentorProfile mentor, string from, Func<MentorProfile, Result> step)
    {
        Ways[from](mentor);
        step(mentor).IsOk.ShouldBeTrue();
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
                yield return new(state, step, named.GetValueOrDefault(step, "!mentor.wrong_state"));
        }
    }
}
