using Search.Api;
using Search.Api.Serving;

AppDomain.CurrentDomain.UnhandledException += (_, e) => Environment.Exit(LastResort.Report((Exception)e.ExceptionObject, Console.Error)); // on no thread does one end in a trace of calls
try
{
    if (CommandLine.Read(args) is { } answer)
    {
        Console.Out.WriteLine(answer);
        return 0;
    }
    ApiApplication.Create(args).Run();
    return 0;
}
catch (Exception e) when (e is not HostAbortedException) // which tools use to end a host that they have looked at
{
    return LastResort.Report(e, Console.Error);
}

/// <summary>Named so that tests can host the application.</summary>
public partial class Program;
