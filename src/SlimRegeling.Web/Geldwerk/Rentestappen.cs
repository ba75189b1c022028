using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Bezwaren;

namespace SlimRegeling.Web.Geldwerk;

/// <summary>What an employee of finance can do about interest that we owe for a payment that was late.</summary>
internal static class Rentestappen
{
    public const string Voorstellen = "rente";
    public const string Tekenen = "rentetekenen";
    public const string Terugzenden = "renteterugzenden";

    public static IReadOnlyList<Stapvorm> Van(Termijnbeeld t, Persoon persoon)
    {
        var pad = $"betaalopdrachten/{Uri.EscapeDataString(t.Betaalopdracht)}/rentevergoeding";
        if (t.Voorstel is not { } voorstel)
        {
            return t.Stand == "rente-verschuldigd" && persoon.Heeft(Rol.FinancieelMedewerker)
                ?
                [
                    new(
                        Voorstellen,
                        "Voorstellen: de wettelijke rente vergoeden",
                        "Stel deze rente voor",
                        pad,
                        [
                            new("argument", "Waarom was de betaling te laat?", Hulp: "Dit staat in de brief aan de ontvanger."),
                            new(
                                "vanaf",
                                "Vanaf welke dag telt de rente?",
                                Veldvorm.Dag,
                                "Alleen als de betaling een tijd was opgeschort of er beslag lag. Was dat tot de dag van betaling, noem dan die dag: er is geen rente.",
                                MagLeeg: true
                            ),
                        ]
                    )
                    {
                        Uitleg =
                            $"{Geldwoorden.Aantal(t.DagenTeLaat, "dag", "dagen")} te laat: {Weergave.Bedrag(t.Rente)}. Twee collega's ondertekenen (artikel 4:99 Awb).",
                    },
                ]
                : [];
        }
        var stappen = new List<Stapvorm>();
        var hash = new Dictionary<string, string> { ["hash"] = voorstel.Hash };
        if (voorstel.Door != persoon.Onderwerp && !voorstel.Handtekeningen.Contains(persoon.Onderwerp))
        {
            var laatste = voorstel.Handtekeningen.Count + 1 >= voorstel.Nodig;
            stappen.Add(
                new(Tekenen, "Het voorstel over rente ondertekenen", "Onderteken dit voorstel", $"{pad}/ondertekening", [])
                {
                    Gevaar = laatste,
                    Vast = hash,
                    Uitleg = laatste
                        ? "Met uw handtekening is het besluit genomen. De rente kan daarna in een ronde."
                        : "Na u ondertekent nog een collega.",
                }
            );
        }
        stappen.Add(
            new(
                Terugzenden,
                "Het voorstel over rente terugzenden",
                "Zend het voorstel terug",
                $"{pad}/terugzending",
                [new("reden", "Wat moet er anders?")]
            )
            {
                Vast = hash,
            }
        );
        return stappen;
    }

    /// <summary>What is said when it succeeded; null of a step that is not one of these.</summary>
    public static string? Gedaan(string stap) =>
        stap switch
        {
            Voorstellen => "Uw voorstel ligt klaar om te worden ondertekend.",
            Tekenen => "Uw handtekening is gezet.",
            Terugzenden => "Het voorstel is teruggezonden.",
            _ => null,
        };
}
