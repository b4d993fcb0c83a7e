using Mentoring.Platform.Features.Meetings;
using Mentoring.Platform.Features.Programs;

namespace Mentoring.Host.Demo.Region;

/// <summary>What pairs at work do: first meetings, the program, its activities, more meetings.</summary>
internal sealed class DemoPrograms(DemoSchool school)
{
    /// <summary>The first meetings of pairs that have just begun, and their programs as far as their fate lets them.</summary>
    public async Task Write(IReadOnlyList<DemoPair> pairs, DateOnly today)
    {
        foreach (var pair in pairs.Where(p => p.IsActive))
        {
            if (pair.Fate == DemoFate.SingleMeeting)
            {
                await Meet(
                    pair,
                    MeetingType.Regular,
                    today.AddDays(-1),
                    "Ответил на вопросы об олимпиаде и подготовке."
                );
                continue;
            }
            await Meet(pair, MeetingType.Introductory, today.AddDays(-11 - school.Roll(2)), DemoTexts.Introduction);
            await Meet(pair, MeetingType.Trial, today.AddDays(-6 - school.Roll(3)), DemoTexts.Trial);
            await Meet(pair, MeetingType.Planning, today.AddDays(-1 - school.Roll(3)), DemoTexts.Planning);
            pair.NextMeeting = today.AddDays(7 + school.Roll(7));
            if (pair.Fate != DemoFate.WithoutProgram)
                await WriteProgram(pair, today);
        }
    }

    /// <summary>Everyday life since the last time: meetings, activities that got done, changes of terms.</summary>
    public async Task GoOn(DateOnly today)
    {
        foreach (var pair in school.Cast.Pairs.Where(p => p.IsActive))
        {
            var last = DemoTimeline.LastDay(pair);
            await MeetUntil(pair, last < today ? last : today);
            await CompleteUntil(pair, last < today ? last : today);
            if (pair.Fate is DemoFate.Extended or DemoFate.Shortened && today == new DateOnly(2026, 3, 20))
                await ChangeTerm(pair, pair.Fate == DemoFate.Extended ? new(2026, 5, 29) : new(2026, 4, 30), today);
            if (pair.Fate == DemoFate.ExtensionAsked && today == new DateOnly(2026, 4, 9))
                await ChangeTerm(pair, new(2026, 5, 29), today: null);
            if (pair.Fate == DemoFate.Completes && last <= today)
                await Complete(pair, last);
        }
    }

    private async Task WriteProgram(DemoPair pair, DateOnly today)
    {
        var (start, end) = DemoTimeline.Term(pair, today);
        var texts = DemoTexts.For(pair.Form);
        var lastActivity = pair.Fate == DemoFate.Shortened ? new DateOnly(2026, 4, 14) : end;
        var step = (lastActivity.DayNumber - start.DayNumber - 6) / texts.Activities.Length;
        var plan = texts
            .Activities.Select(
                (a, i) =>
                    new ActivityPlan(
                        a.Direction,
                        a.Title,
                        DemoTimeline.Workday(start.AddDays(4 + i * step + school.Roll(3))),
                        i % 5 == 4 ? DeliveryMode.Online : DeliveryMode.InPerson,
                        a.Result,
                        i % 3 == 0 ? ActivityResponsible.Mentee : ActivityResponsible.Both
                    )
            )
            .ToList();
        var mentor = pair.Mentor.Login ?? school.Plan.Curator;
        var program = await school.By(
            mentor,
            new DraftProgram(pair.Id, [pair.Form], [pair.Kind], DeliveryMode.Blended, start, end, texts.Rationale, plan)
        );
        pair.ProgramId = program.Id;
        program = await Agree(program, pair.Mentor, today);
        if (pair.Fate == DemoFate.ProgramDrafted)
            return;
        program = await Agree(program, pair.Mentee, today);
        program = await school.ByCurator(new AgreeToProgram { ProgramId = program.Id }, program.Version);
        if (pair.Fate == DemoFate.ProgramAgreed)
            return;
        await school.ByCurator(new ApproveProgram(today) { ProgramId = program.Id }, program.Version);
        await Foresee(pair);
    }

    /// <summary>Which activities will get done, and when.</summary>
    private async Task Foresee(DemoPair pair)
    {
        pair.HasProgram = true;
        var diligence = pair.Fate switch
        {
            DemoFate.Lags => school.Plan.Diligence / 2,
            // Last year's plans were carried out to 82–100 %.
            DemoFate.Completes => pair.Wave == DemoWave.LastYear ? 93 : 100,
            _ => school.Plan.Diligence,
        };
        foreach (var activity in (await school.Ask(new GetProgram(pair.ProgramId!.Value))).Activities)
        {
            if (school.Roll(100) < diligence)
                pair.Plan.Add(
                    new DemoActivity(
                        activity.Id,
                        DemoTimeline.Workday(activity.PlannedOn.AddDays(school.Roll(6))),
                        activity.ExpectedResult
                    )
                );
        }
    }

    private async Task<WrittenProgram> Agree(WrittenProgram program, DemoPerson member, DateOnly today)
    {
        var voice = member.Voice(today);
        return await school.By(
            voice ?? school.Plan.Curator,
            new AgreeToProgram(member.PersonId, voice is null ? new SignedPaper(today) : null)
            {
                ProgramId = program.Id,
            },
            program.Version
        );
    }

    private async Task MeetUntil(DemoPair pair, DateOnly last)
    {
        var texts = DemoTexts.For(pair.Form).RegularMeetings;
        while (pair.NextMeeting is { } day && day <= last)
        {
            // As long as no program is approved, there is more to plan.
            if (pair.HasProgram)
                await Meet(pair, MeetingType.Regular, day, texts[pair.Meetings % texts.Length]);
            else
                await Meet(pair, MeetingType.Planning, day, DemoTexts.Support);
            // Closer together towards the demonstration's first day, so that nobody looks silent who is not.
            pair.NextMeeting = day.AddDays((day < DemoTimeline.Today.AddDays(-50) ? 27 : 12) + school.Roll(8));
        }
    }

    private async Task Meet(DemoPair pair, MeetingType type, DateOnly day, string outcome)
    {
        var isRemote = pair.Meetings++ % 6 == 5;
        await school.By(
            pair.Mentor.Login ?? school.Plan.Curator,
            new LogMeeting(
                pair.Id,
                type,
                DemoTimeline.Workday(day),
                30 + 5 * school.Roll(7),
                isRemote ? MeetingMode.Online : MeetingMode.InPerson,
                outcome
            )
        );
    }

    private async Task CompleteUntil(DemoPair pair, DateOnly last)
    {
        foreach (var activity in pair.Plan.Where(a => a.DoneOn <= last).ToList())
        {
            await school.By(
                pair.Mentor.Login ?? school.Plan.Curator,
                new CompleteActivity(activity.DoneOn, activity.Result)
                {
                    ProgramId = pair.ProgramId!.Value,
                    ActivityId = activity.Id,
                }
            );
            pair.Plan.Remove(activity);
        }
    }

    /// <param name="today">The day on which both accept; null where they have not yet.</param>
    private async Task ChangeTerm(DemoPair pair, DateOnly end, DateOnly? today)
    {
        var program = await school.Ask(new GetProgram(pair.ProgramId!.Value));
        var reason = end > program.EndsOn ? "Открытый урок перенесён на май." : "Цели достигаются раньше срока.";
        var change = await school.ByCurator(
            new ChangeProgramTerm(end, reason) { ProgramId = program.Id },
            program.Version
        );
        if (today is null)
            return;
        var version = change.Version;
        foreach (var member in new[] { pair.Mentor, pair.Mentee })
        {
            var accepted = await school.ByCurator(
                new AcceptProgramChange(member.PersonId, new SignedPaper(today.Value))
                {
                    ProgramId = program.Id,
                    ChangeId = change.ChangeId,
                },
                version
            );
            version = accepted.Version;
        }
    }

    private async Task Complete(DemoPair pair, DateOnly last)
    {
        await Meet(pair, MeetingType.Final, last, DemoTexts.For(pair.Form).FinalMeeting);
        var program = await school.Ask(new GetProgram(pair.ProgramId!.Value));
        var isDone = program.Progress.Done == program.Progress.Planned;
        await school.ByCurator(
            new CompleteProgram(isDone ? null : "Основные цели достигнуты, оставшееся перенесено на следующий год.")
            {
                ProgramId = program.Id,
            },
            program.Version
        );
    }
}
