namespace Search.Resolutions.Parsing;

/// <summary>Names of bodies and the acronyms that stand for them in identifiers.</summary>
internal static class OrganNames
{
    private static readonly (string Name, Organ Organ)[] Names =
    [
        ("Economic and Social Council", Organ.EconomicAndSocialCouncil),
        ("Commission on Crime Prevention and Criminal Justice", new("CCPCJ")),
        ("Commission on Narcotic Drugs", new("CND")),
        ("Commission on Human Rights", new("CHR")),
        ("Sub-Commission on", new("SUBCOM")),
        ("Commission on the Status of Women", new("CSW")),
        ("Commission on Population and Development", new("CPD")),
        ("Commission for Social Development", new("CSOCD")),
        ("Commission on Sustainable Development", new("CSD")),
        ("Commission on Science and Technology for Development", new("CSTD")),
        ("Statistical Commission", new("STATCOM")),
        ("Human Rights Council", Organ.HumanRightsCouncil),
        ("United Nations Environment Assembly", new("UNEA")),
        ("United Nations Habitat Assembly", new("UNHA")),
        ("World Health Assembly", new("WHA")),
        ("Inland Transport Committee", new("ITC")),
        ("Trusteeship Council", new("TC")),
        ("Conference of the Parties", new("COP")),
        ("Governing Council", new("GC")),
        ("Security Council", Organ.SecurityCouncil),
        ("General Assembly", Organ.GeneralAssembly),
    ];

    /// <summary>The body that an enacting line names.</summary>
    public static Organ Enacting(string line)
    {
        var known = EnactingLine.OrganOf(line);
        return known.IsNone ? Named(line, 0) : known;
    }

    /// <summary>A body named as whose resolution this is: "Resolution adopted by the General Assembly", a line that is the name.</summary>
    public static Organ Printed(string text)
    {
        var by = text.IndexOf("adopted by the ", StringComparison.OrdinalIgnoreCase);
        if (by >= 0) return Named(text, by);
        if (text.StartsWith("Statement by the President of the ", StringComparison.OrdinalIgnoreCase)) return Named(text, 0);
        foreach (var (name, organ) in Names)
            if (text.Trim('*', ' ', ',').Equals(name, StringComparison.OrdinalIgnoreCase)) return organ;
        return Organ.None;
    }

    private static Organ Named(string text, int from)
    {
        foreach (var (name, organ) in Names)
            if (text.IndexOf(name, from, StringComparison.OrdinalIgnoreCase) >= 0) return organ;
        return Organ.None;
    }
}
