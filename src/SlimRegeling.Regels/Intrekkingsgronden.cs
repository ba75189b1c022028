namespace SlimRegeling.Regels;

/// <summary>Codes of the grounds to withdraw; each is a key of the section intrekkingsgronden.</summary>
public static class Intrekkingsgrondcode
{
    public const string NietBesteed = "niet-besteed";
    public const string VerplichtingenVerlening = "verplichtingen-verlening";
    public const string ActiviteitenNietVerricht = "activiteiten-niet-verricht";
    public const string VerplichtingenNietNageleefd = "verplichtingen-niet-nageleefd";
    public const string OnjuisteGegevens = "onjuiste-gegevens";
    public const string VerleningOnjuist = "verlening-onjuist";
    public const string NieuweFeiten = "nieuwe-feiten";
    public const string VaststellingOnjuist = "vaststelling-onjuist";

    /// <summary>Its five years run from another day than those of the others (4:49, third paragraph, Awb).</summary>
    public const string VerplichtingenNaVaststelling = "verplichtingen-na-vaststelling";

    /// <summary>In the order of the articles: those of the scheme, then 4:48 and 4:49 Awb.</summary>
    public static IReadOnlyList<string> Alle { get; } =
    [
        NietBesteed,
        VerplichtingenVerlening,
        ActiviteitenNietVerricht,
        VerplichtingenNietNageleefd,
        OnjuisteGegevens,
        VerleningOnjuist,
        NieuweFeiten,
        VaststellingOnjuist,
        VerplichtingenNaVaststelling,
    ];
}

/// <summary>What a ground to withdraw is about.</summary>
public static class Intrekkingsbetreft
{
    /// <summary>The award, as long as it is not settled (4:48 Awb).</summary>
    public const string Verlening = "verlening";

    /// <summary>The settlement, within five years (4:49 Awb).</summary>
    public const string Vaststelling = "vaststelling";

    /// <summary>Years after which a settlement stays as it is, and nothing is claimed back (4:49, third paragraph, and 4:57, fourth, Awb).</summary>
    public const int Jaren = 5;
}
