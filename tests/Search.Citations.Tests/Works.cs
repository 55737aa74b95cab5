using Search.Citations.Authorities;
using Search.Testing;

namespace Search.Citations.Tests;

/// <summary>The works that examples speak of: a few rows of their own, or all that the repository lists.</summary>
internal static class Works
{
    private static readonly Lazy<AuthorityList> Loaded = new(() => AuthorityList.Load(Places.Authorities));

    /// <summary>All that the repository lists, loaded once.</summary>
    public static AuthorityList Listed => Loaded.Value;

    public static AuthorityList Few { get; } = AuthorityList.Of(
    [
        Work("crc", "Convention on the Rights of the Child", "treaty", symbol: "A/RES/44/25 annex", unts: "vol. 1577, No. 27531",
            adopted: "1989-11-20", names: "CRC"),
        Work("crc-opsc", "Optional Protocol to the Convention on the Rights of the Child on the sale of children, child prostitution and child pornography", "protocol",
            symbol: "A/RES/54/263 annex II", unts: "vol. 2171, No. 27531", supplements: "crc"),
        Work("crc-opac", "Optional Protocol to the Convention on the Rights of the Child on the involvement of children in armed conflict",
            "protocol",
            symbol: "A/RES/54/263 annex I", unts: "vol. 2173, No. 27531", supplements: "crc"),
        Work("iccpr", "International Covenant on Civil and Political Rights", "treaty", symbol: "A/RES/2200(XXI) A annex",
            unts: "vol. 999, No. 14668", adopted: "1966-12-16"),
        Work("icescr", "International Covenant on Economic, Social and Cultural Rights", "treaty", symbol: "A/RES/2200(XXI) A annex",
            unts: "vol. 993, No. 14531", adopted: "1966-12-16"),
        Work("untoc", "United Nations Convention against Transnational Organized Crime", "treaty", symbol: "A/RES/55/25 annex I",
            unts: "vol. 2225, No. 39574", adopted: "2000-11-15"),
        Work("palermo-protocol",
            "Protocol to Prevent, Suppress and Punish Trafficking in Persons, Especially Women and Children, supplementing the United Nations Convention against Transnational Organized Crime",
            "protocol", symbol: "A/RES/55/25 annex II", unts: "vol. 2237, No. 39574", supplements: "untoc", names: "Palermo Protocol"),
        Work("ilo-c182", "Worst Forms of Child Labour Convention, 1999 (No. 182)", "treaty", unts: "vol. 2133, No. 37245",
            adopted: "1999-06-17",
            names: "Convention concerning the Prohibition and Immediate Action for the Elimination of the Worst Forms of Child Labour"),
        Work("bangkok-declaration",
            "Bangkok Declaration on Synergies and Responses: Strategic Alliances in Crime Prevention and Criminal Justice", "declaration",
            symbol: "A/RES/60/177 annex; A/CONF.203/18 chap. I, resolution 1"),
        Work("bangkok-rules",
            "United Nations Rules for the Treatment of Women Prisoners and Non-custodial Measures for Women Offenders (the Bangkok Rules)",
            "rules", symbol: "A/RES/65/229 annex"),
        Work("2030-agenda", "Transforming our world: the 2030 Agenda for Sustainable Development", "agenda", symbol: "A/RES/70/1",
            names: "2030 Agenda") with { Role = "sdg-agenda" },
        Work("refugee-convention", "Convention relating to the Status of Refugees", "treaty", unts: "vol. 189, No. 2545",
            adopted: "1951-07-28"),
        Work("drugs-1961", "Single Convention on Narcotic Drugs of 1961", "treaty", unts: "vol. 520, No. 7515", adopted: "1961-03-30"),
        Work("geneva-conventions-1949", "Geneva Conventions of 12 August 1949", "treaty", unts: "vol. 75, Nos. 970-973",
            adopted: "1949-08-12"),
        Work("geneva-convention-4", "Geneva Convention relative to the Protection of Civilian Persons in Time of War", "treaty",
            unts: "vol. 75, No. 973", adopted: "1949-08-12", names: "Fourth Geneva Convention"),
        Work("npt", "Treaty on the Non-Proliferation of Nuclear Weapons", "treaty", unts: "vol. 729, No. 10485", adopted: "1968-07-01"),
        Work("durban-declaration", "Durban Declaration and Programme of Action", "declaration", symbol: "A/CONF.189/12 and Corr.1 chap. I"),
        Work("slavery-convention", "Slavery Convention", "treaty", unts: "LNTS vol. 60, No. 1414", adopted: "1926-09-25"),
        Work("guidelines", "Recommended Principles and Guidelines on Human Rights and Human Trafficking", "guidelines",
            symbol: "E/2002/68/Add.1"),
    ],
    [new WorkPart(new WorkId("guidelines"), "guideline 8",
        "Special measures for the protection and support of child victims of trafficking")]);

    private static Work Work(string id, string title, string kind, string symbol =
        "", string unts = "", string? adopted = null, string names = "", string supplements = "") => new()
        {
            Id = new WorkId(id),
            Title = title,
            Kind = kind,
            Names = [.. names.Split(" | ", StringSplitOptions.RemoveEmptyEntries)],
            Symbols = [.. symbol.Split("; ", StringSplitOptions.RemoveEmptyEntries)],
            TreatySeries = [.. unts.Split("; ", StringSplitOptions.RemoveEmptyEntries)],
            Adopted = adopted,
            Relations = supplements.Length == 0 ? [] : [new WorkRelation(WorkRelationKind.Supplements, new WorkId(supplements))],
        };
}
