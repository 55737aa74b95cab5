namespace Search.Api.Tests;

public class Placeholder
{
    [Fact]
    public void The_repository_is_found_from_the_test_binaries() => File.Exists(Search.Testing.Places.InRepository("Search.sln")).ShouldBeTrue();
}
