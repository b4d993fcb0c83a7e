using System.Diagnostics;

namespace Mentoring.Host.Demo;

/// <summary>Runs a program of the operating system to its end.</summary>
internal static class Shell
{
    internal sealed record ShellAnswer(int ExitCode, string Output);

    public static async Task<ShellAnswer> RunAsync(IReadOnlyList<string> command, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(command[0])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (var argument in command.Skip(1))
        {
            start.ArgumentList.Add(argument);
        }

        // Messages that are matched or shown are English everywhere.
        start.Environment["LC_MESSAGES"] = "C";
        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return new ShellAnswer(process.ExitCode, (await output + await errors).Trim());
        }
        catch (System.ComponentModel.Win32Exception exception)
        {
            return new ShellAnswer(127, $"{command[0]}: {exception.Message}");
        }
    }

    /// <summary>Like <see cref="RunAsync"/>; a failure becomes an exception with what the program said.</summary>
    public static async Task<string> RequireAsync(
        IReadOnlyList<string> command,
        string failure,
        CancellationToken cancellationToken
    )
    {
        var answer = await RunAsync(command, cancellationToken);
        return answer.ExitCode == 0
            ? answer.Output
            : throw new EmbeddedPostgresException($"{failure}: {answer.Output}");
    }
}
