namespace Mentoring.Platform.Platform.Documents;

/// <summary>The sheet of ГОСТ Р 7.0.97-2025, in twips (1/20 pt) as WordprocessingML counts.</summary>
internal static class PaperMeasures
{
    // A4, rounded as word processors round it.
    public const int PageWidth = 11906;
    public const int PageHeight = 16838;

    // Orders are kept longer than ten years, therefore 30 mm for the binding.
    public static readonly int Left = Millimeters(30);
    public static readonly int Right = Millimeters(10);
    public static readonly int Top = Millimeters(20);
    public static readonly int Bottom = Millimeters(20);

    /// <summary>The page number stands in the top margin, at least 10 mm from the edge.</summary>
    public static readonly int Header = Millimeters(10);

    public static readonly int TextWidth = PageWidth - Left - Right;
    public static readonly int FirstLine = Millimeters(12.5);

    /// <summary>The longest line of a requisite is 12 cm, in a block at one side 8 cm.</summary>
    public static readonly int BesideHeading = TextWidth - Millimeters(120);
    public static readonly int BesideBlock = TextWidth - Millimeters(80);

    public static int Millimeters(double millimeters) => (int)Math.Round(millimeters * 1440 / 25.4);

    /// <summary>Divides a width by shares so that the parts sum up to it exactly.</summary>
    public static int[] Divide(int width, IReadOnlyList<int> shares)
    {
        var total = shares.Sum();
        var parts = new int[shares.Count];
        var (passed, given) = (0, 0);
        for (var index = 0; index < parts.Length; index++)
        {
            passed += shares[index];
            parts[index] = width * passed / total - given;
            given += parts[index];
        }

        return parts;
    }
}
