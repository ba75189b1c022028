using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using Npgsql;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Zaken;

/// <summary>The latest cases first: for employees by number, enterprise, window and status; for an applicant those of the own enterprise.</summary>
public static partial class ZakenZoeken
{
    private const int Standaard = 25;
    private const int Hoogste = 100;

    public sealed record ZaakInLijst(
        string Zaaknummer,
        Zaakstatus Status,
        string KvkNummer,
        string Tijdvak,
        Instant IngediendOp,
        decimal Gevraagd,
        decimal Betaald,
        decimal? Verleend = null,
        decimal? Vastgesteld = null
    );

    /// <param name="Volgende">Give this as <c>na</c> for the next page; absent on the last one. A case that is submitted meanwhile moves no page.</param>
    public sealed record Lijst(IReadOnlyList<ZaakInLijst> Zaken, string? Volgende = null);

    private sealed record Vraag(string? Zaaknummer, string? KvkNummer, string? Tijdvak, Zaakstatus? Status, string? Na, int Aantal);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet(
                "/zaken",
                async (
                    string? zaaknummer,
                    string? kvkNummer,
                    string? tijdvak,
                    string? status,
                    string? na,
                    int? aantal,
                    Contextregister contexten,
                    Aanroep aanroep,
                    CancellationToken ct
                ) =>
                {
                    var vraag = new Vraag(
                        OfNiets(zaaknummer)?.ToUpperInvariant(),
                        OfNiets(kvkNummer),
                        OfNiets(tijdvak),
                        Status(status),
                        OfNiets(na)?.ToUpperInvariant(),
                        aantal ?? Standaard
                    );
                    Fout[] fouten = [.. Controleer(vraag, OfNiets(status))];
                    return fouten.Length > 0
                        ? Weigering.Invoer(fouten)
                        : Uitkomst.Ok(await Zoek(contexten.Van(typeof(ZakenContext)).Bron, vraag, aanroep.AlleenVan, ct));
                }
            )
            .Geeft<Lijst>()
            .Voor(
                Rol.Aanvrager,
                Rol.Gemachtigde,
                Rol.Beoordelaar,
                Rol.Medeondertekenaar,
                Rol.FinancieelMedewerker,
                Rol.FinancieelControleur,
                Rol.Regelbeheerder,
                Rol.Beheerder
            )
            .EigenZaak()
            .OokMetMachtiging(Machtigingsomvang.Aanvragen, Machtigingsomvang.Verantwoorden);

    private static IEnumerable<Fout> Controleer(Vraag vraag, string? status)
    {
        if (vraag.Zaaknummer is { } nummer && !Begin().IsMatch(nummer))
        {
            yield return new("zaaknummer", "Geef een zaaknummer of het begin ervan, bijvoorbeeld SLIM-7K2.");
        }
        if (vraag.KvkNummer is { } kvk && (kvk.Length != 8 || !kvk.All(char.IsAsciiDigit)))
        {
            yield return new("kvkNummer", "Een KVK-nummer heeft 8 cijfers.");
        }
        if (status is not null && vraag.Status is null)
        {
            yield return new("status", $"'{status}' is geen status. Kies uit {string.Join(", ", Statussen.Alle)}.");
        }
        if (vraag.Na is { } na && !Platform.Zaaknummer.TryParse(na, null, out _))
        {
            yield return new("na", "Geef de waarde van 'volgende' uit de vorige bladzijde.");
        }
        if (vraag.Aantal is < 1 or > Hoogste)
        {
            yield return new("aantal", $"Vraag 1 tot en met {Hoogste} zaken per bladzijde.");
        }
    }

    private static async Task<Lijst> Zoek(NpgsqlDataSource bron, Vraag vraag, string? alleenVan, CancellationToken ct)
    {
        await using var opdracht = bron.CreateCommand(
            $"""
            select * from ({Zaak.Selectie}) k
            where ($1::text is null or k.zaaknummer like $1 || '%') and ($2::text is null or k.kvk_nummer = $2)
              and ($3::text is null or k.tijdvak = $3) and ($4::int is null or k.status = $4) and ($5::text is null or k.kvk_nummer = $5)
              and ($6::text is null or (k.ingediend_op, k.zaaknummer) < (select v.ingediend_op, v.zaaknummer from zaken.zaak v
                where v.zaaknummer = $6 and ($5::text is null or v.kvk_nummer = $5)))
            order by k.ingediend_op desc, k.zaaknummer desc limit $7
            """
        );
        foreach (
            var waarde in (object?[])
                [vraag.Zaaknummer, vraag.KvkNummer, vraag.Tijdvak, (int?)vraag.Status, alleenVan, vraag.Na, vraag.Aantal + 1]
        )
        {
            opdracht.Parameters.Add(new NpgsqlParameter { Value = waarde ?? DBNull.Value });
        }
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        var zaken = new List<ZaakInLijst>();
        while (await rij.ReadAsync(ct))
        {
            zaken.Add(
                new(
                    rij.GetString(rij.GetOrdinal("zaaknummer")),
                    (Zaakstatus)rij.GetInt32(rij.GetOrdinal("status")),
                    rij.GetString(rij.GetOrdinal("kvk_nummer")),
                    rij.GetString(rij.GetOrdinal("tijdvak")),
                    rij.GetFieldValue<Instant>(rij.GetOrdinal("ingediend_op")),
                    rij.GetDecimal(rij.GetOrdinal("gevraagd")),
                    rij.GetDecimal(rij.GetOrdinal("betaald")),
                    rij.Bedrag("verleend"),
                    rij.Bedrag("vastgesteld")
                )
            );
        }
        return zaken.Count > vraag.Aantal ? new(zaken[..vraag.Aantal], zaken[vraag.Aantal - 1].Zaaknummer) : new(zaken);
    }

    private static string? OfNiets(string? tekst) => string.IsNullOrWhiteSpace(tekst) ? null : tekst.Trim();

    private static Zaakstatus? Status(string? tekst) => OfNiets(tekst) is { } naam ? Statussen.Lees(naam) : null;

    [GeneratedRegex("^SLIM-[0-9A-HJKMNP-TV-Z]{0,10}$")]
    private static partial Regex Begin();
}
