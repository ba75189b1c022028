using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Tijdvakken.Verdeling;

namespace SlimRegeling.Tijdvakken.Tests;

/// <summary>One window in the house, and what is said about it from outside; what the horizon counts is counted.</summary>
public sealed class Venster(Verdeelhuis huis, string id)
{
    public static readonly Instant Open = Gegeven.Sluit - Duration.FromDays(20);

    private readonly List<Instant> _gezegd = [];

    public string Id => id;

    public static async Task<Venster> Publiceer(
        Verdeelhuis huis,
        decimal plafond,
        Volgorde volgorde = Volgorde.Binnenkomst,
        Overschrijding overschrijding = Overschrijding.Stoppen,
        params string[] ondertekenaars
    ) =>
        new(
            huis,
            await huis.Tijdvak(
                new TijdvakVastgesteld(
                    "mkb-onderneming",
                    Open,
                    Gegeven.Sluit,
                    plafond,
                    volgorde,
                    "slim-2026",
                    Open,
                    Overschrijding: overschrijding,
                    Ondertekenaars: ondertekenaars
                )
            )
        );

    public static Instant Minuut(int minuut) => Open + Duration.FromMinutes(minuut);

    public string Zaak(string naam) => $"{naam}-{id}";

    public AanvraagIngediendBericht Ingediend(string naam, decimal gevraagd, int minuut, string? kvk = null, params string[] verbonden) =>
        new(
            Zaak(naam),
            id,
            kvk ?? $"kvk-{naam}",
            "slim-2026",
            gevraagd,
            Tel(Minuut(minuut)),
            "mkb-onderneming",
            [kvk ?? $"kvk-{naam}"],
            verbonden
        );

    public AanvraagIngediendBericht Ingediend(string naam, string kvk, string? verbonden, bool onvolledig, decimal gevraagd, int minuut) =>
        Ingediend(naam, gevraagd, minuut, kvk, verbonden is null ? [] : [verbonden]) with
        {
            Ontbreekt = onvolledig ? ["de-minimisverklaring"] : null,
        };

    public AanvullingGevraagdBericht AanvullingGevraagd(string naam, int minuut) =>
        new(Zaak(naam), id, $"kvk-{naam}", ["begroting"], new LocalDate(2026, 6, 1), Tel(Minuut(minuut)));

    public AanvraagAangevuldBericht Aangevuld(string naam, decimal gevraagd, int minuut, params string[] verbonden) =>
        new(
            Zaak(naam),
            id,
            gevraagd,
            Tel(Minuut(minuut)),
            VerbondenPerPartij: verbonden.Length == 0 ? null : new Dictionary<string, IReadOnlyList<string>> { [$"kvk-{naam}"] = verbonden }
        );

    public AanvraagVolledigBericht Volledig(string naam, int ontvangen, int minuut) =>
        new(Zaak(naam), id, false, Minuut(ontvangen), Tel(Minuut(minuut)));

    public AanvraagVervallenBericht Vervallen(string naam, int minuut) => new(Zaak(naam), id, "ingetrokken", Tel(Minuut(minuut)));

    public AanvraagBeoordeeldBericht Beoordeeld(string naam, decimal subsidie, int minuut) =>
        new(
            Zaak(naam),
            id,
            $"kvk-{naam}",
            "mkb-onderneming",
            "slim-2026",
            "",
            "verlenen",
            [],
            [],
            subsidie,
            subsidie,
            0,
            "bo",
            Gegeven.Sluit,
            Minuut(minuut)
        );

    public AanvraagAfgewezenBericht Afgewezen(string naam, int minuut) =>
        new(Zaak(naam), id, $"kvk-{naam}", "slim-2026", "B1", new LocalDate(2026, 6, 1), [], [], Minuut(minuut));

    public SubsidieVerleendBericht Verleend(string naam, decimal bedrag, int minuut) =>
        new(
            Zaak(naam),
            id,
            $"kvk-{naam}",
            "slim-2026",
            "B1",
            new LocalDate(2026, 6, 1),
            bedrag,
            bedrag,
            0,
            new LocalDate(2026, 6, 2),
            new LocalDate(2027, 6, 1),
            "ambtshalve",
            [],
            [],
            Minuut(minuut)
        );

    /// <summary>The horizon, with what was said up to it.</summary>
    public OntvangenTotBericht Tot(int minuut) => Tot(Minuut(minuut));

    public OntvangenTotBericht Tot(Instant tot) => new(id, tot, _gezegd.Count(op => op <= tot), tot);

    public async Task Hoor(params IReadOnlyList<object> berichten)
    {
        await huis.Hoor(berichten);
        await huis.Rust();
    }

    public Task<Uitkomst> LegLijstVast() =>
        huis.Doe(d =>
            LijstVastleggen.Voer(
                id,
                d.GetRequiredService<Stroom<Tijdvak>>(),
                d.GetRequiredService<Verdeelbeurt>(),
                d.GetRequiredService<Werkeenheid<TijdvakkenContext>>(),
                d.GetRequiredService<Moment>(),
                CancellationToken.None
            )
        );

    /// <summary>Rianne prepares the draw and Rob types the seed again.</summary>
    public async Task<Uitkomst> Loot(string zaad, string? nogEens = null)
    {
        var voorbereid = await Bereid(zaad);
        return voorbereid.Weigering is not null ? voorbereid : await Bevestig(nogEens ?? zaad);
    }

    public Task<Uitkomst> Bereid(string zaad)
    {
        var verzoek = new Loten.Verzoek(zaad, "notaris");
        return huis.Doe(d =>
            d.GetRequiredService<Loting>()
                .Bereid(id, (t, gelijken) => Loten.Bereid(t, verzoek, gelijken, "rianne", Gegeven.Daarna), CancellationToken.None)
        );
    }

    public Task<Uitkomst> Bevestig(string zaad, string wie = "rob") =>
        huis.Doe(d =>
            d.GetRequiredService<Loting>()
                .Trek(
                    id,
                    (t, lot) => Loten.Bevestig(t, new Loten.Bevestiging(zaad, "notaris"), lot, wie, Gegeven.Daarna),
                    Gegeven.Daarna,
                    CancellationToken.None
                )
        );

    public async Task<Uitkomst> Herloot(string zaad)
    {
        var verzoek = new Herloten.Verzoek(zaad, "notaris", "ECLI:NL:RBDHA:2026:1");
        var voorbereid = await huis.Doe(d =>
            d.GetRequiredService<Loting>()
                .Bereid(id, (t, _) => Herloten.Bereid(t, verzoek, "rianne", Gegeven.Daarna), CancellationToken.None)
        );
        return voorbereid.Weigering is not null
            ? voorbereid
            : await huis.Doe(d =>
                d.GetRequiredService<Loting>()
                    .TrekOpnieuw(
                        id,
                        (t, lot) => Herloten.Bevestig(t, new(verzoek.Zaad, verzoek.Bron, verzoek.Uitspraak), lot, "rob", Gegeven.Daarna),
                        Gegeven.Daarna,
                        CancellationToken.None
                    )
            );
    }

    public async Task<Uitkomst> SluitWachtlijst()
    {
        var voorstel = new WachtlijstsluitingVoorgesteld(new Verwijzing(Guid.Empty, "hash"), "rianne", Gegeven.Daarna);
        await huis.Doe(d => d.GetRequiredService<Stroom<Tijdvak>>().Schrijf(id, t => voorstel, CancellationToken.None));
        return await huis.Doe(d =>
            WachtlijstSluiten.Onderteken(
                id,
                new(WachtlijstSluiten.Hash(id, voorstel)),
                d.GetRequiredService<Stroom<Tijdvak>>(),
                d.GetRequiredService<Verdeelbeurt>(),
                d.GetRequiredService<Werkeenheid<TijdvakkenContext>>(),
                "rob",
                Gegeven.Daarna,
                CancellationToken.None
            )
        );
    }

    /// <summary>By rank: name, state and amount.</summary>
    public async Task<string> Stand() =>
        string.Join(
            ", ",
            (await huis.Rijen(id)).Select(r =>
                $"{(r.Rang is { } rang ? $"{rang} " : "")}{r.Zaak.Split('-')[0]} {r.Staat ?? "geen"} {r.Gereserveerd:0}"
            )
        );

    public Task<decimal> Totaal() => huis.Vraag<decimal>($"select gereserveerd from tijdvakken.plafondstand where tijdvak = '{id}'");

    /// <summary>What is reserved and the ceiling, in the table that holds the one below the other.</summary>
    public async Task<(decimal Gereserveerd, decimal Plafond)> Geld()
    {
        await using var opdracht = huis.Toezicht.CreateCommand(
            $"select gereserveerd, plafond from tijdvakken.plafondstand where tijdvak = '{id}'"
        );
        await using var rij = await opdracht.ExecuteReaderAsync();
        await rij.ReadAsync();
        return (rij.GetDecimal(0), rij.GetDecimal(1));
    }

    private Instant Tel(Instant op)
    {
        _gezegd.Add(op);
        return op;
    }
}
