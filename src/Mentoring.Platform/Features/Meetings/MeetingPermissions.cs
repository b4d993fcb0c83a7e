namespace Mentoring.Platform.Features.Meetings;

public static class MeetingPermissions
{
    /// <summary>To see the meetings of pairs in which one takes part.</summary>
    public const string View = "meetings.view";

    /// <summary>To see the meetings of all pairs.</summary>
    public const string ViewAll = "meetings.viewAll";

    /// <summary>To log meetings of those pairs that one sees, and to correct one's own entries.</summary>
    public const string Log = "meetings.log";

    public static readonly string[] OfMember = [View, Log];
    public static readonly string[] OfRepresentative = [View];
    public static readonly string[] OfCurator = [View, ViewAll, Log];
    public static readonly string[] OfHead = [View, ViewAll];
}
