using SlimRegeling.Regels;

namespace SlimRegeling.Aanvragen.Aanvraagformulieren;

/// <summary>The enterprise of a single applicant, and what it is tied to (2.1; mkb-verklaring).</summary>
internal static class Ondernemingsvelden
{
    public const int LangsteNaam = 200;
    public const int MeesteOndernemingen = 100;

    private static readonly string TeVeel = $"Noem ten hoogste {MeesteOndernemingen} ondernemingen.";

    public static Groepveld Onderneming(Formuliersoort soort) =>
        new(
            "onderneming",
            new("Uw onderneming", "Your enterprise"),
            [
                Naam(new("Naam van de onderneming", "Name of the enterprise")),
                Personen(soort) with
                {
                    Uitleg = soort.IsMkb
                        ? new(
                            $"Fte over het laatst afgesloten boekjaar, met ten hoogste twee cijfers achter de komma. Een mkb-onderneming heeft minder dan {Mkbgrens(soort).Nl} werkzame personen.",
                            $"Full-time equivalents over the last closed financial year, with at most two decimals. A small or medium-sized enterprise has fewer than {Mkbgrens(soort).En} staff."
                        )
                        : FteUitleg,
                    Onder = soort.IsMkb ? soort.Versie[Parameters.MkbPersonen] : null,
                    TeHoog =
                        $"Uw onderneming is te groot: een mkb-onderneming heeft minder dan {Mkbgrens(soort).Nl} werkzame personen (fte).",
                    TeHoogArtikel = soort.Eis(Eiscode.MkbOmvang),
                    Verplicht = Veld.Ontbreekt,
                },
                Omzet(soort) with
                {
                    Verplicht = Veld.Ontbreekt,
                },
                Balans(soort) with
                {
                    Verplicht = Veld.Ontbreekt,
                },
                SbiCodes(soort) with
                {
                    Verplicht = Veld.Ontbreekt,
                    NietLeeg = "Vul ten minste één SBI-code in, met de hoofdactiviteit als eerste.",
                    Hoofdactiviteiten = soort.Type == Aanvragertype.Grootbedrijf ? Sectoren(soort.Versie) : [],
                },
                Banden(soort),
                VerbondenMet(soort),
            ]
        )
        {
            Sectie = Secties.Onderneming,
            Artikel = soort.Document(Documentcode.Aanvraagformulier),
            Verplicht = soort.IsConcept ? null : "Vul de gegevens van uw onderneming in.",
        };

    public static Tekstveld Naam(Woorden titel) =>
        new("naam", titel, LangsteNaam)
        {
            Uitleg = new("Zoals zij in het Handelsregister staat.", "As registered with the Chamber of Commerce (KVK)."),
        };

    public static Tekstveld KvkNummer(string naam, Woorden titel) =>
        new(naam, titel, 8)
        {
            Patroon = "[0-9]{8}",
            Vorm = Gegevenscontrole.GeenKvkNummer,
            Uitleg = new("Acht cijfers.", "Eight digits."),
        };

    public static Aantalveld Personen(Formuliersoort soort) =>
        new("werkzamePersonen", new("Werkzame personen (fte)", "Staff (full-time equivalents)"), "fte", Gegevenscontrole.MeestePersonen)
        {
            Artikel = soort.Eis(Eiscode.MkbOmvang),
            Uitleg = FteUitleg,
        };

    private static readonly Woorden FteUitleg = new(
        "Fte over het laatst afgesloten boekjaar, met ten hoogste twee cijfers achter de komma.",
        "Full-time equivalents over the last closed financial year, with at most two decimals."
    );

    public static Bedragveld Omzet(Formuliersoort soort) =>
        new("jaaromzet", new("Jaaromzet", "Annual turnover"))
        {
            Artikel = soort.Eis(Eiscode.MkbOmvang),
            Uitleg = new("De omzet over hetzelfde boekjaar, zonder btw.", "The turnover of the same financial year, excluding VAT."),
        };

    public static Bedragveld Balans(Formuliersoort soort) =>
        new("balanstotaal", new("Balanstotaal", "Balance sheet total"))
        {
            Artikel = soort.Eis(Eiscode.MkbOmvang),
            Uitleg = new(
                "Het totaal van de balans aan het eind van dat boekjaar.",
                "The balance sheet total at the end of that financial year."
            ),
        };

    public static Lijstveld SbiCodes(Formuliersoort soort) =>
        new(
            "sbiCodes",
            new("SBI-codes", "SBI codes (activities)"),
            new Tekstveld("", new("SBI-code", "SBI code"), 6)
            {
                Patroon = "[0-9]{2,6}",
                Vorm = "Vul een SBI-code in: 2 tot 6 cijfers zonder punten.",
            },
            MeesteOndernemingen,
            $"Noem ten hoogste {MeesteOndernemingen} SBI-codes."
        )
        {
            Artikel = soort.Document(Documentcode.Aanvraagformulier),
            Uitleg = new(
                "De codes uit het Handelsregister. Zet de code van uw hoofdactiviteit als eerste: sommige sectoren hebben een eigen maximum.",
                "The codes from the trade register. Put your main activity first: some sectors have a maximum of their own."
            ),
        };

    public static Lijstveld VerbondenMet(Formuliersoort soort) =>
        new(
            "verbondenMet",
            new("Verbonden ondernemingen (KVK-nummers)", "Linked enterprises (KVK numbers)"),
            KvkNummer("", new("KVK-nummer", "KVK number")),
            MeesteOndernemingen,
            TeVeel
        )
        {
            Artikel = soort.Document(Documentcode.MkbVerklaring),
            Uitleg = new(
                $"Ondernemingen waarmee u voor meer dan {Verbonden(soort).Nl}% verbonden bent, in welke richting ook. Samen mag u één keer per tijdvak aanvragen.",
                $"Enterprises to which you are linked for more than {Verbonden(soort).En}%, either way. Together you may apply once in a window."
            ),
        };

    /// <summary>Those whose size counts with that of the applicant.</summary>
    public static Lijstveld Banden(Formuliersoort soort) =>
        new(
            "verbondenOndernemingen",
            new("Ondernemingen die meetellen", "Enterprises that count with yours"),
            Band(soort),
            MeesteOndernemingen,
            TeVeel
        )
        {
            Artikel = soort.Document(Documentcode.MkbVerklaring),
            Uitleg = new(
                $"Ondernemingen waarmee u een band hebt van {Partner(soort).Nl}% of meer van kapitaal of stemmen, in welke richting ook. Hun omvang telt mee.",
                $"Enterprises with which you have a tie of {Partner(soort).En}% or more of capital or votes, either way. Their size counts too."
            ),
        };

    /// <summary>
    /// Linked enterprises apply once in a window (2.8, fourth paragraph): of whoever is linked it must be told which enterprise it is, or nobody
    /// can see it. Only a foreign one has no KVK number.
    /// </summary>
    private static Groepveld Band(Formuliersoort soort)
    {
        var grens = soort.Versie[Parameters.VerbondenBoven];
        var verbonden = new Als.Een(new Als.Is("soort", Bandgegevens.Verbonden), new Als.Boven("percentage", grens));
        var buitenlands = new Als.Ja("buitenlands");
        const string Artikel = Gegevenscontrole.EenAanvraag;
        return new(
            "",
            new("Onderneming die meetelt", "Enterprise that counts"),
            [
                new Keuzeveld(
                    "soort",
                    new("Soort band", "Kind of tie"),
                    [
                        new(
                            Bandgegevens.Verbonden,
                            new(
                                $"Verbonden: meer dan {Verbonden(soort).Nl}%, telt geheel mee",
                                $"Linked: more than {Verbonden(soort).En}%, counts in full"
                            )
                        ),
                        new(
                            Bandgegevens.Partner,
                            new(
                                $"Partner: {Partner(soort).Nl}% tot en met {Verbonden(soort).Nl}%, telt mee naar het percentage",
                                $"Partner: {Partner(soort).En}% up to {Verbonden(soort).En}%, counts pro rata"
                            )
                        ),
                    ]
                )
                {
                    Verplicht = Veld.Ontbreekt,
                },
                new Aantalveld("percentage", new("Percentage", "Percentage"), "procent", 100m)
                {
                    Uitleg = new("Het hoogste van kapitaal en stemmen.", "The higher of capital and votes."),
                    Artikel = soort.Parameter(Parameters.VerbondenBoven),
                    Verplicht = Veld.Ontbreekt,
                },
                Personen(soort) with
                {
                    Verplicht = Veld.Ontbreekt,
                },
                Omzet(soort) with
                {
                    Verplicht = Veld.Ontbreekt,
                },
                Balans(soort) with
                {
                    Verplicht = Veld.Ontbreekt,
                },
                KvkNummer("kvkNummer", new("KVK-nummer", "KVK number")),
                new JaNeeveld("buitenlands", new("Buitenlandse onderneming zonder KVK-nummer", "Foreign enterprise without a KVK number")),
                Naam(new("Naam", "Name")),
            ]
        )
        {
            Voorwaarden =
            [
                new(new Als.Alle(verbonden, new Als.Niet(buitenlands)))
                {
                    Nodig =
                    [
                        new(
                            "kvkNummer",
                            $"Vul het KVK-nummer van deze onderneming in. U bent verbonden (meer dan {Verbonden(soort).Nl}%) en mag samen één aanvraag per tijdvak doen. Is zij buitenlands en heeft zij geen KVK-nummer? Vul dan 'buitenlands' en haar naam in.",
                            Artikel,
                            Let.Tijdvak
                        ),
                    ],
                },
                new(new Als.Alle(verbonden, buitenlands, new Als.Niet(new Als.Ingevuld("kvkNummer"))))
                {
                    Nodig =
                    [
                        new(
                            "naam",
                            $"Vul de naam van deze buitenlandse onderneming in. U bent verbonden (meer dan {Verbonden(soort).Nl}%) en mag samen één aanvraag per tijdvak doen.",
                            Artikel,
                            Let.Tijdvak
                        ),
                    ],
                },
            ],
        };
    }

    private static string[] Sectoren(Regelversie versie) =>
        [
            .. versie
                .Lijst(Parameters.SbiGrootbedrijfLandbouw)
                .Concat(versie.Lijst(Parameters.SbiGrootbedrijfHoreca))
                .Concat(versie.Lijst(Parameters.SbiGrootbedrijfRecreatie))
                .Order(StringComparer.Ordinal),
        ];

    private static (string Nl, string En) Mkbgrens(Formuliersoort soort) => Formuliersoort.Kort(soort.Versie[Parameters.MkbPersonen]);

    private static (string Nl, string En) Verbonden(Formuliersoort soort) => Formuliersoort.Kort(soort.Versie[Parameters.VerbondenBoven]);

    private static (string Nl, string En) Partner(Formuliersoort soort) => Formuliersoort.Kort(soort.Versie[Parameters.PartnerVanaf]);
}
