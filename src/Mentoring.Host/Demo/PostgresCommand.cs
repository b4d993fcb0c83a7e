namespace Mentoring.Host.Demo;

/// <summary>
/// <c>postgres [FOLDER] [--port N]</c>: the demo's server alone, until Ctrl-C, for a look at the
/// database with any client. What is printed on standard output is the superuser's connection string.
/// </summary>
public static class PostgresCommand
{
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var options = new EmbeddedPostgresOptions
        {
            DataDirectory =
                arguments is [var folder, ..] && !folder.StartsWith('-')
                    ? folder
                    : Path.Combine(RepositoryFolder.Find(), ".data", "demo"),
            Port = int.TryParse(Value(arguments, "--port"), out var port) ? port : null,
        };
        try
        {
            await using var server = await EmbeddedPostgres.StartAsync(options, new Narration(), cancellationToken);
            Console.Error.WriteLine($"Data in {server.DataDirectory}");
            Console.WriteLine(server.SuperuserConnectionString());
            await server.Exited.WaitAsync(cancellationToken);
            Console.Error.WriteLine("PostgreSQL ended by itself; its log: " + server.LogFile);
            return 1;
        }
        catch (OperationCanceledException)
        {
            return 0;
        }
        catch (EmbeddedPostgresException exception)
        {
            Console.Error.WriteLine(exception.Message);
            return 1;
        }
    }

    private static string? Value(IReadOnlyList<string> arguments, string name) =>
        arguments.SkipWhile(argument => argument != name).Skip(1).FirstOrDefault();

    private sealed class Narration : IProgress<string>
    {
        public void Report(string value) => Console.Error.WriteLine(value);
    }
}
