using Search.Citations.Authorities;
using Search.Testing;

namespace Search.Citations.Tests.Examples;

public class Loading_authorities
{
    [Theory]
    [InlineData("crc\tTitle", "works.tsv(2,10): kind: is empty")]
    [InlineData("crc\tTitle\t\ttreaty\t\tvol. X", "works.tsv(2,20): unts: 'vol. X' is not a Treaty Series reference")]
    [InlineData("crc\tTitle\t\ttreaty\t\t\t20 November 1989", "works.tsv(2,21): adopted: '20 November 1989' is not a date")]
    [InlineData("crc\tTitle\t\ttreaty\t\t\t\tfifty", "works.tsv(2,22): articles: 'fifty' is not a number of articles")]
    [InlineData("crc\tTitle\t\ttreaty\t\t\t\t\tsupplements:untoc", "works.tsv(2,23): relations: 'untoc' is no work of this file")]
    [InlineData("crc\tTitle\t\ttreaty\t\t\t\t\textends:crc", "works.tsv(2,23): relations: 'extends:crc' is not a relation")]
    [InlineData("crc\tTitle\t\ttreaty\ncrc\tTitle\t\ttreaty", "works.tsv(3,1): id: 'crc' is also on line 2")]
    [InlineData("a\tb\tc\td\te\tf\tg\th\ti\tj\tk", "there are 11 columns, at most 10 are known")]
    public void A_malformed_row_is_named_by_file_line_and_column_with_what_to_do(string rows, string message)
    {
        using var folder = new TemporaryFolder();
        folder.Write("works.tsv", "id\ttitle\tnames\tkind\tsymbol\tunts\tadopted\tarticles\trelations\n" + rows + "\n");
        Should.Throw<FormatException>(() => AuthorityList.Load(folder.Path)).Message.ShouldContain(message);
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        using var folder = new TemporaryFolder();
        Should.Throw<FormatException>(() => AuthorityList.Load(folder.Path)).Message.ShouldContain("works.tsv: the file is missing");
    }
}
