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
    private const string Elk = "SLIM-";

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

    private sealed record Vraag(string? Zaaknummer, string? KvkNummer, string? Tijdvak, Zaakstatus? Status, string? Na, int Aantal)
    {
        /// <summary>Whether one case or enterprise is looked for: what is found is a view of it, and a list of many is none.</summary>
        public bool NoemtEen => KvkNummer is not null || Platform.Zaaknummer.TryParse(Zaaknummer, null, out _);
    }

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
                    if (fouten.Length > 0)
                    {
                        return Weigering.Invoer(fouten);
                    }
                    var lijst = await Zoek(contexten.Van(typeof(ZakenContext)).Bron, vraag, aanroep.AlleenVan, ct);
                    return Uitkomst.Ok(lijst) with { Zaken = vraag.NoemtEen ? [.. lijst.Zaken.Select(z => z.Zaaknummer)] : [] };
                }
            )
            .Geeft<Lijst>()
            .LegtInzageVast("zoeken")
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
        await using var opdracht = bron.CreateCommand();
        opdracht.CommandText = $"""
            select * from ({Zaak.Selectie}) k {Voorwaarden(vraag, alleenVan, opdracht.Parameters)}
            order by k.ingediend_op desc, k.zaaknummer desc limit {Parameter(opdracht.Parameters, vraag.Aantal + 1)}
            """;
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

    /// <summary>Only what is asked: a condition that may be empty hides from the database by which index it finds few.</summary>
    private static string Voorwaarden(Vraag vraag, string? alleenVan, NpgsqlParameterCollection parameters)
    {
        var voorwaarden = new List<string>();
        if (vraag.Zaaknummer is { } begin && begin != Elk)
        {
            // No character of a number comes after a tilde.
            voorwaarden.Add($"k.zaaknummer collate \"C\" >= {Parameter(parameters, begin)}");
            voorwaarden.Add($"k.zaaknummer collate \"C\" < {Parameter(parameters, $"{begin}~")}");
        }
        if (vraag.KvkNummer is { } kvk)
        {
            voorwaarden.Add($"k.kvk_nummer = {Parameter(parameters, kvk)}");
        }
        if (vraag.Tijdvak is { } tijdvak)
        {
            voorwaarden.Add($"k.tijdvak = {Parameter(parameters, tijdvak)}");
        }
        if (vraag.Status is { } status)
        {
            // These two are kept as one: only of them is it worked out which it is.
            var isVastgesteld = status is Zaakstatus.Vastgesteld or Zaakstatus.Afgerond;
            voorwaarden.Add($"k.bewaard = {Parameter(parameters, (int)(isVastgesteld ? Zaakstatus.Vastgesteld : status))}");
            if (isVastgesteld)
            {
                voorwaarden.Add($"k.status = {Parameter(parameters, (int)status)}");
            }
        }
        if (alleenVan is not null)
        {
            voorwaarden.Add($"k.kvk_nummer = {Parameter(parameters, alleenVan)}");
        }
        if (vraag.Na is { } na)
        {
            // After a case of another there is nothing.
            var eigen = alleenVan is null ? "" : $" and v.kvk_nummer = {Parameter(parameters, alleenVan)}";
            voorwaarden.Add(
                $"(k.ingediend_op, k.zaaknummer) < (select v.ingediend_op, v.zaaknummer from zaken.zaak v where v.zaaknummer = {Parameter(parameters, na)}{eigen})"
            );
        }
        return voorwaarden.Count == 0 ? "" : $"where {string.Join(" and ", voorwaarden)}";
    }

    /// <returns>Where it stands in the text.</returns>
    private static string Parameter(NpgsqlParameterCollection parameters, object waarde)
    {
        parameters.Add(new NpgsqlParameter { Value = waarde });
        return $"${parameters.Count}";
    }

    private static string? OfNiets(string? tekst) => string.IsNullOrWhiteSpace(tekst) ? null : tekst.Trim();

    private static Zaakstatus? Status(string? tekst) => OfNiets(tekst) is { } naam ? Statussen.Lees(naam) : null;

    [GeneratedRegex("^SLIM-[0-9A-HJKMNP-TV-Z]{0,10}$")]
    private static partial Regex Begin();
}
