namespace Mentoring.Platform.Features.Pairs;

/// <summary>States of a mentoring team.</summary>
public enum PairState
{
    /// <summary>The curator proposes; each member is asked.</summary>
    Proposed,

    /// <summary>Every member has given his written consent to the duties.</summary>
    ConsentsCollected,

    /// <summary>The head's order names the pair; something that the law asks for is still missing.</summary>
    ApprovedByOrder,

    /// <summary>The pair works.</summary>
    Active,

    /// <summary>Ended, with a ground.</summary>
    Closed,

    /// <summary>A member said no before the order.</summary>
    Declined,
}

/// <summary>Which end of the team a member is on.</summary>
public enum TeamSide
{
    Mentor,
    Mentee,
}

/// <summary>How a member's written consent reached us.</summary>
public enum ConsentWay
{
    /// <summary>The member himself, in his own account.</summary>
    InPerson,

    /// <summary>His legal representative, in the representative's account.</summary>
    ByRepresentative,

    /// <summary>A signed paper, entered by the curator.</summary>
    OnPaper,
}

/// <summary>On what ground a pair ends.</summary>
public enum ClosingGround
{
    /// <summary>The plan is carried out in full.</summary>
    Completed,
    ByMentor,
    ByMentee,

    /// <summary>Both decided so.</summary>
    Mutual,

    /// <summary>The curator; he says the cause.</summary>
    ByCurator,
}

/// <summary>Why the curator ends a pair.</summary>
public enum ClosingCause
{
    ImproperMentor,
    ImproperMentee,
    ImproperBoth,
    ForceMajeure,
}
