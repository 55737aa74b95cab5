namespace Search.Testing;

/// <summary>Two short resolutions, written for tests: the later one recalls and endorses the earlier one.</summary>
public static class Lighthouses
{
    /// <summary>A/RES/90/901.</summary>
    public const string Earlier = """
        United Nations A/RES/90/901

        General Assembly

        Resolution adopted by the General Assembly on 1 December 2035

        90/901. Lighthouses of the sample coast

        The General Assembly,

        Recalling the Convention on the Rights of the Child,

        1. Requests the Secretary-General to report on lighthouses;

        2. Urges States to ratify the Palermo Protocol, in particular article 6 thereof.
        """;

    /// <summary>A/RES/91/901.</summary>
    public const string Later = """
        United Nations A/RES/91/901

        General Assembly

        Resolution adopted by the General Assembly on 2 December 2036

        91/901. Keepers of lighthouses

        The General Assembly,

        Recalling its resolution 90/901 of 1 December 2035,

        1. Endorses paragraph 2 of its resolution 90/901;

        2. Decides:

        (a) To thank the keepers of lighthouses;

        (b) To remain seized of the matter.
        """;
}
