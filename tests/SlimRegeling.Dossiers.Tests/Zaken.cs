using System.Text.Json;
using NodaTime;
using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Berichten.Relaties;
using SlimRegeling.Berichten.Vaststelling;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Dossiers.Tests;

/// <summary>One case with its letters, and a state that messages are heard in.</summary>
internal static class Zaken
{
    public const string Nummer = "SLIM-000000000A";
    public const string Kvk = "69599084";

    public static readonly Adres Bouwbedrijf = new("Bouwbedrijf De Troffel B.V.", "Dorpsstraat 12", "3511 AB", "Utrecht");
    public static readonly LocalDate Dag = new(2026, 6, 22);
    public static readonly Instant Nu = Moment.Op(new LocalDateTime(2026, 6, 22, 16, 0));

    public static readonly SubsidieVerleendBericht Verleend = new(
        Nummer,
        "2026-04-mkb",
        Kvk,
        "slim-2026",
        Nummer + "-V1",
        Dag,
        18400.00m,
        11040.00m,
        5520.00m,
        new LocalDate(2026, 6, 23),
        new LocalDate(2027, 6, 22),
        "ambtshalve",
        ["A", "C"],
        ["beoordelaar-1", "ondertekenaar-1"],
        Nu
    );

    public static readonly AanvraagAfgewezenBericht Afgewezen = new(
        Nummer,
        "2026-04-mkb",
        Kvk,
        "slim-2026",
        Nummer + "-V1",
        Dag,
        ["onvoldoende-meetbaar", "lopend-project"],
        ["beoordelaar-1", "ondertekenaar-1"],
        Nu
    );

    public static readonly BewijsGevraagdBericht BewijsGevraagd = new(Nummer, Kvk, new LocalDate(2027, 7, 27), Nu);

    public static readonly AanvullingGevraagdBericht AanvullingGevraagd = new(
        Nummer,
        "2026-04-mkb",
        Kvk,
        ["de-minimisverklaring", "mkb-verklaring"],
        new LocalDate(2026, 7, 6),
        Nu
    );

    public static readonly BuitenBehandelingGesteldBericht NietBehandeld = new(
        Nummer,
        "2026-04-mkb",
        Kvk,
        "slim-2026",
        Nummer + "-N1",
        Dag,
        "niet-aangevuld",
        ["beoordelaar-1", "ondertekenaar-1"],
        Nu,
        ["mkb-verklaring"],
        new LocalDate(2026, 6, 20)
    );

    public static readonly SubsidieVastgesteldBericht Vastgesteld = new(
        Nummer,
        "2026-04-mkb",
        Kvk,
        "slim-2026",
        Nummer + "-S1",
        Dag,
        11040.00m,
        11040.00m,
        5520.00m,
        5520.00m,
        ["b", "c", "d"],
        Nu
    );

    public static OndernemingGewijzigdBericht Adresbericht(int nummer) =>
        new(Kvk, new Guid(nummer, 0, 0, new byte[8]), $"hash-{nummer}", Nu + Duration.FromMinutes(nummer));

    public static T Opgeslagen<T>(T gebeurtenis)
        where T : notnull =>
        (T)
            JsonSerializer.Deserialize(
                JsonSerializer.Serialize(gebeurtenis, gebeurtenis.GetType(), Platform.Stromen.Json.Opties),
                gebeurtenis.GetType(),
                Platform.Stromen.Json.Opties
            )!;
}
