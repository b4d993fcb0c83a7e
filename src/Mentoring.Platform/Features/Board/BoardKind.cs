namespace Mentoring.Platform.Features.Board;

/// <summary>How urgent an item is.</summary>
public enum BoardSeverity
{
    /// <summary>Should have been done, or goes on without what the law asks for.</summary>
    Overdue,

    /// <summary>A date comes near.</summary>
    Soon,

    /// <summary>Waits for the one who looks.</summary>
    ToDo,

    /// <summary>Good to know.</summary>
    Info,
}

/// <summary>What an item of the board asks for. In the order of importance within one severity.</summary>
public enum BoardKind
{
    /// <summary>Active pairs that have lost something that the law asks for.</summary>
    ActivePairsGateClosed,

    /// <summary>Consents to the processing of personal data that have run out or lack a signature.</summary>
    ConsentsInvalid,

    /// <summary>Active pairs that have not met for too long.</summary>
    SilentPairs,

    /// <summary>The agreed day of one's own meeting is over, and the meeting is not logged.</summary>
    MeetingsNotLogged,
    ActivitiesOverdue,

    /// <summary>Programs that run on after their last day.</summary>
    ProgramsPastEnd,
    ConsentsExpiring,
    ActivitiesDueSoon,
    ProgramsEndingSoon,

    /// <summary>Pairs in which the actor, or a child whom he represents, has not said yes yet.</summary>
    PairsForMyAgreement,
    ProgramsForMyAgreement,
    ProgramChangesForMyAgreement,
    OrdersToSign,
    MentorsToAdmit,
    MenteesToAdmit,
    ProgramsToApprove,

    /// <summary>Orders that not everybody named in them is acquainted with.</summary>
    OrdersToAcknowledge,

    /// <summary>Pairs that an order names and that something still keeps from working.</summary>
    OrderedPairsWaiting,

    /// <summary>All members consent, and no order names the pair.</summary>
    PairsToOrder,

    /// <summary>Pairs in which a member has not said yes yet.</summary>
    PairsForAgreement,
    ProgramsForAgreement,
    ProgramChangesForAgreement,

    /// <summary>Drafts that nobody can agree to yet.</summary>
    ProgramsToFinish,
    PairsWithoutProgram,

    /// <summary>Active pairs whose program is over.</summary>
    PairsToClose,
    MenteesWithoutPair,
    ConsentsMissing,

    /// <summary>One's own next meetings, on the days that were agreed.</summary>
    NextMeetings,
}

public static class BoardKinds
{
    public static BoardSeverity SeverityOf(BoardKind kind) =>
        kind switch
        {
            BoardKind.ActivePairsGateClosed
            or BoardKind.ConsentsInvalid
            or BoardKind.SilentPairs
            or BoardKind.MeetingsNotLogged
            or BoardKind.ActivitiesOverdue
            or BoardKind.ProgramsPastEnd => BoardSeverity.Overdue,
            BoardKind.ConsentsExpiring or BoardKind.ActivitiesDueSoon or BoardKind.ProgramsEndingSoon =>
                BoardSeverity.Soon,
            BoardKind.NextMeetings => BoardSeverity.Info,
            _ => BoardSeverity.ToDo,
        };
}
