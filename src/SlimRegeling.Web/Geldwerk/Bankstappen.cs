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
    public const string Bankkosten = "bankkosten";
    public const string Retour = "retour";
    public const string Beslaglegger = "beslaglegger";
    public const string TegenElkaar = "tegenelkaar";
    public const string Terugbetalen = "terugbetalen";

    private const string Betaalopdracht = "betaalopdracht";
    private const string Welke = "Nummer van de betaling";
    private const string Bewijs = "Waaruit blijkt dat?";

    /// <param name="alle">All that is on the work list.</param>
    public static IReadOnlyList<Stapvorm> Van(Bankregelbeeld regel, IReadOnlyList<Bankregelbeeld> alle, Persoon persoon)
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
                [new(Betaalopdracht, Welke, Veldvorm.Regel, Nu: regel.Betaalopdracht), new("toelichting", Bewijs)]
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
                [new("vordering", "Nummer van de vordering", Veldvorm.Regel, Nu: regel.Vordering), new("toelichting", Bewijs)]
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
        stappen.AddRange(Buitenom(regel, alle, voorstel));
        return stappen;
    }

    /// <summary>What is no plain payment or receipt.</summary>
    private static IEnumerable<Stapvorm> Buitenom(Bankregelbeeld regel, IReadOnlyList<Bankregelbeeld> alle, string voorstel)
    {
        if (regel.Bedrag > 0)
        {
            if (regel.IsRetour)
            {
                yield return new(
                    Retour,
                    "Voorstellen: een betaling die terugkwam met aftrek van kosten",
                    "Stel deze retour voor",
                    voorstel,
                    [new(Betaalopdracht, Welke, Veldvorm.Regel, Nu: regel.Betaalopdracht), new("toelichting", Bewijs)]
                )
                {
                    Vast = Vast("retour"),
                    Uitleg = "De hele betaling wordt opnieuw betaald. Wat er nu minder terugkwam, wordt geboekt als kosten van de bank.",
                };
            }
            yield return new(
                Terugbetalen,
                "Voorstellen: terugbetalen wat op een vordering te veel is ontvangen",
                "Stel deze terugbetaling voor",
                voorstel,
                [
                    new("vordering", "Nummer van de vordering", Veldvorm.Regel, Nu: regel.Vordering),
                    new("toelichting", "Waarom moet dit terug?"),
                ]
            )
            {
                Vast = Vast("terugbetalen"),
                Uitleg =
                    "De schuldenaar van die vordering krijgt dit terug op de rekening die van hem bekend is. Het is daarna een betaling voor een ronde; wie voorstelt of bevestigt, accordeert die niet.",
            };
        }
        else
        {
            yield return new(
                Beslaglegger,
                "Voorstellen: betaald aan wie beslag legde",
                "Stel deze betaling aan de beslaglegger voor",
                voorstel,
                [new(Betaalopdracht, Welke, Veldvorm.Regel, Nu: regel.Betaalopdracht), new("toelichting", Bewijs)]
            )
            {
                Vast = Vast("beslaglegger"),
                Uitleg = "Zoveel van de betaling is daarmee betaald. Wat overblijft, wacht tot het beslag is geëindigd.",
            };
        }
        if (regel.Kenmerk is null)
        {
            yield return new(
                Bankkosten,
                "Voorstellen: kosten van de bank",
                "Stel bankkosten voor",
                voorstel,
                [new("toelichting", "Welke kosten zijn dit?")]
            )
            {
                Vast = Vast("bankkosten"),
            };
        }
        if (alle.Where(r => r.Bankregel != regel.Bankregel && r.Bedrag == -regel.Bedrag).ToList() is { Count: > 0 } evenveel)
        {
            yield return new(
                TegenElkaar,
                "Voorstellen: wegvallen tegen een andere regel",
                "Stel voor dat deze twee wegvallen",
                voorstel,
                [
                    new(
                        "bankregel",
                        "Tegen welke regel?",
                        Veldvorm.Keuze,
                        Keuzes:
                        [
                            .. evenveel.Select(r =>
                                (r.Bankregel, $"{Weergave.Dag(r.Boekdatum)}, {Weergave.Bedrag(r.Bedrag)}: {r.Mutatie}")
                            ),
                        ]
                    ),
                    new("toelichting", Bewijs, Hulp: "Bijvoorbeeld: wat te veel was ontvangen, is teruggestort."),
                ]
            )
            {
                Vast = Vast("tegen-elkaar"),
                Uitleg = "Beide regels zijn daarmee afgehandeld. Samen zijn zij nul.",
            };
        }
    }

    public static string Gedaan(string stap) =>
        stap == Bevestigen ? "Het voorstel is bevestigd en geboekt." : "Uw voorstel is vastgelegd. Een collega bevestigt het.";

    private static Dictionary<string, string> Vast(string afhandeling) => new() { ["afhandeling"] = afhandeling };
}
