using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using NodaTime.Text;
using Npgsql;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Betalingen.Boekhouding;

/// <summary>
/// From a balance to what caused it: the lines of an account, page by page in the order of the books, and of each its event, decision and letters. A list
/// has no line of a case that is closed to who looks.
/// </summary>
public static class BoekingenTonen
{
    private const int Standaard = 50;
    private const int Hoogste = 200;

    /// <param name="Op">What became known after this moment is not in it; the same on every page.</param>
    /// <param name="Volgende">Give this as <c>na</c> for the next page; absent on the last one.</param>
    public sealed record Lijst(Instant Op, IReadOnlyList<Regel> Regels, string? Volgende);

    /// <param name="Brieven">Numbers of the letters that told the decision.</param>
    /// <param name="OmgekeerdDoor">The booking that reversed this one; absent while none did.</param>
    public sealed record Regel(Grootboekregel Boeking, IReadOnlyList<string> Brieven, Guid? OmgekeerdDoor);

    /// <param name="Gebeurtenis">What happened.</param>
    /// <param name="Brieven">Numbers of the letters that told the decision.</param>
    /// <param name="OmgekeerdDoor">The booking that reversed this one; absent while none did.</param>
    public sealed record Beeld(
        Guid Boeking,
        string Zaaknummer,
        string Tijdvak,
        string Besluit,
        Gebeurd Gebeurtenis,
        IReadOnlyList<Grootboekregel> Regels,
        IReadOnlyList<string> Brieven,
        Guid? OmgekeerdDoor
    );

    /// <param name="Versie">The place of the event in its stream.</param>
    /// <param name="Wie">Who did it, a pseudonym, or the program.</param>
    public sealed record Gebeurd(string Soort, string Stroom, long Versie, Instant Vastgelegd, string? Wie);

    /// <summary>A place in the books, as they were known at a moment.</summary>
    private readonly record struct Plek(LocalDate Boekdatum, Guid Boeking, int Regel, Instant Op)
    {
        private static readonly LocalDatePattern Dagvorm = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");

        public static Plek? Lees(string? tekst) =>
            tekst?.Split('-') is [var dag, var boeking, var regel, var tikken]
            && Dagvorm.Parse(dag) is { Success: true, Value: var d }
            && Guid.TryParseExact(boeking, "N", out var b)
            && int.TryParse(regel, NumberStyles.None, CultureInfo.InvariantCulture, out var r)
            && long.TryParse(tikken, NumberStyles.None, CultureInfo.InvariantCulture, out var t)
            && t <= Instant.MaxValue.ToUnixTimeTicks()
                ? new Plek(d, b, r, Instant.FromUnixTimeTicks(t))
                : null;

        public override string ToString() =>
            string.Create(CultureInfo.InvariantCulture, $"{Dagvorm.Format(Boekdatum)}-{Boeking:N}-{Regel}-{Op.ToUnixTimeTicks()}");
    }

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/grootboek/boekingen", Bladzijde)
            .Voor(Rol.FinancieelMedewerker, Rol.FinancieelControleur)
            .LegtInzageVast("boekingen", bladerend: true)
            .Geeft<Lijst>();
        api.MapGet("/grootboek/boekingen/{boeking}", Toon)
            .Voor(Rol.FinancieelMedewerker, Rol.FinancieelControleur)
            .LegtInzageVast("boeking")
            .Geeft<Beeld>();
    }

    private static async Task<Uitkomst> Bladzijde(
        string? rekening,
        string? tijdvak,
        string? zaaknummer,
        string? besluit,
        string? soort,
        string? van,
        string? totEnMet,
        [AsParameters] Grootboekpeil peil,
        string? na,
        int? aantal,
        Persoon persoon,
        IBelangen belangen,
        Contextregister contexten,
        CancellationToken ct
    )
    {
        var (begin, eind) = (peil.Dag("van", van), peil.Dag("totEnMet", totEnMet));
        var plek = Plek.Lees(na);
        if (na is { Length: > 0 } && plek is null)
        {
            peil.Fouten.Add(new("na", "Geef de waarde van 'volgende' uit de vorige bladzijde."));
        }
        if (aantal is < 1 or > Hoogste)
        {
            peil.Fouten.Add(new("aantal", $"Vraag 1 tot en met {Hoogste} regels per bladzijde."));
        }
        if (rekening is not null && !Grootboekrekeningen.Alle.Contains(rekening))
        {
            peil.Fouten.Add(new("rekening", $"Kies een van deze rekeningen: {string.Join(", ", Grootboekrekeningen.Alle)}."));
        }
        var bekend = plek?.Op ?? peil.Bekend();
        if (peil.Onleesbaar is { } onleesbaar)
        {
            return onleesbaar;
        }
        var vraag = new Grootboekvraag()
            .BekendOp(bekend)
            .Gelijk("rekening", rekening)
            .Gelijk("tijdvak", tijdvak)
            .Gelijk("zaaknummer", zaaknummer)
            .Gelijk("besluit", besluit)
            .Gelijk("soort", soort)
            .Zonder(await belangen.Gesloten(persoon.Onderwerp, ct));
        vraag = begin is { } vanaf ? vraag.Vanaf(vanaf) : vraag;
        vraag = eind is { } tot ? vraag.TotEnMet(tot) : vraag;
        if (plek is { } p)
        {
            vraag.En($"(boekdatum, boeking, regel) > ({vraag.Waarde(p.Boekdatum)}, {vraag.Waarde(p.Boeking)}, {vraag.Waarde(p.Regel)})");
        }
        return await Lees(contexten.Van(typeof(BetalingenContext)).Bron, vraag, bekend, aantal ?? Standaard, ct);
    }

    private static async Task<Uitkomst> Lees(NpgsqlDataSource bron, Grootboekvraag vraag, Instant bekend, int aantal, CancellationToken ct)
    {
        var hoogstens = vraag.Waarde(aantal + 1);
        var gelezen = new List<Grootboekregel>();
        await using (
            var opdracht = vraag.Opdracht(
                bron,
                $"""
                select {Grootboekregel.Kolommen} from betalingen.grootboek where {vraag.Voorwaarden}
                order by boekdatum, boeking, regel limit {hoogstens}
                """
            )
        )
        {
            await using var rij = await opdracht.ExecuteReaderAsync(ct);
            while (await rij.ReadAsync(ct))
            {
                gelezen.Add(Grootboekregel.Van(rij));
            }
        }
        List<Grootboekregel> bladzijde = [.. gelezen.Take(aantal)];
        var brieven = await Besluitbrieven.Bij(bron, bladzijde.Select(r => r.Besluit), ct);
        var omgekeerd = await Omgekeerd(bron, [.. bladzijde.Select(r => r.Boeking).Distinct()], bekend, ct);
        var volgende =
            gelezen.Count > aantal && bladzijde[^1] is var laatste
                ? new Plek(laatste.Boekdatum, laatste.Boeking, laatste.Regel, bekend).ToString()
                : null;
        return Uitkomst.Ok(
            new Lijst(
                bekend,
                [
                    .. bladzijde.Select(r => new Regel(
                        r,
                        [.. brieven[r.Besluit]],
                        omgekeerd.TryGetValue(r.Boeking, out var door) ? door : null
                    )),
                ],
                volgende
            )
        ) with
        {
            Zaken = [.. bladzijde.Select(r => r.Zaak).OfType<string>().Distinct()],
        };
    }

    private static async Task<Uitkomst> Toon(Guid boeking, Contextregister contexten, Moment moment, CancellationToken ct)
    {
        var bron = contexten.Van(typeof(BetalingenContext)).Bron;
        var regels = await Grootboekregel.VanBoeking(bron, boeking, ct);
        if (regels.Count == 0)
        {
            return Weigering.NietGevonden(boeking.ToString());
        }
        var eerste = regels[0];
        var brieven = await Besluitbrieven.Bij(bron, [eerste.Besluit], ct);
        var omgekeerd = await Omgekeerd(bron, [boeking], moment.Nu, ct);
        return Uitkomst.Ok(
            new Beeld(
                boeking,
                eerste.Zaaknummer,
                eerste.Tijdvak,
                eerste.Besluit,
                await Gebeurtenis(bron, eerste.Stroom, boeking, ct),
                regels,
                [.. brieven[eerste.Besluit]],
                omgekeerd.TryGetValue(boeking, out var door) ? door : null
            )
        ) with
        {
            Zaak = eerste.Zaak,
        };
    }

    private static async Task<Gebeurd> Gebeurtenis(NpgsqlDataSource bron, string stroom, Guid boeking, CancellationToken ct)
    {
        await using var opdracht = bron.CreateCommand(
            "select type, version, timestamp, headers ->> 'wie' from betalingen.mt_events where stream_id = $1 and id = $2"
        );
        opdracht.Parameters.Add(new NpgsqlParameter<string> { TypedValue = stroom });
        opdracht.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = boeking });
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        return await rij.ReadAsync(ct)
            ? new(
                rij.GetString(0),
                stroom,
                rij.GetInt64(1),
                rij.GetFieldValue<Instant>(2),
                await rij.IsDBNullAsync(3, ct) ? null : rij.GetString(3)
            )
            : throw new InvalidDataException($"Booking {boeking} in the ledger has no event in stream {stroom}.");
    }

    /// <summary>By booking the one that reversed it.</summary>
    private static async Task<IReadOnlyDictionary<Guid, Guid?>> Omgekeerd(
        NpgsqlDataSource bron,
        Guid[] boekingen,
        Instant bekend,
        CancellationToken ct
    )
    {
        await using var opdracht = bron.CreateCommand(
            "select keert_om, boeking from betalingen.grootboek where keert_om = any($1) and regel = 1 and op <= $2"
        );
        opdracht.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = boekingen });
        opdracht.Parameters.Add(new NpgsqlParameter<Instant> { TypedValue = bekend });
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        var omgekeerd = new Dictionary<Guid, Guid?>();
        while (await rij.ReadAsync(ct))
        {
            omgekeerd[rij.GetGuid(0)] = rij.GetGuid(1);
        }
        return omgekeerd;
    }
}
