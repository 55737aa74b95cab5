using Search.Api.Hosting;
using Search.Api.Serving;

// on no thread does one end in a trace of calls
AppDomain.CurrentDomain.UnhandledException += (_, e) => Environment.Exit(LastResort.Report((Exception)e.ExceptionObject, Console.Error));
return await Server.RunAsync(args, Console.Out, Console.Error);

/// <summary>Named so that tests can host the application.</summary>
public partial class Program;
