using static Mentoring.Host.Demo.Region.DemoFate;

namespace Mentoring.Host.Demo.Region;

/// <summary>What happens in an organization: its pairs by what becomes of them, and how well things go.</summary>
/// <param name="Number">Number of the organization in <see cref="DemoRegion"/>.</param>
/// <param name="Clerk">Keeps the acknowledgment sheets.</param>
internal sealed record DemoPlan(int Number, string Head, string Curator, string Clerk)
{
    /// <summary>Pairs of educators that worked in 2024/2025; their mentors go on.</summary>
    public int LastYear { get; init; }

    /// <summary>Pairs of educators, the first one being that of the people whom the guide names.</summary>
    public DemoFate[] Educators { get; init; } = [];

    /// <summary>Pairs of pupils; of a teacher with a pupil; of somebody from outside with a pupil.</summary>
    public DemoFate[] Pupils { get; init; } = [];
    public DemoFate[] TeachersAndPupils { get; init; } = [];
    public DemoFate[] Partners { get; init; } = [];

    /// <summary>People in the bank and in the base who have no pair yet.</summary>
    public int Unpaired { get; init; } = 2;

    /// <summary>People entered in April: consents to be signed, the head's decision to be made.</summary>
    public int Newcomers { get; init; } = 2;

    /// <summary>How many of a hundred activities get done.</summary>
    public int Diligence { get; init; } = 90;

    /// <summary>Everything begins in winter.</summary>
    public bool IsLate { get; init; }

    /// <summary>
    /// School 3 shows everything; the municipality of Тихобор lags; «Теремок» has only begun. Volumes follow the sizes
    /// of the organizations.
    /// </summary>
    public static readonly IReadOnlyList<DemoPlan> All =
    [
        new(1, "s3.head", "s3.curator", "s3.clerk")
        {
            LastYear = 4,
            Educators =
            [
                .. Times(2, Works),
                Completes,
                EndedByCurator,
                EndedByMentor,
                TakesOver,
                Extended,
                Shortened,
                ExtensionAsked,
                Lags,
                FallsSilent,
                Reverse,
                ConsentWithdrawn,
                WaitsForAddendum,
                ProgramDrafted,
                ProgramAgreed,
                Proposed,
                ProgramApproved,
                InDraftOrder,
                AwaitsOrder,
                Declined,
            ],
            TeachersAndPupils = [Works, WithoutProgram],
            Pupils = [Works, Lags, .. Times(5, WithoutProgram), ConsentExpired, InDraftOrder, Proposed],
            Partners = [Works, WithoutProgram, Proposed],
            Unpaired = 4,
            Newcomers = 4,
        },
        new(2, "l7.head", "l7.curator", "l7.curator")
        {
            LastYear = 4,
            Educators =
            [
                .. Times(9, Works),
                Completes,
                EndedByMutualDecision,
                Extended,
                FallsSilent,
                ProgramDrafted,
                ProgramApproved,
                InDraftOrder,
                Proposed,
            ],
            TeachersAndPupils = [WithoutProgram],
            Pupils = [Works, SingleMeeting, .. Times(9, WithoutProgram), FallsSilent, InDraftOrder],
            Partners = [Works, WithoutProgram],
            Unpaired = 4,
            Diligence = 97,
        },
        new(3, "s12.head", "l7.curator2", "l7.curator2")
        {
            LastYear = 2,
            Educators = [.. Times(6, Works), EndedByMentee, Lags, ProgramAgreed, WaitsForAddendum, AwaitsOrder],
            Pupils = [Works, .. Times(6, WithoutProgram), ConsentExpired],
            Partners = [WithoutProgram],
            Diligence = 84,
        },
        new(4, "ds5.head", "ds5.senior", "ds5.senior")
        {
            LastYear = 2,
            Educators = [.. Times(4, Works), Completes, ProgramAgreed, Proposed, InDraftOrder],
            Diligence = 95,
        },
        new(5, "ds18.head", "ds18.senior", "ds18.senior")
        {
            Educators = [.. Times(4, Works), Lags, EndedByMentee, EndedByMutualDecision, ProgramDrafted, AwaitsOrder],
            Diligence = 88,
        },
        new(6, "lug1.head", "lug1.curator", "lug1.curator")
        {
            LastYear = 2,
            Educators = [.. Times(6, Works), Completes, FallsSilent, ProgramApproved, InDraftOrder],
            TeachersAndPupils = [WithoutProgram],
            Pupils = [Works, .. Times(5, WithoutProgram)],
            Partners = [WithoutProgram],
            Diligence = 91,
        },
        new(7, "zar.head", "zar.curator", "zar.curator")
        {
            Educators = [.. Times(4, Works), ProgramAgreed, Proposed],
            Pupils = Times(4, WithoutProgram),
            Diligence = 93,
        },
        new(8, "step.head", "step.head", "step.head")
        {
            Educators = [.. Times(3, Works), Lags, InDraftOrder],
            Pupils = Times(2, WithoutProgram),
            Diligence = 80,
        },
        new(9, "kol.head", "kol.head", "kol.head") { Educators = [.. Times(2, Works), AwaitsOrder] },
        new(10, "tih2.head", "tih2.curator", "tih2.curator")
        {
            Educators = [.. Times(3, Lags), ConsentWithdrawn, WaitsForAddendum, ProgramDrafted, .. Times(2, Proposed)],
            Pupils = [.. Times(3, WithoutProgram), ConsentExpired],
            Diligence = 45,
            IsLate = true,
        },
        new(11, "gl.head", "gl.head", "gl.head")
        {
            Educators = [Works, InDraftOrder],
            Pupils = Times(2, WithoutProgram),
            Unpaired = 0,
            Diligence = 70,
            IsLate = true,
        },
        new(12, "ter.head", "ter.head", "ter.head") { Educators = [AwaitsOrder, .. Times(2, Proposed)] },
    ];

    private static DemoFate[] Times(int count, DemoFate fate) => [.. Enumerable.Repeat(fate, count)];
}
