using SlimRegeling.Web.Api.Tijdvakken;
using SlimRegeling.Web.Talen;

namespace SlimRegeling.Web.Formulieren;

/// <summary>The short form of the check: the fields of a computation beforehand, with the names they have in an application.</summary>
public static class Proefformulier
{
    public const string Tijdvak = "tijdvak";
    public const string Onderneming = "onderneming";
    public const string Partijen = "partijen";
    public const string Activiteiten = "activiteiten";

    public const string Kvknummer = "kvkNummer";
    public const string Rol = "rol";

    /// <param name="samen">For a partnership: with its parties in the place of one enterprise.</param>
    public static Veld Van(Teksten t, IEnumerable<TonenTijdvakBeeld> tijdvakken, bool samen) =>
        new("", Veldsoort.Groep, "")
        {
            Velden =
            [
                new(Tijdvak, Veldsoort.Keuze, t["In welk tijdvak vraagt u aan?"])
                {
                    Verplicht = true,
                    Keuzes =
                    [
                        .. tijdvakken.Select(v => new Keuze(
                            v.Id,
                            t[Weergave.Aanvragertype(v.Aanvragertype)],
                            t["tijdvak {0}, {1} tot {2}", v.Id, t.Dag(v.Opent), t.Dag(v.Sluit)]
                        )),
                    ],
                },
                samen ? Deelnemers(t) : Eigen(t),
                new(Activiteiten, Veldsoort.Lijst, t["Wat u gaat doen"])
                {
                    Meeste = 25,
                    Verplicht = true,
                    Element = new("", Veldsoort.Groep, t["Activiteit"]) { Velden = Activiteit(t) },
                },
            ],
        };

    private static Veld Eigen(Teksten t) =>
        new(Onderneming, Veldsoort.Groep, t["Uw onderneming"])
        {
            Verplicht = true,
            Velden =
            [
                new("werkzamePersonen", Veldsoort.Getal, t["Werkzame personen (fte)"])
                {
                    Uitleg = t["Van uw laatst afgesloten boekjaar, bijvoorbeeld 12,5."],
                    Verplicht = true,
                },
                new("jaaromzet", Veldsoort.Bedrag, t["Jaaromzet"]) { Verplicht = true },
                new("balanstotaal", Veldsoort.Bedrag, t["Balanstotaal"]) { Verplicht = true },
                new("sbiCodes", Veldsoort.Teksten, t["SBI-code"])
                {
                    Uitleg = t["Die staat op uw uittreksel van de KVK. Hebt u er meer, schrijf dan de hoofdactiviteit eerst."],
                    Verplicht = true,
                },
            ],
        };

    private static Veld Deelnemers(Teksten t) =>
        new(Partijen, Veldsoort.Lijst, t["De partijen van het samenwerkingsverband"])
        {
            Uitleg = t[
                "Precies één partij is hoofdaanvrager. Samen dragen de partijen de externe kosten en de loonkosten die meetellen, voor de toeslag."
            ],
            Meeste = 100,
            Verplicht = true,
            Element = new("", Veldsoort.Groep, t["Partij"]) { Velden = Partij(t) },
        };

    private static IReadOnlyList<Veld> Partij(Teksten t) =>
        [
            new(Kvknummer, Veldsoort.Tekst, t["KVK-nummer"]) { Uitleg = t["Acht cijfers."], Verplicht = true },
            new(Rol, Veldsoort.Keuze, t["Rol"])
            {
                Verplicht = true,
                Keuzes = [new("hoofdaanvrager", t["Hoofdaanvrager"]), new("partij", t["Partij"])],
            },
            new("type", Veldsoort.Keuze, t["Soort partij"])
            {
                Verplicht = true,
                Keuzes =
                [
                    new("mkb-onderneming", t["Mkb-onderneming"]),
                    new("brancheorganisatie", t["Brancheorganisatie"]),
                    new("onderwijsinstelling", t["Onderwijsinstelling"]),
                    new("oeno-fonds", t["O&O-fonds"]),
                    new("werkgeversvereniging", t["Werkgeversvereniging"]),
                    new("werknemersvereniging", t["Werknemersvereniging"]),
                ],
            },
            new("aandeelKosten", Veldsoort.Bedrag, t["Aandeel in de kosten"])
            {
                Uitleg = t["Weet u het nog niet? Vul 0 in. Na Reken uit ziet u welk bedrag u samen verdeelt."],
                Verplicht = true,
            },
            new("werkzamePersonen", Veldsoort.Getal, t["Werkzame personen (fte)"])
            {
                Uitleg = t["Alleen van een mkb-onderneming, over het laatst afgesloten boekjaar."],
            },
            new("jaaromzet", Veldsoort.Bedrag, t["Jaaromzet"]) { Uitleg = t["Alleen van een mkb-onderneming."] },
            new("balanstotaal", Veldsoort.Bedrag, t["Balanstotaal"]) { Uitleg = t["Alleen van een mkb-onderneming."] },
            new("sbiCodes", Veldsoort.Teksten, t["SBI-code"]) { Uitleg = t["Landbouw, visserij en wegvervoer hebben een eigen maximum."] },
        ];

    private static IReadOnlyList<Veld> Activiteit(Teksten t) =>
        [
            new("soort", Veldsoort.Keuze, t["Soort activiteit"])
            {
                Verplicht = true,
                Keuzes =
                [
                    new(
                        "A",
                        t["Doorlichting van de onderneming"],
                        t["Wat hebben uw mensen nodig? Het resultaat is een opleidings- of ontwikkelplan."]
                    ),
                    new("B", t["Loopbaan- of ontwikkeladvies"], t["Gesprekken van uw mensen met een gekwalificeerde adviseur."]),
                    new("C", t["Begeleiding bij een methode"], t["Een manier van leren en ontwikkelen invoeren in uw bedrijf."]),
                ],
            },
            new("externeUren", Veldsoort.Lijst, t["Uren van een adviseur"])
            {
                BijSoort = "AC",
                Meeste = 50,
                Element = new("", Veldsoort.Groep, t["Adviseur"])
                {
                    Velden =
                    [
                        new("uren", Veldsoort.Getal, t["Uren"]) { Verplicht = true },
                        new("uurtarief", Veldsoort.Bedrag, t["Uurtarief zonder btw"]) { Verplicht = true },
                    ],
                },
            },
            new("eigenUren", Veldsoort.Lijst, t["Uren van eigen mensen"])
            {
                BijSoort = "AC",
                Meeste = 50,
                Element = new("", Veldsoort.Groep, t["Medewerker"])
                {
                    Velden =
                    [
                        new("uren", Veldsoort.Getal, t["Uren"]) { Verplicht = true },
                        new("brutojaarloon", Veldsoort.Bedrag, t["Bruto jaarloon"])
                        {
                            Uitleg = t["Bij een volle werkweek, met een vaste dertiende maand, zonder vakantiegeld."],
                            Verplicht = true,
                        },
                    ],
                },
            },
            new("overigeExterneKosten", Veldsoort.Bedrag, t["Andere externe kosten"]) { BijSoort = "AC" },
            new("trajecten", Veldsoort.Geheel, t["Aantal trajecten"]) { BijSoort = "B" },
        ];
}
