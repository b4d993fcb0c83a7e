using Mentoring.Platform.Features.Programs;
using Mentoring.Platform.Features.Reference;

namespace Mentoring.UnitTests.Programs;

/// <summary>Programs in every state, made by their own transitions.</summary>
internal static class SamplePrograms
{
    public static readonly DateOnly Starts = new(2025, 10, 1);
    public static readonly DateOnly Ends = new(2026, 5, 31);
    public static readonly DateOnly Today = new(2025, 10, 6);
    public static readonly TermLimits Limits = new(3, 12);

    public static readonly ProgramSigner Mentor = new(ProgramParty.Mentor, Guid.CreateVersion7());
    public static readonly ProgramSigner Mentee = new(ProgramParty.Mentee, Guid.CreateVersion7());
    public static readonly ProgramSigner OtherMentee = new(ProgramParty.Mentee, Guid.CreateVersion7());
    public static readonly ProgramSigner[] Members = [Mentor, Mentee];
    public static readonly ProgramSigner[] Signers = [Mentor, Mentee, ProgramSigner.Curator];

    public static readonly ProgramRationale Rationale = new(
        Problem: "Не хватает приёмов работы с разновозрастным классом.",
        Goals: "Освоить групповую работу на уроке.",
        MentorContent: "Показывает и разбирает уроки.",
        MenteeContent: "Ведёт уроки и самоанализ.",
        PlannedResults: "Открытый урок.",
        MeetingSchedule: "По вторникам, раз в две недели."
    );

    public static ActivityPlan Plan(DateOnly on, string title = "Взаимопосещение уроков") =>
        new("subject", title, on, DeliveryMode.InPerson, "Лист наблюдения", ActivityResponsible.Both);

    public static ProgramContent Content(DateOnly? endsOn = null, params ActivityPlan[] plan) =>
        new(
            ProgramBasis.Individual,
            ["teacherTeacher"],
            ["traditional"],
            DeliveryMode.Blended,
            new ProgramTerm(Starts, endsOn ?? Ends),
            Rationale,
            plan.Length > 0 ? plan : [Plan(new(2025, 10, 20)), Plan(new(2026, 2, 10), "Урок")]
        );

    public static MentoringProgram Draft(ProgramContent? content = null) =>
        MentoringProgram.Draft(Guid.CreateVersion7(), content ?? Content(), Limits).Value;

    public static Agreement By(ProgramSigner signer) => new(signer, Today);

    public static MentoringProgram Agreed(ProgramContent? content = null)
    {
        var program = Draft(content);
        foreach (var signer in Signers)
            program.Agree(By(signer), Signers, Today).IsOk.ShouldBeTrue();
        return program;
    }

    public static MentoringProgram Approved(ProgramContent? content = null)
    {
        var program = Agreed(content);
        program.Approve(new ProgramApproval(ProgramApprover.Curator, Today, null), Today).IsOk.ShouldBeTrue();
        return program;
    }

    public static MentoringProgram Active(ProgramContent? content = null)
    {
        var program = Approved(content);
        program.Start(true, Today).IsOk.ShouldBeTrue();
        return program;
    }

    public static MentoringProgram Ended(ProgramState how = ProgramState.EndedByMentor)
    {
        var program = Active();
        program.End(new ProgramEnding(how, Today, null, "Переезд")).IsOk.ShouldBeTrue();
        return program;
    }

    /// <summary>One program in each state.</summary>
    public static MentoringProgram In(ProgramState state) =>
        state switch
        {
            ProgramState.Draft => Draft(),
            ProgramState.Agreed => Agreed(),
            ProgramState.Approved => Approved(),
            ProgramState.Active => Active(),
            _ => Ended(state),
        };

    public static IEnumerable<ProgramState> AllBut(params ProgramState[] states) =>
        Enum.GetValues<ProgramState>().Except(states);

    public static TheoryData<ProgramState> States(params ProgramState[] but) => [.. AllBut(but)];
}
