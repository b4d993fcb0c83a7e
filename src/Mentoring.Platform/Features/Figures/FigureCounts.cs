using System.Reflection;
using System.Text.Json;

namespace Mentoring.Platform.Features.Figures;

/// <summary>
/// What is counted of an organization in a school year, and summed up above it. What counts as what is said in
/// docs/decisions/0011-figures.md. Every number here is a column of the roll-up and adds up by levels.
/// </summary>
public class FigureCounts
{
    private static readonly PropertyInfo[] Numbers = typeof(FigureCounts).GetProperties();

    public int Organizations { get; set; }
    public int OrganizationsWithParticipants { get; set; }

    /// <summary>Persons in the bank or the base now, or in a pair that worked at any moment of the year.</summary>
    public int Participants { get; set; }

    /// <summary>Persons who were the mentor of a working pair at any moment of the year.</summary>
    public int Mentors { get; set; }

    /// <summary>Persons who were the mentee of a working pair at any moment of the year.</summary>
    public int Mentees { get; set; }

    /// <summary>Pairs whose legal gate is open and that work.</summary>
    public int ActivePairs { get; set; }

    /// <summary>Pairs that are neither over nor working: something is missing still or again.</summary>
    public int WaitingPairs { get; set; }

    /// <summary>Participants whose consent to the processing of personal data suffices.</summary>
    public int ConsentsValid { get; set; }

    /// <summary>Activities that approved programs plan for the year.</summary>
    public int ActivitiesPlanned { get; set; }
    public int ActivitiesDone { get; set; }

    /// <summary>Of those planned, what was due by now.</summary>
    public int ActivitiesDue { get; set; }
    public int ActivitiesDueDone { get; set; }

    public int StudentMentees { get; set; }
    public int StudentMenteesOf { get; set; }
    public int StudentMentors { get; set; }
    public int StudentMentorsOf { get; set; }
    public int Educators { get; set; }
    public int EducatorsOf { get; set; }
    public int EarlyCareerMentees { get; set; }
    public int EarlyCareerMenteesOf { get; set; }
    public int Parents { get; set; }
    public int ParentsOf { get; set; }

    /// <summary>The level above: distinct persons stay distinct, since a person belongs to one organization.</summary>
    public static FigureCounts Sum(IEnumerable<FigureCounts> parts)
    {
        var sum = new FigureCounts();
        foreach (var part in parts)
        {
            foreach (var number in Numbers)
                number.SetValue(sum, (int)number.GetValue(sum)! + (int)number.GetValue(part)!);
        }
        return sum;
    }

    public bool HasSame(FigureCounts other) =>
        Array.TrueForAll(Numbers, n => n.GetValue(this)!.Equals(n.GetValue(other)));

    /// <summary>Names of the numbers that are not the same, in camelCase.</summary>
    public IReadOnlyList<string> DifferencesFrom(FigureCounts other) =>
        [
            .. Numbers
                .Where(n => !n.GetValue(this)!.Equals(n.GetValue(other)))
                .Select(n => JsonNamingPolicy.CamelCase.ConvertName(n.Name)),
        ];

    public void Take(FigureCounts other)
    {
        foreach (var number in Numbers)
            number.SetValue(this, number.GetValue(other));
    }
}
