namespace Mentoring.Platform.Features.Pairs;

public static class PairPermissions
{
    /// <summary>To see pairs: one's own and those of the children one represents.</summary>
    public const string View = "pairs.view";

    /// <summary>To see every pair of the organization.</summary>
    public const string ViewAll = "pairs.viewAll";

    public const string Propose = "pairs.propose";

    /// <summary>To consent to the duties for oneself or the child one represents.</summary>
    public const string Agree = "pairs.agree";

    /// <summary>To say no, likewise.</summary>
    public const string Decline = "pairs.decline";

    /// <summary>To take the consent back, likewise.</summary>
    public const string Withdraw = "pairs.withdraw";

    /// <summary>To enter what members have signed, refused or taken back on paper.</summary>
    public const string RecordAgreement = "pairs.recordAgreement";

    public const string RecordAddendum = "pairs.recordAddendum";

    public const string Close = "pairs.close";
}
