using Search.Api;
using Search.Api.Serving;

try
{
    ApiApplication.Create(args).Run();
    return 0;
}
catch (SettingException e)
{
    Console.Error.WriteLine(e.Message);
    return 2; // as the command line of Search.Indexer: not understood
}
catch (IOException e)
{
    Console.Error.WriteLine($"{e.Message} Another --urls says where to listen.");
    return 74; // input or output failed
}

/// <summary>Named so that tests can host the application.</summary>
public partial class Program;
