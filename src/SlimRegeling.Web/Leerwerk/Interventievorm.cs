using NodaTime;
using NodaTime.Text;
using SlimRegeling.Web.Bezwaren;

namespace SlimRegeling.Web.Leerwerk;

/// <summary>The form with which a scheme manager writes an intervention.</summary>
public static class Interventievorm
{
    public const string Naam = "interventie";

    /// <param name="nu">As it stands; null when it is new.</param>
    public static Stapvorm Van(string id, Interventie? nu, Leernamen namen) =>
        new(
            Naam,
            nu is null ? "Een nieuwe interventie beschrijven" : "Deze interventie wijzigen",
            "Bewaar de interventie",
            $"interventies/{Uri.EscapeDataString(id)}",
            [
                new("naam.nl", "Naam", Veldvorm.Regel, Nu: nu?.Naam.Nl),
                new("naam.en", "Naam in het Engels", Veldvorm.Regel, Nu: nu?.Naam.En),
                new("omschrijving.nl", "Omschrijving", Hulp: "Zeg in een of twee zinnen wat een bedrijf doet.", Nu: nu?.Omschrijving.Nl),
                new("omschrijving.en", "Omschrijving in het Engels", Nu: nu?.Omschrijving.En),
                Vinkjes(
                    "dimensies",
                    "Onderwerpen waaraan zij werkt",
                    [.. namen.PerCode.Select(n => (n.Key, $"{n.Key}, {n.Value.Nl}"))],
                    nu?.Dimensies
                ),
                Vinkjes("fasen", "Waar een bedrijf staat", Keuzes(namen.Keuzes.Fasen), nu?.Fasen),
                Vinkjes("doelgroepen", "Voor wie", Leerwoorden.Doelgroepen, nu?.Doelgroepen),
                Vinkjes("groottes", "Hoe groot een bedrijf is", Keuzes(namen.Keuzes.Groottes), nu?.Groottes),
                Vinkjes("sectoren", "Sectoren", Keuzes(namen.Keuzes.Sectoren), nu?.Sectoren),
                Vinkjes("belemmeringen", "Wat zij wegneemt", Keuzes(namen.Keuzes.Belemmeringen), nu?.Belemmeringen),
                new("inspanning", "Inspanning", Veldvorm.Keuze, Keuzes: Leerwoorden.Inspanningen, Nu: nu?.Inspanning),
                new("kosten", "Kosten", Veldvorm.Keuze, Keuzes: Leerwoorden.Kosten, Nu: nu?.Kosten),
                Vinkjes("routes", "Te betalen met", Leerwoorden.Routes, nu?.Routes),
                new("bewijs", "Hoe zeker is het dat dit werkt?", Veldvorm.Keuze, Keuzes: Leerwoorden.Bewijzen, Nu: nu?.Bewijs),
                new("bron", "Bron", Veldvorm.Regel, Nu: nu?.Bron),
                new("eigenaar", "Wie houdt dit bij?", Veldvorm.Regel, Nu: nu?.Eigenaar),
                new(
                    "gecontroleerdOp",
                    "Wanneer is dit gecontroleerd?",
                    Veldvorm.Dag,
                    "Bijvoorbeeld 1-3-2026.",
                    Nu: nu is null ? null : Dag(nu.GecontroleerdOp)
                ),
                new(
                    "actief",
                    "Raden wij dit aan?",
                    Veldvorm.JaNee,
                    "Nee: niemand vindt het nog. Oudere rapporten blijven het noemen.",
                    Nu: nu is null or { Actief: true } ? "ja" : "nee"
                ),
            ]
        )
        {
            Uitleg = "Laat bij een lijst alles leeg als het voor iedereen geldt.",
        };

    // As Stapvorm keeps what was ticked.
    private static Stapveld Vinkjes(
        string naam,
        string titel,
        IReadOnlyList<(string Waarde, string Titel)> keuzes,
        IReadOnlyList<string>? nu
    ) => new(naam, titel, Veldvorm.Vinkjes, Keuzes: keuzes, Nu: string.Join(',', nu ?? []));

    private static IReadOnlyList<(string Waarde, string Titel)> Keuzes(IReadOnlyList<Leerkeuze> keuzes) =>
        [.. keuzes.Select(k => (k.Code, k.Naam.Nl))];

    private static string Dag(DateOnly dag) => LocalDatePattern.CreateWithInvariantCulture("d-M-uuuu").Format(LocalDate.FromDateOnly(dag));
}
