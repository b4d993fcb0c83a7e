using Mentoring.Platform.Platform.Access;
using Mentoring.Platform.Platform.Results;

namespace Mentoring.Platform.Features.Programs;

/// <summary>For whom somebody wants to agree, and whether on paper.</summary>
internal sealed record SpeechRequest(Guid? PersonId, SignedPaper? OnPaper);

/// <summary>Finds out whose agreement a request is.</summary>
internal static class Speech
{
    /// <param name="speaksFor">Those for whom the actor may agree by a click.</param>
    /// <param name="hasAgreed">Who has done so already.</param>
    public static Result<Agreement> Of(
        Actor actor,
        ProgramTeam team,
        IReadOnlyList<ProgramSigner> speaksFor,
        Func<ProgramSigner, bool> hasAgreed,
        SpeechRequest request,
        DateOnly today
    )
    {
        if (request.OnPaper is { } paper)
        {
            if (!ProgramAccess.CanRecordPaper(actor))
                return CommonErrors.Forbidden;
            return team.Signers.FirstOrDefault(s => s.PersonId == request.PersonId) is { } member
                ? new Agreement(member, paper.SignedOn, OnPaper: true)
                : ProgramErrors.NotAMember.At("/personId");
        }
        var candidates = speaksFor.Where(s => request.PersonId is null || s.PersonId == request.PersonId).ToList();
        if (candidates.Count == 0)
            return CommonErrors.Forbidden;
        // Who is several parties agrees as each of them in turn.
        var signer = candidates.FirstOrDefault(s => !hasAgreed(s)) ?? candidates[0];
        return new Agreement(signer, today, CuratorPersonId: actor.PersonId);
    }
}
