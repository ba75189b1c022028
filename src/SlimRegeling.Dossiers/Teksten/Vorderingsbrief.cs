using SlimRegeling.Berichten.Betalingen;
using SlimRegeling.Dossiers.Sjablonen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;

namespace SlimRegeling.Dossiers.Teksten;

/// <summary>
/// That a sum is claimed back (4:57 Awb), with its computation and how to pay; the reminder when it was not paid (4:112 Awb); and what is decided after that: to
/// pay in instalments, interest, a set-off.
/// </summary>
internal static class Vorderingsbrief
{
    private const string Eerder = "eerder gevorderd";
    private const string Termijnen = "regeling";
    private const string Ingetrokken = "regeling ingetrokken";
    private const string Rente = "rente";
    private const string Hoger = "rente hoger";
    private const string Verrekening = "verrekening";
    private const string Teruggave = "renteteruggave";
    private const string Vastgesteld = "rente vastgesteld";

    public static readonly Briefvelden Besluit = new Briefvelden()
        .MetBezwaar()
        .MetBetaling()
        .Als(Eerder, "wij vorderden eerder al iets terug", g => Bericht(g).EerderGevorderd > 0)
        .Veld("besluitdatum", "de dag van het besluit", g => Datumtekst.Van(Moment.Dag(Bericht(g).Op)))
        .Veld("grondslag", "het besluit waaruit volgt dat te veel is betaald", g => Bericht(g).Grondslag)
        .Veld("bedrag", "wat wij terugvorderen", g => Getal.Euro(Bericht(g).Bedrag))
        .Veld("betaald", "wat de ontvanger kreeg", g => Getal.Euro(Bericht(g).Betaald))
        .Veld("eerder", "wat wij eerder terugvorderden", g => Getal.Euro(Bericht(g).EerderGevorderd), Eerder)
        .Veld(
            "recht",
            "waar de ontvanger recht op heeft",
            g => Getal.Euro(Bericht(g).Betaald - Bericht(g).EerderGevorderd - Bericht(g).Bedrag)
        )
        .Veld(
            "laatste dag",
            "de laatste dag om te betalen, vanaf de dag van verzenden",
            g => Datumtekst.Van(Regels.Termijnen.Einde(g.Versie, Termijncode.Betaling, g.Dag))
        )
        .Veld("termijn", "zoals: 6 weken", g => Briefvelden.Duur(g.Versie.Termijn(Termijncode.Betaling)))
        .Veld("artikel termijn", "het artikel over die dag", g => g.Versie.Termijn(Termijncode.Betaling).Artikel)
        .Veld("artikel rente", "het artikel over rente", g => g.Versie.Parameters[Parameters.WettelijkeRente.Code].Artikel)
        .MoetNoemen(
            "besluitdatum",
            "grondslag",
            "bedrag",
            "betaald",
            "eerder",
            "recht",
            "laatste dag",
            "artikel termijn",
            "argument",
            "iban"
        );

    /// <summary>What a writ tells by law (4:122 Awb). Its costs are those of serving and enforcing it, which the bailiff counts (4:120 Awb).</summary>
    public static readonly Briefvelden Dwangbevel = new Briefvelden()
        .MetBetaling()
        .Als(Vastgesteld, "er is rente vastgesteld die nog open staat", g => Genomen(g).Rente > 0)
        .Veld("dag van het dwangbevel", "de dag waarop het is ondertekend", g => Datumtekst.Van(Moment.Dag(Genomen(g).Op)))
        .Veld("vordering", "het kenmerk van de vordering en van het besluit waaruit zij volgt", g => Genomen(g).Vordering)
        .Veld("besluitdag", "de dag van dat besluit", g => Datumtekst.Van(Genomen(g).Besluitdag ?? Moment.Dag(Genomen(g).Op)))
        .Veld("hoofdsom", "wat van de hoofdsom open staat", g => Getal.Euro(Genomen(g).Hoofdsom ?? 0))
        .Veld("vergoeding", "wat van de vergoeding voor de aanmaning open staat", g => Getal.Euro(Genomen(g).Kosten ?? 0))
        .Veld("rente", "wat van de vastgestelde rente open staat", g => Getal.Euro(Genomen(g).Rente ?? 0), Vastgesteld)
        .Veld("totaal", "dat samen", g => Getal.Euro(Genomen(g).Bedrag))
        .Veld("rente vanaf", "de dag vanaf welke de wettelijke rente loopt", g => Datumtekst.Van(Genomen(g).Van ?? g.Dag))
        .Veld("artikel rente", "het artikel over rente", g => g.Versie.Parameters[Parameters.WettelijkeRente.Code].Artikel)
        .MoetNoemen("kenmerk", "vordering", "besluitdag", "hoofdsom", "vergoeding", "rente", "totaal", "rente vanaf", "argument", "iban");

    /// <summary>We paid late: what we owe for it (4:99 Awb).</summary>
    public static readonly Briefvelden Rentevergoeding = new Briefvelden()
        .MetBezwaar()
        .Veld("argument", "waarom, in alinea's", g => (g.Vorderingstekst?.Argument ?? "").ReplaceLineEndings("\n"))
        .Veld("besluitdatum", "de dag van het besluit", g => Datumtekst.Van(Moment.Dag(Vergoed(g).Op)))
        .Veld("betaalopdracht", "het kenmerk van de betaling die te laat was", g => Vergoed(g).Betaalopdracht)
        .Veld("hoofdsom", "wat te laat is betaald", g => Getal.Euro(Vergoed(g).Hoofdsom))
        .Veld("bedrag", "de rente die wij vergoeden", g => Getal.Euro(Vergoed(g).Bedrag))
        .Veld("uiterlijk", "de laatste dag waarop het betaald moest zijn", g => Datumtekst.Van(Vergoed(g).Uiterlijk))
        .Veld("betaald op", "de dag waarop het is betaald", g => Datumtekst.Van(Vergoed(g).Tot))
        .Veld("rente vanaf", "de eerste dag van de rente", g => Datumtekst.Van(Vergoed(g).Van))
        .Veld("rente tot en met", "de laatste dag van de rente", g => Datumtekst.Van(Vergoed(g).Tot.PlusDays(-1)))
        .Veld("artikel rente", "het artikel over rente", g => g.Versie.Parameters[Parameters.WettelijkeRente.Code].Artikel)
        .Veld("artikel termijn", "het artikel over de betaaltermijn", g => g.Versie.Termijn(Termijncode.Betaling).Artikel)
        .MoetNoemen("besluitdatum", "hoofdsom", "bedrag", "uiterlijk", "betaald op", "rente vanaf", "rente tot en met", "argument");

    /// <summary>The last day comes near. It is no decision, and no reminder as 4:112 Awb means it: it says nothing of costs that are due.</summary>
    public static readonly Briefvelden Herinnering = new Briefvelden()
        .MetBetaling()
        .Veld("vordering", "het kenmerk van de vordering", g => Herinnerd(g).Vordering)
        .Veld("openstaand", "wat nog open staat", g => Getal.Euro(Herinnerd(g).Openstaand))
        .Veld("laatste dag", "de laatste dag om te betalen", g => Datumtekst.Van(Herinnerd(g).Uiterlijk))
        .Veld("artikel termijn", "het artikel over die dag", g => g.Versie.Termijn(Termijncode.Betaling).Artikel)
        .MoetNoemen("vordering", "openstaand", "laatste dag", "artikel termijn", "iban");

    /// <summary>No decision that can be objected to: what is due was decided before.</summary>
    public static readonly Briefvelden Aanmaning = new Briefvelden()
        .MetBetaling()
        .Veld("vordering", "het kenmerk van de vordering", g => Aangemaand(g).Vordering)
        .Veld("openstaand", "wat nog open staat, zonder de vergoeding", g => Getal.Euro(Aangemaand(g).Openstaand))
        .Veld("vergoeding", "de vergoeding voor de aanmaning", g => Getal.Euro(Aangemaand(g).Vergoeding))
        .Veld("totaal", "wat nu te betalen is", g => Getal.Euro(Aangemaand(g).Openstaand + Aangemaand(g).Vergoeding))
        .Veld("uiterlijk", "de dag waarop het betaald moest zijn", g => Datumtekst.Van(Aangemaand(g).Uiterlijk))
        .Veld(
            "laatste dag",
            "de laatste dag om alsnog te betalen, vanaf de dag van verzenden",
            g => Datumtekst.Van(Regels.Termijnen.Einde(g.Versie, Termijncode.Aanmaning, g.Dag))
        )
        .Veld("artikel aanmaning", "het artikel over de aanmaning", g => g.Versie.Termijn(Termijncode.Aanmaning).Artikel)
        .Veld(
            "artikel vergoeding",
            "het artikel over de vergoeding",
            g => g.Versie.Parameters[Parameters.AanmaningVergoedingHoog.Code].Artikel
        )
        .MoetNoemen(
            "vordering",
            "openstaand",
            "vergoeding",
            "totaal",
            "uiterlijk",
            "laatste dag",
            "artikel aanmaning",
            "artikel vergoeding",
            "iban"
        );

    public static readonly Briefvelden Vervolg = new Briefvelden()
        .MetBezwaar()
        .MetBetaling()
        .Als(Termijnen, "er wordt in termijnen betaald", g => Genomen(g).Soort == "betalingsregeling")
        .Als(Ingetrokken, "de betalingsregeling wordt ingetrokken", g => Genomen(g).Soort == "regeling-intrekken")
        .Als(Rente, "de rente wordt vastgesteld", g => Genomen(g).Soort == "rente")
        .Als(Hoger, "de rente is meer dan eerder vastgesteld", g => Genomen(g) is { Soort: "rente", Bedrag: > 0 })
        .Als(Verrekening, "de vordering wordt verrekend met een betaling", g => Genomen(g).Soort == "verrekening")
        .Als(Teruggave, "rente die te veel is betaald, gaat terug", g => Genomen(g).Soort == "renteteruggave")
        .Veld("besluitdatum", "de dag van het besluit", g => Datumtekst.Van(Moment.Dag(Genomen(g).Op)))
        .Veld("vordering", "het kenmerk van de vordering", g => Genomen(g).Vordering)
        .Veld("bedrag", "waar het besluit over gaat; bij rente wat erbij komt of eraf gaat", g => Getal.Euro(Math.Abs(Genomen(g).Bedrag)))
        .Veld("totaal", "de rente tot nu toe", g => Getal.Euro(Genomen(g).Totaal ?? 0), Rente)
        .Veld("rente vanaf", "de eerste dag van de rente", g => Datumtekst.Van(Genomen(g).Van ?? g.Dag), Rente)
        .Veld("rente tot en met", "de laatste dag van de rente", g => Datumtekst.Van((Genomen(g).Tot ?? g.Dag).PlusDays(-1)), Rente)
        .Veld("artikel rente", "het artikel over rente", g => g.Versie.Parameters[Parameters.WettelijkeRente.Code].Artikel, Rente)
        .Veld(
            "laatste dag",
            "de laatste dag om te betalen, vanaf de dag van verzenden",
            g => Datumtekst.Van(Regels.Termijnen.Einde(g.Versie, Termijncode.Betaling, g.Dag))
        )
        .Veld("betaalopdracht", "het kenmerk van de betaling waarmee wordt verrekend", g => Genomen(g).Betaalopdracht ?? "", Verrekening)
        .Lijst<Vorderingstermijn>(
            "termijn",
            "de termijnen van een regeling",
            g => Genomen(g).Termijnen ?? [],
            ("dag", "de laatste dag van de termijn", (termijn, _) => Datumtekst.Van(termijn.Uiterlijk)),
            ("bedrag", "wat dan is betaald", (termijn, _) => Getal.Euro(termijn.Bedrag))
        )
        .MoetNoemen("besluitdatum", "vordering", "bedrag", "argument", "totaal", "rente vanaf", "rente tot en met", "betaalopdracht");

    private static Briefvelden MetBetaling(this Briefvelden velden) =>
        velden
            .Veld("argument", "waarom, in alinea's", g => (g.Vorderingstekst?.Argument ?? "").ReplaceLineEndings("\n"))
            .Veld("iban", "de rekening om op te betalen", g => g.Vorderingstekst?.Iban ?? "")
            .Veld("ten name van", "van wie die rekening is", g => g.Vorderingstekst?.TenNameVan ?? "");

    private static TerugvorderingBeslotenBericht Bericht(Briefgeval geval) => geval.Opdracht.Terugvordering!;

    private static RentevergoedingBeslotenBericht Vergoed(Briefgeval geval) => geval.Opdracht.Rentevergoeding!;

    private static VorderingHerinnerdBericht Herinnerd(Briefgeval geval) => geval.Opdracht.Betaalherinnering!;

    private static VorderingAangemaandBericht Aangemaand(Briefgeval geval) => geval.Opdracht.Aanmaning!;

    private static VorderingsbesluitGenomenBericht Genomen(Briefgeval geval) => geval.Opdracht.Vorderingsbesluit!;
}
