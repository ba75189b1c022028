using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Berichten.Dossiers;
using SlimRegeling.Berichten.Tijdvakken;
using SlimRegeling.Berichten.Vaststelling;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Verlening.Tests;

/// <summary>The case of issue 3 and the small language of these tests: hear messages, decide, look at the state.</summary>
internal static class Voorbeelden
{
    public const string Zaak = "SLIM-000000000A";
    public const string Tijdvak = "2026-04-mkb";
    public const string Kvk = "12345678";
    public const string Beoordelaar = "beoordelaar-1";
    public const string Ondertekenaar = "ondertekenaar-1";

    /// <summary>4 May 2026, 17:00 in Amsterdam.</summary>
    public static readonly Instant Sluit = Op("2026-05-04T17:00:00");
    public static readonly Instant Beoordeeld = Op("2026-06-15T10:00:00");
    public static readonly Instant Gereserveerd = Op("2026-05-20T12:00:00");

    public static readonly AanvraagBeoordeeldBericht Verlenen = new(
        Zaak,
        Tijdvak,
        Kvk,
        "mkb-onderneming",
        "slim-2026",
        "regelhash",
        "verlenen",
        [],
        ["A", "C"],
        18400.00m,
        11040.00m,
        5520.00m,
        Beoordelaar,
        Sluit,
        Beoordeeld
    );

    public static readonly AanvraagBeoordeeldBericht Afwijzen = Verlenen with
    {
        Voorstel = "afwijzen",
        Gronden = ["onvoldoende-meetbaar", "niet-haalbaar"],
        Subsidie = 0.00m,
        Voorschot = 0.00m,
    };

    public static readonly BudgetGereserveerdBericht Reservering = new(Zaak, Tijdvak, 11040.00m, Gereserveerd);
    public static readonly AanvraagVervallenBericht Ingetrokken = new(Zaak, Tijdvak, "ingetrokken", Op("2026-06-01T09:00:00"));

    /// <summary>The completion was asked for on the day after the budget was set apart.</summary>
    public static readonly BudgetVrijgegevenBericht Vrijgegeven = new(Zaak, Tijdvak, "aanvulling-gevraagd", Op("2026-05-21T12:00:00"));

    public static readonly BudgetOntoereikendBericht Ontoereikend = new(
        Zaak,
        Tijdvak,
        Kvk,
        "mkb-onderneming",
        "slim-2026",
        11040.00m,
        Op("2026-04-08T09:00:00"),
        Sluit,
        "wachtlijst-gesloten",
        ["regelbeheerder-1", "regelbeheerder-2"],
        Op("2026-07-01T10:00:00"),
        "binnenkomst"
    );

    public static readonly BuitenBehandelingGesteldBericht BuitenBehandeling = new(
        Zaak,
        Tijdvak,
        Kvk,
        "slim-2026",
        Zaak + "-N1",
        Dag("2026-06-10"),
        "niet-aangevuld",
        [Ondertekenaar],
        Op("2026-06-10T10:00:00")
    );

    public static SubsidieVastgesteldBericht Vastgesteld(decimal bedrag) =>
        new(
            Zaak,
            Tijdvak,
            Kvk,
            "slim-2026",
            Zaak + "-S1",
            Dag("2027-08-02"),
            11040.00m,
            bedrag,
            5520.00m,
            bedrag - 5520.00m,
            ["b", "c", "d"],
            Op("2027-08-02T11:00:00")
        );

    public static BriefVerzondenBericht Brief(string dag, string soort = "verlening", string? besluit = Zaak + "-V1") =>
        new(Zaak, "brief-1", soort, besluit, Dag(dag), Op(dag + "T16:00:00"));

    public static Instant Op(string amsterdam) => Moment.Op(LocalDateTimePattern.GeneralIso.Parse(amsterdam).Value);

    public static LocalDate Dag(string dag) => LocalDatePattern.Iso.Parse(dag).Value;

    /// <summary>The state after these messages; a refusal fails the test.</summary>
    public static Verlening? Na(params IEnumerable<object> berichten) =>
        berichten.Aggregate((Verlening?)null, (stand, bericht) => Volg(stand, Hoor(stand, bericht)));

    public static Verlening Voorgelegd(AanvraagBeoordeeldBericht? voorstel = null) => Na(Reservering, voorstel ?? Verlenen)!;

    public static Beslissing Onderteken(Verlening verlening, string op = "2026-06-22T10:00:00", string wie = Ondertekenaar) =>
        Ondertekenen.Beslis(Zaak, verlening, verlening.Voorstelhash ?? "geen", wie, Regelstanden.Ongewijzigd, Op(op));

    public static Verlening Ondertekend(string op = "2026-06-22T10:00:00", AanvraagBeoordeeldBericht? voorstel = null)
    {
        var verlening = Voorgelegd(voorstel);
        return Volg(verlening, Onderteken(verlening, op))!;
    }

    public static Beslissing Hoor(Verlening? stand, object bericht) =>
        bericht switch
        {
            AanvraagBeoordeeldBericht b => BijAanvraagBeoordeeld.Beslis(stand, b),
            BudgetGereserveerdBericht b => BijBudgetGereserveerd.Beslis(stand, b),
            BudgetVrijgegevenBericht b => BijBudgetVrijgegeven.Beslis(stand, b),
            BudgetOntoereikendBericht b => BijBudgetOntoereikend.Beslis(stand, b, Regelstanden.Ongewijzigd),
            BuitenBehandelingGesteldBericht b => BijBuitenBehandelingGesteld.Beslis(stand, b, Regelstanden.Ongewijzigd),
            AanvraagVervallenBericht b => BijAanvraagVervallen.Beslis(stand, b),
            BriefVerzondenBericht b => BijBriefVerzonden.Beslis(stand, b, Regelstanden.Ongewijzigd),
            SubsidieVastgesteldBericht b => BijSubsidieVastgesteld.Beslis(stand, b),
            _ => throw new ArgumentException($"Verlening does not hear {bericht.GetType().Name}."),
        };

    /// <summary>Events are applied after a round through JSON, as the store does.</summary>
    public static Verlening? Volg(Verlening? stand, Beslissing beslissing)
    {
        Assert.Null(beslissing.Weigering);
        return beslissing.Gebeurtenissen.Aggregate(stand, (s, e) => Pas(s ?? new Verlening { Id = Zaak }, Opgeslagen(e)));
    }

    public static string Beeld(Verlening? stand) => JsonSerializer.Serialize(stand, Platform.Stromen.Json.Opties);

    public static IEnumerable<IReadOnlyList<T>> Volgordes<T>(IReadOnlyList<T> zaken) =>
        zaken.Count <= 1
            ? [zaken]
            : Enumerable
                .Range(0, zaken.Count)
                .SelectMany(i => Volgordes<T>([.. zaken.Where((_, j) => j != i)]).Select(rest => (IReadOnlyList<T>)[zaken[i], .. rest]));

    private static Gebeurtenis Opgeslagen(Gebeurtenis gebeurtenis) =>
        (Gebeurtenis)
            JsonSerializer.Deserialize(
                JsonSerializer.Serialize(gebeurtenis, gebeurtenis.GetType(), Platform.Stromen.Json.Opties),
                gebeurtenis.GetType(),
                Platform.Stromen.Json.Opties
            )!;

    // As the store does, an event without Apply changes nothing.
    private static Verlening Pas(Verlening stand, Gebeurtenis gebeurtenis) =>
        typeof(Verlening).GetMethod(nameof(Verlening.Apply), [gebeurtenis.GetType()]) is { } apply
            ? (Verlening)apply.Invoke(stand, [gebeurtenis])!
            : stand;
}
