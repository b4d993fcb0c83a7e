using Mentoring.Platform.Features.Pairs;
using Mentoring.Platform.Features.Programs;
using Mentoring.Platform.Platform.Data;

namespace Mentoring.Platform.Features.Board;

/// <summary>What the program of a pair asks the actor for, from the draft to the end.</summary>
public static class ProgramLines
{
    public static IEnumerable<BoardLine> Of(BoardPair pair, BoardDay day)
    {
        var team = pair.ForPrograms(day.Voice);
        if (!ProgramAccess.Sees(day.Actor, team))
            return [];
        if (pair.Live is not { } program)
            return Absent(pair, team, day);
        var standing = program.Standing(day.Settings.ProgramApprover);
        var allowed = ProgramAccess.Allowed(day.Actor, team, standing);
        return program.State switch
        {
            ProgramState.Draft => Draft(pair, program, team, allowed, day),
            ProgramState.Agreed when allowed.Contains("approveProgram") =>
            [
                Line(BoardKind.ProgramsToApprove, pair, program, program.AgreedOn),
            ],
            ProgramState.Active =>
            [
                .. Change(pair, program, team, allowed, day),
                .. End(pair, program, team, day),
                .. Activities(pair, program, team, day),
            ],
            _ => [],
        };
    }

    private static IEnumerable<BoardLine> Absent(BoardPair pair, ProgramTeam team, BoardDay day)
    {
        if (pair.Team.State != PairState.Active || pair.IsSingleMeeting)
            yield break;
        if (pair.Programs.Count == 0 && ProgramAccess.CanDraft(day.Actor, team))
            yield return BoardLine.Of(
                BoardKind.PairsWithoutProgram,
                pair.Team.Id,
                pair.Title,
                pair.Target,
                pair.Team.ActiveSince
            );
        if (pair.Programs.Count > 0 && PairAccess.AllowedOnPair(day.Voice, pair.Team).Contains("closePair"))
            yield return BoardLine.Of(
                BoardKind.PairsToClose,
                pair.Team.Id,
                pair.Title,
                pair.Target,
                pair.Programs.Max(p => p.EndedOn)
            );
    }

    private static IEnumerable<BoardLine> Draft(
        BoardPair pair,
        BoardProgram program,
        ProgramTeam team,
        IReadOnlyList<string> allowed,
        BoardDay day
    )
    {
        var missing = program.Rationale?.FindMissing() ?? [];
        if (missing.Count > 0 || program.Activities == 0)
        {
            if (ProgramAccess.CanDraft(day.Actor, team))
                yield return Line(
                    BoardKind.ProgramsToFinish,
                    pair,
                    program,
                    words: missing
                        .Concat(program.Activities == 0 ? ["activities"] : Array.Empty<string>())
                        .Select(part => new BoardWord(BoardVocabulary.ProgramPart, part))
                );
            yield break;
        }
        if (!allowed.Contains("agreeToProgram"))
            yield break;
        var agreed = program.AgreedTo(program.Edition);
        var awaited = team.AllSigners.Where(s => !agreed.Contains(s)).ToList();
        var isMine = ProgramAccess.SpeaksFor(day.Actor, team).Any(awaited.Contains);
        yield return isMine
            ? Line(BoardKind.ProgramsForMyAgreement, pair, program)
            : Line(
                BoardKind.ProgramsForAgreement,
                pair,
                program,
                detail: Names(pair, awaited),
                words: Parties(awaited)
            );
    }

    private static IEnumerable<BoardLine> Change(
        BoardPair pair,
        BoardProgram program,
        ProgramTeam team,
        IReadOnlyList<string> allowed,
        BoardDay day
    )
    {
        if (program.OpenChange is not { } change || !allowed.Contains("acceptProgramChange"))
            yield break;
        var accepted = program.AgreedTo(change.Edition);
        var awaited = team.Signers.Where(s => !accepted.Contains(s)).ToList();
        var isMine = ProgramAccess.SpeaksFor(day.Actor, team).Any(awaited.Contains);
        yield return Line(
            isMine ? BoardKind.ProgramChangesForMyAgreement : BoardKind.ProgramChangesForAgreement,
            pair,
            program,
            change.ProposedOn,
            isMine ? null : Names(pair, awaited),
            [new(BoardVocabulary.ProgramChangeKind, EnumText<ProgramChangeKind>.Write(change.Kind))]
        );
    }

    private static IEnumerable<BoardLine> End(BoardPair pair, BoardProgram program, ProgramTeam team, BoardDay day)
    {
        if (!ProgramAccess.CanComplete(day.Actor, team))
            yield break;
        var progress = $"{program.Done}/{program.Activities}";
        if (program.EndsOn < day.Today)
            yield return Line(BoardKind.ProgramsPastEnd, pair, program, program.EndsOn, progress);
        else if (program.EndsOn <= day.Today.AddDays(day.Settings.ProgramEndsSoonDays))
            yield return Line(BoardKind.ProgramsEndingSoon, pair, program, program.EndsOn, progress);
    }

    private static IEnumerable<BoardLine> Activities(
        BoardPair pair,
        BoardProgram program,
        ProgramTeam team,
        BoardDay day
    ) =>
        program
            .Due.Where(a => ProgramAccess.CompletesAs(day.Actor, team, a.Responsible) is not null)
            .Select(a =>
                BoardLine.Of(
                    a.PlannedOn < day.Today ? BoardKind.ActivitiesOverdue : BoardKind.ActivitiesDueSoon,
                    a.Id,
                    a.Title,
                    program.Target,
                    a.PlannedOn,
                    pair.Title
                )
            );

    private static string Names(BoardPair pair, IEnumerable<ProgramSigner> signers) =>
        string.Join(", ", signers.Select(s => s.PersonId).OfType<Guid>().Select(pair.NameOf));

    /// <summary>Who is no person by name: the curator, whoever holds that duty.</summary>
    private static IEnumerable<BoardWord> Parties(IEnumerable<ProgramSigner> signers) =>
        signers
            .Where(s => s.PersonId is null)
            .Select(s => new BoardWord(BoardVocabulary.Party, EnumText<ProgramParty>.Write(s.Party)));

    private static BoardLine Line(
        BoardKind kind,
        BoardPair pair,
        BoardProgram program,
        DateOnly? date = null,
        string? detail = null,
        IEnumerable<BoardWord>? words = null
    ) => BoardLine.Of(kind, program.Id, pair.Title, program.Target, date, detail, words);
}
