using Search.Api;

ApiApplication.Create(args).Run();

/// <summary>Named so that tests can host the application.</summary>
public partial class Program;
