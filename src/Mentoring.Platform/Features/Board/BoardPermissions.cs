namespace Mentoring.Platform.Features.Board;

public static class BoardPermissions
{
    /// <summary>To see what needs one's own attention; the other permissions decide what that is.</summary>
    public const string View = "board.view";
}
