using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Bezwaren;

namespace SlimRegeling.Web.Geldwerk;

/// <summary>What an employee of finance can do about a movement that belongs to nothing by itself: propose, and confirm what another proposed.</summary>
internal static class Bankstappen
{
    public const string Bevestigen = "bevestigen";
    public const string Opdracht = "opdracht";
    public const string Vordering = "vordering";
    public const string Tussenrekening = "tussenrekening";

    public static IReadOnlyList<Stapvorm> Van(Bankregelbeeld regel, Persoon persoon)
    {
        var pad = $"bankregels/{Uri.EscapeDataString(regel.Bankregel)}";
        var voorstel = $"{pad}/voorstel";
        var stappen = new List<Stapvorm>();
        if (regel.Voorstel is { } ligt && ligt.Door != persoon.Onderwerp)
        {
            stappen.Add(
                new(Bevestigen, "Het voorstel bevestigen", "Bevestig dit voorstel", $"{pad}/bevestiging", [])
                {
                    Gevaar = true,
                    Vast = new Dictionary<string, string> { ["hash"] = ligt.Hash },
                    Uitleg = $"Voorgesteld is: {ligt.Wat}. Daarna is het geboekt.",
                }
            );
        }
        stappen.Add(
            new(
                Opdracht,
                "Voorstellen: koppelen aan een betaling",
                "Stel deze koppeling voor",
                voorstel,
                [
                    new("betaalopdracht", "Nummer van de betaling", Veldvorm.Regel, Nu: regel.Betaalopdracht),
                    new("toelichting", "Waaruit blijkt dat?"),
                ]
            )
            {
                Vast = Vast("koppelen"),
            }
        );
        stappen.Add(
            new(
                Vordering,
                "Voorstellen: koppelen aan een vordering",
                "Stel deze koppeling voor",
                voorstel,
                [
                    new("vordering", "Nummer van de vordering", Veldvorm.Regel, Nu: regel.Vordering),
                    new("toelichting", "Waaruit blijkt dat?"),
                ]
            )
            {
                Vast = Vast("koppelen"),
                Uitleg = "Wat meer is dan openstaat, blijft op de werklijst.",
            }
        );
        if (!regel.OpTussenrekening)
        {
            stappen.Add(
                new(
                    Tussenrekening,
                    "Voorstellen: op de tussenrekening",
                    "Stel de tussenrekening voor",
                    voorstel,
                    [new("toelichting", "Waarom is nog niet bekend wat dit is?")]
                )
                {
                    Vast = Vast("tussenrekening"),
                    Uitleg = "Vanaf de tussenrekening kan de regel later nog worden gekoppeld.",
                }
            );
        }
        return stappen;
    }

    public static string Gedaan(string stap) =>
        stap == Bevestigen ? "Het voorstel is bevestigd en geboekt." : "Uw voorstel is vastgelegd. Een collega bevestigt het.";

    private static Dictionary<string, string> Vast(string afhandeling) => new() { ["afhandeling"] = afhandeling };
}
