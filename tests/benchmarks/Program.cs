using Mentoring.Benchmarks;

if (args is ["limit"])
{
    await RawServer.Run(
        Environment.GetEnvironmentVariable("BENCHMARK_DATABASE")!,
        Environment.GetEnvironmentVariable("ASPNETCORE_URLS")!
    );
    return 0;
}
if (BenchmarkOptions.Parse(args) is not { } options)
{
    Console.Error.WriteLine(BenchmarkOptions.Help);
    return 2;
}
return await Benchmark.Run(options);
