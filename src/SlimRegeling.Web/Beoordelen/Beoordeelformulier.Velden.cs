using System.Globalization;
using SlimRegeling.Web.Formulieren;

namespace SlimRegeling.Web.Beoordelen;

/// <summary>Which fields a judgment has, and a line of the budget.</summary>
public sealed partial class Beoordeelformulier
{
    private static readonly IReadOnlyList<Keuze> BijGrond =
    [
        new("voldaan", "Nee, dit is geen reden om af te wijzen"),
        new("nietVoldaan", "Ja, dit is een reden om af te wijzen"),
    ];

    private static readonly IReadOnlyList<Keuze> BijEis = [new("voldaan", "Ja"), new("nietVoldaan", "Nee")];

    private static Veld Velden(Vraagbeeld vraag) =>
        new(vraag.Code, Veldsoort.Groep, vraag.Titel)
        {
            Artikel = vraag.Artikel,
            Velden =
            [
                new(Oordeel, Veldsoort.Keuze, vraag.Soort == "grond" ? "Doet deze grond zich voor?" : "Is hieraan voldaan?")
                {
                    Verplicht = true,
                    Keuzes = vraag.Soort == "grond" ? BijGrond : BijEis,
                },
                new(Argument, Veldsoort.Alinea, "Waarom vindt u dat?") { Verplicht = true },
            ],
        };

    private static Veld Velden(Begrotingsregel regel, int i) =>
        new(
            string.Create(CultureInfo.InvariantCulture, $"regel{i}"),
            Veldsoort.Groep,
            $"Activiteit {regel.Activiteit}: {Regeltekst.Van(regel.Soort, regel.Gevraagd)}"
        )
        {
            Velden =
            [
                new(Oordeel, Veldsoort.Keuze, "Wat telt van deze regel?")
                {
                    Verplicht = true,
                    Keuzes =
                    [
                        new(Aanvaard, "Alles, zoals gevraagd"),
                        new(Gewijzigd, "Iets anders; vul hieronder in wat telt"),
                        new("geschrapt", "Niets"),
                    ],
                },
                .. Waarden(regel.Soort),
                new(Verschoven, Veldsoort.JaNee, "Komen hier kosten van een andere regel bij?")
                {
                    Uitleg = "Alleen dan kan deze regel hoger worden dan gevraagd. Samen nooit.",
                },
                new(Reden, Veldsoort.Alinea, "Waarom?") { Verplicht = true, Uitleg = "Nodig als niet alles telt. De aanvrager leest dit." },
                new(Artikel, Veldsoort.Tekst, "Artikel")
                {
                    Verplicht = true,
                    Uitleg = "Nodig als niet alles telt, bijvoorbeeld 2.15, onderdeel h.",
                },
            ],
        };

    private static IReadOnlyList<Veld> Waarden(string soort) =>
        soort switch
        {
            "eigen-uren" =>
            [
                new("uren", Veldsoort.Getal, "Uren die tellen"),
                new("brutojaarloon", Veldsoort.Bedrag, "Bruto jaarloon dat telt"),
                new("eigenaar", Veldsoort.JaNee, "Zijn het uren van een eigenaar?"),
            ],
            "externe-uren" =>
            [
                new("uren", Veldsoort.Getal, "Uren die tellen"),
                new("uurtarief", Veldsoort.Bedrag, "Uurtarief dat telt"),
                new("marktconform", Veldsoort.JaNee, "Is het tarief marktconform?"),
            ],
            "overige-externe-kosten" => [new("bedrag", Veldsoort.Bedrag, "Bedrag dat telt")],
            _ => [new("aantal", Veldsoort.Geheel, "Aantal dat telt")],
        };
}
