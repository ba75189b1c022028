using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using NodaTime;
using SlimRegeling.Omgeving;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Duurproef;

/// <summary>What people do in one window, through the public API.</summary>
internal sealed class Verloop(Beller beller, int aantal, int wijze, int ronde)
{
    /// <summary>More is asked than this, so that a draw decides.</summary>
    public const decimal PlafondPerAanvraag = 3_500m;
    private static readonly HashSet<string> Contexten = [.. Host.Contexten.Alle().Select(c => c.Naam)];

    public string Tijdvak { get; } = $"duurproef-{wijze}-{ronde}";

    public const string Binnenkomst = "binnenkomst";

    public string Volgorde { get; init; } = "loting";

    public Instant Sluit { get; private set; }

    public decimal Plafond => PlafondPerAanvraag * aantal;

    /// <summary>Case number by enterprise, as the applicants got them.</summary>
    public ConcurrentDictionary<string, string> Zaaknummers { get; } = new();

    public IReadOnlyList<string> BinnenPlafond { get; private set; } = [];

    public bool MetBesluiten { get; init; } = Contexten.Contains("verlening");

    public async Task Publiceer(Instant sluit, CancellationToken ct)
    {
        Sluit = sluit;
        var voorgesteld = await beller.Doe(
            HttpMethod.Post,
            Wie.Regelbeheerder,
            "tijdvakken",
            $"{Tijdvak}-tijdvak",
            new
            {
                id = Tijdvak,
                aanvragertype = "mkb-onderneming",
                opent = Wandklok(sluit - Duration.FromDays(1)),
                sluit = Wandklok(sluit),
                plafond = Bedrag(Plafond),
                volgorde = Volgorde,
                regelversie = "slim-2026",
            },
            ct
        );
        var (pad, inhoud) = Tijdvakbesluit.Ondertekening(voorgesteld);
        await beller.Doe(HttpMethod.Post, Wie.TweedeRegelbeheerder, pad, $"{Tijdvak}-ondertekening", inhoud, ct);
    }

    public (int Acties, Task Klaar) Indienen(Poortwachter poort, CancellationToken ct)
    {
        var metRelaties = Contexten.Contains("relaties");
        return (aantal * (metRelaties ? 4 : 3), Task.WhenAll(Enumerable.Range(0, aantal).Select(Doorloop)));

        async Task Doorloop(int i)
        {
            if (metRelaties)
            {
                var wie = Aanvrager(i);
                await poort.Door(ct);
                await beller.Doe(
                    HttpMethod.Post,
                    wie,
                    $"ondernemingen/{wie.KvkNummer}",
                    $"{Sleutel(wie)}-inschrijving",
                    Invulling.Inschrijving(wie),
                    ct
                );
            }
            await DienIn(i, () => poort.Door(ct), ct);
        }
    }

    /// <summary>Draft, form and submission of one applicant.</summary>
    /// <param name="door">Awaited before each of these steps.</param>
    /// <returns>The answer to the submission.</returns>
    public async Task<Gekregen> DienIn(int i, Func<Task> door, CancellationToken ct)
    {
        var wie = Aanvrager(i);
        var sleutel = Sleutel(wie);
        await door();
        // The window reaches Aanvragen by a message: until then it is an unknown one.
        var gemaakt = await beller.Doe(HttpMethod.Post, wie, "aanvragen", sleutel, new { tijdvak = Tijdvak }, ct, "onjuiste-invoer");
        var zaaknummer = gemaakt.GetProperty("zaaknummer").GetString()!;
        Zaaknummers[wie.KvkNummer!] = zaaknummer;
        await door();
        await beller.Doe(HttpMethod.Put, wie, $"aanvragen/{zaaknummer}/concept", $"{sleutel}-concept", Invulling.Formulier(i), ct);
        await door();
        return await beller.Verkrijg(HttpMethod.Post, wie, $"aanvragen/{zaaknummer}/indiening", $"{sleutel}-indiening", new { }, ct);
    }

    /// <summary>The i-th applicant of this round.</summary>
    public Wie Aanvrager(int i)
    {
        var kvk = (60_000_000 + (ronde * 1_000) + i).ToString(CultureInfo.InvariantCulture);
        return new Wie($"aanvrager-{kvk}", Rol.Aanvrager, kvk);
    }

    private string Sleutel(Wie wie) => $"{Tijdvak}-{wie.KvkNummer}";

    public (int Acties, Task Klaar) BeoordeelVolledigheid(Poortwachter poort, CancellationToken ct)
    {
        return (aantal, Task.WhenAll(Zaaknummers.Values.Select(Volledig)));

        async Task Volledig(string zaaknummer)
        {
            await poort.Door(ct);
            await beller.Doe(
                HttpMethod.Post,
                Wie.Beoordelaar,
                $"aanvragen/{zaaknummer}/volledigheid",
                $"{zaaknummer}-volledig",
                new { volledig = true },
                ct
            );
        }
    }

    /// <summary>Says that all up to now is said.</summary>
    public Task VerschuifHorizon(CancellationToken ct) =>
        beller.Doe(HttpMethod.Post, Wie.Regelbeheerder, $"ontvangsten/{Tijdvak}", $"{Tijdvak}-ontvangst", new { }, ct);

    public async Task LegLijstVast(CancellationToken ct)
    {
        await VerschuifHorizon(ct);
        await beller.Doe(
            HttpMethod.Post,
            Wie.Regelbeheerder,
            $"tijdvakken/{Tijdvak}/lijst",
            $"{Tijdvak}-lijst",
            new { },
            ct,
            "nog-niet-alles-gehoord",
            "tijdvak-open"
        );
    }

    public async Task Loot(CancellationToken ct)
    {
        await Trek("loting", ct);
        var rangorde = await beller.Doe(HttpMethod.Get, Wie.Regelbeheerder, $"tijdvakken/{Tijdvak}/rangorde", "lezen", null, ct);
        BinnenPlafond =
        [
            .. rangorde
                .GetProperty("plaatsen")
                .EnumerateArray()
                .Where(p => p.GetProperty("binnenPlafond").GetBoolean())
                .Select(p => p.GetProperty("zaaknummer").GetString()!),
        ];
    }

    /// <summary>By arrival: draws those of one moment whom the rest waits for, as scheme managers who see it do.</summary>
    /// <returns>How many they were; 0 when nobody waits for a draw.</returns>
    public async Task<int> LootGelijken(CancellationToken ct)
    {
        var stand = await beller.Doe(HttpMethod.Get, Wie.Regelbeheerder, $"beheer/tijdvakken/{Tijdvak}/stand", "lezen", null, ct);
        var gelijken = stand.GetProperty("wachtOpLoting").GetInt32();
        if (gelijken > 0)
        {
            await Trek($"gelijken-{Guid.NewGuid()}", ct);
        }
        return gelijken;
    }

    /// <inheritdoc cref="Besluitronde.Neem"/>
    public (int Acties, Task Klaar) Besluit(Poortwachter poort, CancellationToken ct) =>
        new Besluitronde(beller).Neem(MetBesluiten ? BinnenPlafond : [], poort, ct);

    /// <summary>One prepares the draw, another types it again.</summary>
    private async Task Trek(string sleutel, CancellationToken ct)
    {
        foreach (var (wie, stap) in ((Wie, string)[])[(Wie.Regelbeheerder, ""), (Wie.TweedeRegelbeheerder, "/bevestiging")])
        {
            await beller.Doe(
                HttpMethod.Post,
                wie,
                $"tijdvakken/{Tijdvak}/loting{stap}",
                $"{Tijdvak}-{sleutel}{stap}",
                new { zaad = $"zaad van {Tijdvak}", bron = "duurproef" },
                ct
            );
        }
    }

    private static string Bedrag(decimal bedrag) => bedrag.ToString("0.00", CultureInfo.InvariantCulture);

    private static string Wandklok(Instant moment) =>
        moment.InZone(Moment.Amsterdam).LocalDateTime.ToString("uuuu-MM-dd'T'HH:mm:ss.fff", CultureInfo.InvariantCulture);
}
