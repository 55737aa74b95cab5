using Search.FullText.Analysis;

namespace Search.FullText.Tests.Examples;

public class Tokenizer_examples
{
    /// <summary>Words in order; forms that share the position of the word before follow it after a plus.</summary>
    private static string Read(string text)
    {
        var tokens = new TokenList();
        Tokenizer.Tokenize(text, tokens);
        return string.Concat(Enumerable.Range(0, tokens.Count)
            .Select(i => (i == 0 ? "" : tokens[i].Position == tokens[i - 1].Position ? "+" : " ") + tokens.Term(i).ToString()));
    }

    [Theory]
    [InlineData("The States’ duties", "the states duties")]
    [InlineData("the State's duty", "the state's duty")]
    [InlineData("l’eau, d'État", "l eau d etat")]
    [InlineData("U.N. e.g. N.Y", "un eg ny")]
    [InlineData("1,000,000 people", "1000000 people")]
    [InlineData("A/RES/58/137", "a+a/res/58/137 res 58+58/137 137")]
    [InlineData("58/137", "58+58/137 137")]
    [InlineData("E/CN.15/1996/2/Add.1", "e+e/cn.15/1996/2/add.1+e/cn.15/1996/2 cn 15 1996+1996/2/add.1+1996/2 2 add 1")]
    [InlineData("S/RES/1325 (2000)", "s+s/res/1325(2000)+s/res/1325 res 1325+1325(2000) 2000")]
    [InlineData("9(5)(a)", "9+9(5)(a)+9(5) 5 a")]
    [InlineData("No. 182", "no+no.182 182")]
    [InlineData("co-operation", "co+cooperation operation")]
    [InlineData("he/she", "he she")]
    [InlineData("Ærø Straße İstanbul ﬁnal ＡＢＣ", "aero strasse istanbul final abc")]
    [InlineData("Организация Объединённых", "организация объединенных")]
    [InlineData("安全理事会", "安 全 理 事 会")]
    [InlineData("ひらがな カタカナ 한국어", "ひ ら が な カタカナ 한국어")]
    [InlineData("السَّلام على الأمة", "السلام علي الامه")]
    [InlineData("text²\u00AD and soft\u00ADhyphen", "text and softhyphen")]
    [InlineData("(word) [word], “word”—word…", "word word word word")]
    [InlineData("", "")]
    public void Text_breaks_into_folded_words(string text, string words) => Read(text).ShouldBe(words);

    [Theory]
    [InlineData("resolutions", "resolut")]
    [InlineData("trafficking", "traffick")]
    [InlineData("nationality", "nation")]
    [InlineData("responsibilities", "respons")]
    [InlineData("generously", "generous")]
    [InlineData("dying", "die")]
    [InlineData("skies", "sky")]
    [InlineData("news", "news")]
    [InlineData("agreed", "agre")]
    [InlineData("hopping", "hop")]
    [InlineData("sensationally", "sensat")]
    [InlineData("children's", "children")]
    [InlineData("sdgs", "sdg")]
    [InlineData("été", "été")]
    public void English_words_are_stemmed(string word, string stem) =>
        Language.Of(TextLanguage.English).Stem(word).ToString().ShouldBe(stem);

    [Theory]
    [InlineData(TextLanguage.French, "résolutions", "résolution")]
    [InlineData(TextLanguage.French, "internationaux", "internationale")]
    [InlineData(TextLanguage.Spanish, "resoluciones", "resolución")]
    [InlineData(TextLanguage.Spanish, "aprobación", "aprobaciones")]
    [InlineData(TextLanguage.Spanish, "derechos", "derecho")]
    [InlineData(TextLanguage.Russian, "резолюции", "резолюция")]
    [InlineData(TextLanguage.Russian, "международной", "международный")]
    [InlineData(TextLanguage.Arabic, "القرارات", "قرار")]
    [InlineData(TextLanguage.Arabic, "والأمن", "الأمن")]
    public void Forms_of_a_word_have_one_stem_in_its_language(TextLanguage language, string form, string other)
    {
        Stem(form).ShouldBe(Stem(other));
        Stem(form).Length.ShouldBeGreaterThan(2);

        string Stem(string word) => Language.Of(language).Stem(Read(word)).ToString();
    }

    [Theory]
    [InlineData(TextLanguage.English, "Which")]
    [InlineData(TextLanguage.French, "été")]
    [InlineData(TextLanguage.Spanish, "está")]
    [InlineData(TextLanguage.Russian, "Его")]
    [InlineData(TextLanguage.Arabic, "التي")]
    public void Function_words_are_those_of_the_language(TextLanguage language, string word)
    {
        Tokenizer.IsFunctionWord(word, language).ShouldBeTrue();
        Tokenizer.IsFunctionWord(word, TextLanguage.None).ShouldBeFalse();
    }

    [Fact]
    public void Every_row_of_the_character_table_folds_to_characters_that_fold_to_themselves()
    {
        Span<char> folded = stackalloc char[8];
        Span<char> again = stackalloc char[8];
        for (var c = 0; c < 0xFFFF; c++)
        {
            if (CharacterTable.Kind((char)c) is CharacterKind.Break or CharacterKind.Ignored) continue;
            var length = CharacterTable.Fold((char)c, folded);
            for (var i = 0; i < length; i++)
            {
                CharacterTable.Fold(folded[i], again).ShouldBe(1, $"U+{c:X4}");
                again[0].ShouldBe(folded[i], $"U+{c:X4}");
            }
        }
    }
}
