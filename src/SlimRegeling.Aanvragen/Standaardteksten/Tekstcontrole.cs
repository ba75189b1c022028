using System.Text.RegularExpressions;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;

namespace SlimRegeling.Aanvragen.Standaardteksten;

/// <summary>What a text to use again must be: about something that is judged, and about nobody.</summary>
internal static partial class Tekstcontrole
{
    /// <summary>The subject of a text for a line of a budget.</summary>
    public const string Begroting = "begroting";

    private const int LangsteTitel = 100;
    private const int LangsteTekst = 4000;
    private const int LangsteArtikel = 100;

    public static readonly IReadOnlyList<string> Onderwerpen = [.. Grondcode.DoorBeoordelaar, .. Eiscode.DoorBeoordelaar, Begroting];

    public static IReadOnlyList<Fout> Fouten(string onderwerp, Tekstinhoud inhoud)
    {
        var fouten = new List<Fout>();
        if (!Onderwerpen.Contains(onderwerp))
        {
            fouten.Add(new("onderwerp", $"'{onderwerp}' is geen onderwerp. Kies uit {string.Join(", ", Onderwerpen)}."));
        }
        Lengte("titel", inhoud.Titel, LangsteTitel);
        Lengte("tekst", inhoud.Tekst, LangsteTekst);
        if (inhoud.Artikel?.Length > LangsteArtikel)
        {
            fouten.Add(new("artikel", $"Schrijf het artikel in ten hoogste {LangsteArtikel} tekens."));
        }
        return fouten;

        void Lengte(string veld, string tekst, int langst)
        {
            if (tekst.Length == 0 || tekst.Length > langst)
            {
                fouten.Add(new(veld, $"Schrijf hier 1 tot en met {langst} tekens."));
            }
            else if (Herleidbaar().IsMatch(tekst))
            {
                fouten.Add(
                    new(
                        veld,
                        "Deze tekst is voor elke zaak. Haal zaaknummers, e-mailadressen, rekeningnummers en andere lange nummers weg, en schrijf geen namen."
                    )
                );
            }
        }
    }

    // A case number, an address of e-mail, an account, or eight digits and more: of an enterprise, a telephone or a person.
    [GeneratedRegex(@"SLIM-[0-9A-Z]{10}\b|\S@\S+\.\S|\b[A-Z]{2}[0-9]{2} ?[A-Z]{4}|(?:[0-9] ?){8,}")]
    private static partial Regex Herleidbaar();
}
