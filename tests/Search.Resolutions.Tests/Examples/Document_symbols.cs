namespace Search.Resolutions.Tests.Examples;

public class Document_symbols
{
    [Theory]
    [InlineData("A/RES/58/137", "A/RES/58/137")]
    [InlineData("a/res/58/137", "A/RES/58/137")]
    [InlineData("A/RES/2200 A (XXI)", "A/RES/2200(XXI) A")]
    [InlineData("A/RES/217(III) A", "A/RES/217(III) A")]
    [InlineData("A/RES/46/36L", "A/RES/46/36 L")]
    [InlineData("A/RES/S-27/2", "A/RES/S-27/2")]
    [InlineData("S/RES/1325 (2000)", "S/RES/1325(2000)")]
    [InlineData("A/CONF. 203/18", "A/CONF.203/18")]
    [InlineData("S/1117/Add. 1", "S/1117/Add.1")]
    [InlineData("E/CN.15/1996/2/ADD.1", "E/CN.15/1996/2/Add.1")]
    [InlineData("E/CN.4/SUB.2/1998/12", "E/CN.4/Sub.2/1998/12")]
    [InlineData("A/CONF.157/24 (Part I)", "A/CONF.157/24(PartI)")]
    [InlineData("A/75/457Add.6", "A/75/457/Add.6")]
    [InlineData("A/CONF.157/24 (Parts I y II)", "A/CONF.157/24(PartsIandII)")]
    [InlineData("A/CONF.157/24(Parts I和II)/Corr.1", "A/CONF.157/24(PartsIandII)/Corr.1")]
    [InlineData("CEB/2005/HLC/IX/CRP.7", "CEB/2005/HLC/IX/CRP.7")]
    [InlineData("A/80/6 (SECT. 24)", "A/80/6(Sect.24)")]
    [InlineData("A/80/6(Sect.24)/Corr.1", "A/80/6(Sect.24)/Corr.1")]
    [InlineData("NPT/CONF.2000/28 (Parts I and II)", "NPT/CONF.2000/28(PartsIandII)")]
    [InlineData("(A/9000/ Rev.1)", null)]
    [InlineData("A/9000/ Rev.1", "A/9000/Rev.1")]
    [InlineData("A/RES/55/025", "A/RES/55/25")]
    [InlineData("A/RES/58/I37", "A/RES/58/137")]
    [InlineData("A/RES/217A (III)", "A/RES/217(III) A")]
    [InlineData("A/RES/1514(xv)", "A/RES/1514(XV)")]
    [InlineData("A/RES/34/93 A to R", "A/RES/34/93")]
    [InlineData("A/RES/69/901 A-B", "A/RES/69/901")]
    [InlineData("S/RES/1325", "S/RES/1325(2000)")]
    [InlineData("UNEP/EA.5/Res.14", "UNEA/RES/5/14")]
    [InlineData("HSP/HA.2/RES.3", "UN-Habitat/RES/2/3")]
    [InlineData("un-habitat/res/2/3", "UN-Habitat/RES/2/3")]
    [InlineData("UNEP/CBD/COP/DEC/XII/1", "CBD/COP/DEC/XII/1")]
    [InlineData("A/RES/60/1/Corr.1", "A/RES/60/1/Corr.1")]
    [InlineData("A/C.3/58/L.\u200d12", "A/C.3/58/L.12")]
    [InlineData("A/74/845–S/2020/525", "A/74/845")]
    [InlineData("A/79/72/Add.2-E/2024/12/Add.2", "A/79/72/Add.2")]
    public void Printed_forms_become_one_canonical_form(string printed, string? canonical)
    {
        if (canonical is null)
        {
            DocumentSymbol.TryParse(printed, null, out _).ShouldBeFalse();
            return;
        }
        var symbol = DocumentSymbol.Parse(printed, null);
        symbol.ToString().ShouldBe(canonical);
        DocumentSymbol.Parse(canonical, null).ShouldBe(symbol);
    }

    [Theory]
    [InlineData("")]
    [InlineData("A")]
    [InlineData("A/")]
    [InlineData("A/B")]
    [InlineData("12/5")]
    [InlineData("A/53/1 and Add.1")]
    [InlineData("A/53/“1”")]
    public void What_is_no_symbol_is_refused(string text) => DocumentSymbol.TryParse(text, null, out _).ShouldBeFalse();

    [Theory]
    [InlineData("A/RES/58/137", "GA")]
    [InlineData("A/HRC/RES/16/1", "HRC")]
    [InlineData("S/20883", "SC")]
    [InlineData("E/CN.15/1996/10", "CCPCJ")]
    [InlineData("E/RES/1996/26", "ECOSOC")]
    [InlineData("CEDAW/C/GC/39", "")]
    public void The_series_tells_the_organ(string symbol, string organ) =>
        DocumentSymbol.Parse(symbol, null).Organ.ToString().ShouldBe(organ);

    [Fact]
    public void A_joint_symbol_is_one_document_with_two_names()
    {
        DocumentSymbol.TryParseJoint("A/74/845–S/2020/525", out var first, out var second).ShouldBeTrue();
        first.ToString().ShouldBe("A/74/845");
        second.ToString().ShouldBe("S/2020/525");
        DocumentSymbol.TryParseJoint("ES-10/22", out _, out _).ShouldBeFalse();
        DocumentSymbol.TryParseJoint("A/CONF.216/PC/6-10", out _, out _).ShouldBeFalse();
    }

    [Fact]
    public void An_addendum_knows_what_it_adds_to()
    {
        var correction = DocumentSymbol.Parse("A/66/53/Add.1/Corr.1", null);
        correction.Parent.ToString().ShouldBe("A/66/53/Add.1");
        correction.Parent!.Value.Parent.ToString().ShouldBe("A/66/53");
        DocumentSymbol.Parse("A/66/53", null).Parent.ShouldBeNull();
        DocumentSymbol.Parse("S/20883", null).With("Add.2").ToString().ShouldBe("S/20883/Add.2");
    }

    [Theory]
    [InlineData("A/RES/58/137", "A/RES/58/137")]
    [InlineData("A/RES/48/218 B", "A/RES/48/218B")]
    [InlineData("A/RES/2200(XXI) A", "A/RES/2200(XXI)")] // printed with its other parts under one symbol
    [InlineData("A/RES/S-27/2", "A/RES/S-27/2")]
    [InlineData("S/RES/1325(2000)", "S/RES/1325(2000)")]
    [InlineData("S/PRST/2011/15", "S/PRST/2011/15")]
    [InlineData("A/HRC/RES/16/1", "A/HRC/RES/16/1")]
    [InlineData("E/CN.4/RES/2004/110", "E/CN.4/RES/2004/110")]
    [InlineData("UNEP/EA.5/Res.14", "UNEP/EA.5/Res.14")]
    [InlineData("CEDAW/C/GC/38", "CEDAW/C/GC/38")]
    [InlineData("A/58/12/Add.1", "A/58/12/Add.1")]
    [InlineData("A/DEC/48/431", null)] // decisions are printed in volumes
    [InlineData("CCPCJ/RES/3/2", null)] // the symbol is ours
    [InlineData("WHA/RES/WHA67.1", null)]
    [InlineData("GOV/2010/10", null)] // of another organization
    public void A_document_is_found_in_the_document_system_by_the_symbol_it_was_issued_under(string symbol, string? issued) =>
        DocumentSymbol.Parse(symbol, null).Issued.ShouldBe(issued);
}
