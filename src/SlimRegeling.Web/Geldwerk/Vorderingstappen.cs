using System.Globalization;
using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Bezwaren;

namespace SlimRegeling.Web.Geldwerk;

/// <summary>What an employee of finance can do about a claim as it stands; the API says no where a rule stands in the way.</summary>
internal static class Vorderingstappen
{
    private const string Tekenen = "tekenen";
    private const string Terugzenden = "terugzenden";
    private const string Terugvorderen = "terugvorderen";
    private const string Regeling = "regeling";
    private const string Regelingweg = "regelingweg";
    private const string Rente = "rente";
    private const string Verrekenen = "verrekenen";
    private const string Dwangbevel = "dwangbevel";
    private const string Betekening = "betekening";
    private const string Afboeken = "afboeken";
    private const string Belemmeren = "belemmeren";
    private const string Opheffen = "opheffen";
    private const string Erkennen = "erkennen";

    private const string Aantalveld = "aantal";
    private const string Eersteveld = "eerste";

    private const int MeesteTermijnen = 60;

    private const string InBrief = "Dit staat in de brief aan de ontvanger.";

    private static readonly Stapveld Argument = new("argument", "Waarom volgt dit besluit?", Hulp: InBrief);

    private static readonly Stapveld Toelichting = new("toelichting", "Waaruit blijkt dit?");

    public static IReadOnlyList<Stapvorm> Van(Vorderingbeeld v, Persoon persoon)
    {
        var stappen = new List<Stapvorm>();
        if (v.Voorstel is { } voorstel)
        {
            stappen.AddRange(Tekenstappen(v, voorstel, persoon));
        }
        else if (persoon.Heeft(Rol.FinancieelMedewerker))
        {
            stappen.AddRange(Voorstelstappen(v));
        }
        if (v is { Dwangbevel: not null, BetekendOp: null } && persoon.Heeft(Rol.FinancieelMedewerker))
        {
            stappen.Add(
                new(
                    Betekening,
                    "De betekening van het dwangbevel noteren",
                    "Noteer de betekening",
                    Pad(v, "dwangbevel/betekening"),
                    [
                        new("dag", "Op welke dag is het betekend?", Veldvorm.Dag),
                        new("kosten", "Kosten van de betekening", Veldvorm.Bedrag),
                        new("toelichting", "Welke deurwaarder, en onder welk nummer?"),
                    ]
                )
            );
        }
        if (v is { Uiterlijk: not null, Open.Totaal: > 0 } && persoon.Heeft(Rol.FinancieelMedewerker))
        {
            stappen.Add(
                new(
                    Erkennen,
                    "Noteren dat de schuldenaar de schuld erkende",
                    "Noteer de erkenning",
                    Pad(v, "erkenning"),
                    [new("dag", "Op welke dag?", Veldvorm.Dag), Toelichting]
                )
                {
                    Uitleg = "Vanaf die dag loopt een nieuwe verjaringstermijn (artikel 4:105, tweede lid, Awb).",
                }
            );
        }
        if (v.Belemmering is not null)
        {
            if (v.BelemmeringDoor != persoon.Onderwerp)
            {
                stappen.Add(
                    new(
                        Opheffen,
                        "De belemmering is voorbij",
                        "Hef de belemmering op",
                        Pad(v, "belemmering/opheffing"),
                        [new("tot", "Sinds welke dag is het voorbij?", Veldvorm.Dag, "Laat leeg voor vandaag.", MagLeeg: true), Toelichting]
                    )
                );
            }
        }
        else if (v.Open.Totaal > 0)
        {
            stappen.Add(Belemmering(v));
        }
        return stappen;
    }

    /// <summary>Makes of the fields what the API gets.</summary>
    public static (JsonObject Verzoek, JsonAntwoord? Fout) Verzoek(Stapvorm stap, JsonObject gelezen, Vorderingbeeld v)
    {
        if (stap.Naam != Regeling)
        {
            return (gelezen, null);
        }
        var aantal = int.TryParse((string?)gelezen[Aantalveld], NumberStyles.None, CultureInfo.InvariantCulture, out var getal) ? getal : 0;
        if (
            aantal is < 1 or > MeesteTermijnen
            || LocalDatePattern.Iso.Parse((string?)gelezen[Eersteveld] ?? "") is not { Success: true, Value: var eerste }
        )
        {
            var fout = new JsonObject { ["veld"] = Aantalveld, ["uitleg"] = $"Schrijf een getal van 1 tot en met {MeesteTermijnen}." };
            return (gelezen, new JsonAntwoord(422, new JsonObject { ["fouten"] = new JsonArray(fout) }, null));
        }
        var termijnen = new JsonArray();
        foreach (var termijn in Verdeel(v.Open.Totaal, aantal, eerste))
        {
            termijnen.Add(
                new JsonObject
                {
                    ["uiterlijk"] = LocalDatePattern.Iso.Format(termijn.Uiterlijk),
                    ["bedrag"] = termijn.Bedrag.ToString("0.00", CultureInfo.InvariantCulture),
                }
            );
        }
        return (new JsonObject { ["argument"] = (string?)gelezen["argument"], ["termijnen"] = termijnen }, null);
    }

    /// <summary>In equal parts, each a month after the one before; the last takes the cents that are over.</summary>
    public static IReadOnlyList<(LocalDate Uiterlijk, decimal Bedrag)> Verdeel(decimal bedrag, int aantal, LocalDate eerste)
    {
        var deel = Math.Floor(bedrag * 100 / aantal) / 100;
        return [.. Enumerable.Range(0, aantal).Select(i => (eerste.PlusMonths(i), i < aantal - 1 ? deel : bedrag - deel * (aantal - 1)))];
    }

    /// <summary>What is said when it succeeded.</summary>
    public static string Gedaan(string stap) =>
        stap switch
        {
            Tekenen => "Uw handtekening is gezet.",
            Terugzenden => "Het voorstel is teruggezonden.",
            Betekening => "De betekening is genoteerd.",
            Belemmeren => "Dit is gemeld. Er wordt niet meer aangemaand.",
            Opheffen => "De belemmering is opgeheven.",
            Erkennen => "De erkenning is genoteerd.",
            _ => "Uw voorstel ligt klaar om te worden ondertekend.",
        };

    private static IEnumerable<Stapvorm> Tekenstappen(Vorderingbeeld v, Vorderingsvoorstel voorstel, Persoon persoon)
    {
        var hash = new Dictionary<string, string> { ["hash"] = voorstel.Hash };
        if (voorstel.Door != persoon.Onderwerp && !voorstel.Handtekeningen.Contains(persoon.Onderwerp))
        {
            yield return new(Tekenen, "Het voorstel ondertekenen", "Onderteken dit voorstel", Pad(v, "ondertekening"), [])
            {
                Gevaar = voorstel.Handtekeningen.Count + 1 >= voorstel.Nodig,
                Vast = hash,
                Uitleg =
                    voorstel.Handtekeningen.Count + 1 >= voorstel.Nodig
                        ? "Met uw handtekening is het besluit genomen."
                        : "Na u ondertekent nog een collega.",
            };
        }
        yield return new(
            Terugzenden,
            "Het voorstel terugzenden",
            "Zend het voorstel terug",
            Pad(v, "terugzending"),
            [new("reden", "Wat moet er anders?")]
        )
        {
            Vast = hash,
        };
    }

    private static IEnumerable<Stapvorm> Voorstelstappen(Vorderingbeeld v)
    {
        if (v.Stand == "ontstaan" && v.Open.Totaal > 0)
        {
            yield return Voorstel(v, Terugvorderen, "terugvordering", "Voorstellen: terugvorderen");
        }
        if (v.Uiterlijk is not null && v.Open.Totaal > 0)
        {
            if (v.Regeling is null)
            {
                yield return new(
                    Regeling,
                    "Voorstellen: betalen in termijnen",
                    "Stel deze regeling voor",
                    Pad(v, "betalingsregeling"),
                    [
                        new(
                            Aantalveld,
                            "In hoeveel termijnen?",
                            Veldvorm.Regel,
                            "Elke maand een termijn. De laatste is zo nodig een paar cent anders."
                        ),
                        new(Eersteveld, "Uiterste dag van de eerste termijn", Veldvorm.Dag),
                        Argument,
                    ]
                )
                {
                    Uitleg = $"Samen is het wat nu openstaat: {Weergave.Bedrag(v.Open.Totaal)}. Een collega ondertekent.",
                };
            }
            else
            {
                yield return Voorstel(v, Regelingweg, "betalingsregeling/intrekking", "Voorstellen: de betalingsregeling intrekken");
            }
            yield return new(
                Verrekenen,
                "Voorstellen: verrekenen met een betaling",
                "Stel deze verrekening voor",
                Pad(v, "verrekening"),
                [
                    new(
                        "betaalopdracht",
                        "Nummer van de betaling",
                        Veldvorm.Regel,
                        "Van subsidie, aan dezelfde ontvanger, en nog niet bij de bank."
                    ),
                    new("zelfdeActiviteiten", "Zijn beide subsidies voor dezelfde activiteiten?", Veldvorm.JaNee),
                    Argument,
                ]
            )
            {
                Uitleg = "Twee collega's ondertekenen (artikel 4:57, derde lid, Awb).",
            };
            if (v.Dwangbevel is null)
            {
                yield return Voorstel(v, Dwangbevel, "dwangbevel", "Voorstellen: een dwangbevel");
            }
        }
        if (v.Rente > 0 || v.Open.Rente > 0 || v.Ontvangen.Rente > 0)
        {
            yield return Voorstel(v, Rente, "rente", "Voorstellen: de wettelijke rente vaststellen") with
            {
                Uitleg =
                    $"Tot vandaag liep {Weergave.Bedrag(v.Rente)} rente op. Een collega ondertekent (artikel 4:99 Awb). Is er te veel rente betaald, dan gaat dat terug en ondertekenen er twee.",
            };
        }
        if (v.Open.Totaal > 0)
        {
            yield return Voorstel(v, Afboeken, "afboeking", "Voorstellen: afboeken wat openstaat");
        }
    }

    private static Stapvorm Voorstel(Vorderingbeeld v, string naam, string waar, string titel) =>
        new(naam, titel, "Stel dit voor", Pad(v, waar), [Argument]) { Uitleg = "Collega's ondertekenen voordat het is besloten." };

    private static Stapvorm Belemmering(Vorderingbeeld v) =>
        new(
            Belemmeren,
            "Een faillissement of overlijden melden",
            "Meld dit",
            Pad(v, "belemmering"),
            [
                new(
                    "soort",
                    "Wat is er?",
                    Veldvorm.Keuze,
                    Keuzes:
                    [
                        .. ((string[])["faillissement", "surseance", "schuldsanering", "overlijden"]).Select(s =>
                            (s, Geldwoorden.Belemmering(s))
                        ),
                    ]
                ),
                new("vanaf", "Vanaf welke dag?", Veldvorm.Dag, "De dag van de uitspraak of van het overlijden."),
                Toelichting,
            ]
        )
        {
            Uitleg = "Aanmanen en invorderen stopt. De pagina zegt daarna wat er moet gebeuren. Een collega heft het weer op.",
        };

    private static string Pad(Vorderingbeeld v, string waar) => $"vorderingen/{Uri.EscapeDataString(v.Vordering)}/{waar}";
}
