using SlimRegeling.Regels;

namespace SlimRegeling.Aanvragen.Aanvraagformulieren;

/// <summary>The parties of a partnership (2.1, 2.21, 2.23).</summary>
internal static class Partijvelden
{
    private const int MeestePartijen = 100;

    public static Lijstveld Partijen(Formuliersoort soort)
    {
        var (mkb, deel) = (
            Formuliersoort.Kort(soort.Versie[Parameters.MinimumMkbInSamenwerkingsverband]),
            soort.Versie.Zoek(Parameters.MaximumAandeelPartij)
        );
        return new(
            "partijen",
            new("De partijen van het samenwerkingsverband", "The parties of the partnership"),
            Partij(soort),
            MeestePartijen,
            $"Noem ten hoogste {MeestePartijen} partijen."
        )
        {
            Sectie = Secties.Partijen,
            Artikel = soort.Document(Documentcode.Samenwerkingsovereenkomst),
            Verplicht = soort.IsConcept ? null : "Noem de partijen van het samenwerkingsverband.",
            PreciesEen = ("rol", Deelnemergegevens.Hoofdaanvrager),
            Uitleg = new(
                $"Ten minste {mkb.Nl} mkb-ondernemingen die niet met elkaar verbonden zijn, en precies één hoofdaanvrager: de onderneming die aanvraagt."
                    + (deel is { } meeste ? $" Geen partij draagt meer dan {Getal.Kort(meeste)}% van de kosten." : ""),
                $"At least {mkb.En} small or medium-sized enterprises that are not linked to each other, and exactly one lead applicant: the enterprise that applies."
                    + (deel is { } most ? $" No party bears more than {Formuliersoort.Kort(most).En}% of the costs." : "")
            ),
        };
    }

    private static Groepveld Partij(Formuliersoort soort) =>
        new(
            "",
            new("Partij", "Party"),
            [
                Ondernemingsvelden.KvkNummer("kvkNummer", new("KVK-nummer", "KVK number")) with
                {
                    Verplicht = Veld.Ontbreekt,
                },
                Ondernemingsvelden.Naam(new("Naam van de partij", "Name of the party")),
                new Keuzeveld(
                    "rol",
                    new("Rol", "Role"),
                    [
                        new(Deelnemergegevens.Hoofdaanvrager, new("Hoofdaanvrager", "Lead applicant")),
                        new(Deelnemergegevens.Partij, new("Partij", "Party")),
                    ]
                )
                {
                    Artikel = soort.Eis(Eiscode.Aanvragertype),
                    Verplicht = Veld.Ontbreekt,
                },
                new Keuzeveld("type", new("Soort partij", "Kind of party"), Soorten)
                {
                    Artikel = soort.Eis(Eiscode.MkbPartijen),
                    Verplicht = Veld.Ontbreekt,
                },
                new Bedragveld("aandeelKosten", new("Aandeel in de kosten", "Share of the costs"))
                {
                    Sectie = Secties.Begroting,
                    Artikel = soort.Document(Documentcode.BegrotingPerPartij),
                    Uitleg = new(
                        "Wat deze partij draagt van de externe kosten en de loonkosten die meetellen, voor de toeslag. De aandelen van alle partijen zijn samen precies dat bedrag.",
                        "What this party bears of the external costs and wage costs that count, before the surcharge. The shares of all parties together are exactly that amount."
                    ),
                    Verplicht = Veld.Ontbreekt,
                },
                Ondernemingsvelden.Personen(soort) with
                {
                    Artikel = soort.Eis(Eiscode.PartijOmvang),
                },
                Ondernemingsvelden.Omzet(soort) with
                {
                    Artikel = soort.Eis(Eiscode.PartijOmvang),
                },
                Ondernemingsvelden.Balans(soort) with
                {
                    Artikel = soort.Eis(Eiscode.PartijOmvang),
                },
                Ondernemingsvelden.SbiCodes(soort),
                Ondernemingsvelden.VerbondenMet(soort) with
                {
                    Uitleg = new(
                        "Ondernemingen waarmee deze partij voor het grootste deel verbonden is, in welke richting ook. Verbonden ondernemingen tellen samen als één.",
                        "Enterprises to which this party is linked for the greater part, either way. Linked enterprises count as one."
                    ),
                },
                new Groepveld(
                    "verklaringen",
                    new("Verklaringen van deze partij", "Declarations of this party"),
                    [Verklaringvelden.Mkb(soort), Verklaringvelden.DeMinimis(soort)]
                )
                {
                    Sectie = Secties.Verklaringen,
                    Artikel = soort.Document(Documentcode.DeMinimisverklaring),
                    Uitleg = Verklaringvelden.Later,
                },
            ]
        )
        {
            Voorwaarden =
            [
                new(new Als.Is("type", Partijsoort.MkbOnderneming))
                {
                    Nodig = [.. ((string[])["werkzamePersonen", "jaaromzet", "balanstotaal"]).Select(veld => Omvang(veld, soort))],
                },
            ],
        };

    /// <summary>Without its size it is not known whether an enterprise is an mkb-onderneming.</summary>
    private static Nodig Omvang(string veld, Formuliersoort soort) =>
        new(veld, "Vul dit in: een mkb-onderneming noemt haar omvang.", soort.Eis(Eiscode.PartijOmvang), Let.Verplicht, Gevuld: false);

    private static readonly IReadOnlyList<Keuze> Soorten =
    [
        new(Partijsoort.MkbOnderneming, new("Mkb-onderneming", "Small or medium-sized enterprise")),
        new(Partijsoort.Brancheorganisatie, new("Brancheorganisatie", "Trade association")),
        new(Partijsoort.Onderwijsinstelling, new("Onderwijsinstelling", "Educational institution")),
        new(Partijsoort.OenOFonds, new("O&O-fonds", "Training fund (O&O fund)")),
        new(Partijsoort.Werkgeversvereniging, new("Werkgeversvereniging", "Employers' association")),
        new(Partijsoort.Werknemersvereniging, new("Werknemersvereniging", "Employees' association")),
    ];
}
