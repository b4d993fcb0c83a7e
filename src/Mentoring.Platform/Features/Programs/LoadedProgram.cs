using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Results;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Platform.Features.Programs;

/// <summary>What every change of a program answers.</summary>
/// <param name="Edition">The edition of the text as it stands.</param>
public sealed record WrittenProgram(Guid Id, long Version, ProgramState State, int Edition) : IVersioned
{
    internal static WrittenProgram Of(MentoringProgram program) =>
        new(program.Id, program.Version, program.State, program.Edition);
}

/// <summary>A program with its pair, loaded to be changed by somebody who sees it.</summary>
internal sealed record LoadedProgram(MentoringProgram Program, ProgramTeam Team)
{
    /// <summary>Absent and invisible look the same.</summary>
    public static async Task<Result<LoadedProgram>> Load(
        MentoringDbContext db,
        Guid programId,
        DateOnly today,
        CancellationToken ct
    )
    {
        var program = await db.Set<MentoringProgram>()
            .Include(p => p.Activities.OrderBy(a => a.Position))
            .Include(p => p.Agreements)
            .Include(p => p.Changes)
            .AsSplitQuery()
            .SingleOrDefaultAsync(p => p.Id == programId, ct);
        if (program is null)
            return CommonErrors.NotFound;
        var team = (await ProgramTeam.Load(db, program.PairId, today, ct))!;
        return ProgramAccess.Sees(db.Scope.Actor, team) ? new LoadedProgram(program, team) : CommonErrors.NotFound;
    }
}
