namespace Mentoring.Host.Demo;

/// <summary>Where the source tree is: the demo and the tests run from it.</summary>
internal static class RepositoryFolder
{
    private const string Mark = "Mentoring.Platform.sln";

    /// <summary>The nearest folder above the program, else above the current folder, that holds the solution.</summary>
    public static string Find()
    {
        foreach (var start in new[] { AppContext.BaseDirectory, Environment.CurrentDirectory })
        {
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            {
                if (File.Exists(Path.Combine(folder.FullName, Mark)))
                {
                    return folder.FullName;
                }
            }
        }

        throw new EmbeddedPostgresException(
            $"The demo runs from the source tree, and no folder above this program holds {Mark}. "
                + "Start it with ./run."
        );
    }

    /// <summary>The npm package folder that carries PostgreSQL and the script that watches over it.</summary>
    public static string PostgresPackage(string repository) => Path.Combine(repository, "deploy", "postgres");
}
