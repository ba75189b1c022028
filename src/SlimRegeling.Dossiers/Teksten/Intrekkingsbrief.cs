using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Dossiers.Sjablonen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;

namespace SlimRegeling.Dossiers.Teksten;

/// <summary>
/// That we mean to withdraw a subsidy, or to make it less, and pay nothing meanwhile (4:56 Awb), with until when the recipient can say what they think of it,
/// or why they are not heard (4:8, 4:11 Awb); and that we did, with what is claimed back (4:57 Awb; 1.8 Kaderregeling).
/// </summary>
internal static class Intrekkingsbrief
{
    private const string Vaststelling = "na de vaststelling";
    private const string Geheel = "geheel";
    private const string Verdeling = "verdeling";
    private const string Vanaf = "vanaf een dag";
    private const string NietGehoord = "zonder horen";
    private const string Gehoord = "horen";
    private const string Reactie = "reactie";
    private const string Terug = "terugvordering";
    private const string Rente = "rente en kosten";

    /// <summary>No decision that can be objected to (6:3 Awb).</summary>
    public static readonly Briefvelden Voornemen = new Briefvelden()
        .Als(Geheel, "alles wordt ingetrokken", g => Voorgenomen(g).Bedrag == 0)
        .Als(Vaststelling, "de subsidie is al vastgesteld", g => Voorgenomen(g).Soort == Intrekkingsbetreft.Vaststelling)
        .Als(Verdeling, "wat overblijft is verdeeld over partijen", g => Voorgenomen(g) is { Partijen.Count: > 0, Bedrag: > 0 })
        .Als(Gehoord, "de ontvanger kan eerst reageren", g => Voorgenomen(g).NietGehoord is null)
        .Als(NietGehoord, "de ontvanger kan vooraf niet reageren", g => Voorgenomen(g).NietGehoord is not null)
        .MetIntrekking(g => (Voorgenomen(g).Wijzigt, Voorgenomen(g).Grond, Voorgenomen(g).Was, Voorgenomen(g).Bedrag))
        .MetPartijen(g => Voorgenomen(g).Partijen)
        .Veld("voornemen", "het kenmerk van het voornemen", g => Voorgenomen(g).Intrekking)
        .Veld(
            "laatste dag",
            "de laatste dag om te reageren, vanaf de dag van verzenden",
            g => Datumtekst.Van(Termijnen.Einde(g.Versie, Termijncode.ZienswijzeIntrekking, g.Dag)),
            Gehoord
        )
        .Veld("artikel reageren", "het artikel over reageren", g => g.Versie.Termijn(Termijncode.ZienswijzeIntrekking).Artikel, Gehoord)
        .Veld(
            "waarom niet gehoord",
            "waarom de ontvanger vooraf niet kan reageren, in alinea's",
            g => Alineas(g.Intrekkingstekst?.NietGehoord),
            NietGehoord
        )
        .Veld(
            "opgeschort tot",
            "tot en met die dag betalen wij niet, tenzij wij eerder besluiten",
            g => Datumtekst.Van(Voorgenomen(g).OpschortenTot)
        )
        .Veld("artikel opschorten", "het artikel daarover", g => g.Versie.Termijn(Termijncode.OpschortingBetaling).Artikel)
        .MoetNoemen(
            "voornemen",
            "besluit",
            "grond",
            "artikel grond",
            "was",
            "argument",
            "hardheid",
            "laatste dag",
            "artikel reageren",
            "waarom niet gehoord",
            "opgeschort tot"
        );

    public static readonly Briefvelden Besluit = new Briefvelden()
        .MetBezwaar()
        .Als(Geheel, "alles is ingetrokken", g => Bericht(g).Bedrag == 0)
        .Als(Vaststelling, "de subsidie was al vastgesteld", g => Bericht(g).Soort == Intrekkingsbetreft.Vaststelling)
        .Als(Verdeling, "wat overblijft is verdeeld over partijen", g => Bericht(g) is { Partijen.Count: > 0, Bedrag: > 0 })
        .Als(Vanaf, "het geldt vanaf een dag, en niet vanaf het begin", g => Bericht(g).Vanaf is not null)
        .Als(NietGehoord, "de ontvanger kon vooraf niet reageren", g => Bericht(g).NietGehoord is not null)
        .Als(Reactie, "de ontvanger gaf een reactie", g => g.Intrekkingstekst?.Reactie is not null)
        .Als(Terug, "de ontvanger kreeg meer dan overblijft", g => Bericht(g).Terugvordering > 0)
        .MetIntrekking(g => (Bericht(g).Wijzigt, Bericht(g).Grond, Bericht(g).VastgesteldWas ?? Bericht(g).Was, Bericht(g).Bedrag))
        .MetPartijen(g => Bericht(g).Partijen)
        .Veld("besluitdatum", "de dag van het besluit", g => Datumtekst.Van(Bericht(g).Besluitdatum))
        .Veld("vanaf", "de dag vanaf wanneer het geldt", g => Datumtekst.Van(Bericht(g).Vanaf!.Value), Vanaf)
        .Veld(
            "waarom niet gehoord",
            "waarom de ontvanger vooraf niet kon reageren, in alinea's",
            g => Alineas(g.Intrekkingstekst?.NietGehoord),
            NietGehoord
        )
        .Veld("reactie", "wat wij van de reactie vinden, in alinea's", g => Alineas(g.Intrekkingstekst?.Reactie), Reactie)
        .Veld("betaald", "wat al is betaald", g => Getal.Euro(Bericht(g).Betaald), Terug)
        .Veld("terugvordering", "wat wij daarvan terugvorderen", g => Getal.Euro(Bericht(g).Terugvordering), Terug)
        .Veld(Rente, "wat de wettelijke rente en de kosten van het terugvorderen doen, in hele zinnen", RenteEnKosten, Terug)
        .MetStand(g => Bericht(g).Nu)
        .MoetNoemen(
            "besluitdatum",
            "besluit",
            "grond",
            "artikel grond",
            "was",
            "argument",
            "hardheid",
            "vanaf",
            "waarom niet gehoord",
            "reactie",
            "betaald",
            "terugvordering",
            Rente
        );

    private static Briefvelden MetIntrekking(
        this Briefvelden velden,
        Func<Briefgeval, (string Besluit, string Grond, decimal Was, decimal Wordt)> van
    ) =>
        velden
            .Veld("besluit", "het besluit dat wordt ingetrokken of verlaagd", g => van(g).Besluit)
            .Veld("grond", "de grond in woorden", g => g.Versie.Intrekkingsgrond(van(g).Grond).Titel)
            .Veld("artikel grond", "het artikel van de grond", g => g.Versie.Intrekkingsgrond(van(g).Grond).Artikel)
            .Veld("was", "de subsidie tot nu toe", g => Getal.Euro(van(g).Was))
            .Veld("wordt", "de subsidie voortaan, ten hoogste", g => Getal.Euro(van(g).Wordt))
            .Veld("argument", "waarom, in alinea's", g => Alineas(g.Intrekkingstekst?.Argument))
            .Veld("hardheid", "wat is afgewogen voor de hardheidsclausule, in alinea's", g => Alineas(g.Intrekkingstekst?.Hardheid));

    private static Briefvelden MetPartijen(this Briefvelden velden, Func<Briefgeval, IReadOnlyDictionary<string, decimal>?> partijen) =>
        velden.Lijst<KeyValuePair<string, decimal>>(
            "partij",
            "wat elke partij voortaan krijgt",
            g => (partijen(g) ?? new Dictionary<string, decimal>()).OrderBy(p => p.Key, StringComparer.Ordinal),
            ("kvk-nummer", "van de partij", (partij, _) => partij.Key),
            ("bedrag", "ten hoogste", (partij, _) => Getal.Euro(partij.Value))
        );

    // A version whose text is not at hand has only what the Kaderregeling lets the minister ask.
    private static string RenteEnKosten(Briefgeval geval) =>
        Intrekkingsartikel.Rente(geval.Versie, Bericht(geval).Soort) is { } artikel
            ? $"Daar komt de wettelijke rente bij (artikel {artikel}). Wij kunnen ook de kosten van het terugvorderen vragen (artikel 1.8 Kaderregeling)."
            : "Wij kunnen ook de wettelijke rente en de kosten van het terugvorderen vragen (artikel 1.8 Kaderregeling).";

    private static IntrekkingVoorgenomenBericht Voorgenomen(Briefgeval geval) => geval.Opdracht.Intrekkingsvoornemen!;

    private static VerleningIngetrokkenBericht Bericht(Briefgeval geval) => geval.Opdracht.Intrekking!;

    private static string Alineas(string? tekst) => (tekst ?? "").ReplaceLineEndings("\n");
}
