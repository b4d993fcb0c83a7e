using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Mentoring.Host.Demo;

namespace Mentoring.Benchmarks;

/// <summary>A server in a process of its own, on a free port of 127.0.0.1; stopped by its process id.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process process;

    private static readonly List<Process> Running = [];

    static ServerProcess() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Running.ForEach(p => p.Kill());

    private ServerProcess(Process process, int port, TimeSpan started)
    {
        this.process = process;
        Port = port;
        Started = started;
    }

    public int Port { get; }

    /// <summary>From the start of the process to its first answer.</summary>
    public TimeSpan Started { get; }

    /// <summary>Memory that the process holds now, in MiB.</summary>
    public double ResidentMebibytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / 1024.0 / 1024.0;
        }
    }

    public int Id => process.Id;

    /// <summary>The product as it runs in production: one of its workloads under the restricted logins.</summary>
    public static Task<ServerProcess> Product(DatabaseSetup setup, string workload = "serve", Lever? lever = null)
    {
        var environment = ImageSettings().ToDictionary(s => s.Name, s => s.Value);
        foreach (
            var (login, connection) in new[]
            {
                ("School", setup.Logins.School),
                ("Oversight", setup.Logins.Oversight),
                ("Work", setup.Logins.Work),
                ("Accounts", setup.Logins.Accounts),
            }
        )
            environment[$"ConnectionStrings__{login}"] =
                $"{connection};Maximum Pool Size={PoolSize(login)}{lever?.Connection}";
        // The limits are for people; this is none.
        environment["RequestLimits__PerMinute"] = "100000000";
        foreach (var (name, value) in lever?.Settings ?? new Dictionary<string, string>())
            environment[name] = value;
        return Start([Assembly, workload], environment);
    }

    /// <summary>Published as the image is, where the script has done so; else as it was built.</summary>
    private static string Assembly =>
        Environment.GetEnvironmentVariable("BENCHMARK_PRODUCT")
        ?? typeof(Mentoring.Host.Serving.Server).Assembly.Location;

    /// <summary>As many connections as the product is delivered with.</summary>
    private static string PoolSize(string login) =>
        File.ReadLines(Path.Combine(RepositoryFolder.Find(), "deploy", "compose.yaml"))
            .Single(line => line.Contains($"ConnectionStrings__{login}:", StringComparison.Ordinal))
            .Split("Maximum Pool Size=")[1];

    /// <summary>What the image tells the runtime and its allocator; not that nobody may look into it.</summary>
    private static IEnumerable<(string Name, string Value)> ImageSettings() =>
        from line in File.ReadLines(Path.Combine(RepositoryFolder.Find(), "deploy", "Dockerfile"))
        where line.StartsWith("ENV ", StringComparison.Ordinal)
        from setting in line[4..].Split(' ', StringSplitOptions.RemoveEmptyEntries)
        where
            (
                setting.StartsWith("DOTNET_", StringComparison.Ordinal)
                || setting.StartsWith("MALLOC_", StringComparison.Ordinal)
            ) && !setting.StartsWith("DOTNET_EnableDiagnostics", StringComparison.Ordinal)
        select (setting.Split('=')[0], setting.Split('=')[1]);

    public static Task<ServerProcess> Limit(string connectionString) =>
        Start([typeof(ServerProcess).Assembly.Location, "limit"], new() { ["BENCHMARK_DATABASE"] = connectionString });

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill();
        await process.WaitForExitAsync();
        Running.Remove(process);
        process.Dispose();
    }

    private static async Task<ServerProcess> Start(string[] arguments, Dictionary<string, string> environment)
    {
        var port = FreePort();
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        start.Environment["ASPNETCORE_URLS"] = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        var watch = Stopwatch.StartNew();
        var process = Process.Start(start)!;
        Running.Add(process);
        var said = new List<string>();
        process.OutputDataReceived += (_, line) => Keep(said, line.Data);
        process.ErrorDataReceived += (_, line) => Keep(said, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        while (!await Answers(port))
        {
            if (process.HasExited || watch.Elapsed > TimeSpan.FromMinutes(1))
                throw new InvalidOperationException($"{arguments[^1]} did not start: {string.Join('\n', said)}");
            await Task.Delay(5);
        }
        return new ServerProcess(process, port, watch.Elapsed);
    }

    /// <summary>Kept for the case that it does not start; what goes wrong later is told as it comes.</summary>
    private static void Keep(List<string> said, string? line)
    {
        lock (said)
            if (line is not null && said.Count < 50)
                said.Add(line);
        if (line?.Contains("\"LogLevel\":\"Error\"", StringComparison.Ordinal) == true)
            Console.Error.WriteLine(line);
    }

    private static async Task<bool> Answers(int port)
    {
        try
        {
            using var client = new LoadClient(port);
            var (status, _, _) = await client.Ask("GET /health/live HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"u8.ToArray());
            return status == 200;
        }
        catch (Exception e) when (e is SocketException or IOException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
