namespace Search.Browser.Tests;

/// <summary>Every page in every state that an address can put it in.</summary>
public static class Views
{
    public static IReadOnlyList<(string Name, string Address)> All { get; } =
    [
        ("home", "/"),
        ("results", "/?q=children+at+crossings"),
        ("recognised work", "/?q=Palermo+Protocol"),
        ("filtered", "/?q=children&organ=GA&kind=operative&from=1990&to=2020&sort=newest"),
        ("odd query", "/?q=%22children+(xyzzy:1+OR"),
        ("nothing found", "/?q=zzzzqqqq"),
        ("misspelt", "/?q=traficking"),
        ("unreadable date", "/?q=children&from=yesterday"),
        ("second page", "/?q=children&page=2"),
        ("document", "/documents/a-res-65-901"),
        ("long document", "/documents/a-res-71-901"),
        ("work without text", "/works/palermo-protocol"),
        ("work, one treatment", "/works/palermo-protocol?treatment=recalls&sort=oldest"),
        ("work, provision", "/works/palermo-protocol?pinpoint=art.+6"),
        ("work that cites", "/works/a-res-65-901?view=cites"),
        ("work, nothing passes", "/works/palermo-protocol?treatment=terminates"),
        ("work without citations", "/works/ilo-c182?view=cites"),
        ("explore, empty", "/explore"),
        ("explore", "/explore?work=palermo-protocol&depth=2"),
        ("explore, table", "/explore?work=palermo-protocol&view=table"),
        ("explore, chain", "/explore?work=a-res-79-901&chain=crc"),
        ("explore, unknown", "/explore?work=nothing+of+this+name"),
        ("history of a clause", "/history/a-res-75-901/op1"),
        ("comparison", "/compare?source=a-c.3-75-l.901&target=a-res-75-901"),
        ("comparison in one column", "/compare?source=a-c.3-75-l.901&target=a-res-75-901&view=column"),
        ("paste, agreed language", "/paste?view=reuse&text=Guided+by+the+Charter+of+the+United+Nations+and+its+purposes,"),
        ("paste, empty", "/paste"),
        ("paste", "/paste?text=Recalling+resolution+55%2F25+and+the+Palermo+Protocol,+article+6,+and+all+relevant+resolutions,+and+resolution+999%2F999"),
        ("paste, none", "/paste?text=Nothing+is+cited+here."),
        ("corpus", "/corpus"),
        ("most cited", "/corpus?view=cited"),
        ("most wanted", "/corpus?view=wanted"),
        ("left out", "/corpus?view=leftout"),
        ("open questions", "/corpus?view=diagnostics"),
        ("no such document", "/documents/a-res-99-99"),
        ("no such work", "/works/palermo-protocoll"),
        ("no such page", "/nothing/here"),
        ("Arabic", "/?q=children&lang=ar"),
        ("Arabic document", "/documents/a-res-65-901?lang=ar"),
        ("Chinese work", "/works/palermo-protocol?lang=zh"),
    ];
}
