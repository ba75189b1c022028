using System.ComponentModel;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using NodaTime.Text;
using Npgsql;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Platform.Inzagen;

/// <summary>
/// The view log of the contexts of this process, for the privacy officer (art. 39 AVG): by case, by person, by day, and in order of time. Asked
/// of several processes with the same question, the answers can be laid together: a place in the order is the same everywhere.
/// </summary>
internal static class InzagenTonen
{
    private const int Standaard = 50;
    private const int Hoogste = 200;
    private const string Oudste = "oudste";
    private const string Nieuwste = "nieuwste";

    /// <param name="Volgende">Give this as <c>na</c> for the next page; absent on the last one.</param>
    /// <param name="Elders">Contexts that run in another process: ask there.</param>
    public sealed record Lijst(IReadOnlyList<Regel> Inzagen, string? Volgende, IReadOnlyList<string> Elders);

    public sealed record Regel(
        Guid Id,
        string Context,
        Instant Op,
        [property: Description("Wie keek: het pseudoniem van de medewerker.")] string Wie,
        [property: Description("De rollen die deze medewerker toen had.")] IReadOnlyList<string> Rollen,
        [property: Description("Ontbreekt bij gegevens van een onderneming.")] string? Zaaknummer,
        [property: Description("Wat is bekeken, bijvoorbeeld 'aanvraag' of 'brief'.")] string Wat,
        [property: Description("Het nummer van het stuk zelf, als dat er een heeft.")] string? Kenmerk,
        [property: Description("De plaats in de volgorde: als 'na' geeft het wat hierna komt.")] string Plaats,
        [property: Description("Waarom is gekeken, als de medewerker dat moest zeggen.")] string? Reden = null
    );

    private sealed record Vraag(string? Zaaknummer, string? Onderwerp, Instant? Vanaf, Instant? Voor, bool Oplopend, Plek? Na, int Aantal);

    /// <summary>A place in the order, between contexts too.</summary>
    private readonly record struct Plek(Instant Op, Guid Id)
    {
        public static Plek? Lees(string? tekst) =>
            tekst?.Split('-') is [var tikken, var id]
            && long.TryParse(tikken, NumberStyles.None, CultureInfo.InvariantCulture, out var t)
            && t <= Instant.MaxValue.ToUnixTimeTicks()
            && Guid.TryParseExact(id, "N", out var g)
                ? new Plek(Instant.FromUnixTimeTicks(t), g)
                : null;

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Op.ToUnixTimeTicks()}-{Id:N}");
    }

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/inzagen", Toon)
            .Voor(Rol.FunctionarisGegevensbescherming)
            .BlijftOpenBijBelang("who watches over views sees all of them, and nothing of a case but its number")
            .Geeft<Lijst>();

    private static async Task<Uitkomst> Toon(
        string? zaaknummer,
        string? onderwerp,
        string? vanaf,
        string? tot,
        string? volgorde,
        string? na,
        int? aantal,
        Contextregister contexten,
        CancellationToken ct
    )
    {
        var fouten = new List<Fout>();
        var (van, totEnMet) = (Dag("vanaf", vanaf, fouten), Dag("tot", tot, fouten));
        var plek = Plek.Lees(na);
        if (na is { Length: > 0 } && plek is null)
        {
            fouten.Add(new("na", "Geef de waarde van 'volgende' uit de vorige bladzijde."));
        }
        if (OfNiets(volgorde) is not (null or Nieuwste or Oudste))
        {
            fouten.Add(new("volgorde", $"Kies {Nieuwste} of {Oudste}: wat het eerst in de lijst staat."));
        }
        if (aantal is < 1 or > Hoogste)
        {
            fouten.Add(new("aantal", $"Vraag 1 tot en met {Hoogste} regels per bladzijde."));
        }
        if (OfNiets(zaaknummer) is { } nummer && !Zaaknummer.TryParse(nummer, null, out _))
        {
            fouten.Add(new("zaaknummer", "Dit is geen zaaknummer: SLIM- en tien tekens."));
        }
        if (fouten.Count > 0)
        {
            return Weigering.Invoer([.. fouten]);
        }
        var vraag = new Vraag(
            OfNiets(zaaknummer) is { } z ? Zaaknummer.Parse(z, null).ToString() : null,
            OfNiets(onderwerp),
            van is { } v ? Begin(v) : null,
            totEnMet is { } t ? Begin(t.PlusDays(1)) : null,
            volgorde == Oudste,
            plek,
            aantal ?? Standaard
        );
        var gevonden = new List<Regel>();
        foreach (var opslag in contexten.Hier)
        {
            gevonden.AddRange(await Zoek(opslag, vraag, ct));
        }
        // As the database orders them: by moment, then by the bytes of the id.
        var opvolgorde = gevonden.OrderBy(r => r.Op).ThenBy(r => r.Id.ToString("N"), StringComparer.Ordinal);
        List<Regel> bladzijde = [.. (vraag.Oplopend ? opvolgorde : opvolgorde.Reverse()).Take(vraag.Aantal)];
        var volgende = gevonden.Count > vraag.Aantal ? bladzijde[^1].Plaats : null;
        return Uitkomst.Ok(new Lijst(bladzijde, volgende, contexten.Elders));
    }

    private static async Task<List<Regel>> Zoek(Contextopslag opslag, Vraag vraag, CancellationToken ct)
    {
        var naam = opslag.Context.Naam;
        var (verder, richting) = vraag.Oplopend ? (">", "asc") : ("<", "desc");
        await using var opdracht = opslag.Bron.CreateCommand();
        // Only what is asked: a condition that may be empty hides from the database by which index it finds few.
        string?[] voorwaarden =
        [
            vraag.Zaaknummer is { } zaaknummer ? $"zaaknummer = {Voeg(zaaknummer)}" : null,
            vraag.Onderwerp is { } wie ? $"wie = {Voeg(wie)}" : null,
            vraag.Vanaf is { } vanaf ? $"op >= {Voeg(vanaf)}" : null,
            vraag.Voor is { } voor ? $"op < {Voeg(voor)}" : null,
            vraag.Na is { } na ? $"(op, id) {verder} ({Voeg(na.Op)}, {Voeg(na.Id)})" : null,
        ];
        opdracht.CommandText = $"""
            select id, op, wie, rollen, zaaknummer, wat, kenmerk, reden from {naam}.inzage
            where {string.Join(" and ", voorwaarden.OfType<string>().DefaultIfEmpty("true"))}
            order by op {richting}, id {richting} limit {Voeg(vraag.Aantal + 1)}
            """;
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        var regels = new List<Regel>();
        while (await rij.ReadAsync(ct))
        {
            var (id, op) = (rij.GetGuid(0), rij.GetFieldValue<Instant>(1));
            regels.Add(
                new(
                    id,
                    naam,
                    op,
                    rij.GetString(2),
                    rij.GetFieldValue<string[]>(3),
                    await rij.IsDBNullAsync(4, ct) ? null : rij.GetString(4),
                    rij.GetString(5),
                    await rij.IsDBNullAsync(6, ct) ? null : rij.GetString(6),
                    new Plek(op, id).ToString(),
                    await rij.IsDBNullAsync(7, ct) ? null : rij.GetString(7)
                )
            );
        }
        return regels;

        string Voeg(object waarde)
        {
            opdracht.Parameters.Add(new NpgsqlParameter { Value = waarde });
            return $"${opdracht.Parameters.Count}";
        }
    }

    /// <summary>A day of the address; null when none is there, or when it is no day, which is then among the mistakes.</summary>
    internal static LocalDate? Dag(string veld, string? tekst, List<Fout> fouten)
    {
        if (OfNiets(tekst) is not { } dag)
        {
            return null;
        }
        if (LocalDatePattern.Iso.Parse(dag) is { Success: true, Value: var gelezen } && gelezen.Year is >= 1900 and <= 9000)
        {
            return gelezen;
        }
        fouten.Add(new(veld, "Schrijf de dag als 2026-04-07."));
        return null;
    }

    internal static Instant Begin(LocalDate dag) => Moment.Op(dag.AtMidnight());

    private static string? OfNiets(string? tekst) => string.IsNullOrWhiteSpace(tekst) ? null : tekst.Trim();
}
