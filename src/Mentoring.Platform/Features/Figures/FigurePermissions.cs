namespace Mentoring.Platform.Features.Figures;

public static class FigurePermissions
{
    /// <summary>To see the figures of one's municipality, organization by organization.</summary>
    public const string Municipality = "figures.municipality";

    /// <summary>To see the figures of one's region, down to an organization's.</summary>
    public const string Region = "figures.region";

    /// <summary>To see how the nightly check of the region's figures went.</summary>
    public const string Check = "figures.check";

    /// <summary>To see one's own organization's figures, exact.</summary>
    public const string Own = "figures.own";
}
