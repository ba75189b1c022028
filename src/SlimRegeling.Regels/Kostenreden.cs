namespace SlimRegeling.Regels;

/// <summary>Why a line of costs is not accepted as it is, and the article that says so.</summary>
public static class Kostenreden
{
    public const string Tarief = "tarief";
    public const string Periode = "periode";
    public const string GeenFactuur = "geen-factuur";
    public const string GeenBetaalbewijs = "geen-betaalbewijs";
    public const string Btw = "btw";
    public const string Dubbel = "dubbel";
    public const string Uren = "uren";
    public const string Rekenfout = "rekenfout";
    public const string Marktconformiteit = "marktconformiteit";
    public const string VerbondenLeverancier = "verbonden-leverancier";
    public const string Opleiding = "opleiding";
    public const string Overhead = "overhead";
    public const string Loonverlet = "loonverlet";
    public const string AndereSubsidie = "andere-subsidie";
    public const string NietRedelijk = "niet-redelijk";
    public const string WettelijkeTaak = "wettelijke-taak";
    public const string NietToegesneden = "niet-toegesneden";
    public const string Anders = "anders";

    /// <summary>Of the auditor's report, which is no line: that it was not accepted.</summary>
    public const string Controleverklaring = "controleverklaring-afgewezen";

    /// <summary>Those of a line.</summary>
    public static IReadOnlyList<string> Alle { get; } =
    [
        Tarief,
        Periode,
        GeenFactuur,
        GeenBetaalbewijs,
        Btw,
        Dubbel,
        Uren,
        Rekenfout,
        Marktconformiteit,
        VerbondenLeverancier,
        Opleiding,
        Overhead,
        Loonverlet,
        AndereSubsidie,
        NietRedelijk,
        WettelijkeTaak,
        NietToegesneden,
        Anders,
    ];

    /// <summary>In the numbering of the version. Null of a reason that has none of its own, or none for this activity.</summary>
    /// <param name="activiteit">A, B, C or D: what 2.15 shuts out is of A and C; of a scan and of a method it has letters apart.</param>
    public static string? Artikel(Regelversie versie, string code, string activiteit) =>
        code switch
        {
            Tarief => versie.Post(Postcode.Adviseur).Artikel,
            Periode when activiteit is "A" or "C" => NietSubsidiabel(versie, 'd'),
            Periode => versie.Nummering == Nummering.Nieuw ? "2.13, derde lid" : "11, derde lid",
            GeenFactuur => NietSubsidiabel(versie, 'f'),
            // What was not made and paid, or not to this amount, or is there already.
            GeenBetaalbewijs or Rekenfout => Kosten(versie, "tweede lid"),
            Dubbel => Vast(versie, activiteit) ?? Kosten(versie, "tweede lid"),
            Btw => NietSubsidiabel(versie, 'i'),
            Uren => versie.Post(Postcode.Loon).Artikel,
            Marktconformiteit => versie.Artikel(Parameters.OffertesBoven),
            VerbondenLeverancier => Kosten(versie, "vijfde lid"),
            Opleiding => NietSubsidiabel(versie, 'h'),
            Overhead => NietSubsidiabel(versie, 'c'),
            Loonverlet => NietSubsidiabel(versie, 'b'),
            AndereSubsidie => NietSubsidiabel(versie, 'e'),
            NietRedelijk => NietSubsidiabel(versie, 'a'),
            WettelijkeTaak => NietSubsidiabel(versie, 'g'),
            NietToegesneden when activiteit == "A" => NietSubsidiabel(versie, 'j'),
            NietToegesneden when activiteit == "C" => NietSubsidiabel(versie, 'k'),
            Controleverklaring => versie.Posten.GetValueOrDefault(Postcode.Controleverklaring)?.Artikel,
            _ => null,
        };

    /// <summary>By code, of each reason that has an article for this activity.</summary>
    public static IReadOnlyDictionary<string, string> Artikelen(Regelversie versie, string activiteit) =>
        Alle.Select(code => (code, Artikel: Artikel(versie, code, activiteit)))
            .Where(r => r.Artikel is not null)
            .ToDictionary(r => r.code, r => r.Artikel!, StringComparer.Ordinal);

    /// <summary>The article of the fixed amount of an activity; null of one that is paid by its costs.</summary>
    private static string? Vast(Regelversie versie, string activiteit) =>
        activiteit switch
        {
            nameof(Activiteitsoort.B) when versie.Zoek(Parameters.BedragLoopbaantraject) is not null => versie
                .Post(Postcode.Loopbaantrajecten)
                .Artikel,
            nameof(Activiteitsoort.D) => versie.Posten.GetValueOrDefault(Postcode.Praktijkleerplaatsen)?.Artikel,
            _ => null,
        };

    private static string NietSubsidiabel(Regelversie versie, char onderdeel) =>
        $"{(versie.Nummering == Nummering.Nieuw ? "2.15" : "13")}, onderdeel {onderdeel}";

    private static string Kosten(Regelversie versie, string lid) => $"{(versie.Nummering == Nummering.Nieuw ? "2.14" : "12")}, {lid}";
}
