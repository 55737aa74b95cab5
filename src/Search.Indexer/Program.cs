using Search.Indexer;

return await CommandLine.RunAsync(args, Console.Out, Console.Error, Style.OfConsole()).ConfigureAwait(false);
